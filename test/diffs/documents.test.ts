/** Which documents the gate compares, and with which of the base. No git: the trees are written down here. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentPair, findDocuments } from '../../generator/cli/gate/documents.ts';

let cwd = '';
/** Files that are in the folder of every case. */
const HERE = [
  'a.yml',
  'b.yml',
  'new.yml',
  'new2.yml',
  'renamed.yml',
  'ignored.yml',
  'specs/x.yml',
  'odd[1].yml',
];
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sdkwright-documents-'));
  for (const name of HERE) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), '');
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

interface Case {
  readonly wanted: readonly string[];
  /** Names, or texts by name: a text without `openapi:` is no document. */
  readonly before?: readonly string[] | Readonly<Record<string, string>>;
  readonly now?: readonly string[];
  /** New name → old name. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** `a.yml`: both sides. `old.yml > a.yml`: under another name. `+a.yml`: new. `-a.yml`: gone. */
  readonly finds?: readonly string[];
  readonly note?: string;
  readonly error?: string;
  readonly help?: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'a name': { wanted: ['a.yml'], before: ['a.yml', 'b.yml'], now: ['a.yml', 'b.yml'], finds: ['a.yml'] },
  'two names': {
    wanted: ['b.yml', 'a.yml'],
    before: ['a.yml', 'b.yml'],
    now: ['a.yml', 'b.yml'],
    finds: ['b.yml', 'a.yml'],
  },
  'a name and a pattern that fits it': {
    wanted: ['a.yml', '*.yml'],
    before: ['a.yml', 'b.yml'],
    now: ['a.yml', 'b.yml'],
    finds: ['a.yml', 'b.yml'],
  },
  'a name in another spelling': {
    wanted: ['./specs/../specs\\x.yml'],
    before: ['specs/x.yml'],
    now: ['specs/x.yml'],
    finds: ['specs/x.yml'],
  },
  'a renamed file': {
    wanted: ['renamed.yml'],
    before: ['old.yml'],
    now: ['renamed.yml'],
    renamed: { 'renamed.yml': 'old.yml' },
    finds: ['old.yml > renamed.yml'],
  },
  'a new file': { wanted: ['new.yml'], before: ['a.yml'], now: ['a.yml', 'new.yml'], finds: ['+new.yml'] },
  'a misspelt name': {
    wanted: ['specs/y.yml.m'],
    now: ['specs/x.yml', 'a.json', 'specs/y.ym', 'specs/y.yml.md'],
    error: 'there is no such file',
    help: 'Write the name of the document as it is now. The nearest name is specs/x.yml.',
  },
  'a misspelt name of JSON': {
    wanted: ['b.jso'],
    now: ['b.json', 'a.yaml'],
    error: 'there is no such file',
    help: 'Write the name of the document as it is now. The nearest name is b.json.',
  },
  'a misspelt name near none': {
    wanted: ['c.yaml'],
    now: ['README.md'],
    error: 'there is no such file',
    help: 'Write the name of the document as it is now.',
  },
  'a file that git does not keep': {
    wanted: ['ignored.yml'],
    before: ['a.yml'],
    now: ['a.yml'],
    error: 'git does not keep it',
    help: 'Let --build make it on both sides, or say what it was before with --base-spec.',
  },
  'a URL': {
    wanted: ['HTTPS://example.test/a.yml'],
    error: 'git keeps files only',
    help: 'Say what it was before with --base-spec.',
  },
  'a URL without TLS': { wanted: ['http://example.test/a.yml'], error: 'git keeps files only' },
  'a package': { wanted: ['npm:acme'], error: 'git keeps files only' },
  'no URL, but a name that has the beginning of it inside': {
    wanted: ['see-http:x.yml'],
    error: 'there is no such file',
  },
  'a pattern': {
    wanted: ['specs/*'],
    before: ['specs/b.yml', 'specs/a.yml', 'a.yml'],
    now: ['specs/b.yml', 'specs/a.yml', 'a.yml'],
    finds: ['specs/a.yml', 'specs/b.yml'],
  },
  'a pattern with a question mark': {
    wanted: ['?.yml'],
    before: ['a.yml'],
    now: ['a.yml'],
    finds: ['a.yml'],
  },
  'a pattern with a set': { wanted: ['[ab].yml'], before: ['a.yml'], now: ['a.yml'], finds: ['a.yml'] },
  'a pattern with a choice': {
    wanted: ['{a,b}.yml'],
    before: ['a.yml', 'b.yml'],
    now: ['a.yml', 'b.yml'],
    finds: ['a.yml', 'b.yml'],
  },
  'a pattern over hidden folders': {
    wanted: ['**/x.yml'],
    before: ['.api/x.yml'],
    now: ['.api/x.yml'],
    finds: ['.api/x.yml'],
  },
  'a pattern that fits no file': {
    wanted: ['*.json'],
    before: ['a.yml'],
    now: ['a.yml'],
    error: 'it fits no file',
    help: 'Write a pattern that fits the documents, or their names.',
  },
  'a pattern that is also the name of a file': {
    wanted: ['odd[1].yml'],
    before: ['odd1.yml'],
    now: ['odd1.yml', 'odd[1].yml'],
    finds: ['odd1.yml', '+odd[1].yml'],
  },
  'a pattern that a removed document fitted': {
    wanted: ['specs/*'],
    before: ['specs/c.yml', 'specs/a.yml', 'specs/b.yml', 'other.yml'],
    now: ['specs/a.yml'],
    finds: ['specs/a.yml', '-specs/b.yml', '-specs/c.yml'],
  },
  'a pattern that a document was moved away from': {
    wanted: ['specs/*'],
    before: ['c.yml', 'specs/a.yml', 'specs/b.yml'],
    now: ['specs/a.yml', 'other/b.yml', 'other/c.yml'],
    renamed: { 'other/c.yml': 'c.yml', 'other/b.yml': 'specs/b.yml' },
    finds: ['specs/a.yml', 'specs/b.yml > other/b.yml'],
  },
  'a pattern inside which a document was moved': {
    wanted: ['specs/*'],
    before: ['specs/b.yml'],
    now: ['specs/c.yml'],
    renamed: { 'specs/c.yml': 'specs/b.yml' },
    finds: ['specs/b.yml > specs/c.yml'],
  },
  'a new document while the only other is gone': {
    wanted: ['new.yml'],
    before: ['old.yml', 'README.md'],
    now: ['new.yml'],
    finds: ['old.yml > new.yml'],
    note: 'new.yml is compared with old.yml, which is gone.',
  },
  'the same in a pattern, beside others': {
    wanted: ['specs/*'],
    before: { 'specs/a.yml': 'openapi: 3', 'specs/notes.json': '{}', 'specs/old.yml': 'openapi: 3' },
    now: ['specs/a.yml', 'specs/new.yml'],
    finds: ['specs/a.yml', '-specs/notes.json', 'specs/old.yml > specs/new.yml'],
    note: 'specs/new.yml is compared with specs/old.yml, which is gone.',
  },
  'a new document while a file that is no document is gone': {
    wanted: ['new.yml'],
    before: { 'list.yml': 'items: []', 'script.ts': 'openapi: 3', 'a.jsonl': 'swagger: 2' },
    now: ['new.yml'],
    finds: ['+new.yml'],
  },
  'a new document while a document was renamed to another that is compared': {
    wanted: ['a.yml', 'new.yml'],
    before: ['old.yml'],
    now: ['a.yml', 'new.yml'],
    renamed: { 'a.yml': 'old.yml' },
    finds: ['old.yml > a.yml', '+new.yml'],
  },
  'a new document while two are gone': {
    wanted: ['new.yml'],
    before: ['old2.yml', 'old1.yml'],
    now: ['new.yml'],
    finds: ['+new.yml'],
    error: 'it is new while old1.yml, old2.yml is gone, so it is unclear what it was',
    help: 'Name the document that it was with --base-spec REVISION:PATH.',
  },
  'two new documents while one is gone': {
    wanted: ['new.yml', 'new2.yml'],
    before: ['old.yml'],
    now: ['new.yml', 'new2.yml'],
    finds: ['+new.yml', '+new2.yml'],
    error: 'it is new while old.yml is gone',
  },
  'two new documents while the one that is gone is reported as such': {
    wanted: ['specs/*'],
    before: ['specs/old.yml'],
    now: ['specs/new.yml', 'specs/new2.yml'],
    finds: ['+specs/new.yml', '+specs/new2.yml', '-specs/old.yml'],
  },
  'two new documents while one of two that are gone is reported': {
    wanted: ['specs/*'],
    before: ['specs/old.yml', 'old.yml'],
    now: ['specs/new.yml', 'specs/new2.yml'],
    finds: ['+specs/new.yml', '+specs/new2.yml', '-specs/old.yml'],
    error: 'it is new while old.yml, specs/old.yml is gone',
  },
  ...Object.fromEntries(
    [
      'openapi: 3',
      '{"openapi":"3.1.0"}',
      "'swagger' : '2.0'",
      'x: 1\nswagger: "2.0"',
      '{ a: 1,openapi: 3 }',
      `{"components":{},${' '.repeat(100_000)}"openapi":"3.1.0"}`,
    ].map((text): [string, Case] => [
      `a document by its text: ${JSON.stringify(text.replace(/ {9,}/, ' … '))}`,
      {
        wanted: ['new.yml'],
        before: { 'OLD.YAML': text },
        now: ['new.yml'],
        finds: ['OLD.YAML > new.yml'],
        note: 'new.yml is compared with OLD.YAML, which is gone.',
      },
    ]),
  ),
  ...Object.fromEntries(
    ['x-openapi: 3', 'openapi 3', 'openapis: 3'].map((text): [string, Case] => [
      `no document by its text: ${JSON.stringify(text.trim())}`,
      { wanted: ['new.yml'], before: { 'old.yml': text }, now: ['new.yml'], finds: ['+new.yml'] },
    ]),
  ),
};

const outline = (pair: DocumentPair): string => {
  if (pair.kind === 'new') return `+${pair.now}`;
  if (pair.kind === 'gone') return `-${pair.before}`;
  expect(pair.kind).toBe('both');
  return pair.before === pair.now ? pair.now : `${pair.before} > ${pair.now}`;
};

test.each(Object.entries(CASES))(
  '%s',
  async (_title, { wanted, finds = [], note, error, help, ...sides }) => {
    const { before = [], now = [], renamed = {} } = sides;
    const texts = Array.isArray(before)
      ? Object.fromEntries(before.map((name) => [name, 'openapi: 3.1.0']))
      : (before as Readonly<Record<string, string>>);
    const tree = {
      ...{ commit: '0123', about: 'main', isSame: false },
      before: new Set(Object.keys(texts)),
      now: new Set(now),
      renamed: new Map(Object.entries(renamed)),
    };
    const found = await findDocuments(wanted, tree, { cwd, textBefore: async (path) => texts[path] });
    const problems = found.diagnostics.map((each) => `${each.code}: ${each.message}`);
    expect(found.pairs.map(outline)).toEqual(finds);
    if (error === undefined) expect(problems).toEqual([]);
    else {
      expect(problems).toEqual([expect.stringMatching(/^spec-not-here: /)]);
      expect(problems[0]).toContain(error);
      if (help !== undefined) expect(found.diagnostics[0]?.help).toBe(help);
    }
    expect(found.notes).toEqual(note === undefined ? [] : [note]);
  },
);

test('a removed file whose text cannot be read is no document', async () => {
  const tree = {
    ...{ commit: '0123', about: 'main', isSame: false, renamed: new Map<string, string>() },
    before: new Set(['old.yml']),
    now: new Set(['new.yml']),
  };
  const found = await findDocuments(['new.yml'], tree, { cwd, textBefore: async () => undefined });
  expect(found).toEqual({ pairs: [{ kind: 'new', now: 'new.yml' }], notes: [], diagnostics: [] });
});
