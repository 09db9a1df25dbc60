/** Converts results of the SDK to plain values. */

/**
 * Converts a value to plain JSON values: instances of SDK classes, dates and so on. A bigint that a number would
 * round becomes text.
 */
export const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_name, item: unknown) => integerOf(item)) ?? 'null') as unknown;

function integerOf(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

export const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Items of a page, and whether more pages follow. */
export interface Page extends AsyncIterable<unknown> {
  readonly getPaginatedItems: () => readonly unknown[];
  readonly hasNextPage: () => boolean;
  readonly iterPages: () => AsyncIterable<Page>;
}

export const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'iterPages' in value && 'getPaginatedItems' in value;
