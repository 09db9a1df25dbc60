/** The call that a code sample of a document contains. */

export interface SampleCall {
  /** Names from the client to the method: `servers`, `releases`, `get`. */
  readonly chain: readonly string[];
  /** Number of arguments before the first object literal. */
  readonly positional: number;
  /** Keys of the first object literal argument. */
  readonly keys: readonly string[];
  /** True if the sample iterates over the result with `for await`. */
  readonly paginated: boolean;
}

export interface Sample {
  readonly call?: SampleCall;
  /** `Smithery` in `new Smithery({ … })`. */
  readonly clientName?: string;
  /** `apiKey: process.env['SMITHERY_API_KEY']` in the client's constructor. */
  readonly options: readonly { readonly name: string; readonly env: string }[];
}
