/**
 * Pages of lists. A generated page class is data: which fields the page has,
 * where its items are, and how the next page is asked for. Iteration is inherited.
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
 * `page.pagination.totalPages`. A body that is an array is the property `items`.
 */
import { APIPromise } from './api-promise.ts';
import { SDKError } from './error.ts';
import type { BaseClient } from './internal/base-client.ts';
import { buildHeaders, NullableHeaders } from './internal/headers.ts';
import { logAt } from './internal/log.ts';
import { parseResponse } from './internal/parse.ts';
import { readPath } from './internal/read-path.ts';
import type { FinalRequestOptions, ResponseProps } from './internal/request-options.ts';

/** Names of nested properties of a response body, outermost first; empty for the body itself. */
export type FieldPath = readonly string[];

/** Where a value is in a response: in the body, or in a header. */
export type FieldSource = FieldPath | { readonly header: string };

/** What all kinds of pages share. */
export interface PageScheme {
  /** Path to the array of items; empty when the body is that array. */
  readonly items: FieldPath;
  /** Where the request takes its paging parameters, `query` when absent. */
  readonly in?: 'query' | 'body' | 'header';
  /** Field that tells whether there is another page. */
  readonly hasMore?: FieldSource;
  /** An empty page is not the end. */
  readonly continueOnEmpty?: boolean;
}

/** Pages with numbers. Without `total` and `hasMore` an empty page is the end. */
export interface PageNumberScheme extends PageScheme {
  /** Parameter that takes the number of the page. */
  readonly page: string;
  /** Number of the first page, 1 when absent. */
  readonly first?: number;
  /** Number of this page. */
  readonly current?: FieldSource;
  /** Number of pages. */
  readonly total?: FieldSource;
}

/** Pages that start after a number of items. */
export interface OffsetScheme extends PageScheme {
  /** Parameter that takes the number of items to skip. */
  readonly offset: string;
  /** Number of items before this page. */
  readonly start?: FieldSource;
  /** Number of items in all pages. */
  readonly total?: FieldSource;
}

/** Pages that name the next one by an opaque text. A request with the `previous` parameter goes backwards. */
export interface CursorScheme extends PageScheme {
  /** Parameter that takes the cursor of the next page. */
  readonly cursor: string;
  /** The cursor of the next page. */
  readonly next: FieldSource;
  /** Parameter that takes the cursor of the previous page. */
  readonly previousCursor?: string;
  /** The cursor of the previous page. */
  readonly previous?: FieldSource;
}

/** Pages that continue after the last item, or before the first one. */
export interface CursorIDScheme extends PageScheme {
  /** Path to the identifier inside an item. */
  readonly id: FieldPath;
  /** Parameter that takes the identifier of the last item. */
  readonly after?: string;
  /** Parameter that takes the identifier of the first item; a request that has it goes backwards. */
  readonly before?: string;
}

/** Pages that give the URL of the next one; a header may be a `Link` (RFC 8288) with `rel="next"`. */
export interface CursorURLScheme extends PageScheme {
  readonly next: FieldSource;
}

/** The constructor of a page class, with what it inherits. */
export interface PageClass<P extends AbstractPage<I>, I> {
  new (client: BaseClient, props: ResponseProps, body: unknown): P & AbstractPage<I>;
  readonly scheme: PageScheme;
  promise<P extends AbstractPage<I>, I, E>(
    client: BaseClient,
    props: Promise<ResponseProps>,
    Page: PageClass<P, I>,
  ): PagePromise<P, I, E>;
}

/** A promise of the first page that is also iterable over all items of all pages. */
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

/** A change of the request that leads to the next page. */
interface Step {
  readonly parameter: string;
  readonly value: string | number;
  /**
   * The server tells neither where this page is nor where the list ends, so it may be ignoring the parameter.
   */
  readonly blind?: boolean;
}

// Follows the positions of a list, or its items where positions mean nothing,
// and notices when they repeat, keeping only one of them: Brent's cycle detection.
interface Trail {
  readonly mark: string | undefined;
  readonly steps: number;
  readonly lap: number;
}

type PagedOptions = FinalRequestOptions & { readonly __trail?: Trail };

/** What a page needs besides its fields, out of the way of their names. */
interface PageState {
  readonly client: BaseClient;
  readonly response: Response;
  readonly body: unknown;
  readonly options: PagedOptions;
  readonly scheme: PageScheme;
}

/** Page classes whose missing items were reported: once is enough. */
const warned = new WeakSet<object>();

/** One page of a list; iterating over it goes through the items of this and all later pages. */
export abstract class AbstractPage<Item> implements AsyncIterable<Item> {
  static readonly scheme: PageScheme = { items: [] };
  readonly #state: PageState;

  constructor(client: BaseClient, { response, call: { asked: options } }: ResponseProps, body: unknown) {
    const { scheme } = this.constructor as typeof AbstractPage;
    this.#state = { client, response, body, options, scheme };
    // Some APIs leave empty lists out, so this is an empty page. It may also be another answer altogether.
    if ((readPath(body, scheme.items) ?? undefined) === undefined && !warned.has(this.constructor)) {
      warned.add(this.constructor);
      logAt(client, 'warn')?.(`A page has no items at ${JSON.stringify(scheme.items)}; it counts as empty`);
    }
    const fields = Array.isArray(body) ? { items: body } : body;
    if (typeof fields === 'object' && fields !== null) {
      for (const [name, value] of Object.entries(fields)) {
        // A field must not take the place of a method.
        if (!(name in this)) {
          Object.defineProperty(this, name, { value, enumerable: true, writable: true, configurable: true });
        }
      }
    }
  }

  /** Makes the promise that list methods return. */
  static promise<P extends AbstractPage<I>, I, E>(
    client: BaseClient,
    props: Promise<ResponseProps>,
    Page: PageClass<P, I>,
  ): PagePromise<P, I, E> {
    return new PagePromise<P, I, E>(client, props, Page);
  }

  /** The items of this page alone. */
  getPaginatedItems(): Item[] {
    const { body, scheme } = this.#state;
    const items = readPath(body, scheme.items) ?? [];
    if (!Array.isArray(items)) {
      throw new SDKError(`The response has no array at ${JSON.stringify(scheme.items)}`);
    }
    return items;
  }

  /** Whether the server has announced, or may have, another page. */
  hasNextPage(): boolean {
    return this.nextPageRequestOptions() !== null;
  }

  /**
   * Requests the next page.
   *
   * @throws SDKError when there is none, or when the server has answered in a circle
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
    const trail = follow(own.__trail, isBlind ? JSON.stringify(items) : positionOf(options));
    const Page = this.constructor as unknown as PageClass<this & AbstractPage<Item>, Item>;
    return await client.requestAPIList<this & AbstractPage<Item>, Item>(Page, {
      ...options,
      __trail: trail,
    } as PagedOptions);
  }

  /** This page and all later ones. */
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

  /** The request for the next page, or `null` on the last one. */
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
    // Another request than the one of this page, which a server must not take for its repetition.
    const fresh = { ...options, idempotencyKey: undefined };
    return typeof next === 'string'
      ? { ...fresh, path: nextURL(this.#state, next), query: {} }
      : withParameter(fresh, scheme.in ?? 'query', next);
  }

  /** How to ask for the next page: a parameter, or a URL. */
  protected abstract nextStep(): Step | string | null;

  /** Whether the server says where the list ends, so that an empty page need not be the end. */
  protected isEndKnown(_more: unknown): boolean {
    return false;
  }

  /** The value of a field of the response; empty texts and `null` count as absent. */
  protected readField(source: FieldSource | undefined): unknown {
    const { body, response } = this.#state;
    if (!source) {
      return undefined;
    }
    const value = 'header' in source ? response.headers.get(source.header) : readPath(body, source);
    return value === null || value === '' ? undefined : value;
  }

  /** A field as a number. */
  protected readNumber(source: FieldSource | undefined): number | undefined {
    const value = this.readField(source);
    return toNumber(value);
  }

  /** The value that the request of this page had for a paging parameter. */
  protected requested(parameter: string): unknown {
    const { options, scheme } = this.#state;
    const place = scheme.in ?? 'query';
    return place === 'header'
      ? buildHeaders([options.headers]).values.get(parameter)
      : readPath(options[place], [parameter]);
  }
}

/** Pages that are asked for by number. */
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

/** Pages that are asked for by the number of items before them. */
export abstract class AbstractOffsetPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: OffsetScheme;

  protected override nextStep(): Step | null {
    const { offset, start, total } = (this.constructor as typeof AbstractOffsetPage).scheme;
    const count = this.getPaginatedItems().length;
    const requested = toNumber(this.requested(offset)) ?? 0;
    const told = this.readNumber(start);
    const end = (told ?? requested) + count;
    const last = this.readNumber(total);
    // Without items there is nothing to move on by.
    return count === 0 || (last !== undefined && end >= last)
      ? null
      : {
          parameter: offset,
          value: forward(requested, end),
          blind: told === undefined && last === undefined,
        };
  }
}

/** Pages that are asked for by a cursor from the page before. */
export abstract class AbstractCursorPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: CursorScheme;

  protected override isEndKnown(): boolean {
    return false;
  }

  protected override nextStep(): Step | null {
    const { cursor, next, previousCursor, previous } = (this.constructor as typeof AbstractCursorPage).scheme;
    const backwards =
      previousCursor !== undefined && isSet(this.requested(previousCursor)) && !isSet(this.requested(cursor));
    const value = this.readField(backwards ? previous : next);
    if (typeof value !== 'string' && typeof value !== 'number') {
      return null;
    }
    return { parameter: backwards ? previousCursor : cursor, value };
  }
}

/** Pages that are asked for by the identifier of an item of the page before. */
export abstract class AbstractCursorIDPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: CursorIDScheme;

  protected override nextStep(): Step | null {
    const { id, after, before } = (this.constructor as typeof AbstractCursorIDPage).scheme;
    const backwards = before !== undefined && (after === undefined || isSet(this.requested(before)));
    const parameter = backwards ? before : after;
    const value = readPath(this.getPaginatedItems().at(backwards ? 0 : -1), id);
    return parameter === undefined || (typeof value !== 'string' && typeof value !== 'number')
      ? null
      : { parameter, value };
  }
}

/** Pages that carry the URL of the next one. */
export abstract class AbstractCursorURLPage<Item> extends AbstractPage<Item> {
  static override readonly scheme: CursorURLScheme;

  protected override nextStep(): string | null {
    const value = this.readField((this.constructor as typeof AbstractCursorURLPage).scheme.next);
    if (typeof value !== 'string') {
      return null;
    }
    // A Link header lists several targets: <url>; rel="next", <url>; rel="last".
    return value.startsWith('<')
      ? (/<([^>]*)>[^,<]*;\s*rel="?[^",]*\bnext\b/i.exec(value)?.[1] ?? null)
      : value;
  }
}

/** A list that comes in one piece. */
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
  switch (place) {
    case 'query':
      return { ...options, query: { ...options.query, [parameter]: value } };
    case 'body':
      return { ...options, body: { ...(options.body as object | undefined), [parameter]: value } };
    case 'header':
      return { ...options, headers: buildHeaders([options.headers, { [parameter]: String(value) }]) };
    default:
      return place satisfies never;
  }
}

function nextURL({ client, response, options }: PageState, url: string): string {
  const asked = client.buildURL(options.path, null, options);
  const target = new URL(url, response.url || asked);
  if (new URL(asked).origin !== target.origin) {
    // The credentials of this API must not go elsewhere because a response, or a redirect to it, says so.
    throw new SDKError(`Rejected the link to the next page, as it leads to another host: ${target.origin}`);
  }
  // The client adds its default parameters again.
  for (const name of new URLSearchParams(client.buildURL('').split('?')[1]).keys()) {
    target.searchParams.delete(name);
  }
  return target.href;
}

function positionOf({ path, query, body, headers }: FinalRequestOptions): string {
  return JSON.stringify([path, query, body, headers instanceof NullableHeaders ? [...headers.values] : null]);
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
      `The server answered with an earlier page (${to} after ${from}); stopped to avoid an endless loop.`,
    );
  }
  return to;
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
