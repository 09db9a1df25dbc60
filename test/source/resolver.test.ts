/**
 * Where references lead: what the rules say, what is plainly meant beside them, and what is said where there
 * is nothing.
 */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { follow, load, nodeAt, read } from './support.ts';

const schemas = (text: string): string =>
  `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n${text.replace(/^/gm, '    ')}`;
const S = ['components', 'schemas'] as const;
const told = (all: readonly Diagnostic[]): readonly string[] =>
  all.map(
    ({ code, origin, message }) => `${code} ${origin?.document ?? ''}#${origin?.pointer ?? ''}: ${message}`,
  );

describe('plainly meant', () => {
  test('definitions of a schema around the reference, the nearest first', async () => {
    const documents = await read(
      schemas(
        [
          'Book:',
          '  type: object',
          '  $defs: {Author: {const: outer}}',
          '  definitions: {Isbn: {const: isbn}}',
          '  properties:',
          '    a: {$ref: "#/$defs/Author"}',
          '    b: {$ref: "#/definitions/Isbn"}',
          '    part:',
          '      $defs: {Author: {const: inner}}',
          '      properties: {c: {$ref: "#/$defs/Author"}}',
        ].join('\n'),
      ),
    );
    expect(follow(documents, ...S, 'Book', 'properties', 'a')).toMatchObject({
      value: { const: 'outer' },
      codes: ['ref-into-schema'],
    });
    expect(follow(documents, ...S, 'Book', 'properties', 'b')).toMatchObject({
      value: { const: 'isbn' },
      codes: ['ref-into-schema'],
    });
    expect(follow(documents, ...S, 'Book', 'properties', 'part', 'properties', 'c')).toMatchObject({
      value: { const: 'inner' },
      id: 'openapi.yml#/components/schemas/Book/properties/part/$defs/Author',
    });
    expect(told(documents.diagnostics)[0]).toBe(
      'ref-into-schema openapi.yml#/components/schemas/Book/properties/a/$ref: The reference #/$defs/Author is read as relative to the schema around it.',
    );
    expect(documents.diagnostics).toHaveLength(3);
  });

  test('nothing but definitions is looked for there', async () => {
    const documents = await read(
      schemas(
        'Book:\n  properties:\n    title: {type: string}\n    a: {$ref: "#/properties/title"}\n    b: {$ref: "#/$defs/None"}\n    c: {$ref: "#/x/$defs/None"}',
      ),
    );
    for (const name of ['a', 'b', 'c'])
      expect(follow(documents, ...S, 'Book', 'properties', name).codes).toEqual(['ref-not-found']);
  });

  test('a component of the entry, from another file', async () => {
    const documents = await read({
      'openapi.yml':
        'openapi: 3.1.0\npaths:\n  /a: {$ref: a.yml}\ncomponents:\n  schemas:\n    Book: {const: book}',
      'a.yml':
        'get:\n  parameters:\n    - {name: x, in: query, schema: {$ref: "#/components/schemas/Book"}}\n    - {name: y, in: query, schema: {$ref: "a.yml#/components/schemas/Book"}}\n    - {name: z, in: query, schema: {$ref: "#/components/schemas/None"}}',
    });
    const item = follow(documents, 'paths', '/a').value;
    const at = (index: number) =>
      documents.resolve(
        String(Reflect.get(nodeAt(item, 'get', 'parameters', index, 'schema'), '$ref')),
        nodeAt(item, 'get', 'parameters', index, 'schema'),
      );
    expect(at(0)).toMatchObject({
      value: { value: { const: 'book' }, id: 'openapi.yml#/components/schemas/Book' },
      diagnostics: [{ code: 'ref-into-entry' }],
    });
    // Who names the file means the file.
    expect(at(1)).toMatchObject({ value: undefined, diagnostics: [{ code: 'ref-not-found' }] });
    expect(at(2)).toMatchObject({ value: undefined, diagnostics: [{ code: 'ref-not-found' }] });
    expect(told(documents.diagnostics)[0]).toBe(
      'ref-into-entry a.yml#/get/parameters/0/schema/$ref: The reference #/components/schemas/Book is not in this file, so it is read as openapi.yml#/components/schemas/Book.',
    );
  });

  test('a bare name, of either version', async () => {
    const three = await read(
      schemas('A: {$ref: Book}\nBook: {const: book}\n"a~b": {const: odd}\nB: {$ref: "a~b"}'),
    );
    expect(follow(three, ...S, 'A')).toMatchObject({ value: { const: 'book' }, codes: ['ref-is-a-name'] });
    expect(follow(three, ...S, 'B')).toMatchObject({ value: { const: 'odd' }, codes: ['ref-is-a-name'] });
    expect(told(three.diagnostics)[0]).toBe(
      'ref-is-a-name openapi.yml#/components/schemas/A/$ref: The reference Book is a bare name and is read as #/components/schemas/Book.',
    );
    const two = await read(
      'swagger: "2.0"\npaths: {}\ndefinitions:\n  A: {$ref: Book}\n  Book: {const: book}',
    );
    expect(two.diagnostics.map((one) => [one.code, one.message])).toEqual([
      ['ref-is-a-name', 'The reference Book is a bare name and is read as #/definitions/Book.'],
    ]);
  });

  test('what looks like a path or a file is none', async () => {
    const { diagnostics } = await load({
      'openapi.yml': schemas(
        'A: {$ref: "Book.yml"}\n"Book.yml": {const: book}\nB: {$ref: "x/Book"}\n"x/Book": {const: book}',
      ),
    });
    expect(diagnostics.map((one) => one.code)).toEqual(['ref-file-not-found', 'ref-file-not-found']);
    expect(diagnostics.map((one) => one.origin?.pointer)).toEqual([
      '/components/schemas/A/$ref',
      '/components/schemas/B/$ref',
    ]);
  });
});

describe('rings', () => {
  test('are told by name, at the reference', async () => {
    const documents = await read(
      'openapi: 3.1.0\npaths:\n  /a: {$ref: "#/paths/~1b/x"}\n  /b: {$ref: "#/paths/~1a/y"}',
    );
    const { codes } = follow(documents, 'paths', '/a');
    expect(codes.length).toBeGreaterThan(0);
    expect(documents.diagnostics.every((one) => /#\/paths\/~1[ab]\/[xy]/.test(one.message))).toBe(true);
  });

  test('through pointers end, and are told where they begin', async () => {
    const documents = await read(
      schemas('A: {$ref: "#/components/schemas/B/properties/x"}\nB: {$ref: "#/components/schemas/A"}'),
    );
    expect(follow(documents, ...S, 'A').value).toBeUndefined();
    expect(documents.diagnostics.length).toBeGreaterThan(0);
    expect(documents.diagnostics.every((one) => ['ref-ring', 'ref-not-found'].includes(one.code))).toBe(true);
  });

  test('a way of sixty references is none', async () => {
    const chain = (length: number): string =>
      [
        ...Array.from({ length }, (_, index) => `N${index}: {$ref: "#/components/schemas/N${index + 1}"}`),
        `N${length}: {properties: {x: {const: end}}}`,
        'A: {$ref: "#/components/schemas/N0/properties/x"}',
      ].join('\n');
    expect(follow(await read(schemas(chain(60))), ...S, 'A').value).toEqual({ const: 'end' });
    expect(follow(await read(schemas(chain(70))), ...S, 'A').value).toBeUndefined();
  });
});

describe('what is said of nothing', () => {
  test('names the reference and where it stands', async () => {
    const documents = await read(
      schemas('A: {properties: {b: {$ref: "#/components/schemas/None"}}}\nB: {$ref: "#none"}'),
    );
    expect(told(documents.diagnostics)).toEqual([
      'ref-not-found openapi.yml#/components/schemas/A/properties/b/$ref: The reference #/components/schemas/None cannot be resolved.',
      'ref-not-found openapi.yml#/components/schemas/B/$ref: The reference #none cannot be resolved.',
    ]);
    // A reference that stands in a list of texts, as discriminators have it, is told at the object around it.
    expect(
      documents.resolve('#/components/schemas/Gone', nodeAt(documents.root, ...S, 'A')).diagnostics,
    ).toMatchObject([
      { code: 'ref-not-found', origin: { document: 'openapi.yml', pointer: '/components/schemas/A' } },
    ]);
  });

  test('a file in percent signs that is not there', async () => {
    const { diagnostics } = await load({ 'openapi.yml': schemas('A: {$ref: "no%20file.yml#/x"}') });
    expect(diagnostics.map((one) => one.code)).toEqual(['ref-file-not-found']);
  });
});

describe('anchors', () => {
  test('belong to the schema with an id around them, else to the document', async () => {
    const documents = await read(
      schemas(
        [
          'One:',
          '  $id: https://example.com/one',
          '  $defs: {n: {$anchor: node, const: one}}',
          '  properties: {a: {$ref: "#node"}}',
          'Two:',
          '  $id: https://example.com/two',
          '  $defs: {n: {$anchor: node, const: two}}',
          '  properties: {a: {$ref: "#node"}}',
          'Other: {$ref: "https://example.com/two#node"}',
          'None: {$ref: "https://example.com/two#nothing"}',
        ].join('\n'),
      ),
    );
    expect(follow(documents, ...S, 'One', 'properties', 'a').value).toMatchObject({ const: 'one' });
    expect(follow(documents, ...S, 'Two', 'properties', 'a').value).toMatchObject({ const: 'two' });
    expect(follow(documents, ...S, 'Other').value).toMatchObject({ const: 'two' });
    expect(follow(documents, ...S, 'None')).toMatchObject({ codes: ['ref-not-found'] });
    expect(told(documents.diagnostics)).toEqual([
      'ref-not-found openapi.yml#/components/schemas/None/$ref: The reference https://example.com/two#nothing cannot be resolved.',
    ]);
  });

  test('of the same name in two files: each file has its own', async () => {
    const documents = await read({
      'openapi.yml': schemas(
        'A: {$ref: "#node"}\nN: {$anchor: node, const: entry}\nB: {$ref: "other.yml#node"}\nC: {$ref: "other.yml#no%64e"}',
      ),
      'other.yml': 'defs: {n: {$anchor: node, const: other}}',
    });
    expect(follow(documents, ...S, 'A').value).toMatchObject({ const: 'entry' });
    expect(follow(documents, ...S, 'B').value).toMatchObject({ const: 'other' });
    expect(follow(documents, ...S, 'C').value).toMatchObject({ const: 'other' });
  });

  test('of another file alone are not found here', async () => {
    const documents = await read({
      'openapi.yml': schemas('A: {$ref: "#node"}\nB: {$ref: "other.yml#/defs/n"}'),
      'other.yml': 'defs: {n: {$anchor: node, const: other}}',
    });
    expect(follow(documents, ...S, 'A')).toMatchObject({ codes: ['ref-not-found'] });
  });
});

describe('ids', () => {
  test('relative ones count from the id around the reference, then from the file', async () => {
    const documents = await read(
      schemas(
        [
          'Tree:',
          '  $id: https://example.com/trees/tree.json#',
          '  properties:',
          '    leaf: {$ref: "leaf.json"}',
          '    whole: {$ref: "#"}',
          '    inner: {$ref: "#/properties/leaf"}',
          'Leaf: {$id: "https://example.com/trees/leaf.json", const: leaf}',
          'Root: {$ref: "https://example.com/trees/leaf.json"}',
          'Missing: {$ref: "https://example.com/trees/leaf.json#/none"}',
        ].join('\n'),
      ),
    );
    expect(follow(documents, ...S, 'Tree', 'properties', 'leaf').value).toMatchObject({ const: 'leaf' });
    expect(follow(documents, ...S, 'Tree', 'properties', 'whole').id).toBe(
      'openapi.yml#/components/schemas/Tree',
    );
    expect(follow(documents, ...S, 'Root').value).toMatchObject({ const: 'leaf' });
    expect(follow(documents, ...S, 'Missing').codes).toEqual(['ref-not-found']);
    expect(documents.diagnostics.map((one) => one.message)).toEqual([
      'The reference https://example.com/trees/leaf.json#/none cannot be resolved.',
    ]);
  });

  test('a reference that names a file means the file, whatever id is around it', async () => {
    const documents = await read({
      'openapi.yml': schemas(
        'Tree:\n  $id: https://example.com/tree\n  properties:\n    a: {$ref: "other.yml#/properties/b"}\n    b: {const: mine}',
      ),
      'other.yml': 'properties: {b: {const: other}}',
    });
    expect(follow(documents, ...S, 'Tree', 'properties', 'a').value).toMatchObject({ const: 'other' });
  });

  test('of two schemas with one id the first has it', async () => {
    const documents = await read(
      schemas(
        'One: {$id: "https://example.com/x", $defs: {d: {const: one}}, properties: {a: {$ref: "#/$defs/d"}}}\nTwo: {$id: "https://example.com/x", $defs: {d: {const: two}}, properties: {a: {$ref: "#/$defs/d"}}}',
      ),
    );
    expect(follow(documents, ...S, 'One', 'properties', 'a')).toMatchObject({
      value: { const: 'one' },
      codes: [],
    });
    expect(follow(documents, ...S, 'Two', 'properties', 'a')).toMatchObject({
      value: { const: 'two' },
      codes: ['ref-into-schema'],
    });
  });

  test('the document is looked at where the schema with the id has no such place', async () => {
    const documents = await read(
      schemas(
        'Tree:\n  $id: https://example.com/tree\n  properties:\n    a: {$ref: "#/components/schemas/Other"}\n    b: {$ref: "#/properties/c"}\n    c: {const: c}\nOther: {const: other}',
      ),
    );
    expect(follow(documents, ...S, 'Tree', 'properties', 'a').value).toMatchObject({ const: 'other' });
    expect(follow(documents, ...S, 'Tree', 'properties', 'b').value).toMatchObject({ const: 'c' });
    expect(documents.diagnostics).toEqual([]);
  });
});

describe('what a pointer meets on its way', () => {
  test('lists by number, and nothing behind texts, numbers and null', async () => {
    const documents = await read(
      schemas(
        [
          'L: {anyOf: [{const: zero}, {const: one}], title: text, default: null}',
          'A: {$ref: "#/components/schemas/L/anyOf/1"}',
          'B: {$ref: "#/components/schemas/L/anyOf/2"}',
          'C: {$ref: "#/components/schemas/L/title/length"}',
          'D: {$ref: "#/components/schemas/L/default/x"}',
          'E: {properties: {length: {const: len}}}',
          'F: {$ref: "#/components/schemas/E/properties/length"}',
        ].join('\n'),
      ),
    );
    expect(follow(documents, ...S, 'A').value).toMatchObject({ const: 'one' });
    for (const name of ['B', 'C', 'D'])
      expect(follow(documents, ...S, name).codes).toEqual(['ref-not-found']);
    expect(follow(documents, ...S, 'F').value).toMatchObject({ const: 'len' });
  });

  test('what stands beside a reference comes before what it leads to', async () => {
    const documents = await read(
      schemas(
        'A: {$ref: "#/components/schemas/B/properties/x"}\nB: {$ref: "#/components/schemas/C", properties: {x: {const: own}}}\nC: {properties: {x: {const: other}, y: {const: other}}}\nD: {$ref: "#/components/schemas/B/properties/y"}',
      ),
    );
    expect(follow(documents, ...S, 'A').value).toMatchObject({ const: 'own' });
    expect(follow(documents, ...S, 'D').value).toBeUndefined();
  });

  test('the whole pointer in percent signs', async () => {
    const documents = await read(schemas('A: {$ref: "#%2Fcomponents%2Fschemas%2FB"}\nB: {const: b}'));
    expect(follow(documents, ...S, 'A')).toMatchObject({ value: { const: 'b' }, codes: [] });
  });

  test('null and texts have the place of what holds them', async () => {
    const documents = await read(
      'openapi: 3.1.0\npaths:\n  /a:\n    get: {operationId: {$ref: "#/paths/~1b/get/operationId"}, summary: {$ref: "#/paths/~1b/get/summary"}}\n  /b:\n    get: {operationId: listB, summary: null}',
    );
    expect(follow(documents, 'paths', '/a', 'get', 'operationId').origin).toEqual({
      document: 'openapi.yml',
      pointer: '/paths/~1b/get/operationId',
    });
    expect(follow(documents, 'paths', '/a', 'get', 'summary').origin).toEqual({
      document: 'openapi.yml',
      pointer: '/paths/~1b/get/summary',
    });
  });

  test('a whole file that is a text has the place of the file', async () => {
    const documents = await read({
      'openapi.yml': 'openapi: 3.1.0\npaths:\n  /a:\n    get: {description: {$ref: text.yml}}',
      'text.yml': 'just text',
    });
    expect(follow(documents, 'paths', '/a', 'get', 'description').origin).toEqual({
      document: 'text.yml',
      pointer: '',
    });
  });
});
