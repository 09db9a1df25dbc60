import type { Origin } from '../lib/origin.ts';

/** Where an operation stands, and its samples. */
export interface SampledOperation {
  /** Where the operation object stands. */
  readonly origin: Origin;
  /**
   * The key under `paths`, and the verb in lower case: found by these where an overlay brought the operation
   * in.
   */
  readonly path: string;
  readonly verb: string;
  /** The key under `additionalOperations`, for a verb that has no field of its own. */
  readonly sentVerb?: string;
  readonly samples: readonly DocumentedSample[];
}

export interface DocumentedOperation extends SampledOperation {
  /** File name of its reference page, without extension. */
  readonly slug: string;
  readonly call: string;
  readonly summary: string;
  /** Empty when the document says nothing. */
  readonly description: string;
}

export interface DocumentedSample {
  /** As the doc tools know it: `TypeScript`. */
  readonly lang: string;
  readonly label?: string;
  readonly source: string;
}

/**
 * How the tools that show the document want their samples: `x-codeSamples` (Redoc, Scalar, Mintlify and
 * others), its older spelling
 * `x-code-samples`, or `x-readme` (ReadMe).
 */
export type SampleKey = 'x-codeSamples' | 'x-code-samples' | 'x-readme';
