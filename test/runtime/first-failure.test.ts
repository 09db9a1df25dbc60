/** What a user sees first when something goes wrong: the stack, the message, and what is printed. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import {
  AbstractPageNumberPage,
  type PageNumberScheme,
} from '../../templates/typescript/runtime/pagination.ts';
import { toFile } from '../../templates/typescript/runtime/uploads.ts';
import { APIResource } from '../../templates/typescript/runtime/resource.ts';
import { toResult } from '../../templates/typescript/runtime/result.ts';
import { TestClient, collect, failure, fakeFetch, json } from './support.ts';

class Things extends AbstractPageNumberPage<unknown> {
  static override readonly scheme: PageNumberScheme = { items: ['things'], page: 'page' };
}

const failing = (): TestClient =>
  new TestClient({ fetch: fakeFetch(json({ error: 'gone' }, { status: 404 })).fetch, token: 'SECRET' });

async function awaits(client: TestClient): Promise<unknown> {
  return await client.get('/x');
}
async function loops(client: TestClient): Promise<void> {
  for await (const _item of client.getAPIList('/x', Things));
}
async function asks(client: TestClient): Promise<unknown> {
  return await client.get('/x').withResponse();
}
async function functions(client: TestClient): Promise<unknown> {
  const result = await toResult(() => client.get('/x'));
  throw result.error;
}

it.each([awaits, loops, asks, functions])(
  'the stack of a failed call holds its caller (%o)',
  async (caller) => {
    const error = (await failure(caller(failing()))) as Error;
    expect(error.stack).toContain(caller.name);
    expect(error.stack).toContain('404 gone (GET /x)');
  },
);

it('the stack holds the caller where there is no connection', async () => {
  const client = new TestClient({ fetch: () => Promise.reject(new TypeError('reset')), maxRetries: 0 });
  const error = (await failure(awaits(client))) as Error;
  expect(error.stack).toContain('awaits');
  expect(error).toMatchObject({ request: { method: 'GET', url: 'http://api.test/x' } });
});

it('a call that nobody awaits does not end the process', async () => {
  const seen: unknown[] = [];
  const note = (reason: unknown): void => void seen.push(reason);
  process.on('unhandledRejection', note);
  void failing().get('/x');
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  expect(seen).toEqual([]);
});

it('an error tells its request without secrets', async () => {
  const { fetch } = fakeFetch(json({}, { status: 400, headers: { 'x-request-id': 'req_1' } }));
  const client = new TestClient({ fetch });
  expect(await failure(client.get('/x', { query: { api_key: 'SECRET', a: 1 } }))).toMatchObject({
    message: '400 {} (GET /x, request req_1)',
    request: { method: 'GET', url: expect.not.stringContaining('SECRET') },
  });
});

it('client, resources and promises are printed in one line without what they hold', () => {
  const client = failing();
  class Books extends APIResource {}
  const books = new Books(client);
  const call = client.get('/x');
  for (const text of [inspect({ client, books, call }), inspect(call), JSON.stringify({ books })])
    expect(text).not.toContain('SECRET');
  expect(inspect(client)).toMatch(/^\w+ \{ baseURL: 'http:\/\/api\.test', timeout: 60000, maxRetries: 2 \}$/);
  expect(inspect(books)).toBe('Books {}');
  expect(inspect(call)).toBe('APIPromise {}');
  expect(Object.keys(client)).not.toContain('_options');
});

it('what was assigned to a client counts for its copies', () => {
  const client = failing();
  client.token = 'NEW';
  expect(client.withOptions({ timeout: 5 }).token).toBe('NEW');
});

it('a page where JSON was asked for is an error that shows it', async () => {
  const { fetch } = fakeFetch(
    new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }),
  );
  expect(await failure(new TestClient({ fetch }).get('/x'))).toMatchObject({
    name: 'APIParseError',
    message: 'Expected JSON, got text/html (status 200): <html>Sign in</html> (GET /x)',
    request: { method: 'GET' },
  });
  expect(await new TestClient({ fetch }).get('/x', { headers: { accept: 'text/html' } })).toContain(
    'Sign in',
  );
});

it('204 is undefined where nothing is promised', async () => {
  const { fetch } = fakeFetch(new Response(null, { status: 204 }));
  expect(await new TestClient({ fetch }).get('/x', { headers: { Accept: '*/*' } })).toBeUndefined();
});

it('a page without its items is empty, and says so once', async () => {
  const said: unknown[] = [];
  const log = (...all: unknown[]): void => void said.push(all[0]);
  const logger = { error: log, warn: log, info: log, debug: log };
  const { fetch } = fakeFetch(json({ message: 'other' }));
  const client = new TestClient({ fetch, logger, logLevel: 'warn' });
  for (let count = 0; count < 2; count += 1)
    expect(await collect(client.getAPIList('/x', Things))).toEqual([]);
  expect(said).toEqual(['A page has no items at ["things"]; treating it as empty']);
});

it('a body with GET fails with a word about it', async () => {
  const { fetch } = fakeFetch(json({}));
  const strict: typeof globalThis.fetch = (url, init) => {
    new Request(url, init);
    return fetch(String(url), init);
  };
  const error = await failure(new TestClient({ fetch: strict }).get('/x', { body: { q: 1 } }));
  expect(error).toMatchObject({ message: 'fetch on this platform cannot send a GET request with a body' });
});

it.each([
  [null, 'toFile expects bytes, text, a stream, a Blob or a Response, got null'],
  [{}, 'toFile expects bytes, text, a stream, a Blob or a Response, got a plain object'],
  [7, 'toFile expects bytes, text, a stream, a Blob or a Response, got 7'],
  [new Response('no', { status: 404 }), 'Cannot upload a response with status 404'],
])('toFile(%o) says what it needs', async (value, message) => {
  expect(await failure(toFile(value as never))).toMatchObject({ message });
});
