import type { ObjectType, TypeNode } from '../../ir/types.ts';
import type { Cell } from '../types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { describeType } from './describe.ts';
import { fits, fitsOnWire } from './assignability.ts';
import { compareDiscriminators } from './discriminators.ts';
import { compareExclusiveness } from './overlap.ts';
import { bringsKind } from './kinds.ts';
import { choicesOf, freeKinds, membersOf, membersOfObject, resolve, type Schemas } from './shape.ts';
import { shared, signature } from './structure.ts';
import { type Task, type Walk, quoteName, say, sayTypes } from './walk.ts';
import { jsonText } from './json-text.ts';
import { noticed } from './noticed.ts';
import type { SubjectPath } from '../subject.ts';

interface Match {
  readonly matched: readonly (readonly [TypeNode, TypeNode])[];
  readonly removed: readonly TypeNode[];
  readonly fresh: readonly TypeNode[];
}

/** Compares two unions, or a union with a type that may be one of its members. */
export function compareUnions(walk: Walk, task: Task): void {
  const { a, b } = task;
  const [before, after] = valuesLookedThrough(walk, a, b);
  const { matched, removed, fresh } = matchMembers(walk, before, after);
  const plain = [...before, ...after].every(isPlain);
  if (matched.length === 0) return sayReplaced(walk, task);
  const freeAfter = freeKinds(b, walk.revision);
  const free = new Set(
    [...freeKinds(a, walk.base)].filter((kind) => freeAfter.has(kind)).concat(...(task.free ?? [])),
  );
  for (const [x, y] of matched)
    walk.pending.push({
      ...task,
      a: x,
      b: y,
      path: before.length < 2 ? task.path : memberPath(walk, task, x),
      nullJudged: true,
      ...(free.size === 0 ? {} : { free }),
    });
  if (plain || (a.kind === 'union' && a.mode === 'types') || (b.kind === 'union' && b.mode === 'types')) {
    if (removed.length > 0 && fresh.length > 0)
      sayTypes(walk, task, { rule: 'type-changed', message: 'changed type' });
    else if (removed.length > 0)
      sayTypes(walk, task, { rule: 'type-narrowed', message: 'accepts fewer types' });
    else if (fresh.length > 0) sayTypes(walk, task, { rule: 'type-widened', message: 'accepts more types' });
  } else {
    for (const typeNode of removed) {
      say(task, 'union-member-removed', {
        message: `can no longer be ${describeType(typeNode, walk.base)}`,
        before: describeType(typeNode, walk.base),
        base: typeNode.origin,
        // Another member stayed, so there were two.
        isUnion: after.length > 1,
        ...coverage(walk, typeNode, b),
      });
    }
    for (const typeNode of fresh) {
      say(task, 'union-member-added', {
        message: `can now also be ${describeType(typeNode, walk.revision)}`,
        after: describeType(typeNode, walk.revision),
        revision: typeNode.origin,
        isUnion: before.length > 1,
        ...(a.kind === 'union'
          ? bringsKind(walk, before, typeNode) && { adjustIn: { response: { source: ['read', 'exhaust'] } } }
          : { adjustIn: noticed(walk, a, [typeNode]) }),
      });
    }
  }
  if (a.kind === 'union' && b.kind === 'union') compareDiscriminators(walk, task, { a, b, matched });
  compareExclusiveness(walk, task);
}

/** `Event[kind="dog"]`: a member without a name is identified by its constant. */
function memberPath(walk: Walk, { path, a }: Task, member: TypeNode): SubjectPath {
  if (member.kind !== 'object') return path;
  const property = a.kind === 'union' ? a.discriminator?.property : undefined;
  const constants = [...membersOfObject(member, walk.base).properties.values()]
    .filter((item) => item.type.kind === 'literal')
    .sort((x, y) => Number(y.name === property) - Number(x.name === property) || byCodeUnit(x.name, y.name));
  const [tag] = constants;
  return tag?.type.kind === 'literal'
    ? [...path, `[${quoteName(walk.base.names.property(tag.name))}=${jsonText(tag.type.value)}]`]
    : path;
}

/**
 * The members of both sides. If a union accepts any value of a kind, the values of a named enum count as
 * known values, unless the other side has the same enum.
 */
function valuesLookedThrough(
  walk: Walk,
  a: TypeNode,
  b: TypeNode,
): readonly [readonly TypeNode[], readonly TypeNode[]] {
  const named = (node: TypeNode): ReadonlySet<string> =>
    new Set(
      membersOf(node).flatMap((member) => (member.kind === 'ref' ? [walk.match.refName(member.id)] : [])),
    );
  const [x, y] = [named(a), named(b)];
  const through = (node: TypeNode, schemas: Schemas): readonly TypeNode[] =>
    membersOf(node, (ref) =>
      x.has(walk.match.refName(ref.id)) &&
      y.has(walk.match.refName(ref.id)) &&
      walk.match.refName(ref.id) !== '?'
        ? undefined
        : resolve(ref, schemas),
    );
  return [through(a, walk.base), through(b, walk.revision)];
}

/**
 * Reduces the verdict on a removed member if another member accepts its values. The removal of a named member
 * is always reported.
 */
function coverage(walk: Walk, removed: TypeNode, b: TypeNode): { readonly adjust?: Partial<Cell> } {
  const others = membersOf(b);
  if (removed.kind !== 'ref' && others.some((other) => fitsOnWire(removed, other, walk)))
    return { adjust: { wire: 'ok', source: [], runtime: 'same', bump: 'minor' } };
  return others.some((other) => fits(removed, other, walk)) ? { adjust: { source: [], bump: 'minor' } } : {};
}

/** Reports types that have nothing in common, except that the new one may accept the old values. */
export function sayReplaced(walk: Walk, task: Task): void {
  const { a, b } = task;
  const source = membersRead(walk, a, b);
  if (!fits(a, b, walk)) {
    const kept = fitsOnWire(b, a, { base: walk.revision, revision: walk.base });
    const response: Partial<Cell> = {
      ...(source && { source: [...source, 'fake'] }),
      ...(kept && { wire: 'ok', runtime: 'same' }),
    };
    return sayTypes(walk, task, {
      rule: 'type-changed',
      message: 'changed type',
      more: { adjustIn: { response } },
    });
  }
  const request: Partial<Cell> = fitsOnWire(a, b, walk) ? {} : { wire: 'depends' };
  sayTypes(walk, task, {
    rule: 'type-widened',
    message: 'accepts more types',
    more: { adjustIn: { request, response: source ? { source } : {} } },
  });
}

/** The kinds of reading code that break if an object became a union; undefined for other types. */
function membersRead(walk: Walk, a: TypeNode, b: TypeNode): Cell['source'] | undefined {
  const [x, y] = [resolve(a, walk.base), resolve(b, walk.revision)];
  return x?.kind === 'object' && y?.kind === 'union' && y.open === undefined
    ? noticed(walk, a, y.members).response.source
    : undefined;
}

const isPlain = (node: TypeNode): boolean =>
  node.kind === 'scalar' ||
  choicesOf(node) !== undefined ||
  (node.kind === 'array' && node.items.kind === 'scalar');

/**
 * Pairs named members by name, then by equal shape, by equal tag or title, and last if they are the only ones
 * of their kind.
 */
function matchMembers(walk: Walk, a: readonly TypeNode[], b: readonly TypeNode[]): Match {
  const removed = [...a];
  const fresh = [...b];
  const matched: (readonly [TypeNode, TypeNode])[] = [];
  const join = (key: (node: TypeNode, schemas: Schemas) => string | undefined): void => {
    const open = new Map<string, TypeNode[]>();
    for (const typeNode of fresh) {
      const name = key(typeNode, walk.revision);
      if (name !== undefined) open.set(name, [...(open.get(name) ?? []), typeNode]);
    }
    for (const typeNode of [...removed]) {
      const name = key(typeNode, walk.base);
      const other = name === undefined ? undefined : open.get(name)?.shift();
      if (other === undefined) continue;
      matched.push([typeNode, other]);
      removed.splice(removed.indexOf(typeNode), 1);
      fresh.splice(fresh.indexOf(other), 1);
    }
  };
  join((node) =>
    node.kind === 'ref' && walk.match.refName(node.id) !== '?'
      ? `#${walk.match.refName(node.id)}`
      : undefined,
  );
  join((node, schemas) => signatureThrough(node, schemas, walk));
  join((node, schemas) => tagOf(node, schemas));
  join((node) => (node.kind === 'object' ? node.nameHints?.[0] : undefined));
  // A named member with another tag is another member, however similar it is.
  join((node, schemas) => withTag(namesOf(node, schemas), node, schemas));
  join((node, schemas) => kindOf(resolve(node, schemas) ?? node));
  join((node, schemas) => scalarKindOf(resolve(node, schemas) ?? node));
  joinAlike(walk, removed, fresh, (typeNode, other) => {
    matched.push([typeNode, other]);
    removed.splice(removed.indexOf(typeNode), 1);
    fresh.splice(fresh.indexOf(other), 1);
  });
  return { matched, removed, fresh };
}

/**
 * Pairs unnamed objects with the same tag, if any, that share at least half of their properties, the most
 * similar first.
 */
function joinAlike(
  walk: Walk,
  removed: readonly TypeNode[],
  fresh: readonly TypeNode[],
  then: (typeNode: TypeNode, other: TypeNode) => void,
): void {
  const found = removed
    .flatMap((typeNode) =>
      fresh.flatMap((other) => {
        if (
          typeNode.kind !== 'object' ||
          other.kind !== 'object' ||
          tagOf(typeNode, walk.base) !== tagOf(other, walk.revision)
        )
          return [];
        const share = shared(propertyNames(typeNode, walk.base), propertyNames(other, walk.revision));
        return share < 0.5 ? [] : [{ old: typeNode, other, share }];
      }),
    )
    .sort((x, y) => y.share - x.share);
  const taken = new Set<TypeNode>();
  for (const { old, other } of found) {
    if (taken.has(old) || taken.has(other)) continue;
    taken.add(old).add(other);
    then(old, other);
  }
}

const propertyNames = (node: ObjectType, schemas: Schemas): ReadonlySet<string> =>
  new Set(membersOfObject(node, schemas).properties.keys());

/** Resolves one level of references, so that an inline member equals a reference to the same shape. */
const signatureThrough = (node: TypeNode, schemas: Schemas, walk: Walk): string =>
  signature(resolve(node, schemas) ?? node, walk.match.refName);

/** The constants of an object as `type="dog"`: the kind of tag that distinguishes union members. */
export function tagOf(node: TypeNode, schemas: Schemas): string | undefined {
  const target = resolve(node, schemas);
  if (target?.kind !== 'object') return undefined;
  const tags = [...membersOfObject(target, schemas).properties.values()]
    .flatMap((property) =>
      property.type.kind === 'literal' ? [`${property.name}=${String(property.type.value)}`] : [],
    )
    .sort(byCodeUnit);
  return tags.length === 0 ? undefined : tags.join('&');
}

const withTag = (names: string | undefined, node: TypeNode, schemas: Schemas): string | undefined =>
  names === undefined || node.kind !== 'ref' ? names : `${names}\n${tagOf(node, schemas) ?? ''}`;

/** The property names, if there are enough to identify the object. */
function namesOf(node: TypeNode, schemas: Schemas): string | undefined {
  const target = resolve(node, schemas);
  if (target?.kind !== 'object') return undefined;
  const names = [...membersOfObject(target, schemas).properties.keys()].sort(byCodeUnit);
  return names.length < 2 ? undefined : names.join('\n');
}

/**
 * The kind of a value, to pair members that are distinguished by nothing else. Objects are never paired this
 * way.
 */
function kindOf(node: TypeNode): string | undefined {
  if (choicesOf(node) !== undefined) return 'choices';
  if (node.kind === 'scalar') return node.scalar === 'integer' ? 'number' : node.scalar;
  return node.kind === 'array' || node.kind === 'tuple'
    ? 'array'
    : node.kind === 'record'
      ? 'record'
      : undefined;
}

/** An enum is a restricted string or number. */
function scalarKindOf(node: TypeNode): string | undefined {
  const first = choicesOf(node)?.values[0]?.value;
  return first === undefined || first === null ? kindOf(node) : typeof first;
}
