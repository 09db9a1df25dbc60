/** Differences between a language and the rule catalogue: rows of a table, each with a reason. */
import type { Fact } from '../compare/fact.ts';
import type { Cell, FactContext, SourceClass } from '../terms.ts';
import type { RuleId } from './catalogue.ts';

export interface Difference {
  readonly rules: readonly RuleId[];
  /** The contexts it applies to; absent: all. */
  readonly contexts?: readonly FactContext[];
  /** The reason, a sentence for the documentation. */
  readonly reason: string;
  /** Adjusts the cell; undefined if the difference does not apply to the fact. */
  readonly change: (fact: Fact, cell: Cell) => Partial<Cell> | undefined;
}

/** All code still type-checks, so at most `bump` is required. */
export const quiet =
  (bump: Cell['bump']) =>
  (cell: Cell): Partial<Cell> => ({
    source: [],
    bump: cell.bump === 'none' || cell.bump === 'patch' ? cell.bump : bump,
  });

/** This kind of code no longer type-checks. */
export const breaks = (source: readonly SourceClass[]): Partial<Cell> => ({ source, bump: 'major' });

/** These kinds of code still type-check. */
export const without =
  (...removed: readonly SourceClass[]) =>
  ({ source }: Cell): Partial<Cell> => ({
    source: source.filter((sourceClass) => !removed.includes(sourceClass)),
  });
