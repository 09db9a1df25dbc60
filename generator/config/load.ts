import { defaultLanguage } from '../languages/data.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { isJsonObject } from '../lib/json.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import type { Io } from '../source/io.ts';
import { loadText } from '../source/load.ts';
import type { SourceDocument } from '../source/types.ts';
import { checkConfig } from './check.ts';
import { leaveOutEntries } from './leave-out-entries.ts';
import { readConfig } from './read.ts';
import type { Config } from './types.ts';

/** File names of configs in the order in which they are tried; those of older tools come last. */
const CONFIG_NAMES = [
  'sdkwright.yml',
  'sdkwright.yaml',
  'stainless.yml',
  'stainless.yaml',
  '.stainless/stainless.yml',
  '.stainless/stainless.yaml',
  'openapi.stainless.yml',
  'openapi.stainless.yaml',
] as const;

export interface LoadedConfig {
  readonly config: Config;
  /** Its text, for excerpts in diagnostics. */
  readonly source: SourceDocument;
}

/** The name of the first config in `folder` (`''` is the working folder), or undefined. */
export async function findConfig(folder: string, io: Io): Promise<string | undefined> {
  const prefix = folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
  for (const name of CONFIG_NAMES) {
    const found = await io.readFile(`${prefix}${name}`);
    // Loading reports a config outside the project.
    if (found?.kind === 'bytes' || found?.kind === 'outside') return `${prefix}${name}`;
  }
  return undefined;
}

/**
 * Undefined if the file does not exist or is not YAML. A config with errors is
 * returned together with its diagnostics.
 */
export async function loadConfig(
  file: string,
  io: Io,
  audience: LanguageSelector = defaultLanguage,
): Promise<Result<LoadedConfig | undefined>> {
  const text = await loadText(file, io, { flag: '--config' });
  if (text.value === undefined) {
    // A file with only comments is a valid, empty config.
    const isEmpty = text.diagnostics.some((diagnostic) => diagnostic.code === 'document-empty');
    if (!isEmpty) return failed(text.diagnostics);
    const source: SourceDocument = {
      name: file,
      text: '',
      root: null,
      locate: () => ({ line: 1, column: 1 }),
    };
    return ok({ config: readConfig(source, audience).value, source });
  }
  const { name, root } = text.value;
  const checked = isJsonObject(root) ? leaveOutEntries(root, await checkConfig(name, root)) : undefined;
  const read = readConfig({ ...text.value, root: checked?.root ?? root }, audience);
  return ok({ config: read.value, source: text.value }, [
    ...text.diagnostics,
    ...(checked?.diagnostics ?? []),
    ...read.diagnostics,
  ]);
}
