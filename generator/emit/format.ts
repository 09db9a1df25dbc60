/**
 * Layout of generated files, in prettier's style with fixed options: the user's own configuration takes no
 * part, so the bytes are the same everywhere.
 */
import { createRequire } from 'node:module';
import type { Options } from 'prettier';
import { sha256 } from '../lib/hash.ts';
import { isJsonObject } from '../lib/json.ts';
import { type TextFault, quotedLine } from './faults.ts';
import { type CodeFormatter, formatMarkdown } from './markdown.ts';
import { formatNatively } from './native-format.ts';
import { prettify } from './prettify.ts';
import { formatGo, goFormatKey } from '../languages/go/format.ts';
import { FormatterMissing, formatPython, pythonFormatKey } from './python-format.ts';
import type { TreeFile } from './types.ts';

const OPTIONS: Options = { printWidth: 110, singleQuote: true, trailingComma: 'all', plugins: [] };

/** Set in the build, which holds prettier itself. */
declare const SDKWRIGHT_PRETTIER: string | undefined;

const prettierVersion = (): string =>
  typeof SDKWRIGHT_PRETTIER === 'string'
    ? SDKWRIGHT_PRETTIER
    : versionIn(createRequire(import.meta.url)('prettier/package.json'));

/**
 * Part of every key: another version or other options make other text. The manifest knows the version without
 * the program.
 */
const keyStart = (parser: string | undefined): string =>
  parser === PYTHON
    ? (pythonStart ??= pythonFormatKey())
    : parser === GO ? goFormatKey() : `${(start ??= `prettier ${prettierVersion()} ${JSON.stringify(OPTIONS)}`)}${parser === MARKDOWN ? keyStart(PYTHON) : ''}`;
let start: string | undefined;
let pythonStart: string | undefined;

/** Parsers that are not prettier's. */
const PYTHON = 'python';
const GO = 'go';
const MARKDOWN = 'markdown';

export interface FormatOptions {
  /** Prettier alone, for comparing. */
  readonly native?: boolean;
}

export interface Formatting {
  readonly value: readonly TreeFile[];
  /** Of files that are left out. `textFaults` says them. */
  readonly faults: readonly TextFault[];
}

/** Files of other kinds stay as they are. A file that does not parse is left out. */
export async function format(
  files: readonly TreeFile[],
  { native = true }: FormatOptions = {},
): Promise<Formatting> {
  const way = native ? quickly : slowly;
  const rendered: Formatted[] = Array.from({ length: files.length });
  const waiting = files.entries();
  // The native formatter works on threads of its own; a few files at a time keep them busy, and all at once
  // would take much memory.
  const work = async (): Promise<void> => {
    for (const [index, file] of waiting) rendered[index] = await formatFile(file, way);
  };
  await Promise.all(Array.from({ length: 3 }, work));
  return {
    value: rendered.flatMap((formatted) => (formatted.kind === 'file' ? [formatted.file] : [])),
    faults: rendered.flatMap((formatted) => (formatted.kind === 'fault' ? [formatted.fault] : [])),
  };
}

type Formatted =
  | { readonly kind: 'file'; readonly file: TreeFile }
  | { readonly kind: 'fault'; readonly fault: TextFault };

type Formatter = (file: TreeFile, parser: string) => Promise<string>;

const slowly: Formatter = (file, parser) => {
  if (parser === PYTHON) return formatPython(file.text);
  if (parser === GO) return formatGo(file.text);
  if (parser === MARKDOWN) return formatMarkdown(file.text, codeFormatter(slowly));
  return prettify(file.text, { ...OPTIONS, parser });
};

const quickly: Formatter = async (file, parser) =>
  parser === MARKDOWN
    ? formatMarkdown(file.text, codeFormatter(quickly))
    : ((await formatNatively(file.path, file.text, OPTIONS)) ?? slowly(file, parser));

/** Code that does not parse stays as it is. */
const codeFormatter =
  (way: Formatter): CodeFormatter =>
  async (language, text) => {
    const path = CODE_PATHS.get(language);
    return path === undefined ? undefined : way({ path, text }, parserOf(path) ?? '').catch(() => undefined);
  };

const CODE_PATHS: ReadonlyMap<string, string> = new Map([
  ['ts', 'a.ts'],
  ['typescript', 'a.ts'],
  ['js', 'a.js'],
  ['javascript', 'a.js'],
  ['json', 'a.json'],
  ['yaml', 'a.yml'],
  ['python', 'a.py'],
  ['go', 'a.go'],
]);

async function formatFile(file: TreeFile, way: Formatter): Promise<Formatted> {
  if (file.isLaidOut) return { kind: 'file', file };
  const { path } = file;
  const parser = parserOf(path);
  if (parser === undefined) return { kind: 'file', file: { ...file, text: finalNewline(file.text) } };
  try {
    const text = await way(file, parser);
    return { kind: 'file', file: { ...file, text } };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(file, error) };
  }
}

function faultOf({ path, text, template }: TreeFile, error: unknown): TextFault {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  const [, reason = message, line, column] = /^(.*?)\.? \((\d+):(\d+)\)$/.exec(message) ?? [];
  const place = line === undefined ? undefined : { line: Number(line), column: Number(column) };
  return {
    path,
    reason: reason.replace(/\.$/, ''),
    line: place ? quotedLine(text, place) : '',
    ...(place && { place }),
    ...(template !== undefined && { template }),
    ...(error instanceof FormatterMissing && { missing: error.packageName }),
  };
}

/**
 * The key of a file's formatted text: its unformatted text, the way it is parsed, and the formatter. 132
 * bits.
 */
export const formatKey = (file: TreeFile): string =>
  sha256(`${keyStart(parserOf(file.path))}\0${parserOf(file.path) ?? ''}\0${file.text}`).slice(0, 22);

function parserOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'package.json') return 'json-stringify';
  switch (/\.[^.]+$/.exec(name)?.[0]) {
    case '.ts':
    case '.mts':
    case '.cts':
      return 'typescript';
    case '.js':
    case '.mjs':
    case '.cjs':
      return 'babel';
    case '.py':
    case '.pyi':
      return PYTHON;
    case '.go':
      return GO;
    case '.json':
      return 'json';
    case '.md':
      return MARKDOWN;
    case '.yml':
    case '.yaml':
      return 'yaml';
    default:
      return undefined;
  }
}

const versionIn = (manifest: unknown): string => (isJsonObject(manifest) ? String(manifest['version']) : '');

const finalNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
