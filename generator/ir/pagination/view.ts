/** Examines types through references, nulls and base types, as far as pagination and names need it. */
import { type TypesById, bare, variantsOf } from '../type-walk.ts';
import type { ObjectType, Property, TypeNode } from '../types.ts';

/**
 * Properties of an object by wire name, including those of its bases and of intersected
 * objects. Undefined for any other type.
 */
export function propertiesOf(types: TypesById, type: TypeNode): ReadonlyMap<string, Property> | undefined {
  const found = new Map<string, Property>();
  const seen = new Set<TypeNode>();
  const waiting: TypeNode[] = [bare(types, type)];
  let isObject = false;
  for (let node = waiting.shift(); node !== undefined && seen.size < 100; node = waiting.shift()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'object') {
      isObject = true;
      for (const property of node.properties)
        if (!found.has(property.name)) found.set(property.name, property);
      waiting.push(...node.bases.map((base) => bare(types, base)));
    } else if (node.kind === 'intersection')
      waiting.push(...node.members.map((member) => bare(types, member)));
  }
  return isObject ? found : undefined;
}

/** The property at a path of names. Undefined if any of them is missing. */
export function propertyAt(types: TypesById, type: TypeNode, path: readonly string[]): Property | undefined {
  let node = type;
  let property: Property | undefined;
  for (const name of path) {
    property = propertiesOf(types, node)?.get(name);
    if (property === undefined) return undefined;
    node = property.type;
  }
  return property;
}

/** True if every variant of the type has the property. */
export const hasAlways = (types: TypesById, type: TypeNode, path: readonly string[]): boolean =>
  variantsOf(types, type).every((variant) => propertyAt(types, variant, path) !== undefined);

/** Element type of an array, `nullable` arrays included. */
export function itemOf(types: TypesById, type: TypeNode): TypeNode | undefined {
  const node = bare(types, type);
  return node.kind === 'array' ? node.items : undefined;
}

export type Fitting = 'number' | 'text' | 'flag' | 'any';

/**
 * True if values of `type` can serve this purpose in pagination. `unknown` fits, and a union
 * fits if any of its members does.
 */
export function fits(types: TypesById, type: TypeNode, wanted: Fitting): boolean {
  const node = bare(types, type);
  if (node.kind === 'unknown' || wanted === 'any') return true;
  if (node.kind === 'scalar') {
    if (wanted === 'number') return node.scalar === 'integer' || node.scalar === 'number';
    return wanted === 'text' ? node.scalar === 'string' : node.scalar === 'boolean';
  }
  if (node.kind === 'literal')
    return typeof node.value === (wanted === 'number' ? 'number' : wanted === 'text' ? 'string' : 'boolean');
  return (
    node.kind === 'union' &&
    node.members.length < 20 &&
    node.members.some((member) => fits(types, member, wanted))
  );
}

/** Builds an object type from properties at the given paths; only their shape is kept. */
export function objectOf(
  origin: ObjectType['origin'],
  leaves: readonly {
    readonly path: readonly string[];
    readonly type: TypeNode;
    readonly required: boolean;
  }[],
): ObjectType {
  const names = [...new Set(leaves.flatMap((leaf) => leaf.path.slice(0, 1)))];
  const properties = names.map((name): Property => {
    const under = leaves.filter((leaf) => leaf.path[0] === name);
    const own = under.find((leaf) => leaf.path.length === 1);
    const type =
      own?.type ??
      objectOf(
        origin,
        under.map((leaf) => ({ ...leaf, path: leaf.path.slice(1) })),
      );
    return { name, type, required: own?.required ?? true, origin };
  });
  return { kind: 'object', properties, bases: [], origin };
}

/** Simplifies the type of a scheme's parameter or field: scalars stay, everything else becomes unknown. */
export function shapeOnly(types: TypesById, type: TypeNode): TypeNode {
  const node = bare(types, type);
  if (node.kind === 'scalar') return { kind: 'scalar', scalar: node.scalar, origin: node.origin };
  return { kind: 'unknown', reason: 'any', origin: type.origin };
}
