/** Layout of generated files, by prettier with fixed options: the user's own configuration takes no part, so the bytes are the same everywhere. */
import { createHash } from 'node:crypto';
import { type Options, format as prettify, version } from 'prettier';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, ok } from '../lib/result.ts';
import type { TreeFile } from './types.ts';

const OPTIONS: Options = { printWidth: 110, singleQuote: true, trailingComma: 'all', plugins: [] };

/** Part of every cache key: another version or other options make other text. */
export const FORMAT_KEY = `prettier ${version} ${JSON.stringify(OPTIONS)}`;

/** Formatted text by `hashText` of the unformatted. A Map will do; a store on disk may stand behind it. */
export interface FormatCache {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string) => unknown;
}

export interface FormatOptions {
  readonly cache?: FormatCache;
}

/** Files of other kinds stay as they are. A file that does not parse is left out and said. */
export async function format(files: readonly TreeFile[], { cache }: FormatOptions = {}): Promise<Result<readonly TreeFile[]>> {
  const diagnostics: Diagnostic[] = [];
  const formatted: TreeFile[] = [];
  for (const file of files) {
    const parser = parserOf(file.path);
    const key = cache && parser ? formatKey(file) : '';
    const known = key === '' ? undefined : cache?.get(key);
    if (parser === undefined || known !== undefined) {
      formatted.push({ path: file.path, text: known ?? finalNewline(file.text) });
      continue;
    }
    try {
      const text = await prettify(file.text, { ...OPTIONS, parser });
      if (key !== '') cache?.set(key, text);
      formatted.push({ path: file.path, text });
    } catch (error) {
      diagnostics.push(diagnostic('format-failed', { file: file.path, reason: reasonOf(error) }));
    }
  }
  return ok(formatted, diagnostics);
}

/** The key of a file's formatted text: its unformatted text, the way it is parsed, and the formatter. 132 bits. */
export const formatKey = (file: TreeFile): string =>
  createHash('sha256').update(`${FORMAT_KEY}\0${parserOf(file.path) ?? ''}\0${file.text}`).digest('base64url').slice(0, 22);

function parserOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'package.json') return 'json-stringify';
  switch (/\.[^.]+$/.exec(name)?.[0]) {
    case '.ts': case '.mts': case '.cts': return 'typescript';
    case '.js': case '.mjs': case '.cjs': return 'babel';
    case '.json': return 'json';
    case '.md': return 'markdown';
    case '.yml': case '.yaml': return 'yaml';
    default: return undefined;
  }
}

const finalNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Prettier appends an excerpt to its message; the first line says it all. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.(?= \(\d+:\d+\)$|$)/, '') ?? '';
