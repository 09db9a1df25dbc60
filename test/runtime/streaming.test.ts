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
      'data:2 b',
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
      { event: 'add', data: '1\n2 b\n 3', id: '7', retry: 250 },
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

  it('are none after status 204', async () => {
    const stream = eventStream(new Response(null, { status: 204 }), new Attempt(0, null));
    expect(await collect(stream)).toEqual([]);
    expect(stream.progress.isDone).toBe(true);
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

describe('events and rules', () => {
  const rows: readonly (readonly [
    string,
    streaming.EventStreamSettings,
    string,
    readonly unknown[] | string,
  ])[] = [
    ['the usual end marker ends JSON', { data: 'json' }, 'data: 1\n\ndata: [DONE]\n\ndata: {\n\n', [1]],
    ['the marker is text among texts', {}, 'data: [DONE]\n\ndata: x\n\n', ['[DONE]', 'x']],
    [
      'the marker is data among events',
      { data: 'event' },
      'data: [DONE]\n\n',
      [{ event: null, data: '[DONE]', id: null, retry: null }],
    ],
    ['another text is no marker', { data: 'json' }, 'data: ""\n\ndata: 2\n\n', ['', 2]],
    [
      'APIs with rules have their own marker',
      { data: 'json', rules: [{ handle: 'yield' }] },
      'data: [DONE]\n\n',
      'APIParseError',
    ],
    [
      'a rule knows data by its start',
      { rules: [{ data: 'end', handle: 'done' }, { handle: 'yield' }] },
      'data: the end\n\ndata: end of it\n\ndata: more\n\n',
      ['the end'],
    ],
    [
      'an event without data may end the stream',
      { rules: [{ event: 'end', handle: 'done' }, { handle: 'yield' }] },
      'data: 1\n\nevent: end\n\ndata: 2\n\n',
      ['1'],
    ],
    [
      'an event without data may be an error',
      { rules: [{ event: 'error', handle: 'error' }] },
      'event: error\n\n',
      'APIError',
    ],
    [
      'an event without data is not yielded',
      { rules: [{ handle: 'yield' }] },
      'event: ping\n\ndata: 1\n\n',
      ['1'],
    ],
    [
      'an event without data has no data',
      { rules: [{ data: 'S', handle: 'error' }, { handle: 'yield' }] },
      'event: ping\n\ndata: 1\n\n',
      ['1'],
    ],
    [
      'an empty line alone is no event',
      {
        rules: [
          { event: null, handle: 'done' },
          { event: 'a', handle: 'yield' },
        ],
      },
      '\nevent: a\ndata: 1\n\n',
      ['1'],
    ],
    ['an event without data is nothing where there are no rules', {}, 'event: ping\n\ndata: 1\n\n', ['1']],
    [
      'only numbers are a time to reconnect',
      { data: 'event' },
      'retry: 5\nretry: x1\nretry: 2x\nother: 7\ndata: 1\n\n',
      [{ event: null, data: '1', id: null, retry: 5 }],
    ],
    [
      'data without the property of errors',
      {
        data: 'json',
        rules: [{ handle: 'yield', errorProperty: 'length' }],
      },
      'data: null\n\ndata: "text"\n\ndata: 7\n\n',
      [null, 'text', 7],
    ],
    [
      'a property of errors is asked for by name',
      { data: 'json' },
      'data: {"undefined":1}\n\n',
      [{ undefined: 1 }],
    ],
    [
      'a text may be a rule of its own',
      { data: 'json', rules: [{ handle: 'yield', isText: true }] },
      'data: {\n\n',
      ['{'],
    ],
  ];
  it.each(rows)('%s', async (_title, settings, text, expected) => {
    const values = collect(decode(eventStreamWith<unknown>(settings), text));
    if (typeof expected !== 'string') expect(await values).toEqual(expected);
    else expect(await failure(values)).toMatchObject({ name: expected });
  });

  it.each([
    ['text/html', '<html>\n\n', 'Expected an event stream, got text/html'],
    ['text/html', 'data: 1\n\n', ['1']],
    ['text/event-stream; charset=utf-8', ': nothing\n\n', []],
    [undefined, ': nothing\n\n', []],
  ])('a body of type %s: %j', async (type, text, expected) => {
    const response = new Response(
      toStream(pieces(bytesOf(text), 9)),
      type ? { headers: { 'content-type': type } } : {},
    );
    const values = collect(eventStream(response, new Attempt(0, null)));
    if (typeof expected !== 'string') expect(await values).toEqual(expected);
    else expect(await failure(values)).toMatchObject({ message: expected });
  });

  it('lets go of the request when the stream ends', async () => {
    const attempt = new Attempt(0, null);
    let isFree = false;
    attempt.hold(() => void (isFree = true));
    await collect(eventStream(respond('data: 1\n\n'), attempt));
    expect(isFree).toBe(true);
  });
});

describe('JSON lines', () => {
  it('end at LF only, and may be blank', async () => {
    const text = '{"a":\r1}\n \t \n2\n';
    expect(await collect(decode(jsonLines, text))).toEqual([{ a: 1 }, 2]);
    const copy = Stream.fromReadableStream(new Blob([text]).stream(), new AbortController());
    expect(await collect(copy)).toEqual([{ a: 1 }, 2]);
  });

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

  it('splits in two without reading ahead', async () => {
    let count = 0;
    const source = async function* (): AsyncGenerator<number> {
      for (;;) yield ++count;
    };
    for (const stream of new Stream(source, new AbortController()).tee()) {
      for await (const value of stream) {
        expect([value, count]).toEqual([1, 1]);
        break;
      }
    }
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
