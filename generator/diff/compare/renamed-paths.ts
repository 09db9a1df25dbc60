/**
 * A word of the paths that is another word now: `/webhooks/{id}` → `/alert-receivers/{id}`, in all that hold
 * it.
 */
import type { Method } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import { type Schemas, membersOfObject, resolve } from './shape.ts';
import { shared } from './structure.ts';

interface Pair {
  readonly base: MethodSurface;
  readonly revision: MethodSurface;
  /** There are names by which the two are alike. */
  readonly isTold: boolean;
}

export interface BothSchemas {
  readonly base: Schemas;
  readonly revision: Schemas;
}

/** The share of names from which on two methods are one. */
const ENOUGH = 0.5;

/**
 * Methods without a counterpart whose paths differ in one word, the same word in all of them, and which ask
 * for and answer with as much. One method alone may as well be another one.
 */
export function renamedPaths(
  removed: readonly MethodSurface[],
  added: readonly MethodSurface[],
  schemas: BothSchemas,
): readonly Pair[] {
  const open = new Map<string, MethodSurface[]>();
  for (const one of added)
    for (const { key } of holes(one.method)) open.set(key, [...(open.get(key) ?? []), one]);
  const byWords = new Map<string, Pair[]>();
  for (const one of removed)
    for (const { key, word } of holes(one.method))
      for (const other of open.get(key) ?? []) {
        const next = holes(other.method).find((each) => each.key === key)?.word ?? '';
        const like = next === word ? 0 : likeness(one, other, schemas);
        if (like !== undefined && like < ENOUGH) continue;
        const words = `${word} ${next}`;
        byWords.set(words, [
          ...(byWords.get(words) ?? []),
          { base: one, revision: other, isTold: like !== undefined },
        ]);
      }
  const taken = new Set<MethodSurface>();
  const found: Pair[] = [];
  for (const pairs of [...byWords.values()].sort((a, b) => b.length - a.length)) {
    const free = pairs.filter((one) => !taken.has(one.base) && !taken.has(one.revision));
    if (free.length < 2 || !free.some((one) => one.isTold)) continue;
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

/**
 * How much of what goes in and comes out has the same names, 0 to 1; undefined where neither has any names to
 * tell by. A parameter or a body more or less makes another method.
 */
function likeness(a: MethodSurface, b: MethodSurface, schemas: BothSchemas): number | undefined {
  if (givenText(a.method) !== givenText(b.method)) return 0;
  const [x, y] = [namesOf(a.method, schemas.base), namesOf(b.method, schemas.revision)];
  return x.size + y.size === 0 ? undefined : shared(x, y);
}

const givenText = ({ parameters, body }: Method): string =>
  [
    ...parameters
      .filter((one) => one.in !== 'path' && one.in !== 'header')
      .map((one) => `${one.in} ${one.name}`)
      .sort(),
    body === undefined ? '' : 'body',
  ].join('\n');

/** Names of the properties of the body and of the result. */
function namesOf({ body, responses, success }: Method, schemas: Schemas): ReadonlySet<string> {
  const answer = success === undefined ? undefined : responses[success];
  const contents = [body?.contents[body.chosen], answer?.contents[answer.chosen ?? -1]];
  return new Set(
    contents.flatMap((one) => {
      const type = one === undefined ? undefined : resolve(one.type, schemas);
      return type?.kind === 'object' ? [...membersOfObject(type, schemas).properties.keys()] : [];
    }),
  );
}
