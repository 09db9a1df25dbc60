/** Which schemas a target declares, and in which directions. */
import { closureOf, referencedIds, walkType } from '../ir/type-walk.ts';
import type { Schema } from '../ir/types.ts';
import type { Direction } from './shapes.ts';

/**
 * A model that is sent only is written as what is sent, one that nothing uses with all that it has, every
 * other as what is received.
 */
export const modelDirection = ({ usedIn }: Schema): Direction =>
  usedIn === 'request' ? 'request' : usedIn === 'none' ? 'both' : 'response';

/** Ids of schemas with a property, however deep, that only one direction has (`readOnly`, `writeOnly`). */
export function oneWaySchemas(schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  const found: string[] = [];
  for (const [id, { type }] of schemas) {
    for (const used of referencedIds([type])) users.set(used, (users.get(used) ?? new Set()).add(id));
    let isOneWay = false;
    walkType(type, (node) => {
      if (node.kind === 'object')
        isOneWay ||= node.properties.some((one) => one.readOnly === true || one.writeOnly === true);
    });
    if (isOneWay) found.push(id);
  }
  return closureOf(users, found);
}

/** Ids that reach themselves through references which are inlined. Tarjan's algorithm, without recursion. */
export function recursiveSchemas(
  schemas: ReadonlyMap<string, Schema>,
  isModel: (id: string) => boolean,
): ReadonlySet<string> {
  const edges = new Map<string, readonly string[]>();
  const targets = (id: string): readonly string[] => {
    const known = edges.get(id);
    if (known) return known;
    const schema = schemas.get(id);
    const found = schema
      ? [...referencedIds([schema.type])].filter((one) => !isModel(one) && schemas.has(one))
      : [];
    edges.set(id, found);
    return found;
  };
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const result = new Set<string>();
  for (const start of schemas.keys()) {
    if (isModel(start) || index.has(start)) continue;
    const work: { id: string; next: number }[] = [{ id: start, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      if (!frame) break;
      if (frame.next === 0) {
        index.set(frame.id, index.size);
        low.set(frame.id, index.get(frame.id) ?? 0);
        stack.push(frame.id);
        onStack.add(frame.id);
      }
      const child = targets(frame.id)[frame.next++];
      if (child !== undefined) {
        if (!index.has(child)) work.push({ id: child, next: 0 });
        else if (onStack.has(child))
          low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(child) ?? 0));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(frame.id) ?? 0));
      if (low.get(frame.id) !== index.get(frame.id)) continue;
      const component: string[] = [];
      for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
        onStack.delete(id);
        component.push(id);
        if (id === frame.id) break;
      }
      if (component.length > 1 || targets(frame.id).includes(frame.id))
        for (const id of component) result.add(id);
    }
  }
  return result;
}
