import type { ObjectType, Property, RecordType } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { describeType } from './describe.ts';
import { BOTH, type Mask, REQUEST, RESPONSE, SPELLING } from './fact.ts';
import { compareLives } from './lifecycle.ts';
import { worded } from '../words.ts';
import { compareAdditional, stillTaken } from './undeclared.ts';
import { type ObjectMembers, isNullable, membersOfObject, scalarFact } from './shape.ts';
import { sayChanges } from './renames.ts';
import { type Task, type Walk, childPath, meet, part, quoteName, say, subjectOf } from './walk.ts';
import type { Subject } from '../subject.ts';

export function compareObjects(
  walk: Walk,
  task: Task,
  a: ObjectType | RecordType,
  b: ObjectType | RecordType,
): void {
  const before = membersOfObject(a, walk.base);
  const after = membersOfObject(b, walk.revision);
  const [all, others] = [[...before.properties.values()], [...after.properties.values()]];
  const removed: Property[] = [];
  for (const property of all) {
    const other = after.properties.get(property.name);
    if (other === undefined) removed.push(property);
    else compareProperties(walk, task, property, other);
  }
  const fresh = others.filter((property) => !before.properties.has(property.name));
  sayChanges(
    walk,
    { before: all, after: others, removed, fresh },
    {
      renamed: (property, other) => sayRenamed(walk, task, property, other),
      removed: (property) => sayRemoved(walk, task, property, after),
      added: (property) => sayAdded(walk, task, property),
    },
  );
  if (a.kind === 'object' && b.kind === 'object' && a.bases.length === b.bases.length)
    a.bases.forEach((base, index) =>
      meet(walk, walk.base.get(base.id), walk.revision.get(b.bases[index]?.id ?? '')),
    );
  comparePatterns(walk, task, before, after);
  compareAdditional(walk, task, before, after);
}

/** The name of the property in the SDK of one side. */
const called = ({ names }: Walk['base'], { alias, name }: Property): string => names.property(name, alias);
const place = (task: Task, name: string): Subject => subjectOf(task.pair, childPath(task.path, name));
/** A read-only property is not sent, and a write-only property is not returned. */
const maskOf = (task: Task, property: Property): Mask =>
  task.mask & (property.readOnly === true ? RESPONSE : BOTH) & (property.writeOnly === true ? REQUEST : BOTH);

function sayRemoved(walk: Walk, task: Task, property: Property, after: ObjectMembers): void {
  const adjustIn = stillTaken(walk, task, after, property);
  say(task, 'property-removed', {
    subject: place(task, called(walk.base, property)),
    message: 'was removed',
    before: describeType(property.type, walk.base),
    base: property.origin,
    mask: maskOf(task, property),
    ...(adjustIn === undefined ? {} : { adjustIn }),
  });
}

function sayRenamed(walk: Walk, task: Task, property: Property, other: Property): void {
  const [before, after] = [called(walk.base, property), called(walk.revision, other)];
  const isSame = before === after;
  say(task, 'property-renamed', {
    subject: place(task, before),
    message: isSame ? `is ${quoteName(other.name)} on the wire now` : `was renamed to ${quoteName(after)}`,
    before: isSame ? property.name : before,
    after: isSame ? other.name : after,
    base: property.origin,
    revision: other.origin,
    mask: maskOf(task, property) & maskOf(task, other),
    ...(other.required ? { adjustIn: { request: { wire: 'break', runtime: 'rejected' } } } : {}),
    // The new SDK translates the name, so code is not affected.
    ...(isSame
      ? { adjust: SPELLING, ...(other.required ? { adjustIn: { request: { wire: 'break' } } } : {}) }
      : {}),
  });
  compareProperties(walk, task, property, other);
}

function sayAdded(walk: Walk, task: Task, property: Property): void {
  const mask = maskOf(task, property);
  const hasDefault = property.default !== undefined;
  say(
    task,
    property.required
      ? hasDefault
        ? 'property-added-required-with-default'
        : 'property-added-required'
      : 'property-added-optional',
    {
      subject: place(task, called(walk.revision, property)),
      message: property.required ? 'was added and is required' : 'was added',
      after: describeType(property.type, walk.revision),
      revision: property.origin,
      mask,
      ...worded(property.description ?? property.type.description),
    },
  );
}

function compareProperties(walk: Walk, task: Task, a: Property, b: Property): void {
  const omittable = { before: !a.required, after: !b.required };
  const subject = place(task, called(walk.base, a));
  const at = { subject, base: a.origin, revision: b.origin };
  const mask = maskOf(task, a) & maskOf(task, b);
  if (a.required !== b.required) {
    say(task, b.required ? 'property-became-required' : 'property-became-optional', {
      ...at,
      mask,
      message: b.required ? 'became required' : 'became optional',
      nullable: { before: isNullable(a.type, walk.base), after: isNullable(b.type, walk.revision) },
      ...scalarFact(walk, a.type, b.type),
    });
  }
  if ((a.readOnly ?? false) !== (b.readOnly ?? false)) {
    say(
      task,
      b.readOnly === true
        ? 'property-became-read-only'
        : b.required
          ? 'property-no-longer-read-only-required'
          : 'property-no-longer-read-only',
      { ...at, message: b.readOnly === true ? 'became read-only' : 'is no longer read-only' },
    );
  }
  if ((a.writeOnly ?? false) !== (b.writeOnly ?? false)) {
    say(task, b.writeOnly === true ? 'property-became-write-only' : 'property-no-longer-write-only', {
      ...at,
      message: b.writeOnly === true ? 'became write-only' : 'is no longer write-only',
      ...(b.writeOnly === true || b.required
        ? {}
        : { adjustIn: { response: { source: [], bump: 'minor' } } }),
    });
  }
  if (a.deprecated !== undefined || b.deprecated !== undefined || a.stability !== b.stability)
    for (const { rule, ...fact } of compareLives(a, b, walk.options))
      say(task, rule, { ...at, ...fact, mask });
  if (a.description !== b.description)
    say(task, 'docs-changed', { ...at, mask, message: 'is documented otherwise' });
  walk.pending.push({
    a: a.type,
    b: b.type,
    pair: task.pair,
    path: childPath(task.path, called(walk.base, a)),
    mask,
    top: false,
    omittable,
    holder: { a: task.a, b: task.b, name: `.${quoteName(called(walk.base, a))}` },
    ...(task.unseen === undefined ? {} : { unseen: task.unseen }),
  });
}

function comparePatterns(walk: Walk, task: Task, a: ObjectMembers, b: ObjectMembers): void {
  for (const pattern of [...new Set([...a.patterns.keys(), ...b.patterns.keys()])].sort(byCodeUnit)) {
    const before = a.patterns.get(pattern);
    const after = b.patterns.get(pattern);
    const path = [...task.path, `[${JSON.stringify(pattern)}]`];
    const subject = subjectOf(task.pair, path);
    if (before !== undefined && after !== undefined) walk.pending.push(part(task, before, after, path));
    else if (after !== undefined)
      say(task, 'pattern-property-added', {
        subject,
        message: 'restricts properties of that name now',
        after: describeType(after, walk.revision),
        revision: after.origin,
      });
    else if (before !== undefined)
      say(task, 'pattern-property-removed', {
        subject,
        message: 'no longer restricts properties of that name',
        before: describeType(before, walk.base),
        base: before.origin,
      });
  }
}
