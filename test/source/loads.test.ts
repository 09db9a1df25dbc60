/**
 * Which files are read for an entry, in which order, and what is reported: `loads.expected.json` has what
 * becomes of each case.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { ok } from '../../generator/lib/result.ts';
import type { Io } from '../../generator/source/io.ts';
import { type LoadOptions, loadDocuments, loadText } from '../../generator/source/load.ts';
import { expectStored } from '../support/stored.ts';

const info = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
const refs = (...targets: readonly string[]): string =>
  `${info}paths:\n${targets.map((target, index) => `  /p${index}: { $ref: ${JSON.stringify(target)} }\n`).join('')}`;

interface Case {
  readonly entry?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly options?: Partial<LoadOptions>;
}

function ioOf(files: Readonly<Record<string, string>>, asked: unknown[]): Io {
  const bytes = (name: string): Awaited<ReturnType<Io['fetch']>> | undefined => {
    const text = Object.hasOwn(files, name) ? files[name] : undefined;
    if (text === undefined) return undefined;
    if (text.startsWith('fault ')) return { kind: 'fault', reason: text.slice(6) };
    if (text.startsWith('outside ')) return { kind: 'outside', folder: text.slice(8) };
    return { kind: 'bytes', bytes: new TextEncoder().encode(text) };
  };
  return {
    readFile: (path, namedBy) => {
      asked.push(namedBy === undefined ? path : `${path} for ${namedBy}`);
      return Promise.resolve(bytes(path));
    },
    fetch: (url) => {
      asked.push(url);
      return Promise.resolve(bytes(url) ?? { kind: 'fault', reason: 'status 404' });
    },
    isPrivate: (path, { isEntry }) => path.includes('private') && !(isEntry && path.includes('entry')),
  };
}

const schema = 'get: { responses: { "200": { description: ok } } }\n';

const cases: Readonly<Record<string, Case>> = {
  'an entry': { files: { 'a.yml': refs() } },
  'no such entry': { entry: 'lost.yml', files: {} },
  'no such entry, of a config': { entry: 'lost.yml', files: {}, options: { namedBy: 'sdkwright.yml' } },
  'an entry that is no document': { files: { 'a.yml': '- 1' } },
  'an entry that is no YAML': { files: { 'a.yml': 'a: [' } },
  'no document, named by a config': { files: { 'a.yml': '- secret' }, options: { namedBy: 'sdkwright.yml' } },
  'no document, but nearly, named by a config': {
    files: { 'a.yml': '- openapi' },
    options: { namedBy: 'sdkwright.yml' },
  },
  'a Swagger text, named by a config': {
    files: { 'a.yml': 'swagger: [' },
    options: { namedBy: 'sdkwright.yml' },
  },
  'a folder': {
    entry: 'specs//',
    files: { specs: 'fault EISDIR', 'specs/': 'fault EISDIR', 'specs//': 'fault EISDIR' },
  },
  'this folder': { entry: '.', files: { '.': 'fault EISDIR', '': 'fault EISDIR' } },
  'a fault of the disk': { files: { 'a.yml': 'fault EACCES' } },
  'an entry outside': { files: { 'a.yml': 'outside the project' } },
  'a private entry of the user': { files: { 'private.yml': refs() } },
  'a private entry of a config': { files: { 'private.yml': refs() }, options: { namedBy: 'sdkwright.yml' } },
  'an ignored entry of a config': {
    files: { 'private-entry.yml': refs() },
    options: { namedBy: 'sdkwright.yml' },
  },
  'an entry below the folder': { entry: '/w/x/a.yml', files: { 'x/a.yml': refs() }, options: { cwd: '/w' } },
  'an entry beside the folder': {
    entry: '/wx/a.yml',
    files: { '/wx/a.yml': refs() },
    options: { cwd: '/w' },
  },
  'an entry without a folder': { entry: '/w/x/../a.yml', files: { '/w/a.yml': refs() } },
  'a URL': { entry: 'https://a.test/x/../a.yml', files: { 'https://a.test/a.yml': refs('b.yml') } },
  'a URL that refers on': {
    entry: 'https://a.test/a.yml',
    files: { 'https://a.test/a.yml': refs('b.yml', 'b.yml#/x'), 'https://a.test/b.yml': schema },
    options: { allowRemote: true },
  },
  'a URL that is not there': { entry: 'https://a.test/a.yml', files: {}, options: { allowRemote: true } },
  references: {
    files: {
      'a.yml': refs('z.yml', 'parts/b.yml#/x', '#/paths/~1p0', 'parts/b.yml', '#'),
      'z.yml': `${schema}x: { $ref: 'parts/c.yml' }\n`,
      'parts/b.yml': `${schema}x: { $ref: './c.yml#/get' }\ny: { $ref: '../a.yml' }\nz: { $ref: 'b.yml' }\n`,
      'parts/c.yml': schema,
    },
  },
  'references that lead nowhere': {
    files: {
      'a.yml': refs(
        'lost.yml',
        'folder',
        'fault.yml',
        'private.yml',
        'outside.yml',
        'broken.yml',
        'http://a.test/x.yml',
        'urn:a:b',
        'x1+.-:y',
        '1x:y',
        'scalar.yml',
      ),
      folder: 'fault EISDIR',
      'fault.yml': 'fault EIO',
      'private.yml': schema,
      'outside.yml': 'outside here',
      'broken.yml': 'a: [',
      'scalar.yml': '5',
    },
  },
  'names with a percent sign': {
    files: {
      'a.yml': refs('b%20c.yml', 'd%20e.yml', 'f%20g.yml', 'h%.yml'),
      'b%20c.yml': schema,
      'd e.yml': schema,
      'f%20g.yml': 'fault EIO',
      'f g.yml': schema,
    },
  },
  'two names of a file': {
    files: { 'a.yml': refs('b%20c.yml', 'b c.yml'), 'b c.yml': schema },
  },
  'a file with faults': { files: { 'a.yml': refs('b.yml'), 'b.yml': `${schema}x: 1\nx: 2\n` } },
  'a file that is refused, with another fault': {
    files: { 'a.yml': refs('b.yml'), 'b.yml': `x: 1\nx: 2\ny: ${'{ z: '.repeat(600)}1${' }'.repeat(600)}\n` },
  },
  'an id in the document': {
    files: {
      'a.yml': `${info}paths: {}\ncomponents: { schemas: { A: { $id: 'https://a.test/own', type: string }, B: { $ref: 'https://a.test/own' } } }\n`,
    },
  },
  'many files': {
    files: {
      'a.yml': refs(...Array.from({ length: 130 }, (_, index) => `f${String(index).padStart(3, '0')}.yml`)),
      ...Object.fromEntries(
        Array.from({ length: 130 }, (_, index) => [
          `f${String(index).padStart(3, '0')}.yml`,
          index === 0 ? `x: { $ref: f129.yml }\ny: { $ref: e.yml }\n` : schema,
        ]),
      ),
      'e.yml': schema,
    },
  },
  'a prepared document': {
    files: { 'a.yml': refs('b.yml'), 'c.yml': schema },
    options: {
      prepare: () => ({
        ...ok({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/c': { $ref: 'c.yml' } } }, [
          diagnostic('config-remote', { url: 'x' }),
        ]),
        sources: [{ name: 'overlay.yml', text: 'o' } as never],
      }),
    },
  },
  'a document prepared into none': { files: { 'a.yml': refs() }, options: { prepare: () => ok(5) } },
};

it('cases', async () => {
  const actual: Record<string, unknown> = {};
  for (const [name, { entry, files, options }] of Object.entries(cases)) {
    const asked: unknown[] = [];
    const { value, diagnostics, texts } = await loadDocuments(entry ?? Object.keys(files)[0] ?? '', {
      io: ioOf(files, asked),
      allowRemote: false,
      upgrade,
      ...options,
    });
    actual[name] = {
      asked: asked.length > 9 ? [asked.length, asked.indexOf('e.yml for a.yml'), asked.at(-1)] : asked,
      root: asked.length > 9 ? undefined : value?.root,
      texts: [...texts.keys()].length > 9 ? texts.size : [...texts.keys()],
      notices: diagnostics.map((one) => [one.code, one.severity, one.leavesOut, one.origin, one.parameters]),
      later: value?.diagnostics.map((one) => [
        one.code,
        one.severity,
        one.leavesOut,
        one.origin,
        one.parameters,
      ]),
    };
  }
  expectStored(join(import.meta.dirname, 'loads.expected.json'), actual);
});

it.each<[string, string, Parameters<typeof loadText>[2], unknown]>([
  ['a flag', 'lost.yml', { flag: '--overlay' }, ['file-not-found', { file: 'lost.yml', flag: '--overlay' }]],
  ['no flag', 'lost.yml', undefined, ['file-not-found', { file: 'lost.yml', flag: '--spec' }]],
  ['private', 'private.yml', { namedBy: 'a.yml' }, ['file-private', { file: 'private.yml' }]],
  [
    'a private entry',
    'private-entry.yml',
    { namedBy: 'a.yml', isEntry: true },
    ['file-not-found', { file: 'private-entry.yml', flag: '--spec' }],
  ],
  [
    'a private URL',
    'https://private.test',
    { namedBy: 'a.yml' },
    ['file-not-read', { file: 'https://private.test', reason: 'status 404' }],
  ],
  ['a folder', 'a//', undefined, ['file-is-folder', { file: 'a//', example: 'a/openapi.yml' }]],
  ['this folder', '.', undefined, ['file-is-folder', { file: '.', example: 'openapi.yml' }]],
  ['no name', '', undefined, ['file-is-folder', { file: '.', example: 'openapi.yml' }]],
])('one text: %s', async (_, name, source, expected) => {
  const folder = 'fault EISDIR';
  const { diagnostics } = await loadText(name, ioOf({ 'a//': folder, '.': folder, '': folder }, []), source);
  expect(diagnostics.map((one) => [one.code, one.parameters])).toEqual([expected]);
});

it('stops after 500 documents of the network', async () => {
  const chain = (url: boolean): Io => {
    const next = (path: string): string => String(Number(/(\d+)\.yml/.exec(path)?.[1] ?? '-1') + 1);
    const answer = (path: string) => ({
      kind: 'bytes' as const,
      bytes: new TextEncoder().encode(
        /\d/.test(path) ? `$ref: ${next(path)}.yml` : refs(url ? 'https://a.b/0.yml' : '0.yml'),
      ),
    });
    return {
      readFile: (path) => Promise.resolve(answer(path)),
      fetch: (path) => Promise.resolve(answer(path)),
    };
  };
  const result = await loadDocuments('a.yml', { io: chain(true), allowRemote: true, upgrade });
  expect(result.texts.size).toBe(501);
  expect(
    result.diagnostics
      .filter((one) => one.code === 'too-many-documents')
      .map((one) => [one.leavesOut, one.parameters]),
  ).toEqual([[undefined, { limit: 500 }]]);
});
