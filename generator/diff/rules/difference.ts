/** Where a language is not what the catalogue of rules says: rows of a table, each with its reason. */
import type { Fact } from '../compare/fact.ts';
import type { Cell, FactContext, SourceClass } from '../terms.ts';
import type { RuleId } from './catalogue.ts';

export interface Difference {
  readonly rules: readonly RuleId[];
  /** Places that it is about; absent: all. */
  readonly contexts?: readonly FactContext[];
  /** A sentence for the table in the documentation. */
  readonly reason: string;
  /** What becomes of the cell; undefined where the difference says nothing of the fact. */
  readonly change: (fact: Fact, cell: Cell) => Partial<Cell> | undefined;
}

/** All code goes on type-checking; no more than `bump` is owed. */
export const quiet =
  (bump: Cell['bump']) =>
  (cell: Cell): Partial<Cell> => ({
    source: [],
    bump: cell.bump === 'none' || cell.bump === 'patch' ? cell.bump : bump,
  });

/** This code stops type-checking. */
export const breaks = (source: readonly SourceClass[]): Partial<Cell> => ({ source, bump: 'major' });

/** Code of these kinds goes on type-checking. */
export const without =
  (...removed: readonly SourceClass[]) =>
  ({ source }: Cell): Partial<Cell> => ({
    source: source.filter((sourceClass) => !removed.includes(sourceClass)),
  });
