import type { Attempt } from './attempt.ts';
import type { HeadersLike } from './headers.ts';
import type { QueryDefaults, WriteStyled } from './query.ts';

/** A value, or a promise of it. */
export type PromiseOrValue<T> = T | Promise<T>;

/** HTTP methods: those that the client has methods for in lower case, others as they are sent. */
export type HTTPMethod =
  | 'get'
  | 'post'
  | 'put'
  | 'patch'
  | 'delete'
  | 'HEAD'
  | 'OPTIONS'
  | 'QUERY'
  | (string & {});

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
  /** Sends the request by another method. */
  method?: HTTPMethod;
  /** Sends the request to another path below the base URL, or to an absolute URL. */
  path?: string;
  /** Headers to add; `null` removes one that the client would send. */
  headers?: HeadersLike;
  /** Query parameters, beside those of the method. */
  query?: object | null | undefined;
  /** The body; by default sent as JSON unless it is binary, text or a form. */
  body?: unknown;
  /** Attempts after the first. */
  maxRetries?: number | undefined;
  /** Milliseconds per attempt, reading of the body included; 0 means no limit. */
  timeout?: number | undefined;
  /** Milliseconds for the call as a whole: all attempts and the pauses between them. */
  deadline?: number | undefined;
  /** Ends the request, whatever it is doing. */
  signal?: AbortSignal | null | undefined;
  /** Most bytes of a body that is parsed, after decompression; by default there is no such limit. */
  maxResponseBytes?: number | undefined;
  /** Identifies the operation, so that the server performs a repeated request once. */
  idempotencyKey?: string | undefined;
  /** Further options of `fetch`. */
  fetchOptions?: FetchOptions | undefined;
  /** Server of this operation, unless the client was given a `baseURL`. */
  defaultBaseURL?: string | undefined;
  /** Alternatives of security requirements, the first that can be met is used; `[]` sends no credential. */
  security?: readonly SecurityRequirement[] | undefined;
  /** Writes the parameters that are not written in the default way of the client: `styled({ … })`. */
  querySerialization?: WriteStyled | undefined;
  /** Decodes a streamed response. */
  stream?: StreamDecoder<unknown> | false | undefined;
  /** @internal Resolves to the `Response` itself. */
  __binaryResponse?: boolean | undefined;
  /** @internal A repetition does no harm, whatever the method. */
  __idempotent?: boolean | undefined;
  /** @internal Encodes the body in another way than JSON. */
  __encode?: BodyEncoder | undefined;
}

/** What a request is about. */
export interface RequestTarget {
  method: HTTPMethod;
  /** Path below the base URL, or an absolute URL. */
  path: string;
}

/** A request with its method and path. */
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
