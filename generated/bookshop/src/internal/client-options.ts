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
import type { RetrySettings } from './retry.ts';

/** Client options common to all APIs. */
export interface BaseClientOptions {
  /** Overrides the URL of the API. Defaults to the environment variable `<PREFIX>_BASE_URL`. */
  baseURL?: string | null | undefined;
  /** Name of a server of the API; takes precedence over the environment variable `<PREFIX>_BASE_URL`. */
  environment?: string | undefined;
  /** Timeout per attempt in milliseconds, including reading the body; 0 disables it. */
  timeout?: number | undefined;
  /** Time limit for a whole call in milliseconds, including retries. No limit by default. */
  deadline?: number | undefined;
  /** Maximum number of retries. */
  maxRetries?: number | undefined;
  /**
   * Longest `Retry-After` to honour, in milliseconds; if the server asks for more, the error is thrown.
   * Default: 60 seconds.
   */
  maxRetryDelay?: number | undefined;
  /** Maximum size of a parsed body in bytes, after decompression. No limit by default. */
  maxResponseBytes?: number | undefined;
  /** Custom `fetch` function. */
  fetch?: Fetch | undefined;
  /** Options passed to every `fetch` call, for example a proxy. */
  fetchOptions?: FetchOptions | undefined;
  /** Headers sent with every request; `null` removes a header. */
  defaultHeaders?: HeadersLike;
  /** Query parameters sent with every request. */
  defaultQuery?: Record<string, string | undefined> | undefined;
  /** Defaults to the environment variable `<PREFIX>_LOG`, then to `warn`. */
  logLevel?: LogLevel | undefined;
  /** Defaults to `console`. */
  logger?: Logger | undefined;
  /** Additional names of headers, query parameters and body properties whose values are never logged. */
  redact?: readonly string[] | undefined;
  /** Allow use in browsers. Your credentials will be visible to visitors. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** Settings of the API, passed by the generated client. */
export interface ClientSettings {
  /** Prefix of environment variables, for example `SMITHERY`. */
  readonly envPrefix?: string;
  /** URL of the API. */
  readonly baseURL: string;
  /** URLs by value of the option `environment`. */
  readonly environments?: { readonly [name: string]: string };
  /** Default for `timeout`; 60000 if not set. */
  readonly timeout?: number;
  /** Default for `maxRetries`; 2 if not set. */
  readonly maxRetries?: number;
  /** Overrides the default delays and the statuses to retry. */
  readonly retry?: RetrySettings;
  /** Header for the idempotency key of requests other than GET. */
  readonly idempotencyHeader?: string;
  /** Whether the client may run in browsers; `dangerous_allow` requires `dangerouslyAllowBrowser`. */
  readonly browser?: 'allow' | 'disallow' | 'dangerous_allow';
  readonly query?: QueryDefaults;
  /** Default security requirements of operations. If not set, every available credential is sent. */
  readonly security?: readonly SecurityRequirement[];
  /** Client options of each security scheme, for error messages: `username and password`. */
  readonly credentials?: { readonly [scheme: string]: string };
  /** Names of additional headers and query parameters that contain secrets. */
  readonly redact?: readonly string[];
  /** Sends a request and follows its redirects. Default: `fetch` follows them. */
  readonly redirects?: (fetch: Fetch) => Fetch;
}

/** An attempt, passed to middleware. */
export interface MiddlewareRequest {
  url: string;
  /** `headers` is always a `Headers` object. */
  readonly init: RequestInit & { headers: Headers };
  readonly options: FinalRequestOptions;
  /** 0 for the first attempt. */
  readonly retry: number;
}

/** A function around each attempt. It can change the request and the response, or return another response. */
export type Middleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<Response>,
) => PromiseOrValue<Response>;
