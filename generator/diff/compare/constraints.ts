import type { JsonValue } from '../../lib/json.ts';
import { byCodeUnit } from '../../lib/order.ts';
import type { Constraints } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { jsonText } from './json-text.ts';
import { type Beside, SILENT, keywordStrictness, schemaStrictness } from './strictness.ts';

/** A difference in the assertions of one node: the rule and the keyword's values as text. */
export interface ConstraintFact {
  readonly rule: RuleId;
  readonly keyword: string;
  readonly before?: string;
  readonly after?: string;
}

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const ANYTHING = new Set(['.*', '^.*$', '^.*', '.*$', '']);
/** Assertions for which zero means no restriction. */
const VACUOUS = new Set<string>(['minLength', 'minItems', 'minProperties']);
/** Assertions with a numeric value, and the direction that is stricter. */
const NUMERIC_ASSERTIONS = new Map<string, 'upper' | 'lower'>([
  ['minContains', 'lower'],
  ['maxContains', 'upper'],
]);

export function compareConstraints(a: Constraints = {}, b: Constraints = {}): ConstraintFact[] {
  const facts: ConstraintFact[] = [];
  for (const keyword of UPPER) facts.push(...limit(keyword, 'upper', a[keyword], b[keyword]));
  for (const keyword of LOWER) facts.push(...limit(keyword, 'lower', a[keyword], b[keyword]));
  facts.push(...multiple(a.multipleOf, b.multipleOf));
  if ((a.uniqueItems ?? false) !== (b.uniqueItems ?? false)) {
    facts.push(
      b.uniqueItems === true
        ? { rule: 'assertion-added', keyword: 'uniqueItems', after: 'true' }
        : { rule: 'assertion-removed', keyword: 'uniqueItems', before: 'true' },
    );
  }
  facts.push(...pattern(a.pattern, b.pattern));
  for (const keyword of ['contentEncoding', 'contentMediaType'] as const) {
    if (a[keyword] !== b[keyword])
      facts.push({ rule: 'encoding-changed', keyword, ...values(a[keyword], b[keyword]) });
  }
  return [...facts, ...assertions(a, b)];
}

const values = (
  before: string | number | undefined,
  after: string | number | undefined,
): { before?: string; after?: string } => ({
  ...(before === undefined ? {} : { before: String(before) }),
  ...(after === undefined ? {} : { after: String(after) }),
});

function limit(
  keyword: string,
  side: 'upper' | 'lower',
  before: number | undefined,
  after: number | undefined,
): ConstraintFact[] {
  const a = VACUOUS.has(keyword) && before === 0 ? undefined : before;
  const b = VACUOUS.has(keyword) && after === 0 ? undefined : after;
  if (a === b) return [];
  const both = { keyword, ...values(before, after) };
  if (a === undefined) return [{ rule: 'limit-set', ...both }];
  if (b === undefined) return [{ rule: 'limit-removed', ...both }];
  return [{ rule: (side === 'upper') === b < a ? 'limit-tightened' : 'limit-relaxed', ...both }];
}

/** A multiple of the old value is stricter; for other values the allowed sets only overlap. */
function multiple(a: number | undefined, b: number | undefined): ConstraintFact[] {
  if (a === b) return [];
  const both = { keyword: 'multipleOf', ...values(a, b) };
  if (a === undefined || b === undefined)
    return [{ rule: a === undefined ? 'limit-set' : 'limit-removed', ...both }];
  if (Number.isInteger(b / a)) return [{ rule: 'limit-tightened', ...both }];
  return Number.isInteger(a / b)
    ? [{ rule: 'limit-relaxed', ...both }]
    : [{ rule: 'assertion-changed', ...both }];
}

function pattern(a: string | undefined, b: string | undefined): ConstraintFact[] {
  const before = a !== undefined && ANYTHING.has(a) ? undefined : a;
  const after = b !== undefined && ANYTHING.has(b) ? undefined : b;
  if (before === after) return [];
  const both = { keyword: 'pattern', ...values(a, b) };
  if (before === undefined) return [{ rule: 'pattern-added', ...both }];
  if (after === undefined)
    return [{ rule: b === undefined ? 'pattern-removed' : 'pattern-generalized', ...both }];
  return [{ rule: 'pattern-changed', ...both }];
}

function assertions(a: Constraints, b: Constraints): ConstraintFact[] {
  const before = entries(a);
  const after = entries(b);
  const facts: ConstraintFact[] = [];
  const beside: Beside = { before: keywordsOf(a), after: keywordsOf(b) };
  for (const keyword of [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnit)) {
    const x = before.get(keyword);
    const y = after.get(keyword);
    const side = NUMERIC_ASSERTIONS.get(keyword);
    const oneX = x?.value;
    const oneY = y?.value;
    if (x?.text === y?.text) continue;
    const both = { keyword, ...values(x?.text, y?.text) };
    if (
      side !== undefined &&
      (typeof oneX === 'number' || oneX === undefined) &&
      (typeof oneY === 'number' || oneY === undefined)
    )
      facts.push(...limit(keyword, side, oneX, oneY));
    else if (x === undefined) facts.push({ rule: 'assertion-added', ...both });
    else if (y === undefined) facts.push({ rule: 'assertion-removed', ...both });
    else facts.push(...changed(keyword, x.value, y.value, beside).map((rule) => ({ rule, ...both })));
  }
  return facts;
}

const keywordsOf = ({ assertions = [] }: Constraints): ReadonlySet<string> =>
  new Set(assertions.map((assertion) => assertion.keyword));

/** A changed assertion: whether it got stricter, if that is known. Empty if the meaning is equal. */
function changed(
  keyword: string,
  x: JsonValue,
  y: JsonValue,
  beside: Beside,
): readonly ('assertion-tightened' | 'assertion-relaxed' | 'assertion-changed')[] {
  const found = keyword.startsWith('dependentSchemas/')
    ? schemaStrictness(x, y)
    : keyword.startsWith('dependentRequired/')
      ? keywordStrictness('required', [x, y], beside)
      : keywordStrictness(keyword, [x, y], beside);
  return found === 'same'
    ? []
    : [
        found === 'tighter'
          ? 'assertion-tightened'
          : found === 'looser'
            ? 'assertion-relaxed'
            : 'assertion-changed',
      ];
}

/**
 * Compares maps of assertions (`dependentRequired`, `dependentSchemas`, but not `$defs`) key by key, so that
 * a new key is one addition.
 */
function entries(
  constraints: Constraints,
): Map<string, { readonly value: JsonValue; readonly text: string }> {
  const found = new Map<string, { readonly value: JsonValue; readonly text: string }>();
  for (const { keyword, value } of constraints.assertions ?? []) {
    if (value === true && keyword !== 'uniqueItems') continue;
    if (
      (keyword === 'dependentRequired' || keyword === 'dependentSchemas') &&
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value)
    ) {
      for (const [key, item] of Object.entries(value))
        found.set(`${keyword}/${key}`, { value: item, text: assertionText(item) });
    } else {
      found.set(keyword, { value, text: assertionText(value) });
    }
  }
  return found;
}

/** The assertion without annotations: a reworded description is not a change. */
const assertionText = (value: JsonValue): string => jsonText(withoutAnnotations(value, 0));

function withoutAnnotations(value: JsonValue, depth: number): JsonValue {
  if (depth > 40 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => withoutAnnotations(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !SILENT.has(key))
      .map(([key, item]) => [key, withoutAnnotations(item, depth + 1)]),
  );
}
