import type { Origin } from '../../lib/origin.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Cell, Direction } from '../types.ts';

/** Bits: 1 the fact can be met in requests, 2 in responses. */
export type Mask = 0 | 1 | 2 | 3;
export const REQUEST: Mask = 1;
export const RESPONSE: Mask = 2;
export const BOTH: Mask = 3;
export const only = (a: Mask, b: Mask): Mask => toMask(a & b);
export const toMask = (bits: number): Mask => (bits === 0 ? 0 : bits === 1 ? 1 : bits === 2 ? 2 : 3);

/** Something that differs, before anybody asks who meets it. */
export interface Fact {
  readonly rule: RuleId;
  /** What it is about, in the reader's words. */
  readonly subject: string;
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
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
  /** Scalars on both sides: parameters and headers are text, so some changes do not show there. */
  readonly scalars?: { readonly from: string; readonly to: string };
}

/** Two types that are compared once, wherever they meet. */
export interface Pair {
  readonly key: string;
  readonly label: string;
  readonly facts: Fact[];
  readonly edges: { readonly to: Pair; readonly mask: Mask; readonly top: boolean }[];
}
