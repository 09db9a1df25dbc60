/** A behaviour of SDKs as data: what servers answer one after the other, and what a user then sees. */

export type PlayedLanguage = 'typescript' | 'python' | 'go';

export interface Case {
  readonly name: string;
  /** Method of `things`, as TypeScript calls it. */
  readonly call: 'get' | 'delete' | 'create' | 'list' | 'listLinked' | 'listNumbered' | 'events' | 'lines';
  /** Options of the client; times in seconds. */
  readonly client?: {
    readonly maxRetries?: number;
    readonly timeout?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly maxResponseBytes?: number;
  };
  /** The call is read through the helper that reconnects; `delay` in seconds. */
  readonly reconnect?: {
    readonly endless?: boolean;
    readonly maxReconnects?: number;
    readonly delay?: number;
    /** The user's function does not pass its options to the method. */
    readonly drops?: boolean;
  };
  /** A number that no JSON can hold, in place of the argument of `get`. */
  readonly id?: 'NaN' | 'Infinity';
  /** In the order of requests, whichever server they reach; the last one answers all others. */
  readonly answers: readonly Answer[];
  readonly expect: Expectation;
  /** Languages that behave otherwise, and why. */
  readonly except?: Readonly<Partial<Record<PlayedLanguage, string>>>;
}

/** `{own}` and `{other}` in headers and bodies are the addresses of the two servers. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** A text and how often it is repeated behind `text`, and what ends the body. */
  readonly repeat?: readonly [text: string, count: number];
  readonly end?: string;
  readonly gzip?: true;
  /** Name of a header with 5,000 digits. */
  readonly digits?: string;
  /** The body goes in pieces of so many bytes. */
  readonly split?: number;
  /** The connection ends behind what is sent. */
  readonly cut?: true;
  /** Nothing is answered at all. */
  readonly hang?: true;
}

export interface Expectation {
  /** What the call gives, the items of all pages, or all events. */
  readonly value?: unknown;
  readonly error?: {
    /** Name of the class; of each language where they differ. */
    readonly kind: string | { readonly typescript: string; readonly python: string; readonly go?: string };
    readonly status?: number;
    /** Part of the message. */
    readonly says?: string;
    /** The whole message. */
    readonly is?: string;
    /** The request that the error holds. */
    readonly request?: { readonly method: string; readonly url: string };
    /** The error's body. */
    readonly body?: unknown;
  };
  /** What came before an error, in a loop. */
  readonly before?: unknown;
  readonly requests?: readonly Partial<Seen>[];
  /** Number of requests. */
  readonly count?: number;
  /** Name of a header that all requests carry with one value. */
  readonly same?: string;
  /** Text that neither the error nor the client nor the log shows. */
  readonly hides?: string;
  /** Seconds between the first and the second request: at least, and less than. */
  readonly wait?: readonly [number, number];
}

/** A request as a server saw it. */
export interface Seen {
  readonly server: 'own' | 'other';
  readonly method: string;
  readonly path: string;
  /** Those that a case names; null: not sent. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly json: unknown;
}

export interface Outcome {
  /** The printed client, the printed error, and the log at its most talkative. */
  readonly shown?: string | undefined;
  readonly value?: unknown;
  readonly before?: unknown;
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly status?: number;
    readonly body?: unknown;
    readonly request?: { readonly method: string; readonly url: string };
  };
}
