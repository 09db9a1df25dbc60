import type { Discriminator, TypeNode } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { describeType } from './describe.ts';
import { choicesOf, membersOf, membersOfObject, resolve, type Schemas } from './shape.ts';
import { signature } from './structure.ts';
import { type Task, type Walk, say, sayTypes } from './walk.ts';

interface Match {
  readonly matched: readonly (readonly [TypeNode, TypeNode])[];
  readonly gone: readonly TypeNode[];
  readonly fresh: readonly TypeNode[];
}

/** A union beside a union, or beside one type that may be among its members. */
export function compareUnions(walk: Walk, task: Task): void {
  const { a, b } = task;
  const { matched, gone, fresh } = matchMembers(walk, membersOf(a), membersOf(b));
  const plain = [...membersOf(a), ...membersOf(b)].every(isPlain);
  if (matched.length === 0) return sayTypes(walk, task, 'type-changed', 'changed type');
  for (const [x, y] of matched) walk.pending.push({ ...task, a: x, b: y, nullJudged: true });
  if (plain || (a.kind === 'union' && a.mode === 'types') || (b.kind === 'union' && b.mode === 'types')) {
    if (gone.length > 0 && fresh.length > 0) sayTypes(walk, task, 'type-changed', 'changed type');
    else if (gone.length > 0) sayTypes(walk, task, 'type-narrowed', 'accepts fewer types');
    else if (fresh.length > 0) sayTypes(walk, task, 'type-widened', 'accepts more types');
  } else {
    for (const one of gone) {
      const covered = membersOf(b).some((other) => accepts(walk, other, one));
      say(task, 'union-member-removed', { message: `can no longer be ${describeType(one, walk.base)}`, before: describeType(one, walk.base), base: one.origin, ...(covered ? { adjust: { source: [], bump: 'minor' } as const } : {}) });
    }
    for (const one of fresh) {
      say(task, 'union-member-added', {
        message: `can now also be ${describeType(one, walk.revision)}`, after: describeType(one, walk.revision), revision: one.origin,
        ...(a.kind === 'union' ? {} : { adjustIn: { response: { source: hasAllOf(walk, a, one) ? ['type-level'] : ['read', 'exhaust'] }, request: { source: ['type-level'] } } }),
      });
    }
  }
  if (a.kind === 'union' && b.kind === 'union') compareDiscriminators(task, a.discriminator, b.discriminator);
}

/** Whether code that reads the old type can read the new member as well. */
function hasAllOf(walk: Walk, a: TypeNode, member: TypeNode): boolean {
  const [x, y] = [resolve(a, walk.base), resolve(member, walk.revision)];
  if (x?.kind !== 'object' || y?.kind !== 'object') return false;
  const names = membersOfObject(y, walk.revision).properties;
  return [...membersOfObject(x, walk.base).properties.keys()].every((name) => names.has(name));
}

/** Whether whatever fits the departed object fits another member as well, as far as the compiler can tell. */
function accepts(walk: Walk, member: TypeNode, gone: TypeNode): boolean {
  const [x, y] = [resolve(member, walk.revision), resolve(gone, walk.base)];
  if (x?.kind !== 'object' || y?.kind !== 'object') return false;
  const wanted = membersOfObject(x, walk.revision).properties;
  const given = membersOfObject(y, walk.base).properties;
  const shape = (type: TypeNode): string => signature(type, walk.match.refName);
  return [...given.values()].every((one) => {
    const other = wanted.get(one.name);
    return other !== undefined && shape(other.type) === shape(one.type) && (one.required || !other.required);
  }) && [...wanted.values()].every((one) => !one.required || given.has(one.name));
}

const isPlain = (node: TypeNode): boolean => node.kind === 'scalar' || choicesOf(node) !== undefined || (node.kind === 'array' && node.items.kind === 'scalar');

/** Named members by name, then equal shapes, then equal tags or titles, then the only ones of their kind. */
function matchMembers(walk: Walk, a: readonly TypeNode[], b: readonly TypeNode[]): Match {
  const gone = [...a];
  const fresh = [...b];
  const matched: (readonly [TypeNode, TypeNode])[] = [];
  const join = (key: (node: TypeNode, schemas: Schemas) => string | undefined): void => {
    const open = new Map<string, TypeNode[]>();
    for (const one of fresh) {
      const name = key(one, walk.revision);
      if (name !== undefined) open.set(name, [...(open.get(name) ?? []), one]);
    }
    for (const one of [...gone]) {
      const name = key(one, walk.base);
      const other = name === undefined ? undefined : open.get(name)?.shift();
      if (other === undefined) continue;
      matched.push([one, other]);
      gone.splice(gone.indexOf(one), 1);
      fresh.splice(fresh.indexOf(other), 1);
    }
  };
  join((node) => (node.kind === 'ref' && walk.match.refName(node.id) !== '?' ? `#${walk.match.refName(node.id)}` : undefined));
  join((node, schemas) => signatureThrough(node, schemas, walk));
  join((node, schemas) => tagOf(node, schemas));
  join((node) => (node.kind === 'object' ? node.nameHints?.[0] : undefined));
  // A named member with another tag is another member, however alike the two are.
  join((node, schemas) => withTag(namesOf(node, schemas), node, schemas));
  join((node, schemas) => kindOf(resolve(node, schemas) ?? node));
  join((node, schemas) => scalarKindOf(resolve(node, schemas) ?? node));
  return { matched, gone, fresh };
}

/** One level of names is looked through, so that an inline member equals a reference to the same shape. */
const signatureThrough = (node: TypeNode, schemas: Schemas, walk: Walk): string => signature(resolve(node, schemas) ?? node, walk.match.refName);

/** The constants of an object, as `type="dog"`; the kind of tag that tells union members apart. */
export function tagOf(node: TypeNode, schemas: Schemas): string | undefined {
  const target = resolve(node, schemas);
  if (target?.kind !== 'object') return undefined;
  const tags = [...membersOfObject(target, schemas).properties.values()]
    .flatMap((one) => (one.type.kind === 'literal' ? [`${one.name}=${String(one.type.value)}`] : []))
    .sort(byCodeUnit);
  return tags.length === 0 ? undefined : tags.join('&');
}

const withTag = (names: string | undefined, node: TypeNode, schemas: Schemas): string | undefined => (names === undefined || node.kind !== 'ref' ? names : `${names}\n${tagOf(node, schemas) ?? ''}`);

/** Names of the properties, where there are enough of them to tell. */
function namesOf(node: TypeNode, schemas: Schemas): string | undefined {
  const target = resolve(node, schemas);
  if (target?.kind !== 'object') return undefined;
  const names = [...membersOfObject(target, schemas).properties.keys()].sort(byCodeUnit);
  return names.length < 2 ? undefined : names.join('\n');
}

/** Values told apart by nothing but their kind. Objects never: another object is another member. */
function kindOf(node: TypeNode): string | undefined {
  if (choicesOf(node) !== undefined) return 'choices';
  if (node.kind === 'scalar') return node.scalar === 'integer' ? 'number' : node.scalar;
  return node.kind === 'array' || node.kind === 'tuple' ? 'array' : node.kind === 'record' ? 'record' : undefined;
}

/** An enum is a restricted text or number. */
function scalarKindOf(node: TypeNode): string | undefined {
  const first = choicesOf(node)?.values[0]?.value;
  return first === undefined || first === null ? kindOf(node) : typeof first;
}

function compareDiscriminators(task: Task, a: Discriminator | undefined, b: Discriminator | undefined): void {
  if (a?.property !== b?.property) {
    return say(task, 'discriminator-changed', {
      message: a === undefined ? 'has a discriminator now' : b === undefined ? 'no longer has a discriminator' : 'is told apart by another property',
      ...(a === undefined ? {} : { before: a.property }), ...(b === undefined ? {} : { after: b.property }),
    });
  }
  if (a === undefined || b === undefined) return;
  const before = a.mapping.map((one) => one.value).sort(byCodeUnit).join(', ');
  const after = b.mapping.map((one) => one.value).sort(byCodeUnit).join(', ');
  if (before !== after) say(task, 'discriminator-changed', { message: 'has other discriminator values', before, after });
}
