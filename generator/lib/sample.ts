/** What a code sample of a document shows of an SDK. */

export interface SampleCall {
  /** Names from the client to the method: `servers`, `releases`, `get`. */
  readonly chain: readonly string[];
  /** How many arguments stand before the first object literal. */
  readonly positional: number;
  /** Keys of the first object literal argument. */
  readonly keys: readonly string[];
  /** The sample iterates over the result with `for await`. */
  readonly paginated: boolean;
}

export interface Sample {
  readonly call?: SampleCall;
  /** `Smithery` in `new Smithery({ … })`. */
  readonly clientName?: string;
  /** `apiKey: process.env['SMITHERY_API_KEY']` of the client's constructor. */
  readonly options: readonly { readonly name: string; readonly env: string }[];
}
