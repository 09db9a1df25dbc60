import { type ParseError, parse as parseTolerant, printParseErrorCode } from 'jsonc-parser';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';
import { pointerTokens } from '../../lib/origin.ts';
import { type Position, createLines } from './lines.ts';
import { type JsonEntries, countKeys, scanParts, skipSpace } from './json-scan.ts';

/** Parses JSON quickly, without positions. Undefined if the text is not JSON. */
export function tryJson(text: string): { readonly value: JsonValue } | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

/** Describes the fault in a text that should be JSON, with its position. */
export function explainJson(document: string, text: string): Diagnostic {
  const errors: ParseError[] = [];
  try {
    parseTolerant(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return diagnostic(
      'nested-too-deep',
      { limit: 'the parser’s' },
      { position: { document, line: 1, column: 1 } },
    );
  }
  const first = errors[0];
  const reason =
    first === undefined
      ? 'the text is no JSON value'
      : (REASONS.get(printParseErrorCode(first.error)) ?? 'something is wrong here');
  return diagnostic(
    'json-syntax',
    { reason },
    { position: { document, ...createLines(text)(first?.offset ?? 0) } },
  );
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'this is neither a value nor a key'],
  ['InvalidNumberFormat', 'this is no number'],
  ['PropertyNameExpected', 'a key in double quotes is expected here'],
  ['ValueExpected', 'a value is expected here'],
  ['ColonExpected', 'a colon is expected here'],
  ['CommaExpected', 'a comma is expected here'],
  ['CloseBraceExpected', 'a closing brace is expected here'],
  ['CloseBracketExpected', 'a closing bracket is expected here'],
  ['EndOfFileExpected', 'the document ends here, but text follows'],
  ['InvalidCommentToken', 'JSON has no comments'],
  ['UnexpectedEndOfComment', 'JSON has no comments'],
  ['UnexpectedEndOfString', 'this string does not end'],
  ['UnexpectedEndOfNumber', 'this number does not end'],
  ['InvalidUnicode', 'this \\u escape is incomplete'],
  ['InvalidEscapeCharacter', 'this escape sequence does not exist'],
  ['InvalidCharacter', 'a control character must be written as an escape'],
]);

/** Locates pointers in a JSON text; each container on the way is scanned at most once. */
export function jsonLocator(text: string): (pointer: string) => Position {
  const lines = createLines(text);
  const seen = new Map<number, JsonEntries>();
  const partsAt = (offset: number): JsonEntries => {
    const parts = seen.get(offset) ?? scanParts(text, offset);
    seen.set(offset, parts);
    return parts;
  };
  return (pointer) => {
    let best = skipSpace(text, 0);
    let container = best;
    for (const token of pointerTokens(pointer)) {
      const part = partsAt(container).entries.get(token);
      if (part === undefined) break;
      container = part.valueAt;
      best = /[[{]/.test(text[container] ?? '') ? part.keyAt : part.valueAt;
    }
    return lines(best);
  };
}

/**
 * Reports repeated keys, of which JSON.parse silently keeps the last. `keys` is the
 * number of keys in the parsed value.
 */
export function repeatedKeys(document: string, text: string, keys: number): readonly Diagnostic[] {
  if (countKeys(text) === keys) return [];
  const lines = createLines(text);
  const found: Diagnostic[] = [];
  const work = [skipSpace(text, 0)];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { entries, repeated } = scanParts(text, next);
    for (const { key, keyAt } of repeated) {
      const first = lines(entries.get(key)?.keyAt ?? 0);
      found.push(
        diagnostic('duplicate-key', { key, line: first.line }, { position: { document, ...lines(keyAt) } }),
      );
    }
    for (const part of [...entries.values(), ...repeated])
      if (/[[{]/.test(text[part.valueAt] ?? '')) work.push(part.valueAt);
  }
  return found.sort(
    (a, b) =>
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
}
