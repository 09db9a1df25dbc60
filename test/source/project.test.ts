/** The input of a command: which config, overlays and document are read, and what is reported where. */
import { expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import { defaultLanguage, languageData } from '../../generator/languages/data.ts';
import { type ProjectRequest, everyLanguage, loadProject, withConfig } from '../../generator/project.ts';
import { type Io, memoryIo } from '../../generator/source/io.ts';

const document = (title: string): string =>
  `openapi: 3.1.0\ninfo: { title: ${title}, version: '1' }\npaths: {}\n`;
const overlay = (title: string): string =>
  `overlay: 1.0.0\ninfo: { title: x, version: '1' }\nactions: [{ target: $.info, update: { title: ${title} } }]\n`;
const edition = "edition: '2026-11-23'\n";

const kept: Readonly<Record<string, string>> = {
  'a.yml': document('A'),
  'b.yml': document('B'),
  'text.yml': 'secret',
  'one.yml': overlay('One'),
  'two.yml': overlay('Two'),
  'odd.yml': '5',
  'config.yml': `${edition}spec: b.yml\n`,
  'bare.yml': edition,
  'broken.yml': 'a: [',
  'wrong.yml': 'organization: { name: 5 }\n',
  'overlaid.yml': `${edition}spec: b.yml\nopenapi: { overlays: [two.yml] }\n`,
  'far.yml': `${edition}spec: https://a.test/a.yml\n`,
  'private.yml': `${edition}spec: private.txt\n`,
  'outside.yml': `${edition}spec: outside.txt\n`,
  'lost.yml': `${edition}spec: nothing.yml\n`,
};

function ioOf(files: Readonly<Record<string, string>>): Io {
  const memory = memoryIo(files);
  return {
    ...memory,
    readFile: (path, namedBy) =>
      path === 'outside.txt'
        ? Promise.resolve({ kind: 'outside', folder: 'here' })
        : memory.readFile(path, namedBy),
    fetch: () => Promise.resolve({ kind: 'bytes', bytes: new TextEncoder().encode(document('Far')) }),
    isPrivate: (path) => path === 'private.txt',
  };
}

async function loaded(request: Partial<ProjectRequest>, more: Readonly<Record<string, string>> = {}) {
  const { value, diagnostics, texts } = await loadProject({
    io: ioOf({ ...kept, ...more }),
    cwd: '/',
    allowRemote: false,
    ...request,
  });
  const { info } = (value?.documents.root ?? {}) as { readonly info?: { readonly title?: string } };
  return {
    title: info?.title,
    spec: value?.config.spec?.value,
    texts: [...texts.keys()],
    notices: diagnostics.map(({ code, origin }) => [code, origin?.document, origin?.pointer]),
  };
}

type Loaded = Partial<Awaited<ReturnType<typeof loaded>>>;

it.each<[string, Partial<ProjectRequest>, Loaded, Readonly<Record<string, string>>?]>([
  ['a document alone', { spec: 'a.yml', config: false }, { title: 'A', texts: ['a.yml'] }],
  ['no config', { spec: 'a.yml' }, { title: 'A', texts: ['a.yml'] }],
  ['neither', {}, { notices: [['no-spec', undefined, undefined]] }],
  [
    'a config without a document',
    { config: 'bare.yml' },
    { texts: ['bare.yml'], notices: [['no-spec', undefined, undefined]] },
  ],
  [
    'the document of a config',
    { config: 'config.yml' },
    { title: 'B', spec: 'b.yml', texts: ['config.yml', 'b.yml'] },
  ],
  [
    'a document in place of that',
    { config: 'config.yml', spec: 'a.yml' },
    { title: 'A', spec: 'b.yml', texts: ['config.yml', 'a.yml'] },
  ],
  [
    'a config by its usual name',
    {},
    { title: 'B', spec: 'b.yml', texts: ['sdkwright.yml', 'b.yml'] },
    { 'sdkwright.yml': `${edition}spec: b.yml\n` },
  ],
  [
    'no config, whatever there is',
    { config: false, spec: 'a.yml' },
    { title: 'A', texts: ['a.yml'] },
    { 'sdkwright.yml': 'a: [' },
  ],
  [
    'overlays in their order',
    { config: 'overlaid.yml', overlays: ['one.yml'] },
    { title: 'Two', spec: 'b.yml', texts: ['overlaid.yml', 'b.yml', 'one.yml', 'two.yml'] },
  ],
  [
    'an overlay without a config',
    { spec: 'a.yml', config: false, overlays: ['one.yml'] },
    { title: 'One', texts: ['a.yml', 'one.yml'] },
  ],
  [
    'a broken overlay',
    { spec: 'a.yml', config: false, overlays: ['nothing.yml'] },
    { notices: [['file-not-found', 'nothing.yml', '']] },
  ],
  [
    'a URL of a config',
    { config: 'far.yml' },
    { texts: ['far.yml'], notices: [['config-remote', 'far.yml', '/spec']] },
  ],
  [
    'a URL of a config that is allowed',
    { config: 'far.yml', allowRemote: true },
    { title: 'Far', spec: 'https://a.test/a.yml', texts: ['far.yml', 'https://a.test/a.yml'] },
  ],
  [
    'a URL of the user',
    { config: 'bare.yml', spec: 'https://a.test/a.yml' },
    { title: 'Far', texts: ['bare.yml', 'https://a.test/a.yml'] },
  ],
  [
    'a private document of a config',
    { config: 'private.yml' },
    { texts: ['private.yml'], notices: [['file-private', 'private.yml', '/spec']] },
  ],
  [
    'a document of a config that is outside',
    { config: 'outside.yml' },
    { texts: ['outside.yml'], notices: [['file-outside', 'outside.yml', '/spec']] },
  ],
  [
    'a document of the user that is outside',
    { config: 'bare.yml', spec: 'outside.txt' },
    { texts: ['bare.yml'], notices: [['file-outside', undefined, undefined]] },
  ],
  [
    'no such document of a config',
    { config: 'lost.yml' },
    { texts: ['lost.yml'], notices: [['file-not-found', undefined, undefined]] },
  ],
  ['no such config', { config: 'nothing.yml' }, { notices: [['file-not-found', undefined, undefined]] }],
  [
    'what is no document',
    { spec: 'text.yml', config: false },
    { texts: ['text.yml'], notices: [['not-openapi', 'text.yml', '']] },
  ],
])('%s', async (_, request, expected, more) =>
  expect(await loaded(request, more)).toEqual({
    title: undefined,
    spec: undefined,
    texts: [],
    notices: [],
    ...expected,
  }),
);

it('a config with faults stops before the document is read', async () => {
  const { title, notices, texts } = await loaded({ config: 'broken.yml', spec: 'a.yml' });
  expect([title, notices.length, texts.includes('a.yml')]).toEqual([undefined, 1, false]);
  const wrong = await loaded({ config: 'wrong.yml', spec: 'a.yml' });
  expect([wrong.title, wrong.texts]).toEqual([undefined, ['wrong.yml']]);
});

it('the same config for another language', async () => {
  const go = languageData('go');
  if (go === undefined) throw new Error('no Go');
  const load = (config: string | false) =>
    loadProject({ io: ioOf(kept), cwd: '/', allowRemote: false, spec: 'a.yml', config });
  const [withFile, without] = [await load('config.yml'), await load(false)];
  expect(withFile.value?.configFor(go).audience.language).toBe('go');
  expect(withFile.value?.configFor(go).spec?.value).toBe('b.yml');
  expect(without.value?.configFor(go)).toEqual(emptyConfig(go));
  expect(without.value?.config).toEqual(emptyConfig());
  expect(defaultLanguage.language).toBe(without.value?.config.audience.language);
});

it('another config keeps the documents if it reads the same', async () => {
  const { value } = await loadProject({
    io: ioOf(kept),
    cwd: '/',
    allowRemote: false,
    config: 'overlaid.yml',
  });
  if (value === undefined) throw new Error('not loaded');
  const other = (change: object) => {
    const config = { ...value.config, ...change };
    return { config, configFor: () => config };
  };
  const same = other({ edition: 'x' });
  expect(withConfig(value, same, false)).toEqual({ ...same, documents: value.documents });
  expect(withConfig(value, other({ overlays: [] }), false)).toBeUndefined();
  expect(withConfig(value, other({ transforms: [{ command: 'remove', args: 1 }] }), false)).toBeUndefined();
  const elsewhere = other({ spec: { value: 'a.yml', origin: value.config.spec?.origin } });
  expect(withConfig(value, elsewhere, false)).toBeUndefined();
  expect(withConfig(value, elsewhere, true)).toEqual({ ...elsewhere, documents: value.documents });
  expect(withConfig(value, other({ spec: undefined }), false)).toBeUndefined();
  const edited = {
    ...value,
    config: { ...value.config, transforms: [{ command: 'remove', args: 1 }] },
  } as never;
  expect(withConfig(edited, other({ transforms: [{ command: 'remove', args: 2 }] }), false)).toBeUndefined();
  expect(withConfig(edited, other({ transforms: [{ command: 'keep', args: 1 }] }), false)).toBeUndefined();
});

it('a config that was read serves every language', async () => {
  const { value } = await loadProject({ io: ioOf(kept), cwd: '/', allowRemote: false, config: 'config.yml' });
  const source = { name: 'config.yml', text: '', root: { edition: 'x', spec: 'c.yml' } };
  const every = everyLanguage({ config: value?.config ?? emptyConfig(), source: source as never });
  const go = languageData('go');
  expect(every.config).toBe(value?.config);
  expect(go && every.configFor(go).spec?.value).toBe('c.yml');
  expect(go && every.configFor(go).audience.language).toBe('go');
});
