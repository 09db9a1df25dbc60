/**
 * What became of one document. Times are of the processor, in milliseconds; memory in MB (resident, before
 * the compiler starts).
 */
export type Outcome =
  /** Not read: the diagnostics say why. */
  | { readonly kind: 'refused'; readonly errors: readonly string[]; readonly milliseconds: number }
  | { readonly kind: 'crashed'; readonly message: string }
  | {
      readonly kind: 'made';
      readonly operations: number;
      readonly models: number;
      readonly files: number;
      readonly errors: readonly string[];
      readonly warnings: number;
      /** Load; build and plan; render; type check. */
      readonly stages: readonly number[];
      /** All but the type check. */
      readonly milliseconds: number;
      readonly megabytes: number;
      readonly faults: number;
      readonly firstFaults: readonly string[];
    };
