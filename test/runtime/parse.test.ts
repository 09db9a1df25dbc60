/** What a response becomes, and how the body of a form is written. */
import { describe, expect, it } from 'vitest';
import { urlEncodedRequestOptions } from '../../templates/typescript/runtime/internal/form.ts';
import { Attempt } from '../../templates/typescript/runtime/internal/attempt.ts';
import { TestClient, failure, fakeFetch } from './support.ts';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly accept?: string | null;
  readonly limit?: number;
}

const ask = ({ status = 200, type, body, accept, limit }: Answer): Promise<unknown> => {
  const headers = new Headers(type === undefined ? {} : { 'content-type': type });
  // Bytes, because a text would bring a type of its own.
  const bytes = body === undefined ? null : new TextEncoder().encode(body);
  const { fetch } = fakeFetch(new Response(bytes, { status, headers }));
  const client = new TestClient({ fetch, maxRetries: 0 });
  return client.get('/x', {
    ...(accept !== undefined && { headers: { accept } }),
    ...(limit !== undefined && { maxResponseBytes: limit }),
  });
};

describe('a response', () => {
  it.each<[Answer, unknown]>([
    [{ type: 'application/json', body: '{"a":1}' }, { a: 1 }],
    [{ type: 'application/problem+json; charset=utf-8', body: '[]' }, []],
    [{ type: 'text/plain', body: '{"a":1}' }, '{"a":1}'],
    [{ type: 'text/plain', body: '' }, ''],
    [{ body: 'text' }, 'text'],
    [{ type: 'application/json', body: '' }, null],
    [{ body: '' }, null],
    [{ status: 204 }, null],
    [{ status: 204, type: 'text/plain' }, null],
    [{ status: 204, accept: '*/*' }, undefined],
    [{ accept: '*/*' }, undefined],
    [{ limit: 10 }, null],
    [{ limit: 4, body: 'text' }, 'text'],
    [{ type: 'text/html', body: '<p>', accept: 'text/html' }, '<p>'],
    [{ type: 'text/html', body: '<p>', accept: null }, '<p>'],
    [{ type: 'text/html', body: '' }, ''],
    [{ body: '<p>' }, '<p>'],
  ])('%j becomes %j', async (answer, expected) => expect(await ask(answer)).toEqual(expected));

  it.each<[Answer, object]>([
    [
      { type: 'text/html', body: '<p>' },
      { name: 'APIParseError', text: '<p>' },
    ],
    [{ type: 'application/xhtml+xml', body: '<p>' }, { name: 'APIParseError' }],
    [
      { type: 'application/json', body: '{' },
      { name: 'APIParseError', text: '{' },
    ],
    [
      { limit: 3, body: 'text' },
      { message: expect.stringContaining('The response is longer than 3 bytes (maxResponseBytes)') },
    ],
  ])('%j is an error', async (answer, expected) => {
    expect(await failure(ask(answer))).toMatchObject(expected);
  });

  it('is logged with the number of its call', async () => {
    const lines: string[] = [];
    const log = (text: string): void => void lines.push(text);
    const { fetch } = fakeFetch(new Response('text'));
    const logger = { error: log, warn: log, info: log, debug: log };
    await new TestClient({ fetch, logger, logLevel: 'debug' }).get('/x');
    expect(lines).toContainEqual(expect.stringMatching(/^\[log_\w+\] response body$/));
  });
});

describe('the body of a form', () => {
  const encode = (body: unknown): unknown => {
    const { __encode } = urlEncodedRequestOptions({}, { list: { explode: false } });
    return __encode?.(body, { arrayFormat: 'brackets' }, new Attempt(0, null));
  };

  it.each([
    [{ a: [1], list: ['x y', 2] }, 'a%5B%5D=1&list=x%20y,2'],
    [new URLSearchParams({ a: 'x y' }), 'a=x+y'],
    ['a=1', 'a=1'],
    [{}, ''],
  ])('%j is written as %s', (body, text) => {
    expect(encode(body)).toEqual({
      body: text,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it.each([
    [null, 'null'],
    [[1], 'a list'],
    [7, 'a value of type number'],
    [undefined, 'a value of type undefined'],
  ])('is not %j', (body, kind) => {
    expect(() => encode(body)).toThrow(`The body of a form request must be an object, not ${kind}`);
  });

  it('keeps the other options', () => {
    expect(urlEncodedRequestOptions({ timeout: 5 })).toMatchObject({ timeout: 5 });
  });
});
