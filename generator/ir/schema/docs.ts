/** Reads what a schema contains besides its type: docs, defaults, examples, constraints. */
import type { SchemaHints } from '../../openapi/schema-hints.ts';
import { type JsonObject, type JsonValue } from '../../lib/json.ts';
import type { Origin } from '../../lib/origin.ts';
import type { Writable } from '../../lib/writable.ts';
import type { Constraints, Deprecation, TypeNode } from '../types.ts';
import { listOf, own, textOf } from './view.ts';

export type Docs = Pick<
  TypeNode,
  'nameHints' | 'typeName' | 'description' | 'deprecated' | 'default' | 'examples' | 'constraints'
>;

/** The annotations (JSON Schema 2020-12 Validation section 9) and constraints of the node itself. */
export function docsOf(node: JsonObject, hints: SchemaHints): Docs {
  const title = textOf(node, 'title')?.trim();
  const nameHints = title === undefined || title === '' ? hints.names : [...hints.names, title];
  const description = descriptionOf(node);
  const deprecated = deprecationOf(node, hints);
  const fallback = own(node, 'default') ?? hints.default;
  const examples = examplesOf(node);
  const constraints = constraintsOf(node);
  // Assigned field by field instead of spreading objects, because this runs for every schema of a document.
  const docs: Writable<Docs> = {};
  if (nameHints.length > 0) docs.nameHints = nameHints;
  if (hints.typeName !== undefined) docs.typeName = hints.typeName;
  if (description !== undefined) docs.description = description;
  if (deprecated) docs.deprecated = deprecated;
  if (fallback !== undefined) docs.default = fallback;
  if (examples.length > 0) docs.examples = examples;
  if (constraints) docs.constraints = constraints;
  return docs;
}

/** `type` with `docs` overriding its own; the constraints of both hold. */
export function withDocs(type: TypeNode, docs: Docs): TypeNode {
  if (Object.keys(docs).length === 0) return type;
  const constraints =
    type.constraints && docs.constraints ? mergeConstraints(type.constraints, docs.constraints) : undefined;
  return { ...type, ...docs, ...(constraints && { constraints }) };
}

/**
 * Merges both sets. Where both limit the same thing, the later limit wins, because it
 * is assumed to refine the earlier.
 */
export function mergeConstraints(a: Constraints, b: Constraints): Constraints {
  const assertions = [...(a.assertions ?? []), ...(b.assertions ?? [])];
  return { ...a, ...b, ...(assertions.length > 0 && { assertions }) };
}

export const descriptionOf = (node: JsonObject): string | undefined => {
  const text = textOf(node, 'description');
  return text === undefined || text.trim() === '' ? undefined : text;
};

export function deprecationOf(node: JsonObject, hints: SchemaHints): Deprecation | undefined {
  const sunset = textOf(node, 'x-sunset');
  if (
    own(node, 'deprecated') !== true &&
    hints.deprecated !== true &&
    hints.deprecation === undefined &&
    own(node, 'x-deprecated') !== true
  )
    return undefined;
  return {
    ...(hints.deprecation !== undefined && { message: hints.deprecation }),
    ...(sunset !== undefined && { sunset }),
  };
}

/** `example` first, then `examples`: a list according to JSON Schema, but a map in some documents. */
function examplesOf(node: JsonObject): readonly JsonValue[] {
  const example = own(node, 'example');
  return example === undefined ? listOf(node, 'examples') : [example, ...listOf(node, 'examples')];
}

const NUMBERS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;
const TEXTS = ['pattern', 'contentEncoding', 'contentMediaType'] as const;

/** Keywords that narrow values in ways that types do not show. */
const ASSERTIONS = [
  'contains',
  'minContains',
  'maxContains',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
] as const;

const NARROWING: ReadonlySet<string> = new Set([...NUMBERS, ...TEXTS, ...ASSERTIONS, 'uniqueItems']);

function constraintsOf(node: JsonObject): Constraints | undefined {
  if (!Object.keys(node).some((keyword) => NARROWING.has(keyword))) return undefined;
  const found: Record<string, unknown> = {};
  for (const key of NUMBERS) if (typeof own(node, key) === 'number') found[key] = own(node, key);
  for (const key of TEXTS) if (typeof own(node, key) === 'string') found[key] = own(node, key);
  if (own(node, 'uniqueItems') === true) found['uniqueItems'] = true;
  const assertions: { keyword: string; value: JsonValue }[] = [];
  for (const keyword of ASSERTIONS) {
    const value = own(node, keyword);
    // A branch without its condition asserts nothing.
    const isIdle = (keyword === 'then' || keyword === 'else') && own(node, 'if') === undefined;
    if (value !== undefined && !isIdle) assertions.push({ keyword, value });
  }
  if (assertions.length > 0) found['assertions'] = assertions;
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Adds an assertion to the constraints of `type`. */
export function withAssertion(type: TypeNode, keyword: string, value: JsonValue): TypeNode {
  const assertions = [...(type.constraints?.assertions ?? []), { keyword, value }];
  return { ...type, constraints: { ...type.constraints, assertions } };
}

export const unknownType = (origin: Origin, reason: 'any' | 'empty' | 'unsupported'): TypeNode => ({
  kind: 'unknown',
  reason,
  origin,
});
