import { describe, expect, it, vi } from 'vitest';
import { APIConnectionError, APIError } from '../../templates/typescript/runtime/error.ts';
import { Attempt } from '../../templates/typescript/runtime/internal/attempt.ts';
import { toStream } from '../../templates/typescript/runtime/internal/chunks.ts';
import {
  eventStreamWith,
  jsonEventStream,
  reconnecting,
  type ReconnectSettings,
  type ResumeOptions,
  type Stream,
} from '../../templates/typescript/runtime/streaming.ts';

/** What the server does with one connection: it sends text, and may then cut the connection. */
interface Connection {
  readonly sends?: string;
  readonly isCut?: boolean;
  readonly status?: number;
  readonly fails?: unknown;
}
const cut = (sends: string): Connection => ({ sends, isCut: true });

async function* bytesOf({ sends = '', isCut }: Connection): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(sends);
  if (isCut) throw new TypeError('terminated');
}

const decoder = eventStreamWith<number>({
  data: 'json',
  rules: [{ data: 'end', handle: 'done' }, { handle: 'yield' }],
});

/** Reads a stream over the given connections; `asked` has the event IDs that the client sent. */
async function read(
  connections: readonly Connection[],
  { decode = decoder, ...settings }: ReconnectSettings & { decode?: typeof decoder } = {},
): Promise<{ values: number[]; asked: (string | undefined)[]; error: unknown }> {
  const asked: (string | undefined)[] = [];
  const connect = async ({ headers }: ResumeOptions): Promise<Stream<number>> => {
    const connection = connections[asked.length] ?? { fails: new Error('one connection too many') };
    asked.push(headers['last-event-id']);
    if (connection.fails) throw connection.fails;
    const { status = 200 } = connection;
    const body = status === 204 ? null : toStream(bytesOf(connection));
    return decode(new Response(body, { status }), new Attempt(0, null));
  };
  const values: number[] = [];
  let error: unknown;
  try {
    for await (const value of reconnecting(connect, { delay: 1, ...settings })) values.push(value);
  } catch (thrown) {
    error = thrown;
  }
  return { values, asked, error };
}

describe('a stream that is cut off', () => {
  it('continues after the last event, and ends where the server ends it', async () => {
    const connections = [cut('id: a\ndata: 1\n\nid: b\ndata: 2\n\nid: c\ndata: 3'), { sends: 'data: 3\n\n' }];
    expect(await read(connections)).toEqual({ values: [1, 2, 3], asked: [undefined, 'b'], error: undefined });
  });

  it('keeps the ID while later events have none, and until an empty ID removes it', async () => {
    const [first, second] = [cut('id: a\ndata: 1\n\n'), cut('data: 2\n\n')];
    const kept = await read([first, second, { sends: 'data: end\n\n' }]);
    expect(kept).toMatchObject({ values: [1, 2], asked: [undefined, 'a', 'a'], error: undefined });
    const removed = await read([first, cut('id:\ndata: 2\n\n')]);
    expect(removed).toMatchObject({ values: [1, 2], asked: [undefined, 'a'] });
    expect(removed.error).toBeInstanceOf(APIConnectionError);
  });

  it('fails without event IDs, because events would be lost or repeated', async () => {
    const { values, asked, error } = await read([cut('data: 1\n\n')]);
    expect({ values, asked }).toEqual({ values: [1], asked: [undefined] });
    expect(error).toBeInstanceOf(APIConnectionError);
  });

  it.each([
    ['a failed connection', new APIConnectionError({}), true],
    ['status 500', APIError.generate(500, {}, '', new Headers()), true],
    ['status 404', APIError.generate(404, {}, '', new Headers()), false],
    ['an error event', new APIError(undefined, {}, 'overloaded', new Headers()), false],
    ['an error of the caller', new Error('no'), false],
  ])('after %s', async (_what, fails, continues) => {
    const { values, error } = await read([cut('id: a\ndata: 1\n\n'), { fails }, { sends: 'data: 2\n\n' }]);
    expect(values).toEqual(continues ? [1, 2] : [1]);
    expect(error).toBe(continues ? undefined : fails);
  });

  it('fails if the first connection fails', async () => {
    const fails = new APIConnectionError({});
    expect(await read([{ fails }])).toEqual({ values: [], asked: [undefined], error: fails });
  });

  it('fails after several attempts without an event; an event starts the count again', async () => {
    const start = cut('id: a\ndata: 1\n\n');
    const empty = cut('');
    const failed = await read([start, empty, empty], { maxReconnects: 2 });
    expect(failed.error).toBeInstanceOf(APIConnectionError);
    expect(failed.asked).toHaveLength(3);
    const passed = await read([start, empty, start, empty, { sends: '' }], { maxReconnects: 2 });
    expect(passed).toMatchObject({ values: [1, 1], error: undefined });
  });
});

describe('a stream without an end', () => {
  const closed = { sends: 'id: a\ndata: 1\n\n' };

  it.each([
    ['an event that ends it', { sends: 'data: end\n\n' }],
    ['status 204', { status: 204 }],
  ])('is reconnected until %s', async (_what, last) => {
    expect(await read([closed, closed, last], { endless: true })).toEqual({
      values: [1, 1],
      asked: [undefined, 'a', 'a'],
      error: undefined,
    });
  });

  it('ends with [DONE] where the API has no rules', async () => {
    const last = { sends: 'data: [DONE]\n\n' };
    const { error, asked } = await read([closed, last], { endless: true, decode: jsonEventStream });
    expect({ error, asked }).toEqual({ error: undefined, asked: [undefined, 'a'] });
  });

  it('fails if the server always closes it without an event', async () => {
    const { error } = await read([{ sends: '' }, { sends: '' }], { endless: true, maxReconnects: 1 });
    expect(String(error)).toContain('2 times without an event');
  });

  it('ends without an error when the caller aborts, also during the delay', async () => {
    const caller = new AbortController();
    // A delay of the server is longer than this test may take.
    const reading = read([{ sends: 'retry: 3600000\nid: a\ndata: 1\n\n' }], {
      endless: true,
      signal: caller.signal,
    });
    setTimeout(() => caller.abort(), 20);
    expect(await reading).toEqual({ values: [1], asked: [undefined], error: undefined });
  });
});

it('the request is cancelled when the loop is left', async () => {
  const attempt = new Attempt(0, null);
  const body = toStream(bytesOf(cut('id: a\ndata: 1\n\n')));
  const connect = async ({ headers }: ResumeOptions): Promise<Stream<number>> =>
    decoder(new Response(body, { headers: { ...headers } }), attempt);
  for await (const value of reconnecting(connect)) {
    expect(value).toBe(1);
    break;
  }
  expect(attempt.controller.signal.aborted).toBe(true);
});

it('the signal of the caller reaches the request', async () => {
  const { signal } = new AbortController();
  const seen: (AbortSignal | undefined)[] = [];
  const connect = async (options: ResumeOptions): Promise<Stream<number>> => {
    seen.push(options.signal);
    expect(options.headers).toEqual({});
    expect('signal' in options).toBe(options.signal !== undefined);
    return decoder(new Response(toStream(bytesOf({}))), new Attempt(0, null));
  };
  for (const settings of [{ signal }, {}]) {
    for await (const _value of reconnecting(connect, settings)) throw new Error('there is no event');
  }
  expect(seen).toEqual([signal, undefined]);
});

describe('the delay', () => {
  const start = cut('id: a\ndata: 1\n\n');
  const empty = cut('');

  it.each([
    ['doubles with each failure', start, 100, [100, 200, 400]],
    ['is what the server asks for', cut('retry: 700\nid: a\ndata: 1\n\n'), 100, [700, 1400, 2800]],
    ['grows to 30 seconds', start, 20_000, [20_000, 30_000, 30_000]],
    ['is never shorter than asked', cut('retry: 40000\nid: a\ndata: 1\n\n'), 1, [40_000, 40_000, 40_000]],
  ])('%s', async (_what, first, delay, expected) => {
    const waits: (number | undefined)[] = [];
    const timer = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, wait?: number) => {
      waits.push(wait);
      queueMicrotask(run);
      return 0;
    }) as never);
    try {
      await read([first, empty, empty, { sends: 'data: 2\n\n' }], { delay });
    } finally {
      timer.mockRestore();
    }
    expect(waits).toEqual(expected);
  });
});
