import { describe, expect, test } from 'vitest';
import { follow, load, nodeAt, read, valueAt } from './support.ts';

const schemas = (text: string): string =>
  `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n${text.replace(/^/gm, '    ')}`;

describe('within a document', () => {
  test('a component', async () => {
    const documents = await read(schemas('A: {$ref: "#/components/schemas/B"}\nB: {type: string}'));
    expect(follow(documents, 'components', 'schemas', 'A')).toEqual({
      id: 'openapi.yml#/components/schemas/B',
      value: { type: 'string' },
      origin: { document: 'openapi.yml', pointer: '/components/schemas/B' },
      codes: [],
    });
  });

  test('a token is tried raw, then decoded', async () => {
    const documents = await read(
      schemas(
        "Raw: {$ref: '#/components/schemas/Pick_Job.%22github%22_'}\n'Pick_Job.%22github%22_': {type: string}\nCoded: {$ref: '#/components/schemas/a%20b~1c%7Bd%7D'}\n'a b/c{d}': {type: number}",
      ),
    );
    expect(follow(documents, 'components', 'schemas', 'Raw').value).toEqual({ type: 'string' });
    expect(follow(documents, 'components', 'schemas', 'Coded')).toMatchObject({
      value: { type: 'number' },
      id: 'openapi.yml#/components/schemas/a b~1c{d}',
    });
  });

  test('through a reference on the way', async () => {
    const documents = await read(
      schemas(
        'A: {$ref: "#/components/schemas/B/properties/x"}\nB: {$ref: "#/components/schemas/C"}\nC: {properties: {x: {type: string}}}',
      ),
    );
    expect(follow(documents, 'components', 'schemas', 'A').id).toBe(
      'openapi.yml#/components/schemas/C/properties/x',
    );
  });

  test('a string in place of a node has its own origin', async () => {
    const documents = await read(
      'openapi: 3.1.0\npaths:\n  /a:\n    get: {operationId: {$ref: "#/paths/~1b/get/operationId"}}\n  /b:\n    get: {operationId: listB}',
    );
    expect(follow(documents, 'paths', '/a', 'get', 'operationId')).toMatchObject({
      value: 'listB',
      origin: { pointer: '/paths/~1b/get/operationId' },
    });
  });

  test('inherited members are no targets', async () => {
    const documents = await read(
      schemas(
        "A: {$ref: '#/components/schemas/constructor'}\nB: {$ref: '#/components/schemas/__proto__'}\nC: {$ref: '#/components/schemas/D/enum/length'}\nD: {enum: [1]}",
      ),
    );
    for (const name of ['A', 'B', 'C'])
      expect(follow(documents, 'components', 'schemas', name).codes).toEqual(['ref-not-found']);
  });

  test('$id and $anchor', async () => {
    const documents = await read(
      schemas(
        [
          'Tree:',
          '  $id: https://example.com/tree',
          '  $defs:',
          '    node: {$anchor: node, type: string}',
          '  properties:',
          '    a: {$ref: "#node"}',
          '    b: {$ref: "#/$defs/node"}',
          'A: {$ref: "https://example.com/tree#/$defs/node"}',
          'B: {$ref: "https://example.com/tree#node"}',
          'C: {$ref: "#/components/schemas/Tree"}',
        ].join('\n'),
      ),
    );
    const node = 'openapi.yml#/components/schemas/Tree/$defs/node';
    expect(follow(documents, 'components', 'schemas', 'Tree', 'properties', 'a').id).toBe(node);
    expect(follow(documents, 'components', 'schemas', 'Tree', 'properties', 'b')).toMatchObject({
      id: node,
      codes: [],
    });
    expect(follow(documents, 'components', 'schemas', 'A').id).toBe(node);
    expect(follow(documents, 'components', 'schemas', 'B').id).toBe(node);
    expect(follow(documents, 'components', 'schemas', 'C').id).toBe('openapi.yml#/components/schemas/Tree');
    expect(documents.diagnostics).toEqual([]);
  });

  test('nothing there: told at the reference, by the loader and by resolve', async () => {
    const documents = await read(schemas('A: {$ref: "#/components/schemas/B"}'));
    expect(documents.diagnostics).toMatchObject([
      { code: 'ref-not-found', origin: { pointer: '/components/schemas/A/$ref' } },
    ]);
    expect(follow(documents, 'components', 'schemas', 'A').codes).toEqual(['ref-not-found']);
  });

  test('a ref in an example or a property called $ref is data', async () => {
    const documents = await read(
      schemas(
        'A:\n  type: object\n  properties:\n    $ref: {type: string}\n    example: {$ref: "#/components/schemas/B"}\n  example: {$ref: "nowhere.yml"}\n  default: {$ref: "#/x"}\nB: {}',
      ),
    );
    expect(documents.diagnostics).toEqual([]);
    expect(follow(documents, 'components', 'schemas', 'A', 'properties', 'example').id).toBe(
      'openapi.yml#/components/schemas/B',
    );
  });
});

describe('across files', () => {
  const files = {
    'api/openapi.yml':
      'openapi: 3.0.0\npaths:\n  /a: {$ref: "paths/a.yml"}\n  /b:\n    get: {$ref: "./paths/../paths/b%20c.json#/get"}',
    'api/paths/a.yml':
      'get:\n  responses:\n    "200":\n      description: ok\n      content:\n        application/json:\n          schema: {$ref: "../models.yml#/Book"}',
    'api/paths/b c.json':
      '{"get":{"responses":{},"requestBody":{"content":{"application/json":{"schema":{"type":"string","nullable":true}}}}}}',
    'api/models.yml':
      'Book:\n  type: object\n  properties:\n    next: {$ref: "#/Book"}\n    title: {type: string, nullable: true}\n    ring: {$ref: "openapi.yml#/paths/~1a"}',
  };

  test('relative to the file that refers, in any place, with rings', async () => {
    const documents = await read(files);
    expect([...documents.sources.keys()]).toEqual([
      'api/openapi.yml',
      'api/paths/a.yml',
      'api/paths/b c.json',
      'api/models.yml',
    ]);
    expect(documents.diagnostics).toEqual([]);
    const pathItem = follow(documents, 'paths', '/a');
    expect(pathItem.id).toBe('api/paths/a.yml#');
    const schema = nodeAt(pathItem.value, 'get', 'responses', '200', 'content', 'application/json', 'schema');
    const book = documents.resolve('../models.yml#/Book', schema).value;
    expect(book?.origin).toEqual({ document: 'api/models.yml', pointer: '/Book' });
    expect(valueAt(book?.value, 'properties', 'title')).toEqual({ type: ['string', 'null'] });
    const next = nodeAt(book?.value, 'properties', 'next');
    expect(documents.resolve('#/Book', next).value).toEqual(book);
    expect(documents.originOf(next)).toEqual({
      document: 'api/models.yml',
      pointer: '/Book/properties/next',
    });
  });

  test('parts of other files are upgraded as what they are referred to', async () => {
    const documents = await read(files);
    const operation = follow(documents, 'paths', '/b', 'get').value;
    expect(valueAt(operation, 'requestBody', 'content', 'application/json', 'schema')).toEqual({
      type: ['string', 'null'],
    });
  });

  test('an absolute entry inside the working folder is named relative to it', async () => {
    const { texts } = await load(
      { '/home/me/x/openapi.yml': 'openapi: 3.1.0\npaths: {}' },
      {
        cwd: '/home/me',
        io: {
          readFile: async () => ({ kind: 'bytes', bytes: Buffer.from('openapi: 3.1.0\npaths: {}') }),
          fetch: async () => ({ kind: 'fault', reason: '' }),
        },
      },
    );
    expect([...texts.keys()]).toEqual(['x/openapi.yml']);
  });

  test('the faults of another file are told with its text', async () => {
    const { diagnostics, texts } = await load({
      'openapi.yml': 'openapi: 3.1.0\npaths:\n  /a: {$ref: a.yml}',
      'a.yml': 'get: [',
    });
    expect(diagnostics).toMatchObject([{ code: 'yaml-syntax', position: { document: 'a.yml' } }]);
    expect(texts.get('a.yml')?.text).toBe('get: [');
  });
});

describe('the network', () => {
  const entry = {
    'openapi.yml': schemas('A: {$ref: "https://example.com/models.yml#/A"}'),
    'https://example.com/models.yml': 'A: {$ref: "b.yml"}',
    'https://example.com/b.yml': 'type: string',
  };

  test('is not asked without the flag', async () => {
    const { diagnostics, texts } = await load(entry);
    expect(diagnostics).toMatchObject([
      { code: 'ref-remote', origin: { pointer: '/components/schemas/A/$ref' } },
    ]);
    expect(texts.size).toBe(1);
  });

  test('with the flag, references go on from there', async () => {
    const documents = await read(entry, { allowRemote: true });
    const a = follow(documents, 'components', 'schemas', 'A');
    expect(documents.resolve('b.yml', nodeAt(a.value)).value?.value).toEqual({ type: 'string' });
    expect(documents.diagnostics).toEqual([]);
  });

  test('a remote document cannot read local files', async () => {
    const asked: string[] = [];
    const { diagnostics } = await load(
      { 'https://example.com/openapi.yml': '' },
      {
        allowRemote: true,
        io: {
          readFile: async (path) => (asked.push(path), undefined),
          fetch: async (url) =>
            url.endsWith('openapi.yml')
              ? {
                  kind: 'bytes',
                  bytes: Buffer.from(schemas('A: {$ref: "file:///etc/passwd"}\nB: {$ref: "/etc/hosts"}')),
                }
              : { kind: 'fault', reason: 'status 404' },
        },
      },
    );
    expect(asked).toEqual([]);
    expect(diagnostics.map((one) => one.code).sort()).toEqual(['file-not-read', 'ref-not-found']);
  });
});
