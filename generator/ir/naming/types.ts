/** What the rules of naming hand to each other. */
import type { Provenance } from '../types.ts';
import type { Operation } from '../operations/collect.ts';

/** Where an operation stands in the tree of resources and what it is called there. */
export interface Placement {
  readonly operation: Operation;
  /** Keys from the root; `[]` is the client itself. */
  readonly resource: readonly string[];
  readonly key: string;
  readonly provenance: Provenance;
  /** Path parameters that a sample passes by position; absent: the last one. */
  readonly positional?: readonly string[];
  /** A sample iterates over it. */
  readonly paginated?: boolean;
}
