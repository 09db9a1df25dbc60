/** Compares undeclared properties of an object, and the index signature that the SDK generates for them. */
import type { Property, TypeNode } from '../../ir/types.ts';
import type { Cell, Direction } from '../types.ts';
import { RESPONSE, type Unseen } from './fact.ts';
import { fits } from './assignability.ts';
import { type ObjectMembers, isEmpty } from './shape.ts';
import { signature } from './structure.ts';
import { type Task, UNDECLARED, type Walk, part, say } from './walk.ts';

export function compareAdditional(walk: Walk, task: Task, a: ObjectMembers, b: ObjectMembers): void {
  const before = a.additional;
  const after = b.additional;
  if (typeof before === 'object' && typeof after === 'object') {
    const unseen = unseenIn(task, a, b);
    walk.pending.push({
      ...part(task, before, after, [...task.path, UNDECLARED]),
      ...(unseen === undefined ? {} : { unseen }),
      ...(covers(walk, b, before) ? { covered: true } : {}),
    });
    if (a.keys !== undefined && b.keys !== undefined)
      walk.pending.push(part(task, a.keys, b.keys, [...task.path, '[key]']));
    else if (a.keys !== undefined || b.keys !== undefined)
      say(task, b.keys === undefined ? 'assertion-removed' : 'assertion-added', {
        message:
          b.keys === undefined
            ? 'no longer restricts the names of its properties'
            : 'restricts the names of its properties now',
      });
    return;
  }
  if (before === undefined && after === undefined) return sayEmptiness(task, isEmpty(a), isEmpty(b));
  if (before === after) return;
  // If the object does not mention them, the SDK has no index signature that could be lost.
  if (after === false)
    return say(task, 'additional-properties-closed', {
      message: 'no longer allows undeclared properties',
      isUndeclared: true,
      ...(before === undefined
        ? { adjustIn: both({ source: [], bump: 'minor' }, { source: [], bump: 'patch' }) }
        : {}),
    });
  if (before === false)
    return say(task, 'additional-properties-opened', {
      message: 'allows undeclared properties now',
      isUndeclared: true,
      ...(after === undefined ? { adjust: { source: [] } } : {}),
    });
  const typed = typeof after === 'object' ? after : before;
  const free = typed === undefined || typed.kind === 'unknown';
  if (free)
    return say(task, after === undefined ? 'index-signature-removed' : 'index-signature-added', {
      message:
        after === undefined
          ? 'no longer mentions undeclared properties'
          : 'mentions undeclared properties now',
      isUndeclared: true,
    });
  if (typeof after === 'object')
    say(task, 'type-narrowed', {
      message: 'restricts undeclared properties to a type',
      isUndeclared: true,
      adjustIn: both(GAINED, GAINED),
    });
  else
    say(task, 'type-widened', {
      message: 'no longer restricts undeclared properties to a type',
      isUndeclared: true,
      adjustIn: both({ source: ['call'], bump: 'major' }, { source: ['read', 'fake'], bump: 'major' }),
    });
}

/**
 * The SDK generates a map of unknown values for an object without any description, except for request bodies,
 * whose properties are arguments.
 */
function sayEmptiness(task: Task, before: boolean, after: boolean): void {
  if (before === after) return;
  say(task, after ? 'index-signature-added' : 'index-signature-removed', {
    message: after ? 'may hold any properties now' : 'has declared properties now, and no others',
    mask: task.top ? task.mask & RESPONSE : task.mask,
  });
}

const GAINED: Partial<Cell> = { source: ['type-level'], bump: 'minor' };
const both = (
  request: Partial<Cell>,
  response: Partial<Cell>,
): Readonly<Record<Direction, Partial<Cell>>> => ({ request, response });

/**
 * A property was removed from an object that allows undeclared properties: it can still be sent, and reading
 * it gives the type of undeclared properties.
 */
export function stillTaken(
  walk: Walk,
  task: Task,
  after: ObjectMembers,
  property: Property,
): Partial<Readonly<Record<Direction, Partial<Cell>>>> | undefined {
  const written: Partial<Cell> = { source: [], bump: 'minor' };
  // The properties of a request body are arguments.
  if (isEmpty(after)) return { response: { source: ['read'] }, ...(task.top ? {} : { request: written }) };
  if (typeof after.additional !== 'object') return undefined;
  if (isVague(after) || after.additional.kind === 'unknown')
    return { request: written, response: { source: ['read'] } };
  if (!fits(property.type, after.additional, walk)) return undefined;
  return {
    request: written,
    response: after.properties.size === 0 ? { source: [], bump: 'minor' } : { source: ['read'] },
  };
}

function unseenIn(task: Task, a: ObjectMembers, b: ObjectMembers): Unseen | undefined {
  if (task.unseen !== undefined) return task.unseen;
  if (isVague(a) && isVague(b)) return 'always';
  return task.top && !a.map && !b.map ? 'argument' : undefined;
}

/** If a property is not a plain value, the type of the index signature is `unknown`. */
const isVague = (members: ObjectMembers): boolean =>
  [...members.properties.values()].some((property) => !isPlain(property.type));

function isPlain(node: TypeNode): boolean {
  const type = node.kind === 'nullable' ? node.type : node;
  if (type.kind === 'union') return type.mode === 'enum' && type.open === undefined;
  return type.kind === 'literal' || (type.kind === 'scalar' && type.scalar !== 'binary');
}

const covers = (walk: Walk, { properties }: ObjectMembers, before: TypeNode): boolean => {
  const text = (node: TypeNode): string => signature(node, walk.match.refName);
  return [...properties.values()].some((property: Property) => text(property.type) === text(before));
};
