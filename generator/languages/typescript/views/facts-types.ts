/** A type as a tree of data for templates: every node has every field. */
import type { Constraints, Property, TypeNode, UnionType } from '../../../ir/types.ts';
import { type Direction, type Shapes, flatten, visibleIn } from '../../../plan/shapes.ts';
import { type Code, empty, literalKey, numberLiteral, stringLiteral, valueLiteral } from '../code.ts';

export interface TypeFacts {
  readonly isString: boolean;
  readonly isNumber: boolean;
  readonly isInteger: boolean;
  readonly isBoolean: boolean;
  readonly isNull: boolean;
  /** Raw bytes. */
  readonly isBinary: boolean;
  /** A string with a date and time (`date-time`) or a date (`date`). */
  readonly isDateTime: boolean;
  readonly isDate: boolean;
  readonly isLiteral: boolean;
  /** A choice of literals; `isTextEnum` if all are strings. */
  readonly isEnum: boolean;
  readonly isTextEnum: boolean;
  /** The enum allows further values. */
  readonly isOpen: boolean;
  readonly isObject: boolean;
  /** The object allows no other properties. */
  readonly isClosed: boolean;
  readonly isRecord: boolean;
  readonly isArray: boolean;
  readonly isTuple: boolean;
  readonly isUnion: boolean;
  readonly isIntersection: boolean;
  readonly isNullable: boolean;
  readonly isRef: boolean;
  readonly isUnknown: boolean;
  readonly isNever: boolean;
  /** A literal; empty if the document has no format. */
  readonly format: Code;
  /** The value of a literal, or the values of an enum. */
  readonly value: Code;
  readonly values: readonly Code[];
  readonly limits: LimitFacts;
  readonly properties: readonly PropertyFacts[];
  /**
   * Items of an array, values of a record, elements of a tuple, members of a union or intersection, or the
   * type that may be null.
   */
  readonly parts: readonly TypeFacts[];
  /** Type of an object's additional properties, or of a tuple's remaining elements; none or one. */
  readonly rest: readonly TypeFacts[];
  /** The model that a reference points to, under its own name; otherwise empty. */
  readonly ref: { readonly id: Code; readonly name: Code };
}

/** Numbers and texts as literals; empty if there is no limit. */
export interface LimitFacts {
  readonly minimum: Code;
  readonly maximum: Code;
  readonly exclusiveMinimum: Code;
  readonly exclusiveMaximum: Code;
  readonly multipleOf: Code;
  readonly minLength: Code;
  readonly maxLength: Code;
  /** A string literal that `new RegExp(…, 'u')` accepts. */
  readonly pattern: Code;
  readonly minItems: Code;
  readonly maxItems: Code;
}

export interface PropertyFacts {
  /** A key of an object literal. */
  readonly key: Code;
  /** The name on the wire as a string literal. */
  readonly wireName: Code;
  readonly isOptional: boolean;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  readonly isDeprecated: boolean;
  readonly type: TypeFacts;
}

export interface FactsContext {
  readonly shapes: Pick<Shapes, 'schemas'>;
  readonly direction: Direction;
  /** The model for a schema, if there is one; other schemas are inlined. */
  readonly refOf: (
    id: string,
    direction: Direction,
  ) => { readonly id: Code; readonly name: Code } | undefined;
}

export function typeFacts(context: FactsContext, node: TypeNode): TypeFacts {
  const inside = (typeNode: TypeNode): TypeFacts => typeFacts(context, typeNode);
  const own = { ...NOTHING, limits: limitsOf(node.constraints) };
  switch (node.kind) {
    case 'scalar': {
      const isString = node.scalar === 'string';
      return {
        ...own,
        isString,
        isNumber: node.scalar === 'number',
        isInteger: node.scalar === 'integer',
        isBoolean: node.scalar === 'boolean',
        isNull: node.scalar === 'null',
        isBinary: node.scalar === 'binary',
        isDateTime: isString && node.format === 'date-time',
        isDate: isString && node.format === 'date',
        format: node.format === undefined ? empty : stringLiteral(node.format),
      };
    }
    case 'literal':
      return { ...own, isLiteral: true, value: valueLiteral(node.value) };
    case 'array':
      return { ...own, isArray: true, parts: [inside(node.items)] };
    case 'tuple': {
      const rest = node.rest === undefined ? [UNKNOWN] : node.rest ? [inside(node.rest)] : [];
      // A tuple with optional elements is represented as an array of a union.
      return node.required < node.items.length
        ? { ...own, isArray: true, parts: [unionFacts([...node.items.map(inside), ...rest])] }
        : { ...own, isTuple: true, parts: node.items.map(inside), rest };
    }
    case 'record':
      return { ...own, isRecord: true, parts: [inside(node.values)] };
    case 'object':
      return { ...own, ...objectFacts(context, node) };
    case 'union':
      return enumFacts(node) ?? { ...own, ...unionFacts(node.members.map(inside)) };
    case 'intersection':
      return { ...own, isIntersection: true, parts: node.members.map(inside) };
    case 'nullable':
      return { ...own, isNullable: true, parts: [inside(node.type)] };
    case 'ref': {
      const ref = context.refOf(node.id, context.direction);
      const schema = context.shapes.schemas.get(node.id);
      return ref ? { ...own, isRef: true, ref } : schema ? inside(schema.type) : UNKNOWN;
    }
    case 'unknown':
      return UNKNOWN;
    case 'never':
      return { ...own, isNever: true };
    default:
      return node satisfies never;
  }
}

function objectFacts(
  context: FactsContext,
  node: Extract<TypeNode, { readonly kind: 'object' }>,
): Pick<TypeFacts, 'isObject' | 'isClosed' | 'properties' | 'rest'> {
  const { properties, additional } = flatten(context.shapes, node);
  return {
    isObject: true,
    isClosed: additional === false,
    properties: properties
      .filter(visibleIn(context.direction))
      .map((property) => propertyFacts(property, typeFacts(context, property.type))),
    rest: additional ? [typeFacts(context, additional)] : [],
  };
}

const propertyFacts = (property: Property, type: TypeFacts): PropertyFacts => ({
  key: literalKey(property.name),
  wireName: stringLiteral(property.name),
  isOptional: !property.required,
  isReadOnly: property.readOnly === true,
  isWriteOnly: property.writeOnly === true,
  isDeprecated: property.deprecated !== undefined,
  type,
});

/** A union with one member becomes that member. */
const unionFacts = (parts: readonly TypeFacts[]): TypeFacts => {
  const [first] = parts;
  return parts.length === 1 && first
    ? first
    : { ...NOTHING, isUnion: parts.length > 0, isNever: parts.length === 0, parts };
};

function enumFacts(node: UnionType): TypeFacts | undefined {
  const values = node.members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
  if (values.length === 0 || values.length < node.members.length) return undefined;
  return {
    ...NOTHING,
    isEnum: true,
    isTextEnum: values.every((value) => typeof value === 'string'),
    isOpen: node.open !== undefined,
    values: values.map(valueLiteral),
  };
}

function limitsOf(limits: Constraints = {}): LimitFacts {
  const number = (value: number | undefined): Code =>
    value === undefined || !Number.isFinite(value) ? empty : numberLiteral(value);
  return {
    minimum: number(limits.minimum),
    maximum: number(limits.maximum),
    exclusiveMinimum: number(limits.exclusiveMinimum),
    exclusiveMaximum: number(limits.exclusiveMaximum),
    multipleOf: number(limits.multipleOf && limits.multipleOf > 0 ? limits.multipleOf : undefined),
    minLength: number(limits.minLength),
    maxLength: number(limits.maxLength),
    pattern:
      limits.pattern !== undefined && isPattern(limits.pattern) ? stringLiteral(limits.pattern) : empty,
    minItems: number(limits.minItems),
    maxItems: number(limits.maxItems),
  };
}

/** Omits patterns that are not valid in ECMAScript, because an SDK cannot check them. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const NOTHING: TypeFacts = {
  isString: false,
  isNumber: false,
  isInteger: false,
  isBoolean: false,
  isNull: false,
  isBinary: false,
  isDateTime: false,
  isDate: false,
  isLiteral: false,
  isEnum: false,
  isTextEnum: false,
  isOpen: false,
  isObject: false,
  isClosed: false,
  isRecord: false,
  isArray: false,
  isTuple: false,
  isUnion: false,
  isIntersection: false,
  isNullable: false,
  isRef: false,
  isUnknown: false,
  isNever: false,
  format: empty,
  value: empty,
  values: [],
  limits: limitsOf(),
  properties: [],
  parts: [],
  rest: [],
  ref: { id: empty, name: empty },
};

const UNKNOWN: TypeFacts = { ...NOTHING, isUnknown: true };
