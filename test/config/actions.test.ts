/** Requests in terms of the SDK: each changes the lines that a careful person would change, and no others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { type ConfigAction, planAction } from '../../generator/config/rewrite/actions.ts';
import { rewriteConfig, valueOf } from '../../generator/config/rewrite/rewrite.ts';
import { configFaults, editedSdk } from '../../generator/editable-config.ts';
import { buildApi } from '../../generator/ir/build.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { projectRoot } from '../support/shared.ts';

const read = (file: string): string => readFileSync(join(projectRoot, 'specs/bookshop', file), 'utf8');
const BOOKSHOP = read('sdkwright.yml');
const FILES = { 'openapi.yml': read('openapi.yml') };

const SMALL = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
security: [{ key: [] }]
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Book: { type: object, properties: { author: { $ref: '#/components/schemas/Author' } } }
    Author: { type: object, properties: { name: { type: string } } }
paths:
  /books:
    get:
      responses: { '200': { description: Books, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Book' } } } } } }
`;

async function sdkOf(config: string, files: Readonly<Record<string, string>>) {
  const io = memoryIo({ ...files, 'sdkwright.yml': config });
  const project = await loadProject({ io, cwd: '/', config: 'sdkwright.yml', allowRemote: false });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents, config: read } = project.value;
  const api = buildApi({ documents, config: read }).value;
  return { api, sdk: editedSdk(api, read, { document: 'openapi.yml', file: 'sdkwright.yml' }) };
}

/** Lines that go and lines that come, or the reason why nothing changes. */
async function changed(
  before: string,
  action: ConfigAction,
  files: Readonly<Record<string, string>> = FILES,
): Promise<{ readonly lines: readonly string[]; readonly text: string }> {
  const planned = planAction(valueOf(before) ?? {}, (await sdkOf(before, files)).sdk, action);
  if (planned.kind === 'fault') return { lines: [planned.reason], text: before };
  const done = rewriteConfig(before, planned.changes);
  if (done.kind === 'fault') return { lines: [done.reason], text: before };
  expect(await configFaults('sdkwright.yml', done.text)).toEqual([]);
  const patch = createTwoFilesPatch('a', 'b', before, done.text, '', '', { context: 0 }).split('\n').slice(3);
  return { lines: patch.filter((line) => /^[+-](?!--|\+\+)/.test(line)), text: done.text };
}

const SCHEME = {
  name: 'letter_page',
  type: 'cursor',
  request: { after: { type: 'string' } },
} as const;

const CASES: readonly (readonly [name: string, action: ConfigAction, lines: readonly string[]])[] = [
  [
    'a model',
    { kind: 'model', model: 'books.genre', to: { resource: ['books'], key: 'kind' } },
    ['-      genre: Genre', '+      kind: Genre'],
  ],
  [
    'a model moves, and a method that names it follows',
    { kind: 'model', model: 'AnswerChunk', to: { resource: ['$shared'], key: 'answer_chunk' } },
    [
      '+      answer_chunk: AnswerChunk',
      '-      answer_chunk: AnswerChunk',
      '-          stream_event_model: bookseller.answer_chunk',
      '+          stream_event_model: $shared.answer_chunk',
    ],
  ],
  ['a model is left out', { kind: 'model', model: 'voucher' }, ['-      voucher: Voucher']],
  [
    'a model with the name of another',
    { kind: 'model', model: 'books.genre', to: { resource: ['books'], key: 'book' } },
    ['books.book is there already: Book.'],
  ],
  [
    'a method with an alias',
    { kind: 'rename', method: 'status', key: 'health' },
    [
      '-      status: get /status',
      '-      ping: { type: alias, to: status, deprecated: Use `status`. }',
      '+      health: get /status',
      '+      ping: { type: alias, to: health, deprecated: Use `status`. }',
    ],
  ],
  [
    'a client option, and the method that uses it',
    { kind: 'rename-option', option: 'webhook_key', to: 'signing_secret' },
    [
      '-    webhook_key:',
      '+    signing_secret:',
      '-      unwrap: { type: webhook_unwrap, webhook_key_opt: webhook_key }',
      '+      unwrap: { type: webhook_unwrap, webhook_key_opt: signing_secret }',
    ],
  ],
  [
    'the environment variable of an option',
    { kind: 'option-key', option: 'api_key', key: 'read_env', value: 'SHOP_KEY' },
    ['-      read_env: BOOKSHOP_API_KEY', '+      read_env: SHOP_KEY'],
  ],
  [
    'the default of an option',
    { kind: 'option-key', option: 'region', key: 'default', value: 'us' },
    ['-      default: eu', '+      default: us'],
  ],
  [
    'an option without a description',
    { kind: 'option-key', option: 'webhook_key', key: 'description' },
    ['-      description: What the shop signs its events with.'],
  ],
  [
    'a page scheme, and the methods that name it',
    { kind: 'rename-scheme', scheme: 'work_page', to: 'paper_page' },
    [
      '-  - name: work_page',
      '+  - name: paper_page',
      '-          list: { endpoint: "get /authors/{author_id}/works", paginated: work_page }',
      '+          list: { endpoint: "get /authors/{author_id}/works", paginated: paper_page }',
    ],
  ],
  [
    'a new page scheme',
    { kind: 'changes', changes: [{ kind: 'append', path: ['pagination'], value: SCHEME }] },
    [
      '+  - name: letter_page',
      '+    type: cursor',
      '+    request:',
      '+      after:',
      '+        type: string',
      '+',
    ],
  ],
  [
    'a page scheme is removed',
    { kind: 'remove-scheme', scheme: 'single_page' },
    [
      '-  - name: single_page',
      '-    type: fake_page',
      '-    request: {}',
      '-    response:',
      '-      data: { type: array, items: {}, x-stainless-pagination-property: { purpose: items } }',
      '-',
      '-      list: { endpoint: get /genres, paginated: single_page }',
      '+      list: get /genres',
    ],
  ],
  [
    'a webhook method',
    { kind: 'rename-unwrap', method: 'webhooks.unwrap', key: 'parse' },
    [
      '-      unwrap: { type: webhook_unwrap, webhook_key_opt: webhook_key }',
      '+      parse: { type: webhook_unwrap, webhook_key_opt: webhook_key }',
    ],
  ],
  [
    'the key of a webhook method',
    { kind: 'webhook-key', method: 'webhooks.unwrap', option: 'api_key' },
    [
      '-      unwrap: { type: webhook_unwrap, webhook_key_opt: webhook_key }',
      '+      unwrap: { type: webhook_unwrap, webhook_key_opt: api_key }',
    ],
  ],
  ['no such model', { kind: 'model', model: 'nothing' }, ['There is no model nothing.']],
  [
    'no such option',
    { kind: 'rename-option', option: 'nothing', to: 'some' },
    ['There is no client option nothing.'],
  ],
  [
    'no such scheme',
    { kind: 'remove-scheme', scheme: 'nothing' },
    ['The config has no pagination scheme nothing.'],
  ],
];

describe('a config written by hand', () => {
  test.each(CASES)('%s', async (_name, action, lines) => {
    expect((await changed(BOOKSHOP, action)).lines).toEqual(lines);
  });
});

test('the SDK has what was asked for', async () => {
  const { text } = await changed(BOOKSHOP, {
    kind: 'model',
    model: 'AnswerChunk',
    to: { resource: ['orders'], key: 'piece' },
  });
  const { api } = await sdkOf(text, FILES);
  const model = api.schemas.find(({ name }) => name === 'AnswerChunk')?.model;
  expect(model).toMatchObject({ name: 'piece', resource: ['orders'] });
});

describe('a config that names no models and no options', () => {
  const config = 'spec: openapi.yml\n# Ours.\nout: sdk\n';
  const files = { 'openapi.yml': SMALL };

  test('the first model comes with all others, which keep their names', async () => {
    const { lines, text } = await changed(
      config,
      { kind: 'model', model: 'Author', to: { resource: ['people'], key: 'writer' } },
      files,
    );
    expect(lines).toEqual([
      '+resources:',
      '+  books:',
      '+    models:',
      '+      book: Book',
      '+  people:',
      '+    models:',
      '+      writer: Author',
    ]);
    const { api } = await sdkOf(text, files);
    expect(api.schemas.map(({ name, model }) => [name, model?.name, model?.resource])).toEqual([
      ['Book', 'book', ['books']],
      ['Author', 'writer', ['people']],
    ]);
  });

  test('the first option comes with all others', async () => {
    const action = { kind: 'option-key', option: 'api_key', key: 'read_env', value: 'SHOP' } as const;
    const { lines, text } = await changed(config, action, files);
    expect(lines).toEqual([
      '+client_settings:',
      '+  opts:',
      '+    api_key:',
      '+      type: string',
      '+      read_env: SHOP',
      '+      auth:',
      '+        security_scheme: key',
    ]);
    expect((await sdkOf(text, files)).api.client.options).toMatchObject([
      { key: 'api_key', readEnv: 'SHOP' },
    ]);
  });

  test('the first page scheme makes the list', async () => {
    const { lines } = await changed(
      config,
      { kind: 'changes', changes: [{ kind: 'append', path: ['pagination'], value: SCHEME }] },
      files,
    );
    expect(lines.slice(0, 3)).toEqual(['+pagination:', '+  - name: letter_page', '+    type: cursor']);
  });
});
