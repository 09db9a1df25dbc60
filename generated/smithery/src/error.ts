/**
 * The errors of the client: a base class, a class per kind of failure, a
 * subclass per common HTTP status, and a type guard for documented error bodies.
 */
import { CLIENT_NAME } from './internal/brand.ts';
import { describeBody } from './internal/error-message.ts';
import { hide } from './internal/inspect.ts';

/** Base class of all errors thrown by this package. */
export class SDKError extends Error {
  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    // A literal, because minifiers rename classes.
    this.name = `${CLIENT_NAME}Error`;
  }
}

// Node prints the name of the class in front of the stack.
Object.defineProperty(SDKError, 'name', { value: `${CLIENT_NAME}Error` });

/** An error response, or an error event inside a stream. */
export class APIError<
  TStatus extends number | undefined = number | undefined,
  THeaders extends Headers | undefined = Headers | undefined,
  TError = unknown,
> extends SDKError {
  /** HTTP status; `undefined` for an error that arrived inside a stream. */
  readonly status: TStatus;
  /** Headers of the response. */
  readonly headers: THeaders;
  /** Parsed JSON body, or the text of a body that is not JSON; `undefined` if there is no body. */
  readonly error: TError;
  /** The request ID sent by the server, for support; `null` if it sent none. */
  readonly requestID: string | null;
  /** The failed request, with credentials removed from its URL. */
  declare request: { readonly method: string; readonly url: string } | undefined;
  override name = 'APIError';

  constructor(status: TStatus, error: TError, message: string | undefined, headers: THeaders) {
    super(describe(status, error, message));
    this.status = status;
    this.error = error;
    this.headers = headers;
    this.requestID = requestID(headers);
  }

  /** Creates an error of the class that belongs to the status. */
  static generate(
    status: number | undefined,
    error: unknown,
    message: string | undefined,
    headers: Headers | undefined,
  ): APIError {
    if (!status || !headers) {
      return new APIConnectionError({ message, cause: error });
    }
    const StatusError = BY_STATUS.get(status) ?? (status < 500 ? APIError : InternalServerError);
    return new StatusError(status as never, error, message, headers);
  }
}

/** The caller aborted the request. */
export class APIUserAbortError extends APIError<undefined, undefined, undefined> {
  override name = 'APIUserAbortError';

  constructor({ message, cause }: { message?: string | undefined; cause?: unknown } = {}) {
    super(undefined, undefined, message ?? 'Request was aborted.', undefined);
    this.cause = cause;
  }
}

/** The request failed before the response was complete. The reason is in `cause`. */
export class APIConnectionError extends APIError<undefined, undefined, undefined> {
  override name = 'APIConnectionError';

  constructor({ message, cause }: { message?: string | undefined; cause?: unknown } = {}) {
    super(undefined, undefined, message ?? 'Connection error.', undefined);
    this.cause = cause;
  }
}

/** The request timed out. */
export class APIConnectionTimeoutError extends APIConnectionError {
  override name = 'APIConnectionTimeoutError';

  constructor({ message, cause }: { message?: string | undefined; cause?: unknown } = {}) {
    super({ message: message ?? 'Request timed out.', cause });
  }
}

/** A successful response whose body is not valid JSON. */
export class APIParseError extends SDKError {
  /** The response, with its body read. */
  readonly response: Response;
  /** The body as received. */
  readonly text: string;
  /** The request ID sent by the server, for support; `null` if it sent none. */
  readonly requestID: string | null;
  /** The request, with credentials removed from its URL. */
  declare request: { readonly method: string; readonly url: string } | undefined;
  override name = 'APIParseError';

  constructor(response: Response, text: string, cause?: unknown) {
    const type = response.headers.get('content-type');
    const found = cause === undefined ? `Expected JSON, got ${type}` : 'Invalid JSON';
    super(`${found} (status ${response.status}): ${text.slice(0, 100)}`, { cause });
    this.response = response;
    this.text = text;
    this.requestID = requestID(response.headers);
    // The URL of the response may contain a credential.
    hide(this, 'response');
  }
}

/** 400 Bad Request */
export class BadRequestError<TError = unknown> extends APIError<400, Headers, TError> {
  override name = 'BadRequestError';
}

/** 401 Unauthorized */
export class AuthenticationError<TError = unknown> extends APIError<401, Headers, TError> {
  override name = 'AuthenticationError';
}

/** 403 Forbidden */
export class PermissionDeniedError<TError = unknown> extends APIError<403, Headers, TError> {
  override name = 'PermissionDeniedError';
}

/** 404 Not Found */
export class NotFoundError<TError = unknown> extends APIError<404, Headers, TError> {
  override name = 'NotFoundError';
}

/** 409 Conflict */
export class ConflictError<TError = unknown> extends APIError<409, Headers, TError> {
  override name = 'ConflictError';
}

/** 422 Unprocessable Content */
export class UnprocessableEntityError<TError = unknown> extends APIError<422, Headers, TError> {
  override name = 'UnprocessableEntityError';
}

/** 429 Too Many Requests */
export class RateLimitError<TError = unknown> extends APIError<429, Headers, TError> {
  override name = 'RateLimitError';
}

/** Any status of 500 and above. */
export class InternalServerError<TError = unknown, TStatus extends number = number> extends APIError<
  TStatus,
  Headers,
  TError
> {
  override name = 'InternalServerError';
}

const BY_STATUS = new Map<
  number,
  new (status: never, error: unknown, message: string | undefined, headers: Headers) => APIError
>([
  [400, BadRequestError],
  [401, AuthenticationError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [409, ConflictError],
  [422, UnprocessableEntityError],
  [429, RateLimitError],
]);

/**
 * The map from status to error body of an operation, inferred from the return
 * type of its method or standalone function.
 */
export type ErrorsOf<TMethod> = TMethod extends (...args: never[]) => infer TReturn
  ? TReturn extends { readonly _errors: infer TErrors }
    ? TErrors
    : TReturn extends PromiseLike<infer TResult>
      ? Extract<TResult, { readonly ok: false }> extends {
          readonly error: { readonly _errors: infer TErrors };
        }
        ? TErrors
        : unknown
      : unknown
  : never;

/** The error for a status: the body of the exact status, else of `4XX`, else of `default`. */
export type ErrorFor<TErrors, TStatus extends number> = ErrorClass<TStatus, BodyFor<TErrors, TStatus>>;

/** The union of all documented errors of an operation. */
export type DocumentedError<TErrors> = unknown extends TErrors
  ? APIError<number, Headers, unknown>
  : {
      [Key in keyof TErrors]: Key extends number
        ? ErrorClass<Key, TErrors[Key]>
        : APIError<number, Headers, TErrors[Key]>;
    }[keyof TErrors];

type BodyFor<TErrors, TStatus extends number> = TStatus extends keyof TErrors
  ? TErrors[TStatus]
  : RangeOf<TStatus> extends keyof TErrors
    ? TErrors[RangeOf<TStatus>]
    : 'default' extends keyof TErrors
      ? TErrors['default']
      : unknown;

type RangeOf<TStatus extends number> = `${TStatus}` extends `${infer TDigit}${string}`
  ? `${TDigit}XX`
  : never;

type ErrorClass<TStatus extends number, TBody> = TStatus extends 400
  ? BadRequestError<TBody>
  : TStatus extends 401
    ? AuthenticationError<TBody>
    : TStatus extends 403
      ? PermissionDeniedError<TBody>
      : TStatus extends 404
        ? NotFoundError<TBody>
        : TStatus extends 409
          ? ConflictError<TBody>
          : TStatus extends 422
            ? UnprocessableEntityError<TBody>
            : TStatus extends 429
              ? RateLimitError<TBody>
              : `${TStatus}` extends `5${string}`
                ? InternalServerError<TBody, TStatus>
                : APIError<TStatus, Headers, TBody>;

/**
 * Checks whether an error is an error response, and narrows its body to the type
 * that the API documents for the operation.
 *
 * Pass a status to narrow to the class and body of that status. Without a status the
 * result is the union of all documented statuses; narrow it by `err.status`.
 *
 * @param _method the method or standalone function that failed; only its type is used
 * @example
 * try {
 *   await client.servers.get('acme/mail');
 * } catch (err) {
 *   if (isErrorOf(client.servers.get, err, 404)) console.log(err.error);
 *   else throw err;
 * }
 */
export function isErrorOf<TMethod extends (...args: never[]) => unknown, TStatus extends number>(
  _method: TMethod,
  err: unknown,
  status: TStatus,
): err is ErrorFor<ErrorsOf<TMethod>, TStatus>;
export function isErrorOf<TMethod extends (...args: never[]) => unknown>(
  _method: TMethod,
  err: unknown,
): err is DocumentedError<ErrorsOf<TMethod>>;
export function isErrorOf(_method: unknown, err: unknown, status?: number): boolean {
  return (
    err instanceof APIError && err.status !== undefined && (status === undefined || err.status === status)
  );
}

/** The request ID, from the usual response headers. */
export function requestID(headers: Headers | undefined): string | null {
  return (
    headers?.get('x-request-id') ?? headers?.get('request-id') ?? headers?.get('x-correlation-id') ?? null
  );
}

function describe(status: number | undefined, error: unknown, message: string | undefined): string {
  const detail = error === undefined ? message : describeBody(error);
  return [status, detail || 'status code (no body)'].filter(Boolean).join(' ');
}

/** Appends text to the message, and to its copy in the stack. */
export function addNote(error: Error, note: string): void {
  const { message, stack } = error;
  error.message = message + note;
  if (stack) {
    error.stack = stack.replace(message, () => error.message);
  }
}
