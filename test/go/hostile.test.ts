/** Names that Go, its library or the SDK itself has already, in every role; and text that would end its literal. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goForTests } from './go.ts';
import { faultsOf, goSdk } from './support/generate.ts';

const NAMES = [
  ...'type func range select go defer nil true error string int any len new make init main iota'.split(' '),
  ...'context http io time option param request respjson apijson client ctx opts res err r query body'.split(
    ' ',
  ),
  ...'self constructor toString Error Client String JSON RawJSON MarshalJSON Options ToParam'.split(' '),
  ...'fooBar foo_bar FooBar 1st ä 名 😀 a-b a.b $ref _'.split(' '),
];
const TEXT = 'a"b`c\\d */ // +build x\n//go:embed secret\r\n\u2028#cgo ${x} {{y}}';

/** Each name as operation, tag, schema, property, parameter and value of an enum. */
function documentOf(): object {
  const properties = Object.fromEntries(NAMES.map((name) => [name, { type: 'string', description: TEXT }]));
  return {
    openapi: '3.1.0',
    info: { title: 'Odd', version: '1.0.0', description: TEXT },
    servers: [{ url: 'https://odd.example' }],
    paths: Object.fromEntries(
      NAMES.map((name, index) => [
        `/p${index}/{${encodeURIComponent(name)}}`,
        {
          post: {
            operationId: name,
            tags: [name],
            summary: TEXT,
            parameters: [
              { name: encodeURIComponent(name), in: 'path', required: true, schema: { type: 'string' } },
              { name, in: 'query', schema: { type: 'string', enum: [name, TEXT, ...NAMES] } },
            ],
            requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
            responses: {
              '200': {
                description: TEXT,
                content: { 'application/json': { schema: { $ref: `#/components/schemas/S${index}` } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        NAMES.map((name, index) => [`S${index}`, { title: name, type: 'object', properties }]),
      ),
    },
  };
}

const go = goForTests() ?? '';

test.skipIf(go === '')('compiles with every name in every role', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-go-names-'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(documentOf()));
  const sdk = await goSdk({ spec: join(folder, 'openapi.json') });
  try {
    expect(await faultsOf(go, sdk)).toBe('');
  } finally {
    sdk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
