/** Where a sample value is made, and how. */
import type { UnionType } from '../../ir/types.ts';
import type { Direction, Shapes } from '../shapes.ts';
import type { SampleStyle } from './value.ts';

/** Index of a member; undefined leaves the choice to the sample. */
export type MemberChoice = (union: UnionType) => number | undefined;

/** How many values a sample may still have. */
export interface Budget {
  left: number;
}

export const newBudget = (): Budget => ({ left: 2000 });

export interface SampleSite {
  readonly shapes: Shapes;
  readonly style: SampleStyle;
  /** Optional properties: none (unless the style asks for those with an example), or all of them. */
  readonly extent: 'required' | 'all';
  /** Name of the property or parameter that the value is for. */
  readonly name: string;
  /** Schemas that enclose this place. */
  readonly within: ReadonlySet<string>;
  /** Steps from type to type, for an end. */
  readonly depth: number;
  /** Objects around the value, as a reader sees it. Absent: none. */
  readonly level?: number;
  /** All parts of a sample share it: a small type may unfold without end. */
  readonly budget: Budget;
  /** Absent: what is sent. */
  readonly direction?: Direction;
  /** How many choices of a member wait for this one. */
  readonly choosing?: number;
  /** Decides which member of a union is shown. No value is an example of the document then. */
  readonly member?: MemberChoice;
}
