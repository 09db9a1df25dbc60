import type { Api, Method } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import { type BothSchemas, renamedPaths } from './renamed-paths.ts';

export interface MethodMatch {
  readonly pairs: readonly { readonly base: MethodSurface; readonly revision: MethodSurface }[];
  readonly removed: readonly MethodSurface[];
  readonly added: readonly MethodSurface[];
}

/**
 * Pairs methods by HTTP method and path (without parameter names and the common prefix), then by name in the
 * SDK, then by operationId, then by paths that differ in one word.
 */
export function matchMethods(
  base: readonly MethodSurface[],
  revision: readonly MethodSurface[],
  { schemas, ...prefixes }: Prefixes & { readonly schemas: BothSchemas },
): MethodMatch {
  const pairs: { readonly base: MethodSurface; readonly revision: MethodSurface }[] = [];
  const left = new Set(base);
  const right = new Set(revision);
  const join = (key: (methodSurface: MethodSurface) => string | undefined): void => {
    const open = new Map<string, MethodSurface[]>();
    for (const methodSurface of right) {
      const name = key(methodSurface);
      if (name === undefined) continue;
      const known = open.get(name);
      if (known === undefined) open.set(name, [methodSurface]);
      else known.push(methodSurface);
    }
    for (const methodSurface of left) {
      const name = key(methodSurface);
      const other = name === undefined ? undefined : open.get(name)?.shift();
      if (other === undefined) continue;
      pairs.push({ base: methodSurface, revision: other });
      left.delete(methodSurface);
      right.delete(other);
    }
  };
  join((methodSurface) => `${wireKey(methodSurface.method, true)} ${methodSurface.symbol}`);
  join((methodSurface) => wireKey(methodSurface.method, true));
  join((methodSurface) => wireKey(methodSurface.method, false));
  joinPrefixed(left, right, prefixes, (a, b) => pairs.push({ base: a, revision: b }));
  joinBelow(left, right, { base: commonOf(base), revision: commonOf(revision) }, (a, b) =>
    pairs.push({ base: a, revision: b }),
  );
  join((methodSurface) => methodSurface.symbol);
  join((methodSurface) => methodSurface.method.operationId);
  for (const pair of renamedPaths([...left], [...right], schemas)) {
    pairs.push(pair);
    left.delete(pair.base);
    right.delete(pair.revision);
  }
  return { pairs, removed: [...left], added: [...right] };
}

/** The part of the path that belongs to the default server's URL on each side: `/v1`, `''`. */
export interface Prefixes {
  readonly base: string;
  readonly revision: string;
}

export const prefixOf = (api: Api): string =>
  /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*(\/.*?)??\/?$/i.exec(api.client.environments[0]?.url ?? '')?.[1] ?? '';

function joinPrefixed(
  left: Set<MethodSurface>,
  right: Set<MethodSurface>,
  prefixes: Prefixes,
  then: (a: MethodSurface, b: MethodSurface) => void,
): void {
  const open = new Map(
    [...right].map((methodSurface) => [
      wireKey(methodSurface.method, true, prefixes.revision),
      methodSurface,
    ]),
  );
  for (const methodSurface of left) {
    const other = open.get(wireKey(methodSurface.method, true, prefixes.base));
    if (other === undefined || !right.has(other)) continue;
    then(methodSurface, other);
    left.delete(methodSurface);
    right.delete(other);
  }
}

/** The segments that all paths start with: `/v1`, `/{}/api`. */
function commonOf(all: readonly MethodSurface[]): readonly string[] {
  const [first, ...others] = all.map((methodSurface) => normalPath(methodSurface.method).split('/'));
  if (first === undefined || new Set(all.map((methodSurface) => normalPath(methodSurface.method))).size < 2)
    return [];
  const end = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return end < 0 ? first : first.slice(0, end);
}

/**
 * Pairs methods if a version or account was added before all paths, or removed. The rest of the paths is
 * equal.
 */
function joinBelow(
  left: Set<MethodSurface>,
  right: Set<MethodSurface>,
  common: { readonly base: readonly string[]; readonly revision: readonly string[] },
  then: (a: MethodSurface, b: MethodSurface) => void,
): void {
  const key = (methodSurface: MethodSurface, length: number): string =>
    `${methodSurface.method.verb} ${normalPath(methodSurface.method).split('/').slice(length).join('/')} ${methodSurface.method.fixedQuery.map((each) => `${each.name}=${each.value}`).join('&')}`;
  const open = new Map(
    [...right].map((methodSurface) => [key(methodSurface, common.revision.length), methodSurface]),
  );
  const found = [...left].flatMap((methodSurface) => {
    const other = open.get(key(methodSurface, common.base.length));
    return other === undefined ? [] : [[methodSurface, other] as const];
  });
  // Two unrelated APIs also share some path endings.
  if (found.length * 2 < left.size) return;
  for (const [methodSurface, other] of found) {
    if (!right.has(other)) continue;
    then(methodSurface, other);
    left.delete(methodSurface);
    right.delete(other);
  }
}

const wireKey = (method: Method, fixed: boolean, prefix = ''): string =>
  `${method.verb} ${prefix}${normalPath(method)}${fixed ? `?${method.fixedQuery.map((item) => `${item.name}=${item.value}`).join('&')}` : ''}`;

/** `/pets/{id}` → `/pets/{}`. */
export const normalPath = (method: Method): string =>
  method.pathParts
    .map((part) => (part.kind === 'text' ? part.text : '{}'))
    .join('')
    .replace(/(?<=.)\/$/, '');

/** Names of the path parameters by position. */
export const pathNames = (method: Method): readonly string[] =>
  method.pathParts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
