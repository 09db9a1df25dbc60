/** What the SDK gives, as plain values. */

/** As it would be sent: classes of the SDK, dates and the like become plain. */
export const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null) ?? 'null') as unknown;

export const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Items of a page, and whether there are more. */
export interface Page extends AsyncIterable<unknown> {
  readonly getPaginatedItems: () => readonly unknown[];
  readonly hasNextPage: () => boolean;
  readonly iterPages: () => AsyncIterable<Page>;
}

export const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'iterPages' in value && 'getPaginatedItems' in value;
