/** A word of the paths that is another word now: `/webhooks/{id}` → `/alert-receivers/{id}`, in all that hold it. */
import type { Method } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';

interface Pair {
  readonly base: MethodSurface;
  readonly revision: MethodSurface;
}

/**
 * Methods without a counterpart whose paths differ in one word, the same word in all of them, and which ask for and
 * answer with as much. One method alone may as well be another one.
 */
export function renamedPaths(
  removed: readonly MethodSurface[],
  added: readonly MethodSurface[],
): readonly Pair[] {
  const open = new Map<string, MethodSurface[]>();
  for (const one of added)
    for (const { key } of holes(one.method)) open.set(key, [...(open.get(key) ?? []), one]);
  const byWords = new Map<string, Pair[]>();
  for (const one of removed)
    for (const { key, word } of holes(one.method))
      for (const other of open.get(key) ?? []) {
        const next = holes(other.method).find((each) => each.key === key)?.word ?? '';
        if (next === word || shapeOf(one.method) !== shapeOf(other.method)) continue;
        const words = `${word} ${next}`;
        byWords.set(words, [...(byWords.get(words) ?? []), { base: one, revision: other }]);
      }
  const taken = new Set<MethodSurface>();
  const found: Pair[] = [];
  for (const pairs of [...byWords.values()].sort((a, b) => b.length - a.length)) {
    const free = pairs.filter((one) => !taken.has(one.base) && !taken.has(one.revision));
    if (free.length < 2) continue;
    for (const one of free) {
      if (taken.has(one.base) || taken.has(one.revision)) continue;
      taken.add(one.base).add(one.revision);
      found.push(one);
    }
  }
  return found;
}

/** The method's key with each of its words left out in turn. */
function holes({ verb, pathParts }: Method): readonly { readonly key: string; readonly word: string }[] {
  const segments = pathParts
    .map((part) => (part.kind === 'text' ? part.text : '{}'))
    .join('')
    .split('/');
  return segments.flatMap((word, index) =>
    word === '' || word.includes('{}')
      ? []
      : [{ key: `${verb} ${segments.map((one, at) => (at === index ? '*' : one)).join('/')}`, word }],
  );
}

/** What goes in and what comes out, by kind and name. */
const shapeOf = ({ parameters, body, responses, success }: Method): string =>
  [
    ...parameters
      .filter((one) => one.in !== 'path' && one.in !== 'header')
      .map((one) => `${one.in} ${one.name}`)
      .sort(),
    body === undefined ? '' : (body.contents[body.chosen]?.type.kind ?? ''),
    success === undefined
      ? ''
      : (responses[success]?.contents[responses[success]?.chosen ?? -1]?.type.kind ?? ''),
  ].join('\n');
