/** An SDK in memory, for tests: from texts, or from files of the disk. */
import { join } from 'node:path';
import { loadTemplateSet } from '../../generator/emit/load.ts';
import { format } from '../../generator/emit/format.ts';
import { render } from '../../generator/emit/render.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import type { TreeFile } from '../../generator/emit/types.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { type TypescriptGeneration, generate } from './generate.ts';
import { loadProject } from '../../generator/project.ts';
import { type Io, diskIo, memoryIo } from '../../generator/source/io.ts';
import type { SourceText } from '../../generator/source/types.ts';
import { projectRoot } from './shared.ts';

export interface Sdk {
  readonly generation: TypescriptGeneration | undefined;
  readonly files: readonly TreeFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, SourceText>;
}

const sets = new Map<string, Promise<TemplateSet>>();

/** A shipped set, loaded once per process. */
export function templateSet(name = 'typescript'): Promise<TemplateSet> {
  const known =
    sets.get(name) ??
    loadTemplateSet(name, diskTemplates(projectRoot, join(projectRoot, 'templates'))).then((loaded) => {
      if (!loaded.value) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
      return loaded.value;
    });
  sets.set(name, known);
  return known;
}

export interface SdkInput {
  readonly io: Io;
  readonly spec: string;
  readonly config?: string;
  readonly overlays?: readonly string[];
  readonly templates?: string;
  /** By default text as it comes out of the templates: quicker, and the same to a compiler. */
  readonly formatted?: boolean;
  /** Only files whose path it accepts. */
  readonly only?: (path: string) => boolean;
}

export async function makeSdk(input: SdkInput): Promise<Sdk> {
  const project = await loadProject({
    io: input.io,
    cwd: '/',
    spec: input.spec,
    allowRemote: false,
    ...(input.overlays === undefined ? {} : { overlays: input.overlays }),
    ...(input.config === undefined ? {} : { config: input.config }),
  });
  if (!project.value)
    return { generation: undefined, files: [], diagnostics: project.diagnostics, texts: project.texts };
  const generation = generate(project.value);
  const rendered = render(await templateSet(input.templates), { ...generation.views.forTemplates() });
  const wanted = rendered.value.filter((file) => input.only?.(file.path) ?? true);
  const files = input.formatted ? (await format(wanted)).value : wanted;
  const known = new Set(project.diagnostics);
  return {
    generation,
    files,
    diagnostics: [
      ...project.diagnostics,
      ...generation.diagnostics.filter((one) => !known.has(one)),
      ...rendered.diagnostics,
    ],
    texts: project.texts,
  };
}

/** From the text of a document and, if given, of a config. */
export const sdkOf = (
  spec: string,
  options: {
    readonly config?: string;
    readonly formatted?: boolean;
    readonly only?: (path: string) => boolean;
    readonly name?: string;
  } = {},
): Promise<Sdk> => {
  const name = options.name ?? 'openapi.yml';
  return makeSdk({
    io: memoryIo({
      [name]: spec,
      ...(options.config === undefined ? {} : { 'sdkwright.yml': options.config }),
    }),
    spec: name,
    ...(options.config === undefined ? {} : { config: 'sdkwright.yml' }),
    ...(options.formatted === undefined ? {} : { formatted: options.formatted }),
    ...(options.only === undefined ? {} : { only: options.only }),
  });
};

/** From files of the disk. */
export const sdkOfFiles = (spec: string, options: Omit<SdkInput, 'io' | 'spec'> = {}): Promise<Sdk> =>
  makeSdk({ io: diskIo('/'), spec, ...options });

export const isSource = (path: string): boolean => path.startsWith('src/');
