import { describe, expect, it } from 'vitest';
import { contentKind } from '../../generator/ir/operations/media.ts';
import { build, method } from './support.ts';

const json = (schema: object) => ({ 'application/json': { schema } });
const text = json({ type: 'string' });
const withResponses = async (responses: object) =>
  method(await build({ paths: { '/cats': { get: { responses } } } }), 'cats.list');
const success = async (responses: object) => {
  const found = await withResponses(responses);
  return found.success === undefined ? undefined : found.responses[found.success]?.status;
};

describe('the result comes from', () => {
  it.each([
    [
      'the first 2xx with a body',
      {
        204: { description: '' },
        201: { description: '', content: text },
        202: { description: '', content: text },
      },
      '201',
    ],
    [
      'a 2xx without a body when there is no other',
      { 204: { description: '' }, 404: { description: '', content: text } },
      '204',
    ],
    [
      'a range, in either case of letters',
      { '2xx': { description: '', content: text }, '4XX': { description: '' } },
      '2XX',
    ],
    ['a lone default', { default: { description: 'A cat', content: text } }, 'default'],
    [
      'a default that says success',
      { default: { description: 'successful operation' }, 404: { description: 'none' } },
      'default',
    ],
    [
      'nothing when default is the error',
      { 401: { description: '' }, default: { description: 'Unexpected error', content: text } },
      undefined,
    ],
    [
      'nothing when there are only redirects',
      { 302: { description: '' }, default: { description: 'see other' } },
      undefined,
    ],
  ])('%s', async (_, responses, expected) => expect(await success(responses)).toBe(expected));
});

describe('several successes', () => {
  const resultOf = async (responses: object) => {
    const found = await withResponses(responses);
    return found.success === undefined ? undefined : found.responses[found.success]?.contents[0]?.type;
  };

  it('with other bodies give that of the first', async () => {
    expect(
      await resultOf({
        202: { description: '', content: json({ type: 'boolean' }) },
        200: { description: '', content: text },
      }),
    ).toMatchObject({ kind: 'scalar', scalar: 'string' });
  });

  it('with the same body give that', async () => {
    expect(
      await resultOf({
        200: { description: '', content: text },
        201: { description: '', content: json({ type: 'string', description: 'New' }) },
      }),
    ).toMatchObject({ kind: 'scalar', scalar: 'string' });
  });

  it('without a body, or with a file, do not take part', async () => {
    expect(
      await resultOf({
        200: { description: '', content: text },
        202: { description: '', content: { 'application/zip': {} } },
        204: { description: '' },
      }),
    ).toMatchObject({ kind: 'scalar', scalar: 'string' });
  });
});

it('orders responses by status whatever the order of keys', async () => {
  const found = await withResponses({
    default: { description: '' },
    '5XX': { description: '' },
    404: { description: '' },
    200: { description: '', content: text },
  });
  expect(found.responses.map((one) => one.status)).toEqual(['200', '404', '5XX', 'default']);
});

it('reports a status that is none', async () => {
  const built = await build({
    paths: { '/cats': { get: { responses: { okay: { description: '' }, 200: { description: '' } } } } },
  });
  expect(built.codes).toEqual(['status-invalid']);
  expect(built.diagnostics[0]?.origin?.pointer).toBe('/paths/~1cats/get/responses/okay');
});

it.each([
  ['application/json', 'json'],
  ['application/json; charset=utf-8', 'json'],
  ['application/problem+json', 'json'],
  ['application/vnd.api.v2+json', 'json'],
  ['text/json', 'json'],
  ['application/x-amz-json-1.1', 'json'],
  ['*/*', 'json'],
  ['Promotion', 'json'],
  ['application/x-ndjson', 'json-lines'],
  ['application/jsonl', 'json-lines'],
  ['text/event-stream; charset=utf-8', 'event-stream'],
  ['multipart/form-data', 'multipart'],
  ['application/x-www-form-urlencoded', 'form'],
  ['image/*', 'binary'],
  ['application/zip', 'binary'],
  ['application/octet-stream', 'binary'],
  ['text/plain', 'text'],
  ['text/csv', 'text'],
  ['application/xml', 'xml'],
  ['application/soap+xml', 'xml'],
  ['image/svg+xml', 'binary'],
])('%s is %s', (mediaType, kind) => expect(contentKind(mediaType)).toBe(kind));

describe('bodies', () => {
  const body = async (content: object) => {
    const built = await build({
      paths: {
        '/cats': {
          post: { requestBody: { required: true, content }, responses: { 200: { description: '' } } },
        },
      },
    });
    return { built, body: method(built, 'cats.create').body };
  };

  it('prefer JSON, whatever the order of keys', async () => {
    const { built, body: found } = await body({
      'text/xml': { schema: {} },
      'application/x-www-form-urlencoded': { schema: {} },
      'application/vnd.cat+json': { schema: {} },
      'application/json': { schema: {} },
    });
    expect(found?.contents[found.chosen]?.mediaType).toBe('application/json');
    expect(found?.contents.map((one) => one.kind)).toEqual(['json', 'json', 'form', 'xml']);
    expect(built.codes).toEqual(['media-type-alternatives']);
  });

  it.each([
    ['application/json', { type: 'string', format: 'binary' }, 'binary'],
    ['application/json', { format: 'binary' }, 'binary'],
    ['*/*', { contentMediaType: '*/*' }, 'binary'],
    ['*/*', { contentMediaType: 'image/png' }, 'binary'],
    ['*/*', { contentMediaType: 'application/json' }, 'json'],
    ['application/json', { contentMediaType: 'application/json' }, 'json'],
    ['*/*', {}, 'json'],
    ['*/*', { type: 'string' }, 'json'],
    ['*/*', { type: 'object', contentMediaType: 'image/png' }, 'json'],
  ])('of %s with the schema %j are %s', async (mediaType, schema, kind) => {
    const { body: found } = await body({ [mediaType]: { schema } });
    expect(found?.contents[0]?.kind).toBe(kind);
    if (kind === 'binary')
      expect(found?.contents[0]?.type).toMatchObject({ kind: 'scalar', scalar: 'binary' });
  });

  it('of octets are bytes, even with format byte', async () => {
    const { body: found } = await body({
      'application/octet-stream': { schema: { type: 'string', format: 'byte' } },
    });
    expect(found?.contents[0]).toMatchObject({ kind: 'binary', type: { kind: 'scalar', scalar: 'binary' } });
  });

  it('keep the encoding of their parts', async () => {
    const { body: found } = await body({
      'multipart/form-data': {
        schema: { type: 'object', properties: { meta: { type: 'object' } } },
        encoding: { meta: { contentType: 'application/json' } },
      },
    });
    expect(found?.contents[0]?.encoding).toEqual([{ property: 'meta', contentType: 'application/json' }]);
  });

  it('of XML alone are raw, with a diagnostic', async () => {
    const { built, body: found } = await body({ 'application/xml': { schema: { type: 'object' } } });
    expect(found?.contents[0]?.kind).toBe('xml');
    expect(built.codes).toEqual(['xml-only']);
  });
});

describe('streaming', () => {
  const chunk = { type: 'object', properties: { delta: { type: 'string' } } };
  const operation = (content: object, properties: object = {}) =>
    build({
      paths: {
        '/chats': {
          post: {
            requestBody: { content: json({ type: 'object', properties }) },
            responses: { 200: { description: '', content } },
          },
        },
      },
    });

  it('of JSON and events on one response is chosen by a boolean `stream`', async () => {
    const built = await operation(
      { ...json(chunk), 'text/event-stream': { schema: chunk } },
      { stream: { type: ['boolean', 'null'] } },
    );
    expect(method(built, 'chats.create').streaming).toMatchObject({
      format: 'event-stream',
      data: 'json',
      discriminator: { in: 'body', property: 'stream' },
    });
  });

  it('is left out with a diagnostic when nothing chooses', async () => {
    const built = await operation({ ...json(chunk), 'text/event-stream': { schema: chunk } });
    expect(method(built, 'chats.create').streaming).toBeUndefined();
    expect(built.codes).toContain('stream-undecided');
  });

  it('of plain strings yields their text', async () => {
    const built = await operation({ 'text/event-stream': { schema: { type: 'string' } } });
    expect(method(built, 'chats.create').streaming).toMatchObject({ data: 'text' });
    expect(method(built, 'chats.create').streaming?.discriminator).toBeUndefined();
  });

  it('of described events yields their data', async () => {
    const built = await operation({
      'text/event-stream': {
        schema: { type: 'object', properties: { event: { type: 'string' }, data: chunk } },
      },
    });
    expect(method(built, 'chats.create').streaming).toMatchObject({
      data: 'json',
      event: { kind: 'object', properties: [{ name: 'delta' }] },
    });
  });

  it('of lines yields the elements of an array schema', async () => {
    const built = await operation({ 'application/x-ndjson': { schema: { type: 'array', items: chunk } } });
    expect(method(built, 'chats.create').streaming).toMatchObject({
      format: 'json-lines',
      event: { kind: 'object' },
    });
  });
});
