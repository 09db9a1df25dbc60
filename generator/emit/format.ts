/** Layout of generated files, in prettier's style with fixed options: the user's own configuration takes no part, so the bytes are the same everywhere. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Options } from 'prettier';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { isJsonObject } from '../lib/json.ts';
import { type Result, ok } from '../lib/result.ts';
import { formatMarkdown } from './markdown.ts';
import { formatNatively } from './native-format.ts';
import { prettify } from './prettify.ts';
import type { TreeFile } from './types.ts';

const OPTIONS: Options = { printWidth: 110, singleQuote: true, trailingComma: 'all', plugins: [] };

/** Part of every key: another version or other options make other text. The manifest knows the version without the program. */
const keyStart = (): string => (start ??= `prettier ${versionIn(createRequire(import.meta.url)('prettier/package.json'))} ${JSON.stringify(OPTIONS)}`);
let start: string | undefined;

export interface FormatOptions {
  /** Prettier alone, for comparing. */
  readonly native?: boolean;
}

/** Files of other kinds stay as they are. A file that does not parse is left out and said. */
export async function format(files: readonly TreeFile[], options: FormatOptions = {}): Promise<Result<readonly TreeFile[]>> {
  const made: Formatted[] = Array.from({ length: files.length });
  const way = { native: options.native ?? true, sections: new Map<string, Promise<string>>() };
  const waiting = files.entries();
  // The native formatter works on threads of its own; a few files at a time keep them busy, and all at once would take much memory.
  const work = async (): Promise<void> => {
    for (const [index, file] of waiting) made[index] = await formatFile(file, way);
  };
  await Promise.all(Array.from({ length: 3 }, work));
  return ok(made.flatMap((one) => (one.kind === 'file' ? [one.file] : [])), made.flatMap((one) => (one.kind === 'fault' ? [one.diagnostic] : [])));
}

type Formatted = { readonly kind: 'file'; readonly file: TreeFile } | { readonly kind: 'fault'; readonly diagnostic: Diagnostic };

interface Way {
  readonly native: boolean;
  /** Sections of Markdown that were formatted: the same prose of a document stands on several pages. */
  readonly sections: Map<string, Promise<string>>;
}

async function formatFile(file: TreeFile, way: Way): Promise<Formatted> {
  const { path } = file;
  const parser = parserOf(path);
  if (parser === undefined) return { kind: 'file', file: { ...file, text: finalNewline(file.text) } };
  try {
    const text = await (way.native ? layOut(file, parser, way.sections) : prettify(file.text, { ...OPTIONS, parser }));
    return { kind: 'file', file: { ...file, text } };
  } catch (error) {
    return { kind: 'fault', diagnostic: diagnostic('format-failed', { file: path, reason: reasonOf(error) }) };
  }
}

async function layOut({ path, text }: TreeFile, parser: string, sections: Way['sections']): Promise<string> {
  const slow = (section: string): Promise<string> => {
    const known = sections.get(section) ?? prettify(section, { ...OPTIONS, parser: 'markdown' });
    sections.set(section, known);
    return known;
  };
  const code = (language: string, inner: string): Promise<string | undefined> => layOutCode(language, inner, sections);
  if (parser === 'markdown') return formatMarkdown(text, { slow, code });
  return (await formatNatively(path, text, OPTIONS)) ?? (await prettify(text, { ...OPTIONS, parser }));
}

const CODE_PATHS: ReadonlyMap<string, string> = new Map([['ts', 'a.ts'], ['typescript', 'a.ts'], ['js', 'a.js'], ['javascript', 'a.js'], ['json', 'a.json'], ['yaml', 'a.yml']]);

/** Code in Markdown that does not parse stays as it is. */
async function layOutCode(language: string, text: string, sections: Way['sections']): Promise<string | undefined> {
  const path = CODE_PATHS.get(language);
  return path === undefined ? undefined : layOut({ path, text }, parserOf(path) ?? '', sections).catch(() => undefined);
}

/** The key of a file's formatted text: its unformatted text, the way it is parsed, and the formatter. 132 bits. */
export const formatKey = (file: TreeFile): string =>
  createHash('sha256').update(`${keyStart()}\0${parserOf(file.path) ?? ''}\0${file.text}`).digest('base64url').slice(0, 22);

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

const versionIn = (manifest: unknown): string => (isJsonObject(manifest) ? String(manifest['version']) : '');

const finalNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Prettier appends an excerpt to its message; the first line says it all. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.(?= \(\d+:\d+\)$|$)/, '') ?? '';
