/** Formats responses: for people at a terminal, for programs in a pipe. */
import { isRecord } from './catalogue-types.ts';
import { UsageError, visible } from './exit.ts';
import type { Format } from './flags.ts';
import type { Redactor } from './redact.ts';
import type { Sink } from './sink.ts';
import { asJson, isAsyncIterable, isPage } from './plain.ts';
import { select } from './select.ts';
import { tableOf, yamlOf } from './layout.ts';

export interface Wanted {
  readonly format: Format;
  readonly isTerminal: boolean;
  readonly select: string | undefined;
  readonly limit: number | 'all';
  readonly redactor: Redactor;
}

/** Prints items as they arrive, up to the requested number. */
export async function* itemsOf(
  value: unknown,
  { limit }: Pick<Wanted, 'limit'>,
  more: () => void,
): AsyncGenerator<unknown> {
  const most = limit === 'all' ? Infinity : limit;
  let count = 0;
  if (isPage(value)) {
    for await (const page of value.iterPages()) {
      const items = page.getPaginatedItems();
      for (const [index, item] of items.entries()) {
        yield item;
        if (++count < most) continue;
        if (index < items.length - 1 || page.hasNextPage()) more();
        return;
      }
    }
  } else if (isAsyncIterable(value))
    for await (const event of value) {
      yield event;
      if (++count >= most) return more();
    }
}

const clean = (value: unknown, wanted: Wanted): unknown => {
  const plain = wanted.redactor.value(asJson(value));
  return wanted.select === undefined ? plain : select(plain, wanted.select);
};

export async function printItems(items: AsyncIterable<unknown>, wanted: Wanted, sink: Sink): Promise<void> {
  if (wanted.format === 'jsonl') {
    for await (const item of items)
      await sink.write(`${seen(JSON.stringify(clean(item, wanted)), wanted)}\n`);
    return;
  }
  const all: unknown[] = [];
  for await (const item of items) all.push(clean(item, wanted));
  await sink.write(textOf(all, wanted));
}

export const printValue = (value: unknown, wanted: Wanted, sink: Sink): Promise<void> =>
  sink.write(textOf(clean(value, wanted), wanted));

function textOf(value: unknown, wanted: Wanted): string {
  const { format, isTerminal } = wanted;
  switch (format) {
    case 'yaml':
      return seen(yamlOf(value), wanted);
    case 'table':
      return seen(tableOf(value), wanted);
    case 'raw':
      return seen(typeof value === 'string' ? value : `${JSON.stringify(value)}\n`, wanted);
    case 'jsonl':
      return seen(
        (Array.isArray(value) ? value : [value]).map((item) => `${JSON.stringify(item)}\n`).join(''),
        wanted,
      );
    default:
      return `${seen(JSON.stringify(value, undefined, isTerminal ? 2 : undefined), wanted)}\n`;
  }
}

const seen = (text: string, { isTerminal }: Wanted): string => (isTerminal ? visible(text) : text);

/** Writes bytes unchanged, but never to a terminal. */
export async function printBytes({ body }: Response, isTerminal: boolean, sink: Sink): Promise<void> {
  if (isTerminal) throw new UsageError('The response is binary; use --output FILE to write it to a file');
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) await sink.write(chunk);
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (isRecord(value) && Object.keys(value).length === 0);
