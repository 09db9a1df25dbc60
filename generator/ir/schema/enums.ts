/** Enums, constants and open enums. */
import { type SchemaHints } from '../../openapi/schema-hints.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { LiteralType, TypeNode } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { descriptionOf, deprecationOf, unknownType } from './docs.ts';
import { constantOf, listOf, own, textOf, typesOf } from './view.ts';

type Primitive = string | number | boolean;

/**
 * The type of `enum` or `const` without null (the caller already knows whether null is allowed). Undefined
 * if neither keyword exists or the list is empty.
 */
export function readEnum(
  context: SchemaContext,
  node: JsonObject,
  hints: SchemaHints,
  origin: Origin,
): TypeNode | undefined {
  const given = valuesOf(node, hints);
  if (given === undefined) return undefined;
  const types = typesOf(node);
  /** Each value with the index of its first occurrence. */
  const values = new Map<Primitive, number>();
  const placeOf = (index: number): Origin =>
    Object.hasOwn(node, 'const')
      ? at(origin, 'const')
      : at(origin, Array.isArray(own(node, 'enum')) ? 'enum' : 'x-extensible-enum', index);
  let converted = -1;
  let foreign = -1;
  for (const [index, value] of given.entries()) {
    if (value === null) continue;
    if (typeof value === 'object') foreign = foreign < 0 ? index : foreign;
    else {
      const fitting = fit(value, types);
      if (fitting !== value && converted < 0) converted = index;
      if (!values.has(fitting)) values.set(fitting, index);
    }
  }
  if (converted >= 0)
    context.report(
      'enum-value-type',
      { value: show(given[converted] ?? null), type: types.join(' or ') },
      placeOf(converted),
    );
  if (foreign >= 0) {
    context.report('enum-value-object', { value: show(given[foreign] ?? null) }, placeOf(foreign));
    return undefined;
  }
  if (values.size === 0) {
    if (given.length === 0) context.report('enum-empty', {}, at(origin, 'enum'));
    return given.length === 0 ? undefined : { kind: 'scalar', scalar: 'null', origin };
  }
  return enumOf(
    [...values].map(([value, index]) => literal(value, hints, placeOf(index))),
    isOpen(context, hints, values.size),
    origin,
  );
}

/** A single value stays closed: it often tells the members of a union apart. */
const isOpen = (
  { opensEnums }: Pick<SchemaContext, 'opensEnums'>,
  hints: SchemaHints,
  count: number,
): boolean => hints.open === true || (opensEnums && count > 1);

interface ConstantsPlace {
  /** Origins of the members. */
  readonly origins: readonly Origin[];
  readonly hints: SchemaHints;
  readonly origin: Origin;
}

/** `oneOf` or `anyOf` whose members are single constants; their titles name the enum's members. */
export function readConstants(
  context: Pick<SchemaContext, 'hintsOf' | 'opensEnums'>,
  members: readonly JsonValue[],
  { origins, hints, origin }: ConstantsPlace,
): TypeNode {
  const literals = new Map<Primitive, LiteralType>();
  for (const [index, member] of members.entries()) {
    if (!isJsonObject(member)) continue;
    const value = constantOf(member);
    if (value === undefined || value === null || literals.has(value)) continue;
    const label = hints.labels?.get(String(value)) ?? textOf(member, 'title');
    const description = descriptionOf(member);
    const deprecated = deprecationOf(member, context.hintsOf(member));
    literals.set(value, {
      kind: 'literal',
      value,
      origin: origins[index] ?? origin,
      ...(label !== undefined && { label }),
      ...(description !== undefined && { description }),
      ...(deprecated && { deprecated }),
    });
  }
  return enumOf([...literals.values()], isOpen(context, hints, literals.size), origin);
}

/**
 * A single literal stays a literal, both booleans become `boolean`, and anything
 * else becomes a union of mode `enum`.
 */
export function enumOf(literals: readonly LiteralType[], isOpen: boolean, origin: Origin): TypeNode {
  const [first] = literals;
  if (first === undefined) return unknownType(origin, 'empty');
  if (literals.length === 2 && literals.every((literalType) => typeof literalType.value === 'boolean'))
    return { kind: 'scalar', scalar: 'boolean', origin };
  const base = literals.every((literalType) => typeof literalType.value === 'string')
    ? 'string'
    : literals.every((literalType) => typeof literalType.value === 'number')
      ? 'number'
      : undefined;
  if (isOpen && base !== undefined)
    return { kind: 'union', mode: 'enum', members: literals, open: base, origin };
  return literals.length === 1
    ? { ...first, origin }
    : { kind: 'union', mode: 'enum', members: literals, origin };
}

function valuesOf(node: JsonObject, hints: SchemaHints): readonly JsonValue[] | undefined {
  if (Object.hasOwn(node, 'const')) return [own(node, 'const') ?? null];
  return Array.isArray(own(node, 'enum')) ? listOf(node, 'enum') : hints.openValues;
}

/**
 * YAML turns unquoted `enum: [1, yes]` into numbers and booleans. On the wire the
 * values have the declared `type`.
 */
function fit(value: Primitive, types: readonly string[]): Primitive {
  const [type] = types;
  if (types.length !== 1) return value;
  if (type === 'string') return String(value);
  if (
    (type === 'integer' || type === 'number') &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  )
    return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function literal(value: Primitive, hints: SchemaHints, origin: Origin): LiteralType {
  const label = hints.labels?.get(String(value));
  const description = hints.valueDescriptions?.get(String(value));
  return {
    kind: 'literal',
    value,
    origin,
    ...(label !== undefined && { label }),
    ...(description !== undefined && { description }),
  };
}

const show = (value: JsonValue): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
