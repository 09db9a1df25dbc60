/**
 * Layout of generated files, in prettier's style with fixed options: the user's own configuration takes no
 * part, so the bytes are the same everywhere.
 */
import { createRequire } from 'node:module';
import type { Options } from 'prettier';
import { sha256 } from '../lib/hash.ts';
import { isJsonObject } from '../lib/json.ts';
import { type TextFault, quotedLine } from './faults.ts';
import { markdownFormatter } from './markdown.ts';
import { formatNatively } from './native-format.ts';
import { prettify } from './prettify.ts';
import { FormatterMissing, formatPython, pythonFormatKey } from './python-format.ts';
import type { TreeFile } from './types.ts';
import { isUnwieldy } from './unwieldy.ts';

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
    : `${(start ??= `prettier ${prettierVersion()} ${JSON.stringify(OPTIONS)}`)}${parser === 'markdown' ? keyStart(PYTHON) : ''}`;
let start: string | undefined;
let pythonStart: string | undefined;

/** What `parserOf` says of files that prettier does not know. */
const PYTHON = 'python';

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
export type Formatter = (files: readonly TreeFile[]) => Promise<Formatting>;

/** Remembers what was laid out: the same prose of a document stands on several pages, in all languages. */
export function createFormatter({ native = true }: FormatOptions = {}): Formatter {
  const way = native ? quickly() : slowly;
  return (files) => formatAll(files, way);
}

export const format = (files: readonly TreeFile[], options?: FormatOptions): Promise<Formatting> =>
  createFormatter(options)(files);

async function formatAll(files: readonly TreeFile[], way: Way): Promise<Formatting> {
  const made: Formatted[] = Array.from({ length: files.length });
  const waiting = files.entries();
  // The native formatter works on threads of its own; a few files at a time keep them busy, and all at once
  // would take much memory.
  const work = async (): Promise<void> => {
    for (const [index, file] of waiting) made[index] = await formatFile(file, way);
  };
  await Promise.all(Array.from({ length: 3 }, work));
  return {
    value: made.flatMap((one) => (one.kind === 'file' ? [one.file] : [])),
    faults: made.flatMap((one) => (one.kind === 'fault' ? [one.fault] : [])),
  };
}

type Formatted =
  | { readonly kind: 'file'; readonly file: TreeFile }
  | { readonly kind: 'fault'; readonly fault: TextFault };

type Way = (file: TreeFile, parser: string) => Promise<string>;

const slowly: Way = ({ text }, parser) =>
  parser === PYTHON ? formatPython(text) : prettify(text, { ...OPTIONS, parser });

function quickly(): Way {
  const sections = new Map<string, Promise<string>>();
  const layOut: Way = async (file, parser) =>
    parser === 'markdown'
      ? markdown(file.text)
      : ((await formatNatively(file.path, file.text, OPTIONS)) ?? slowly(file, parser));
  const markdown = markdownFormatter({
    slow: (section) => {
      const known = sections.get(section) ?? layOutProse(section);
      sections.set(section, known);
      return known;
    },
    code: async (language, text) => {
      const path = CODE_PATHS.get(language);
      // Code that does not parse stays as it is.
      return path === undefined
        ? undefined
        : layOut({ path, text }, parserOf(path) ?? '').catch(() => undefined);
    },
  });
  return layOut;
}

/** Prose of a document may hold anything. What cannot be laid out stays as it is: it means the same. */
const layOutProse = async (section: string): Promise<string> =>
  isUnwieldy(section)
    ? `${section.trimEnd()}\n`
    : prettify(section, { ...OPTIONS, parser: 'markdown' }).catch(() => `${section.trimEnd()}\n`);

const CODE_PATHS: ReadonlyMap<string, string> = new Map([
  ['ts', 'a.ts'],
  ['typescript', 'a.ts'],
  ['js', 'a.js'],
  ['javascript', 'a.js'],
  ['json', 'a.json'],
  ['yaml', 'a.yml'],
  ['python', 'a.py'],
]);

async function formatFile(file: TreeFile, way: Way): Promise<Formatted> {
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
    case '.json':
      return 'json';
    case '.md':
      return 'markdown';
    case '.yml':
    case '.yaml':
      return 'yaml';
    default:
      return undefined;
  }
}

const versionIn = (manifest: unknown): string => (isJsonObject(manifest) ? String(manifest['version']) : '');

const finalNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
