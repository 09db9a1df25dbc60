/** What a program meets on its first day, and what used to go wrong without a word. */
import { urlEncodedRequestOptions } from '../../templates/typescript/runtime/internal/form.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { binaryRequestOptions } from '../../templates/typescript/runtime/internal/binary.ts';
import { buildHeaders } from '../../templates/typescript/runtime/internal/headers.ts';
import {
  maybeMultipartFormRequestOptions,
  multipartFormRequestOptions,
  type PartEncodings,
} from '../../templates/typescript/runtime/internal/multipart.ts';
import type { RequestOptions } from '../../templates/typescript/runtime/internal/request-options.ts';
import {
  eventStreamWith,
  type EventRule,
  type Stream,
} from '../../templates/typescript/runtime/streaming.ts';
import { toFile } from '../../templates/typescript/runtime/uploads.ts';
import { sdkOf } from '../support/sdk.ts';
import { collect, failure, fakeFetch, json, type Recorded, TestClient, type TestOptions } from './support.ts';

async function sent(options: RequestOptions, client: TestOptions = {}): Promise<Recorded> {
  const { fetch, requests } = fakeFetch(json({}));
  await new TestClient({ fetch, ...client }).post('/x', options);
  return requests[0] ?? failNothing();
}

const failNothing = (): never => {
  throw new Error('nothing was sent');
};

describe('headers', () => {
  it('that differ in case only: the last one counts', () => {
    const of = (...layers: Parameters<typeof buildHeaders>[0]): unknown =>
      Object.fromEntries(buildHeaders(layers).values);
    expect(of({ 'X-A': '1', 'x-a': '2' })).toEqual({ 'x-a': '2' });
    expect(
      of([
        ['X-A', '1'],
        ['x-a', '2'],
      ]),
    ).toEqual({ 'x-a': '2' });
    expect(of({ 'X-A': ['1', '2'] })).toEqual({ 'x-a': '1, 2' });
    expect(
      of([
        ['x-a', '1'],
        ['x-a', '2'],
      ]),
    ).toEqual({ 'x-a': '1, 2' });
    expect(of({ 'X-A': '1' }, { 'x-A': null })).toEqual({});
  });

  it('of cookies are one header with all of them, in every layer', () => {
    const of = (...layers: Parameters<typeof buildHeaders>[0]): unknown =>
      buildHeaders(layers).values.get('cookie');
    expect(of({ cookie: 'a=1' }, { Cookie: 'b=2' })).toBe('a=1; b=2');
    expect(
      of([
        ['cookie', 'a=1'],
        ['cookie', 'b=2'],
      ]),
    ).toBe('a=1; b=2');
    expect(of({ cookie: 'a=1' }, { cookie: null }, { cookie: 'c=3' })).toBe('c=3');
  });
});

describe('errors at once', () => {
  it('for time limits that are none', async () => {
    for (const options of [{ timeout: NaN }, { timeout: -1 }, { deadline: NaN }]) {
      const { fetch, requests } = fakeFetch(new TypeError('down'));
      expect(await failure(new TestClient({ fetch, ...options }).get('/x'))).toMatchObject({
        message: 'timeout and deadline must be numbers, in milliseconds',
      });
      expect(await failure(new TestClient({ fetch }).get('/x', options))).toMatchObject({ name: 'SDKError' });
      expect(requests).toEqual([]);
    }
  });

  it('for URLs and environments that are none', async () => {
    for (const baseURL of ['api.test', 'ftp://api.test', 'http://', 'http://a b', '/relative']) {
      const { fetch, requests } = fakeFetch(new TypeError('down'));
      expect(await failure(new TestClient({ fetch, baseURL }).get('/x'))).toMatchObject({
        message: expect.stringContaining('check baseURL'),
      });
      expect(requests).toEqual([]);
    }
    expect(
      () => new TestClient({ environment: 'moon', settings: { environments: { earth: 'http://e' } } }),
    ).toThrow('Unknown environment moon; expected one of earth');
    expect(() => new TestClient().withOptions({ environment: 'moon' })).toThrow('Unknown environment moon');
  });
});

describe('time limits of the platform', () => {
  it.each([
    [
      'connecting in Node',
      Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new Error('x'), {
          name: 'ConnectTimeoutError',
          code: 'UND_ERR_CONNECT_TIMEOUT',
        }),
      }),
    ],
    [
      'several addresses',
      Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' }),
      }),
    ],
    ['a signal of its own', new DOMException('x', 'TimeoutError')],
  ])('are time-out errors: %s', async (_name, error) => {
    const fetch = (): Promise<Response> => Promise.reject(error);
    expect(await failure(new TestClient({ fetch, maxRetries: 0 }).get('/x'))).toMatchObject({
      name: 'APIConnectionTimeoutError',
      cause: error,
    });
  });

  it('are nothing that only mentions them', async () => {
    const fetch = (): Promise<Response> =>
      Promise.reject(
        Object.assign(new TypeError('getaddrinfo timeout.example.com'), { cause: { code: 'ENOTFOUND' } }),
      );
    expect(await failure(new TestClient({ fetch, maxRetries: 0 }).get('/x'))).toMatchObject({
      name: 'APIConnectionError',
    });
  });
});

it('path and method in the options of a call take the place of its own', async () => {
  const request = await sent({ path: '/y', method: 'put', body: { a: 1 } });
  expect([request.method, request.url]).toEqual(['PUT', 'http://api.test/y']);
});

describe('events without data', () => {
  const read = async (text: string, rules: readonly EventRule[] | undefined): Promise<unknown[]> => {
    const { fetch } = fakeFetch(new Response(text, { headers: { 'content-type': 'text/event-stream' } }));
    const settings = { data: 'json', ...(rules && { rules }) } as const;
    return collect(
      await new TestClient({ fetch }).get<Stream<unknown>>('/x', { stream: eventStreamWith(settings) }),
    );
  };

  it('reach the rules by their type, and are never values', async () => {
    const text = 'data: 1\n\nevent: ping\n\nevent: done\n\ndata: 2\n\n';
    expect(await read(text, [{ event: 'done', handle: 'done' }, { handle: 'yield' }])).toEqual([1]);
    expect(await read(text, [{ handle: 'yield' }])).toEqual([1, 2]);
    expect(await read(text, undefined)).toEqual([1, 2]);
    expect(
      await failure(read(text, [{ event: 'done', handle: 'error' }, { handle: 'yield' }])),
    ).toMatchObject({ name: 'APIError' });
  });
});

describe('bodies', () => {
  it('are forms where the caller says so', async () => {
    const request = await sent({
      body: { a: 'x y', b: [1, 2] },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect([request.body, request.headers.get('content-type')]).toEqual([
      'a=x%20y&b=1&b=2',
      'application/x-www-form-urlencoded',
    ]);
    expect(
      (await sent({ body: { a: 1 }, headers: { 'Content-Type': 'application/merge-patch+json' } })).body,
    ).toBe('{"a":1}');
  });

  it('that are lists are refused as forms, by hand and by a method', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const options of [{ body: [1, 2], headers }, urlEncodedRequestOptions({ body: [1, 2] })])
      expect(await failure(sent(options))).toMatchObject({
        message: 'The body of a form request must be an object, not a list',
      });
  });

  it('that are neither text nor bytes are refused where those are sent', async () => {
    for (const body of [{ a: 1 }, [1, 2]]) {
      expect(await failure(sent(binaryRequestOptions({ body }, 'application/xml')))).toMatchObject({
        message: 'The body must be a string, bytes, a file or a stream',
      });
    }
    expect((await sent(binaryRequestOptions({ body: '<a/>' }, 'application/xml'))).body).toBe('<a/>');
  });
});

describe('multipart forms', () => {
  const form = async (body: object, encodings?: PartEncodings, formLists?: 'brackets'): Promise<string[]> => {
    const request = await sent(
      multipartFormRequestOptions({ body }, encodings),
      formLists && { settings: { query: { formLists } } },
    );
    return request.body
      .split(/--form-[0-9a-f]+(?:--)?\r\n/)
      .slice(1, -1)
      .map((part) => part.replace('Content-Disposition: form-data; ', '').trim());
  };

  it('repeat the name of a list, or add brackets as the settings say', async () => {
    expect(await form({ a: [1, 2] })).toEqual(['name="a"\r\n\r\n1', 'name="a"\r\n\r\n2']);
    expect(await form({ a: [1, 2] }, {}, 'brackets')).toEqual(['name="a[]"\r\n\r\n1', 'name="a[]"\r\n\r\n2']);
    expect(await form({ a: [1] }, { a: { contentType: 'text/plain' } }, 'brackets')).toEqual([
      'name="a[]"\r\nContent-Type: text/plain\r\n\r\n1',
    ]);
  });

  it.each([
    ['image/png, image/jpeg', 'image/jpeg', 'image/jpeg'],
    ['image/png, image/jpeg', 'text/plain', 'image/png'],
    ['image/png, image/jpeg', '', 'image/png'],
    ['image/*', 'image/webp', 'image/webp'],
    ['image/*', '', 'application/octet-stream'],
    ['*/*', 'text/css', 'text/css'],
    ['image/*, text/csv', 'text/plain', 'text/csv'],
    ['image/*,text/csv', 'image/gif', 'image/gif'],
    ['text/csv ,  image/*', 'application/image/', 'text/csv'],
    ['text/csv, x/*', 'ax/', 'text/csv'],
    ['x/a*, text/csv', 'x/abc', 'x/abc'],
    ['application/zip', 'application/pdf', 'application/zip'],
  ])('of %s a file of %j goes out as %s', async (contentType, type, expected) => {
    const file = await toFile('x', 'a', { type });
    expect((await form({ file }, { file: { contentType } }))[0]).toContain(`Content-Type: ${expected}\r\n`);
  });

  it('escape what would end a header, and call a file without a name something', async () => {
    const [part] = await form({ 'a\r\n"b': new Blob(['x']) });
    expect(part).toContain('name="a%0D%0A%22b"; filename="unknown_file"');
    expect(part).toContain('Content-Type: application/octet-stream');
  });

  it('carry streams of every kind', async () => {
    async function* pieces() {
      yield new TextEncoder().encode('pie');
      yield new TextEncoder().encode('ces');
    }
    const parts = await form({
      web: new Blob(['web']).stream(),
      iterable: pieces(),
      response: new Response('response').body,
      list: [new Blob(['l']).stream()],
    });
    expect(parts.map((part) => part.split('\r\n\r\n')[1])).toEqual(['web', 'pieces', 'response', 'l']);
    expect(parts[0]).toContain('filename=');
  });

  it('are only forms where there is a file, if JSON will do otherwise', async () => {
    expect(
      (await sent(maybeMultipartFormRequestOptions({ body: { name: 'n' } }))).headers.get('content-type'),
    ).toBe('application/json');
    for (const content of [
      new Blob(['x']),
      new Uint8Array(1),
      new ArrayBuffer(1),
      Promise.resolve(new Blob(['x'])),
      new Blob(['x']).stream(),
      [new Response('x')],
    ]) {
      expect(
        (await sent(maybeMultipartFormRequestOptions({ body: { name: 'n', content } }))).headers.get(
          'content-type',
        ),
      ).toMatch(/^multipart/);
    }
  });
});

it('a success without a body is null', async () => {
  const { fetch } = fakeFetch(
    new Response('', { status: 202, headers: { 'content-type': '' } }),
    new Response(null, { status: 204 }),
    new Response('', { headers: { 'content-type': 'text/plain' } }),
  );
  const client = new TestClient({ fetch });
  expect([await client.get('/x'), await client.get('/x'), await client.get('/x')]).toEqual([null, null, '']);
});

describe('the edition of a config', () => {
  const spec = readFileSync(fileURLToPath(new URL('./first-day/multipart.yml', import.meta.url)), 'utf8');
  const core = async (config?: string): Promise<string> =>
    (await sdkOf(spec, { ...(config && { config }), only: (path) => path === 'src/core.ts' })).files[0]
      ?.text ?? '';

  it('decides how lists are written where the config is silent', async () => {
    const resources = 'resources: { photos: { methods: { create: post /photos } } }\n';
    expect(await core(resources)).toContain("query: { arrayFormat: 'comma', formLists: 'brackets' }");
    expect(await core(`edition: 2025-10-10\n${resources}`)).toContain(
      "query: { arrayFormat: 'comma', formLists: 'brackets' }",
    );
    expect(
      await core(`edition: 2025-10-10\nquery_settings: { array_format: indices }\n${resources}`),
    ).toContain("arrayFormat: 'indices'");
    expect(await core(`edition: 2026-11-21\n${resources}`)).not.toContain('query:');
    expect(await core()).not.toContain('query:');
  });
});
