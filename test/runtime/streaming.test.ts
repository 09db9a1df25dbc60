import { describe, expect, it } from 'vitest';
import { APIParseError } from '../../templates/typescript/runtime/error.ts';
import { Attempt } from '../../templates/typescript/runtime/internal/attempt.ts';
import { toStream } from '../../templates/typescript/runtime/internal/chunks.ts';
import { readLines } from '../../templates/typescript/runtime/internal/lines.ts';
import type { StreamDecoder } from '../../templates/typescript/runtime/internal/request-options.ts';
import * as streaming from '../../templates/typescript/runtime/streaming.ts';
import { collect, failure } from './support.ts';

const { eventStream, eventStreamWith, jsonEventStream, jsonLines, parseEvents, Stream } = streaming;

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const respond = (text: string, size = 3): Response => new Response(toStream(pieces(bytesOf(text), size)));
const decode = <T>(decoder: StreamDecoder<streaming.Stream<T>>, text: string): streaming.Stream<T> =>
  decoder(respond(text), new Attempt(0, null));

describe('lines', () => {
  const text = 'a\nb\r\nc\rd\r\r\n\n\ne 😀ü\n\rlast';
  const lines = ['a', 'b', 'c', 'd', '', '', '', 'e 😀ü', '', 'last'];

  it.each([1, 2, 3, 4, 5, 7, 100])('are the same in chunks of %i bytes', async (size) => {
    expect(await collect(readLines(pieces(bytesOf(text), size)))).toEqual(lines);
  });

  it('may end only at LF', async () => {
    expect(await collect(readLines(pieces(bytesOf('a\rb\r\nc\n'), 2), 'lf'))).toEqual(['a\rb\r', 'c']);
  });

  it('lose a byte order mark', async () => {
    expect(await collect(readLines(pieces(bytesOf('\uFEFFa\n'), 1)))).toEqual(['a']);
  });
});

describe('server-sent events', () => {
  const events = (text: string): Promise<streaming.ServerSentEvent[]> =>
    collect(parseEvents(readLines(pieces(bytesOf(text), 1))));

  it('follow the specification', async () => {
    const text = [
      ': comment',
      'event: add',
      'data: 1',
      'data:2',
      'data:  3',
      'id: 7',
      'retry: 250',
      'unknown: x',
      '',
      'data',
      '',
      'id: a\0b',
      'retry: soon',
      '',
      'event: empty',
      '',
      'data: cut',
    ].join('\n');
    expect(await events(text)).toEqual([
      { event: 'add', data: '1\n2\n 3', id: '7', retry: 250 },
      { event: null, data: '', id: '7', retry: null },
    ]);
  });

  it('give data as text or JSON, or whole', async () => {
    expect(await collect(decode(eventStream, 'data: {}\n\ndata: ü\n\n'))).toEqual(['{}', 'ü']);
    expect(await collect(decode(jsonEventStream, 'data: {"a":\ndata: 1}\n\n'))).toEqual([{ a: 1 }]);
    expect(await collect(decode(eventStreamWith({ data: 'event' }), 'event: e\ndata: d\n\n'))).toEqual([
      { event: 'e', data: 'd', id: null, retry: null },
    ]);
  });

  it('follow rules', async () => {
    const decoder = eventStreamWith<unknown>({
      data: 'json',
      rules: [
        { data: '[DONE]', handle: 'done' },
        { event: 'error', handle: 'error' },
        { event: ['ping', 'pong'], handle: 'skip' },
        { event: null, handle: 'yield', errorProperty: 'error' },
      ],
    });
    const text = 'event: ping\ndata: x\n\ndata: 1\n\nevent: other\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n';
    expect(await collect(decode(decoder, text))).toEqual([1]);
    expect(
      await failure(collect(decode(decoder, 'event: error\ndata: {"message":"over"}\n\n'))),
    ).toMatchObject({
      name: 'APIError',
      status: undefined,
      error: { message: 'over' },
      message: 'over',
    });
    expect(await failure(collect(decode(decoder, 'event: error\ndata: text\n\n')))).toMatchObject({
      message: 'text',
    });
    expect(await failure(collect(decode(decoder, 'data: {"error":{"message":"no"}}\n\n')))).toMatchObject({
      message: 'no',
    });
    expect(await collect(decode(decoder, 'data: {"error":null}\n\n'))).toEqual([{ error: null }]);
  });

  it('report broken JSON with its text', async () => {
    const error = await failure(collect(decode(jsonEventStream, 'data: {\n\n')));
    expect(error).toBeInstanceOf(APIParseError);
    expect(error).toMatchObject({ text: '{' });
  });
});

describe('JSON lines', () => {
  it('may lack the last line end, and have empty lines', async () => {
    expect(await collect(decode(jsonLines, '{"a":"ü"}\r\n\n[1]\n2'))).toEqual([{ a: 'ü' }, [1], 2]);
  });

  it('report broken JSON with its text', async () => {
    expect(await failure(collect(decode(jsonLines, '1\n{')))).toMatchObject({
      name: 'APIParseError',
      text: '{',
    });
  });
});

describe('a stream', () => {
  const endless = (attempt: Attempt): { stream: streaming.Stream<string>; cancelled: () => boolean } => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(bytesOf('data: x\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    return { stream: eventStream(new Response(body), attempt), cancelled: () => cancelled };
  };

  it('ends the request when the loop is left', async () => {
    const attempt = new Attempt(0, null);
    const { stream, cancelled } = endless(attempt);
    for await (const value of stream) {
      expect(value).toBe('x');
      break;
    }
    expect(attempt.controller.signal.aborted).toBe(true);
    expect(cancelled()).toBe(true);
  });

  it('leaves the request alone when it was read to the end', async () => {
    const attempt = new Attempt(0, null);
    await collect(eventStream(respond('data: 1\n\n'), attempt));
    expect(attempt.controller.signal.aborted).toBe(false);
  });

  it('ends without an error when its controller is aborted', async () => {
    const attempt = new Attempt(0, null);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        controller.enqueue(bytesOf('data: x\n\n'));
        attempt.controller.signal.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    const stream = eventStream(new Response(body), attempt);
    const seen: string[] = [];
    for await (const value of stream) {
      seen.push(value);
      setTimeout(() => stream.controller.abort());
    }
    expect(seen).toEqual(['x']);
  });

  it('reports a lost connection', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    expect(await failure(collect(jsonLines(new Response(body), new Attempt(0, null))))).toMatchObject({
      name: 'APIConnectionError',
      cause: { message: 'reset' },
    });
    expect(await failure(collect(eventStream(new Response(null), new Attempt(0, null))))).toMatchObject({
      message: expect.stringContaining('no body'),
    });
  });

  it('can be read once', async () => {
    const stream = decode(eventStream, 'data: 1\n\n');
    await collect(stream);
    expect(await failure(collect(stream))).toMatchObject({ message: expect.stringContaining('tee()') });
  });

  it('splits in two that do not wait for each other', async () => {
    const [left, right] = decode(jsonLines, '1\n2\n3').tee();
    expect(await collect(left)).toEqual([1, 2, 3]);
    expect(await collect(right)).toEqual([1, 2, 3]);
    const [one, two] = decode(jsonLines, '1\n{').tee();
    expect(await failure(collect(one))).toBeInstanceOf(APIParseError);
    expect(await failure(collect(two))).toBeInstanceOf(APIParseError);
  });

  it('ends the request of two when both are left, not before', async () => {
    const attempt = new Attempt(0, null);
    const [one, two] = endless(attempt).stream.tee();
    for await (const _value of one) {
      break;
    }
    let count = 0;
    for await (const _value of two) {
      expect(attempt.controller.signal.aborted).toBe(false);
      if (++count === 3) {
        break;
      }
    }
    expect(count).toBe(3);
    expect(attempt.controller.signal.aborted).toBe(true);
  });

  it('travels as lines of JSON', async () => {
    const readable = decode(jsonEventStream, 'data: {"a":"ü"}\n\ndata: null\n\n').toReadableStream();
    const copy = Stream.fromReadableStream(readable, new AbortController());
    expect(await collect(copy)).toEqual([{ a: 'ü' }, null]);
    const attempt = new Attempt(0, null);
    await endless(attempt).stream.toReadableStream().cancel();
    const { stream } = endless(attempt);
    const reader = stream.toReadableStream().getReader();
    await reader.read();
    await reader.cancel();
    expect(attempt.controller.signal.aborted).toBe(true);
    const broken = Stream.fromReadableStream(new Blob(['{']).stream(), new AbortController());
    expect(await failure(collect(broken))).toBeInstanceOf(APIParseError);
  });
});

describe('size', () => {
  const MEGABYTES = Number(process.env['SDKWRIGHT_STREAM_MB'] ?? 8);
  const chunk = new Uint8Array(65_536).fill(97);

  it(`reads ${MEGABYTES} MB in one event in linear time`, async () => {
    const read = async (megabytes: number): Promise<number> => {
      const source = async function* (): AsyncGenerator<Uint8Array> {
        yield bytesOf('data: ');
        for (let index = 0; index < megabytes * 16; index++) {
          yield chunk;
        }
        yield bytesOf('\n\n');
      };
      const start = performance.now();
      const [value] = await collect(
        eventStream(
          new Response(toStream(source()) as ReadableStream<Uint8Array<ArrayBuffer>>),
          new Attempt(0, null),
        ),
      );
      expect(value).toHaveLength(megabytes * 16 * 65_536);
      return performance.now() - start;
    };
    // The best of three, because the machine has other work too.
    const best = async (megabytes: number): Promise<number> =>
      Math.min(await read(megabytes), await read(megabytes), await read(megabytes));
    const quarter = await best(MEGABYTES / 4);
    const whole = await best(MEGABYTES);
    console.info(
      `one event: ${MEGABYTES / 4} MB ${quarter.toFixed(0)} ms, ${MEGABYTES} MB ${whole.toFixed(0)} ms`,
    );
    // Four times the size; quadratic time would be sixteen times.
    expect(whole).toBeLessThan(Math.max(quarter * 9, 200));
  });

  it('reads many events without keeping them', async () => {
    const COUNT = MEGABYTES * 10_000;
    const event = bytesOf(`data: ${'x'.repeat(92)}\n\n`.repeat(100));
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < COUNT / 100; index++) {
        yield event;
      }
    };
    const response = new Response(toStream(source()) as ReadableStream<Uint8Array<ArrayBuffer>>);
    let count = 0;
    let peak = 0;
    const start = performance.now();
    for await (const value of eventStream(response, new Attempt(0, null))) {
      count += value.length === 92 ? 1 : 0;
      if (count % 10_000 === 0) {
        peak = Math.max(peak, process.memoryUsage().heapUsed);
      }
    }
    console.info(
      `${COUNT} events, ${MEGABYTES} MB: ${(performance.now() - start).toFixed(0)} ms, heap peak ${(peak / 1e6).toFixed(0)} MB`,
    );
    expect(count).toBe(COUNT);
    expect(peak).toBeLessThan(250e6);
  });
});
