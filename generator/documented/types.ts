import type { Origin } from '../lib/origin.ts';

/** The location of an operation, and its samples. */
export interface SampledOperation {
  /** Location of the operation object. */
  readonly origin: Origin;
  /** The key under `paths` and the HTTP method in lowercase, to find operations that an overlay added. */
  readonly path: string;
  readonly verb: string;
  /** The key under `additionalOperations`, for an HTTP method without its own field. */
  readonly sentVerb?: string;
  readonly samples: readonly DocumentedSample[];
}

export interface DocumentedOperation extends SampledOperation {
  /** File name of its reference page, without extension. */
  readonly slug: string;
  readonly call: string;
  readonly summary: string;
  /** Empty if the document has no description. */
  readonly description: string;
}

export interface DocumentedSample {
  /** The language's name for documentation tools: `TypeScript`. */
  readonly lang: string;
  readonly label?: string;
  readonly source: string;
}

/**
 * The key for samples: `x-codeSamples` (Redoc, Scalar, Mintlify and others), the older `x-code-samples`, or
 * `x-readme` (ReadMe).
 */
export type SampleKey = 'x-codeSamples' | 'x-code-samples' | 'x-readme';
