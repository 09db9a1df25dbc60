/** The files about a document: one file of several, and the pages of its operations. */
import { describe, expect, it } from 'vitest';
import { bundleDocuments } from '../../generator/documented/bundle.ts';
import { documentedFiles } from '../../generator/documented/files.ts';
import { type Files, read } from '../source/support.ts';

const info = { title: 'T', version: '1' };
const ok = { responses: { '200': { description: 'ok' } } };
const api = (more: object): string => JSON.stringify({ openapi: '3.1.0', info, paths: {}, ...more });

describe('one document of several', () => {
  it.each<[string, Files, object | undefined]>([
    ['nothing to do', { 'a.json': api({ paths: { '/a': { get: ok } } }) }, undefined],
    [
      'references within',
      { 'a.json': api({ paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { get: ok } } }) },
      undefined,
    ],
    [
      'references by the name of the file',
      {
        'a.json': api({
          components: { schemas: { A: { $ref: 'a.json#/components/schemas/B' }, B: { type: 'string' } } },
        }),
      },
      undefined,
    ],
    [
      'parts of other files',
      {
        'a.json': api({
          components: {
            schemas: {
              A: { $ref: 'b.json#/Thing', description: 'Beside.' },
              B: { $ref: 'c.json#/Thing' },
              C: { $ref: 'd.yaml' },
              D: { $ref: 'e.f.yml' },
              E: { $ref: '#/components/schemas/A' },
              F: { $ref: 'b.json#/Thing' },
              G: { anyOf: [{ $ref: 'b.json#/x~1y z' }, 5] },
              H: { $ref: 'b.json#/' },
              $ref: 5,
            },
          },
          'x-$ref': { $ref: { a: 1 } },
        }),
        'b.json': JSON.stringify({
          Thing: {
            type: 'object',
            properties: {
              next: { $ref: '#/Thing' },
              own: { $ref: '#/Inner' },
              back: { $ref: 'a.json#/components/schemas/A' },
            },
          },
          Inner: { type: 'string' },
          'x/y z': { type: 'boolean' },
          '': { type: 'number' },
        }),
        'c.json': JSON.stringify({ Thing: { type: 'integer' } }),
        'd.yaml': 'type: string\n',
        'e.f.yml': 'type: number\n',
      },
      {
        openapi: '3.1.0',
        info,
        paths: {},
        'x-$ref': { $ref: { a: 1 } },
        components: {
          schemas: {
            A: { $ref: '#/components/x-bundled/Thing', description: 'Beside.' },
            B: { $ref: '#/components/x-bundled/Thing_2' },
            C: { $ref: '#/components/x-bundled/d' },
            D: { $ref: '#/components/x-bundled/e.f' },
            E: { $ref: '#/components/schemas/A' },
            F: { $ref: '#/components/x-bundled/Thing' },
            G: { anyOf: [{ $ref: '#/components/x-bundled/x_1y_z' }, 5] },
            H: { $ref: '#/components/x-bundled/b' },
            $ref: 5,
          },
          'x-bundled': {
            Thing: {
              type: 'object',
              properties: {
                next: { $ref: '#/components/x-bundled/Thing' },
                own: { $ref: '#/components/x-bundled/Inner' },
                back: { $ref: '#/components/schemas/A' },
              },
            },
            Thing_2: { type: 'integer' },
            d: { type: 'string' },
            'e.f': { type: 'number' },
            x_1y_z: { type: 'boolean' },
            b: { type: 'number' },
            Inner: { type: 'string' },
          },
        },
      },
    ],
    [
      'a reference that leads nowhere',
      { 'a.json': api({ components: { schemas: { A: { $ref: '#/lost', type: 'string' } } } }) },
      {
        openapi: '3.1.0',
        info,
        paths: {},
        components: { schemas: { A: { 'x-unresolved-ref': '#/lost', type: 'string' } }, 'x-bundled': {} },
      },
    ],
    [
      'paths in place',
      {
        'a.json': api({
          paths: {
            '/a': { $ref: 'b.json' },
            '/b': { get: { $ref: 'b.json#/get' }, summary: 'S', tags: [{ $ref: 'b.json#/t' }] },
            '/c': 5,
          },
        }),
        'b.json': JSON.stringify({ get: { ...ok, 'x-inner': { $ref: '#/t' } }, t: { name: 't' } }),
      },
      {
        openapi: '3.1.0',
        info,
        paths: {
          '/a': { get: { ...ok, 'x-inner': { $ref: '#/components/x-bundled/t' } }, t: { name: 't' } },
          '/b': {
            get: { ...ok, 'x-inner': { $ref: '#/components/x-bundled/t' } },
            summary: 'S',
            tags: [{ $ref: '#/components/x-bundled/t' }],
          },
          '/c': 5,
        },
        components: { 'x-bundled': { t: { name: 't' } } },
      },
    ],
  ])('%s', async (_, files, expected) => expect(bundleDocuments(await read(files))).toEqual(expected));

  it('has room for a list of any length', async () => {
    const many = Array.from({ length: 200_000 }, (_, index) => index);
    const documents = await read({ 'a.json': api({ components: { schemas: { A: { enum: many } } } }) });
    expect(bundleDocuments(documents)).toBeUndefined();
  });
});

describe('files', () => {
  const operations = [
    {
      origin: { document: 'a.json', pointer: '/paths/~1a/get' },
      path: '/a',
      verb: 'get',
      samples: [{ lang: 'TypeScript', source: 'await client.a();' }],
      slug: 'get-a',
      call: 'client.a',
      summary: 'Get it',
      description: 'Words.',
    },
  ];
  const text = api({ paths: { '/a': { get: { ...ok, summary: 'Get \u200f it' } } } });

  it.each<[string, boolean, readonly string[]]>([
    ['with pages', true, ['openapi.documented.yml', 'docs/reference/README.md', 'docs/reference/get-a.md']],
    ['without pages', false, ['openapi.documented.yml']],
  ])('%s', async (_, hasPages, paths) => {
    const files = documentedFiles(await read({ 'a.json': text }), {
      operations,
      isWrittenAnew: false,
      hasPages,
    });
    expect(files.map(({ path }) => path)).toEqual(paths);
    for (const file of files.slice(1)) expect(file.text).not.toContain('\u200f');
    if (hasPages) expect(files[1]?.text).toContain('get-a.md');
    expect(files[0]?.text).toContain('x-codeSamples');
  });

  it('with another key, of a document that is written anew', async () => {
    const documents = await read({ 'a.json': text });
    const [file] = documentedFiles(documents, {
      operations,
      isWrittenAnew: true,
      hasPages: false,
      key: 'x-code-samples',
    });
    expect(file?.text).toContain('x-code-samples');
    const [quick] = documentedFiles(documents, { operations, isWrittenAnew: false, hasPages: false });
    expect(file?.text).not.toBe(quick?.text);
  });
});
