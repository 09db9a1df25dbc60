/** What some client of models refuses in a tool: each rule is one that a published API or client has. */
import type { CatalogueEntry } from '../../generator/plan/catalogue.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Broken rules, each once. */
export function lintTool(entry: Pick<CatalogueEntry, 'tool' | 'input'>): readonly string[] {
  const found = new Set<string>();
  if (!/^[a-z0-9_]{1,64}$/.test(entry.tool)) found.add('name');
  const root = entry.input as Schema;
  if (root['type'] !== 'object' || 'anyOf' in root) found.add('root object');
  if (root['additionalProperties'] === undefined) found.add('closed root');
  walk(root, 0, found);
  return [...found];
}

const NEVER = ['$ref', '$defs', 'const', 'allOf', 'oneOf', 'not', 'prefixItems', 'propertyNames'];

function walk(schema: Schema, depth: number, found: Set<string>): void {
  if (depth > 10) found.add('depth');
  for (const keyword of NEVER) if (keyword in schema) found.add(keyword);
  if (Array.isArray(schema['type'])) found.add('type list');
  if (schema['type'] === 'null') found.add('null');
  if (schema['type'] === 'array' && !isSchema(schema['items'])) found.add('items');
  const values = schema['enum'];
  if (values !== undefined) {
    const isTexts =
      Array.isArray(values) && values.every((value) => typeof value === 'string' && value !== '');
    if (!isTexts || schema['type'] !== 'string') found.add('enum of text');
  }
  const { properties, items, additionalProperties, anyOf } = schema;
  for (const [name, child] of Object.entries(isSchema(properties) ? properties : {})) {
    if (!/^[\w.-]{1,64}$/.test(name)) found.add('property name');
    if (!isSchema(child) || !(typeof child['type'] === 'string' || Array.isArray(child['anyOf'])))
      found.add('property type');
    if (isSchema(child)) walk(child, depth + 1, found);
  }
  if (isSchema(items)) walk(items, depth + 1, found);
  if (isSchema(additionalProperties)) walk(additionalProperties, depth + 1, found);
  for (const child of Array.isArray(anyOf) ? anyOf : []) {
    if (!isSchema(child) || typeof child['type'] !== 'string') found.add('alternative type');
    else walk(child, depth, found);
  }
}
