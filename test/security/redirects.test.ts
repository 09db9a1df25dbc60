/** A redirect leads elsewhere: no credential goes along, in whatever place it is. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { clientCredentials } from '../../templates/typescript/runtime/internal/auth-oauth2.ts';
import { followRedirects } from '../../templates/typescript/runtime/internal/redirects.ts';
import { failure, fakeFetch, TestClient } from '../runtime/support.ts';
import { host, SecretClient, sendJSON, told } from './hosts.ts';

const settings = { redirects: followRedirects(['sid']) };

describe('a redirect to another origin', () => {
  it.each([301, 302, 303, 307, 308])(
    'carries no credential and no header of the caller (%i)',
    async (status) => {
      const thief = await host((_request, response) => sendJSON(response, { ok: 1 }));
      // The query of the request is copied, as servers do that only move.
      const api = await host((request, response) =>
        response.writeHead(status, { location: `${thief.url}${request.url}&kept=1` }).end(),
      );
      const client = new SecretClient({
        baseURL: api.url,
        settings,
        defaultHeaders: { 'X-Mine': 'SECRET-default' },
      });
      expect(await client.get('/x', { headers: { Cookie: 'c=SECRET-own' } })).toEqual({ ok: 1 });
      expect(told(api)).toContain('SECRET-header');
      expect(thief.received).toMatchObject([{ url: '/x?kept=1', headers: { accept: 'application/json' } }]);
      expect(told(thief)).not.toContain('SECRET');
    },
  );

  it('and back again brings no credential either', async () => {
    const api = await host((request, response) =>
      request.url?.startsWith('/x')
        ? response.writeHead(302, { location: `${thief.url}/y` }).end()
        : sendJSON(response, {}),
    );
    const thief = await host((_request, response) =>
      response.writeHead(302, { location: `${api.url}/z` }).end(),
    );
    await new SecretClient({ baseURL: api.url, settings }).get('/x');
    expect(JSON.stringify(api.received[1])).not.toContain('SECRET');
  });
});

it('where only Authorization and Cookie carry credentials, fetch itself takes them off', async () => {
  const thief = await host((_request, response) => sendJSON(response, {}));
  const api = await host((_request, response) =>
    response.writeHead(307, { location: `${thief.url}/x` }).end(),
  );
  await new TestClient({ baseURL: api.url, token: 'SECRET' }).get('/x', { headers: { Cookie: 'c=SECRET' } });
  expect(told(api).match(/SECRET/g)).toHaveLength(2);
  expect(thief.received).toHaveLength(1);
  expect(told(thief)).not.toContain('SECRET');
});

describe('a header of the caller beside a bearer token', () => {
  const received = async (headers: Record<string, string>, perCall: Record<string, string> = {}) => {
    const thief = await host((_request, response) => sendJSON(response, {}));
    const api = await host((_request, response) =>
      response.writeHead(307, { location: `${thief.url}/x` }).end(),
    );
    const client = new TestClient({ baseURL: api.url, token: 'SECRET', defaultHeaders: headers });
    await client.get('/x', { headers: perCall });
    return { api: told(api), thief: told(thief), hops: thief.received.length };
  };

  it.each(['X-API-Key', 'X-Auth-Token', 'X-Session-Secret', 'X-Authorization', 'Authorization-Token'])(
    '%s goes to no other origin',
    async (name) => {
      for (const result of [
        await received({ [name]: 'SECRET-mine' }),
        await received({}, { [name]: 'SECRET-mine' }),
      ]) {
        expect(result.api).toContain('SECRET-mine');
        expect(result.hops).toBe(1);
        expect(result.thief).not.toContain('SECRET');
      }
    },
  );

  it('that is no credential leaves redirects to fetch', async () => {
    const result = await received({ 'X-Trace': 'mine', 'Idempotency-Key': 'once' });
    expect(result.thief).toContain('mine');
    expect(result.thief).toContain('once');
  });
});

describe('a redirect within the origin', () => {
  it('keeps method, body and credentials where the status says so', async () => {
    const api = await host((request, response) =>
      request.url?.startsWith('/x')
        ? response.writeHead(307, { location: '/y' }).end()
        : sendJSON(response, {}),
    );
    await new SecretClient({ baseURL: api.url, settings }).post('/x', { body: { a: 1 } });
    expect(api.received[1]).toMatchObject({
      url: '/y',
      method: 'POST',
      body: '{"a":1}',
      headers: { 'x-session': 'SECRET-header' },
    });
  });

  it('becomes a GET without a body after a POST', async () => {
    const api = await host((request, response) =>
      request.url?.startsWith('/x')
        ? response.writeHead(303, { location: '/y' }).end()
        : sendJSON(response, {}),
    );
    await new SecretClient({ baseURL: api.url, settings }).post('/x', { body: { a: 1 } });
    expect(api.received[1]).toMatchObject({ url: '/y', method: 'GET', body: '' });
    expect(api.received[1]?.headers['content-type']).toBeUndefined();
  });

  it('does not go on for ever, nor to what is no server', async () => {
    const ring = await host((_request, response) => response.writeHead(302, { location: '/x' }).end());
    expect(await failure(new SecretClient({ baseURL: ring.url, settings }).get('/x'))).toMatchObject({
      message: expect.stringContaining('20 times'),
    });
    const data = await host((_request, response) =>
      response.writeHead(302, { location: 'data:application/json,{}' }).end(),
    );
    expect(await failure(new SecretClient({ baseURL: data.url, settings }).get('/x'))).toMatchObject({
      message: expect.stringContaining('data:'),
    });
  });

  it('is an error for a stream, which is gone', async () => {
    const api = await host((_request, response) => response.writeHead(307, { location: '/y' }).end());
    const body = new Blob(['x']).stream();
    expect(
      await failure(new SecretClient({ baseURL: api.url, settings }).post('/x', { body })),
    ).toMatchObject({ message: expect.stringContaining('stream') });
    expect(api.received).toHaveLength(1);
  });
});

it('an error of the platform that quotes the URL does not tell the credential in it', async () => {
  const quoting = (url: string): Promise<Response> =>
    Promise.reject(
      Object.assign(new TypeError(`error sending request for url (${url}): refused`), { path: url }),
    );
  const error = await failure(new SecretClient({ fetch: quoting, settings }).get('/x', { query: { a: 1 } }));
  expect(error).toMatchObject({
    name: 'APIConnectionError',
    cause: {
      message: 'error sending request for url (http://api.test/x?sid=***&a=1): refused',
      path: 'http://api.test/x?sid=***&a=1',
    },
  });
  const { cause } = error as Error;
  expect(inspect(error, { depth: 9, showHidden: true }) + (cause as Error).stack).not.toContain('SECRET');
});

it('a browser, which hides the target, refuses', async () => {
  const opaque = { type: 'opaqueredirect', status: 0, headers: new Headers(), ok: false } as Response;
  const { requests, fetch } = fakeFetch(() => opaque);
  expect(await failure(new SecretClient({ fetch, settings }).get('/x'))).toMatchObject({
    message: expect.stringContaining('redirected'),
  });
  expect(requests).toHaveLength(1);
});

it('an option of fetch leaves redirects to fetch', async () => {
  const api = await host((_request, response) => response.writeHead(302, { location: '/y' }).end());
  expect(
    await failure(
      new SecretClient({ baseURL: api.url, settings, fetchOptions: { redirect: 'error' } }).get('/x'),
    ),
  ).toMatchObject({ name: 'APIConnectionError' });
  expect(api.received).toHaveLength(1);
});

it('the token endpoint takes the secret nowhere else', async () => {
  const thief = await host((_request, response) => sendJSON(response, { access_token: 'theirs' }));
  const login = await host((_request, response) =>
    response.writeHead(307, { location: `${thief.url}/token` }).end(),
  );
  const api = await host((_request, response) => sendJSON(response, {}));
  const client = new (class extends TestClient {
    protected override authSchemes(): ReturnType<TestClient['authSchemes']> {
      return {
        oauth: clientCredentials({
          tokenURL: `${login.url}/token`,
          clientID: 'me',
          clientSecret: 'SECRET',
          send: 'body',
        }),
      };
    }
  })({ baseURL: api.url });
  expect(await failure(client.get('/x'))).toMatchObject({
    message: expect.stringContaining('token endpoint redirected'),
  });
  expect([login.received.length, thief.received.length, api.received.length]).toEqual([1, 0, 0]);
});

describe('one hop', () => {
  interface Asked {
    readonly url: string;
    readonly init: RequestInit;
  }

  /** What is asked second, after a redirect. */
  async function after(status: number, location: string, init: RequestInit = {}): Promise<Asked> {
    const asked: Asked[] = [];
    const follow = followRedirects(['sid'])(async (url, options = {}) => {
      asked.push({ url, init: { ...options } });
      return asked.length === 1 ? new Response(null, { status, headers: { location } }) : new Response('end');
    });
    expect(await (await follow('https://api.test/x?sid=S', init)).text()).toBe('end');
    expect(asked[0]?.init.redirect).toBe('manual');
    return asked[1] ?? { url: 'none', init: {} };
  }

  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [303, 'GET', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [301, 'PATCH', 'PATCH'],
    [302, 'PUT', 'PUT'],
    [302, 'GET', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
    [308, 'DELETE', 'DELETE'],
  ])('%i makes %s a %s, as WHATWG Fetch section 4.4 says', async (status, method, then) => {
    const body = method === 'GET' || method === 'HEAD' ? null : 'text';
    const { init } = await after(status, '/y', {
      method,
      body,
      headers: { 'content-type': 'text/plain', 'content-language': 'de', 'x-a': '1' },
    });
    const keeps = then === method && !(status === 303 && method === 'GET');
    expect([init.method, init.body ?? null]).toEqual([then, keeps ? body : null]);
    expect([...new Headers(init.headers).keys()]).toEqual(
      keeps ? ['content-language', 'content-type', 'x-a'] : ['x-a'],
    );
  });

  it('elsewhere takes only what any server may know, and leaves the rest of the address as it is', async () => {
    const harmless = ['accept', 'accept-language', 'content-language', 'if-match', 'range', 'user-agent'];
    const others = [
      'x-accept',
      'x-content-a',
      'range-key',
      'user-agent-key',
      'authorization',
      'cookie',
      'x-key',
      'my-if-a',
    ];
    const headers = Object.fromEntries([...harmless, ...others].map((name) => [name, 'v']));
    const { url, init } = await after(302, 'https://other.test/y?q=a%20b', { headers });
    expect(url).toBe('https://other.test/y?q=a%20b');
    expect([...new Headers(init.headers).keys()]).toEqual(harmless);
    expect((await after(302, 'https://other.test/y?a=1&sid=S&b=2')).url).toBe('https://other.test/y?a=1&b=2');
    expect((await after(302, 'https://api.test/y?sid=S', { headers })).init.headers).toEqual(headers);
    for (const origin of ['http://api.test/', 'https://api.test:8443/', 'https://sub.api.test/']) {
      expect([...new Headers((await after(302, origin, { headers })).init.headers).keys()]).toEqual(harmless);
    }
  });

  it('leads to http and https alone', async () => {
    for (const url of ['file:///etc/passwd', 'xhttps://api.test/', 'blob:https://api.test/x']) {
      await expect(after(302, url)).rejects.toThrow('unsupported protocol');
    }
  });

  it('takes a body that cannot be sent again nowhere', async () => {
    const generated = (async function* () {
      yield new Uint8Array(1);
    })();
    for (const body of [generated as unknown as ReadableStream, new Blob(['a']).stream()]) {
      await expect(after(307, '/y', { method: 'POST', body })).rejects.toThrow('stream');
    }
  });

  it('is no redirect without a place, nor with another status', async () => {
    for (const response of [
      new Response('end', { status: 302 }),
      new Response('end', { status: 300, headers: { location: '/y' } }),
      new Response('end', { headers: { location: '/y' } }),
      undefined,
    ]) {
      let count = 0;
      const follow = followRedirects()(async () => {
        count += 1;
        return response as Response;
      });
      expect(await follow('https://api.test/')).toBe(response);
      expect(count).toBe(1);
    }
  });

  it('may come twenty times, and what is not read is let go of', async () => {
    let left = 0;
    let canceled = 0;
    const follow = followRedirects()(async () => {
      const body = new ReadableStream({ cancel: () => void canceled++ });
      return left-- > 0
        ? new Response(body, { status: 302, headers: { location: '/y' } })
        : new Response('end');
    });
    left = 20;
    expect(await (await follow('https://api.test/')).text()).toBe('end');
    expect(canceled).toBe(20);
    left = 21;
    await expect(follow('https://api.test/')).rejects.toThrow('20 times');
  });

  it('leaves an error that tells nothing as it is', async () => {
    const error = Object.assign(new Error('refused'), { code: 'E' });
    const thrown = followRedirects(['sid'])(() => Promise.reject(error))('https://api.test/?sid=S');
    expect(await failure(thrown)).toBe(error);
    expect([error.message, Object.hasOwn(error, 'path'), error.code]).toEqual(['refused', false, 'E']);
    const odd = { message: 5, path: undefined };
    expect(await failure(followRedirects(['sid'])(() => Promise.reject(odd))('https://api.test/'))).toBe(odd);
    expect(odd).toEqual({ message: 5, path: undefined });
  });
});
