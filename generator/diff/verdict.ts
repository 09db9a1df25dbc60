import { defaultLanguage } from '../languages/data.ts';
import type { Fact } from './compare/fact.ts';
import type { Met } from './where-used.ts';
import { harmless } from './rules/rule.ts';
import type { Rule } from './rules/rule.ts';
import type { RuleId } from './rules/catalogue.ts';
import { inLanguage } from './rules/by-language.ts';
import { ruleCatalogue } from './rules/catalogue.ts';
import {
  BUMPS,
  type Bump,
  type Cell,
  type Context,
  type DiffOptions,
  type Direction,
  type Preset,
  RUNTIMES,
  SOURCES,
  type SdkLanguage,
  WIRES,
  worse,
} from './types.ts';

export interface Situation {
  readonly context: Context;
  readonly top: boolean;
  /** The SDK has a type at this place. */
  readonly typed: boolean;
  /** The value is transferred; otherwise it only occurs in a type. */
  readonly sent: boolean;
  /** The argument may be omitted or null, whatever its type in the document. */
  readonly optional: boolean;
}

/** The situation of a fact about the whole API. */
export const API: Situation = { context: 'api', top: true, typed: true, sent: true, optional: false };

/** The situation of a place for a fact. */
export const situationOf = ({ place, top, sent, unseen }: Met): Situation => ({
  context: place.context,
  top,
  typed: place.typed && !unseen,
  sent,
  optional: place.optional === true,
});

export interface Terms {
  readonly preset: Preset;
  /** The language whose source verdicts apply. */
  readonly language: SdkLanguage;
}

/** The options with their defaults. */
export const termsOf = ({ preset, language }: DiffOptions): Terms => ({
  preset: preset ?? 'standard',
  language: language ?? defaultLanguage.language,
});

interface Judged {
  readonly fact: Fact;
  readonly situation: Situation;
  readonly terms: Terms;
  /** Absent for facts about the whole API. */
  readonly direction: Direction | undefined;
}

/** Changes to the rule's cell, applied in this order. */
const ADJUSTMENTS: readonly ((cell: Cell, judged: Judged) => Cell)[] = [
  // The generated code makes the rule's verdict more specific.
  (cell, { fact }) => ({ ...cell, ...fact.adjust }),
  (cell, { fact, direction }) =>
    direction === undefined ? cell : { ...cell, ...fact.adjustIn?.[direction] },
  (cell, { fact, situation, terms }) =>
    inLanguage(terms.language, { fact, context: situation.context }, cell),
  // A mock of the old type still has the new type.
  (cell, { fact, direction }) =>
    fact.covered === true && direction === 'response'
      ? { ...cell, source: cell.source.filter((sourceClass) => sourceClass !== 'fake') }
      : cell,
  // The SDK has no type here.
  (cell, { fact, situation }) =>
    isTyped(fact, situation) ? cell : { ...cell, source: [], bump: smaller(cell.bump, 'minor') },
  // No value is transferred here.
  (cell, { situation }) => (situation.sent ? cell : { ...cell, wire: 'ok', runtime: 'same' }),
  (cell, { fact, terms }) => ({ ...cell, bump: bumpOf(fact, cell, terms.preset) }),
];

/** The four verdicts for a fact at a place. */
export function judge(fact: Fact, situation: Situation, terms: Terms): Cell {
  const judged: Judged = { fact, situation, terms, direction: directionOf(situation) };
  const written = cellOf(ruleCatalogue[fact.rule], fact, situation);
  return ADJUSTMENTS.reduce((cell, adjust) => adjust(cell, judged), written);
}

function directionOf({ context }: Situation): Direction | undefined {
  if (context === 'api') return undefined;
  return context === 'parameter' || context === 'request' ? 'request' : 'response';
}

/** If an argument may be null anyway, it does not matter whether the document allows null. */
const isTyped = (fact: Fact, { typed, top, optional }: Situation): boolean =>
  typed && !(optional && top && (fact.rule === 'no-longer-nullable' || fact.rule === 'became-nullable'));

function cellOf(rule: Rule, fact: Fact, { context, top }: Situation): Cell {
  const { cells } = rule;
  if (context === 'api') return cells.api ?? harmless;
  if (cells.api !== undefined) return cells.api;
  if (context === 'header') return textual(fact, context, true) ?? cells.header ?? cells.response ?? harmless;
  if (context === 'parameter')
    return (
      textual(fact, context, top) ?? (top ? (cells.parameter ?? cells.request) : cells.request) ?? harmless
    );
  return cells[context] ?? harmless;
}

const TEXTUAL = new Set(['string', 'number', 'integer', 'boolean']);

/** Parameters and headers are text on the wire: a string accepts any scalar, and a number is also text. */
function textual(fact: Fact, context: Context, top: boolean): Cell | undefined {
  const { scalars } = fact;
  if (
    fact.rule !== 'type-changed' ||
    scalars === undefined ||
    !TEXTUAL.has(scalars.from) ||
    !TEXTUAL.has(scalars.to)
  )
    return undefined;
  const rule: Rule = ruleCatalogue['text-form-changed'];
  if (context === 'header') return scalars.from === 'string' ? rule.cells.header : undefined;
  return scalars.to === 'string' && !top ? rule.cells.parameter : undefined;
}

const TYPE_ONLY = new Set(['property', 'type', 'constraint', 'name', 'webhook']);

/** Rules that do not affect code prepared for unknown values and events. */
const OPEN: ReadonlySet<RuleId> = new Set<RuleId>(['enum-value-added', 'webhook-added']);

function bumpOf(fact: Fact, cell: Cell, preset: Preset): Bump {
  const rule: Rule = ruleCatalogue[fact.rule];
  switch (preset) {
    case 'standard':
      return cell.bump;
    case 'strict':
      return cell.source.length > 0 || cell.runtime === 'silent' ? 'major' : cell.bump;
    case 'open-values':
      return OPEN.has(fact.rule) &&
        fact.otherKind !== true &&
        cell.source.every((sourceClass) => sourceClass === 'exhaust')
        ? smaller(cell.bump, 'minor')
        : cell.bump;
    case 'runtime-only':
      return TYPE_ONLY.has(rule.group) && cell.runtime !== 'silent' ? smaller(cell.bump, 'minor') : cell.bump;
    default:
      return preset satisfies never;
  }
}

export const smaller = (a: Bump, b: Bump): Bump => (BUMPS.indexOf(a) <= BUMPS.indexOf(b) ? a : b);

/** The worse of two cells in each verdict. */
export const merge = (a: Cell, b: Cell): Cell => ({
  wire: worse(WIRES, a.wire, b.wire),
  source: SOURCES.filter((source) => a.source.includes(source) || b.source.includes(source)),
  runtime: worse(RUNTIMES, a.runtime, b.runtime),
  bump: worse(BUMPS, a.bump, b.bump),
});

export const mitigationOf = (rule: RuleId): string | undefined => {
  const found: Rule = ruleCatalogue[rule];
  return found.mitigation;
};
