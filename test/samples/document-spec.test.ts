import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentSpec } from '../../generator/documented/document-spec.ts';
import { escapeToken } from '../../generator/lib/origin.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { parseText } from '../../generator/source/parse/parse-text.ts';
import { makeSdk, sdkOf } from '../support/sdk.ts';

const VERBS = ['get', 'put', 'post', 'delete', 'patch'];
const SAMPLES = [{ lang: 'TypeScript', source: "await client.x('a');\n// it's: #fine" }];

function sourceOf(name: string, text: string) {
  const { value } = parseText(name, text);
  if (!value) throw new Error(`${name} cannot be parsed`);
  return value;
}

/** Every operation of a document. */
function operationsOf(name: string, root: any) {
  return Object.entries<any>(root.paths).flatMap(([path, item]) =>
    VERBS.filter((verb) => item[verb]).map((verb) => ({
      origin: { document: name, pointer: `/paths/${escapeToken(path)}/${verb}` },
      path,
      verb,
      samples: SAMPLES,
    })),
  );
}

function decorated(text: string): any {
  const root = parse(text);
  for (const item of Object.values<any>(root.paths))
    for (const verb of VERBS) if (item[verb]) item[verb]['x-codeSamples'] = SAMPLES;
  return root;
}

test('a document of several files becomes one', async () => {
  const files = {
    'api.yml':
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: paths/a.yml}\n  /b:\n    get: {operationId: getB, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'types.yml#/Thing'}}}}}}\n",
    'paths/a.yml':
      "get: {operationId: getA, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '../types.yml#/Thing'}}}}}}\n",
    'types.yml': 'Thing: {type: object, properties: {next: {$ref: "#/Thing"}, name: {type: string}}}\n',
  };
  const { generation } = await makeSdk({ io: memoryIo(files), spec: 'api.yml' });
  const text = generation?.documented.find((file) => file.path === 'openapi.documented.yml')?.text ?? '';
  const root = parse(text);
  expect(text).not.toContain('.yml');
  expect(root.components['x-bundled'].Thing.properties.next.$ref).toBe('#/components/x-bundled/Thing');
  expect(root.paths['/b'].get.responses['200'].content['application/json'].schema.$ref).toBe(
    '#/components/x-bundled/Thing',
  );
  expect([
    root.paths['/a'].get['x-codeSamples'].length,
    root.paths['/b'].get['x-codeSamples'].length,
  ]).toEqual([1, 1]);
});

test('a text that goes on at the left margin, which few parsers read, is written anew', async () => {
  const text = `openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: getA
      responses: {'204': {description: ok}}
      description: 'first

note: second

'
  /b:
    get: {operationId: getB, responses: {'204': {description: ok}}}
`;
  const { generation } = await sdkOf(text);
  const root = parse(
    generation?.documented.find((file) => file.path === 'openapi.documented.yml')?.text ?? '',
  );
  expect(root.paths['/a'].get.description).toBe('first\nnote: second\n');
  expect([
    root.paths['/a'].get['x-codeSamples'].length,
    root.paths['/b'].get['x-codeSamples'].length,
  ]).toEqual([1, 1]);
});

describe('the document with samples', () => {
  test.each(['specs/smithery/openapi.yml', 'specs/registry/openapi.yml'])(
    '%s: samples everywhere, the rest keeps its text',
    (file) => {
      const text = readFileSync(file, 'utf8');
      const source = sourceOf(file, text);
      const result = documentSpec(source, { operations: operationsOf(file, source.root) });
      expect(parse(result)).toEqual(decorated(text));
      const before = new Set(text.split('\n'));
      const added = result.split('\n').filter((line) => !before.has(line)).length;
      expect(added).toBeLessThan(operationsOf(file, source.root).length * 7);
    },
  );

  test('comments, blank lines and quoting stay as they are', () => {
    const text = `openapi: 3.1.0 # the version
paths:
  "/a": # first
    get: # reads
      # about the summary
      summary: |
        # not a comment
          deep

      x-codeSamples:
      - lang: Shell
        source: old
      responses: {}
    # about put
    'put': {responses: {'200': {description: "it's } fine"}}, }
  /b: {post: {responses: {}}}
  /c: {}
tags: []`;
    const source = sourceOf('a.yml', text);
    const result = documentSpec(source, { operations: operationsOf('a.yml', source.root) });
    expect(result).toBe(`openapi: 3.1.0 # the version
paths:
  "/a": # first
    get: # reads
      # about the summary
      summary: |
        # not a comment
          deep

      x-codeSamples:
        - lang: TypeScript
          source: |-
            await client.x('a');
            // it's: #fine
      responses: {}
    # about put
    'put': {responses: {'200': {description: "it's } fine"}}, "x-codeSamples": [{"lang":"TypeScript","source":"await client.x('a');\\n// it's: #fine"}] }
  /b: {post: {responses: {}, "x-codeSamples": [{"lang":"TypeScript","source":"await client.x('a');\\n// it's: #fine"}]}}
  /c: {}
tags: []`);
  });

  test('JSON stays JSON', () => {
    const source = sourceOf('a.json', '{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{}}}}}');
    const result = documentSpec(source, { operations: operationsOf('a.json', source.root) });
    expect(JSON.parse(result).paths['/a'].get['x-codeSamples']).toEqual(SAMPLES);
  });

  test('a tree that overlays changed is written anew, with operations that stand elsewhere', () => {
    const source = sourceOf('a.yml', 'openapi: 3.1.0\npaths: {}\n');
    const root = { openapi: '3.1.0', paths: { '/a': { get: { responses: {} } } } };
    const operations = [
      {
        origin: { document: 'overlay.yml', pointer: '/actions/0/update' },
        path: '/a',
        verb: 'get',
        samples: SAMPLES,
      },
    ];
    expect(parse(documentSpec(source, { operations, root })).paths['/a'].get['x-codeSamples']).toEqual(
      SAMPLES,
    );
  });

  test('the form of other doc tools', () => {
    const source = sourceOf('a.yml', 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses: {}\n');
    const result = documentSpec(source, { operations: operationsOf('a.yml', source.root), key: 'x-readme' });
    expect(parse(result).paths['/a'].get['x-readme']).toEqual({
      'code-samples': [{ language: 'typescript', name: 'TypeScript', code: SAMPLES[0]?.source }],
    });
  });

  test.each(['a.yml', 'a.json'])('what else stands under the key of a tool stays: %s', (name) => {
    const source = sourceOf(
      name,
      `${name === 'a.json' ? '' : '# kept\n'}{"openapi":"3.1.0","paths":{"/a":{"get":{"x-readme":{"explorer-enabled":false,"code-samples":[]},"responses":{}}}}}`,
    );
    const result = documentSpec(source, {
      operations: operationsOf(name, source.root),
      key: 'x-readme',
      tree: source.root,
    });
    const found = parse(result).paths['/a'].get['x-readme'];
    expect([found['explorer-enabled'], found['code-samples'].length]).toEqual([false, 1]);
  });
});

test('the documented copy gives the same SDK as the document', async () => {
  const answer = {
    200: {
      description: 'ok',
      content: {
        'application/json': {
          schema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
        },
      },
    },
  };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Scalar Galaxy', version: '1.0.0' },
    servers: [{ url: 'https://a.test' }],
    security: [{ bearer: [] }, { basic: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
      },
    },
    paths: {
      '/planets': {
        get: { operationId: 'listPlanets', responses: answer },
        post: {
          operationId: 'createPlanet',
          security: [{ basic: [] }],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
              },
            },
          },
          responses: answer,
        },
      },
      '/planets/{planetId}': {
        get: {
          operationId: 'getPlanet',
          parameters: [{ in: 'path', name: 'planetId', required: true, schema: { type: 'string' } }],
          responses: answer,
        },
      },
    },
  };
  const first = await sdkOf(JSON.stringify(document), { name: 'openapi.json' });
  const copy = first.generation?.documented.find((one) => one.path === 'openapi.documented.yml')?.text ?? '';
  expect(copy).toContain("new ScalarGalaxy({\\n  apiKey: process.env['SCALAR_GALAXY_API_KEY']");
  const again = await sdkOf(copy, { name: 'openapi.json' });
  const sources = (files: readonly { readonly path: string; readonly text: string }[]): readonly string[] =>
    files.filter((one) => one.path.startsWith('src/')).map((one) => `${one.path}\n${one.text}`);
  expect(sources(again.files)).toEqual(sources(first.files));
});
