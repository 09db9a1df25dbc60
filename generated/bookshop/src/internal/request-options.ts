import type { Attempt } from './attempt.ts';
import type { HeadersLike } from './headers.ts';
import type { QueryDefaults, WriteStyled } from './query.ts';

/** A value, or a promise of it. */
export type PromiseOrValue<T> = T | Promise<T>;

/** HTTP methods: lower case for the methods of the client; other methods are sent unchanged. */
export type HTTPMethod =
  'get' | 'post' | 'put' | 'patch' | 'delete' | 'HEAD' | 'OPTIONS' | 'QUERY' | (string & {});

/** The `fetch` of the platform, or a compatible function. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Options of `fetch`, including runtime-specific options such as `dispatcher` (Node) or `proxy` (Bun). */
export type FetchOptions = Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'> & {
  readonly [option: string]: unknown;
};

/** Schemes that are required together, by name; the value is a list of scopes or `true`. */
export type SecurityRequirement = { readonly [scheme: string]: boolean | readonly string[] };

/** An encoded body, created once per attempt. */
export interface EncodedBody {
  readonly body: NonNullable<RequestInit['body']>;
  readonly headers?: HeadersLike;
  /** The body can be sent only once, so a failed attempt is not retried. */
  readonly once?: boolean;
  /** Options of `fetch` that the body needs. */
  readonly init?: RequestInit;
}

/** Encodes the body of a call for `fetch`. */
export type BodyEncoder = (
  body: unknown,
  defaults: QueryDefaults,
  attempt?: Attempt,
) => PromiseOrValue<EncodedBody>;

/** Decodes a response as a stream of values. */
export type StreamDecoder<T> = (response: Response, attempt: Attempt) => T;

/** Options of a request, passed as the last argument of a method. */
export interface RequestOptions {
  /** Overrides the HTTP method. */
  method?: HTTPMethod;
  /** Overrides the path: a path below the base URL or an absolute URL. */
  path?: string;
  /** Extra headers; they override the defaults, and `null` removes a header. */
  headers?: HeadersLike;
  /** Extra query parameters. */
  query?: object | null | undefined;
  /** The request body; sent as JSON unless it is binary, text or a form. */
  body?: unknown;
  /** Maximum number of retries. */
  maxRetries?: number | undefined;
  /** Timeout per attempt in milliseconds, including reading the body; 0 disables it. */
  timeout?: number | undefined;
  /** Time limit for the whole call in milliseconds, including retries and delays. */
  deadline?: number | undefined;
  /** Signal that aborts the request. */
  signal?: AbortSignal | null | undefined;
  /** Maximum size of a parsed body in bytes, after decompression. No limit by default. */
  maxResponseBytes?: number | undefined;
  /** Idempotency key: the server performs requests with the same key once. */
  idempotencyKey?: string | undefined;
  /** Extra options for `fetch`. */
  fetchOptions?: FetchOptions | undefined;
  /** Server of this operation; `baseURL` of the client takes precedence. */
  defaultBaseURL?: string | undefined;
  /** Alternative security requirements; the first with all credentials set applies. `[]` disables them. */
  security?: readonly SecurityRequirement[] | undefined;
  /** Serializes parameters that do not have the client's default style: `styled({ … })`. */
  querySerialization?: WriteStyled | undefined;
  /** Decodes a streamed response. */
  stream?: StreamDecoder<unknown> | false | undefined;
  /** @internal Return the `Response` without parsing it. */
  __binaryResponse?: boolean | undefined;
  /** @internal The request is safe to retry, whatever its method. */
  __idempotent?: boolean | undefined;
  /** @internal Converts the parsed body of a response. */
  __decode?: ((body: unknown, status: number) => unknown) | undefined;
  /** @internal Encodes a body that is not JSON. */
  __encode?: BodyEncoder | undefined;
}

/** Method and path of a request. */
export interface RequestTarget {
  method: HTTPMethod;
  /** Path below the base URL or an absolute URL. */
  path: string;
}

/** Request options with the method and path. */
export interface FinalRequestOptions extends RequestOptions {
  method: HTTPMethod;
  path: string;
}

/** The state of a call, shared by all attempts. */
export interface Call {
  /** The options before `prepareOptions` changed them. */
  readonly asked: FinalRequestOptions;
  readonly options: FinalRequestOptions;
  /** Links the log lines of one call. */
  readonly logID: number;
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** Timeout per attempt in milliseconds; 0 disables it. */
  readonly timeout: number;
  maxRetries: number;
  /** The body was sent and cannot be sent again. */
  spent: boolean;
  /** The path template, for error messages. */
  readonly template: string;
  /** The token was renewed because the server rejected it. */
  renewed: boolean;
}

/** A response, with the call and the attempt that are needed to read it. */
export interface ResponseProps {
  response: Response;
  readonly call: Call;
  readonly attempt: Attempt;
  /** Sends the request again after its response was cut off; undefined if that is not allowed. */
  readonly resend: ((error: unknown) => Promise<ResponseProps>) | undefined;
}
