/**
 * The config of a side of a comparison. A git revision uses the config that it contained: a change affects
 * only the config of its new side, whatever it removes or renames.
 */
import { posix } from 'node:path';
import { emptyConfig } from '../config/empty.ts';
import { type LoadedConfig, findConfig, loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { type Result, ok } from '../lib/result.ts';
import type { Io } from '../source/io.ts';
import type { SourceText } from '../source/types.ts';
import { keptName } from './config-files.ts';
import { gitIo, gitText, kindOfSide } from './diff-inputs.ts';

export interface FoundConfig {
  readonly config: Config;
  readonly source?: SourceText;
  /** The document that it names, from the current folder. */
  readonly document?: string;
  /** Reads the files that it names. */
  readonly files: Io;
}

export interface RevisionConfig {
  readonly commit: string;
  /** The config file of the new side; absent if it has none. */
  readonly file?: string;
  /** The name of that file in the commit, if it differs. */
  readonly before?: string;
  readonly disk: Io;
  readonly cwd: string;
  readonly audience: LanguageSelector;
}

/** The name of a file of a commit in messages: a file of the working tree often has the same. */
export const nameIn = (commit: string, name: string): string => `${commit.slice(0, 8)}:${name}`;

export function placedIn(commit: string, item: Diagnostic): Diagnostic {
  const moved = <T extends { readonly document: string }>(place: T): T => ({
    ...place,
    document: nameIn(commit, place.document),
  });
  const { origin, position } = item;
  return {
    ...item,
    ...(origin && { origin: moved(origin) }),
    ...(position && { position: moved(position) }),
  };
}

/** A config as messages name it; without a commit it is a file of the working tree. */
export function configIn(
  commit: string | undefined,
  loaded: Result<LoadedConfig | undefined>,
): Result<LoadedConfig | undefined> {
  if (commit === undefined) return loaded;
  const { value, diagnostics } = loaded;
  const source = value && { ...value.source, name: nameIn(commit, value.source.name) };
  return ok(
    value && source && { config: value.config, source },
    diagnostics.map((item) => placedIn(commit, item)),
  );
}

/**
 * Undefined if `file` is not part of the repository but belongs to the user; it then applies to both sides.
 */
export async function configAt({
  commit,
  file,
  before,
  disk,
  cwd,
  audience,
}: RevisionConfig): Promise<Result<FoundConfig> | undefined> {
  if (file !== undefined && (kindOfSide(file).kind !== 'file' || (await keptName(file, cwd)) === undefined))
    return undefined;
  const io = gitIo(commit, disk, cwd);
  const prefix = (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '';
  const names = [before, file].flatMap((text) => (text === undefined ? [] : [`${prefix}${text}`]));
  let name: string | undefined;
  for (const text of names)
    if (name === undefined && (await io.readFile(text))?.kind === 'bytes') name = text;
  name ??= await findConfig(prefix, io);
  if (name === undefined) return ok({ config: emptyConfig(audience), files: io });
  const { value, diagnostics } = configIn(commit, await loadConfig(name, io, audience));
  if (value === undefined) return ok({ config: emptyConfig(audience), files: io }, diagnostics);
  const spec = value.config.spec?.value;
  return ok(
    { ...value, files: io, ...(spec !== undefined && { document: posix.relative(prefix, spec) }) },
    diagnostics,
  );
}
