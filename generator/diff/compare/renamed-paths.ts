/**
 * Finds a word of the paths that was replaced in every path that contains it: `/webhooks/{id}` →
 * `/alert-receivers/{id}`.
 */
import type { Method } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import { type Schemas, membersOfObject, resolve } from './shape.ts';
import { shared } from './structure.ts';

interface PathPair {
  readonly base: MethodSurface;
  readonly revision: MethodSurface;
  /** Names of properties support the pair. */
  readonly isTold: boolean;
}

export interface BothSchemas {
  readonly base: Schemas;
  readonly revision: Schemas;
}

/** The minimum share of equal names for a pair. */
const ENOUGH = 0.5;

/**
 * Pairs unmatched methods whose paths differ in one word, the same word in every path, and whose arguments
 * and results are similar. A single method is not sufficient evidence.
 */
export function renamedPaths(
  removed: readonly MethodSurface[],
  added: readonly MethodSurface[],
  schemas: BothSchemas,
): readonly PathPair[] {
  const byWords = new Map<string, PathPair[]>();
  const open = byHole(added, schemas.revision);
  for (const [key, before] of byHole(removed, schemas.base))
    for (const [x, y] of candidates(before, open.get(key) ?? [])) {
      const like = x.word === y.word ? 0 : likeness(x, y);
      if (like === undefined || like >= ENOUGH)
        push(byWords, `${x.word} ${y.word}`, {
          base: x.method,
          revision: y.method,
          isTold: like !== undefined,
        });
    }
  const taken = new Set<MethodSurface>();
  const found: PathPair[] = [];
  for (const pairs of [...byWords.values()].sort((a, b) => b.length - a.length)) {
    const free = pairs.filter((pair) => !taken.has(pair.base) && !taken.has(pair.revision));
    if (free.length < 2 || !free.some((pair) => pair.isTold)) continue;
    for (const pair of free) {
      if (taken.has(pair.base) || taken.has(pair.revision)) continue;
      taken.add(pair.base).add(pair.revision);
      found.push(pair);
    }
  }
  return found;
}

/** A method, indexed by its path without one of the words. */
interface Held {
  readonly method: MethodSurface;
  readonly word: string;
  /** The arguments of the method, as a text to compare. */
  readonly given: string;
  /** Names of the properties of the body and of the result. */
  readonly names: ReadonlySet<string>;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [item]);
  else known.push(item);
}

function byHole(methods: readonly MethodSurface[], schemas: Schemas): ReadonlyMap<string, readonly Held[]> {
  const found = new Map<string, Held[]>();
  for (const method of methods) {
    const held = { method, given: givenText(method.method), names: namesOf(method.method, schemas) };
    for (const { key, word } of holes(method.method)) push(found, key, { ...held, word });
  }
  return found;
}

/**
 * Maximum number of pairs that are compared individually. Beyond it, only methods with equal names are
 * compared.
 */
const MOST_PAIRS = 2500;

function candidates(before: readonly Held[], after: readonly Held[]): readonly (readonly [Held, Held])[] {
  if (before.length * after.length <= MOST_PAIRS)
    return before.flatMap((x) => after.map((y) => [x, y] as const));
  const same = new Map<string, Held[]>();
  const signature = ({ given, names }: Held): string => JSON.stringify([given, [...names].sort()]);
  for (const held of after) push(same, signature(held), held);
  const asked = new Map<string, Held[]>();
  for (const held of before) push(asked, signature(held), held);
  return [...asked].flatMap(([key, group]) => {
    const others = same.get(key) ?? [];
    return group.length * others.length > MOST_PAIRS
      ? []
      : group.flatMap((x) => others.map((y) => [x, y] as const));
  });
}

/**
 * Keys of the method with each word removed, and with a gap before each segment, because `/beta/pets` and
 * `/pets` also differ in one word.
 */
function holes({ verb, pathParts }: Method): readonly { readonly key: string; readonly word: string }[] {
  const segments = pathParts
    .map((part) => (part.kind === 'text' ? part.text : '{}'))
    .join('')
    .split('/');
  const keyOf = (start: number, end: number): string =>
    `${verb} ${[...segments.slice(0, start), '*', ...segments.slice(end)].join('/')}`;
  return segments.flatMap((word, index) =>
    word === ''
      ? []
      : [
          { key: keyOf(index, index), word: '' },
          ...(word.includes('{}') ? [] : [{ key: keyOf(index, index + 1), word }]),
        ],
  );
}

/**
 * The share of equal names in arguments and results, 0 to 1; undefined if neither side has names. Another
 * number of parameters or bodies means another method.
 */
function likeness(x: Held, y: Held): number | undefined {
  if (x.given !== y.given) return 0;
  return x.names.size + y.names.size === 0 ? undefined : shared(x.names, y.names);
}

const givenText = ({ parameters, body }: Method): string =>
  [
    ...parameters
      .filter((parameter) => parameter.in !== 'path' && parameter.in !== 'header')
      .map((parameter) => `${parameter.in} ${parameter.name}`)
      .sort(),
    body === undefined ? '' : 'body',
  ].join('\n');

/** Names of the properties of the body and of the result. */
function namesOf({ body, responses, success }: Method, schemas: Schemas): ReadonlySet<string> {
  const answer = success === undefined ? undefined : responses[success];
  const contents = [body?.contents[body.chosen], answer?.contents[answer.chosen ?? -1]];
  return new Set(
    contents.flatMap((content) => {
      const type = content === undefined ? undefined : resolve(content.type, schemas);
      return type?.kind === 'object' ? [...membersOfObject(type, schemas).properties.keys()] : [];
    }),
  );
}
