/** Conditions of a schema (`if`, `not`, `anyOf` of what is required) as the document writes them. */
import type { Constraints } from '../../ir/types.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type JsonSchema, isExpression } from './types.ts';

/** Others count properties or items that are counted otherwise here, or are older words. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'contains',
  'minContains',
  'maxContains',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'anyOf',
  'oneOf',
]);

export interface ConditionContext {
  /** Properties that this direction does not have. A condition on such a property is left out. */
  readonly unseen: readonly string[];
  /** The schema that they are added to. */
  readonly taken: JsonSchema;
  /** The object has more properties here than in the document, so conditions on all of them are left out. */
  readonly isWidened?: boolean;
}

export function conditionsOf(
  constraints: Constraints | undefined,
  { unseen, taken, isWidened = false }: ConditionContext,
): JsonSchema {
  const groups = groupsOf(constraints).filter((group) => {
    const words = wordsOf(group);
    const unfit = [...unseen, ...REFERENCES, ...(isWidened ? ON_ALL_PROPERTIES : [])];
    return !unfit.some((word) => words.has(word)) && hasExpressions(group);
  });
  // What several schemas of an `allOf` say has the same keywords.
  const known = new Set(Object.keys(taken));
  const rest: JsonSchema[] = [];
  const found: Record<string, JsonValue> = {};
  for (const group of groups) {
    const keywords = Object.keys(group);
    const isFree = keywords.every((keyword) => !known.has(keyword) && !LISTS.has(keyword));
    if (!isFree) rest.push(group);
    else Object.assign(found, group);
    if (isFree) for (const keyword of keywords) known.add(keyword);
  }
  const all = Array.isArray(taken['allOf']) ? [...(taken['allOf'] as readonly JsonSchema[]), ...rest] : rest;
  return { ...(all.length > 0 && { allOf: all }), ...found };
}

/** Lists of conditions stand in `allOf`, apart from alternatives of types. */
const LISTS: ReadonlySet<string> = new Set(['anyOf', 'oneOf']);
/** They lead to places of the document that are not there. */
const REFERENCES = ['$ref', '$dynamicRef', '$id', '$anchor', '$dynamicAnchor'];
const ON_ALL_PROPERTIES = [
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
];

/** `if` with its branches, and `contains` with its numbers, form a single condition. */
function groupsOf(constraints: Constraints | undefined): readonly Record<string, JsonValue>[] {
  const groups: Record<string, JsonValue>[] = [];
  let current: Record<string, JsonValue> = {};
  for (const { keyword, value } of constraints?.assertions ?? []) {
    if (!KEYWORDS.has(keyword)) continue;
    const first = BRANCHES[keyword];
    if (first === undefined) groups.push((current = { [keyword]: value }));
    else if (Object.hasOwn(current, first) && !Object.hasOwn(current, keyword)) current[keyword] = value;
  }
  return groups;
}

const BRANCHES: Readonly<Record<string, string | undefined>> = {
  then: 'if',
  else: 'if',
  minContains: 'contains',
  maxContains: 'contains',
};

/** All of its expressions are such here, too. */
function hasExpressions(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.every((item) => hasExpressions(item));
  if (!isJsonObject(value)) return true;
  const { pattern, patternProperties = {} } = value;
  const all = [...(typeof pattern === 'string' ? [pattern] : []), ...Object.keys(patternProperties ?? {})];
  return all.every(isExpression) && Object.values(value).every((item) => hasExpressions(item));
}

/** Every key and text in it. */
function wordsOf(value: JsonValue, words: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') words.add(value);
  else if (Array.isArray(value)) for (const item of value) wordsOf(item, words);
  else if (isJsonObject(value))
    for (const [name, inside] of Object.entries(value)) {
      words.add(name);
      wordsOf(inside, words);
    }
  return words;
}
