/**
 * Parses path keys as people write them: `/files/{id}.{ext}`, `/responses?beta=true`,
 * `/search?q={query}`, `/items{?page,size}`, `/conversations#stream`.
 */
import type { PathPart } from '../types.ts';

export interface PathKey {
  /** The template without query and fragment. */
  readonly path: string;
  readonly parts: readonly PathPart[];
  /** Names of the template's parameters in order, without duplicates. */
  readonly names: readonly string[];
  readonly fixedQuery: readonly { readonly name: string; readonly value: string }[];
  /** Parameters that the template puts into the query, whatever `in` the document declares. */
  readonly inQuery: readonly { readonly parameter: string; readonly name: string }[];
  /** Text after `#`. It distinguishes two operations with the same path and is never sent. */
  readonly fragment?: string;
}

/**
 * `{name}`, and the RFC 6570 forms `{+name}`, `{/name*}`, `{?a,b}`, whose operators
 * control only how values are written.
 */
const TEMPLATE = /\{([^{}]*)\}/g;

/** RFC 6570 section 3.2.8: `{?page,size}`. */
const QUERY_FORM = /\{[?&]([^{}]*)\}/g;

export function parsePathKey(key: string): PathKey {
  const hash = indexOutsideBraces(key, '#');
  const beforeHash = hash < 0 ? key : key.slice(0, hash);
  const fragment = hash < 0 ? '' : key.slice(hash + 1);
  const mark = indexOutsideBraces(beforeHash, '?');
  const withForms = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
  const pairs = mark < 0 ? [] : pairsOf(beforeHash.slice(mark + 1));
  const forms = [...withForms.matchAll(QUERY_FORM)].flatMap((match) =>
    (match[1] ?? '').split(',').map(nameIn),
  );
  const plain = withForms.replace(QUERY_FORM, '');
  const path = plain.startsWith('/') ? plain : `/${plain}`;
  const parts = partsOf(path);
  return {
    path,
    parts,
    names: [...new Set(parts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : [])))],
    fixedQuery: pairs.flatMap(({ name, value, parameter }) =>
      parameter === undefined && !name.includes('{') ? [{ name, value }] : [],
    ),
    inQuery: [
      ...pairs.flatMap(({ name, parameter }) => (parameter === undefined ? [] : [{ parameter, name }])),
      ...forms.map((name) => ({ parameter: name, name })),
    ],
    ...(fragment !== '' && { fragment }),
  };
}

function partsOf(path: string): readonly PathPart[] {
  const parts: PathPart[] = [];
  let from = 0;
  for (const match of path.matchAll(TEMPLATE)) {
    const name = nameIn(match[1] ?? '');
    if (name === '') continue;
    if (match.index > from) parts.push({ kind: 'text', text: path.slice(from, match.index) });
    parts.push({ kind: 'parameter', name });
    from = match.index + match[0].length;
  }
  if (from < path.length) parts.push({ kind: 'text', text: path.slice(from) });
  return parts;
}

/**
 * The name inside braces, without RFC 6570 operator, explode mark and prefix
 * length, and without AWS's greedy `+`.
 */
const nameIn = (inside: string): string =>
  inside
    .trim()
    .replace(/^[+./;?&]/, '')
    .replace(/[*+]$/, '');

/** `a=b&c={d}`: the pairs, with the parameter that provides the value, if any. */
function pairsOf(
  text: string,
): readonly { readonly name: string; readonly value: string; readonly parameter?: string }[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      const parameter = /^\{([^{}]+)\}$/.exec(value)?.[1];
      return {
        name: decoded(name),
        value: decoded(value),
        ...(parameter !== undefined && { parameter: nameIn(parameter) }),
      };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function indexOutsideBraces(text: string, wanted: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (char === wanted && depth === 0) return index;
  }
  return -1;
}
