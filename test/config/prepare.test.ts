/** Overlays and transforms before a document is read: which files are read for them, and what is reported. */
import { expect, it } from 'vitest';
import { prepareDocument } from '../../generator/config/edits/prepare.ts';
import type { Config } from '../../generator/config/types.ts';
import { type Io, memoryIo } from '../../generator/source/io.ts';
import { configOf } from './support.ts';

const overlay = (title: string): string =>
  JSON.stringify({
    overlay: '1.0.0',
    info: { title: 'x', version: '1' },
    actions: [{ target: '$.info', update: { title } }],
  });
const asked: unknown[] = [];
const kept = memoryIo({ 'first.yml': overlay('First'), 'second.yml': overlay('Second'), 'odd.yml': '5' });
const io: Io = {
  ...kept,
  readFile: (path, namedBy) => {
    asked.push([path, namedBy]);
    if (path === 'outside.yml') return Promise.resolve({ kind: 'outside', folder: 'here' });
    if (path === 'broken.yml') return Promise.resolve({ kind: 'fault', reason: 'EIO' });
    return kept.readFile(path, namedBy);
  },
  fetch: (url) => {
    asked.push(url);
    return Promise.resolve({ kind: 'bytes', bytes: new TextEncoder().encode(overlay('Far')) });
  },
  isPrivate: (path, of) => {
    asked.push([path, of]);
    return path === 'private.yml';
  },
};

const root = { openapi: '3.1.0', info: { title: 'Own' }, paths: {} };
const users = (value: string) => ({ value, origin: { document: value, pointer: '' } });
const configs = (value: string) => ({
  value,
  origin: { document: 'sdkwright.yml', pointer: '/openapi/overlays/0' },
});
const { transforms } = (
  await configOf(
    'openapi: { transforms: [{ command: update, reason: x, args: { target: [$.info], value: { summary: S } } }] }',
  )
).config;
const source = { name: 'sdkwright.yml', text: 'x' } as unknown as Parameters<typeof prepareDocument>[1];

interface Case {
  readonly overlays?: readonly {
    readonly value: string;
    readonly origin: { readonly document: string; readonly pointer: string };
  }[];
  readonly transforms?: Config['transforms'];
  readonly hasConfig?: boolean;
  readonly allowRemote?: boolean;
}

async function prepared({
  overlays = [],
  transforms: edits = [],
  hasConfig = false,
  allowRemote = false,
}: Case) {
  asked.length = 0;
  const { value, diagnostics } = await prepareDocument(
    { overlays, transforms: edits },
    hasConfig ? source : undefined,
    {
      io,
      allowRemote,
    },
  );
  const result = value?.(root);
  return {
    info: result && (result.value as { info?: unknown }).info,
    sources: result?.sources?.map(({ name }) => name),
    notices: diagnostics.map(({ code, origin, parameters }) => [
      code,
      origin?.document,
      origin?.pointer,
      parameters,
    ]),
    asked: [...asked],
  };
}

const byUser = (path: string) => [path, undefined];
const byConfig = (path: string) => [
  [path, { namedBy: 'sdkwright.yml', isEntry: false }],
  [path, 'sdkwright.yml'],
];
const place = ['sdkwright.yml', '/openapi/overlays/0'];

it.each<[string, Case, Awaited<ReturnType<typeof prepared>>]>([
  ['nothing', {}, { info: undefined, sources: undefined, notices: [], asked: [] }],
  ['a transform', { transforms }, { info: { summary: 'S' }, sources: [], notices: [], asked: [] }],
  [
    'an overlay of the command line',
    { overlays: [users('first.yml')] },
    { info: { title: 'First' }, sources: ['first.yml'], notices: [], asked: [byUser('first.yml')] },
  ],
  [
    'overlays in their order, then transforms',
    { overlays: [users('first.yml'), configs('second.yml')], transforms, hasConfig: true },
    {
      info: { summary: 'S' },
      sources: ['sdkwright.yml', 'first.yml', 'second.yml'],
      notices: [],
      asked: [byUser('first.yml'), ...byConfig('second.yml')],
    },
  ],
  [
    'a URL of the command line',
    { overlays: [users('https://a.test/o.yml')] },
    {
      info: { title: 'Far' },
      sources: ['https://a.test/o.yml'],
      notices: [],
      asked: ['https://a.test/o.yml'],
    },
  ],
  [
    'a URL of the config',
    { overlays: [configs('https://a.test/o.yml'), users('first.yml')] },
    {
      info: { title: 'First' },
      sources: ['first.yml'],
      notices: [['config-remote', ...place, { url: 'https://a.test/o.yml' }]],
      asked: [byUser('first.yml')],
    },
  ],
  [
    'a URL of the config that is allowed',
    { overlays: [configs('https://a.test/o.yml')], allowRemote: true },
    {
      info: { title: 'Far' },
      sources: ['https://a.test/o.yml'],
      notices: [],
      asked: ['https://a.test/o.yml'],
    },
  ],
  [
    'no such file',
    { overlays: [users('lost.yml')] },
    {
      info: { title: 'Own' },
      sources: [],
      notices: [['file-not-found', 'lost.yml', '', { file: 'lost.yml', flag: '--overlay' }]],
      asked: [byUser('lost.yml')],
    },
  ],
  [
    'no such file, of the config',
    { overlays: [configs('lost.yml')] },
    {
      info: { title: 'Own' },
      sources: [],
      notices: [['file-not-found', ...place, { file: 'lost.yml', flag: '--overlay' }]],
      asked: byConfig('lost.yml'),
    },
  ],
  ...(['outside', 'broken', 'private'] as const).map(
    (name): [string, Case, Awaited<ReturnType<typeof prepared>>] => {
      const code = { outside: 'file-outside', broken: 'file-not-read', private: 'file-private' }[
        name
      ] as 'file-outside';
      const file = `${name}.yml`;
      const more = { outside: { folder: 'here' }, broken: { reason: 'EIO' }, private: {} }[name];
      return [
        `a file that is ${name}, of the config`,
        { overlays: [configs(file)] },
        {
          info: { title: 'Own' },
          sources: [],
          notices: [[code, ...place, { file, ...more }]],
          asked: name === 'private' ? byConfig(file).slice(0, 1) : byConfig(file),
        } as Awaited<ReturnType<typeof prepared>>,
      ];
    },
  ),
  [
    'a broken file of the command line',
    { overlays: [users('broken.yml')] },
    {
      info: { title: 'Own' },
      sources: [],
      notices: [['file-not-read', undefined, undefined, { file: 'broken.yml', reason: 'EIO' }]],
      asked: [byUser('broken.yml')],
    },
  ],
])('%s', async (_, given, expected) => expect(await prepared(given)).toEqual(expected));

it('reports what is no overlay at its own place', async () => {
  const { notices, sources } = await prepared({ overlays: [configs('odd.yml')] });
  expect(sources).toEqual(['odd.yml']);
  expect(notices.map(([, document]) => document)).toEqual(['odd.yml']);
});
