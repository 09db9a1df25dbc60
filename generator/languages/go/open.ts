/** Enums that allow further values. */
import type { ScalarType, UnionType } from '../../ir/types.ts';

/** What a union of no enum allows beside its members. */
export const openBase = ({ mode, open, origin }: UnionType): ScalarType | undefined =>
  mode === 'enum' || open === undefined
    ? undefined
    : { kind: 'scalar', scalar: open === 'string' ? 'string' : 'number', origin };
