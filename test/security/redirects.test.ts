/** A redirect leads elsewhere: no credential goes along, in whatever place it is. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { clientCredentials } from '../../templates/typescript/runtime/internal/auth-oauth2.ts';
import { followRedirects } from '../../templates/typescript/runtime/internal/redirects.ts';
import { failure, fakeFetch, TestClient } from '../runtime/support.ts';
import { host, SecretClient, sendJSON, told } from './hosts.ts';

const settings = { redirects: followRedirects(['sid']) };

describe('a redirect to another origin', () => {
  it.each([301, 302, 303, 307, 308])('carries no credential and no header of the caller (%i)', async (status) => {
    const thief = await host((_request, response) => sendJSON(response, { ok: 1 }));
    // The query of the request is copied, as servers do that only move.
    const api = await host((request, response) => response.writeHead(status, { location: `${thief.url}${request.url}&kept=1` }).end());
    const client = new SecretClient({ baseURL: api.url, settings, defaultHeaders: { 'X-Mine': 'SECRET-default' } });
    expect(await client.get('/x', { headers: { Cookie: 'c=SECRET-own' } })).toEqual({ ok: 1 });
    expect(told(api)).toContain('SECRET-header');
    expect(thief.received).toMatchObject([{ url: '/x?kept=1', headers: { accept: 'application/json' } }]);
    expect(told(thief)).not.toContain('SECRET');
  });

  it('and back again brings no credential either', async () => {
    const api = await host((request, response) => (request.url?.startsWith('/x') ? response.writeHead(302, { location: `${thief.url}/y` }).end() : sendJSON(response, {})));
    const thief = await host((_request, response) => response.writeHead(302, { location: `${api.url}/z` }).end());
    await new SecretClient({ baseURL: api.url, settings }).get('/x');
    expect(JSON.stringify(api.received[1])).not.toContain('SECRET');
  });
});

it('where only Authorization and Cookie carry credentials, fetch itself takes them off', async () => {
  const thief = await host((_request, response) => sendJSON(response, {}));
  const api = await host((_request, response) => response.writeHead(307, { location: `${thief.url}/x` }).end());
  await new TestClient({ baseURL: api.url, token: 'SECRET' }).get('/x', { headers: { Cookie: 'c=SECRET' } });
  expect(told(api).match(/SECRET/g)).toHaveLength(2);
  expect(thief.received).toHaveLength(1);
  expect(told(thief)).not.toContain('SECRET');
});

describe('a redirect within the origin', () => {
  it('keeps method, body and credentials where the status says so', async () => {
    const api = await host((request, response) => (request.url?.startsWith('/x') ? response.writeHead(307, { location: '/y' }).end() : sendJSON(response, {})));
    await new SecretClient({ baseURL: api.url, settings }).post('/x', { body: { a: 1 } });
    expect(api.received[1]).toMatchObject({ url: '/y', method: 'POST', body: '{"a":1}', headers: { 'x-session': 'SECRET-header' } });
  });

  it('becomes a GET without a body after a POST', async () => {
    const api = await host((request, response) => (request.url?.startsWith('/x') ? response.writeHead(303, { location: '/y' }).end() : sendJSON(response, {})));
    await new SecretClient({ baseURL: api.url, settings }).post('/x', { body: { a: 1 } });
    expect(api.received[1]).toMatchObject({ url: '/y', method: 'GET', body: '' });
    expect(api.received[1]?.headers['content-type']).toBeUndefined();
  });

  it('does not go on for ever, nor to what is no server', async () => {
    const ring = await host((_request, response) => response.writeHead(302, { location: '/x' }).end());
    expect(await failure(new SecretClient({ baseURL: ring.url, settings }).get('/x'))).toMatchObject({ message: expect.stringContaining('20 times') });
    const data = await host((_request, response) => response.writeHead(302, { location: 'data:application/json,{}' }).end());
    expect(await failure(new SecretClient({ baseURL: data.url, settings }).get('/x'))).toMatchObject({ message: expect.stringContaining('data:') });
  });

  it('is an error for a stream, which is gone', async () => {
    const api = await host((_request, response) => response.writeHead(307, { location: '/y' }).end());
    const body = new Blob(['x']).stream();
    expect(await failure(new SecretClient({ baseURL: api.url, settings }).post('/x', { body }))).toMatchObject({ message: expect.stringContaining('stream') });
    expect(api.received).toHaveLength(1);
  });
});

it('an error of the platform that quotes the URL does not tell the credential in it', async () => {
  const quoting = (url: string): Promise<Response> => Promise.reject(Object.assign(new TypeError(`error sending request for url (${url}): refused`), { path: url }));
  const error = await failure(new SecretClient({ fetch: quoting, settings }).get('/x', { query: { a: 1 } }));
  expect(error).toMatchObject({ name: 'APIConnectionError', cause: { message: 'error sending request for url (http://api.test/x?sid=***&a=1): refused', path: 'http://api.test/x?sid=***&a=1' } });
  const { cause } = error as Error;
  expect(inspect(error, { depth: 9, showHidden: true }) + (cause as Error).stack).not.toContain('SECRET');
});

it('a browser, which hides the target, refuses', async () => {
  const opaque = { type: 'opaqueredirect', status: 0, headers: new Headers(), ok: false } as Response;
  const { requests, fetch } = fakeFetch(() => opaque);
  expect(await failure(new SecretClient({ fetch, settings }).get('/x'))).toMatchObject({ message: expect.stringContaining('redirects') });
  expect(requests).toHaveLength(1);
});

it('an option of fetch leaves redirects to fetch', async () => {
  const api = await host((_request, response) => response.writeHead(302, { location: '/y' }).end());
  expect(await failure(new SecretClient({ baseURL: api.url, settings, fetchOptions: { redirect: 'error' } }).get('/x'))).toMatchObject({ name: 'APIConnectionError' });
  expect(api.received).toHaveLength(1);
});

it('the token endpoint takes the secret nowhere else', async () => {
  const thief = await host((_request, response) => sendJSON(response, { access_token: 'theirs' }));
  const login = await host((_request, response) => response.writeHead(307, { location: `${thief.url}/token` }).end());
  const api = await host((_request, response) => sendJSON(response, {}));
  const client = new (class extends TestClient {
    protected override authSchemes(): ReturnType<TestClient['authSchemes']> {
      return { oauth: clientCredentials({ tokenURL: `${login.url}/token`, clientID: 'me', clientSecret: 'SECRET', send: 'body' }) };
    }
  })({ baseURL: api.url });
  expect(await failure(client.get('/x'))).toMatchObject({ message: expect.stringContaining('token endpoint redirects') });
  expect([login.received.length, thief.received.length, api.received.length]).toEqual([1, 0, 0]);
});
