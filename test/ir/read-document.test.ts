/** Documents are read once for configs that differ in names alone; every API equals that of a first reading. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../generator/config/read.ts';
import { buildApi, createApiBuilder } from '../../generator/ir/build.ts';
import { readDocument } from '../../generator/ir/read-document.ts';
import { buildOptionsOf } from '../../generator/ir/from-config.ts';
import { languageData } from '../../generator/languages/data.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Config } from '../../generator/config/types.ts';
import type { Documents } from '../../generator/source/types.ts';
import { projectRoot } from '../support/shared.ts';

const SPEC = readFileSync(join(projectRoot, 'specs/bookshop/openapi.yml'), 'utf8');

async function load(text = SPEC): Promise<Documents> {
  const loaded = await loadDocuments('openapi.yml', {
    io: memoryIo({ 'openapi.yml': text }),
    allowRemote: false,
    upgrade,
  });
  if (loaded.value === undefined) throw new Error('not loaded');
  return loaded.value;
}

async function configOf(text: string, language: 'typescript' | 'python' = 'typescript'): Promise<Config> {
  const { value } = await loadConfig('sdkwright.yml', memoryIo({ 'sdkwright.yml': text }));
  if (value === undefined) throw new Error('no config');
  return readConfig(value.source, languageData(language)).value;
}

const CONFIGS: readonly (readonly [what: string, config: string])[] = [
  ['no names', 'edition: 2026-11-22'],
  ['a name', 'edition: 2026-11-22\nresources: { books: { methods: { find: get /books } } }'],
  ['another name', 'edition: 2026-11-22\nresources: { volumes: { methods: { all: get /books } } }'],
  [
    'a model',
    'edition: 2026-11-22\nresources: { books: { models: { volume: Book }, methods: { find: get /books } } }',
  ],
  [
    'an option',
    'edition: 2026-11-22\nclient_settings: { opts: { shop: { type: string, send_in_header: X-Shop } } }',
  ],
  ['another security', 'edition: 2026-11-22\nsecurity: []'],
];

it.each(CONFIGS)('a config with %s gives the API of a first reading', async (_what, text) => {
  const documents = await load();
  for (const [, other] of CONFIGS) buildApi({ documents, config: await configOf(other) });
  const config = await configOf(text);
  expect(buildApi({ documents, config })).toEqual(buildApi({ documents: await load(), config }));
});

it('a change of names does not read the documents again, a change of models does', async () => {
  const documents = await load();
  const read = async (at: number, language?: 'python'): Promise<unknown> =>
    readDocument(documents, buildOptionsOf(await configOf(CONFIGS[at]?.[1] ?? '', language)));
  expect(await read(1)).toBe(await read(1));
  expect(await read(1)).not.toBe(await read(3));
  expect(await read(1, 'python')).toBe(await read(1));
});

const FOR_ONE = SPEC.replace(
  'operationId: listBooks',
  'operationId: listBooks\n      x-stainless-skip: [python]',
);

it('an API of a document with hints for one language is not shared, read before or not', async () => {
  const documents = await load(FOR_ONE);
  const [typescript, python] = [
    await configOf('edition: 2026-11-22'),
    await configOf('edition: 2026-11-22', 'python'),
  ];
  for (let turn = 0; turn < 2; turn += 1) {
    const build = createApiBuilder(documents);
    expect(build(python)).not.toEqual(build(typescript));
    expect(build(python)).toEqual(createApiBuilder(await load(FOR_ONE))(python));
  }
});

it('a document with hints for one language is read for each', async () => {
  const documents = await load(FOR_ONE);
  const read = async (language: 'typescript' | 'python'): Promise<unknown> =>
    readDocument(documents, buildOptionsOf(await configOf('edition: 2026-11-22', language)));
  expect(await read('typescript')).not.toBe(await read('python'));
  expect(await read('typescript')).toBe(await read('typescript'));
});
