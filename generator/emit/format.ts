/** Formats generated files: code with the formatter of its language, data and Markdown in our own style. */
import { LANGUAGES } from '../languages/data.ts';
import { type CodeFormatter, FormatterMissing } from '../lib/code-formatter.ts';
import { sha256 } from '../lib/hash.ts';
import { PRETTIER_OPTIONS, formatNatively, prettierKey, prettify } from '../lib/prettify.ts';
import { type TextFault, quotedLine } from './faults.ts';
import { formatMarkdown } from './markdown.ts';
import type { TreeFile } from './types.ts';

export interface FormatOptions {
  /** False: use only prettier, for comparison. */
  readonly native?: boolean;
}

export interface Formatting {
  readonly value: readonly TreeFile[];
  /** Faults of files that are left out. `textFaults` describes them. */
  readonly faults: readonly TextFault[];
}

/** Files of other kinds stay as they are. A file that does not parse is left out. */
export async function format(
  files: readonly TreeFile[],
  { native = true }: FormatOptions = {},
): Promise<Formatting> {
  const rendered: Formatted[] = [];
  const waiting = files.entries();
  // The native formatter uses its own threads. A few files at a time keep them busy; all
  // at once would need much memory.
  const work = async (): Promise<void> => {
    for (const [index, file] of waiting) rendered[index] = await formatFile(file, native);
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

/** JSON and YAML, whatever the language of the SDK. */
const dataFormatter: CodeFormatter = {
  endings: ['.json', '.yml', '.yaml'],
  key: prettierKey,
  format: async (path, text, { native }) => {
    const isManifest = /(?:^|\/)package\.json$/.test(path);
    const isJson = path.endsWith('.json');
    const quick = !native ? undefined : isManifest ? likeStringify(text) : undefined;
    if (quick !== undefined) return quick;
    const parser = isManifest ? 'json-stringify' : isJson ? 'json' : 'yaml';
    const rendered =
      native && isJson && !isManifest ? await formatNatively(path, text, PRETTIER_OPTIONS) : undefined;
    return rendered ?? prettify(text, { ...PRETTIER_OPTIONS, parser });
  },
};

/**
 * Prettier's format for this JSON, computed without prettier. Undefined if parsing and printing
 * would change more than white space.
 */
function likeStringify(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
      ? `${JSON.stringify(value, null, 2)}\n`
      : undefined;
  } catch {
    return undefined;
  }
}

/** Markdown may contain code of every language, so its cache key includes the keys of all formatters. */
const markdownFormatter: CodeFormatter = {
  endings: ['.md'],
  key: () => CODE_FORMATTERS.map(({ key }) => key()).join('\0'),
  format: async (_path, text, options) =>
    formatMarkdown(text, async (fence, code) => {
      const ending = FENCES.get(fence);
      const path = `code${ending ?? ''}`;
      // Code that does not parse stays as it is.
      return formatterOf(path)
        ?.format(path, code, options)
        .catch(() => undefined);
    }),
};

const CODE_FORMATTERS: readonly CodeFormatter[] = [
  dataFormatter,
  ...LANGUAGES.flatMap(({ formatter }) => formatter ?? []),
];

const FORMATTERS: ReadonlyMap<string, CodeFormatter> = new Map(
  [...CODE_FORMATTERS, markdownFormatter].flatMap((formatter) =>
    formatter.endings.map((ending) => [ending, formatter] as const),
  ),
);

/** Language of a fence → extension of a file with such code. */
const FENCES: ReadonlyMap<string, string> = new Map([
  ['json', '.json'],
  ['yaml', '.yml'],
  ...LANGUAGES.flatMap(({ code }) => [...code.fences]),
]);

const endingOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0] ?? '';
const formatterOf = (path: string): CodeFormatter | undefined => FORMATTERS.get(endingOf(path));

async function formatFile(file: TreeFile, native: boolean): Promise<Formatted> {
  if (file.isLaidOut) return { kind: 'file', file };
  const formatter = formatterOf(file.path);
  if (formatter === undefined) return { kind: 'file', file: { ...file, text: finalNewline(file.text) } };
  try {
    const text = await formatter.format(file.path, file.text, { native });
    return { kind: 'file', file: { ...file, text } };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(file, error) };
  }
}

export function faultOf({ path, text, template }: TreeFile, error: unknown): TextFault {
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

/** Cache key of a formatted file: its unformatted text, its kind and the formatter. 132 bits. */
export function formatKey({ path, text }: TreeFile): string {
  const kind = path.endsWith('package.json') ? 'package.json' : endingOf(path);
  return sha256(`${formatterOf(path)?.key() ?? ''}\0${kind}\0${text}`).slice(0, 22);
}

const finalNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
