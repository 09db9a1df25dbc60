import { afterEach, describe, expect, it, vi } from 'vitest';
import { APIPromise } from '../../templates/typescript/runtime/api-promise.ts';
import {
  isBrowser,
  readBoolean,
  readEnv,
  readNumber,
} from '../../templates/typescript/runtime/internal/env.ts';
import { buildHeaders } from '../../templates/typescript/runtime/internal/headers.ts';
import { redactBody, redactHeaders, redactURL } from '../../templates/typescript/runtime/internal/log.ts';
import { retryDelay, shouldRetry, sleep } from '../../templates/typescript/runtime/internal/retry.ts';
import { APIResource } from '../../templates/typescript/runtime/resource.ts';
import { collect, failure, fakeFetch, json, NOW, TestClient } from './support.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('options', () => {
  it('have defaults', () => {
    expect(new TestClient()).toMatchObject({
      baseURL: 'http://api.test',
      timeout: 60_000,
      maxRetries: 2,
      maxRetryDelay: 60_000,
      deadline: undefined,
    });
    expect(new TestClient({ settings: { timeout: 5, maxRetries: 7 } })).toMatchObject({
      timeout: 5,
      maxRetries: 7,
    });
    expect(new TestClient({ timeout: 0, maxRetries: 0 })).toMatchObject({ timeout: 0, maxRetries: 0 });
  });

  it('come from the environment', async () => {
    vi.stubEnv('TESTAPI_BASE_URL', ' http://env.test/v1/ ');
    vi.stubEnv('TESTAPI_LOG', 'DEBUG');
    vi.stubEnv('TESTAPI_CUSTOM_HEADERS', 'X-A: 1\nX-B: a:b \nbroken\n: none\n');
    const { fetch, requests } = fakeFetch(json({}));
    const client = new TestClient({
      fetch,
      logLevel: undefined,
      logger: silent(),
      defaultHeaders: { 'x-b': 'mine' },
    });
    expect(client.logLevel).toBe('debug');
    await client.get('x');
    expect(requests[0]?.url).toBe('http://env.test/v1/x');
    expect(requests[0]?.headers.get('x-a')).toBe('1');
    expect(requests[0]?.headers.get('x-b')).toBe('mine');
    vi.stubEnv('TESTAPI_LOG', 'loud');
    expect(new TestClient({ logLevel: undefined }).logLevel).toBe('warn');
    expect(new TestClient({ settings: { envPrefix: '' } }).baseURL).toBe('http://api.test');
    const sandbox = { environments: { sandbox: 'http://sandbox.test' } };
    expect(new TestClient({ environment: 'sandbox', settings: sandbox }).baseURL).toBe('http://sandbox.test');
    expect(() => new TestClient({ environment: 'constructor', settings: sandbox })).toThrow(
      'expected one of sandbox',
    );
    expect(() => new TestClient({ environment: 'x' })).toThrow('Unknown environment x');
  });

  it('survive a runtime without variables, and one that does not permit reading them', () => {
    vi.stubGlobal('process', undefined);
    expect(readEnv('A')).toBeUndefined();
  });

  it('read numbers and booleans from variables', () => {
    vi.stubEnv('A_NUMBER', ' 12.5 ');
    vi.stubEnv('NO_NUMBER', 'twelve');
    expect(['A_NUMBER', 'NO_NUMBER', 'NOT_SET'].map(readNumber)).toEqual([12.5, undefined, undefined]);
    const texts = { B_TRUE: 'TRUE', B_ONE: '1', B_FALSE: 'false', B_ZERO: '0', B_OTHER: 'yes' };
    for (const [name, value] of Object.entries(texts)) {
      vi.stubEnv(name, value);
    }
    expect(Object.keys(texts).map(readBoolean)).toEqual([true, true, false, false, undefined]);
  });

  it('choose the server of an operation unless the user chose one', () => {
    const options = { defaultBaseURL: 'http://files.test' };
    expect(new TestClient().buildURL('/x', null, options)).toBe('http://files.test/x');
    expect(new TestClient({ baseURL: 'http://mine.test' }).buildURL('/x', null, options)).toBe(
      'http://mine.test/x',
    );
    const changed = new TestClient();
    changed.baseURL = 'http://changed.test/';
    expect(changed.buildURL('/x', null, options)).toBe('http://changed.test/x');
    expect(changed.buildURL('https://other.test/x?a=1', { b: 2 })).toBe('https://other.test/x?a=1&b=2');
  });

  it('can be replaced in a copy', async () => {
    const { fetch, requests } = fakeFetch(json({}));
    const client = new TestClient({ fetch, token: 'a', timeout: 10 }).use((request, next) => next(request));
    client.token = 'b';
    client.baseURL = 'http://changed.test';
    const copy = client.withOptions({ maxRetries: 9 });
    expect(copy).toMatchObject({ token: 'b', timeout: 10, maxRetries: 9, baseURL: 'http://changed.test' });
    expect(copy).toBeInstanceOf(TestClient);
    await copy.get('/x');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer b');
    const settings = { environments: { sandbox: 'http://sandbox.test' } };
    expect(new TestClient({ settings }).withOptions({ environment: 'sandbox' }).baseURL).toBe(
      'http://sandbox.test',
    );
    expect(
      new TestClient({ settings, baseURL: 'http://a.test' }).withOptions({ environment: 'sandbox' }).baseURL,
    ).toBe('http://sandbox.test');
    expect(client.withOptions({ baseURL: 'http://z.test' }).baseURL).toBe('http://z.test');
  });

  it('keep the client out of browsers where that is unsafe', () => {
    expect(isBrowser()).toBe(false);
    vi.stubGlobal('window', { document: {} });
    vi.stubGlobal('navigator', {});
    expect(isBrowser()).toBe(true);
    const browser = (
      rule: 'allow' | 'disallow' | 'dangerous_allow' | undefined,
      consent?: boolean,
    ): TestClient =>
      new TestClient({ dangerouslyAllowBrowser: consent, settings: rule ? { browser: rule } : {} });
    browser(undefined);
    browser('allow');
    browser('dangerous_allow', true);
    expect(() => browser('dangerous_allow')).toThrow('dangerouslyAllowBrowser');
    expect(() => browser('disallow', true)).toThrow('visitors could read your credentials');
  });

  it('use the fetch of the platform, and pass its options on', async () => {
    const seen: RequestInit[] = [];
    vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
      seen.push(init);
      return json({});
    });
    const client = new TestClient({ fetchOptions: { keepalive: true, dispatcher: 'd' } });
    await client.get('/x', { fetchOptions: { cache: 'no-store' } });
    expect(seen[0]).toMatchObject({ keepalive: true, dispatcher: 'd', cache: 'no-store', method: 'GET' });
  });

  it('accept a promise of the options of a request', async () => {
    const { fetch, requests } = fakeFetch(json({}));
    const client = new TestClient({ fetch });
    await client.put('/x', Promise.resolve({ body: { a: 1 } }));
    await client.patch('/x');
    expect(requests.map((request) => request.method + request.body)).toEqual(['PUT{"a":1}', 'PATCH']);
    expect(await failure(client.get('/x', Promise.reject(new RangeError('late'))))).toBeInstanceOf(
      RangeError,
    );
  });
});

describe('headers', () => {
  it('are merged in layers; null removes, undefined is nothing', () => {
    const merged = buildHeaders([
      { A: '1', B: '2', C: '3', D: '4' },
      new Headers({ a: '5' }),
      [
        ['b', null],
        ['e', undefined],
      ],
      { c: undefined, f: ['6', '7'], g: null },
      null,
      undefined,
    ]);
    expect(Object.fromEntries(merged.values)).toEqual({ a: '5', c: '3', d: '4', f: '6, 7' });
    expect([...merged.nulls]).toEqual(['b', 'g']);
    const again = buildHeaders([{ b: '8', d: '9' }, merged, { g: '10' }]);
    expect(Object.fromEntries(again.values)).toEqual({ a: '5', c: '3', d: '4', f: '6, 7', g: '10' });
    expect([...again.nulls]).toEqual(['b']);
  });

  it('cannot be split by a value', () => {
    expect(() => buildHeaders([{ a: 'x\r\nb: y' }])).toThrow('Invalid header "a"');
  });

  it('of a request come last', async () => {
    const { fetch, requests } = fakeFetch(json({}));
    const client = new TestClient({ fetch, token: 't', defaultHeaders: { 'X-Default': 'd', Accept: 'a/b' } });
    await client.post('/x', {
      body: {},
      headers: { 'X-Default': null, Authorization: null, 'content-type': 'application/x+json' },
    });
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
      accept: 'a/b',
      'content-type': 'application/x+json',
      'user-agent': 'SDK/JS 0.0.0',
    });
  });
});

describe('the wait before a retry', () => {
  const delay = (headers: Record<string, string>, retry = 0): number =>
    retryDelay(new Headers(headers), retry).delay;

  it('is what the server asks for', () => {
    expect(delay({ 'retry-after-ms': '1234.5' })).toBe(1234.5);
    expect(delay({ 'retry-after': '7' })).toBe(7_000);
    expect(delay({ 'retry-after': '0' })).toBe(0);
    expect(delay({ 'retry-after-ms': '10', 'retry-after': '7' })).toBe(10);
    expect(delay({ 'retry-after': new Date(Date.now() + 30_000).toUTCString() })).toBeGreaterThan(28_000);
    expect(retryDelay(new Headers({ 'retry-after': '3600' }), 0)).toEqual({ asked: true, delay: 3_600_000 });
  });

  it('ends the retries beyond the cap, with an error that tells how long it would be', async () => {
    const { fetch, requests } = fakeFetch(
      json({ message: 'slow down' }, { status: 429, headers: { 'retry-after': '61' } }),
    );
    expect(await failure(new TestClient({ fetch }).get('/x'))).toMatchObject({
      name: 'RateLimitError',
      message: '429 slow down; not retried: the delay of 61 s exceeds maxRetryDelay (GET /x)',
    });
    expect(requests).toHaveLength(1);
    expect(
      await failure(new TestClient({ fetch, maxRetryDelay: 62_000, deadline: 50 }).get('/x')),
    ).toMatchObject({
      message: '429 slow down; not retried: the delay of 61 s exceeds the deadline (GET /x)',
    });
    const settings = { retry: { deadline: 50 } };
    expect(await failure(new TestClient({ fetch, maxRetryDelay: 62_000, settings }).get('/x'))).toMatchObject(
      {
        message: '429 slow down; not retried: the delay of 61 s exceeds the deadline (GET /x)',
      },
    );
  });

  it.each([
    { 'retry-after': 'Mon, 01 Jan 2024 00:00:00 GMT' },
    { 'retry-after': '1, 5' },
    { 'retry-after': 'NaN' },
    { 'retry-after': '-1' },
    { 'retry-after': 'soon' },
    { 'retry-after-ms': '' },
    { 'retry-after': 'Infinity' },
    {},
  ])('is the back-off for %j', (headers) => {
    expect(delay(headers as Record<string, string>)).toBeGreaterThanOrEqual(375);
    expect(delay(headers as Record<string, string>)).toBeLessThanOrEqual(500);
  });

  it('ends when the caller aborts, and leaves neither a timer nor a listener', async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const { signal } = controller;
    const removed = vi.spyOn(signal, 'removeEventListener');
    const waiting = failure(sleep(60_000, signal));
    controller.abort();
    expect(await waiting).toMatchObject({ name: 'APIUserAbortError' });
    expect([vi.getTimerCount(), removed.mock.calls.length]).toEqual([0, 1]);
    vi.useRealTimers();
  });

  it('doubles up to eight seconds', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect([0, 1, 2, 3, 4, 5, 90].map((retry) => retryDelay(undefined, retry).delay)).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000,
    ]);
    vi.spyOn(Math, 'random').mockReturnValue(1);
    expect(retryDelay(undefined, 0).delay).toBe(375);
    vi.restoreAllMocks();
  });
});

function silent(): { error(): void; warn(): void; info(): void; debug(): void } {
  const nothing = (): void => undefined;
  return { error: nothing, warn: nothing, info: nothing, debug: nothing };
}

describe('logging', () => {
  function logger(): {
    lines: string[];
    logger: Record<'error' | 'warn' | 'info' | 'debug', (...args: unknown[]) => void>;
  } {
    const lines: string[] = [];
    const at =
      (level: string) =>
      (...args: unknown[]): void => {
        lines.push(
          [level, ...args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg)))].join(' '),
        );
      };
    return { lines, logger: { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') } };
  }
  const hide = (lines: string[]): string[] =>
    lines.map((line) => line.replace(/log_\w+/, 'ID').replace(/\d+ ms/, 'N ms'));

  it('is silent at the default level', async () => {
    const { lines, logger: own } = logger();
    await new TestClient({ fetch: fakeFetch(json({})).fetch, logger: own, logLevel: undefined }).get('/x');
    expect(lines).toEqual([]);
  });

  it('shows results and retries, linked by an id', async () => {
    const { lines, logger: own } = logger();
    const { fetch } = fakeFetch(
      new Response('', { status: 503, headers: NOW }),
      new TypeError('reset'),
      json({}),
    );
    await new TestClient({ fetch, logger: own, logLevel: 'info' }).get('/x?api_key=1');
    expect(new Set(lines.map((line) => /log_\w+/.exec(line)?.[0])).size).toBe(1);
    expect(hide(lines)).toEqual([
      'info [ID] get /x?api_key=***: 503 after N ms',
      'info [ID] retrying in N ms, 1 left',
      'info [ID] get /x?api_key=***: APIConnectionError: Connection error. after N ms',
      'info [ID] retrying in N ms, 0 left',
      'info [ID] get /x?api_key=***: 200 after N ms',
    ]);
  });

  it('never shows a secret', async () => {
    const { lines, logger: own } = logger();
    const { fetch } = fakeFetch(
      json({ access_token: 'SECRET', plan: 'SECRET', ok: 1 }, { headers: { 'set-cookie': 'SECRET' } }),
    );
    const client = new TestClient({
      fetch,
      logger: own,
      logLevel: 'debug',
      token: 'SECRET',
      redact: ['Plan', 'x-tenant'],
    });
    await client.post('/x', {
      query: { token: 'SECRET', 'a[password]': 'SECRET', q: 1 },
      body: { password: 'SECRET', deep: [{ apiKey: 'SECRET', name: 'n' }] },
      headers: { 'X-Tenant': 'SECRET' },
    });
    await client.post('/x', { body: new Uint8Array(3) });
    expect(lines.join('\n')).not.toContain('SECRET');
    expect(lines.join('\n')).toContain('"name":"n"');
    expect(lines.join('\n')).toContain('"ok":1');
    expect(lines.join('\n')).toContain('[object Uint8Array]');
    expect(redactURL('https://u:p@h/x?a=1&client_secret=2&b', [])).toBe(
      'https://***@h/x?a=1&client_secret=***&b',
    );
    expect(redactBody('password=x&a=1', [])).toBe('password=***&a=1');
    expect(redactBody('"x"', [])).toBe('x');
  });
});

describe('what a log hides', () => {
  it.each([
    ['https://h/x?client_secret=secret&b=22&c', [], 'https://h/x?client_secret=***&b=22&c'],
    ['https://h/x?se%63ret=hidden', [], 'https://h/x?se%63ret=***'],
    ['https://h/x?my+name=hidden&q=1', ['My Name'], 'https://h/x?my+name=***&q=1'],
    ['https://u:p@h/x', [], 'https://***@h/x'],
    ['https://h/x@y?q=a@b', [], 'https://h/x@y?q=a@b'],
  ])('of the URL %s', (url, names, expected) => expect(redactURL(url, names)).toBe(expected));

  it('of headers', () => {
    const headers = new Headers({
      authorization: 'Bearer hidden',
      'x-mine': 'hidden',
      'x-other': 'shown',
      location: 'https://u:hidden@h/x?a=hidden&b=hidden',
      'content-location': '/x#hidden',
      link: '</x?api_key=hidden>',
    });
    expect(redactHeaders(headers, ['X-Mine'])).toEqual({
      authorization: '***',
      'x-mine': '***',
      'x-other': 'shown',
      location: 'https://***@h/x?***',
      'content-location': '/x#***',
      link: '</x?api_key=***',
    });
  });
});

describe('the promise of a call', () => {
  it('parses once, when asked', async () => {
    const { fetch } = fakeFetch(json({ data: { id: 1 } }));
    const client = new TestClient({ fetch });
    const call = client.get<{ data: { id: number } }>('/x');
    expect(call).toBeInstanceOf(APIPromise);
    expect(await call).toBe(await call);
    expect(
      await call
        ._thenUnwrap(({ data }) => data.id)
        .then((id) => id + 1)
        .catch(() => 0),
    ).toBe(2);
    let done = false;
    await client.get('/x').finally(() => {
      done = true;
    });
    expect(done).toBe(true);
    expect(await client.get('/x').catch(() => 1)).toEqual({ data: { id: 1 } });
    const response = await client.get('/x').asResponse();
    expect(await response.json()).toEqual({ data: { id: 1 } });
    expect(await Promise.all([client.get('/x'), Promise.race([client.get('/x')])])).toHaveLength(2);
  });

  it('does not end the process when nobody awaits it', async () => {
    const { fetch } = fakeFetch(new Response('', { status: 404 }));
    void new TestClient({ fetch }).get('/x');
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('belongs to resources', async () => {
    class Servers extends APIResource<TestClient> {
      list(): APIPromise<unknown> {
        return this._client.get('/servers');
      }
    }
    const { fetch, requests } = fakeFetch(json([]));
    expect(await new Servers(new TestClient({ fetch })).list()).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await collect((async function* () {})())).toEqual([]);
  });
});

describe('retries that an API describes', () => {
  const settings = { first: 100, longest: 1_000, factor: 3, statuses: ['5XX', '429'] };
  const delay = (retry: number): number => retryDelay(undefined, retry, settings).delay;
  const retried = (status: number, headers = {}): boolean =>
    shouldRetry(new Response(null, { status, headers }), settings);

  it('pause as it says', () => {
    for (const [retry, longest] of [
      [0, 100],
      [1, 300],
      [2, 900],
      [3, 1_000],
    ] as const) {
      expect(delay(retry)).toBeLessThanOrEqual(longest);
      expect(delay(retry)).toBeGreaterThan(longest * 0.74);
    }
  });

  it('are made for the statuses that it lists, unless the server says otherwise', () => {
    expect([503, 429, 409, 408, 404].map((status) => retried(status))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(retried(404, { 'x-should-retry': 'true' })).toBe(true);
  });
});
