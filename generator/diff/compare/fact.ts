import type { Origin } from '../../lib/origin.ts';
import type { TypeNode } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Cell, Direction } from '../types.ts';
import { type Subject } from '../subject.ts';

/** Directions in which a fact is visible, as bits: requests, responses. */
export type Mask = number;
export const REQUEST: Mask = 1;
export const RESPONSE: Mask = 2;
export const BOTH: Mask = REQUEST | RESPONSE;

/**
 * The SDK's type is `unknown` here, because an index signature must fit the declared properties. `argument`:
 * only if the object's properties are the arguments of a call.
 */
export type Unseen = 'always' | 'argument';

/** A difference, independent of who is affected by it. */
export interface Fact {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** Description in the document. */
  readonly words?: string;
  readonly base?: Origin;
  readonly revision?: Origin;
  /**
   * The side whose location identifies the cause. The location on the other side is only the nearest
   * remaining parent.
   */
  readonly anchor: 'base' | 'revision' | 'both';
  readonly mask: Mask;
  /** The fact concerns the whole value of the place of use, not a part of it. */
  readonly top: boolean;
  /** Adjustment of the rule's verdict, if the generated code makes it more specific. */
  readonly adjust?: Partial<Cell>;
  /** The same for one direction. */
  readonly adjustIn?: Partial<Readonly<Record<Direction, Partial<Cell>>>>;
  readonly unseen?: Unseen;
  /** A mock of the old type still has the new type. */
  readonly covered?: true;
  /** The fact belongs to this place only; the same difference elsewhere has another cause. */
  readonly apart?: true;
  /**
   * The scalar types of both sides. Parameters and headers are text, so some changes of type do not affect
   * them.
   */
  readonly scalars?: { readonly from: string; readonly to: string };
  /** The new value is of a kind (string, number and so on) that no old value had. */
  readonly otherKind?: true;
  /** The fact concerns the number of items, not their type. */
  readonly lengths?: true;
  /** The value is a string, number or boolean; some languages treat optional scalars in a special way. */
  readonly isScalar?: true;
  /** For a member of a union: whether both sides are unions. */
  readonly isUnion?: boolean;
  /** The fact concerns properties that the object does not declare. */
  readonly isUndeclared?: true;
  /** The formats of a string, if they differ. */
  readonly formats?: { readonly from: string; readonly to: string };
  /**
   * The edited object or enum, and the part that this fact is about. The same edit elsewhere has the same
   * cause.
   */
  readonly edited?: { readonly a: TypeNode; readonly b: TypeNode; readonly name: string };
  /** Whether the value of the property may be null. */
  readonly nullable?: { readonly before: boolean; readonly after: boolean };
  /** Whether the property may be omitted. */
  readonly omittable?: { readonly before: boolean; readonly after: boolean };
}

/** A name that changed only on the wire: the SDK keeps the name in code. */
export const SPELLING: Partial<Cell> = { source: [], runtime: 'repaired', bump: 'minor' };

/** Two types that are compared once, whatever number of places use them. */
export interface Pair {
  readonly key: string;
  /** The subject that the paths of its facts are relative to. */
  readonly subject: Subject;
  /** The SDK has one type for both directions. */
  readonly model: boolean;
  /** Id of the schema in the base. */
  readonly schema?: string;
  /** The place whose reference now has another target; the differences belong to this place only. */
  readonly apart?: string;
  readonly facts: Fact[];
  readonly edges: {
    readonly to: Pair;
    readonly mask: Mask;
    readonly top: boolean;
    readonly unseen?: Unseen;
  }[];
}
