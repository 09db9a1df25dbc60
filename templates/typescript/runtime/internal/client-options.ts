import type {
  PromiseOrValue,
  Fetch,
  FetchOptions,
  FinalRequestOptions,
  SecurityRequirement,
} from './request-options.ts';
import type { HeadersLike } from './headers.ts';
import type { Logger, LogLevel } from './log.ts';
import type { QueryDefaults } from './query.ts';

/** Options of a client that are the same for every API. */
export interface BaseClientOptions {
  /** Replaces the URL of the API. Defaults to the variable `<PREFIX>_BASE_URL`. */
  baseURL?: string | null | undefined;
  /** One of the servers of the API, by name; goes before the variable `<PREFIX>_BASE_URL`. */
  environment?: string | undefined;
  /** Milliseconds per attempt, reading of the body included; 0 means no limit. */
  timeout?: number | undefined;
  /** Milliseconds for a call as a whole; by default there is no such limit. */
  deadline?: number | undefined;
  /** Attempts after the first. */
  maxRetries?: number | undefined;
  /**
   * Longest pause in milliseconds that a server may ask for, 60 s by default; a longer one ends the retries.
   */
  maxRetryDelay?: number | undefined;
  /** Most bytes of a body that is parsed, after decompression; by default there is no such limit. */
  maxResponseBytes?: number | undefined;
  /** Replaces the `fetch` of the platform. */
  fetch?: Fetch | undefined;
  /** Options for every call of `fetch`, for example a proxy. */
  fetchOptions?: FetchOptions | undefined;
  /** Headers of every request; `null` removes one that the client would send. */
  defaultHeaders?: HeadersLike;
  /** Query parameters of every request. */
  defaultQuery?: Record<string, string | undefined> | undefined;
  /** Defaults to the variable `<PREFIX>_LOG`, else `warn`. */
  logLevel?: LogLevel | undefined;
  /** Defaults to `console`. */
  logger?: Logger | undefined;
  /** Further names of headers, query parameters and body properties whose values are never logged. */
  redact?: readonly string[] | undefined;
  /** Allows the use in a browser, where visitors can read the credentials. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** How the back-off of an API differs from the usual; milliseconds. */
export interface RetrySettings {
  /** Pause before the first retry, 500 when absent. */
  readonly first?: number;
  /** Longest pause of the back-off, 8 s when absent. */
  readonly longest?: number;
  /** What a pause is multiplied by from one retry to the next, 2 when absent. */
  readonly factor?: number;
  /** Statuses that are tried again, `429` or `5XX`; absent: 408, 409, 429 and 5XX. */
  readonly statuses?: readonly string[];
}

/** What the generated client knows about its API. */
export interface ClientSettings {
  /** Start of the names of environment variables, for example `SMITHERY`. */
  readonly envPrefix?: string;
  /** URL of the API. */
  readonly baseURL: string;
  /** Further URLs, by the name that the option `environment` takes. */
  readonly environments?: { readonly [name: string]: string };
  /** Default for `timeout`, 60 s when absent. */
  readonly timeout?: number;
  /** Default for `maxRetries`, 2 when absent. */
  readonly maxRetries?: number;
  /** Pauses between attempts and what is worth another one, where an API differs from the usual. */
  readonly retry?: RetrySettings;
  /** Header for idempotency keys of requests other than GET. */
  readonly idempotencyHeader?: string;
  /** Whether the client may run in a browser; `dangerous_allow` needs the caller's consent. */
  readonly browser?: 'allow' | 'disallow' | 'dangerous_allow';
  readonly query?: QueryDefaults;
  /** Security of operations that state none; absent: every credential that is present is sent. */
  readonly security?: readonly SecurityRequirement[];
  /** Options of the client that give the credentials of a scheme, for messages: `username and password`. */
  readonly credentials?: { readonly [scheme: string]: string };
  /** Names of headers and query parameters that carry secrets beside those of the schemes. */
  readonly redact?: readonly string[];
  /** Sends a request and follows its redirects; absent: left to `fetch`. */
  readonly redirects?: (fetch: Fetch) => Fetch;
}

/** One attempt as middleware sees it. */
export interface MiddlewareRequest {
  url: string;
  /** `headers` is always a `Headers` object. */
  readonly init: RequestInit & { headers: Headers };
  readonly options: FinalRequestOptions;
  /** 0 for the first attempt. */
  readonly retry: number;
}

/** Code around each attempt: change the request, the response, or answer without the server. */
export type Middleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<Response>,
) => PromiseOrValue<Response>;
