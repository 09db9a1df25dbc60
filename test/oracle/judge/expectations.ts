/** What the rules said, arranged as the compiler will be asked: by method or type, and by class of use. */
import { matchMethods, prefixOf } from '../../../generator/diff/compare/match-methods.ts';
import { surfaceOf } from '../../../generator/diff/surface.ts';
import type { Change, Reach, SourceClass } from '../../../generator/diff/types.ts';
import type { Api, Schema } from '../../../generator/ir/types.ts';
import { type UnwrapName, unwrapsIn } from '../../../generator/ir/unwraps.ts';
import { type Naming, plainNames } from '../../../generator/diff/names.ts';
import type { Origin } from '../../../generator/lib/origin.ts';
import type { ProbedClass } from './probe.ts';
import { plain, plainType } from './symbols.ts';

export interface Expectations {
  /** Changes that are said to break the class of use at the symbol. */
  readonly breaking: (symbol: string, kind: ProbedClass) => readonly Change[];
  /** Changes with any effect on code at the symbol. */
  readonly touching: (symbol: string) => readonly Change[];
  /** Changes that are met at the symbol, those too that no code notices. */
  readonly meeting: (symbol: string) => readonly Change[];
  /** Every use that the change is said to break. */
  readonly placesOf: (change: Change) => readonly { readonly symbol: string; readonly kind: ProbedClass }[];
  /** The old method has no counterpart of the same name. */
  readonly isGone: (symbol: string) => boolean;
  readonly isKnown: (symbol: string) => boolean;
  /** It stands in an object that is a member of a union which nothing tells apart. */
  readonly isLoose: (change: Change) => boolean;
  /** It is about a union that a property tells apart, so code switches over it. */
  readonly isTagged: (change: Change) => boolean;
}

/** The named type that a change stands in: `Pet.owner.name` → `type pet`. */
export const typeOf = (change: Change): string =>
  /^client\./.test(change.subject) ? '' : plainType(/^[^.[]*/.exec(change.subject)?.[0] ?? '');

/** The properties on a change's path: `Pet.owner.name` → `owner`, `name`. */
export const namesIn = (change: Change): readonly string[] =>
  change.subject
    .split(/[.[\]]+/)
    .slice(1)
    .map((one) => one.replaceAll('"', ''))
    .filter((one) => one !== '' && !one.includes('('));

const KINDS: readonly ProbedClass[] = ['call', 'read', 'exhaust', 'fake', 'name'];

export function expect(
  base: Api,
  revision: Api,
  changes: readonly Change[],
  naming: Naming = plainNames,
): Expectations {
  const symbols = symbolMap(base, revision, naming);
  const found = new Map<string, Set<Change>>();
  const places = new Map<Change, { readonly symbol: string; readonly kind: ProbedClass }[]>();
  const add = (key: string, change: Change): void =>
    void found.set(key, (found.get(key) ?? new Set()).add(change));
  const say = (symbol: string, sources: readonly SourceClass[], change: Change): void => {
    add(`${symbol} all`, change);
    if (sources.length > 0) add(symbol, change);
    for (const kind of KINDS) {
      if (!sources.includes(kind)) continue;
      add(`${symbol} ${kind}`, change);
      const known = places.get(change);
      if (known === undefined) places.set(change, [{ symbol, kind }]);
      else known.push({ symbol, kind });
    }
  };
  const holders = holdersOf(base);
  const unwraps = unwrapsIn(base).flatMap((one) =>
    one.event === undefined ? [symbolOf(base, one, naming)] : [],
  );
  const loose = looseMembers(base);
  const tagged = { base: taggedUnions(base), revision: taggedUnions(revision) };
  for (const change of changes) {
    if (/^(?:operation-(?:renamed|moved|removed)|unwrap-method-removed)/.test(change.rule)) {
      say(plain(change.subject.replace(/\(\)$/, '')), change.source, change);
      continue;
    }
    const inType = typeOf(change);
    // The name of a type means nothing to the types that hold it.
    for (const holder of inType === ''
      ? []
      : change.rule.startsWith('model-')
        ? [inType]
        : (holders.get(inType) ?? [inType]))
      say(holder, change.byDirection?.response.source ?? change.source, change);
    if (change.reach.some((use) => use.symbol === undefined && use.operation.startsWith('webhook ')))
      for (const symbol of unwraps) say(symbol, change.byDirection?.response.source ?? change.source, change);
    // What no method meets is said of the type alone.
    if (change.rule.startsWith('model-') || (change.reach.length === 0 && change.directions.length > 0))
      continue;
    const reached =
      change.reach.length === 0
        ? [{ name: 'client', sources: change.source }]
        : change.reach.flatMap((use) =>
            use.symbol === undefined ? [] : [{ name: plain(use.symbol), sources: sourcesAt(change, use) }],
          );
    for (const { name, sources } of reached)
      for (const old of symbols.old(name)) if (!symbols.isTaken(old)) say(old, sources, change);
  }
  return {
    breaking: (symbol, kind) => [...(found.get(`${plain(symbol)} ${kind}`) ?? [])],
    touching: (symbol) => [...(found.get(plain(symbol)) ?? [])],
    meeting: (symbol) => [...(found.get(`${plain(symbol)} all`) ?? [])],
    placesOf: (change) => places.get(change) ?? [],
    isGone: (symbol) => symbols.map.get(plain(symbol)) !== plain(symbol),
    isKnown: (symbol) => symbols.map.has(plain(symbol)),
    isLoose: (change) => loose.has(typeOf(change)),
    isTagged: (change) =>
      tagged.base.has(change.base?.pointer ?? '') || tagged.revision.has(change.revision?.pointer ?? ''),
  };
}

/** A method that reads webhooks. */
const symbolOf = (api: Api, { resource, key }: UnwrapName, naming: Naming): string =>
  plain(naming(api).call(resource, key));

/**
 * Old symbol → the method's name in the new API; undefined when it is gone. Taken: another method has the old
 * name.
 */
function symbolMap(
  base: Api,
  revision: Api,
  naming: Naming,
): {
  readonly map: ReadonlyMap<string, string | undefined>;
  readonly old: (name: string) => readonly string[];
  readonly isTaken: (old: string) => boolean;
} {
  const schemas = (api: Api) =>
    Object.assign(new Map(api.schemas.map((one) => [one.id, one])), { names: naming(api) });
  const fresh = surfaceOf(revision, schemas(revision));
  const now = new Set(fresh.map((one) => plain(one.symbol)));
  const match = matchMethods(surfaceOf(base, schemas(base)), fresh, {
    base: prefixOf(base),
    revision: prefixOf(revision),
    schemas: { base: schemas(base), revision: schemas(revision) },
  });
  const still = new Set(unwrapsIn(revision).map((one) => symbolOf(revision, one, naming)));
  const map = new Map<string, string | undefined>([
    ['client', 'client'],
    ...match.pairs.map((one) => [plain(one.base.symbol), plain(one.revision.symbol)] as const),
    ...match.removed.map((one) => [plain(one.symbol), undefined] as const),
    ...unwrapsIn(base)
      .map((one) => symbolOf(base, one, naming))
      .map((symbol) => [symbol, still.has(symbol) ? symbol : undefined] as const),
  ]);
  const olds = new Map<string, string[]>();
  for (const [old, next] of map) olds.set(next ?? old, [...(olds.get(next ?? old) ?? []), old]);
  return { map, old: (name) => olds.get(name) ?? [], isTaken: (old) => map.get(old) !== old && now.has(old) };
}

/** The classes that break at one method: of the directions in which it meets the change. */
function sourcesAt(change: Change, use: Reach): readonly SourceClass[] {
  const { byDirection } = change;
  // Bodies of errors are thrown, and read once `isErrorOf` has told them.
  const isThrown = (where: string): boolean => /^response (?!2)/.test(where);
  // Nobody mocks what is thrown.
  const read = (sources: readonly SourceClass[]): readonly SourceClass[] =>
    sources.filter((one) => one === 'read' || one === 'exhaust');
  if (byDirection === undefined)
    return use.where.length > 0 && use.where.every(isThrown) ? read(change.source) : change.source;
  const isRequest = (where: string): boolean => /^(path|query|header|cookie|body)$/.test(where);
  return [
    ...(use.where.some(isRequest) ? byDirection.request.source : []),
    ...(use.where.some((one) => !isRequest(one) && !isThrown(one))
      ? byDirection.response.source
      : use.where.some(isThrown)
        ? read(byDirection.response.source)
        : []),
  ];
}

/** Type → the types that hold it, directly or through others, itself included. */
function holdersOf(api: Api): ReadonlyMap<string, ReadonlySet<string>> {
  const name = (schema: Schema): string => plainType(schema.model?.name ?? schema.name);
  const byId = new Map(api.schemas.map((one) => [one.id, one]));
  const parents = new Map<string, Set<string>>();
  for (const schema of api.schemas) {
    for (const id of refsIn(schema.type)) {
      const target = byId.get(id);
      if (target !== undefined)
        parents.set(name(target), (parents.get(name(target)) ?? new Set()).add(name(schema)));
    }
  }
  return new Map(
    api.schemas
      .map((schema) => {
        const all = new Set([name(schema)]);
        for (const one of all) for (const parent of parents.get(one) ?? []) all.add(parent);
        return [schema, all] as const;
      })
      .flatMap(([schema, all]) => [[plainType(schema.name), all] as const, [name(schema), all] as const]),
  );
}

/** Named members of unions without a discriminator. */
function looseMembers(api: Api): ReadonlySet<string> {
  const byId = new Map(api.schemas.map((one) => [one.id, one]));
  const found = new Set<string>();
  for (const node of nodesIn([api.schemas, api.root])) {
    if (
      node.kind !== 'union' ||
      'discriminator' in node ||
      !('members' in node) ||
      !Array.isArray(node.members)
    )
      continue;
    for (const id of refsIn(node.members)) {
      const schema = byId.get(id);
      if (schema !== undefined) found.add(plainType(schema.name));
    }
  }
  return found;
}

/** Places of the unions that have a discriminator. */
const taggedUnions = (api: Api): ReadonlySet<string> =>
  new Set(
    nodesIn([api.schemas, api.root]).flatMap((node) =>
      node.kind === 'union' && 'discriminator' in node && 'origin' in node && isOrigin(node.origin)
        ? [node.origin.pointer]
        : [],
    ),
  );

const isOrigin = (value: unknown): value is Origin =>
  typeof value === 'object' && value !== null && 'pointer' in value && typeof value.pointer === 'string';

const refsIn = (root: object): readonly string[] =>
  nodesIn(root).flatMap((node) =>
    node.kind === 'ref' && 'id' in node && typeof node.id === 'string' ? [node.id] : [],
  );

function nodesIn(root: object): readonly { readonly kind: unknown }[] {
  const found: { readonly kind: unknown }[] = [];
  const pending: object[] = [root];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if ('kind' in at) found.push(at);
    for (const value of Object.values(at))
      if (typeof value === 'object' && value !== null) pending.push(value);
  }
  return found;
}
