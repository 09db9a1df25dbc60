/** The types that the naming rules share. */
import type { Provenance } from '../types.ts';
import type { Operation } from '../operations/collect.ts';

/** The place of an operation in the resource tree and its name there. */
export interface Placement {
  readonly operation: Operation;
  /** Keys from the root; `[]` for the client itself. */
  readonly resource: readonly string[];
  readonly key: string;
  readonly provenance: Provenance;
  /** Path parameters that a sample passes by position; absent: the last path parameter. */
  readonly positional?: readonly string[];
  /** True if a sample iterates over the result. */
  readonly paginated?: boolean;
}
