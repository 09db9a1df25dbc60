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
import { isFaulty } from '../../lib/result.ts';
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

export async function openSdk(options: SideOptions): Promise<OpenedSide> {
  const { label, cwd } = options;
  const isPackage = PACKAGE.test(label);
  if (isPackage || kindOfSide(label).kind === 'package') {
    const { published, diagnostics } = await openPublished(isPackage ? `npm:${label}` : label, cwd);
    return published === undefined
      ? problem(diagnostics)
      : make(options, sideOfPackage(label, published), published);
  }
  const path = resolve(cwd, label);
  if (kindOfSide(label).kind === 'file' && existsSync(path) && statSync(path).isDirectory()) {
    const published = await publishedIn(path);
    return published === undefined
      ? problem([diagnostic('sdk-without-document', { folder: label, file: DOCUMENTED_SPEC })])
      : make(options, sideOfPackage(label, published), published);
  }
  const { side, diagnostics } = await openSide(
    label,
    diskIo(cwd, { allowOutside: options.allowOutside }),
    cwd,
  );
  return side === undefined ? problem(diagnostics) : make(options, side, undefined);
}

const problem = (diagnostics: readonly Diagnostic[], texts?: Texts): OpenedSide => ({
  kind: 'problem',
  diagnostics,
  ...(texts && { texts }),
});

async function make(options: SideOptions, side: Side, published: Published | undefined): Promise<OpenedSide> {
  const disk = diskIo(options.cwd, { allowOutside: options.allowOutside });
  const own = options.config !== undefined ? { file: options.config, io: disk } : configIn(published);
  const config = own === undefined ? undefined : await loadConfig(own.file, own.io);
  if (own !== undefined && (config?.value === undefined || isFaulty(config.diagnostics)))
    return problem(config?.diagnostics ?? []);
  // The document of a package already includes overlays and transforms.
  const given: Config | undefined =
    config?.value === undefined
      ? undefined
      : published === undefined
        ? config.value.config
        : { ...config.value.config, overlays: [], transforms: [] };
  const loaded = await loadSide(side, {
    allowRemote: options.allowRemote,
    cwd: options.cwd,
    configFiles: filesForSide(side, disk, options.cwd),
    ...(given === undefined ? {} : { config: given }),
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
  const isUnsure = published !== undefined && published.config === undefined && options.config === undefined;
  return {
    kind: 'made',
    made: {
      ...rendered,
      name: name ?? packageInfo(rendered.api, loaded.config).name,
      isNameGiven: name !== undefined,
      diagnostics: isUnsure ? [diagnostic('sdk-without-config', { sdk: options.label })] : [],
    },
  };
}

const configIn = (
  published: Published | undefined,
): { readonly file: string; readonly io: Io } | undefined =>
  published?.config === undefined ? undefined : { file: published.config, io: published.io };

/** Only the source files, which code can import. */
export function sdkInMemory(
  documents: Documents,
  config: Config,
  templates: TemplateSet,
): Pick<MadeSdk, 'api' | 'sdk' | 'files'> {
  const output = { ...config.output, docs: { ...config.output.docs, enabled: false } };
  const { api, sdk, views } = generateFor(typescript, { documents, config: { ...config, output } });
  const outputs = templates.outputs.filter((outputRule) => outputRule.template.text.startsWith('src/'));
  return { api, sdk, files: render({ ...templates, outputs }, views.forTemplates()).value };
}
