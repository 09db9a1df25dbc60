/** Compares discriminators of unions. A change of the tag is reported at the member. */
import type { Api, TypeNode, UnionType } from '../../ir/types.ts';
import { allTypes } from '../../ir/references.ts';
import { walkType } from '../../ir/type-walk.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { typeName } from './describe.ts';
import { type Schemas, choicesOf, membersOfObject, resolve } from './shape.ts';
import { type Tagged, type Task, type Walk, childPath, say } from './walk.ts';

interface Unions {
  readonly a: UnionType;
  readonly b: UnionType;
  readonly matched: readonly (readonly [TypeNode, TypeNode])[];
}

export function compareDiscriminators(walk: Walk, task: Task, unions: Unions): void {
  const [p, q] = [unions.a.discriminator, unions.b.discriminator];
  if (p?.property !== q?.property) {
    return say(task, 'discriminator-changed', {
      message:
        p === undefined
          ? 'has a discriminator now'
          : q === undefined
            ? 'no longer has a discriminator'
            : 'is told apart by another property',
      ...(p === undefined ? {} : { before: p.property }),
      ...(q === undefined ? {} : { after: q.property }),
    });
  }
  if (p === undefined || q === undefined) return;
  for (const [x, y] of unions.matched) compareTags(walk, task, unions, [x, y]);
}

/**
 * Compares the tags of one member. If the member's type declares the tag, the property reports the
 * difference, so only tags outside the types are reported here. Added and removed members are reported
 * elsewhere.
 */
function compareTags(walk: Walk, task: Task, { a, b }: Unions, [x, y]: readonly [TypeNode, TypeNode]): void {
  const property = a.discriminator?.property ?? '';
  const [before, after] = [tagsOf(a, x), tagsOf(b, y)];
  const removed = before.filter((name) => !after.includes(name));
  const fresh = after.filter((name) => !before.includes(name));
  if (removed.length + fresh.length === 0) return;
  if (
    isShown(x, walk.base, { property, values: before }) &&
    isShown(y, walk.revision, { property, values: after })
  )
    return;
  const text = (all: readonly string[]): string => all.map((name) => JSON.stringify(name)).join(' | ');
  const detail = { before: text(before), after: text(after) };
  if (before.length === 0 || after.length === 0)
    return say(task, 'discriminator-changed', {
      message: `${after.length === 0 ? 'no longer names' : 'names now'} the value of ${walk.base.names.property(property)} by which it knows ${nameOf(x, walk.base)}`,
      ...detail,
    });
  if (removed.length === 0)
    return say(task, 'discriminator-changed', {
      message: `knows ${nameOf(x, walk.base)} by further values of ${walk.base.names.property(property)}`,
      ...detail,
      adjustIn: { response: { wire: 'depends', runtime: 'changed', bump: 'minor' } },
    });
  say(task, 'discriminator-value-changed', {
    message: `knows ${nameOf(x, walk.base)} by another value of ${walk.base.names.property(property)}`,
    ...detail,
    adjust: { source: [], bump: 'minor' },
  });
}

const nameOf = (node: TypeNode, schemas: Schemas): string => {
  const schema = node.kind === 'ref' ? schemas.get(node.id) : undefined;
  return schema === undefined ? 'a member' : typeName(schema, schemas);
};

function tagsOf({ members, discriminator }: UnionType, member: TypeNode): readonly string[] {
  const isMember = (typeNode: TypeNode | undefined): boolean =>
    typeNode === member || (typeNode?.kind === 'ref' && member.kind === 'ref' && typeNode.id === member.id);
  return (discriminator?.mapping ?? [])
    .filter((item) => isMember(members[item.member]))
    .map((item) => item.value)
    .sort(byCodeUnit);
}

/** Whether a property of the member lists these values. */
function isShown(
  member: TypeNode,
  schemas: Schemas,
  tag: { readonly property: string; readonly values: readonly string[] },
): boolean {
  const target = resolve(member, schemas);
  if (target?.kind !== 'object') return false;
  const type = membersOfObject(target, schemas).properties.get(tag.property)?.type;
  const choices = type === undefined ? undefined : choicesOf(type);
  return (
    choices !== undefined &&
    !choices.open &&
    tag.values.every((value) => choices.values.some((literalType) => literalType.value === value))
  );
}

/** Every named member of a union with a discriminator. Shows which constants are tags. */
export function taggedMembers(api: Api, schemas: Schemas): Tagged {
  const found = new Map<string, Map<string, string>>();
  const note = (node: TypeNode, name: string): void => {
    if (node.kind !== 'union' || node.discriminator === undefined) return;
    for (const { member } of node.discriminator.mapping) {
      const typeNode = node.members[member];
      if (typeNode?.kind !== 'ref') continue;
      const known = found.get(typeNode.id) ?? new Map<string, string>();
      const wire = node.discriminator.property;
      const property = childPath([], schemas.names?.property(wire) ?? wire).join('');
      found.set(typeNode.id, known.set(property, known.get(property) || name));
    }
  };
  for (const schema of api.schemas)
    walkType(schema.type, (node) => note(node, node === schema.type ? typeName(schema, schemas) : ''));
  for (const type of allTypes(api.root, api.webhooks)) walkType(type, (node) => note(node, ''));
  return found;
}
