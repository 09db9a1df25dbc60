/** Finds offsets in a well-formed JSON text, only when a position is requested. */

/**
 * Offsets of the members of an object or array. A repeated key has its first place in `entries`
 * and all later places in `repeated`.
 */
export interface JsonEntries {
  readonly entries: ReadonlyMap<string, JsonEntry>;
  readonly repeated: readonly (JsonEntry & { readonly key: string })[];
}
export interface JsonEntry {
  readonly keyAt: number;
  readonly valueAt: number;
}

/** The direct members of the object or array that begins at `start`; empty for a scalar. */
export function scanParts(text: string, start: number): JsonEntries {
  const entries = new Map<string, JsonEntry>();
  const repeated: (JsonEntry & { key: string })[] = [];
  const opening = text[start];
  if (opening !== '{' && opening !== '[') return { entries, repeated };
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    let key = String(index);
    let valueAt = at;
    const keyAt = at;
    if (opening === '{') {
      const end = endOfString(text, at);
      key = readKey(text.slice(at, end));
      valueAt = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (entries.has(key)) repeated.push({ key, keyAt, valueAt });
    else entries.set(key, { keyAt, valueAt });
    at = skipSpace(text, endOfValue(text, valueAt));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return { entries, repeated };
}

/** Number of `"key":` in the text at any depth. If the parsed value has fewer keys, some are repeated. */
export function countKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; ) {
    const after = skipSpace(text, endOfString(text, at));
    if (text[after] === ':') count++;
    at = text.indexOf('"', after);
  }
  return count;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = at - 1;
    while (text[slashes] === '\\') slashes--;
    if ((at - slashes) % 2 === 1) return at + 1;
  }
  return text.length;
}

const BRACKET_OR_QUOTE = /["[\]{}]/g;

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfScalar(text, start);
  let depth = 0;
  BRACKET_OR_QUOTE.lastIndex = start;
  for (let found = BRACKET_OR_QUOTE.exec(text); found !== null; found = BRACKET_OR_QUOTE.exec(text)) {
    if (found[0] === '"') BRACKET_OR_QUOTE.lastIndex = endOfString(text, found.index);
    else if (found[0] === '{' || found[0] === '[') depth++;
    else if (--depth === 0) return found.index + 1;
  }
  return text.length;
}

function endOfScalar(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++;
  return at;
}

function readKey(quoted: string): string {
  const key: unknown = JSON.parse(quoted);
  return typeof key === 'string' ? key : quoted;
}
