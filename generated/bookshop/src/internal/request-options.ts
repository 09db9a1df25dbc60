import type { Attempt } from './attempt.ts';
import type { HeadersLike } from './headers.ts';
import type { QueryDefaults, WriteStyled } from './query.ts';

/** A value, or a promise of it. */
export type PromiseOrValue<T> = T | Promise<T>;

/** HTTP methods: those that the client has methods for in lower case, others as they are sent. */
export type HTTPMethod =
  'get' | 'post' | 'put' | 'patch' | 'delete' | 'HEAD' | 'OPTIONS' | 'QUERY' | (string & {});

/** The `fetch` of the platform, or one that behaves like it. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Further `RequestInit` members, also those a runtime adds, such as `dispatcher` (Node) or `proxy` (Bun). */
export type FetchOptions = Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'> & {
  readonly [option: string]: unknown;
};

/** Schemes that must be satisfied together, by name; the value lists scopes, or is just `true`. */
export type SecurityRequirement = { readonly [scheme: string]: boolean | readonly string[] };

/** What a body encoder makes of a body, once per attempt. */
export interface EncodedBody {
  readonly body: NonNullable<RequestInit['body']>;
  readonly headers?: HeadersLike;
  /** The body cannot be sent a second time, so a failed attempt is final. */
  readonly once?: boolean;
  /** Options of `fetch` that suit the body. */
  readonly init?: RequestInit;
}

/** Turns the body of a call into what `fetch` sends. */
export type BodyEncoder = (
  body: unknown,
  defaults: QueryDefaults,
  attempt?: Attempt,
) => PromiseOrValue<EncodedBody>;

/** Turns a response into a stream of values. */
export type StreamDecoder<T> = (response: Response, attempt: Attempt) => T;

/** Options of one request, given as the last argument of a method. */
export interface RequestOptions {
  /** Overrides the HTTP method. */
  method?: HTTPMethod;
  /** Overrides the path; a path below the base URL, or an absolute URL. */
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
  /** Alternative security requirements; the first one with all credentials set is used. `[]` sends no credentials. */
  security?: readonly SecurityRequirement[] | undefined;
  /** Serializes parameters that do not have the client's default style: `styled({ … })`. */
  querySerialization?: WriteStyled | undefined;
  /** Decodes a streamed response. */
  stream?: StreamDecoder<unknown> | false | undefined;
  /** @internal Return the `Response` itself. */
  __binaryResponse?: boolean | undefined;
  /** @internal The request is safe to retry, whatever its method. */
  __idempotent?: boolean | undefined;
  /** @internal Encodes a body that is not JSON. */
  __encode?: BodyEncoder | undefined;
}

/** Method and path of a request. */
export interface RequestTarget {
  method: HTTPMethod;
  /** Path below the base URL, or an absolute URL. */
  path: string;
}

/** Request options with the method and path. */
export interface FinalRequestOptions extends RequestOptions {
  method: HTTPMethod;
  path: string;
}

/** A call with all its attempts. */
export interface Call {
  /** What was asked for, before `prepareOptions` changed it. */
  readonly asked: FinalRequestOptions;
  readonly options: FinalRequestOptions;
  /** Links the log lines of one call. */
  readonly logID: number;
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** Milliseconds per attempt; 0 means no limit. */
  readonly timeout: number;
  maxRetries: number;
  /** The body has been sent and cannot be sent again. */
  spent: boolean;
  /** The path with the names of its parameters, for errors. */
  readonly template: string;
  /** The token has been renewed because the server refused it. */
  renewed: boolean;
}

/** A response, and what is needed to read it. */
export interface ResponseProps {
  response: Response;
  readonly call: Call;
  readonly attempt: Attempt;
  /** Sends the request again after its body was cut off; absent when that is not allowed. */
  readonly resend: ((error: unknown) => Promise<ResponseProps>) | undefined;
}
