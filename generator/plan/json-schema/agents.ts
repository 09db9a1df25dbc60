/**
 * Profile `agents`: a type as the JSON Schema that every client of models takes. No references, no lists of types,
 * no constants, nothing but text in an enum. Whatever the full schema takes of what this can express, this takes.
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
  /** Objects and lists inside of each other; what is deeper has its names alone. */
  readonly depth: number;
  /** Longest description of a property. */
  readonly longest: number;
}

/** Types that a schema may be made of; what comes after them is brief, and after as many again is anything. */
const MOST_TYPES = 600;

interface Writer extends AgentSchemaOptions {
  /** Ids of schemas that it is inside of. */
  readonly within: ReadonlySet<string>;
  readonly level: number;
  /** Below the depth: nothing but the names of fields. */
  readonly isBrief: boolean;
  /** Types inlined in each other multiply. */
  readonly budget: { left: number };
}

/** Undefined: nothing that can be sent is of this type. */
export const agentSchema = (limits: AgentSchemaOptions, node: TypeNode): JsonSchema | undefined =>
  write(
    { ...limits, within: new Set(), level: 0, isBrief: limits.depth === 0, budget: { left: MOST_TYPES } },
    node,
  );

/** What the strictest API takes as a name of a property; others cannot be offered. */
export const isPlainName = (name: string): boolean => /^[\w.-]{1,64}$/.test(name) && name !== '__proto__';

const FORMATS: ReadonlySet<string> = new Set(['date', 'date-time', 'uuid']);

/** Rings of lists have no end of their own. */
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
