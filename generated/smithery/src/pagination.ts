/**
 * Pages of lists. A generated page class declares the fields of the page, the
 * location of its items, and how to request the next page. It inherits iteration.
 *
 * @example
 * export class ServersPage<Item> extends AbstractPageNumberPage<Item> {
 *   declare servers: Array<Item>;
 *   declare pagination: ServersPage.Pagination;
 *
 *   static override readonly scheme: PageNumberScheme = {
 *     items: ['servers'],
 *     page: 'page',
 *     current: ['pagination', 'currentPage'],
 *     total: ['pagination', 'totalPages'],
 *   };
 * }
 *
 * Every field of the response body is a property of the page: `page.servers`,
 * `page.pagination.totalPages`. If the body is an array, it is the property `items`.
 */
import { APIPromise } from './api-promise.ts';
import { SDKError } from './error.ts';
import type { BaseClient } from './internal/base-client.ts';
import { buildHeaders, NullableHeaders } from './internal/headers.ts';
import { stringifyJSON } from './internal/json.ts';
import { logAt } from './internal/log.ts';
import { parseResponse } from './internal/parse.ts';
import { readPath } from './internal/read-path.ts';
import type { FinalRequestOptions, ResponseProps } from './internal/request-options.ts';

/** Path of property names in a response body; empty for the body itself. */
export type FieldPath = readonly string[];

/** Location of a value in a response: in the body or in a header. */
export type FieldSource = FieldPath | { readonly header: string };

/** Settings of all kinds of pages. */
export interface PageScheme {
  /** Path to the array of items; empty if the body is the array. */
  readonly items: FieldPath;
  /** Location of the pagination parameters in the request. Default: `query`. */
  readonly in?: 'query' | 'body' | 'header';
  /** Field that is true if there is another page. */
  readonly hasMore?: FieldSource;
  /** Continue after an empty page. */
  readonly continueOnEmpty?: boolean;
}

/** Numbered pages. Without `total` and `hasMore`, an empty page ends the list. */
export interface PageNumberScheme extends PageScheme {
  /** Parameter for the page number. */
  readonly page: string;
  /** Number of the first page. Default: 1. */
  readonly first?: number;
  /** Field with the number of this page. */
  readonly current?: FieldSource;
  /** Field with the number of pages. */
  readonly total?: FieldSource;
}

/** Pages requested by offset, the number of items to skip. */
export interface OffsetScheme extends PageScheme {
  /** Parameter for the number of items to skip. */
  readonly offset: string;
  /** Field with the number of items before this page. */
  readonly start?: FieldSource;
  /** Field with the total number of items. */
  readonly total?: FieldSource;
}

/** Pages with an opaque cursor. A request with the parameter for the previous page goes backwards. */
export interface CursorScheme extends PageScheme {
  /** Parameter for the cursor of the next page. */
  readonly cursor: string;
  /** Field with the cursor of the next page. */
  readonly next: FieldSource;
  /** Parameter for the cursor of the previous page. */
  readonly previousCursor?: string;
  /** Field with the cursor of the previous page. */
  readonly previous?: FieldSource;
}

/** Pages that continue after the last item, or before the first item. */
export interface CursorIDScheme extends PageScheme {
  /** Path to the ID in an item. */
  readonly id: FieldPath;
  /** Parameter for the ID of the last item. */
  readonly after?: string;
  /** Parameter for the ID of the first item; a request with it goes backwards. */
  readonly before?: string;
}

/** Pages with the URL of the next page; a header can be a `Link` (RFC 8288) with `rel="next"`. */
export interface CursorURLScheme extends PageScheme {
  readonly next: FieldSource;
}

/** The constructor of a page class, with its static members. */
export interface PageClass<P extends AbstractPage<I>, I> {
  new (client: BaseClient, props: ResponseProps, body: unknown): P & AbstractPage<I>;
  readonly scheme: PageScheme;
  promise<P extends AbstractPage<I>, I, E>(
    client: BaseClient,
    props: Promise<ResponseProps>,
    Page: PageClass<P, I>,
  ): PagePromise<P, I, E>;
}

/** A promise of the first page, and an async iterable over the items of all pages. */
export class PagePromise<P extends AbstractPage<I>, I = unknown, E = unknown>
  extends APIPromise<P, E>
  implements AsyncIterable<I>
{
  constructor(client: BaseClient, props: Promise<ResponseProps>, Page: PageClass<P, I>) {
    super(client, props, async (_client, resolved) => {
      const body = await parseResponse(client, resolved);
      return new Page(client, resolved, body);
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    yield* await this;
  }
}

/** The parameter that requests the next page. */
interface Step {
  readonly parameter: string;
  readonly value: string | number | bigint;
  /** The response has neither a position nor an end, so the server may be ignoring the parameter. */
  readonly blind?: boolean;
}

// Detects repeated positions, or repeated items if the server may be ignoring the
// position. Stores only one of them (Brent's cycle detection).
interface Trail {
  readonly mark: string | undefined;
  readonly steps: number;
  readonly lap: number;
}

type PagedOptions = FinalRequestOptions & { readonly __trail?: Trail };

/** Internal state of a page, separate from its fields to avoid name clashes. */
interface PageState {
  readonly client: BaseClient;
  readonly response: Response;
  readonly body: unknown;
  readonly options: PagedOptions;
  readonly scheme: PageScheme;
}

/** Page classes whose missing items were reported; each is reported once. */
const warned = new WeakSet<object>();

/** A page of a list. Iterating over it yields the items of this page and all later pages. */
export abstract class AbstractPage<Item> implements AsyncIterable<Item> {
  static readonly scheme: PageScheme = { items: [] };
  readonly #state: PageState;

  constructor(client: BaseClient, { response, call: { asked: options } }: ResponseProps, body: unknown) {
    const { scheme } = this.constructor as typeof AbstractPage;
    this.#state = { client, response, body, options, scheme };
    // Some APIs omit empty lists, so this is treated as an empty page. It may also be an unexpected response.
    if (!isSet(readPath(body, scheme.items)) && !warned.has(this.constructor)) {
      warned.add(this.constructor);
      logAt(client, 'warn')?.(`A page has no items at ${JSON.stringify(scheme.items)}; treating it as empty`);
    }
    const fields = Array.isArray(body) ? { items: body } : body;
    if (typeof fields === 'object' && fields !== null) {
      for (const [name, value] of Object.entries(fields)) {
        // A field must not replace a method.
        if (!(name in this)) {
          Reflect.set(this, name, value);
        }
      }
    }
  }

  /** Creates the promise that list methods return. */
  static promise<P extends AbstractPage<I>, I, E>(
    client: BaseClient,
    props: Promise<ResponseProps>,
    Page: PageClass<P, I>,
  ): PagePromise<P, I, E> {
    return new PagePromise<P, I, E>(client, props, Page);
  }

  /** The items of this page. */
  getPaginatedItems(): Item[] {
    const { body, scheme } = this.#state;
    const items = readPath(body, scheme.items) ?? [];
    if (!Array.isArray(items)) {
      throw new SDKError(`The response has no array at ${JSON.stringify(scheme.items)}`);
    }
    return items;
  }

  /** Whether there is, or may be, another page. */
  hasNextPage(): boolean {
    return this.nextPageRequestOptions() !== null;
  }

  /**
   * Requests the next page.
   *
   * @throws SDKError if there is no next page, or if the server returns the same pages again
   */
  async getNextPage(): Promise<this> {
    const options = this.nextPageRequestOptions();
    if (!options) {
      throw new SDKError('There is no next page. Call hasNextPage() before getNextPage().');
    }
    const { client, options: own, scheme } = this.#state;
    const step = this.nextStep();
    const items = this.getPaginatedItems();
    const isBlind = typeof step === 'object' && step?.blind && (items.length > 0 || !scheme.hasMore);
    const trail = follow(own.__trail, isBlind ? stringifyJSON(items) : positionOf(options));
    const Page = this.constructor as unknown as PageClass<this & AbstractPage<Item>, Item>;
    return await client.requestAPIList<this & AbstractPage<Item>, Item>(Page, {
      ...options,
      __trail: trail,
    } as PagedOptions);
  }

  /** Iterates over this page and all later pages. */
  async *iterPages(): AsyncGenerator<this, void, undefined> {
    let page: this = this;
    yield page;
    while (page.hasNextPage()) {
      page = await page.getNextPage();
      yield page;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.iterPages()) {
      yield* page.getPaginatedItems();
    }
  }

  /** The request for the next page; `null` on the last page. */
  nextPageRequestOptions(): FinalRequestOptions | null {
    const { scheme, options } = this.#state;
    const more = scheme.hasMore && this.readField(scheme.hasMore);
    if (more === false || more === 'false' || more === 0) {
      return null;
    }
    if (!this.getPaginatedItems().length && !scheme.continueOnEmpty && !this.isEndKnown(more)) {
      return null;
    }
    const next = this.nextStep();
    if (next === null) {
      return null;
    }
    // A new request: with the same idempotency key the server would treat it as a repetition.
    const fresh = { ...options, idempotencyKey: undefined };
    return typeof next === 'string'
      ? { ...fresh, path: nextURL(this.#state, next), query: {} }
      : withParameter(fresh, scheme.in ?? 'query', next);
  }

  /** How to request the next page: a parameter or a URL. */
  protected abstract nextStep(): Step | string | null;

  /** Whether the response shows where the list ends; if so, an empty page does not end the list. */
  protected isEndKnown(_more: unknown): boolean {
    return false;
  }

  /** The value of a field of the response; `undefined` for an empty string or `null`. */
  protected readField(source: FieldSource | undefined): unknown {
    const { body, response } = this.#state;
    if (!source) {
      return undefined;
    }
    const value = 'header' in source ? response.headers.get(source.header) : readPath(body, source);
    return isSet(value) ? value : undefined;
  }

  /** A field as a number. */
  protected readNumber(source: FieldSource | undefined): number | undefined {
    return toNumber(this.readField(source));
  }

  /** The value of a pagination parameter in the request of this page. */
  protected requested(parameter: string): unknown {
    const { options, scheme } = this.#state;
    const place = scheme.in ?? 'query';
    return place === 'header'
      ? buildHeaders([options.headers]).values.get(parameter)
      : readPath(options[place], [parameter]);
  }
}

/** Pages requested by number. */
export abstract class AbstractPageNumberPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: PageNumberScheme;

  protected override isEndKnown(more: unknown): boolean {
    return more !== undefined || this.readNumber(this.#scheme.total) !== undefined;
  }

  protected override nextStep(): Step | null {
    const { page, first = 1, current, total } = this.#scheme;
    const requested = toNumber(this.requested(page)) ?? first;
    const told = this.readNumber(current);
    const number = told ?? requested;
    const last = this.readNumber(total);
    if (last !== undefined && number >= last - 1 + first) {
      return null;
    }
    return {
      parameter: page,
      value: forward(requested, number + 1),
      blind: told === undefined && last === undefined,
    };
  }

  get #scheme(): PageNumberScheme {
    return (this.constructor as typeof AbstractPageNumberPage).scheme;
  }
}

/** Pages requested by offset. */
export abstract class AbstractOffsetPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: OffsetScheme;

  protected override nextStep(): Step | null {
    const { offset, start, total } = (this.constructor as typeof AbstractOffsetPage).scheme;
    const count = this.getPaginatedItems().length;
    const requested = toNumber(this.requested(offset)) ?? 0;
    const told = this.readNumber(start);
    const end = (told ?? requested) + count;
    const last = this.readNumber(total);
    // Without items the offset cannot advance.
    return count === 0 || (last !== undefined && end >= last)
      ? null
      : {
          parameter: offset,
          value: forward(requested, end),
          blind: told === undefined && last === undefined,
        };
  }
}

/** Pages requested by a cursor from the previous response. */
export abstract class AbstractCursorPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: CursorScheme;

  protected override nextStep(): Step | null {
    const { cursor, next, previousCursor, previous } = (this.constructor as typeof AbstractCursorPage).scheme;
    const backwards =
      previousCursor !== undefined && isSet(this.requested(previousCursor)) && !isSet(this.requested(cursor));
    const value = this.readField(backwards ? previous : next);
    return isPosition(value) ? { parameter: backwards ? previousCursor : cursor, value } : null;
  }
}

/** Pages requested by the ID of an item of the previous response. */
export abstract class AbstractCursorIDPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: CursorIDScheme;

  protected override nextStep(): Step | null {
    const { id, after, before } = (this.constructor as typeof AbstractCursorIDPage).scheme;
    const backwards = before !== undefined && (after === undefined || isSet(this.requested(before)));
    const parameter = backwards ? before : after;
    const value = readPath(this.getPaginatedItems().at(backwards ? 0 : -1), id);
    return parameter !== undefined && isPosition(value) ? { parameter, value } : null;
  }
}

/** Pages with the URL of the next page. */
export abstract class AbstractCursorURLPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: CursorURLScheme;

  protected override nextStep(): string | null {
    const value = this.readField((this.constructor as typeof AbstractCursorURLPage).scheme.next);
    if (typeof value !== 'string') {
      return null;
    }
    // A Link header can contain several links: <url>; rel="next", <url>; rel="last".
    return value.startsWith('<')
      ? (/<([^>]*)>[^,<]*;\s*rel="?[^",]*\bnext\b/i.exec(value)?.[1] ?? null)
      : value;
  }
}

/** A list with a single page. */
export abstract class AbstractSinglePage<Item> extends AbstractPage<Item> {
  protected override nextStep(): null {
    return null;
  }
}

function withParameter(
  options: FinalRequestOptions,
  place: 'query' | 'body' | 'header',
  { parameter, value }: Step,
): FinalRequestOptions {
  return place === 'header'
    ? { ...options, headers: buildHeaders([options.headers, { [parameter]: String(value) }]) }
    : { ...options, [place]: { ...(options[place] as object | undefined), [parameter]: value } };
}

function nextURL({ client, response, options }: PageState, url: string): string {
  const asked = client.buildURL(options.path, null, options);
  const target = new URL(url, response.url || asked);
  if (new URL(asked).origin !== target.origin) {
    // A response must not cause the credentials to be sent to another host.
    throw new SDKError(`The link to the next page points to another host: ${target.origin}`);
  }
  // The client adds its default parameters again.
  for (const name of new URLSearchParams(client.buildURL('').split('?')[1]).keys()) {
    target.searchParams.delete(name);
  }
  return target.href;
}

function positionOf({ path, query, body, headers }: FinalRequestOptions): string {
  return stringifyJSON([path, query, body, headers instanceof NullableHeaders ? [...headers.values] : null]);
}

function follow(trail: Trail = { mark: undefined, steps: 0, lap: 1 }, position: string): Trail {
  if (position === trail.mark) {
    throw new SDKError('The server returned the same page again; stopped to avoid an endless loop.');
  }
  const steps = trail.steps + 1;
  return steps === trail.lap ? { mark: position, steps: 0, lap: trail.lap * 2 } : { ...trail, steps };
}

function forward(from: number, to: number): number {
  if (to <= from) {
    throw new SDKError(
      `The server returned an earlier page (${to} after ${from}); stopped to avoid an endless loop.`,
    );
  }
  return to;
}

function toNumber(value: unknown): number | undefined {
  const number = isPosition(value) && String(value).trim() ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

const isPosition = (value: unknown): value is Step['value'] =>
  isSet(value) && typeof value !== 'object' && typeof value !== 'boolean';

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
