/** What a branch may bring to be found harmless: each attack is red, or fails, and never green. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';

let folder = '';

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

const document = (names: readonly string[], more = ''): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
${names.map((name) => `  /${name}: { get: { operationId: list-${name.replace(/\W.*/, '')}${more}, responses: { '204': { description: ok } } } }`).join('\n')}
`;

const WHOLE = document(['pets', 'shops', 'toys']);
const BROKEN = document(['pets', 'shops']);

const commit = (): void => {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'next');
};

/** `origin/main` holds the whole document; the branch `change` has broken it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-gate-'));
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const base = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) put(path, text);
  commit();
  git('fetch', '-q', 'origin', 'main:refs/remotes/origin/main');
  git('checkout', '-q', '-b', 'change');
};

async function run(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(['diff', ...args]);
  return { code, said: `${terminal.printed()}\n${terminal.complained()}` };
}

const GATE = ['--against', 'origin/main'];
const EMPTY_PATHS = 'openapi:\n  transforms: [{ command: remove, args: { target: $.paths.* } }]\n';

interface Attack {
  readonly base?: Readonly<Record<string, string>>;
  /** What the branch does; the document is broken already. */
  readonly change?: () => void;
  readonly args: readonly string[];
  /** 1: the break is found. 3: nothing can be compared, and that is said. */
  readonly code: 1 | 3;
  readonly says?: RegExp;
}

const removed = /\/toys|list-toys|listToys|list_toys|client\.toys/;

const ATTACKS: Readonly<Record<string, Attack>> = {
  'a file that is called like a revision and a path': {
    change: () => put('origin/main:openapi.yml', BROKEN),
    args: ['origin/main:openapi.yml', 'openapi.yml'],
    code: 1,
  },
  'a file that is called like a revision that is not here': {
    change: () => put('origin/gone:openapi.yml', BROKEN),
    args: ['origin/gone:openapi.yml', 'openapi.yml'],
    code: 3,
    says: /Write \.\/origin\/gone:openapi\.yml/,
  },
  'a file that is called as the gate calls the base': {
    change: () => put(`${git('rev-parse', 'origin/main')}:./openapi.yml`, BROKEN),
    args: [...GATE, 'openapi.yml'],
    code: 1,
  },
  'a file that is called like the side of --base-spec': {
    change: () => put('origin/main:openapi.yml', BROKEN),
    args: [...GATE, 'openapi.yml', '--base-spec', 'origin/main:openapi.yml'],
    code: 1,
  },
  'a file that is called like a package': {
    change: () => put('npm:@acme/pets@2.4.1', BROKEN),
    args: ['npm:@acme/pets@2.4.1', 'openapi.yml'],
    code: 3,
  },
  'a config that is called like one of a revision': {
    base: { 'sdkwright.yml': 'spec: openapi.yml\n' },
    change: () => put('origin/main:sdkwright.yml', `spec: openapi.yml\n${EMPTY_PATHS}`),
    args: ['origin/main:openapi.yml', 'openapi.yml', '--base-config', 'origin/main:sdkwright.yml'],
    code: 1,
  },
  'a file that is called like a pattern': {
    base: { 'specs/a.yml': WHOLE },
    change: () => (put('specs/a.yml', BROKEN), put('specs/*.yml', WHOLE)),
    args: [...GATE, 'specs/*.yml'],
    code: 1,
  },
  'a new config that removes everything': {
    change: () => put('sdkwright.yml', `spec: openapi.yml\n${EMPTY_PATHS}`),
    args: [...GATE, 'openapi.yml'],
    code: 1,
  },
  'a new config beside an older one': {
    base: { 'stainless.yml': 'spec: openapi.yml\n' },
    change: () => put('sdkwright.yml', `spec: openapi.yml\n${EMPTY_PATHS}`),
    args: [...GATE, 'openapi.yml'],
    code: 1,
  },
  'a config that is named, new, and removes everything': {
    change: () => put('other.yml', EMPTY_PATHS),
    args: [...GATE, 'openapi.yml', '--config', 'other.yml'],
    code: 1,
  },
  'a config that now removes everything': {
    base: { 'sdkwright.yml': 'spec: openapi.yml\n' },
    change: () => put('sdkwright.yml', `spec: openapi.yml\n${EMPTY_PATHS}`),
    args: [...GATE, 'openapi.yml'],
    code: 1,
  },
  'the same where two sides are named': {
    base: { 'sdkwright.yml': 'spec: openapi.yml\n' },
    change: () => put('sdkwright.yml', `spec: openapi.yml\n${EMPTY_PATHS}`),
    args: ['origin/main:openapi.yml', 'openapi.yml'],
    code: 1,
  },
  'a new config where two sides are named': {
    change: () => put('sdkwright.yml', `spec: openapi.yml\n${EMPTY_PATHS}`),
    args: ['origin/main:openapi.yml', 'openapi.yml'],
    code: 1,
  },
  'a config that names an older document': {
    base: { 'sdkwright.yml': 'spec: openapi.yml\n', 'old.yml': BROKEN },
    change: () => put('sdkwright.yml', 'spec: old.yml\n'),
    args: GATE,
    code: 1,
  },
  'an operation that is marked to be left out': {
    change: () =>
      put('openapi.yml', WHOLE.replace('operationId: list-toys', 'operationId: list-toys, x-hidden: true')),
    args: [...GATE, 'openapi.yml', '--exclude', 'x-hidden'],
    code: 1,
    says: /GET \/toys counts as removed/,
  },
  'an operation with another tag': {
    change: () =>
      put('openapi.yml', WHOLE.replace('operationId: list-toys', 'operationId: list-toys, tags: [beta]')),
    args: ['origin/main:openapi.yml', 'openapi.yml', '--exclude', 'beta'],
    code: 1,
  },
  'a parameter of the path under another name, and the mark': {
    base: { 'openapi.yml': document(['toys/{id}']) },
    change: () => put('openapi.yml', document(['toys/{key}'], ', x-hidden: true')),
    args: [...GATE, 'openapi.yml', '--exclude', 'x-hidden'],
    code: 1,
  },
  'a document that a pattern no longer fits': {
    base: { 'specs/a.yml': WHOLE, 'specs/b.yml': document(['cars']) },
    change: () => {
      rmSync(join(folder, 'specs/a.yml'));
      put('api/a.yml', BROKEN);
      git('add', '-A');
    },
    args: [...GATE, 'specs/*.yml'],
    code: 1,
  },
  'the same, rewritten': {
    base: { 'specs/a.yml': WHOLE, 'specs/b.yml': document(['cars']) },
    change: () => (rmSync(join(folder, 'specs/a.yml')), put('api/a.yml', rewritten(BROKEN))),
    args: [...GATE, 'specs/*.yml'],
    code: 1,
    says: /document .*removed|specs\/a\.yml/,
  },
  'a rename with a rewrite': {
    change: () => (rmSync(join(folder, 'openapi.yml')), put('api.json', rewritten(BROKEN))),
    args: [...GATE, 'api.json'],
    code: 1,
    says: /api\.json is compared with openapi\.yml, which is gone/,
  },
  'a document in parts': {
    change: () => {
      rmSync(join(folder, 'openapi.yml'));
      put('api/root.yml', BROKEN.replace(/paths:[\s\S]*/, 'paths:\n  /pets: { $ref: pets.yml }\n'));
      put('api/pets.yml', "get: { operationId: list-pets, responses: { '204': { description: ok } } }\n");
    },
    args: [...GATE, 'api/root.yml'],
    code: 1,
  },
  'two new documents for one that is gone': {
    change: () => {
      rmSync(join(folder, 'openapi.yml'));
      put('one.json', rewritten(document(['pets'])));
      put('two.json', rewritten(document(['shops'])));
    },
    args: [...GATE, 'one.json', 'two.json'],
    code: 3,
    says: /it is unclear what it was/,
  },
  'a tag that is called like the branch of the remote': {
    change: () => (commit(), void git('tag', 'origin/main')),
    args: [...GATE, 'openapi.yml'],
    code: 1,
  },
  'the same where two sides are named, and a branch as well': {
    change: () => (commit(), git('tag', 'origin/main'), void git('branch', 'origin/main')),
    args: ['origin/main:openapi.yml', 'openapi.yml'],
    code: 1,
  },
  'a tag that stands for a branch that was not fetched': {
    change: () => void git('tag', 'origin/next'),
    args: ['--against', 'origin/next', 'openapi.yml'],
    code: 3,
  },
};

const rewritten = (text: string): string =>
  JSON.stringify(
    {
      openapi: '3.1.0',
      info: { title: 'Altogether another title for it', version: '7.0.0', description: 'x '.repeat(400) },
      servers: [{ url: 'https://api.example.com' }],
      paths: Object.fromEntries(
        [...text.matchAll(/^ {2}\/(\S+):/gm)].map(([, name = '']) => [
          `/${name}`,
          { get: { operationId: `list-${name}`, responses: { '204': { description: 'y '.repeat(100) } } } },
        ]),
      ),
    },
    null,
    4,
  );

describe('a branch that breaks the API', () => {
  it.each(Object.entries(ATTACKS))('%s', async (_title, { base: files = {}, change, args, code, says }) => {
    base({ 'openapi.yml': WHOLE, ...files });
    if (!('openapi.yml' in files)) put('openapi.yml', BROKEN);
    change?.();
    const staged = await run(...args);
    expect(staged, 'not committed').toMatchObject({ code, said: expect.stringMatching(says ?? /./) });
    if (code === 1 && says === undefined) expect(staged.said).toMatch(removed);
    commit();
    expect((await run(...args)).code, 'committed').toBe(code);
  });
});

describe('what is harmless stays green', () => {
  it("a config that is ignored by git is the user's, and holds for both sides", async () => {
    base({ 'openapi.yml': WHOLE, '.gitignore': 'mine.yml\n' });
    put('mine.yml', 'resources: { animals: { methods: { list: get /pets } } }\n');
    expect(await run(...GATE, 'openapi.yml', '--config', 'mine.yml')).toMatchObject({ code: 0 });
  });

  it('a file whose name has a colon, where it is written as one', async () => {
    base({ 'openapi.yml': WHOLE });
    put('v2:openapi.yml', WHOLE);
    expect(await run('./v2:openapi.yml', 'openapi.yml')).toMatchObject({ code: 0 });
  });

  it('an operation that both sides leave out', async () => {
    const marked = (text: string): string => text.replace('list-toys', 'list-toys, x-hidden: true');
    base({ 'openapi.yml': marked(WHOLE) });
    put(
      'openapi.yml',
      marked(WHOLE).replace(
        "list-toys, x-hidden: true, responses: { '204'",
        "list-toys, x-hidden: true, responses: { '200'",
      ),
    );
    expect(await run(...GATE, 'openapi.yml', '--exclude', 'x-hidden')).toMatchObject({
      code: 0,
      said: expect.stringContaining('1 operation was not judged'),
    });
  });

  it('says where nothing can differ', async () => {
    base({ 'openapi.yml': WHOLE });
    expect(await run(...GATE, 'openapi.yml')).toMatchObject({
      code: 0,
      said: expect.stringContaining('origin/main is the commit that is checked out: nothing can differ.'),
    });
    put('openapi.yml', WHOLE.replace('1.0.0', '1.0.1'));
    expect((await run(...GATE, 'openapi.yml')).said).not.toContain('nothing can differ');
  });
});

describe('what generate leaves out', () => {
  const dangling = (text: string): string =>
    text.replace(
      "list-pets, responses: { '204': { description: ok } }",
      "list-pets, responses: { '204': { $ref: '#/components/responses/Gone' } }",
    );

  it('in the base does not stop the change that mends it, nor any other', async () => {
    base({ 'openapi.yml': dangling(WHOLE) });
    put('openapi.yml', WHOLE);
    const mended = await run(...GATE, 'openapi.yml');
    expect(mended.code).not.toBe(3);
    expect(mended.said).toContain('The base is compared without these entries:');
    put('openapi.yml', dangling(BROKEN));
    expect(await run(...GATE, 'openapi.yml')).toMatchObject({ code: 1 });
  });

  it('stops a change that brings it', async () => {
    base({ 'openapi.yml': WHOLE });
    put('openapi.yml', dangling(WHOLE));
    expect(await run(...GATE, 'openapi.yml')).toMatchObject({ code: 3 });
  });
});

it('reads this side before the command makes the other', async () => {
  base({ '.gitignore': 'made.yml\n', 'source.yml': WHOLE });
  put('source.yml', BROKEN);
  // Like a tool with a cache of its own: what it makes last is what is everywhere.
  const command = `cp source.yml made.yml; cp source.yml '${folder}/made.yml'`;
  const { code, said } = await run(...GATE, 'made.yml', '--build', command);
  expect(said).toMatch(removed);
  expect(code).toBe(1);
  expect(read('made.yml')).toBe(WHOLE);
});
