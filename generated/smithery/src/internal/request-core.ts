/** Request lifecycle: prepare, authenticate, send, retry. */
import { addNote, APIConnectionError, APIError, APIParseError, SDKError } from '../error.ts';
import { Attempt } from './attempt.ts';
import { authenticate, type AuthSchemes, type SentCredentials } from './auth.ts';
import { encodeBody } from './body.ts';
import { CLIENT_NAME } from './brand.ts';
import type { ClientSettings, Middleware, MiddlewareRequest } from './client-options.ts';
import { buildHeaders, type HeadersLike, type NullableHeaders } from './headers.ts';
import { logAt, type Logger, type LogLevel, redactBody, redactHeaders, redactURL } from './log.ts';
import { readJSON, readText } from './parse.ts';
import type {
  Call,
  Fetch,
  FetchOptions,
  FinalRequestOptions,
  PromiseOrValue,
  RequestTarget,
  ResponseProps,
} from './request-options.ts';
import { templateOf } from './path.ts';
import { followRedirects, holdsSecret } from './redirects.ts';
import { checkURL, isGiven, listed } from './request-checks.ts';
import { isRepeatable, retryDelay, shouldRetry, sleep } from './retry.ts';
import { VERSION } from '../version.ts';

/** The fields of a client that are needed to send requests, and the hooks that a subclass can override. */
export abstract class RequestCore {
  abstract baseURL: string;
  abstract timeout: number;
  abstract deadline: number | undefined;
  abstract maxRetries: number;
  abstract maxRetryDelay: number;
  abstract logger: Logger;
  abstract logLevel: LogLevel;
  abstract fetchOptions: FetchOptions | undefined;
  abstract redact: readonly string[];
  abstract maxResponseBytes: number | undefined;
  protected abstract readonly _settings: ClientSettings;
  protected abstract middleware: readonly Middleware[];
  protected abstract authCache: Map<string, unknown>;
  protected abstract readonly fetch: Fetch;

  /** @internal Names whose values are never logged: those set by the caller, and those of credentials. */
  get _secrets(): readonly string[] {
    const { redact = [] } = this._settings;
    return [...this.redact, ...redact, ...Object.values(this.authSchemes()).map(({ name }) => name)];
  }

  abstract buildURL(path: string, query?: object | null, options?: Partial<FinalRequestOptions>): string;

  /** Headers of every request. Headers of the body and of the request override them. */
  protected abstract defaultHeaders(): readonly HeadersLike[];

  /** The client's credentials by name of the security scheme. */
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

  /** Rejects invalid headers before they are sent. */
  protected validateHeaders(_headers: NullableHeaders, _options: FinalRequestOptions): void {}

  /** The idempotency key of a call, which all attempts share. */
  protected defaultIdempotencyKey(): string {
    return `retry-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  }

  /** Creates the error for an error response. */
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

  /** Changes an attempt before it is sent. */
  protected prepareRequest(
    _request: RequestInit & { headers: Headers },
    _context: { url: string; options: FinalRequestOptions },
  ): PromiseOrValue<void> {}

  /** Sends a request until it succeeds, fails permanently, or runs out of retries. */
  protected perform(
    input: PromiseOrValue<Partial<FinalRequestOptions> | undefined>,
    target?: RequestTarget,
  ): Promise<ResponseProps> {
    // Read now, because the next call builds another path.
    const template = target && templateOf(target.path);
    return this.#attempts(this.#call(input, target, template), 0);
  }

  async #call(
    input: PromiseOrValue<Partial<FinalRequestOptions> | undefined>,
    target: RequestTarget | undefined,
    template: string | undefined,
  ): Promise<Call> {
    // Copied, so that hooks can change the options without affecting the caller or the next page.
    const asked = Object.assign(
      {},
      target,
      input instanceof Promise ? await input : input,
    ) as FinalRequestOptions;
    const options = { ...asked };
    await this.prepareOptions(options);
    if (this._settings.idempotencyHeader && options.method !== 'get') {
      options.idempotencyKey ??= this.defaultIdempotencyKey();
    }
    const startedAt = Date.now();
    const timeout = options.timeout ?? this.timeout;
    const deadlineAt =
      startedAt + (options.deadline ?? this.deadline ?? this._settings.retry?.deadline ?? Infinity);
    if (!(timeout >= 0 && deadlineAt >= 0)) {
      throw new SDKError('timeout and deadline must be numbers, in milliseconds');
    }
    return {
      asked,
      options,
      logID: (Math.random() * 1e9) | 0,
      startedAt,
      timeout,
      deadlineAt,
      maxRetries: options.maxRetries ?? this.maxRetries,
      spent: false,
      renewed: false,
      template: template ?? options.path,
    };
  }

  async #attempts(pending: PromiseOrValue<Call>, first: number): Promise<ResponseProps> {
    const call = await pending;
    const { options, logID, startedAt, timeout, deadlineAt } = call;
    for (let retry = first; ; retry++) {
      const left = Math.max(1, deadlineAt - Date.now());
      const attempt = new Attempt(timeout > 0 && timeout < left ? timeout : left, options.signal);
      let request: MiddlewareRequest | undefined;
      let response: Response | undefined;
      let error: unknown;
      let note: string | undefined;
      try {
        // A separate function, so that its variables are freed before the response arrives.
        request = await attempt.race(this.#build(call, retry, attempt));
        response = await attempt.race(this.#send(request, attempt));
        // Mocks and middleware may return anything.
        if (!response?.headers) {
          throw new SDKError(`fetch and middleware must return a Response, not ${response}`);
        }
      } catch (thrown) {
        attempt.release();
        response = undefined;
        error = attempt.explain(thrown);
      }
      const mayRetry = retry < call.maxRetries && !call.spent;
      logAt(this, 'info')?.(
        `[log_${logID}] ${options.method} ${redactURL(options.path, this._secrets)}: ${response ? response.status : error} after ${Date.now() - startedAt} ms`,
        ...(response && logAt(this, 'debug') ? [redactHeaders(response.headers, this._secrets)] : []),
      );
      if (response?.ok) {
        attempt.unref();
        attempt.describe = (failure) => this.#explained(failure, call, request);
        return {
          response,
          call,
          attempt,
          resend: mayRetry && isRepeatable(options) ? this.#resend(call, retry, attempt) : undefined,
        };
      }
      if (response?.status === 401 && this.authCache.size && !call.renewed && !call.spent) {
        // The server rejected the cached token: fetch a new token and retry once without a delay.
        this.authCache.set('refused', request?.init.headers.get('authorization'));
        call.renewed = true;
        call.maxRetries++;
        letGo(attempt, response);
        continue;
      }
      if (
        mayRetry &&
        (response ? shouldRetry(response, this._settings.retry) : error instanceof APIConnectionError) &&
        !(note = await this.#pause(call, retry, attempt, response))
      ) {
        continue;
      }
      throw this.#explained(
        response ? await this.#statusError(call, response, attempt, note) : error,
        call,
        request,
      );
    }
  }

  #resend(call: Call, retry: number, attempt: Attempt): ResponseProps['resend'] {
    return async (cause) => {
      if (await this.#pause(call, retry, attempt)) {
        throw cause;
      }
      return this.#attempts(call, retry + 1);
    };
  }

  #send(request: MiddlewareRequest, attempt: Attempt): Promise<Response> {
    return this.middleware.reduceRight<(request: MiddlewareRequest) => Promise<Response>>(
      (next, middleware) => async (request) => middleware(request, next),
      async ({ url, init }) => {
        try {
          const isCareful =
            !this._settings.redirects && holdsSecret(new Headers(init.headers), this._secrets);
          return await (isCareful ? followRedirects()(this.fetch) : this.fetch)(url, init);
        } catch (cause) {
          // The Fetch standard forbids a body here, but some platforms send it.
          if (init.body && /^(?:GET|HEAD)$/.test(String(init.method)) && /\bbody\b/i.test(String(cause))) {
            throw new SDKError(`fetch on this platform cannot send a ${init.method} request with a body`, {
              cause,
            });
          }
          throw attempt.failure(cause);
        }
      },
    )(request);
  }

  async #build(call: Call, retry: number, attempt: Attempt): Promise<MiddlewareRequest> {
    const { options } = call;
    const { idempotencyHeader, query: queryDefaults = {} } = this._settings;
    const { signal } = attempt.controller;
    // First, so that later errors close the streams in the body.
    const encoded = await encodeBody(options, queryDefaults, attempt);
    if (signal.aborted) {
      throw signal.reason;
    }
    const schemes = this.authSchemes();
    const security = options.security ?? this._settings.security;
    const auth = await authenticate(schemes, security, {
      fetch: this.fetch,
      cache: this.authCache,
      signal,
    });
    const query = Object.assign({}, await this.authQuery(options, auth), options.query);
    const headers = buildHeaders([
      idempotencyHeader ? { [idempotencyHeader]: options.idempotencyKey } : null,
      { accept: 'application/json', 'user-agent': `${CLIENT_NAME}/JS ${VERSION}` },
      await this.authHeaders(options, auth),
      ...this.defaultHeaders(),
      encoded?.headers,
      options.headers,
    ]);
    if (!auth.met && !isGiven(schemes, query, headers)) {
      throw new SDKError(
        `Missing credentials for this request: ${listed(security, this._settings.credentials)}`,
      );
    }
    this.validateHeaders(headers, options);
    call.spent = !!encoded?.once;
    const init: MiddlewareRequest['init'] = Object.assign(
      {},
      encoded?.init,
      this.fetchOptions,
      options.fetchOptions,
      {
        // Only known methods change case: method names are case-sensitive (RFC 9110 section 9.1).
        method: options.method in this ? options.method.toUpperCase() : options.method,
        headers: headers.values,
        signal,
        body: encoded?.body,
        // Required for streams; without effect on other bodies.
        duplex: 'half',
      },
    );
    const url = this.buildURL(options.path, query, options);
    checkURL(url, this.baseURL);
    await this.prepareRequest(init, { url, options });
    logAt(this, 'debug')?.(`[log_${call.logID}] sending`, {
      retry,
      method: init.method,
      url: redactURL(url, this._secrets),
      headers: redactHeaders(init.headers, this._secrets),
      body: redactBody(init.body, this._secrets),
    });
    return { url, init, options, retry };
  }

  /** Waits for the next attempt. Returns a note for the error message if the delay would be too long. */
  async #pause(
    call: Call,
    retry: number,
    attempt: Attempt,
    response?: Response,
  ): Promise<string | undefined> {
    const { delay, asked } = retryDelay(response?.headers, retry, this._settings.retry);
    const isLong = asked && delay > this.maxRetryDelay;
    if (isLong || Date.now() + delay >= call.deadlineAt) {
      return `; not retried: the delay of ${delay / 1000} s exceeds ${isLong ? 'maxRetryDelay' : 'the deadline'}`;
    }
    letGo(attempt, response);
    logAt(
      this,
      'info',
    )?.(`[log_${call.logID}] retrying in ${Math.round(delay)} ms, ${call.maxRetries - retry - 1} left`);
    await sleep(delay, call.options.signal);
    return undefined;
  }

  async #statusError(call: Call, response: Response, attempt: Attempt, note = ''): Promise<APIError> {
    const text = await readText({ response, attempt }, this.maxResponseBytes).catch((error: unknown) => {
      // An abort by the caller is reported; a body that cannot be read is not.
      if (attempt.controller.signal.aborted) {
        throw error;
      }
      return '';
    });
    let body: unknown;
    try {
      body = readJSON(text, call.options, response.status);
    } catch {
      // Not JSON: the text is both the body and the message.
      body = text || undefined;
    }
    const error = this.makeStatusError(response.status, body, text, response.headers);
    addNote(error, note);
    return error;
  }

  /** Adds the method, path and request ID to an error. */
  #explained<E>(error: E, { options, template }: Call, request: MiddlewareRequest | undefined): E {
    if (error instanceof APIError || error instanceof APIParseError) {
      const method = options.method.toUpperCase();
      const url = request?.url ?? options.path;
      error.request = { method, url: redactURL(url, this._secrets) };
      const id = error.requestID ? `, request ${error.requestID}` : '';
      addNote(error, ` (${method} ${redactURL(template, this._secrets)}${id})`);
    }
    return error;
  }
}

function letGo(attempt: Attempt, response: Response | undefined): void {
  attempt.release();
  response?.body?.cancel().catch(() => undefined);
}
