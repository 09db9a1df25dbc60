/**
 * `oneOf` accepts only values that match exactly one member (JSON Schema 2020-12 core, section 10.2.1.3). If
 * members lose what distinguished them, values that were valid are now rejected, although every type became
 * wider.
 */
import type { TypeNode } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { describeType } from './describe.ts';
import { fits } from './assignability.ts';
import { type ObjectMembers, type Schemas, membersOfObject, resolve } from './shape.ts';
import { type Task, type Walk, say } from './walk.ts';

/** Larger unions are not checked pairwise. */
const MAX_PAIRED = 12;

/** Looks for a value of the old type that now matches two members. */
export function compareExclusiveness(walk: Walk, task: Task): void {
  const { a, b } = task;
  if (b.kind !== 'union' || b.mode !== 'oneOf' || b.members.length < 2) return;
  if (a.kind === 'union' && a.discriminator !== undefined && b.discriminator !== undefined) return;
  const [before, after] = [objectsOf(a, walk.base), objectsOf(b, walk.revision)];
  if (after.length < 2) return;
  const isExclusive = a.kind === 'union' && a.mode === 'oneOf';
  for (const value of valuesOf(before)) {
    const old = before.filter((candidate) => isOf(value, candidate, walk.base, walk.base)).length;
    if (old === 0 || (isExclusive && old > 1)) continue;
    const now = after.filter((candidate) => isOf(value, candidate, walk.base, walk.revision));
    const [item, other] = now;
    if (item === undefined || other === undefined) continue;
    const names = [...value.keys()].sort(byCodeUnit).join(', ');
    return say(task, 'union-members-overlap', {
      message: `takes what fits exactly one of its members, and ${names === '' ? 'an empty object' : `an object with ${names}`} fits ${item.node.kind === 'ref' && other.node.kind === 'ref' ? `both ${describeType(item.node, walk.revision)} and ${describeType(other.node, walk.revision)}` : 'two'} now`,
    });
  }
}

interface Candidate {
  readonly node: TypeNode;
  readonly members: ObjectMembers;
}

const objectsOf = (node: TypeNode, schemas: Schemas): readonly Candidate[] =>
  (node.kind === 'union' ? node.members : [node]).flatMap((typeNode) => {
    const target = resolve(typeNode, schemas);
    // The effect of further assertions is not known here.
    return target?.kind === 'object' && target.constraints === undefined
      ? [{ node: typeNode, members: membersOfObject(target, schemas) }]
      : [];
  });

/** An object as its contents: property → type in the base. */
type Value = ReadonlyMap<string, TypeNode>;

/** Values with the required properties of each member, and of each pair of members. */
function* valuesOf(all: readonly Candidate[]): Generator<Value> {
  const least = all.map(
    ({ members }) =>
      new Map(
        [...members.properties.values()].flatMap((property) =>
          property.required ? [[property.name, property.type]] : [],
        ),
      ),
  );
  yield* least;
  if (all.length > MAX_PAIRED) return;
  for (const [index, item] of least.entries())
    for (const other of least.slice(index + 1)) yield new Map([...other, ...item]);
}

function isOf(value: Value, { members }: Candidate, base: Schemas, revision: Schemas): boolean {
  for (const property of members.properties.values())
    if (property.required && !value.has(property.name)) return false;
  for (const [name, type] of value) {
    const wanted = members.properties.get(name)?.type ?? members.additional;
    if (wanted === false || (wanted !== undefined && !fits(type, wanted, { base, revision }))) return false;
  }
  return true;
}
