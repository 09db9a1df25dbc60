/** Opens the two SDKs of an upgrade: an npm package, the folder of an SDK, or a document with its config. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/types.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Texts } from '../../diagnostics/print/placed.ts';
import { DOCUMENTED_SPEC } from '../../documented/files.ts';
import { loadTemplateSet } from '../../emit/load.ts';
import { render } from '../../emit/render.ts';
import { diskTemplates } from '../../emit/template-io.ts';
import type { TemplateSet } from '../../emit/template-set.ts';
import type { TreeFile } from '../../emit/types.ts';
import { generateFor } from '../../generate.ts';
import { typescript } from '../../languages/typescript/language.ts';
import type { Api } from '../../ir/types.ts';
import { isFaulty, ok } from '../../lib/result.ts';
import { packageInfo } from '../../languages/typescript/package-info.ts';
import type { TypescriptSdk } from '../../languages/typescript/sdk.ts';
import { type Io, diskIo } from '../../source/io.ts';
import type { Documents } from '../../source/types.ts';
import { filesForSide } from '../config-files.ts';
import { type Side, kindOfSide, openSide, sideOfPackage } from '../diff-inputs.ts';
import { loadSide } from '../diff-load.ts';
import { type Published, openPublished, publishedIn } from '../diff-npm.ts';
import { packageFolder } from '../package.ts';

/** An SDK generated in memory, with the files of its package. */
export interface MadeSdk {
  readonly api: Api;
  readonly sdk: TypescriptSdk;
  readonly files: readonly TreeFile[];
  /** The name according to its package, its config or its document. */
  readonly name: string;
  /** True if the name comes from a package or a config. */
  readonly isNameGiven: boolean;
  /** Diagnostics about its generation. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SideOptions {
  readonly label: string;
  readonly config?: string;
  readonly allowRemote: boolean;
  readonly allowOutside: boolean;
  readonly cwd: string;
}

/** A `problem` means that there is no SDK. */
export type OpenedSide =
  | { readonly kind: 'made'; readonly made: MadeSdk }
  | {
      readonly kind: 'problem';
      readonly diagnostics: readonly Diagnostic[];
      /** For excerpts. */
      readonly texts?: Texts;
    };

/** `@acme/api@2.0.0`, `acme@next`. A file or folder of such a name must be written as `./acme@next`. */
const PACKAGE = /^(?:@[\w.-]+\/)?[\w.-]+@[\w.^~+-]+$/;

/** A package with `npm:` before it, which need not be written here; undefined if it is something else. */
export function packageOf(label: string): string | undefined {
  if (PACKAGE.test(label)) return `npm:${label}`;
  return kindOfSide(label).kind === 'package' ? label : undefined;
}

export async function openSdk(options: SideOptions): Promise<OpenedSide> {
  const { label, cwd, allowOutside } = options;
  const disk = diskIo(cwd, { allowOutside });
  const packaged = packageOf(label);
  if (packaged !== undefined) {
    const { published, diagnostics } = await openPublished(packaged, cwd);
    return published === undefined
      ? problem(diagnostics)
      : make(options, { disk, side: sideOfPackage(label, published), published });
  }
  const path = resolve(cwd, label);
  if (kindOfSide(label).kind === 'file' && existsSync(path) && statSync(path).isDirectory()) {
    const published = await publishedIn(path);
    return published === undefined
      ? problem([diagnostic('sdk-without-document', { folder: label, file: DOCUMENTED_SPEC })])
      : make(options, { disk, side: sideOfPackage(label, published), published });
  }
  const { side, diagnostics } = await openSide(label, disk, cwd);
  return side === undefined ? problem(diagnostics) : make(options, { disk, side, published: undefined });
}

const problem = (diagnostics: readonly Diagnostic[], texts?: Texts): OpenedSide => ({
  kind: 'problem',
  diagnostics,
  ...(texts && { texts }),
});

interface Opened {
  readonly disk: Io;
  readonly side: Side;
  readonly published: Published | undefined;
}

async function make(options: SideOptions, { disk, side, published }: Opened): Promise<OpenedSide> {
  const own =
    options.config === undefined
      ? side.config && { file: side.config, io: side.io }
      : { file: options.config, io: disk };
  const read = own ? await loadConfig(own.file, own.io) : ok(undefined);
  if (isFaulty(read.diagnostics)) return problem(read.diagnostics);
  const given = read.value?.config;
  const loaded = await loadSide(side, {
    allowRemote: options.allowRemote,
    cwd: options.cwd,
    configFiles: filesForSide(side, disk, options.cwd),
    // The document of a package already includes overlays and transforms.
    ...(given && { config: published === undefined ? given : { ...given, overlays: [], transforms: [] } }),
  });
  if (loaded.documents === undefined) {
    const errors = loaded.diagnostics.filter((item) => item.severity === 'error');
    return problem([diagnostic('sdk-not-read', { sdk: options.label }), ...errors], loaded.texts);
  }
  const { value: templates, diagnostics } = await loadTemplateSet(
    'typescript',
    diskTemplates(options.cwd, packageFolder('templates')),
  );
  if (templates === undefined) return problem(diagnostics);
  const rendered = sdkInMemory(loaded.documents, loaded.config, templates);
  const name = published?.name ?? loaded.config.target.packageName;
  return {
    kind: 'made',
    made: {
      ...rendered,
      name: name ?? packageInfo(rendered.api, loaded.config).name,
      isNameGiven: name !== undefined,
      diagnostics:
        published !== undefined && own === undefined
          ? [diagnostic('sdk-without-config', { sdk: options.label })]
          : [],
    },
  };
}

/** Only the source files, which code can import. */
export function sdkInMemory(
  documents: Documents,
  config: Config,
  templates: TemplateSet,
): Pick<MadeSdk, 'api' | 'sdk' | 'files'> {
  const { api, sdk, views } = generateFor(typescript, { documents, config });
  const outputs = templates.outputs.filter((outputRule) => outputRule.template.text.startsWith('src/'));
  return { api, sdk, files: render({ ...templates, outputs }, views.forTemplates()).value };
}
