/**
 * Profile `agents`: a type as a JSON Schema that every client of models accepts, without references, lists
 * of types and constants, and with only text in enums. It accepts every value that the full schema
 * accepts, as far as it can express it.
 */
import type { ArrayType, ObjectType, Property, TypeNode } from '../../ir/types.ts';
import { flatten, resolveNode, visibleIn } from '../shapes.ts';
import { ANY, OBJECT, anyOf, both, describedBy, enumOf, literalSchema, withNull } from './fold.ts';
import {
  type JsonSchema,
  type JsonSchemaContext,
  UPLOAD,
  isNull,
  literalName,
  scalarName,
  shortText,
} from './types.ts';

export interface AgentSchemaOptions extends JsonSchemaContext {
  /** Nesting depth of objects and lists; deeper values have only their names. */
  readonly depth: number;
  /** Maximum length of a property's description. */
  readonly longest: number;
}

/**
 * Maximum number of types in a schema. Types beyond it are abbreviated; beyond twice
 * the number they become anything.
 */
const MOST_TYPES = 600;

interface Writer extends AgentSchemaOptions {
  /** Ids of the enclosing schemas. */
  readonly within: ReadonlySet<string>;
  readonly level: number;
  /** True below the depth limit: only field names are written. */
  readonly isBrief: boolean;
  /** Shared by the whole schema, because nested inlined types multiply. */
  readonly budget: { left: number };
}

/** Undefined if no value of this type can be sent. */
export const agentSchema = (limits: AgentSchemaOptions, node: TypeNode): JsonSchema | undefined =>
  write(
    { ...limits, within: new Set(), level: 0, isBrief: limits.depth === 0, budget: { left: MOST_TYPES } },
    node,
  );

/** Property names that even the strictest API accepts. Other properties cannot be offered. */
export const isPlainName = (name: string): boolean => /^[\w.-]{1,64}$/.test(name) && name !== '__proto__';

const FORMATS: ReadonlySet<string> = new Set(['date', 'date-time', 'uuid']);

/** Limit for cyclic lists, which would otherwise not end. */
const MOST_BRIEF = 4;

function write(writer: Writer, node: TypeNode): JsonSchema | undefined {
  writer.budget.left--;
  if (writer.budget.left < -MOST_TYPES) return ANY;
  const schema = shape(writer, node);
  if (!schema || node.kind === 'ref') return schema;
  const { default: usual, constraints } = node;
  const isPlain = typeof usual === 'number' || typeof usual === 'boolean' || typeof usual === 'string';
  const isNumber = schema['type'] === 'integer' || schema['type'] === 'number';
  const isUsual = isPlain && writer.direction === 'request' && fits(usual, schema['type']);
  return {
    ...schema,
    ...(isNumber && constraints?.minimum !== undefined && { minimum: constraints.minimum }),
    ...(isNumber && constraints?.maximum !== undefined && { maximum: constraints.maximum }),
    ...(isUsual && !isTooLong(usual) && { default: usual }),
  };
}

const isTooLong = (value: string | number | boolean): boolean => String(value).length > 60;

const fits = (value: string | number | boolean, type: unknown): boolean =>
  literalName(value) === type || typeof value === type;

function shape(writer: Writer, node: TypeNode): JsonSchema | undefined {
  if (isNull(node)) return writer.direction === 'request' ? undefined : { type: 'null' };
  switch (node.kind) {
    case 'scalar':
      return {
        type: scalarName(node),
        ...(node.scalar === 'binary' && { description: UPLOAD }),
        ...(node.format !== undefined && FORMATS.has(node.format) && { format: node.format }),
      };
    case 'literal':
      return literalSchema(node.value);
    case 'array':
      return list(writer, node);
    case 'tuple': {
      const members = [...node.items, ...(node.rest ? [node.rest] : [])];
      const inside = anyOf(members.map((member) => write(deeper(writer), member)));
      return { type: 'array', items: node.rest === undefined ? {} : { ...inside } };
    }
    case 'record': {
      const values = writer.isBrief ? undefined : write(deeper(writer), node.values);
      return values === undefined || values === ANY
        ? OBJECT
        : { ...OBJECT, additionalProperties: { ...values } };
    }
    case 'object':
      return object(writer, node);
    case 'union': {
      const open = node.open;
      const values = node.members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
      if (values.length === node.members.length) return enumOf(values, open);
      return anyOf(node.members.map((member) => write(writer, member)));
    }
    case 'intersection':
      return both(node.members.filter((member) => !isNull(member)).map((member) => write(writer, member)));
    case 'nullable':
      return withNull(write(writer, node.type), writer.direction);
    case 'ref':
      return reference(writer, node.id);
    case 'unknown':
      return ANY;
    case 'never':
      return undefined;
    default:
      return node satisfies never;
  }
}

function reference(writer: Writer, id: string): JsonSchema | undefined {
  const schema = writer.shapes.schemas.get(id);
  if (!schema) return ANY;
  if (!writer.within.has(id))
    return write({ ...writer, within: new Set([...writer.within, id]) }, schema.type);
  return writer.level > writer.depth + MOST_BRIEF
    ? ANY
    : write({ ...writer, isBrief: true, level: writer.level + 1 }, schema.type);
}

const deeper = (writer: Writer): Writer => ({
  ...writer,
  level: writer.level + 1,
  isBrief: writer.isBrief || writer.level + 1 >= writer.depth,
});

function list(writer: Writer, node: ArrayType): JsonSchema {
  if (writer.level > writer.depth + MOST_BRIEF) return { type: 'array', items: {} };
  const items = write(deeper(writer), node.items);
  return { type: 'array', items: items === undefined || items === ANY ? {} : { ...items } };
}

function object(writer: Writer, node: ObjectType): JsonSchema {
  const flat = flatten(writer.shapes, node);
  const visible = flat.properties.filter(
    (property) => visibleIn(writer.direction)(property) && isPlainName(property.name),
  );
  if (visible.length === 0) return OBJECT;
  if (writer.isBrief || writer.budget.left < 0) return { ...OBJECT, description: fieldNames(visible) };
  const properties: Record<string, JsonSchema> = {};
  const inside = deeper(writer);
  for (const property of visible) {
    const written = write(inside, property.type);
    if (written)
      properties[property.name] = describedBy(
        written,
        aboutProperty(writer.shapes, property),
        writer.longest,
      );
  }
  const required = visible
    .filter((property) => property.required && properties[property.name] !== undefined)
    .map((property) => property.name);
  return {
    ...OBJECT,
    properties: properties,
    ...(required.length > 0 && writer.direction === 'request' && { required }),
  };
}

const aboutProperty = (
  shapes: JsonSchemaContext['shapes'],
  { description, type }: Property,
): string | undefined => description ?? type.description ?? resolveNode(shapes, type).description;

function fieldNames(properties: readonly Property[]): string {
  const required = properties.filter((property) => property.required);
  const ordered = [...required, ...properties.filter((property) => !property.required)];
  return shortText(`Fields: ${ordered.map((property) => property.name).join(', ')}`, 200);
}
