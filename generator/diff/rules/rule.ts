import type { Bump, Cell, FactContext, Runtime, SourceClass, Wire } from '../terms.ts';

export type RuleGroup =
  | 'operation'
  | 'parameter'
  | 'body'
  | 'property'
  | 'type'
  | 'constraint'
  | 'response'
  | 'name'
  | 'security'
  | 'client'
  | 'server'
  | 'webhook'
  | 'lifecycle'
  | 'docs';

/** A stable id's meaning: what it says and what it does to users, by where it bites. */
export interface Rule {
  readonly group: RuleGroup;
  /** A noun phrase, as a heading: `parameter became required`. */
  readonly title: string;
  /** The rule for the opposite edit; `self` when the edit is its own opposite. */
  readonly mirror: string;
  readonly cells: Partial<Readonly<Record<FactContext, Cell>>>;
  /** How the API's author gets a smaller bump. */
  readonly mitigation?: string;
}

const cell = (wire: Wire, source: readonly SourceClass[], runtime: Runtime, bump: Bump): Cell => ({
  wire,
  source,
  runtime,
  bump,
});

/** No code of any user notices it. */
export const harmless: Cell = cell('ok', [], 'same', 'patch');
/** New possibilities only. */
export const grows: Cell = cell('ok', [], 'same', 'minor');
/** Old code compiles except a few clever types. */
export const loosens: Cell = cell('ok', ['type-level'], 'same', 'minor');
/** Mocks of a result must say more. */
export const promisesMore: Cell = cell('ok', ['fake'], 'same', 'minor');
/** Callers must change their arguments, and old clients are refused. */
export const refusesCallers: Cell = cell('break', ['call'], 'rejected', 'major');
/** Readers must change their code, and old clients meet the unexpected. */
export const surprisesReaders: Cell = cell('break', ['read', 'fake'], 'changed', 'major');
/** The types cannot say it, the server will. */
export const rejectedAtRuntime: Cell = cell('break', [], 'rejected', 'minor');
/** The wire differs, the new SDK speaks it with the same code. */
export const repaired: Cell = cell('break', [], 'repaired', 'minor');

export { cell };

/** Checks the table's shape and keeps the ids as literal types. */
export const rules = <const Id extends string>(
  group: RuleGroup,
  table: Readonly<Record<Id, Omit<Rule, 'group'>>>,
): Readonly<Record<Id, Rule>> => {
  const filled: Partial<Record<Id, Rule>> = {};
  for (const id in table) filled[id] = { group, ...table[id] };
  return filled as Record<Id, Rule>;
};
