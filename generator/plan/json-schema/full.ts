/** Profile `full`: a type as JSON Schema 2020-12 with named schemas in `$defs` and all constraints. */
import type { Constraints, ObjectType, TypeNode, UnionType } from '../../ir/types.ts';
import type { JsonValue } from '../../lib/json.ts';
import { flatten, visibleIn } from '../shapes.ts';
import { conditionsOf } from './conditions.ts';
import { type JsonSchema, type JsonSchemaContext, UPLOAD, isExpression, scalarName } from './types.ts';

/** The schema with all `$defs` that it refers to. */
export function fullSchema(context: JsonSchemaContext, node: TypeNode): JsonSchema {
  const { write, definitions } = fullWriter(context);
  return { ...write(node), ...definitions() };
}

/** Several schemas that share their `$defs`. */
export function fullWriter(context: JsonSchemaContext): {
  readonly write: (node: TypeNode) => JsonSchema;
  /** `$defs` of all that was written. */
  readonly definitions: () => JsonSchema;
} {
  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
  // Two documents may use the same anchor, and here all are in a single schema.
  const anchors = new Set<string>();
  const writer: Writer = {
    ...context,
    refer: (id) => {
      const known = names.get(id);
      if (known !== undefined) return known;
      const schema = context.shapes.schemas.get(id);
      const stem = (schema?.name ?? 'Unknown').replace(/[^\w.-]/g, '_');
      const taken = new Set(names.values());
      let name = stem;
      for (let suffix = 2; taken.has(name); suffix++) name = `${stem}${suffix}`;
      names.set(id, name);
      const isFirst = schema?.anchor !== undefined && !anchors.has(schema.anchor);
      if (isFirst) anchors.add(schema.anchor);
      define(definitions, name, {
        ...(isFirst && { $anchor: schema.anchor }),
        ...(schema && write(writer, schema.type)),
      });
      return name;
    },
  };
  return {
    write: (node) => write(writer, node),
    definitions: () => (names.size === 0 ? {} : { $defs: definitions }),
  };
}

interface Writer extends JsonSchemaContext {
  /** Returns the name of a schema's definition. */
  readonly refer: (id: string) => string;
}

/** Safe for a name such as `__proto__`, which a document may contain. */
const define = (target: object, name: string, value: JsonValue | JsonSchema): unknown =>
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });

function write(writer: Writer, node: TypeNode): JsonSchema {
  const unseen = node.kind === 'object' ? unseenNames(writer, node) : [];
  const written = { ...shape(writer, node), ...assertions(node.constraints) };
  return {
    ...written,
    ...conditionsOf(node.constraints, { unseen, taken: written }),
    ...(node.description !== undefined && { description: node.description }),
    ...(node.default !== undefined && { default: node.default }),
    ...(node.deprecated && { deprecated: true }),
  };
}

function shape(writer: Writer, node: TypeNode): JsonSchema {
  switch (node.kind) {
    case 'scalar':
      return {
        type: scalarName(node),
        ...(node.scalar === 'binary' &&
          (writer.direction === 'request' ? { description: UPLOAD } : { contentEncoding: 'base64' })),
        ...(node.format !== undefined && { format: node.format }),
      };
    case 'literal':
      return { const: node.value };
    case 'array':
      return { type: 'array', items: write(writer, node.items) };
    case 'tuple':
      return {
        type: 'array',
        prefixItems: all(writer, node.items),
        minItems: node.required,
        ...(node.rest !== undefined && {
          items: node.rest === false ? false : write(writer, node.rest),
        }),
      };
    case 'record':
      return {
        type: 'object',
        additionalProperties: write(writer, node.values),
        ...(node.keys && { propertyNames: write(writer, node.keys) }),
      };
    case 'object':
      return object(writer, node);
    case 'union':
      return union(writer, node);
    case 'intersection':
      return { allOf: all(writer, node.members) };
    case 'nullable':
      return { anyOf: [write(writer, node.type), { type: 'null' }] };
    case 'ref':
      return { $ref: `#/$defs/${writer.refer(node.id)}` };
    case 'unknown':
      return {};
    case 'never':
      return { not: {} };
    default:
      return node satisfies never;
  }
}

const all = (writer: Writer, nodes: readonly TypeNode[]): readonly JsonSchema[] =>
  nodes.map((node) => write(writer, node));

/** Names that the other direction alone has. */
const unseenNames = ({ shapes, direction }: Writer, node: ObjectType): readonly string[] =>
  flatten(shapes, node)
    .properties.filter((property) => !visibleIn(direction)(property))
    .map((property) => property.name);

function object(writer: Writer, node: ObjectType): JsonSchema {
  const flat = flatten(writer.shapes, node);
  const visible = flat.properties.filter(visibleIn(writer.direction));
  const properties: Record<string, JsonSchema> = {};
  for (const property of visible) {
    const written = write(writer, property.type);
    const description = property.description;
    define(properties, property.name, description === undefined ? written : { ...written, description });
  }
  const required = visible.filter((property) => property.required).map((property) => property.name);
  return {
    type: 'object',
    properties: properties,
    ...(required.length > 0 && { required }),
    ...(flat.additional !== undefined && {
      additionalProperties: flat.additional && write(writer, flat.additional),
    }),
  };
}

/** Written as `anyOf`, because the members of a `oneOf` may overlap in the values that servers accept. */
function union(writer: Writer, node: UnionType): JsonSchema {
  const values = node.members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
  if (values.length < node.members.length || values.length === 0) return { anyOf: all(writer, node.members) };
  return node.open === undefined ? { enum: values } : { anyOf: [{ enum: values }, { type: node.open }] };
}

function assertions(constraints: Constraints | undefined): JsonSchema {
  if (!constraints) return {};
  const { contentEncoding, contentMediaType, assertions: _more, pattern, ...plain } = constraints;
  return {
    ...plain,
    ...(pattern !== undefined && isExpression(pattern) && { pattern }),
    ...(contentEncoding !== undefined && { contentEncoding }),
    ...(contentMediaType !== undefined && { contentMediaType }),
  };
}
