/** The input of a command: the config and its documents, read through an `Io`. */
import { emptyConfig } from './config/empty.ts';
import { prepareDocument } from './config/edits/prepare.ts';
import { type LoadedConfig, findConfig, loadConfig } from './config/load.ts';
import type { Config } from './config/types.ts';
import { readConfig as readSource } from './config/read.ts';
import { type Diagnostic, diagnostic } from './diagnostics/diagnostic.ts';
import type { LanguageSelector } from './lib/language-selector.ts';
import { type Result, failed, hasErrors, ok } from './lib/result.ts';
import { upgrade } from './openapi/upgrade/upgrade.ts';
import type { Io } from './source/io.ts';
import { loadDocuments } from './source/load.ts';
import { isUrl } from './source/reference.ts';
import type { Documents, SourceDocument, SourceText } from './source/types.ts';

export interface ProjectRequest {
  readonly io: Io;
  /** Absolute; names in messages are relative to it. */
  readonly cwd: string;
  /** Overrides that of the config. */
  readonly spec?: string;
  /** Absent: searched under its usual names; false: none. */
  readonly config?: string | false;
  /** Overlay files, applied before those of the config. */
  readonly overlays?: readonly string[];
  readonly allowRemote: boolean;
}

export interface Project {
  readonly config: Config;
  /** The same config as another language reads it. */
  readonly configFor: (audience: LanguageSelector) => Config;
  readonly documents: Documents;
}

export interface LoadedProject extends Result<Project | undefined> {
  /** All texts that were read, for excerpts. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

export async function loadProject(request: ProjectRequest): Promise<LoadedProject> {
  const { io, cwd, allowRemote } = request;
  const texts = new Map<string, SourceText>();
  const read = await readConfig(request, texts);
  if (!read.value || hasErrors(read.diagnostics)) return { ...failed(read.diagnostics), texts };
  const { config, source } = read.value;
  const spec = request.spec ?? config.spec?.value;
  if (spec === undefined) return { ...failed([...read.diagnostics, diagnostic('no-spec', {})]), texts };
  const isConfigs = request.spec === undefined && config.spec !== undefined;
  if (isConfigs && !allowRemote && isUrl(spec))
    return {
      ...failed([
        ...read.diagnostics,
        diagnostic('config-remote', { url: spec }, { origin: config.spec.origin }),
      ]),
      texts,
    };
  const named = (request.overlays ?? []).map((value) => ({
    value,
    origin: { document: value, pointer: '' },
  }));
  const prepare = await prepareDocument(
    { overlays: [...named, ...config.overlays], transforms: config.transforms },
    source,
    { io, allowRemote },
  );
  const diagnostics: Diagnostic[] = [...read.diagnostics, ...prepare.diagnostics];
  if (hasErrors(diagnostics)) return { ...failed(diagnostics), texts };
  const loaded = await loadDocuments(spec, {
    io,
    cwd,
    allowRemote,
    upgrade,
    ...(isConfigs ? { namedBy: config.spec.origin.document } : {}),
    ...(prepare.value ? { prepare: prepare.value } : {}),
  });
  for (const [name, text] of loaded.texts) texts.set(name, text);
  const isPlaced = (item: Diagnostic): boolean =>
    item.origin !== undefined || !['file-outside', 'file-private'].includes(item.code) || !isConfigs;
  diagnostics.push(
    ...loaded.diagnostics.map((item) =>
      isPlaced(item) || !config.spec ? item : { ...item, origin: config.spec.origin },
    ),
  );
  const configFor = (audience: LanguageSelector): Config =>
    source === undefined ? emptyConfig(audience) : readSource(source, audience).value;
  return {
    ...ok(loaded.value ? { config, configFor, documents: loaded.value } : undefined, diagnostics),
    texts,
  };
}

/** The same documents with another config; undefined if it reads other documents, or changes them otherwise. */
export function withConfig(
  { config, documents }: Project,
  read: Pick<Project, 'config' | 'configFor'>,
  /** The command line names the document, whatever the config says. */
  hasSpec: boolean,
): Project | undefined {
  const inputsOf = ({ spec, overlays, transforms }: Config): string =>
    JSON.stringify([
      hasSpec ? '' : spec?.value,
      overlays.map(({ value }) => value),
      transforms.map(({ command, args }) => [command, args]),
    ]);
  return inputsOf(config) === inputsOf(read.config) ? { ...read, documents } : undefined;
}

/** A config that was read, for every language. */
export const everyLanguage = ({
  config,
  source,
}: Pick<LoadedConfig, 'config' | 'source'>): Pick<Project, 'config' | 'configFor'> => ({
  config,
  configFor: (audience) => readSource(source, audience).value,
});

async function readConfig(
  request: ProjectRequest,
  texts: Map<string, SourceText>,
): Promise<Result<{ readonly config: Config; readonly source: SourceDocument | undefined } | undefined>> {
  const file = request.config ?? (await findConfig('', request.io));
  if (file === undefined || file === false) return ok({ config: emptyConfig(), source: undefined });
  const loaded = await loadConfig(file, request.io);
  if (loaded.value) texts.set(loaded.value.source.name, loaded.value.source);
  return loaded;
}
