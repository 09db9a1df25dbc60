/** Mutants that no test can tell from the file as it is, because nothing that anybody sees differs. A run subtracts them. */

export interface Equivalent {
  readonly file: string;
  /** What stands in the file, white space collapsed. */
  readonly from: string;
  /** What the mutant puts there. */
  readonly to: string;
  /** A part of the line, where `from` stands in several. */
  readonly within?: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [];
