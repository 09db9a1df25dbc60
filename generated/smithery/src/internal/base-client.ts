import { APIPromise } from '../api-promise.ts';
import { SDKError } from '../error.ts';
import type { AbstractPage, PageClass, PagePromise } from '../pagination.ts';
import type { BaseClientOptions, ClientSettings, Middleware } from './client-options.ts';
import { CLIENT_NAME } from './brand.ts';
import { isBrowser, readEnv } from './env.ts';
import type { HeadersLike } from './headers.ts';
import { hide, printAs } from './inspect.ts';
import { isLogLevel, type Logger, type LogLevel, redactURL } from './log.ts';
import { stringifyQuery } from './query.ts';
import { RequestCore } from './request-core.ts';
import type {
  Fetch,
  FetchOptions,
  FinalRequestOptions,
  PromiseOrValue,
  RequestOptions,
  RequestTarget,
} from './request-options.ts';

type Options = PromiseOrValue<RequestOptions | undefined>;

/** Base class of generated clients: options and HTTP verbs. */
export abstract class BaseClient<TOptions extends BaseClientOptions = BaseClientOptions> extends RequestCore {
  // `declare`, because the constructor sets all fields, and emitted fields would add to every bundle.
  declare baseURL: string;
  declare timeout: number;
  declare deadline: number | undefined;
  declare maxRetries: number;
  declare maxRetryDelay: number;
  declare logger: Logger;
  declare logLevel: LogLevel;
  declare fetchOptions: FetchOptions | undefined;
  declare redact: readonly string[];
  declare maxResponseBytes: number | undefined;

  /** Settings of the API, from the generated client. */
  declare protected readonly _settings: ClientSettings;
  protected middleware: readonly Middleware[] = [];
  protected authCache: Map<string, unknown> = new Map();
  declare protected readonly fetch: Fetch;
  /** The options passed to the constructor. */
  declare protected readonly _options: TOptions;

  readonly #defaultURL: string;
  readonly #givenURL: string | undefined;
  readonly #envHeaders: HeadersLike;

  constructor(options: TOptions, settings: ClientSettings) {
    super();
    checkBrowser(settings.browser, options.dangerouslyAllowBrowser);
    const env = (name: string): string | undefined =>
      settings.envPrefix ? readEnv(`${settings.envPrefix}_${name}`) : undefined;
    const level = env('LOG')?.toLowerCase();
    this._options = options;
    this.#givenURL = options.baseURL ?? (options.environment ? undefined : env('BASE_URL'));
    this.#defaultURL = environmentURL(settings, options.environment);
    this.baseURL = this.#givenURL ?? this.#defaultURL;
    this.timeout = options.timeout ?? settings.timeout ?? 60_000;
    this.deadline = options.deadline;
    this.maxRetries = options.maxRetries ?? settings.maxRetries ?? 2;
    this.maxRetryDelay = options.maxRetryDelay ?? 60_000;
    this.logger = options.logger ?? console;
    this.logLevel = options.logLevel ?? (isLogLevel(level) ? level : 'warn');
    this.fetchOptions = options.fetchOptions;
    this.redact = options.redact ?? [];
    this._settings = settings;
    this.#envHeaders = headerLines(env('CUSTOM_HEADERS'));
    this.maxResponseBytes = options.maxResponseBytes;
    const send = options.fetch ?? ((url, init) => fetch(url, init));
    this.fetch = settings.redirects?.(send) ?? send;
    hide(this, '_options', '_settings', 'middleware', 'authCache', 'fetch', 'fetchOptions');
  }

  /** Returns a copy of this client with other options. Middleware and cached tokens are shared. */
  withOptions(options: Partial<TOptions>): this {
    // Values assigned to the client after construction take precedence.
    const assigned = Object.getOwnPropertyNames(this)
      .filter((name) => name in this._options)
      .map((name) => [name, Reflect.get(this, name)]);
    const Client = this.constructor as new (options: Partial<TOptions>) => this;
    const copy = new Client({
      ...this._options,
      ...Object.fromEntries(assigned),
      baseURL: this.#isOwnURL() && !options.environment ? this.baseURL : undefined,
      ...options,
    });
    copy.middleware = this.middleware;
    copy.authCache = this.authCache;
    return copy;
  }

  /** Adds middleware for all later requests. The first middleware added runs first. */
  use(middleware: Middleware): this {
    this.middleware = [...this.middleware, middleware];
    return this;
  }

  get<T, E = unknown, S = unknown>(path: string, options?: Options): APIPromise<T, E, S> {
    return this.#send(options, { method: 'get', path });
  }

  post<T, E = unknown, S = unknown>(path: string, options?: Options): APIPromise<T, E, S> {
    return this.#send(options, { method: 'post', path });
  }

  put<T, E = unknown, S = unknown>(path: string, options?: Options): APIPromise<T, E, S> {
    return this.#send(options, { method: 'put', path });
  }

  patch<T, E = unknown, S = unknown>(path: string, options?: Options): APIPromise<T, E, S> {
    return this.#send(options, { method: 'patch', path });
  }

  delete<T, E = unknown, S = unknown>(path: string, options?: Options): APIPromise<T, E, S> {
    return this.#send(options, { method: 'delete', path });
  }

  /** Sends a request to an endpoint without a method. */
  request<T, E = unknown, S = unknown>(options: PromiseOrValue<FinalRequestOptions>): APIPromise<T, E, S> {
    return this.#send(options);
  }

  /** Requests a page by GET. */
  getAPIList<P extends AbstractPage<I>, I, E = unknown>(
    path: string,
    Page: PageClass<P, I>,
    options?: Options,
  ): PagePromise<P, I, E> {
    // The page class imports the pagination code, so that bundles without lists do not contain it.
    return Page.promise<P, I, E>(this, this.perform(options, { method: 'get', path }), Page);
  }

  /** Requests a page with any method. */
  requestAPIList<P extends AbstractPage<I>, I, E = unknown>(
    Page: PageClass<P, I>,
    options: PromiseOrValue<FinalRequestOptions>,
  ): PagePromise<P, I, E> {
    return Page.promise<P, I, E>(this, this.perform(options), Page);
  }

  /** The full URL of a path below the base URL, or of an absolute URL, with its query. */
  buildURL(path: string, query?: object | null, options: Partial<FinalRequestOptions> = {}): string {
    const base = (this.#isOwnURL() ? undefined : options.defaultBaseURL) ?? this.baseURL;
    const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(path)
      ? path
      : `${base.replace(/\/+$/, '')}${path.startsWith('/') ? '' : '/'}${path}`;
    const search = this.stringifyQuery(Object.assign({}, this.defaultQuery(), query), options);
    return search ? `${url}${url.includes('?') ? '&' : '?'}${search}` : url;
  }

  /** Query parameters of every request. */
  protected defaultQuery(): Record<string, string | undefined> | undefined {
    return this._options.defaultQuery;
  }

  /** Headers of every request; later entries override earlier entries. */
  protected defaultHeaders(): readonly HeadersLike[] {
    return [this.#envHeaders, this._options.defaultHeaders];
  }

  /** Serializes the query; override it to change how arrays and objects are serialized. */
  protected stringifyQuery(query: object, options: Partial<FinalRequestOptions>): string {
    return stringifyQuery(query, this._settings.query, options.querySerialization);
  }

  #send<T, E, S>(
    options: PromiseOrValue<Partial<FinalRequestOptions> | undefined>,
    target?: RequestTarget,
  ): APIPromise<T, E, S> {
    return new APIPromise<T, E, S>(this, this.perform(options, target));
  }

  #isOwnURL(): boolean {
    return this.#givenURL !== undefined || this.baseURL !== this.#defaultURL;
  }
}

printAs<BaseClient>(BaseClient, (client) => {
  const baseURL = redactURL(client.baseURL, client._secrets);
  return `${CLIENT_NAME} { baseURL: '${baseURL}', timeout: ${client.timeout}, maxRetries: ${client.maxRetries} }`;
});

function environmentURL({ baseURL, environments = {} }: ClientSettings, name: string | undefined): string {
  if (!name) {
    return baseURL;
  }
  const url = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (!url) {
    throw new SDKError(
      `Unknown environment ${name}; expected one of ${Object.keys(environments).join(', ')}`,
    );
  }
  return url;
}

function checkBrowser(rule: ClientSettings['browser'], consent: boolean | undefined): void {
  if (!rule || rule === 'allow' || !isBrowser() || (rule === 'dangerous_allow' && consent)) {
    return;
  }
  throw new SDKError(
    `Refusing to run in a browser: visitors could read your credentials.${rule === 'disallow' ? '' : ' Set dangerouslyAllowBrowser: true to allow it.'}`,
  );
}

// Lines of "Name: value".
function headerLines(text: string | undefined): HeadersLike {
  return (text ?? '').split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
  });
}
