/**
 * The programmatic interface: what the commands do, as functions.
 *
 * @example
 * import { generate } from 'sdkwright';
 *
 * const { files, diagnostics } = await generate({ spec: 'openapi.yml' });
 */
import { resolve } from 'node:path';
import { loadConfig as readConfigFile } from './config/load.ts';
import { rewriteConfig } from './config/rewrite/rewrite.ts';
import { inverseOf } from './config/rewrite/splices.ts';
import type { ConfigChange, Splice } from './config/rewrite/types.ts';
import type { Config } from './config/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { diffApis } from './diff/diff-apis.ts';
import { textFaults } from './emit/faults.ts';
import { format } from './emit/format.ts';
import { setsIn } from './emit/load.ts';
import { diskTemplates } from './emit/template-io.ts';
import type { TreeFile } from './emit/types.ts';
import { notIgnored } from './ignored.ts';
import { buildApi } from './ir/build.ts';
import type { Api } from './ir/types.ts';
import { sdkNames } from './languages/typescript/sdk-names.ts';
import { type Result, failed, hasErrors, ok } from './lib/result.ts';
import { packageFolder } from './lib/package-folder.ts';
import { type ProjectRequest, loadProject } from './project.ts';
import { type Io, diskIo } from './source/io.ts';
import { createRenderer, templatesOf } from './targets.ts';

export type { Api, Config, ConfigChange, Diagnostic, Io, Result, Splice, TreeFile };
export type { Change } from './diff/types.ts';
export { memoryIo } from './source/io.ts';

export interface InputOptions {
  /** The OpenAPI document: a path relative to `cwd`, or a URL. Overrides `spec` of the config. */
  readonly spec?: string;
  /** Path of the config. Absent: searched in `cwd` under its usual names; false: none. */
  readonly config?: string | false;
  /** OpenAPI Overlay files to apply first. */
  readonly overlays?: readonly string[];
  /** Whether references may be http(s) URLs. */
  readonly allowRemote?: boolean;
  /**
   * Whether the document, the config and links may refer to files outside their project. No effect if `io` is
   * set.
   */
  readonly allowOutside?: boolean;
  /** Absolute; default: the working directory of the process. */
  readonly cwd?: string;
  /** Default: the file system. `memoryIo` provides texts. */
  readonly io?: Io;
}

export interface GenerateOptions extends InputOptions {
  /** A shipped template set or a folder; default: that of the config, else `typescript`. */
  readonly templates?: string;
}

export interface GenerateResult {
  /** Empty if there are errors. Paths are relative to the SDK's folder. */
  readonly files: readonly TreeFile[];
  readonly api: Api | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates the files of an SDK in memory and writes nothing. Problems of the input are in `diagnostics`; an
 * exception is a bug.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const cwd = resolve(options.cwd ?? '.');
  const project = await loadProject(requestOf(options, cwd));
  if (!project.value || hasErrors(project.diagnostics))
    return { files: [], api: undefined, diagnostics: project.diagnostics };
  const { config } = project.value;
  const renderer = createRenderer(project.value);
  const { api, diagnostics: text } = renderer.generationOf(config.audience.language);
  const diagnostics = [...notIgnored(config, [...project.diagnostics, ...text])];
  const io = diskTemplates(cwd, packageFolder('templates'), {
    allowOutside: options.allowOutside === true,
    ...(options.templates ? { named: setsIn(options.templates) } : {}),
  });
  if (hasErrors(diagnostics)) return { files: [], api, diagnostics };
  const { rendered: result, ...set } = await renderer.render(templatesOf(config, options), io);
  diagnostics.push(...set.diagnostics);
  if (!result) return { files: [], api, diagnostics };
  const formatted = config.output.format ? await format(result.files) : { value: result.files, faults: [] };
  diagnostics.push(...textFaults(formatted.faults, result.trace));
  const files = hasErrors(diagnostics) ? [] : [...formatted.value, ...result.documented];
  return { files, api, diagnostics };
}

export interface DiffOptions
  extends Pick<InputOptions, 'config' | 'allowRemote' | 'allowOutside' | 'cwd' | 'io'> {
  /** Paths or URLs of the two documents. */
  readonly base: string;
  readonly revision: string;
  /** RFC 3339 date for judging sunsets; default: today. */
  readonly today?: string;
}

/** Compares two documents and judges the changes. The value is undefined if a document cannot be read. */
export async function diff(options: DiffOptions): Promise<Result<ReturnType<typeof diffApis> | undefined>> {
  const cwd = resolve(options.cwd ?? '.');
  const [base, revision] = await Promise.all(
    [options.base, options.revision].map((spec) => loadProject(requestOf({ ...options, spec }, cwd))),
  );
  const diagnostics = [...(base?.diagnostics ?? []), ...(revision?.diagnostics ?? [])];
  if (!base?.value || !revision?.value) return failed(diagnostics);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  return ok(
    diffApis(buildApi(base.value).value, buildApi(revision.value).value, { today, naming: sdkNames }),
    diagnostics,
  );
}

/** Reads a config file. The value is undefined if it cannot be read. */
export async function loadConfig(
  file: string,
  options: Pick<InputOptions, 'allowOutside' | 'cwd' | 'io'> = {},
): Promise<Result<Config | undefined>> {
  const loaded = await readConfigFile(
    file,
    options.io ?? diskIo(resolve(options.cwd ?? '.'), { allowOutside: options.allowOutside === true }),
  );
  return ok(loaded.value?.config, loaded.diagnostics);
}

export type ConfigEditResult =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Each applies to the result of the previous one. */
      readonly splices: readonly Splice[];
      /** Applied to `text`, they restore the previous text exactly. */
      readonly inverse: readonly Splice[];
    }
  | { readonly kind: 'fault'; readonly reason: string };

/**
 * Changes the text of a config (YAML or JSON) as little as possible: comments, order, quotes and line breaks
 * are preserved. A fault explains why nothing was changed.
 */
export function editConfig(text: string, changes: readonly ConfigChange[]): ConfigEditResult {
  const done = rewriteConfig(text, changes);
  return done.kind === 'fault' ? done : { ...done, inverse: inverseOf(text, done.splices) };
}

const requestOf = (options: InputOptions, cwd: string): ProjectRequest => ({
  io: options.io ?? diskIo(cwd, { allowOutside: options.allowOutside === true }),
  cwd,
  allowRemote: options.allowRemote === true,
  ...(options.spec === undefined ? {} : { spec: options.spec }),
  ...(options.config === undefined ? {} : { config: options.config }),
  ...(options.overlays === undefined ? {} : { overlays: options.overlays }),
});
