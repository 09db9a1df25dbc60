import type { BaseClient } from './internal/base-client.ts';
import { requestID } from './error.ts';
import { hide, printAs } from './internal/inspect.ts';
import { parseResponse } from './internal/parse.ts';
import type { PromiseOrValue, ResponseProps } from './internal/request-options.ts';

/** A parsed body, its response and the request ID. */
export interface Answer<T, Status = number> {
  data: T;
  /** The status of the response; it narrows the type of `data` if the body depends on the status. */
  status: Status;
  response: Response;
  request_id: string | null;
}

/** The parsed response: with a single body type, or a union discriminated by `status`. */
export type AnswerOf<T, S> = unknown extends S ? Answer<T> : { [K in keyof S]: Answer<S[K], K> }[keyof S];

// Bun leaves the caller out of the stack of an awaited call, so each call records where it was made.
const recordsCaller = 'Bun' in globalThis;

/**
 * The promise every method returns. The body is read when the promise is
 * first awaited, so `asResponse()` can leave it unread.
 *
 * @typeParam T the parsed body
 * @typeParam E map from status to error body, as documented by the API
 * @typeParam S map from status to body, if the successful statuses have different bodies
 */
export class APIPromise<T, E = unknown, S = unknown> extends Promise<T> {
  /** For the type checker only; never set. */
  declare readonly _errors: E;
  protected readonly _client: BaseClient;
  readonly #props: Promise<ResponseProps>;
  readonly #parse: (client: BaseClient, props: ResponseProps) => PromiseOrValue<T>;
  readonly #caller = recordsCaller ? new Error() : undefined;
  #parsed: Promise<T> | undefined;

  constructor(
    client: BaseClient,
    props: Promise<ResponseProps>,
    parse: (client: BaseClient, props: ResponseProps) => PromiseOrValue<T> = parseAs,
  ) {
    // The native promise is never used: then() below resolves to the parsed body.
    super(settle);
    this._client = client;
    hide(this, '_client');
    this.#props = props;
    this.#parse = parse;
    // An unhandled rejection would terminate the process if nobody awaits the call. V8 cuts an asynchronous
    // stack at a promise with two reactions, so the caller's reaction (within two microtasks) comes first.
    void Promise.resolve()
      .then(ignore)
      .then(() => {
        if (!this.#parsed) {
          props.catch(ignore);
        }
      });
  }

  /**
   * The response as soon as its headers have arrived; its body is not read.
   * The timeout no longer applies; the caller's signal still aborts the body.
   */
  asResponse(): Promise<Response> {
    return this.#traced(this.#props.then(({ response, attempt }) => attempt.handOver(response)));
  }

  /** The parsed body, the response and the request ID. */
  async withResponse(): Promise<AnswerOf<T, S>> {
    const data = await this.#read();
    const { response } = await this.#props;
    const { status, headers } = response;
    const answer: Answer<unknown> = { data, status, response, request_id: requestID(headers) };
    // The API document declares the body of each status.
    return answer as AnswerOf<T, S>;
  }

  /** A promise of a value derived from the parsed body. */
  _thenUnwrap<U>(transform: (data: T, props: ResponseProps) => U): APIPromise<U, E> {
    return new APIPromise(this._client, this.#props, async (client, props) =>
      transform(await this.#parse(client, props), props),
    );
  }

  override then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#read().then(onfulfilled, onrejected);
  }

  override catch<B = never>(onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.#read().catch(onrejected);
  }

  override finally(onfinally?: (() => void) | null): Promise<T> {
    return this.#read().finally(onfinally);
  }

  #read(): Promise<T> {
    return (this.#parsed ??= this.#traced(this.#props.then((props) => this.#parse(this._client, props))));
  }

  /** Adds the caller's frames to the stack of an error. */
  #traced<U>(promise: Promise<U>): Promise<U> {
    const stack = this.#caller?.stack;
    return stack
      ? promise.catch((error: unknown) => {
          if (error instanceof Error) error.stack += stack.replace(/.*/, '');
          throw error;
        })
      : promise;
  }
}

printAs(APIPromise);

const ignore = (): void => {};
const settle = (resolve: (value: never) => void): void => resolve(undefined as never);

// The API document declares the shape; responses are not validated.
function parseAs<T>(client: BaseClient, props: ResponseProps): Promise<T> {
  return parseResponse(client, props) as Promise<T>;
}
