/** The exceptions file: accepted changes, and weights of rules. */
import picomatch from 'picomatch';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { at } from '../lib/origin.ts';
import { type Result, ok } from '../lib/result.ts';
import { causesOf } from './causes.ts';
import { readDate } from './compare/lifecycle.ts';
import { isRuleId, ruleCatalogue } from './rules/catalogue.ts';
import { BUMPS, type Bump, type Change } from './types.ts';

export interface Exception {
  /** Covers the change with this fingerprint. */
  readonly fingerprint?: string;
  /** Covers every change of this rule whose pointer (on either side) matches the glob. */
  readonly rule?: string;
  readonly pointer?: string;
  readonly reason: string;
  readonly owner?: string;
  /** RFC 3339 full date. The exception has no effect from that day on. */
  readonly expires?: string;
}

export interface Exceptions {
  readonly accept: readonly Exception[];
  readonly severities: ReadonlyMap<string, Bump | 'off'>;
}

export const noExceptions: Exceptions = { accept: [], severities: new Map() };

/** Reads the exceptions file. `document` is its name in diagnostics. */
export function readExceptions(value: JsonValue, document: string): Result<Exceptions> {
  const diagnostics: Diagnostic[] = [];
  const origin = { document, pointer: '' };
  const complain = (problem: string, ...path: readonly (string | number)[]): void =>
    void diagnostics.push(diagnostic('exceptions-invalid', { problem }, { origin: at(origin, ...path) }));
  if (!isJsonObject(value)) {
    if (value !== null) complain('the file is no mapping with `accept` and `severities`');
    return ok(noExceptions, diagnostics);
  }
  for (const key of Object.keys(value))
    if (key !== 'accept' && key !== 'severities') complain(`the key ${JSON.stringify(key)} is unknown`, key);
  const accept = Array.isArray(value['accept'])
    ? value['accept'].flatMap((item: JsonValue, index: number) =>
        readOne(item, (problem) => complain(problem, 'accept', index)),
      )
    : [];
  if (value['accept'] !== undefined && value['accept'] !== null && !Array.isArray(value['accept']))
    complain('`accept` is no list', 'accept');
  return ok({ accept, severities: readSeverities(value['severities'], complain) }, diagnostics);
}

function readOne(value: JsonValue, complain: (problem: string) => void): Exception[] {
  if (!isJsonObject(value)) {
    complain('the entry is no mapping');
    return [];
  }
  const text = (key: string): string | undefined =>
    Object.hasOwn(value, key) && typeof value[key] === 'string' ? value[key] : undefined;
  const [fingerprint, rule, pointer, reason, owner, expires] = [
    'fingerprint',
    'rule',
    'pointer',
    'reason',
    'owner',
    'expires',
  ].map(text);
  const problem = problemOf(value, { fingerprint, rule, reason, expires });
  if (problem !== undefined || reason === undefined) {
    complain(problem ?? 'the entry has no `reason`');
    return [];
  }
  return [
    {
      reason,
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(rule === undefined ? {} : { rule }),
      ...(pointer === undefined ? {} : { pointer }),
      ...(owner === undefined ? {} : { owner }),
      ...(expires === undefined ? {} : { expires }),
    },
  ];
}

const KEYS = new Set(['fingerprint', 'rule', 'pointer', 'reason', 'owner', 'expires']);

function problemOf(
  value: JsonObject,
  item: {
    readonly fingerprint: string | undefined;
    readonly rule: string | undefined;
    readonly reason: string | undefined;
    readonly expires: string | undefined;
  },
): string | undefined {
  const unknown = Object.keys(value).find((key) => !KEYS.has(key));
  if (unknown !== undefined) return `the key ${JSON.stringify(unknown)} is unknown`;
  if (item.reason === undefined || item.reason.trim() === '') return 'the entry has no `reason`';
  if (item.fingerprint === undefined && item.rule === undefined)
    return 'the entry has neither `fingerprint` nor `rule`';
  if (item.rule !== undefined && !isRuleId(item.rule)) return `there is no rule ${JSON.stringify(item.rule)}`;
  if (item.expires !== undefined && readDate(item.expires) === undefined)
    return `\`expires\` is no date: ${JSON.stringify(item.expires)}`;
  return undefined;
}

function readSeverities(
  value: JsonValue | undefined,
  complain: (problem: string, ...path: readonly string[]) => void,
): ReadonlyMap<string, Bump | 'off'> {
  const found = new Map<string, Bump | 'off'>();
  if (value === undefined || value === null) return found;
  if (!isJsonObject(value)) {
    complain('`severities` is no mapping', 'severities');
    return found;
  }
  for (const [rule, weight] of Object.entries(value)) {
    const bump = BUMPS.find((known) => known === weight) ?? (weight === 'off' ? 'off' : undefined);
    if (!isRuleId(rule))
      complain(
        `there is no rule ${JSON.stringify(rule)}; the rules are ${Object.keys(ruleCatalogue).slice(0, 3).join(', ')} …`,
        'severities',
        rule,
      );
    else if (bump === undefined)
      complain(`the weight of ${rule} is none of none, patch, minor, major, off`, 'severities', rule);
    else found.set(rule, bump);
  }
  return found;
}

/**
 * Marks accepted changes. `idle` lists entries that cover nothing or expired before `today` (RFC 3339 date).
 */
export function applyExceptions(
  changes: readonly Change[],
  exceptions: Exceptions,
  today: string,
): { readonly changes: readonly Change[]; readonly idle: readonly string[] } {
  const now = readDate(today) ?? 0;
  const live = exceptions.accept.filter(
    (exception) => exception.expires === undefined || (readDate(exception.expires) ?? 0) > now,
  );
  const used = new Set<Exception>();
  const matchers = live.map((exception) => ({ one: exception, fits: matcher(exception) }));
  const causes = causesOf(changes);
  const marked = changes.map((change): Change => {
    const cause = causes.get(change) ?? change.fingerprint;
    const found = matchers.find(({ fits }) => fits(change, cause));
    if (found === undefined) return change;
    used.add(found.one);
    const { reason, owner, expires } = found.one;
    return {
      ...change,
      accepted: {
        reason,
        ...(owner === undefined ? {} : { owner }),
        ...(expires === undefined ? {} : { expires }),
      },
    };
  });
  return {
    changes: marked,
    idle: exceptions.accept
      .filter((exception) => !used.has(exception))
      .map((exception) =>
        live.includes(exception)
          ? `The exception for ${nameOf(exception)} covers no change any more.`
          : `The exception for ${nameOf(exception)} expired on ${exception.expires ?? ''}.`,
      ),
  };
}

const nameOf = (exception: Exception): string =>
  exception.fingerprint ??
  [exception.rule, exception.pointer].filter((text) => text !== undefined).join(' at ');

function matcher(exception: Exception): (change: Change, cause: string) => boolean {
  const glob = exception.pointer === undefined ? undefined : picomatch(exception.pointer, { dot: true });
  return (change, cause) => {
    if (exception.fingerprint !== undefined)
      return [change.fingerprint, cause].includes(exception.fingerprint);
    if (change.rule !== exception.rule) return false;
    return (
      glob === undefined ||
      [change.base?.pointer, change.revision?.pointer].some(
        (pointer) => pointer !== undefined && glob(pointer),
      )
    );
  };
}
