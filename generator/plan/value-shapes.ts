/** Where the JSON of a type contains scalars that the SDK converts. */
import type { ObjectType, Schema, TypeNode, UnionType } from '../ir/types.ts';
import { walkType } from '../ir/type-walk.ts';
import { discriminatorOf } from './discriminator.ts';
import { type Shapes, flatten, resolveNode } from './shapes.ts';
import { type ValueKind, type ValueOptions, kindOf } from '../ir/values.ts';

export type ValueShape =
  | { readonly kind: ValueKind | 'plain' }
  | { readonly kind: 'model'; readonly id: string }
  | { readonly kind: 'list'; readonly items: ValueShape }
  | { readonly kind: 'tuple'; readonly items: readonly ValueShape[]; readonly rest?: ValueShape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, ValueShape>; readonly rest?: ValueShape }
  | { readonly kind: 'all'; readonly parts: readonly ValueShape[] }
  | { readonly kind: 'tagged'; readonly tag: string; readonly cases: ReadonlyMap<string, ValueShape> };

export interface ValueShapes {
  /** Undefined: nothing inside is converted. */
  readonly of: (node: TypeNode) => ValueShape | undefined;
  /** Shapes that others refer to by the id of their schema, in the order of their first use. */
  readonly models: () => ReadonlyMap<string, ValueShape>;
  /** Unions whose members need different conversions and have nothing that tells them apart. */
  readonly ambiguous: () => readonly AmbiguousUnion[];
}

export interface AmbiguousUnion {
  readonly node: TypeNode;
  readonly property: string;
}

const PLAIN: ValueShape = { kind: 'plain' };

export function valueShapes(shapes: Shapes, options: ValueOptions): ValueShapes {
  const { schemas } = shapes;
  const carriers = carriersOf(schemas, options);
  const models = new Map<string, ValueShape>();
  const ambiguous: AmbiguousUnion[] = [];

  function of(node: TypeNode): ValueShape | undefined {
    switch (node.kind) {
      case 'scalar': {
        const kind = kindOf(node, options);
        return kind && { kind };
      }
      case 'array': {
        const items = of(node.items);
        return items && { kind: 'list', items };
      }
      case 'tuple':
        return ofTuple(node);
      case 'record': {
        const rest = of(node.values);
        return rest && { kind: 'object', fields: new Map(), rest };
      }
      case 'object':
        return ofObject(node);
      case 'union':
        return ofUnion(node.members, node);
      case 'intersection':
        return allOf(node.members.map(of));
      case 'nullable':
        return of(node.type);
      case 'ref':
        return ofModel(node.id);
      case 'literal':
      case 'unknown':
      case 'never':
        return undefined;
      default:
        return node satisfies never;
    }
  }

  function ofModel(id: string): ValueShape | undefined {
    const schema = schemas.get(id);
    if (schema === undefined || !carriers.has(id)) return undefined;
    if (!models.has(id)) {
      // Set first, because a schema may contain itself.
      models.set(id, PLAIN);
      const shape = of(schema.type);
      if (shape === undefined) {
        models.delete(id);
        carriers.delete(id);
        return undefined;
      }
      models.set(id, shape);
    }
    return { kind: 'model', id };
  }

  function ofTuple(node: Extract<TypeNode, { kind: 'tuple' }>): ValueShape | undefined {
    const items = node.items.map(of);
    const rest = node.rest ? of(node.rest) : undefined;
    return rest === undefined && items.every((item) => item === undefined)
      ? undefined
      : { kind: 'tuple', items: items.map((item) => item ?? PLAIN), ...(rest && { rest }) };
  }

  function ofObject(node: ObjectType): ValueShape | undefined {
    const fields = new Map<string, ValueShape>();
    const { properties, additional } = flatten(shapes, node);
    const others = [
      ...(additional ? [additional] : []),
      ...(node.patterns ?? []).map((pattern) => pattern.type),
    ];
    const rest = ofUnion(others, node);
    for (const { name, type } of properties) {
      const shape = of(type) ?? (rest && PLAIN);
      if (shape) fields.set(name, shape);
    }
    return fields.size === 0 && rest === undefined
      ? undefined
      : { kind: 'object', fields, ...(rest && { rest }) };
  }

  function ofUnion(members: readonly TypeNode[], node: TypeNode): ValueShape | undefined {
    const found = members.map(of);
    if (found.every((shape) => shape === undefined)) return undefined;
    const targets = members.map(withoutNull);
    const tagged = node.kind === 'union' ? taggedOf(node, found, targets) : undefined;
    if (tagged) return tagged;
    const property = conflictIn(targets);
    if (property === undefined) return allOf(found);
    ambiguous.push({ node, property });
    return allOf(found.filter((_shape, index) => targets[index]?.kind === 'scalar'));
  }

  function withoutNull(node: TypeNode): TypeNode {
    const target = resolveNode(shapes, node);
    return target.kind === 'nullable' ? target.type : target;
  }

  /** Undefined if not all objects have a value in the tag. Other members are converted as they are. */
  function taggedOf(
    union: UnionType,
    found: readonly (ValueShape | undefined)[],
    targets: readonly TypeNode[],
  ): ValueShape | undefined {
    const discriminator = discriminatorOf(shapes, union);
    if (!discriminator) return undefined;
    const tagged = new Set(discriminator.mapping.map(({ member }) => member));
    const others = targets.flatMap((target, index) => (tagged.has(index) ? [] : [{ target, index }]));
    if (others.some(({ target }) => hasProperties(target))) return undefined;
    const cases = new Map(
      discriminator.mapping.flatMap(({ value, member }) => {
        const shape = found[member];
        return shape ? [[value, shape] as const] : [];
      }),
    );
    return allOf([
      cases.size > 0 ? { kind: 'tagged', tag: discriminator.property, cases } : undefined,
      ...others.map(({ index }) => found[index]),
    ]);
  }

  /** A property that some members need converted in another way than others. */
  function conflictIn(members: readonly TypeNode[]): string | undefined {
    const parts = members.map(partsOf);
    const seen = new Map<string, string>();
    for (const { named } of parts)
      for (const [name, key] of named) {
        if ((seen.get(name) ?? key) !== key) return name;
        seen.set(name, key);
      }
    for (const { named, rest } of parts)
      if (rest !== undefined)
        for (const [name, key] of seen) if (!named.has(name) && key !== rest) return name;
    const rests = new Set(parts.flatMap(({ rest }) => rest ?? []));
    return rests.size > 1 ? 'additionalProperties' : undefined;
  }

  /** The keys of the shapes of a member's properties, and of those that it does not declare. */
  function partsOf(target: TypeNode): {
    readonly named: ReadonlyMap<string, string>;
    readonly rest?: string;
  } {
    if (target.kind === 'object') {
      const { properties, additional } = flatten(shapes, target);
      const named = new Map(properties.map(({ name, type }) => [name, shapeKey(of(type))]));
      return additional && additional.kind !== 'unknown'
        ? { named, rest: shapeKey(of(additional)) }
        : { named };
    }
    if (target.kind === 'record') return { named: new Map(), rest: shapeKey(of(target.values)) };
    // A list has items where an object has properties.
    return {
      named:
        target.kind === 'array' || target.kind === 'tuple'
          ? new Map([['items of a list', shapeKey(of(target))]])
          : new Map(),
    };
  }

  return { of, models: () => models, ambiguous: () => ambiguous };
}

const hasProperties = ({ kind }: TypeNode): boolean => kind === 'object' || kind === 'record';

function allOf(found: readonly (ValueShape | undefined)[]): ValueShape | undefined {
  const parts = [
    ...new Map(found.flatMap((shape) => (shape ? [[shapeKey(shape), shape] as const] : []))).values(),
  ];
  return parts.length > 1 ? { kind: 'all', parts } : parts[0];
}

/** Equal for equal shapes. */
const shapeKey = (shape: ValueShape | undefined): string =>
  JSON.stringify(shape ?? null, (_name, value: unknown) => (value instanceof Map ? [...value] : value));

/** Ids of the schemas that contain a converted scalar, also through references. */
function carriersOf(schemas: ReadonlyMap<string, Schema>, options: ValueOptions): Set<string> {
  const users = new Map<string, Set<string>>();
  const carriers = new Set<string>();
  for (const [id, { type }] of schemas)
    walkType(type, (node) => {
      if (node.kind === 'scalar' && kindOf(node, options)) carriers.add(id);
      if (node.kind === 'ref') users.set(node.id, (users.get(node.id) ?? new Set()).add(id));
    });
  for (const id of carriers) for (const user of users.get(id) ?? []) carriers.add(user);
  return carriers;
}
