/**
 * Derives the synchronous half of the Python runtime from the asynchronous half, as text without a parser.
 */
import { inImportOrder } from './imports.ts';

/** Names whose synchronous form is not obtained by removing the word. */
const NAMES: Readonly<Record<string, string>> = {
  AsyncIterator: 'Iterator',
  AsyncIterable: 'Iterable',
  BaseAsyncPage: 'BaseSyncPage',
  DefaultAsyncHttpxClient: 'DefaultHttpxClient',
  StopAsyncIteration: 'StopIteration',
  __aenter__: '__enter__',
  __aexit__: '__exit__',
  __aiter__: '__iter__',
  __anext__: '__next__',
  aclose: 'close',
  aiter_bytes: 'iter_bytes',
  aiter_lines: 'iter_lines',
  aiter_text: 'iter_text',
  aread: 'read',
};

const HEADER = '# Derived from the module of the same name in `_async` by `npm run python:sync`.\n';

/** Leaves comments and docstrings unchanged, except that `async with` becomes `with`. */
export function deriveSync(source: string): string {
  const text = source
    // `Callable[_P, Awaitable[X]]` and `Callable[[], Awaitable[X]]` return the value directly.
    .replace(/\bAwaitable\[((?:[^[\]]|\[[^[\]]*\])*)\]/g, '$1')
    .replace(/^(from typing import .*?)\bAwaitable, /gm, '$1')
    .replace(/^ {4}Awaitable,\n/gm, '')
    .replace(/\basync (def|for|with)\b/g, '$1')
    .replace(/\bawait /g, '')
    // Comments for the type checker that only apply to the synchronous half.
    .replace(/# sync: /g, '# ')
    .replace(/\basync_(to_\w+)/g, '$1')
    .replace(/\b_async\b/g, '_sync')
    .replace(/\b\w+\b/g, (word) => NAMES[word] ?? plain(word));
  return HEADER + sortNames(text);
}

/** Shorter names change the order of an import. */
const sortNames = (text: string): string =>
  text
    .replace(
      /^(from \S+ import )([\w, ]+)$/gm,
      (_all, start: string, names: string) => start + sorted(names).join(', '),
    )
    .replace(
      /^(from \S+ import \(\n)((?: {4}\w+,\n)+)\)$/gm,
      (_all, start: string, names: string) =>
        `${start}${sorted(names)
          .map((name) => `    ${name},\n`)
          .join('')})`,
    );

const sorted = (names: string): readonly string[] => inImportOrder([...new Set(names.match(/\w+/g))]);

/** `AsyncStream` becomes `Stream`. */
const plain = (word: string): string => (/^Async[A-Z]/.test(word) ? word.slice('Async'.length) : word);
