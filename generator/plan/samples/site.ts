/** The context in which a sample value is generated. */
import type { UnionType } from '../../ir/types.ts';
import type { Direction, Shapes } from '../shapes.ts';
import type { SampleStyle } from './value.ts';

/** Returns the index of a member; undefined leaves the choice to the sample. */
export type MemberChoice = (union: UnionType) => number | undefined;

/** The number of values that a sample may still have. */
export interface Budget {
  left: number;
}

export const newBudget = (): Budget => ({ left: 2000 });

export interface SampleSite {
  readonly shapes: Shapes;
  readonly style: SampleStyle;
  /** Optional properties: none (unless the style requests those with an example), or all. */
  readonly extent: 'required' | 'all';
  /** Name of the property or parameter that gets the value. */
  readonly name: string;
  /** Schemas that enclose this place. */
  readonly within: ReadonlySet<string>;
  /** Number of steps from type to type, which is limited. */
  readonly depth: number;
  /** Number of enclosing objects, as a reader sees them. Absent: none. */
  readonly level?: number;
  /** Shared by all parts of a sample, because even a small type may expand without end. */
  readonly budget: Budget;
  /** Absent: the request. */
  readonly direction?: Direction;
  /** Ids of schemas whose type also has the properties that only the server sets. */
  readonly whole?: ReadonlySet<string>;
  /** True inside a property or a list: the variants of a body have types of their own. */
  readonly isPart?: boolean;
  /** Number of pending choices of a member that wait for this choice. */
  readonly choosing?: number;
  /** Chooses which member of a union is shown. If set, no example of the document is used. */
  readonly member?: MemberChoice;
}
