import type { Origin } from '../../lib/origin.ts';
import type { TypeNode } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Cell, Direction } from '../types.ts';
import { type Subject } from '../subject.ts';

/** Where a fact can be met, as bits: in requests, in responses. */
export type Mask = number;
export const REQUEST: Mask = 1;
export const RESPONSE: Mask = 2;
export const BOTH: Mask = REQUEST | RESPONSE;

/**
 * The SDK's types say `unknown` there: an index signature must fit the declared properties too. `argument`:
 * only where the object's
 * properties are the arguments of a call.
 */
export type Unseen = 'always' | 'argument';

/** Something that differs, before anybody asks who meets it. */
export interface Fact {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** What the document says of it. */
  readonly words?: string;
  readonly base?: Origin;
  readonly revision?: Origin;
  /** The side whose place identifies the cause; the other is only the nearest surviving parent. */
  readonly anchor: 'base' | 'revision' | 'both';
  readonly mask: Mask;
  /** It concerns the whole value of the place of use, not a part of it. */
  readonly top: boolean;
  /** What the SDK's surface makes of it, where the rule's own cell is too general. */
  readonly adjust?: Partial<Cell>;
  /** The same for one direction only. */
  readonly adjustIn?: Partial<Readonly<Record<Direction, Partial<Cell>>>>;
  readonly unseen?: Unseen;
  /** A mock of the old type is one of the new type still. */
  readonly covered?: true;
  /** It is this place's doing, so other places with the same difference are causes of their own. */
  readonly apart?: true;
  /** Scalars on both sides: parameters and headers are text, so some changes do not show there. */
  readonly scalars?: { readonly from: string; readonly to: string };
  /** A value is new whose kind (string, number, …) no value had before. */
  readonly otherKind?: true;
  /** It is about how many items there are, not about what they are. */
  readonly lengths?: true;
  /** It is about a text, a number or a boolean, as some languages write what may be left out otherwise. */
  readonly isScalar?: true;
  /** Of a member of a union: whether both sides are unions. */
  readonly isUnion?: boolean;
  /** It is about the properties that an object does not declare. */
  readonly isUndeclared?: true;
  /** Of a text, where they differ. */
  readonly formats?: { readonly from: string; readonly to: string };
  /**
   * The object or list of values that was edited, and the part of it that this is about. Written out at other
   * places with the same edit, it is the same cause.
   */
  readonly edited?: { readonly a: TypeNode; readonly b: TypeNode; readonly name: string };
  /** The value of the property may be null. */
  readonly nullable?: { readonly before: boolean; readonly after: boolean };
  /** The value is a property that may be left out. */
  readonly omittable?: { readonly before: boolean; readonly after: boolean };
}

/** A name changed on the wire alone: the SDK goes on calling it as before. */
export const SPELLING: Partial<Cell> = { source: [], runtime: 'repaired', bump: 'minor' };

/** Two types that are compared once, wherever they meet. */
export interface Pair {
  readonly key: string;
  /** Of which the paths of its facts are parts. */
  readonly subject: Subject;
  /** The SDK has one type for it in both directions. */
  readonly model: boolean;
  /** Id of the schema of the base that it compares. */
  readonly schema?: string;
  /** The place whose reference goes to another type now; what differs is told of this place alone. */
  readonly apart?: string;
  readonly facts: Fact[];
  readonly edges: {
    readonly to: Pair;
    readonly mask: Mask;
    readonly top: boolean;
    readonly unseen?: Unseen;
  }[];
}
