import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import * as errors from '../../templates/typescript/runtime/error.ts';
import type { MiddlewareRequest } from '../../templates/typescript/runtime/internal/client-options.ts';
import { eventStream } from '../../templates/typescript/runtime/streaming.ts';
import { collect, failure, serve, TestClient } from './support.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

let handler: Handler = (_request, response) => response.end();
let requests: IncomingMessage[] = [];
const { url } = await serve((request, response) => {
  requests.push(request);
  handler(request, response, requests.length);
});
const client = new TestClient({ baseURL: url, timeout: 2_000 });

function answer(next: Handler): void {
  handler = next;
}
const ok: Handler = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"ok":true}');
};

afterEach(() => {
  requests = [];
});

describe('retries', () => {
  it.each([408, 409, 429, 500, 503])(
    'repeats after %i and links the attempts by the idempotency key',
    async (status) => {
      answer((request, response, count) =>
        count < 3
          ? response.writeHead(status, { 'retry-after-ms': '1' }).end('busy')
          : ok(request, response, count),
      );
      const idempotent = new TestClient({ baseURL: url, settings: { idempotencyHeader: 'Idempotency-Key' } });
      expect(await idempotent.post('/x', { body: { a: 1 } })).toEqual({ ok: true });
      expect(requests).toHaveLength(3);
      const keys = new Set(requests.map((request) => request.headers['idempotency-key']));
      expect(keys.size).toBe(1);
      expect([...keys][0]).toMatch(/^retry-/);
    },
  );

  it('uses the given idempotency key, and none for GET', async () => {
    answer(ok);
    const idempotent = new TestClient({ baseURL: url, settings: { idempotencyHeader: 'Idempotency-Key' } });
    await idempotent.get('/x');
    await idempotent.delete('/x', { idempotencyKey: 'mine' });
    expect(requests.map((request) => request.headers['idempotency-key'])).toEqual([undefined, 'mine']);
  });

  it.each([400, 404, 422])('does not repeat after %i', async (status) => {
    answer((_request, response) => response.writeHead(status).end());
    expect(await failure(client.get('/x'))).toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  it('obeys x-should-retry both ways', async () => {
    answer((_request, response) => response.writeHead(500, { 'x-should-retry': 'false' }).end());
    await failure(client.get('/x'));
    expect(requests).toHaveLength(1);
    answer((request, response, count) =>
      count < 3
        ? response.writeHead(400, { 'x-should-retry': 'true', 'retry-after-ms': '1' }).end()
        : ok(request, response, count),
    );
    expect(await client.get('/x')).toEqual({ ok: true });
  });

  it('gives up after the last retry with the last error', async () => {
    answer((_request, response, count) =>
      response.writeHead(503, { 'retry-after-ms': '1' }).end(`storm ${count}`),
    );
    expect(await failure(client.get('/x', { maxRetries: 3 }))).toMatchObject({
      message: '503 storm 4 (GET /x)',
    });
    expect(requests).toHaveLength(4);
  });

  it('waits as long as Retry-After says, in seconds or as a date', async () => {
    answer((request, response, count) => {
      if (count === 1) {
        response.writeHead(429, { 'retry-after': '0.2' }).end();
      } else {
        ok(request, response, count);
      }
    });
    const start = Date.now();
    await client.get('/x');
    expect(Date.now() - start).toBeGreaterThanOrEqual(190);
    expect(Date.now() - start).toBeLessThan(450);
  });

  it('stops when the deadline would pass during the wait', async () => {
    answer((_request, response) => response.writeHead(503, { 'retry-after-ms': '500' }).end('busy'));
    const start = Date.now();
    expect(await failure(client.get('/x', { deadline: 100 }))).toMatchObject({
      message: '503 busy; not retried: the delay of 0.5 s exceeds the deadline (GET /x)',
    });
    expect(Date.now() - start).toBeLessThan(300);
    expect(requests).toHaveLength(1);
    answer(() => undefined);
    // Also where the time of one attempt is no limit.
    for (const timeout of [0, Infinity]) {
      const limited = new TestClient({ baseURL: url, deadline: 80, timeout });
      expect(await failure(limited.get('/x'))).toBeInstanceOf(errors.APIConnectionTimeoutError);
    }
  });

  it('repeats after a reset before the response', async () => {
    answer((request, response, count) =>
      count < 2 ? void request.socket.destroy() : ok(request, response, count),
    );
    expect(await client.get('/x')).toEqual({ ok: true });
    expect(requests).toHaveLength(2);
  });

  it('reports a server that is not there', async () => {
    const error = await failure(new TestClient({ baseURL: 'http://127.0.0.1:1', maxRetries: 1 }).get('/x'));
    expect(error).toBeInstanceOf(errors.APIConnectionError);
    expect(error).toMatchObject({ cause: expect.any(TypeError) });
  });
});

describe('a response that is cut off', () => {
  const cut: Handler = (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"ok":');
    setTimeout(() => request.socket.destroy(), 20);
  };

  it('is requested again when that is safe', async () => {
    answer((request, response, count) =>
      count < 2 ? cut(request, response, count) : ok(request, response, count),
    );
    const { data, response } = await client.get<{ ok: boolean }>('/x').withResponse();
    expect(data).toEqual({ ok: true });
    expect(response.headers.get('content-length')).not.toBe('100');
    expect(requests).toHaveLength(2);
  });

  it.each(['post', 'patch'] as const)(
    'is an error for %s, which the server may have carried out',
    async (method) => {
      answer(cut);
      expect(await failure(client[method]('/x', { body: {} }))).toBeInstanceOf(errors.APIConnectionError);
      expect(requests).toHaveLength(1);
    },
  );

  it('is requested again where the API says that a repetition does no harm', async () => {
    answer((request, response, count) =>
      count < 2 ? cut(request, response, count) : ok(request, response, count),
    );
    expect(await client.post('/x', { body: {}, __idempotent: true })).toEqual({ ok: true });
    expect(requests).toHaveLength(2);
  });

  it.each(['post', 'patch', 'put', 'delete'] as const)(
    'is requested again for %s, by its key or as it may be done twice',
    async (method) => {
      answer((request, response, count) =>
        count < 2 ? cut(request, response, count) : ok(request, response, count),
      );
      const keyed = method === 'post' || method === 'patch' ? { idempotencyKey: 'k' } : {};
      expect(await client[method]('/x', keyed)).toEqual({ ok: true });
      expect(requests).toHaveLength(2);
    },
  );

  it('is an error when the deadline would pass before the next attempt', async () => {
    answer(cut);
    const start = Date.now();
    expect(await failure(client.get('/x', { deadline: 200 }))).toBeInstanceOf(errors.APIConnectionError);
    expect(Date.now() - start).toBeLessThan(350);
    expect(requests).toHaveLength(1);
  });

  it('is an error once the retries are used up', async () => {
    answer(cut);
    expect(await failure(client.get('/x', { maxRetries: 1 }))).toBeInstanceOf(errors.APIConnectionError);
    expect(requests).toHaveLength(2);
  });

  it('keeps the status of an error', async () => {
    answer((request, response) => {
      response.writeHead(404, { 'content-length': '100' });
      response.write('{"mess');
      setTimeout(() => request.socket.destroy(), 20);
    });
    expect(await failure(client.get('/x'))).toMatchObject({
      status: 404,
      message: '404 status code (no body) (GET /x)',
    });
  });
});

describe('time limits', () => {
  it('cover the headers', async () => {
    answer(() => undefined);
    const error = await failure(client.get('/x', { timeout: 50, maxRetries: 1 }));
    expect(error).toBeInstanceOf(errors.APIConnectionTimeoutError);
    expect(requests).toHaveLength(2);
  });

  it('cover a body that drips', async () => {
    answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const start = Date.now();
    expect(await failure(client.get('/x', { timeout: 120, maxRetries: 0 }))).toBeInstanceOf(
      errors.APIConnectionTimeoutError,
    );
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  it('cover the body of an error', async () => {
    answer((_request, response) => {
      response.writeHead(404);
      response.write('{');
    });
    expect(await failure(client.get('/x', { timeout: 60 }))).toBeInstanceOf(errors.APIConnectionTimeoutError);
  });

  it('hold even when fetch ignores the signal', async () => {
    const deaf = new TestClient({ fetch: () => new Promise(() => undefined), maxRetries: 0, timeout: 40 });
    expect(await failure(deaf.get('/x'))).toBeInstanceOf(errors.APIConnectionTimeoutError);
  });

  it('end when the caller takes the response', async () => {
    answer((_request, response) => {
      response.writeHead(200);
      response.write('a');
      setTimeout(() => response.end('b'), 150);
    });
    const response = await client.get('/x', { timeout: 60 }).asResponse();
    expect(await response.text()).toBe('ab');
    const binary = await client.get<Response>('/x', { timeout: 60, __binaryResponse: true });
    expect(await binary.text()).toBe('ab');
  });
});

describe('bodies', () => {
  it.each([
    ['application/json', '{"a":1}', { a: 1 }],
    ['application/problem+json; charset=utf-8', '{"a":1}', { a: 1 }],
    ['APPLICATION/JSON', '[1]', [1]],
    ['application/json', '', null],
    ['text/plain', '{"a":1}', '{"a":1}'],
    ['application/jsonl', '{"a":1}', '{"a":1}'],
    ['text/html', '', ''],
  ])('%s %j', async (type, body, expected) => {
    answer((_request, response) => response.writeHead(200, { 'content-type': type }).end(body));
    expect(await client.get('/x')).toEqual(expected);
  });

  it('204 is null, even with a JSON type', async () => {
    answer((_request, response) => response.writeHead(204, { 'content-type': 'application/json' }).end());
    expect(await client.delete('/x')).toBeNull();
  });

  it('survives a 204 that has a body', async () => {
    answer((request) => {
      request.socket.write(
        'HTTP/1.1 204 No Content\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\noops',
      );
      setTimeout(() => request.socket.destroy(), 50);
    });
    const raw = new TestClient({ baseURL: url, maxRetries: 0 });
    expect(await raw.delete('/x')).toBeNull();
  });

  it('follows redirects and decodes gzip', async () => {
    answer((request, response) => {
      if (request.url === '/x') {
        response.writeHead(302, { location: '/y' }).end();
      } else {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(gzipSync('{"ü":"😀"}'));
      }
    });
    expect(await client.get('/x')).toEqual({ ü: '😀' });
  });

  it('joins characters that the chunks split', async () => {
    const bytes = Buffer.from('{"text":"ü😀"}');
    answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      let index = 0;
      const timer = setInterval(() => {
        if (index < bytes.length) {
          response.write(bytes.subarray(index, ++index));
        } else {
          clearInterval(timer);
          response.end();
        }
      }, 1);
    });
    expect(await client.get('/x')).toEqual({ text: 'ü😀' });
  });

  it('accepts huge headers, and reports those that are too large', async () => {
    answer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'x-big': 'a'.repeat(8_000) }).end('1'),
    );
    const { response } = await client.get('/x').withResponse();
    expect(response.headers.get('x-big')).toHaveLength(8_000);
    answer((_request, response) => response.writeHead(200, { 'x-big': 'a'.repeat(100_000) }).end('1'));
    expect(await failure(client.get('/x', { maxRetries: 0 }))).toBeInstanceOf(errors.APIConnectionError);
  });

  it('sends JSON, text, bytes, forms and streams', async () => {
    const seen: unknown[] = [];
    answer((request, response, count) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push([request.headers['content-type'], Buffer.concat(chunks).toString()]);
        ok(request, response, count);
      });
    });
    await client.post('/x', { body: { a: 1 } });
    await client.post('/x', { body: 'text' });
    await client.post('/x', { body: 'text', headers: { 'Content-Type': 'text/plain' } });
    await client.post('/x', { body: 'a', headers: { 'Content-Type': 'application/merge-patch+json' } });
    await client.put('/x', { body: new TextEncoder().encode('bytes') });
    await client.put('/x', { body: new URLSearchParams({ a: 'b c' }) });
    await client.patch('/x', { body: new Blob(['blob'], { type: 'image/png' }) });
    await client.put('/x', { body: new Blob(['stream']).stream() });
    await client.post('/x', { body: null });
    await client.post('/x', { body: 0 });
    expect(seen).toEqual([
      ['application/json', '{"a":1}'],
      ['application/json', '"text"'],
      ['text/plain', 'text'],
      ['application/merge-patch+json', '"a"'],
      [undefined, 'bytes'],
      ['application/x-www-form-urlencoded;charset=UTF-8', 'a=b+c'],
      ['image/png', 'blob'],
      [undefined, 'stream'],
      [undefined, ''],
      ['application/json', '0'],
    ]);
  });

  it('does not repeat a request whose body is a stream', async () => {
    answer((request, response) => {
      request.resume();
      request.on('end', () => response.writeHead(503, { 'retry-after-ms': '1' }).end('busy'));
    });
    expect(await failure(client.put('/x', { body: new Blob(['a']).stream() }))).toMatchObject({
      status: 503,
    });
    expect(requests).toHaveLength(1);
  });
});

describe('cancellation', () => {
  it('before, during connect, during the body and during the wait', async () => {
    const gone = AbortSignal.abort(new Error('enough'));
    expect(await failure(client.get('/x', { signal: gone }))).toBeInstanceOf(errors.APIUserAbortError);
    expect(requests).toHaveLength(0);

    answer(() => undefined);
    expect(await failure(client.get('/x', { signal: AbortSignal.timeout(30) }))).toBeInstanceOf(
      errors.APIUserAbortError,
    );

    answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    });
    const bodyError = await failure(client.get('/x', { signal: AbortSignal.timeout(30) }));
    expect(bodyError).toBeInstanceOf(errors.APIUserAbortError);

    answer((_request, response) => response.writeHead(503, { 'retry-after': '50' }).end());
    const start = Date.now();
    expect(await failure(client.get('/x', { signal: AbortSignal.timeout(60) }))).toBeInstanceOf(
      errors.APIUserAbortError,
    );
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  it('leaves no listener on a signal that lives longer', async () => {
    answer(ok);
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners++;
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners--;
      removeEventListener.apply(signal, args);
    };
    const own = new TestClient({
      baseURL: url,
      fetch: (target, init) => fetch(target, { ...init, signal: null }),
    });
    await own.get('/x', { signal });
    answer((_request, response) => void setTimeout(() => response.end(), 300));
    await failure(own.get('/x', { signal, timeout: 20, maxRetries: 0 }));
    expect(listeners).toBe(0);
  });

  it('reaches the server when a stream is left early', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    answer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      closed = once(response, 'close');
      const timer = setInterval(() => response.write('data: x\n\n'), 5);
      response.on('close', () => clearInterval(timer));
    });
    const stream = (await client.get('/x', { stream: eventStream })) as AsyncIterable<string>;
    for await (const value of stream) {
      expect(value).toBe('x');
      break;
    }
    await closed;
  });
});

describe('middleware and hooks', () => {
  it('wraps each attempt, the first one outermost', async () => {
    answer((request, response, count) =>
      count < 2 ? response.writeHead(503, { 'retry-after-ms': '1' }).end() : ok(request, response, count),
    );
    const order: string[] = [];
    const own = new TestClient({ baseURL: url })
      .use(async (request, next) => {
        order.push(`outer ${request.retry}`);
        request.init.headers.set('x-added', 'yes');
        return next(request);
      })
      .use(async (request, next) => {
        const response = await next(request);
        order.push(`inner ${response.status}`);
        return response;
      });
    await own.get('/x');
    expect(order).toEqual(['outer 0', 'inner 503', 'outer 1', 'inner 200']);
    expect(requests[1]?.headers['x-added']).toBe('yes');
  });

  it('may answer by itself, and its errors are final', async () => {
    const cached = new TestClient({ baseURL: url }).use(() => Response.json({ cached: true }));
    expect(await cached.get('/x')).toEqual({ cached: true });
    const broken = new TestClient({ baseURL: url }).use((_request: MiddlewareRequest) => {
      throw new RangeError('mine');
    });
    expect(await failure(broken.get('/x'))).toBeInstanceOf(RangeError);
    expect(requests).toHaveLength(0);
    expect(
      await failure(
        client.withOptions({ fetchOptions: { keepalive: true } }).get('/x', { headers: { 'bad name': 'x' } }),
      ),
    ).toMatchObject({
      message: 'Invalid header "bad name"',
    });
  });

  it('offers the hooks of the client', async () => {
    answer(ok);
    class Hooked extends TestClient {
      protected override defaultQuery(): Record<string, string> {
        return { v: '1' };
      }
      protected override async prepareOptions(options: { path: string }): Promise<void> {
        options.path += '/prepared';
      }
      protected override async prepareRequest(request: { headers: Headers }): Promise<void> {
        request.headers.set('x-prepared', 'yes');
      }
      protected override defaultIdempotencyKey(): string {
        return 'key';
      }
      protected override makeStatusError(status: number): errors.APIError {
        return new errors.APIError(status, undefined, 'made', new Headers());
      }
      protected override validateHeaders({ values }: { values: Headers }): void {
        if (values.has('x-forbidden')) {
          throw new errors.SDKError('forbidden');
        }
      }
    }
    const hooked = new Hooked({ baseURL: url, settings: { idempotencyHeader: 'X-Key' } });
    await hooked.post('/x', { query: { a: 1 } });
    expect(requests[0]?.url).toBe('/x/prepared?v=1&a=1');
    expect(requests[0]?.headers).toMatchObject({ 'x-prepared': 'yes', 'x-key': 'key' });
    expect(await failure(hooked.get('/x', { headers: { 'x-forbidden': '1' } }))).toMatchObject({
      message: 'forbidden',
    });
    answer((_request, response) => response.writeHead(404).end());
    expect(await failure(hooked.get('/x'))).toMatchObject({ message: '404 made (GET /x)' });
  });

  it('streams what Node reads from disk, without a method that knows of it', async () => {
    answer(ok);
    let body = '';
    answer((request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end());
    });
    const own = createReadStream(new URL(import.meta.url));
    await new TestClient({ baseURL: url }).post('/x', {
      body: own,
      headers: { 'content-type': 'text/plain' },
    });
    expect(body).toContain('without a method that knows of it');
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'text/plain',
      'transfer-encoding': 'chunked',
    });
  });
});

it('reads a stream of events from the wire', async () => {
  const parts = [
    'data: ü',
    '\r',
    '\n\r\n: comment\n',
    'data: b\ndata: c\r\r',
    'event: x\nid: 1\nretry: 5\ndata\n\n',
    'data: cut off',
  ];
  const bytes = Buffer.from(parts.join(''));
  answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let index = 0;
    const timer = setInterval(() => {
      if (index < bytes.length) {
        response.write(bytes.subarray(index, (index += 2)));
      } else {
        clearInterval(timer);
        response.end();
      }
    }, 1);
  });
  const stream = (await client.get('/x', { stream: eventStream })) as AsyncIterable<string>;
  expect(await collect(stream)).toEqual(['ü', 'b\nc', '']);
});
