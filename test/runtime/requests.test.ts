/** The life of a request, at the edges of what other tests go through. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as errors from '../../templates/typescript/runtime/error.ts';
import { clientCredentials } from '../../templates/typescript/runtime/internal/auth-oauth2.ts';
import type { AuthSchemes } from '../../templates/typescript/runtime/internal/auth.ts';
import { BaseClient } from '../../templates/typescript/runtime/internal/base-client.ts';
import type { BaseClientOptions } from '../../templates/typescript/runtime/internal/client-options.ts';
import type { FinalRequestOptions } from '../../templates/typescript/runtime/internal/request-options.ts';
import { failure, fakeFetch, json, NOW, TestClient } from './support.ts';

afterEach(() => void vi.useRealTimers());

const busy = (headers: Record<string, string> = NOW): Response =>
  new Response('busy', { status: 503, headers });

it('a client of an API without authentication sends none', async () => {
  class OpenClient extends BaseClient<BaseClientOptions> {}
  const { fetch, requests } = fakeFetch(json({ ok: true }));
  const client = new OpenClient(
    { fetch, logLevel: 'off' },
    { envPrefix: 'TESTAPI', baseURL: 'http://api.test' },
  );
  expect(await client.get('/x')).toEqual({ ok: true });
  expect(requests[0]?.headers.has('authorization')).toBe(false);
});

it('an idempotency key is made of four random numbers', async () => {
  const { fetch, requests } = fakeFetch(json({}));
  const client = new TestClient({ fetch, settings: { idempotencyHeader: 'Idempotency-Key' } });
  await client.post('/x');
  await client.post('/x');
  const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
  for (const key of keys) expect(key).toMatch(/^retry-\d+-\d+-\d+-\d+$/);
  expect(new Set(keys).size).toBe(2);
});

it.each([
  { timeout: NaN },
  { timeout: -1 },
  { deadline: NaN },
  { timeout: 'soon' as unknown as number },
  { deadline: 'soon' as unknown as number },
])('%j is refused before anything is sent', async (options) => {
  const { fetch, requests } = fakeFetch(json({}));
  const error = await failure(new TestClient({ fetch }).get('/x', options));
  expect(error).toMatchObject({ name: 'SDKError', message: expect.stringContaining('must be numbers') });
  expect(requests).toEqual([]);
});

describe('a body with GET that the platform refuses', () => {
  const refusing = (cause: unknown, settings: { body?: unknown; method?: string } = {}) => {
    let count = 0;
    const client = new TestClient({
      maxRetries: 1,
      settings: { retry: { first: 1 } },
      fetch: () => (count++, Promise.reject(cause)),
    });
    const { method = 'get', ...options } = settings;
    return { sent: failure(client.request({ method, path: '/x', ...options })), count: () => count };
  };
  const cause = new TypeError('Request with GET/HEAD method cannot have body.');

  it.each(['get', 'HEAD'])('is told for %s, with its cause, and not tried again', async (method) => {
    const { sent, count } = refusing(cause, { method, body: { a: 1 } });
    expect(await sent).toMatchObject({
      name: 'SDKError',
      message: `fetch on this platform cannot send a ${method.toUpperCase()} request with a body`,
      cause,
    });
    expect(count()).toBe(1);
  });

  it.each([
    ['another method', cause, { method: 'post', body: {} }],
    ['a method that ends like it', cause, { method: 'WIDGET', body: {} }],
    ['a method that begins like it', cause, { method: 'GETALL', body: {} }],
    ['no body', cause, {}],
    ['another cause', new TypeError('fetch failed'), { body: {} }],
    ['a cause about somebody', new TypeError('somebody said no'), { body: {} }],
  ])('is no explanation for %s', async (_name, reason, options) => {
    const { sent, count } = refusing(reason, options);
    const error = await sent;
    expect(error).toBeInstanceOf(errors.APIConnectionError);
    expect(error).toMatchObject({ cause: reason });
    expect(count()).toBe(2);
  });
});

describe('an aborted call', () => {
  it('asks for no credential', async () => {
    const token = vi.fn(() => 'SECRET');
    const { fetch, requests } = fakeFetch(json({}));
    const reason = new Error('enough');
    const error = await failure(
      new TestClient({ fetch, token }).get('/x', { signal: AbortSignal.abort(reason) }),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(error).toMatchObject({ name: 'APIUserAbortError' });
    expect([token.mock.calls.length, requests.length]).toEqual([0, 0]);
  });
});

describe('hooks of a subclass', () => {
  it('see the address and the options of each attempt', async () => {
    const seen: unknown[] = [];
    class Hooked extends TestClient {
      protected override prepareRequest(
        request: RequestInit & { headers: Headers },
        { url, options }: { url: string; options: FinalRequestOptions },
      ): void {
        seen.push([url, options.path, options.query]);
        request.headers.set('x-attempt', String(seen.length));
      }
    }
    const { fetch, requests } = fakeFetch(busy(), json({}));
    await new Hooked({ fetch }).get('/x', { query: { a: 1 } });
    expect(seen).toEqual(Array(2).fill(['http://api.test/x?a=1', '/x', { a: 1 }]));
    expect(requests.map(({ headers }) => headers.get('x-attempt'))).toEqual(['1', '2']);
  });
});

describe('middleware', () => {
  it.each([undefined, null, {}, 'text'])('that returns %o is told so', async (value) => {
    const client = new TestClient({ fetch: fakeFetch(json({})).fetch }).use(async () => value as never);
    expect(await failure(client.get('/x'))).toMatchObject({
      message: expect.stringContaining('must return a Response'),
    });
  });
});

describe('retries', () => {
  it('are made after a pause that is as long as the cap', async () => {
    const { fetch, requests } = fakeFetch(busy({ 'retry-after-ms': '20' }), json({}));
    await new TestClient({ fetch, maxRetryDelay: 20 }).get('/x');
    expect(requests).toHaveLength(2);
  });

  it('are not made at the very moment of the deadline', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { fetch, requests } = fakeFetch(busy({ 'retry-after-ms': '50' }));
    expect(await failure(new TestClient({ fetch }).get('/x', { deadline: 50 }))).toMatchObject({
      message: '503 busy; not retried: the delay of 0.05 s exceeds the deadline (GET /x)',
    });
    expect(requests).toHaveLength(1);
  });

  it('are as many as before once a token was renewed', async () => {
    let [tokens, calls] = [0, 0];
    const fetch = async (url: string): Promise<Response> => {
      if (url.endsWith('/token')) return json({ access_token: `token-${++tokens}`, expires_in: 3600 });
      calls += 1;
      return calls === 1 ? new Response('', { status: 401 }) : calls === 2 ? busy() : json({ ok: true });
    };
    class Granted extends TestClient {
      protected override authSchemes(): AuthSchemes {
        return {
          oauth: clientCredentials({
            clientID: 'id',
            clientSecret: 'secret',
            tokenURL: 'http://api.test/token',
          } as never),
        };
      }
    }
    expect(await new Granted({ fetch, maxRetries: 1 }).get('/x')).toEqual({ ok: true });
    expect([tokens, calls]).toEqual([2, 3]);
  });

  it('close what they have received, and leave no listener at the signal of the caller', async () => {
    const cancelled = vi.fn();
    const body = new ReadableStream<Uint8Array>({ cancel: cancelled });
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    let count = 0;
    const fetch = async (): Promise<Response> =>
      count++ === 0 ? new Response(body, { status: 503, headers: NOW }) : json({ ok: true });
    expect(await new TestClient({ fetch }).get('/x', { signal })).toEqual({ ok: true });
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(added).toHaveBeenCalled();
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
  });

  it('are made after an answer without a body, and after one whose body cannot be closed', async () => {
    const stuck = new ReadableStream<Uint8Array>({ cancel: () => Promise.reject(new Error('stuck')) });
    const answers = [
      new Response(null, { status: 503, headers: NOW }),
      new Response(stuck, { status: 503, headers: NOW }),
      json({ ok: true }),
    ];
    const fetch = async (): Promise<Response> => answers.shift() ?? json({});
    expect(await new TestClient({ fetch }).get('/x')).toEqual({ ok: true });
  });
});

describe('an error', () => {
  it('has a text that is no JSON as its body, and none where there is none', async () => {
    const errorOf = async (body: string): Promise<unknown> =>
      failure(new TestClient({ fetch: fakeFetch(new Response(body, { status: 400 })).fetch }).get('/x'));
    expect(await errorOf('no luck')).toMatchObject({ error: 'no luck', message: '400 no luck (GET /x)' });
    expect(await errorOf('')).toMatchObject({ error: undefined });
  });
});

describe('the log', () => {
  const logged = async (level: 'info' | 'debug') => {
    const lines: (readonly unknown[])[] = [];
    const log = (...parts: readonly unknown[]): void => void lines.push(parts);
    const { fetch } = fakeFetch(
      json({ ok: true }, { headers: { 'x-trace': 'abc', 'set-cookie': 'SECRET' } }),
    );
    const logger = { error: log, warn: log, info: log, debug: log };
    const client = new TestClient({ fetch, logger, logLevel: level });
    await client.post('/x', { body: { a: 1 } });
    await client.post('/x', { body: { a: 1 } });
    return lines;
  };

  it('tells calls apart, and how long each took', async () => {
    const lines = (await logged('info')).map(([text]) => String(text));
    const found = lines.map((line) => /^\[log_(\d+)\] post \/x: 200 after (\d+) ms$/.exec(line));
    expect(found).toHaveLength(2);
    expect(new Set(found.map((match) => match?.[1])).size).toBe(2);
    for (const match of found) expect(Number(match?.[2])).toBeLessThan(60_000);
  });

  it('has headers of the answer at its most talkative only', async () => {
    expect((await logged('info')).map((parts) => parts.length)).toEqual([1, 1]);
    const lines = await logged('debug');
    const [sending, , sent] = lines;
    expect(sending?.[0]).toMatch(/^\[log_\d+\] sending$/);
    expect(sending?.[1]).toMatchObject({ retry: 0, method: 'POST', url: 'http://api.test/x' });
    const received = lines.find((parts) => / 200 after /.test(String(parts[0])));
    expect(received?.[1]).toMatchObject({ 'x-trace': 'abc' });
    expect(JSON.stringify(lines)).not.toContain('SECRET');
    expect(sent).toBeDefined();
  });
});
