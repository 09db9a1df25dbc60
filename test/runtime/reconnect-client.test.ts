/** `reconnecting` around methods of a generated client. */
import { expect, it } from 'vitest';
import { Bookshop } from '../../generated/bookshop/src/client.ts';
import { reconnecting } from '../../generated/bookshop/src/streaming.ts';

/** The first connection is cut after an event with an ID, the second ends. */
function shop(): { client: Bookshop; asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  const fetch = async (_url: string, init?: RequestInit): Promise<Response> => {
    const id = new Headers(init?.headers).get('last-event-id');
    asked.push(id);
    const text = id ? 'data: {"id":"2"}\n\n' : 'id: a\ndata: {"id":"1"}\n\n';
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
        pull: (controller) => (id ? controller.close() : controller.error(new TypeError('terminated'))),
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  return { client: new Bookshop({ apiKey: 'k', baseURL: 'https://shop.example', fetch }), asked };
}

async function idsOf(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const value of values) ids.push((value as { id?: unknown }).id);
  return ids;
}

it('a method that streams continues after the last event', async () => {
  const { client, asked } = shop();
  const watch = reconnecting((options) => client.books.reviews.watch('b1', options), { delay: 1 });
  expect(await idsOf(watch)).toEqual(['1', '2']);
  expect(asked).toEqual([null, 'a']);
});

it('a method that streams on demand continues after the last event', async () => {
  const { client, asked } = shop();
  const ask = { question: 'q', stream: true } as const;
  const answers = reconnecting((options) => client.bookseller.ask(ask, options), { delay: 1 });
  expect(await idsOf(answers)).toEqual(['1', '2']);
  expect(asked).toEqual([null, 'a']);
});

it('options that are not passed on are an error, not an endless stream', async () => {
  const { client, asked } = shop();
  const watch = reconnecting(() => client.books.reviews.watch('b1'), { delay: 1 });
  await expect(idsOf(watch)).rejects.toThrow('must pass its options');
  expect(asked).toEqual([null]);
});
