/**
 * Decides which of two assertions is less strict, from raw JSON Schema (2020-12). If that is unknown, the
 * result is `unclear` and the assertion counts as replaced.
 */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { jsonText } from './json-text.ts';

/** Strictness of the later assertion relative to the earlier one. */
export type Strictness = 'same' | 'looser' | 'tighter' | 'unclear';

/** Annotations that are kept next to the assertions. */
export const SILENT: ReadonlySet<string> = new Set([
  '$comment',
  'title',
  'description',
  'examples',
  'example',
  'default',
  'deprecated',
]);

const MAX_DEPTH = 40;

/** The keywords next to the assertion on both sides. */
export interface Beside {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Compares a keyword's value with another one; undefined if it is absent. */
export function keywordStrictness(
  keyword: string,
  [x, y]: readonly [JsonValue | undefined, JsonValue | undefined],
  beside: Beside,
  depth = 0,
): Strictness {
  if (textOf(x) === textOf(y)) return 'same';
  if (depth > MAX_DEPTH) return 'unclear';
  const has = (name: string): boolean => beside.before.has(name) || beside.after.has(name);
  const inner = (): Strictness => schemaStrictness(x, y, depth + 1);
  switch (keyword) {
    case 'maximum':
    case 'exclusiveMaximum':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
    case 'maxContains':
      return byNumber(x, y, 1);
    case 'minimum':
    case 'exclusiveMinimum':
    case 'minLength':
    case 'minItems':
    case 'minProperties':
    case 'minContains':
      return byNumber(x, y, -1);
    case 'required':
      return flipped(bySet(x ?? [], y ?? []));
    case 'enum':
    case 'type':
      return x === undefined || y === undefined ? byPresence(x, y) : bySet(kindsOf(x), kindsOf(y));
    case 'const':
    case 'pattern':
    case 'format':
      return byPresence(x, y);
    case 'uniqueItems':
      return y === true ? 'tighter' : 'looser';
    case 'not':
      return x === undefined || y === undefined ? byPresence(x, y) : flipped(inner());
    case 'if':
      // Without the other branch, values that do not match the condition are accepted.
      return has('then') && has('else')
        ? 'unclear'
        : has('then')
          ? flipped(inner())
          : has('else')
            ? inner()
            : 'same';
    case 'contains':
      return has('maxContains') ? 'unclear' : inner();
    case 'then':
    case 'else':
    case 'propertyNames':
    case 'contentSchema':
      return inner();
    case 'items':
      return has('prefixItems') ? 'unclear' : inner();
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
      return inner();
    case 'properties':
    case 'patternProperties':
      return byKey(x, y, {
        isFixed: has('additionalProperties') || has('unevaluatedProperties'),
        compare: (a, b) => schemaStrictness(a, b, depth + 1),
      });
    case 'dependentSchemas':
      return byKey(x, y, { isFixed: false, compare: (a, b) => schemaStrictness(a, b, depth + 1) });
    case 'dependentRequired':
      return byKey(x, y, { isFixed: false, compare: (a, b) => flipped(bySet(a ?? [], b ?? [])) });
    case 'allOf':
    case 'anyOf':
      return byMembers(keyword, x, y, depth);
    default:
      return 'unclear';
  }
}

/** Compares two schemas; an absent schema accepts everything. */
export function schemaStrictness(x: JsonValue | undefined, y: JsonValue | undefined, depth = 0): Strictness {
  const [a, b] = [x ?? true, y ?? true];
  if (a === false || b === false) return a === b ? 'same' : b === false ? 'tighter' : 'looser';
  const [before, after] = [a === true ? {} : a, b === true ? {} : b];
  if (!isJsonObject(before) || !isJsonObject(after)) return 'unclear';
  const beside: Beside = { before: new Set(Object.keys(before)), after: new Set(Object.keys(after)) };
  return [...new Set([...beside.before, ...beside.after])]
    .filter((key) => !SILENT.has(key) && !key.startsWith('x-'))
    .map((key) => keywordStrictness(key, [own(before, key), own(after, key)], beside, depth))
    .reduce(together, 'same');
}

const own = (node: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(node, key) ? node[key] : undefined;
const textOf = (value: JsonValue | undefined): string => (value === undefined ? '' : jsonText(value));

const together = (a: Strictness, b: Strictness): Strictness =>
  a === b || b === 'same' ? a : a === 'same' ? b : 'unclear';

const flipped = (strictness: Strictness): Strictness =>
  strictness === 'looser' ? 'tighter' : strictness === 'tighter' ? 'looser' : strictness;

/** `side` is 1 if a greater number accepts more. */
function byNumber(x: JsonValue | undefined, y: JsonValue | undefined, side: 1 | -1): Strictness {
  if (x === undefined || y === undefined) return byPresence(x, y);
  if (typeof x !== 'number' || typeof y !== 'number') return 'unclear';
  return (y - x) * side > 0 ? 'looser' : 'tighter';
}

function byPresence(x: JsonValue | undefined, y: JsonValue | undefined): Strictness {
  return x === undefined ? 'tighter' : y === undefined ? 'looser' : 'unclear';
}

/** A list with more entries accepts more. */
function bySet(x: JsonValue, y: JsonValue): Strictness {
  if (!Array.isArray(x) || !Array.isArray(y)) return 'unclear';
  const [before, after] = [
    new Set(x.map((item: JsonValue) => jsonText(item))),
    new Set(y.map((item: JsonValue) => jsonText(item))),
  ];
  const removed = [...before].some((name) => !after.has(name));
  const fresh = [...after].some((name) => !before.has(name));
  return removed ? (fresh ? 'unclear' : 'tighter') : fresh ? 'looser' : 'same';
}

/** `number` includes integers. */
function kindsOf(value: JsonValue): JsonValue {
  const list: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return list.includes('number') ? [...list, 'integer'] : [...list];
}

interface Entries {
  /** Listed names are excluded from the rest, so an additional name is not an additional restriction. */
  readonly isFixed: boolean;
  readonly compare: (a: JsonValue | undefined, b: JsonValue | undefined) => Strictness;
}

function byKey(
  x: JsonValue | undefined,
  y: JsonValue | undefined,
  { isFixed, compare }: Entries,
): Strictness {
  const [before, after] = [x ?? {}, y ?? {}];
  if (!isJsonObject(before) || !isJsonObject(after)) return 'unclear';
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (isFixed && keys.some((key) => Object.hasOwn(before, key) !== Object.hasOwn(after, key)))
    return 'unclear';
  return keys.map((key) => compare(own(before, key), own(after, key))).reduce(together, 'same');
}

function byMembers(
  keyword: 'allOf' | 'anyOf',
  x: JsonValue | undefined,
  y: JsonValue | undefined,
  depth: number,
): Strictness {
  if (x === undefined || y === undefined) return byPresence(x, y);
  if (!Array.isArray(x) || !Array.isArray(y)) return 'unclear';
  const texts = (list: readonly JsonValue[]): ReadonlySet<string> =>
    new Set(list.map((item) => jsonText(item)));
  const [before, after] = [texts(x), texts(y)];
  const removed = x.filter((item: JsonValue) => !after.has(jsonText(item)));
  const fresh = y.filter((item: JsonValue) => !before.has(jsonText(item)));
  if (removed.length === 1 && fresh.length === 1) return schemaStrictness(removed[0], fresh[0], depth + 1);
  if (removed.length > 0 && fresh.length > 0) return 'unclear';
  if (removed.length + fresh.length === 0) return 'same';
  return fresh.length > 0 === (keyword === 'anyOf') ? 'looser' : 'tighter';
}
