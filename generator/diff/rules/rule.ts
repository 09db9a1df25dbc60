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

/** A rule with a stable id: its title, and its effect on users in each context. */
export interface Rule {
  readonly group: RuleGroup;
  /** A noun phrase used as heading: `parameter became required`. */
  readonly title: string;
  /** The rule for the opposite edit; `self` if the edit is its own opposite. */
  readonly mirror: string;
  readonly cells: Partial<Readonly<Record<FactContext, Cell>>>;
  /** How the API's author can avoid a larger bump. */
  readonly mitigation?: string;
}

const cell = (wire: Wire, source: readonly SourceClass[], runtime: Runtime, bump: Bump): Cell => ({
  wire,
  source,
  runtime,
  bump,
});

/** No user's code is affected. */
export const harmless: Cell = cell('ok', [], 'same', 'patch');
/** Only adds possibilities. */
export const grows: Cell = cell('ok', [], 'same', 'minor');
/** Old code compiles, except for some type-level code. */
export const loosens: Cell = cell('ok', ['type-level'], 'same', 'minor');
/** Code that creates results itself, such as tests with mocks, must add properties. */
export const promisesMore: Cell = cell('ok', ['fake'], 'same', 'minor');
/** Callers must change their arguments, and the server rejects old clients. */
export const refusesCallers: Cell = cell('break', ['call'], 'rejected', 'major');
/** Readers must change their code, and old clients receive unexpected values. */
export const surprisesReaders: Cell = cell('break', ['read', 'fake'], 'changed', 'major');
/** The types cannot express it, so the server rejects requests. */
export const rejectedAtRuntime: Cell = cell('break', [], 'rejected', 'minor');
/** The wire format changed; the new SDK supports it with the same code. */
export const repaired: Cell = cell('break', [], 'repaired', 'minor');

export { cell };

/** Checks the shape of the table and preserves the ids as literal types. */
export const rules = <const Id extends string>(
  group: RuleGroup,
  table: Readonly<Record<Id, Omit<Rule, 'group'>>>,
): Readonly<Record<Id, Rule>> => {
  const filled: Partial<Record<Id, Rule>> = {};
  for (const id in table) filled[id] = { group, ...table[id] };
  return filled as Record<Id, Rule>;
};
