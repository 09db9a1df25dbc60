/** Profile `full`: a type as JSON Schema 2020-12 with named schemas in `$defs` and all constraints. */
import type { Constraints, ObjectType, TypeNode, UnionType } from '../../ir/types.ts';
import type { JsonValue } from '../../lib/json.ts';
import { flatten, visibleIn } from '../shapes.ts';
import { type JsonSchema, type JsonSchemaContext, scalarName } from './types.ts';

/** The schema with all `$defs` that it refers to. */
export function fullSchema(context: JsonSchemaContext, node: TypeNode): JsonSchema {
  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
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
      define(definitions, name, schema ? write(writer, schema.type) : {});
      return name;
    },
  };
  const schema = write(writer, node);
  return names.size === 0 ? schema : { ...schema, $defs: definitions };
}

interface Writer extends JsonSchemaContext {
  /** Returns the name of a schema's definition. */
  readonly refer: (id: string) => string;
}

/** Safe for a name such as `__proto__`, which a document may contain. */
const define = (target: object, name: string, value: JsonValue | JsonSchema): unknown =>
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });

function write(writer: Writer, node: TypeNode): JsonSchema {
  return {
    ...shape(writer, node),
    ...assertions(node.constraints),
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
        ...(node.scalar === 'binary' && { contentEncoding: 'base64' }),
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
  const { contentEncoding, contentMediaType, assertions: _more, ...plain } = constraints;
  return {
    ...plain,
    ...(contentEncoding !== undefined && { contentEncoding }),
    ...(contentMediaType !== undefined && { contentMediaType }),
  };
}
