/** The way of one request: prepare, authenticate, attempt, judge, wait, try again. */
import { APIConnectionError, APIError, SDKError } from '../error.ts';
import { Attempt } from './attempt.ts';
import { authenticate, type AuthSchemes, type SentCredentials } from './auth.ts';
import { encodeBody } from './body.ts';
import { CLIENT_NAME, VERSION } from './brand.ts';
import type { ClientSettings, Middleware, MiddlewareRequest } from './client-options.ts';
import { buildHeaders, type HeadersLike, type NullableHeaders } from './headers.ts';
import { logAt, type Logger, type LogLevel, redactBody, redactHeaders, redactURL } from './log.ts';
import { readText } from './parse.ts';
import type {
  Call,
  Fetch,
  FetchOptions,
  FinalRequestOptions,
  PromiseOrValue,
  RequestTarget,
  ResponseProps,
} from './request-options.ts';
import { retryDelay, shouldRetry, sleep } from './retry.ts';

/** What a client needs for sending requests, and the hooks that a subclass may override. */
export abstract class RequestCore {
  abstract timeout: number;
  abstract deadline: number | undefined;
  abstract maxRetries: number;
  abstract maxRetryDelay: number;
  abstract logger: Logger;
  abstract logLevel: LogLevel;
  abstract fetchOptions: FetchOptions | undefined;
  abstract redact: readonly string[];
  protected abstract readonly _settings: ClientSettings;
  protected abstract middleware: readonly Middleware[];
  protected abstract authCache: Map<string, unknown>;
  protected abstract readonly fetch: Fetch;

  abstract buildURL(path: string, query?: object | null, options?: Partial<FinalRequestOptions>): string;

  /** Headers of every request, below those of the body and of the request itself. */
  protected abstract defaultHeaders(): readonly HeadersLike[];

  /** The client's credentials by the name of their scheme. */
  protected authSchemes(): AuthSchemes {
    return {};
  }

  /** Headers that authenticate a request. */
  protected authHeaders(
    _options: FinalRequestOptions,
    credentials: SentCredentials,
  ): PromiseOrValue<HeadersLike> {
    return credentials.headers;
  }

  /** Query parameters that authenticate a request. */
  protected authQuery(
    _options: FinalRequestOptions,
    credentials: SentCredentials,
  ): PromiseOrValue<object | undefined> {
    return credentials.query;
  }

  /** Rejects headers that cannot be right, before they are sent. */
  protected validateHeaders(_headers: NullableHeaders, _options: FinalRequestOptions): void {}

  /** A key that names one operation in all its attempts. */
  protected defaultIdempotencyKey(): string {
    return `retry-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  }

  /** Makes the error for a response that is not a success. */
  protected makeStatusError(
    status: number,
    error: unknown,
    message: string | undefined,
    headers: Headers,
  ): APIError {
    return APIError.generate(status, error, message, headers);
  }

  /** Changes the options of a request before it is built. */
  protected prepareOptions(_options: FinalRequestOptions): PromiseOrValue<void> {}

  /** Changes an attempt right before it is sent. */
  protected prepareRequest(
    _request: RequestInit & { headers: Headers },
    _context: { url: string; options: FinalRequestOptions },
  ): PromiseOrValue<void> {}

  /** Sends a request until it succeeds, fails for good, or runs out of retries. */
  protected perform(
    input: PromiseOrValue<Partial<FinalRequestOptions> | undefined>,
    target?: RequestTarget,
  ): Promise<ResponseProps> {
    return this.#attempts(this.#call(input, target), 0);
  }

  async #call(
    input: PromiseOrValue<Partial<FinalRequestOptions> | undefined>,
    target: RequestTarget | undefined,
  ): Promise<Call> {
    // Copies, made at once, as the hooks may change their options, but not those of the caller or of the next page.
    const asked = Object.assign({}, input instanceof Promise ? await input : input, target);
    const options = { ...asked };
    await this.prepareOptions(options);
    if (this._settings.idempotencyHeader && options.method !== 'get') {
      options.idempotencyKey ??= this.defaultIdempotencyKey();
    }
    const startedAt = Date.now();
    return {
      asked,
      options,
      logID: (Math.random() * 1e9) | 0,
      startedAt,
      deadlineAt: startedAt + (options.deadline ?? this.deadline ?? Infinity),
      maxRetries: options.maxRetries ?? this.maxRetries,
      spent: false,
    };
  }

  async #attempts(pending: PromiseOrValue<Call>, first: number): Promise<ResponseProps> {
    const call = await pending;
    const { options, logID, startedAt, deadlineAt } = call;
    for (let retry = first; ; retry++) {
      const left = Math.max(1, deadlineAt - Date.now());
      const limit = options.timeout ?? this.timeout;
      const attempt = new Attempt(limit > 0 && limit < left ? limit : left, options.signal);
      let response: Response | undefined;
      let error: unknown;
      try {
        // Built in a function of its own, whose variables would be kept until the response arrives.
        const request = await attempt.race(this.#build(call, retry, attempt));
        response = await attempt.race(this.#send(request, attempt));
      } catch (thrown) {
        attempt.release();
        error = attempt.explain(thrown);
      }
      const mayRetry = retry < call.maxRetries && !call.spent;
      logAt(this, 'info')?.(
        `[log_${logID}] ${options.method} ${redactURL(options.path, this.redact)}: ${response ? response.status : error} after ${Date.now() - startedAt} ms`,
        ...(response && logAt(this, 'debug') ? [redactHeaders(response.headers, this.redact)] : []),
      );
      if (response?.ok) {
        attempt.unref();
        return {
          response,
          call,
          attempt,
          resend: mayRetry && isRepeatable(options) ? this.#resend(call, retry, attempt) : undefined,
        };
      }
      if (
        mayRetry &&
        (response ? shouldRetry(response, this._settings.retry) : error instanceof APIConnectionError) &&
        (await this.#pause(call, retry, attempt, response))
      ) {
        continue;
      }
      throw response ? await this.#statusError(response, attempt) : error;
    }
  }

  #resend(call: Call, retry: number, attempt: Attempt): ResponseProps['resend'] {
    return async (cause) => {
      if (await this.#pause(call, retry, attempt)) {
        return this.#attempts(call, retry + 1);
      }
      throw cause;
    };
  }

  #send(request: MiddlewareRequest, attempt: Attempt): Promise<Response> {
    return this.middleware.reduceRight<(request: MiddlewareRequest) => Promise<Response>>(
      (next, middleware) => async (request) => middleware(request, next),
      async ({ url, init }) => {
        try {
          return await this.fetch(url, init);
        } catch (cause) {
          throw attempt.failure(cause);
        }
      },
    )(request);
  }

  async #build(call: Call, retry: number, attempt: Attempt): Promise<MiddlewareRequest> {
    const { options } = call;
    const { idempotencyHeader, security, query: queryDefaults = {} } = this._settings;
    const { signal } = attempt.controller;
    const schemes = this.authSchemes();
    const auth = await authenticate(schemes, options.security ?? security, {
      fetch: this.fetch,
      cache: this.authCache,
      signal,
    });
    const query = Object.assign({}, await this.authQuery(options, auth), options.query);
    const encoded = await encodeBody(options, queryDefaults, signal);
    const headers = buildHeaders([
      idempotencyHeader ? { [idempotencyHeader]: options.idempotencyKey } : null,
      { accept: 'application/json', 'user-agent': `${CLIENT_NAME}/JS ${VERSION}` },
      await this.authHeaders(options, auth),
      ...this.defaultHeaders(),
      encoded?.headers,
      options.headers,
    ]);
    if (!auth.met && !isGiven(schemes, query, headers)) {
      throw new SDKError(`This request needs credentials: ${Object.keys(schemes).join(', ')}`);
    }
    this.validateHeaders(headers, options);
    call.spent = !!encoded?.once;
    const init: MiddlewareRequest['init'] = Object.assign(
      {},
      encoded?.init,
      this.fetchOptions,
      options.fetchOptions,
      {
        // The client's own words; other methods are case-sensitive (RFC 9110 section 9.1).
        method: options.method in this ? options.method.toUpperCase() : options.method,
        headers: headers.values,
        signal,
        body: encoded?.body,
        // Streams need it, and nothing else minds it.
        duplex: 'half',
      },
    );
    const url = this.buildURL(options.path, query, options);
    await this.prepareRequest(init, { url, options });
    logAt(this, 'debug')?.(`[log_${call.logID}] sending`, {
      retry,
      method: init.method,
      url: redactURL(url, this.redact),
      headers: redactHeaders(init.headers, this.redact),
      body: redactBody(init.body, this.redact),
    });
    return { url, init, options, retry };
  }

  /** Lets go of an attempt and waits for the next one; false at once when the deadline would pass meanwhile. */
  async #pause(call: Call, retry: number, attempt: Attempt, response?: Response): Promise<boolean> {
    const delay = retryDelay(response?.headers, retry, this.maxRetryDelay, this._settings.retry);
    if (Date.now() + delay >= call.deadlineAt) {
      return false;
    }
    attempt.release();
    response?.body?.cancel().catch(() => undefined);
    logAt(
      this,
      'info',
    )?.(`[log_${call.logID}] retrying in ${Math.round(delay)} ms, ${call.maxRetries - retry - 1} left`);
    await sleep(delay, call.options.signal);
    return true;
  }

  async #statusError(response: Response, attempt: Attempt): Promise<APIError> {
    const text = await readText({ response, attempt }).catch((error: unknown) => {
      // An abort by the caller is the more important news; a lost body is not.
      if (attempt.controller.signal.aborted) {
        throw error;
      }
      return '';
    });
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      // Not JSON: the text itself becomes the message.
    }
    return this.makeStatusError(response.status, body, text, response.headers);
  }
}

// The caller has set or removed the credential by hand.
function isGiven(schemes: AuthSchemes, query: object, { nulls, values }: NullableHeaders): boolean {
  return Object.values(schemes).some(({ in: place, name }) =>
    place === 'query'
      ? Object.hasOwn(query, name)
      : nulls.has(name) || values.has(place === 'header' ? name : place),
  );
}

// A response that was cut off means that the server has done the work: only repeat what may be done twice.
function isRepeatable({ method, idempotencyKey }: FinalRequestOptions): boolean {
  return !!idempotencyKey || (method !== 'post' && method !== 'patch');
}
