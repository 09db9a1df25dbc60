/** Sample programs in Python: what results are called, and which options a client shows. */
import { expect, it } from 'vitest';
import { generateFor } from '../../generator/generate.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { python } from '../../generator/languages/python/language.ts';
import { calleeOf, printUse, snippet } from '../../generator/languages/python/samples/snippet.ts';
import type { PythonSdk } from '../../generator/languages/python/sdk.ts';
import { sampleCall } from '../../generator/plan/samples/call.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { type Json, PAGINATION, PATHS, chat, object, paged, text } from '../languages/variable-paths.ts';

const DOCUMENT = {
  ...{ openapi: '3.1.0', info: { title: 'Zoo', version: '1' }, servers: [{ url: 'https://zoo.test' }] },
  ...{ paths: PATHS, components: { schemas: { Cat: object({ id: text, class: text }) } } },
};

async function sdkOf(document: Json, config: Json): Promise<PythonSdk> {
  const project = await loadProject({
    io: memoryIo({
      'openapi.yml': JSON.stringify(document),
      'sdkwright.yml': JSON.stringify({ edition: '2026-11-23', ...config }),
    }),
    ...{ cwd: '/', allowRemote: false, spec: 'openapi.yml', config: 'sdkwright.yml' },
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents, configFor } = project.value;
  return generateFor(python, { documents, config: configFor(PYTHON) }).sdk;
}

/** Resource, method, endpoint, the lines of a call. */
const ROWS: readonly (readonly [resource: string, key: string, endpoint: unknown, use: string])[] = [
  ['$client', 'list', 'get /text', 'response = client.list()|print(response)'],
  ['$client', 'create', 'get /cat', 'cat = client.create()|print(cat.id)'],
  [
    '$client',
    'get_file',
    'get /file',
    'response = client.get_file()|content = response.read()|print(len(content))',
  ],
  ['$client', 'stream', 'get /file', 'stream = client.stream()|content = stream.read()|print(len(content))'],
  ['$client', 'retrieve', chat, 'response = client.retrieve()|print(response)'],
  [
    '$client',
    'any',
    paged('/any'),
    '# Fetches more pages as needed.|for item in client.any():|    print(item)',
  ],
  ['cats', 'list', 'get /text', 'cats = client.cats.list()|print(cats)'],
  ['cats', 'create', 'get /text', 'cat = client.cats.create()|print(cat)'],
  ['cats', 'get', chat, 'cat = client.cats.get()|print(cat)'],
  ['cats', 'chat', chat, 'response = client.cats.chat()|print(response)'],
  ['cats', 'live', 'get /live', 'stream = client.cats.live()|for event in stream:|    print(event)'],
  ['cats', 'update', 'get /none', 'client.cats.update()'],
  ['cats', 'text', 'get /text', 'response = client.cats.text()|print(response)'],
  ['cats', 'own', 'get /cat', 'cat = client.cats.own()|print(cat.id)'],
  [
    'cats',
    'pages',
    paged('/page'),
    '# Fetches more pages as needed.|for cat in client.cats.pages():|    print(cat.id)',
  ],
  [
    'cats',
    'list_toys',
    paged('/page'),
    '# Fetches more pages as needed.|for toy in client.cats.list_toys():|    print(toy.id)',
  ],
  ['big_cats', 'get', 'get /text', 'big_cat = client.big_cats.get()|print(big_cat)'],
  ...['clients', 'contents', 'events', 'streams', 'prints', 'mains', 'asyncios'].map((name) => {
    const one = `${name.replace(/s$/, '')}_`;
    return [name, 'get', 'get /text', `${one} = client.${name}.get()|print(${one})`] as const;
  }),
  ['os', 'list', 'get /text', 'os_ = client.os.list()|print(os_)'],
  ['classes', 'get', 'get /text', 'class_ = client.classes.get()|print(class_)'],
  ['class', 'get', 'get /text', 'class_ = client.class_.get()|print(class_)'],
];

it('calls', async () => {
  const resources: Record<string, { models: Json; methods: Record<string, unknown> }> = {};
  for (const [resource, key, endpoint] of ROWS) {
    resources[resource] ??= { models: resource === 'cats' ? { cat: 'Cat' } : {}, methods: {} };
    resources[resource].methods[key] = endpoint;
  }
  const sdk = await sdkOf(DOCUMENT, { pagination: PAGINATION, resources });
  const found = sdk.methods.map((method) => {
    const sample = sampleCall(sdk.plan, method.planned, { extent: 'required' });
    const place = { colour: 'sync', indent: 0, file: 'disk' } as const;
    const use = sample && printUse(method, sample, place).replaceAll('\n', '|');
    return `${method.resource.path[0] ?? '$client'} ${method.method.key}: ${use}`;
  });
  const expected = ROWS.map(([resource, key, , use]) => `${resource} ${key}: ${use}`);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

const SCHEMES = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  other: { type: 'apiKey', in: 'header', name: 'X-Other' },
};
const option = (type: string, more: Json = {}): Json => ({ type, nullable: type !== 'number', ...more });
const auth = (scheme: string, more: Json = {}): Json =>
  option('string', { auth: { security_scheme: scheme }, ...more });

it.each<[string, Json, Json, string]>([
  ['none', {}, {}, 'client = Zoo()'],
  ['no server', { servers: [] }, {}, 'client = Zoo(|    base_url="https://api.example.com",|)'],
  [
    'what must be given',
    {},
    {
      a: { type: 'string' },
      b_c: { type: 'string' },
      n: { type: 'number' },
      y: { type: 'boolean' },
      d: { type: 'string', default: 'x' },
      e: { type: 'string', example: 'Own' },
      o: option('string'),
    },
    'client = Zoo(|    a="My a",|    b_c="My b c",|    n=0,|    y=False,|    e="Own",|)',
  ],
  [
    'credentials that are needed',
    { security: [{ key: [] }] },
    { key: auth('key', { read_env: 'KEY' }), other: auth('other') },
    'import os||client = Zoo(|    key=os.environ.get("KEY"),|)',
  ],
  [
    'credentials that must be given',
    { security: [] },
    { key: { ...auth('key'), nullable: false }, other: auth('other', { default: 'x' }) },
    'client = Zoo(|    key="My key",|)',
  ],
])('a client with %s', async (_, more, opts, expected) => {
  const document = { ...DOCUMENT, components: { ...DOCUMENT.components, securitySchemes: SCHEMES }, ...more };
  const resources = { cats: { methods: { list: 'get /text' } } };
  const sdk = await sdkOf(document, { resources, client_settings: { opts } });
  const [method] = sdk.methods;
  const sample = method && sampleCall(sdk.plan, method.planned, { extent: 'required' });
  if (method === undefined || sample === undefined) throw new Error('no call');
  const context = { design: sdk, packageName: 'zoo' };
  const text = snippet(context, method, sample);
  expect(
    text
      .replace('from zoo import Zoo\n\n', '')
      .replace(/\n\ncats = [^]*/, '')
      .replaceAll('\n', '|'),
  ).toBe(expected);
  expect(calleeOf(method)).toBe('client.cats.list');
  expect(snippet(context, method, sample, 'async')).toContain(
    'async def main() -> None:\n    cats = await client.cats.list()\n',
  );
});

it('a file', async () => {
  const upload = {
    post: {
      requestBody: { required: true, content: { 'image/png': {} } },
      responses: { 204: { description: '' } },
    },
  };
  const sdk = await sdkOf({ ...DOCUMENT, paths: { '/files': upload } }, {});
  const [method] = sdk.methods;
  const sample = method && sampleCall(sdk.plan, method.planned, { extent: 'required' });
  expect(method && sample && snippet({ design: sdk, packageName: 'a.zoo' }, method, sample)).toBe(
    'from pathlib import Path\n\nfrom a.zoo import Zoo\n\nclient = Zoo()\n\nclient.files.create(body=Path("path/to/file"))',
  );
});
