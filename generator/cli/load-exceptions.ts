/** Reads the file of accepted changes from a file system or a git revision. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Texts } from '../diagnostics/print/placed.ts';
import { type Exceptions, noExceptions, readExceptions } from '../diff/exceptions.ts';
import type { Io } from '../source/io.ts';
import { parseText } from '../source/parse/parse-text.ts';

export interface LoadedExceptions {
  readonly value: Exceptions;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}

export async function loadExceptions(file: string, io: Io): Promise<LoadedExceptions> {
  const bytes = await io.readFile(file);
  if (bytes?.kind !== 'bytes')
    return {
      value: noExceptions,
      diagnostics: [diagnostic('file-not-found', { file, flag: '--exceptions' })],
      texts: new Map(),
    };
  const parsed = parseText(file, bytes.bytes);
  const texts: Texts = new Map([[file, parsed.text]]);
  if (parsed.value === undefined) return { value: noExceptions, diagnostics: parsed.diagnostics, texts };
  const read = readExceptions(parsed.value.root, file);
  return { value: read.value, diagnostics: [...parsed.diagnostics, ...read.diagnostics], texts };
}
