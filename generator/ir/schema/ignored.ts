/** Reports which keywords of a schema had no effect on its type or docs. */
import { type JsonObject, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { TypeNode } from '../types.ts';
import type { SchemaContext } from './context.ts';

const OBJECT_ONLY = new Set([
  'properties',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
]);
const ARRAY_ONLY = new Set([
  'items',
  'prefixItems',
  'additionalItems',
  'minItems',
  'maxItems',
  'uniqueItems',
]);

/** JSON Schema's conditions, which types cannot express, and OpenAPI keywords for other tools. */
const CONDITIONS = new Set([
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'contains',
  'minContains',
  'maxContains',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
  'externalDocs',
  'xml',
]);

/** Keywords that are read for any type. */
const READ = new Set([
  '$ref',
  '$defs',
  'definitions',
  '$id',
  '$anchor',
  '$schema',
  '$comment',
  '$dynamicAnchor',
  '$dynamicRef',
  '$recursiveRef',
  '$recursiveAnchor',
  '$vocabulary',
  'id',
  'type',
  'enum',
  'const',
  'format',
  'allOf',
  'oneOf',
  'anyOf',
  'nullable',
  'x-nullable',
  'required',
  'discriminator',
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'contentEncoding',
  'contentMediaType',
]);

/** True if the node has any known keyword, apart from extensions. */
const saysSomethingKnown = (node: JsonObject): boolean =>
  Object.keys(node).some(
    (keyword) =>
      (READ.has(keyword) || OBJECT_ONLY.has(keyword) || ARRAY_ONLY.has(keyword) || CONDITIONS.has(keyword)) &&
      !keyword.startsWith('x-'),
  );

export function countIgnored(
  context: SchemaContext,
  node: JsonObject,
  type: TypeNode | undefined,
  origin: Origin,
): void {
  if (!saysSomethingKnown(node)) {
    // Reports the schema as a whole instead of each of its keywords.
    const keywords = Object.keys(node).filter((keyword) => !keyword.startsWith('x-'));
    if (keywords.length > 0) {
      context.report('schema-without-type', { keywords: keywords.join(', ') }, at(origin, keywords[0] ?? ''));
      return;
    }
  }
  for (const keyword of Object.keys(node)) {
    if (READ.has(keyword)) {
      if (keyword === 'contentMediaType' && type?.kind === 'scalar' && type.scalar !== 'binary')
        context.coverage.ignore(keyword, origin);
      if (
        keyword === 'discriminator' &&
        isJsonObject(node[keyword]) &&
        node[keyword]['defaultMapping'] !== undefined
      )
        context.coverage.ignore('defaultMapping', at(origin, keyword));
      if (
        keyword === 'discriminator' &&
        type !== undefined &&
        type.kind !== 'object' &&
        node['oneOf'] === undefined &&
        node['anyOf'] === undefined
      )
        context.coverage.ignore(keyword, origin);
    } else if (OBJECT_ONLY.has(keyword)) {
      if (
        type !== undefined &&
        isOther(type, keyword === 'propertyNames' ? ['record'] : ['object', 'record'])
      )
        context.coverage.ignore(keyword, origin);
    } else if (ARRAY_ONLY.has(keyword)) {
      if (type !== undefined && isOther(type, ['array', 'tuple'])) context.coverage.ignore(keyword, origin);
    } else if (keyword !== 'not' || !isTrivial(node['not'])) {
      context.coverage.ignore(keyword, origin);
    }
  }
}

const isOther = (type: TypeNode, kinds: readonly TypeNode['kind'][]): boolean =>
  !kinds.includes(type.kind) &&
  !(type.kind === 'union' && type.members.some((member) => kinds.includes(member.kind)));

const isTrivial = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
