/** `openapi.documented.yml` holds no reference that leads nowhere: mock servers refuse such a document. */
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundleDocuments } from '../../generator/documented/bundle.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';

async function bundled(parts: string, files: Readonly<Record<string, string>> = {}) {
  const text = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n${parts}`;
  const { value } = await loadDocuments('openapi.yml', {
    io: memoryIo({ 'openapi.yml': text, ...files }),
    allowRemote: false,
    upgrade,
  });
  if (value === undefined) throw new Error('not a document');
  return { bundle: bundleDocuments(value), diagnostics: value.diagnostics };
}

it.each([
  ['in an extension', 'x-examples: { ts: { $ref: ./snippets/a.ts } }'],
  ['into the document', "components: { schemas: { A: { $ref: '#/components/schemas/Nope' } } }"],
  ['to a file', 'components: { schemas: { A: { $ref: ./absent.yml } } }'],
  ['to the network', 'components: { schemas: { A: { $ref: https://other.test/a.yml } } }'],
])('a reference %s is no `$ref` any more', async (_title, parts) => {
  const { bundle } = await bundled(parts);
  expect(JSON.stringify(bundle)).not.toContain('$ref');
  expect(JSON.stringify(bundle)).toContain('x-unresolved-ref');
});

it('nobody loads what an extension refers to', async () => {
  const { bundle, diagnostics } = await bundled('x-examples: { ts: { $ref: ./a.yml } }', { 'a.yml': '[' });
  expect(diagnostics).toEqual([]);
  expect(bundle?.['x-examples']).toEqual({ ts: { 'x-unresolved-ref': './a.yml' } });
});

it('a document whose references all lead somewhere stays as it is written', async () => {
  const parts = "components: { schemas: { A: { type: string }, B: { $ref: '#/components/schemas/A' } } }";
  expect(parse(parts)).toBeDefined();
  expect((await bundled(parts)).bundle).toBeUndefined();
});
