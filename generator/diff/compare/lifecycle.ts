/** Deprecation, sunset dates (RFC 3339) and stability levels of methods, parameters and properties. */
import type { Deprecation } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { DiffOptions, Stability } from '../types.ts';

export interface Living {
  readonly deprecated?: Deprecation | undefined;
  readonly stability?: string | undefined;
}

export interface LifecycleFact {
  readonly rule: RuleId;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
}

const LEVELS: readonly Stability[] = ['draft', 'alpha', 'beta', 'stable'];
/** Synonyms from another dialect. */
const DIALECT = new Map<string, Stability>([
  ['in-development', 'alpha'],
  ['pre-release', 'beta'],
  ['generally-available', 'stable'],
  ['deprecated', 'stable'],
]);
const levelOf = (text: string | undefined): Stability | undefined =>
  text === undefined ? 'stable' : (LEVELS.find((known) => known === text) ?? DIALECT.get(text));
const DAY = 86_400_000;

/**
 * Milliseconds since the epoch of a full date or date-time (RFC 3339 section 5.6); undefined for anything
 * else.
 */
export function readDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))?$/.test(text))
    return undefined;
  const time = Date.parse(text.replace(' ', 'T').toUpperCase());
  return Number.isNaN(time) ? undefined : time;
}

export const belowThreshold = (item: Living, options: DiffOptions): boolean => {
  const level = levelOf(item.stability);
  return level !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(options.stability ?? 'beta');
};

export function compareLives(a: Living, b: Living, options: DiffOptions): LifecycleFact[] {
  return [...deprecationFacts(a, b, options), ...stabilityFacts(a, b)];
}

function deprecationFacts(a: Living, b: Living, options: DiffOptions): LifecycleFact[] {
  const before = a.deprecated;
  const after = b.deprecated;
  if (after === undefined)
    return before === undefined ? [] : [{ rule: 'reactivated', message: 'is no longer deprecated' }];
  const grace = graceOf(b, options);
  if (before === undefined) {
    const facts: LifecycleFact[] = [
      {
        rule: 'deprecated',
        message: after.sunset === undefined ? 'was deprecated' : `was deprecated until ${after.sunset}`,
        ...(after.message === undefined ? {} : { after: after.message }),
      },
    ];
    if (after.sunset === undefined)
      return grace > 0
        ? [
            {
              rule: 'sunset-missing',
              message: `was deprecated without a sunset date, which must be at least ${grace} days away`,
            },
          ]
        : facts;
    const date = readDate(after.sunset);
    if (date === undefined)
      return [
        {
          rule: 'sunset-unreadable',
          message: `was deprecated with the sunset date ${JSON.stringify(after.sunset)}, which is no RFC 3339 date`,
        },
      ];
    return tooSoon(date, grace, options)
      ? [
          {
            rule: 'sunset-too-soon',
            message: `was deprecated until ${after.sunset}, which is less than ${grace} days away`,
            after: after.sunset,
          },
        ]
      : facts;
  }
  return sunsetFacts(before.sunset, after.sunset, grace, options);
}

function sunsetFacts(
  before: string | undefined,
  after: string | undefined,
  grace: number,
  options: DiffOptions,
): LifecycleFact[] {
  if (before === after) return [];
  if (after === undefined)
    return [
      { rule: 'sunset-removed', message: 'lost its sunset date but stays deprecated', before: before ?? '' },
    ];
  const dates = { ...(before === undefined ? {} : { before }), after };
  const from = before === undefined ? undefined : readDate(before);
  const to = readDate(after);
  if (to === undefined || (before !== undefined && from === undefined))
    return [
      { rule: 'sunset-unreadable', message: 'has or had a sunset date that is no RFC 3339 date', ...dates },
    ];
  if (from !== undefined && to < from && tooSoon(to, grace, options))
    return [{ rule: 'sunset-too-soon', message: 'will be gone sooner than was announced', ...dates }];
  return [{ rule: 'sunset-set', message: 'has another sunset date', ...dates }];
}

const graceOf = (item: Living, options: DiffOptions): number => {
  const level = levelOf(item.stability);
  return level === 'stable'
    ? (options.graceDays?.stable ?? 0)
    : level === 'beta'
      ? (options.graceDays?.beta ?? 0)
      : 0;
};

const tooSoon = (date: number, grace: number, options: DiffOptions): boolean =>
  options.today !== undefined && date < (readDate(options.today) ?? 0) + grace * DAY;

function stabilityFacts(a: Living, b: Living): LifecycleFact[] {
  if (a.stability === b.stability) return [];
  const from = levelOf(a.stability);
  const to = levelOf(b.stability);
  if (from === undefined || to === undefined)
    return [
      {
        rule: 'stability-unreadable',
        message: `has or had the stability ${JSON.stringify(to === undefined ? b.stability : a.stability)}`,
      },
    ];
  if (from === to) return [];
  const lowered = LEVELS.indexOf(to) < LEVELS.indexOf(from);
  return [
    {
      rule: lowered ? 'stability-decreased' : 'stability-increased',
      message: lowered ? 'promises less stability' : 'promises more stability',
      before: from,
      after: to,
    },
  ];
}

/** Classifies a removal by whether it was announced. */
export function removalOf(item: Living, options: DiffOptions): 'announced' | 'too-soon' | 'unannounced' {
  if (item.deprecated === undefined) return 'unannounced';
  if (item.deprecated.sunset === undefined) return 'announced';
  const date = readDate(item.deprecated.sunset);
  return date !== undefined && options.today !== undefined && date <= (readDate(options.today) ?? 0)
    ? 'announced'
    : 'too-soon';
}
