import type { ObjectType, Schema, TypeNode } from '../../ir/types.ts';
import type { Schemas } from './shape.ts';
import { jsonText } from './json-text.ts';

const MAX = 80;

/** The name of the schema in the SDK: `simple-user` → `SimpleUser`. */
export const typeName = (schema: Schema, { names }: Pick<Schemas, 'names'>): string =>
  names?.model(schema.id) ?? names?.type(schema.model?.name ?? schema.name) ?? schema.name;

/**
 * A short description of a type for `before` and `after`: `string`, `"a" | "b"`, `array of Pet`. At most 80
 * characters; text of the document is quoted.
 */
export const describeType = (node: TypeNode, schemas: Schemas): string => shorten(describe(node, schemas, 3));

/** The first property with a constant, by which people recognize a member of a union. */
const constantOf = ({ properties }: ObjectType): string => {
  const found = properties.find((property) => property.required && property.type.kind === 'literal');
  return found?.type.kind === 'literal' ? ` with ${found.name} ${jsonText(found.type.value)}` : '';
};

export const shorten = (text: string): string => (text.length <= MAX ? text : `${text.slice(0, MAX - 1)}…`);

function describe(node: TypeNode, schemas: Schemas, depth: number): string {
  if (depth === 0) return '…';
  const inner = (child: TypeNode): string => describe(child, schemas, depth - 1);
  switch (node.kind) {
    case 'scalar':
      return node.format === undefined ? node.scalar : `${node.scalar} (${node.format})`;
    case 'literal':
      return jsonText(node.value);
    case 'array':
      return `array of ${inner(node.items)}`;
    case 'tuple':
      return `tuple of ${node.items.length}`;
    case 'record':
      return `map of ${inner(node.values)}`;
    case 'object':
      return node.properties.length === 0 && node.bases.length === 1 && node.bases[0] !== undefined
        ? inner(node.bases[0])
        : `object${constantOf(node)}`;
    case 'union':
      return (
        node.members.slice(0, 12).map(inner).join(' | ') + (node.open === undefined ? '' : ` | ${node.open}`)
      );
    case 'intersection':
      return node.members.slice(0, 6).map(inner).join(' & ');
    case 'nullable':
      return `${inner(node.type)} | null`;
    case 'ref': {
      const schema = schemas.get(node.id);
      return schema === undefined ? 'unknown' : typeName(schema, schemas);
    }
    case 'unknown':
      return 'anything';
    case 'never':
      return 'nothing';
    default:
      return node satisfies never;
  }
}
