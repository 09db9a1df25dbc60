/** A run of the gate over one small repository: what it compares, under which terms, and when it refuses. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pc from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GateOptions, runGate } from '../../generator/cli/gate/gate.ts';

let top = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    ...{ cwd: top, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  }).trim();

const api = (...names: readonly string[]): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
${names.map((name) => `  /${name}: { get: { operationId: list-${name}, responses: { '204': { description: ok } } } }\n`).join('')}`;

const operation = (verb: string, id: string): string =>
  `${verb}: { operationId: ${id}, responses: { '204': { description: ok } } }\n`;

const BASE: Readonly<Record<string, string>> = {
  '.gitignore': 'made.yml\nmine.yml\n',
  'two.yml': api('pets', 'toys'),
  'source.txt': api('pets', 'toys'),
  'parts/root.yml': `${api()}  /pets: { $ref: pets.yml }\n`,
  'parts/pets.yml': "get: { operationId: list-pets, responses: { '204': { description: ok } } }\n",
  // In each folder `old.yml` is what the change would rather be compared with.
  'same/sdkwright.yml': 'spec: api.yml\n',
  'same/api.yml': api('pets', 'toys'),
  'spelt/sdkwright.yml': 'spec: ./api.yml\n',
  'spelt/api.yml': api('pets', 'toys'),
  'other/sdkwright.yml': 'spec: api.yml\n',
  'other/api.yml': api('pets', 'toys'),
  'other/old.yml': api('pets'),
  'above/sdkwright.yml': 'spec: ../two.yml\n',
  'above/old.yml': api('pets'),
  'missing/sdkwright.yml': 'spec: made.yml\n',
  'missing/old.yml': api('pets'),
  'specless/sdkwright.yml': 'targets: { typescript: { package_name: pets } }\n',
  'specless/api.yml': api('pets', 'toys'),
  'broken/sdkwright.yml': 'spec: [\n',
  'broken/api.yml': api('pets'),
  'python/sdkwright.yml':
    'spec: api.yml\ntargets: { typescript: { out: ts, package_name: pets-ts }, python: { out: py, package_name: pets-py } }\n',
  'python/api.yml': api('pets', 'toys'),
  'accepting/api.yml': api('pets', 'toys'),
  'accepting/list.yml': 'accept: [{ rule: operation-removed, reason: nobody calls it }]\n',
  'moved/old.yml': api('pets', 'toys'),
  'fresh/sdkwright.yml': 'spec: api.yml\n',
  'nospec/sdkwright.yml': 'targets: { typescript: { out: ts } }\n',
  'nospec/api.yml': api('pets', 'toys'),
  'named/sdkwright.yml': 'spec: api.yml\nresources: { pets: { methods: { list: get /pets } } }\n',
  'named/api.yml': api('pets'),
  'built/.gitignore': 'made*.yml\n',
  'built/root.txt': `${api()}  /pets: { $ref: made-pets.yml }\n`,
  'built/pets.txt': operation('get', 'list-pets'),
  'set/a.yml': api('pets', 'toys'),
  'set/b.yml': api('cars'),
  'set/gone.yml': api('boats'),
};
const NOW: Readonly<Record<string, string>> = {
  'two.yml': api('pets'),
  'source.txt': api('pets'),
  'parts/pets.yml': "get: { operationId: list-pets, responses: { '200': { description: ok } } }\n",
  'same/api.yml': api('pets'),
  'spelt/sdkwright.yml': 'spec: x/../api.yml\n',
  'spelt/api.yml': api('pets'),
  'other/sdkwright.yml': 'spec: old.yml\n',
  'above/sdkwright.yml': 'spec: old.yml\n',
  'missing/sdkwright.yml': 'spec: old.yml\n',
  'specless/sdkwright.yml': 'spec: api.yml\ntargets: { typescript: { package_name: pets } }\n',
  'specless/api.yml': api('pets'),
  'broken/sdkwright.yml': 'spec: api.yml\n',
  'python/api.yml': api('pets'),
  'accepting/api.yml': api('pets'),
  'accepting/list.yml':
    'accept: [{ rule: operation-removed, reason: nobody calls it }, { rule: tags-changed, reason: why not }]\n',
  'moved/new.yml': `${' '.repeat(3)}\n# Rewritten.\n${'# \n'.repeat(90)}${api('pets')}`,
  'fresh/api.yml': api('pets'),
  'nospec/api.yml': api('pets'),
  'named/sdkwright.yml': 'spec: api.yml\nresources: { animals: { methods: { list: get /pets } } }\n',
  'built/pets.txt': operation('post', 'create-pets'),
  'set/a.yml': api('pets'),
  'set/new.yml': api('ships'),
  'made.yml': api('pets'),
  'v2:two.yml': api('pets'),
};

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-gate-run-')));
  git('init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(BASE)) put(path, text);
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  git('branch', 'start');
  put('later.yml', api('pets'));
  git('add', '-A');
  git('commit', '-q', '-m', 'later');
  git('checkout', '-q', '-b', 'change', 'start');
  for (const [path, text] of Object.entries(NOW)) put(path, text);
  rmSync(join(top, 'set/gone.yml'));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function run(
  options: Partial<GateOptions>,
  folder = '.',
  { isColored = false, ...terms }: { readonly isColored?: boolean; readonly [term: string]: unknown } = {},
) {
  const err: string[] = [];
  const { outcomes, messages, failed } = await runGate(
    { against: 'main', documents: [], ...options },
    { failOn: 'major', allowRemote: false, today: '2026-11-24', ...terms },
    { cwd: join(top, folder), colors: pc.createColors(isColored), err: (line) => void err.push(line) },
  );
  return {
    ...{ outcomes, messages, failed, err },
    /** Each report as: base → revision, and the rules of its changes. */
    reports: outcomes.map(({ report, err: text }) =>
      report === undefined
        ? text
        : `${report.base} → ${report.revision}: ${report.changes.map(({ rule }) => rule).join(', ')}`,
    ),
    codes: outcomes.map(({ code }) => code),
  };
}
const LEFT = 'main, where this branch left it';

describe('the documents', () => {
  it('are compared with where the branch left the other', async () => {
    const { reports, codes, messages, failed } = await run({ documents: ['two.yml'] });
    expect(reports).toEqual([`two.yml (${LEFT}) → two.yml: operation-removed`]);
    expect([codes, messages, failed]).toEqual([[1], [], undefined]);
  });

  it('may be many, new or gone', async () => {
    const { reports, codes, messages } = await run({ documents: ['set/*.yml'] });
    expect(reports).toEqual([
      `set/a.yml (${LEFT}) → set/a.yml: operation-removed`,
      `set/b.yml (${LEFT}) → set/b.yml: `,
      expect.stringMatching(/^set\/gone\.yml .* → set\/new\.yml: /),
    ]);
    expect([codes, messages]).toEqual([
      [1, 0, 1],
      ['set/new.yml is compared with set/gone.yml, which is gone.'],
    ]);
  });

  it('may be new alone', async () => {
    put('fresh.yml', api('planes'));
    rmSync(join(top, 'set/new.yml'));
    const { reports, codes } = await run({ documents: ['set/*.yml', 'two.yml'] });
    expect(reports).toContain(`set/gone.yml (${LEFT}) → nothing: document-removed`);
    expect(codes).toEqual([1, 0, 1, 1]);
    rmSync(join(top, 'fresh.yml'));
    put('set/new.yml', api('ships'));
  });

  it('may have a colon in their names', async () => {
    const { reports, failed } = await run({ documents: ['v2:two.yml'] });
    expect([reports, failed]).toEqual([[expect.stringContaining(' → ./v2:two.yml: ')], undefined]);
  });

  it('are those of the commit, with all that they refer to', async () => {
    const { reports } = await run({ documents: ['parts/root.yml'] });
    expect(reports).toEqual([expect.stringMatching(/^parts\/root\.yml .*: success-status|: \S+/)]);
  });

  it.each<[string, Partial<GateOptions>, number, string, string?]>([
    ['a revision that is not there', { against: 'nowhere' }, 3, '[revision-not-found]'],
    ['a name that is not there', { documents: ['three.yml'] }, 3, '[spec-not-here]'],
    ['no name at all', {}, 2, 'Name the documents, or a config with a `spec`.'],
    ['a config without one', {}, 2, 'Name the documents, or a config with a `spec`.', 'nospec'],
    ['a config with an error', { documents: ['api.yml'] }, 2, 'broken/sdkwright.yml:2', 'broken'],
    ['exceptions that are not there', { documents: ['two.yml'], exceptions: 'none.yml' }, 2, 'none.yml'],
    [
      'a base for two documents',
      { documents: ['two.yml', 'made.yml'], baseSpec: 'main:two.yml' },
      2,
      '--base-spec is for one document, and for none that --build makes.',
    ],
    [
      'a base for a document that a command makes',
      { documents: ['made.yml'], baseSpec: 'main:two.yml', build: 'true' },
      2,
      '--base-spec is for one document, and for none that --build makes.',
    ],
  ])('of %s are not compared', async (_title, options, failed, message, folder) => {
    const found = await run(options, folder);
    expect([found.failed, found.outcomes]).toEqual([failed, []]);
    expect(found.messages).toEqual([expect.stringContaining(message)]);
  });
});

it.each([true, false])('messages have colours where the terminal has them: %s', async (isColored) => {
  const { messages } = await run({ against: 'nowhere' }, '.', { isColored });
  expect(messages.join().includes('\u001b[')).toBe(isColored);
});

describe('the document of the config', () => {
  it.each<[string, string, string]>([
    ['same', 'api.yml', 'api.yml'],
    ['spelt', 'api.yml', 'api.yml'],
    ['specless', 'api.yml', 'api.yml'],
  ])('in %s is compared', async (folder, before, now) => {
    const { reports, codes } = await run({}, folder);
    expect([reports, codes]).toEqual([
      [expect.stringMatching(new RegExp(`^${before} \\(${LEFT}\\) → .*${now}: .*operation-removed`))],
      [1],
    ]);
  });

  it('of the base is not what the change would have it be', async () => {
    const { reports } = await run({}, 'other');
    expect(reports).toEqual([`api.yml (${LEFT}) → old.yml: operation-removed`]);
  });

  it('of the base may be in a folder above', async () => {
    const { reports } = await run({}, 'above');
    expect(reports).toEqual([`../two.yml (${LEFT}) → old.yml: operation-removed`]);
  });

  it('of the base that git does not keep cannot be compared', async () => {
    const { codes, outcomes } = await run({}, 'missing');
    expect(codes).toEqual([3]);
    expect(outcomes[0]?.err).toContain('no file missing/made.yml');
  });

  it('is not asked for where the command line names one', async () => {
    const { reports } = await run({ documents: ['old.yml'] }, 'other');
    expect(reports).toEqual([`old.yml (${LEFT}) → old.yml: `]);
  });
});

describe('in a folder of the repository', () => {
  it('a document may be renamed and rewritten', async () => {
    rmSync(join(top, 'moved/old.yml'));
    const { reports, messages } = await run({ documents: ['new.yml'] }, 'moved');
    put('moved/old.yml', BASE['moved/old.yml'] ?? '');
    expect(reports).toEqual([`old.yml (${LEFT}) → new.yml: operation-removed`]);
    expect(messages).toEqual(['new.yml is compared with old.yml, which is gone.']);
  });

  it('the document of the config may be new', async () => {
    expect((await run({}, 'fresh')).reports).toEqual([`nothing (${LEFT}) → api.yml: document-added`]);
  });

  it('the config may name no document', async () => {
    const { reports } = await run({ documents: ['api.yml'] }, 'nospec');
    expect(reports).toEqual([`api.yml (${LEFT}) → api.yml: operation-removed`]);
  });

  it('each side has its own config', async () => {
    expect((await run({}, 'named')).reports).toEqual([`api.yml (${LEFT}) → api.yml: operation-moved`]);
  });
});

describe('another base', () => {
  it('is compared as it is named', async () => {
    const { reports, codes } = await run({ documents: ['made.yml'], baseSpec: 'main:two.yml' });
    expect([reports, codes]).toEqual([['main:two.yml → made.yml: operation-removed'], [1]]);
  });

  it('is compared with the document of the config', async () => {
    const { reports } = await run({ baseSpec: 'main:two.yml' }, 'same');
    expect(reports).toEqual(['main:two.yml → api.yml: operation-removed']);
  });
});

describe('a command that makes the documents', () => {
  it('makes both sides', async () => {
    const { reports, codes, messages } = await run({
      documents: ['made.yml'],
      build: 'cp source.txt made.yml',
    });
    expect([codes, messages]).toEqual([[1], []]);
    expect(reports).toEqual(['made.yml (main, where this branch left it) → made.yml: operation-removed']);
  });

  it('that also writes here in the end does not change this side', async () => {
    const { codes } = await run({
      documents: ['made.yml'],
      build: `cp source.txt made.yml; cp source.txt '${top}/made.yml'`,
    });
    expect(codes).toEqual([1]);
    put('made.yml', api('pets'));
  });

  it('that also writes here what the document refers to does not change this side', async () => {
    const make = 'cp root.txt made.yml; cp pets.txt made-pets.yml';
    const { reports } = await run(
      { documents: ['made.yml'], build: `${make}; cp pets.txt '${top}/built/made-pets.yml'` },
      'built',
    );
    expect(reports).toEqual([expect.stringMatching(/operation-removed.*operation-added/)]);
  });

  it('may refer to files outside where that is allowed', async () => {
    const outside = `${top}-outside.yml`;
    writeFileSync(outside, operation('get', 'list-pets'));
    put('link.txt', `${api()}  /pets: { $ref: '${outside}' }\n`);
    const build = `cp '${top}/link.txt' made.yml`;
    const ask = (allowOutside: boolean) => run({ documents: ['made.yml'], build }, '.', { allowOutside });
    for (const isAllowed of [true, false]) {
      const { reports, outcomes } = await ask(isAllowed);
      expect(reports).toEqual([expect.stringMatching(/made\.yml: $/)]);
      expect(outcomes[0]?.err.includes('error[file-outside]')).toBe(!isAllowed);
    }
    for (const file of [outside, join(top, 'link.txt')]) rmSync(file);
    put('made.yml', api('pets'));
  });

  it('makes what is only named like a revision', async () => {
    const { codes } = await run({ documents: ['v3:x.yml'], build: "cp source.txt 'v3:x.yml'" });
    expect(codes).toEqual([1]);
    rmSync(join(top, 'v3:x.yml'));
  });

  it.each([
    ['exit 9', /^--build failed here: it ended with 9$/],
    ['test -e here.txt', /^--build failed in the base: it ended with 1$/],
  ])('and fails (%s) is reported', async (build, message) => {
    put('here.txt', '');
    const found = await run({ documents: ['made.yml'], build });
    expect([found.failed, found.outcomes]).toEqual([3, []]);
    expect(found.messages).toEqual([expect.stringMatching(message)]);
    rmSync(join(top, 'here.txt'));
  });
});

describe('the terms', () => {
  it('are of each language that the config makes, under the name of its package', async () => {
    const { outcomes, err } = await run({}, 'python');
    expect(outcomes.map(({ report }) => report?.sdk?.name)).toEqual(['pets-ts', 'pets-py']);
    expect(err).toEqual([]);
  });

  it('are of the language that is named', async () => {
    const { outcomes } = await run({ language: 'python' }, 'python');
    expect(outcomes.map(({ report }) => report?.sdk?.name)).toEqual(['pets-py']);
  });

  it('are of a language that the config does not make', async () => {
    const { outcomes } = await run({ language: 'python' }, 'same');
    expect(outcomes.map(({ report }) => report?.language)).toEqual(['python']);
  });

  it('have no name where the config has none', async () => {
    const { outcomes } = await run({}, 'same');
    expect(outcomes.map(({ report }) => report?.sdk)).toEqual([undefined]);
  });

  it('are passed on', async () => {
    expect((await run({ documents: ['two.yml'] }, '.', { failOn: 'none' })).codes).toEqual([0]);
    const gone = await run({ documents: ['set/*.yml'] }, '.', { failOn: 'none' });
    expect(gone.codes).toEqual([0, 0, 0]);
  });

  it('are those that the base accepted, and name what is not accepted yet', async () => {
    const { outcomes, codes } = await run({ documents: ['api.yml'], exceptions: 'list.yml' }, 'accepting');
    expect(codes).toEqual([0]);
    expect(outcomes[0]?.report?.idleExceptions).toEqual([
      'Not in force before it is merged: accepts tags-changed (why not).',
    ]);
  });
});

describe('messages', () => {
  it('name a config that is new', async () => {
    put('set/sdkwright.yml', 'spec: a.yml\n');
    const { messages } = await run({}, 'set');
    expect(messages).toEqual(['sdkwright.yml is new, so it holds for the new side alone.']);
    const other = await run({ documents: ['a.yml'], baseSpec: 'main:set/a.yml' }, 'set');
    expect(other.messages).toEqual(messages);
    const made = await run({ documents: ['made.yml'], build: 'cp a.yml made.yml' }, 'set');
    expect(made.messages).toEqual(messages);
    rmSync(join(top, 'set/sdkwright.yml'));
    rmSync(join(top, 'set/made.yml'));
  });

  it('say where nothing can differ', async () => {
    const clone = join(top, '../', `${top.split('/').pop() ?? ''}-clone`);
    execFileSync('git', ['clone', '-q', top, clone, '-b', 'main']);
    const { messages } = await run({ documents: ['two.yml'] }, `../${clone.split('/').pop() ?? ''}`);
    expect(messages).toEqual(['main is the commit that is checked out: nothing can differ.']);
    rmSync(clone, { recursive: true, force: true });
  });
});
