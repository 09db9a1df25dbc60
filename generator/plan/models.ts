/** Decides which schemas a target declares, and for which direction. */
import { closureOf, referencedIds, walkType } from '../ir/type-walk.ts';
import type { Schema } from '../ir/types.ts';
import { rings } from '../lib/rings.ts';
import type { Direction } from './shapes.ts';

/**
 * A model that is only sent is declared for requests, an unused model with all its properties,
 * and any other model for responses.
 */
export const modelDirection = ({ usedIn }: Schema): Direction =>
  usedIn === 'request' ? 'request' : usedIn === 'none' ? 'both' : 'response';

/** Ids of schemas with a property, at any depth, that only one direction has (`readOnly`, `writeOnly`). */
export function oneWaySchemas(schemas: ReadonlyMap<string, Schema>): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  const found: string[] = [];
  for (const [id, { type }] of schemas) {
    for (const used of referencedIds([type])) users.set(used, (users.get(used) ?? new Set()).add(id));
    let isOneWay = false;
    walkType(type, (node) => {
      if (node.kind === 'object')
        isOneWay ||= node.properties.some(
          (property) => property.readOnly === true || property.writeOnly === true,
        );
    });
    if (isOneWay) found.push(id);
  }
  return closureOf(users, found);
}

/** Ids of schemas that reach themselves through inlined references. */
export function recursiveSchemas(
  schemas: ReadonlyMap<string, Schema>,
  isModel: (id: string) => boolean,
): ReadonlySet<string> {
  const inlined = (id: string): boolean => schemas.has(id) && !isModel(id);
  const targetsOf = (id: string): readonly string[] => {
    const schema = schemas.get(id);
    return schema ? [...referencedIds([schema.type])].filter(inlined) : [];
  };
  return new Set(rings([...schemas.keys()].filter(inlined), targetsOf).flat());
}
