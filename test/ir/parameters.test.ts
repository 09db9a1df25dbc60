import { describe, expect, it } from 'vitest';
import { build, method, paths } from './support.ts';

const one = async (path: string, operation: object, item: object = {}) => {
  const built = await build({
    paths: {
      [path]: {
        ...item,
        get: {
          operationId: 'call',
          'x-fern-sdk-group-name': 'zoo',
          'x-fern-sdk-method-name': 'call',
          responses: { 200: { description: 'OK' } },
          ...operation,
        },
      },
    },
  });
  return { ...built, method: method(built, 'zoo.call') };
};
const names = (parameters: readonly { readonly in: string; readonly name: string }[]) =>
  parameters.map((each) => `${each.in} ${each.name}`);

describe('parameters', () => {
  it('of the path item are inherited and overridden; path parameters come first, in path order', async () => {
    const { method } = await one(
      '/a/{x}/b/{y}',
      {
        parameters: [
          { name: 'limit', in: 'query', required: true, schema: { type: 'integer' } },
          { name: 'x', in: 'path', required: true, schema: { type: 'string' } },
        ],
      },
      {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'string' } },
          { name: 'trace', in: 'header', schema: { type: 'string' } },
          { name: 'y', in: 'path', required: true, schema: { type: 'integer' } },
        ],
      },
    );
    expect(names(method.parameters)).toEqual(['path x', 'path y', 'query limit', 'header trace']);
    expect(method.parameters[2]).toMatchObject({
      required: true,
      type: { kind: 'scalar', scalar: 'integer' },
    });
  });

  it('declared elsewhere than in the path they stand in are moved, undeclared ones are added, unused ones are dropped', async () => {
    const { method, codes } = await one('/a/{job}/{part}', {
      parameters: [
        { name: 'job', in: 'query', required: true, schema: { type: 'string' } },
        { name: 'other', in: 'path', required: true, schema: { type: 'string' } },
      ],
    });
    expect(names(method.parameters)).toEqual(['path job', 'path part']);
    expect(codes).toEqual(['parameter-misplaced', 'parameter-undeclared', 'parameter-unused']);
  });

  it('may have one name in the path and in the query', async () => {
    const { method, codes } = await one('/contents/{path}', {
      parameters: [
        { name: 'path', in: 'query', schema: { type: 'string' } },
        { name: 'path', in: 'path', required: true, schema: { type: 'string' } },
      ],
    });
    expect(names(method.parameters)).toEqual(['path path', 'query path']);
    expect(codes).toEqual([]);
  });

  it('declared twice in one list count once; header names are compared without case', async () => {
    const { method, codes } = await one('/a', {
      parameters: [
        { name: 'X-A', in: 'header', schema: { type: 'string' } },
        { name: 'x-a', in: 'header', schema: { type: 'integer' } },
      ],
    });
    expect(names(method.parameters)).toEqual(['header X-A']);
    expect(codes).toEqual(['parameter-duplicate']);
  });

  it('Accept, Content-Type and Authorization are none', async () => {
    const { method, codes } = await one('/a', {
      parameters: [{ name: 'Authorization', in: 'header', schema: { type: 'string' } }],
    });
    expect(method.parameters).toEqual([]);
    expect(codes).toEqual(['parameter-reserved-header']);
  });

  it.each([
    [{ in: 'query' }, { style: 'form', explode: true, styled: false }],
    [
      { in: 'query', explode: false },
      { style: 'form', explode: false, styled: true },
    ],
    [
      { in: 'query', style: 'pipeDelimited' },
      { style: 'pipeDelimited', explode: false, styled: true },
    ],
    [
      { in: 'query', style: 'deepObject' },
      { style: 'deepObject', explode: true, styled: true },
    ],
    [{ in: 'header' }, { style: 'simple', explode: false, styled: false }],
    [{ in: 'cookie' }, { style: 'form', explode: true, styled: false }],
    [
      { in: 'header', style: 'deepObject' },
      { style: 'simple', explode: false, styled: false },
    ],
  ])('style of %j', async (fields, expected) => {
    const { method } = await one('/a', { parameters: [{ name: 'p', schema: {}, ...fields }] });
    expect(method.parameters[0]).toMatchObject(expected);
  });

  it('declared by content keep their media type', async () => {
    const { method } = await one('/a', {
      parameters: [
        {
          name: 'filter',
          in: 'query',
          content: {
            'application/json': { schema: { type: 'object', properties: { a: { type: 'string' } } } },
          },
        },
      ],
    });
    expect(method.parameters[0]).toMatchObject({ mediaType: 'application/json', type: { kind: 'object' } });
  });

  it('that are a credential of a security scheme are left to the client', async () => {
    const built = await build({
      components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
      security: [{ key: [] }],
      ...paths({
        'get /cats': {
          parameters: [{ name: 'x-key', in: 'header', required: true, schema: { type: 'string' } }],
        },
      }),
    });
    expect(method(built, 'cats.list').parameters).toEqual([]);
    expect(built.codes).toEqual(['parameter-is-credential']);
  });

  it('backed by a client option name it', async () => {
    const origin = { document: 'c.yml', pointer: '' };
    const built = await build(
      paths({
        'get /accounts/{account_id}/cats': {
          parameters: [{ name: 'account_id', in: 'path', required: true, schema: { type: 'string' } }],
        },
      }),
      {
        client: {
          defaultHeaders: [],
          options: [
            {
              key: 'account',
              type: 'string',
              nullable: true,
              skipped: false,
              origin,
              send: { in: 'path', name: 'account_id' },
            },
          ],
        },
      },
    );
    expect(method(built, 'accounts.list_cats').parameters[0]).toMatchObject({
      name: 'account_id',
      clientOption: 'account',
    });
  });
});

describe('path keys', () => {
  it('lose fragment and query; the query is sent with the request', async () => {
    const { method } = await one('/a/{id}.{ext}?beta=true&v=2#two', {});
    expect(method).toMatchObject({
      path: '/a/{id}.{ext}',
      pathParts: [
        { kind: 'text', text: '/a/' },
        { kind: 'parameter', name: 'id' },
        { kind: 'text', text: '.' },
        { kind: 'parameter', name: 'ext' },
      ],
      fixedQuery: [
        { name: 'beta', value: 'true' },
        { name: 'v', value: '2' },
      ],
    });
  });
});
