/** Enums that allow further values. */
import type { ScalarType, UnionType } from '../../ir/types.ts';

/** The scalar that a union (other than an enum) allows besides its members. */
export const openBase = ({ mode, open, origin }: UnionType): ScalarType | undefined =>
  mode === 'enum' || open === undefined
    ? undefined
    : { kind: 'scalar', scalar: open === 'string' ? 'string' : 'number', origin };
