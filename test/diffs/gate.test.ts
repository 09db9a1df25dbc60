/** `sdkwright diff --against`: a check that cannot be green for ever, against real git repositories. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import type { Terminal } from '../../generator/cli/terminal.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';
import { reportSchema } from './support.ts';

let folder = '';

const run = (args: readonly string[], terminal: Terminal): Promise<number> =>
  createProgram(terminal, new AbortController().signal).run(args);

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', ...args],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const commit = (message: string): void => {
  git('add', '-A');
  git('commit', '-q', '-m', message);
};

interface Operation {
  readonly path: string;
  readonly id: string;
  readonly more?: string;
}

const document = (...operations: readonly Operation[]): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
${operations.map(({ path, id, more = '' }) => `  ${path}: { get: { operationId: ${id}${more}, responses: { '204': { description: ok } } } }`).join('\n')}
`;

const pets: Operation = { path: '/pets', id: 'listPets' };
const shops: Operation = { path: '/shops', id: 'listShops' };

/** `main` holds both calls; the branch starts from it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-gate-'));
  git('init', '-q');
  put('openapi.yml', document(pets, shops));
  commit('first');
  git('checkout', '-q', '-b', 'change');
});

async function gate(...args: readonly string[]) {
  const terminal = quietTerminal(folder);
  const against = args.includes('--against') ? [] : ['--against', 'main'];
  const code = await run(['diff', ...against, ...args], terminal);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

const judged = async (...args: readonly string[]) => {
  const done = await gate(...args, '--format', 'json');
  return { ...done, report: JSON.parse(done.out) as Report };
};

interface Report {
  readonly base: string;
  readonly verdict: { readonly bump: string; readonly leftBump?: string; readonly ok: boolean };
  readonly changes: readonly { readonly rule: string; readonly message: string }[];
  readonly accepted: readonly unknown[];
  readonly reports?: readonly Report[];
}

const rules = (report: Report): readonly string[] => report.changes.map((one) => one.rule);

describe('which documents are compared', () => {
  it('compares with where the branch left, not with what others did since', async () => {
    git('checkout', '-q', 'main');
    put('openapi.yml', document(pets, shops, { path: '/toys', id: 'listToys' }));
    commit('others');
    git('checkout', '-q', 'change');
    const { code, out } = await gate('openapi.yml');
    expect([code, out]).toEqual([0, expect.stringContaining('No API change')]);
    expect(out).toContain('openapi.yml (main, where this branch left it) → openapi.yml');
    expect(out).not.toContain('/openapi.yml');
  });

  it('does not take a misspelt name for a new document', async () => {
    const { code, err, out } = await gate('openapi.yaml');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('[spec-not-here]');
    expect(err).toContain('there is no such file');
    expect(err).toContain('The nearest name is openapi.yml');
  });

  it('does not take a file that git does not keep for a new document', async () => {
    put('.gitignore', 'made.yml\n');
    put('made.yml', document(pets));
    const { code, err } = await gate('made.yml');
    expect(code).toBe(3);
    expect(err).toContain('git does not keep it');
  });

  it('says of a URL that it has no base', async () => {
    const { code, err } = await gate('https://example.com/openapi.yml', '--allow', 'remote');
    expect(code).toBe(3);
    expect(err).toContain('--base-spec');
  });

  it('says what is new, and what it was compared with', async () => {
    put('second.yml', document(pets));
    git('add', 'second.yml');
    const { code, report } = await judged('second.yml');
    expect([code, report.verdict.bump, rules(report)]).toEqual([0, 'minor', ['document-added']]);
  });

  it('follows a rename', async () => {
    git('mv', 'openapi.yml', 'api.yml');
    put('api.yml', document(pets));
    const { code, report } = await judged('api.yml');
    expect([code, rules(report)]).toEqual([1, ['operation-removed']]);
  });

  it('follows the name in the config', async () => {
    put('sdkwright.yml', 'spec: openapi.yml\n');
    commit('config');
    git('branch', '-f', 'main');
    rmSync(join(folder, 'openapi.yml'));
    put('specs/all.yml', document(pets).replaceAll('listPets', 'listAllPets').replaceAll('Pets', 'Animals'));
    put('sdkwright.yml', 'spec: specs/all.yml\n');
    git('add', '-A');
    const { report } = await judged();
    expect(report.base).toContain('openapi.yml');
    expect(report.changes.length).toBeGreaterThan(0);
  });

  it('judges all that a pattern fits in one run, and what it no longer fits', async () => {
    put('specs/a.yml', document(pets, shops));
    put('specs/b.yml', document(pets));
    put('specs/c.yml', document(pets).replaceAll('/pets', '/completely/other/things'));
    commit('three');
    git('branch', '-f', 'main');
    put('specs/a.yml', document(pets));
    rmSync(join(folder, 'specs/c.yml'));
    const { code, report, err } = await judged('specs/*.yml');
    expect([code, err]).toEqual([1, '']);
    expect(report.reports?.map((one) => [one.verdict.bump, rules(one)[0]])).toEqual([
      ['major', 'operation-removed'],
      ['none', undefined],
      ['major', 'document-removed'],
    ]);
    expect(report.verdict).toMatchObject({ bump: 'major', ok: false });
    for (const format of ['text', 'markdown', 'html', 'github', 'sarif'])
      expect((await gate('specs/*.yml', '--format', format)).out, format).toContain('specs/');
  });

  it('says so where a pattern fits nothing', async () => {
    const { code, err } = await gate('nowhere/*.yml');
    expect([code, err]).toEqual([3, expect.stringContaining('it fits no file')]);
  });

  it('works below the root of the repository', async () => {
    put('api/openapi.yml', document(pets, shops));
    commit('below');
    git('branch', '-f', 'main');
    put('api/openapi.yml', document(pets));
    const terminal = quietTerminal(join(folder, 'api'));
    expect(await run(['diff', '--against', 'main', 'openapi.yml'], terminal)).toBe(1);
    expect(terminal.printed()).toContain('was removed');
  });

  it('asks for the history that it needs', async () => {
    const { code, err } = await gate('openapi.yml', '--against', 'nowhere');
    expect([code, err]).toEqual([3, expect.stringContaining('no revision nowhere')]);
  });

  it('names the file that a reference misses', async () => {
    put(
      'openapi.yml',
      document(pets).replace("'204': { description: ok }", "'204': { $ref: parts.yml#/Gone }"),
    );
    const { code, err } = await gate('openapi.yml');
    expect(code).toBe(3);
    expect(err).toContain('parts.yml');
  });
});

describe('documents that a command makes', () => {
  it('makes both sides, each from its own sources', async () => {
    put('.gitignore', 'made.yml\n');
    put('source.txt', document(pets, shops));
    commit('source');
    git('branch', '-f', 'main');
    put('source.txt', document(pets));
    const { code, report } = await judged('made.yml', '--build', 'cp source.txt made.yml');
    expect([code, rules(report)[0]]).toEqual([1, 'operation-removed']);
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('says which side failed, and with what', async () => {
    const { code, err } = await gate('openapi.yml', '--build', 'echo no such tool >&2; exit 9');
    expect([code, err]).toEqual([3, expect.stringContaining('here: it ended with 9')]);
    expect(err).toContain('no such tool');
  });

  it('takes the base from where it is told', async () => {
    put('.gitignore', '*.made.yml\n');
    put('now.made.yml', document(pets));
    const { code, report } = await judged('now.made.yml', '--base-spec', 'main:openapi.yml');
    expect([code, rules(report)[0]]).toEqual([1, 'operation-removed']);
  });
});

describe('what judges is what stood before', () => {
  const config = (name: string): string =>
    `spec: openapi.yml\nresources:\n  ${name}:\n    methods: { list: get /pets }\n  shops: { methods: { list: get /shops } }\n`;

  it('compares each side under its own config', async () => {
    put('sdkwright.yml', config('pets'));
    commit('config');
    git('branch', '-f', 'main');
    put('sdkwright.yml', config('animals'));
    const { code, report } = await judged('openapi.yml');
    expect([code, rules(report)]).toEqual([1, expect.arrayContaining(['operation-moved'])]);
  });

  it('reads a config of another revision where two sides are named', async () => {
    put('sdkwright.yml', config('pets'));
    commit('config');
    git('branch', '-f', 'main');
    put('sdkwright.yml', config('animals'));
    const terminal = quietTerminal(folder);
    const sides = ['main:openapi.yml', 'openapi.yml', '--base-config', 'main:sdkwright.yml'];
    expect(await run(['diff', ...sides], terminal)).toBe(1);
    expect(terminal.printed()).toContain('client.animals.list()');
  });

  it('does not let a change accept itself, and says what it would accept', async () => {
    put('openapi.yml', document(pets));
    put(
      'exceptions.yml',
      'accept: [{ rule: operation-removed, reason: I say so }]\nseverities: { tags-changed: off }\n',
    );
    for (const format of ['text', 'markdown', 'html', 'json', 'github']) {
      const own = await gate('openapi.yml', '--exceptions', 'exceptions.yml', '--format', format);
      expect(own.code).toBe(1);
      expect(own.out).toContain('Not in force before it is merged: accepts operation');
      expect(own.out).toMatch(/Not in force before it is merged: switches tags.{1,2}changed off\./);
    }
  });

  it('keeps the facts of what was accepted before', async () => {
    put('exceptions.yml', 'accept: [{ rule: operation-removed, reason: nobody used it }]\n');
    commit('accepted');
    git('branch', '-f', 'main');
    put('openapi.yml', document(pets));
    const { code, report } = await judged('openapi.yml', '--exceptions', 'exceptions.yml');
    expect(code).toBe(0);
    expect(report.accepted).toHaveLength(1);
    expect(report.verdict).toMatchObject({ bump: 'major', ok: true });
    const { out } = await gate('openapi.yml', '--exceptions', 'exceptions.yml');
    expect(out).toContain('API change: major');
    expect(out).toContain('1 accepted, what is left is');
  });
});

describe('what is not judged', () => {
  const internal: Operation = { path: '/health', id: 'health', more: ', x-hidden: true' };
  const tagged: Operation = { path: '/beta', id: 'beta', more: ', tags: [beta]' };

  it('leaves operations out, and counts them', async () => {
    put('openapi.yml', document(pets, internal, tagged));
    commit('more');
    git('branch', '-f', 'main');
    put('openapi.yml', document(pets));
    const all = await judged('openapi.yml');
    expect(rules(all.report).filter((one) => one === 'operation-removed')).toHaveLength(2);
    const left = await judged('openapi.yml', '--exclude', 'x-hidden', '--exclude', 'beta');
    expect(rules(left.report)).not.toContain('operation-removed');
    expect(left.report.verdict).toMatchObject({ leftOut: { operations: 2 } });
    expect((await gate('openapi.yml', '--exclude', 'beta')).out).toContain('1 operation was not judged');
    const { out } = await gate('openapi.yml', '--exclude', 'x-hidden', '--exclude', 'beta');
    expect(out).not.toContain('info.version');
    expect((await gate('openapi.yml', '--exclude', 'beta')).out).toContain('info.version');
  });

  it('writes further formats of the same run', async () => {
    put('openapi.yml', document({ ...pets, more: ', deprecated: true' }));
    const wanted = ['markdown=diff.md', `sarif=${join(folder, 'diff.sarif')}`];
    const { out, report } = await judged('openapi.yml', ...wanted.flatMap((one) => ['--format', one]));
    expect(rules(report)).toEqual(['operation-removed', 'deprecated']);
    expect(out).not.toContain('## API change');
    expect(readFileSync(join(folder, 'diff.md'), 'utf8')).toContain('## API change: major');
    expect(JSON.parse(readFileSync(join(folder, 'diff.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    const wrong = await gate('openapi.yml', '--format', 'pdf=diff.pdf');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('as in markdown=diff.md')]);
  });

  it('puts the changes of an endpoint together', async () => {
    put('openapi.yml', document({ ...pets, more: ', deprecated: true' }));
    const { out } = await gate('openapi.yml', '--group-by', 'endpoint');
    expect(out).toContain('GET /pets · client.pets.list()');
  });
});

it('renames between folders keep their history', async () => {
  mkdirSync(join(folder, 'specs'));
  renameSync(join(folder, 'openapi.yml'), join(folder, 'specs/openapi.yml'));
  git('add', '-A');
  const { code, out } = await gate('specs/openapi.yml');
  expect([code, out]).toEqual([0, expect.stringContaining('No API change')]);
});

it('does what the recipe for GitLab says', async () => {
  const page = readFileSync(join(projectRoot, 'docs/diff.md'), 'utf8');
  const script = /script:\n((?: +- npx .*\n)+)/.exec(page)?.[1] ?? '';
  const commands = [...script.matchAll(/- npx sdkwright (.*)/g)].map((match) => match[1] ?? '');
  expect(commands).toHaveLength(2);
  put('specs/openapi.yml', document(pets, shops));
  commit('where the recipe has it');
  const base = git('rev-parse', 'HEAD').trim();
  put('specs/openapi.yml', document(pets));
  const done: { readonly code: number; readonly out: string }[] = [];
  for (const command of commands) {
    const [words = ''] = command.split(' > ');
    const terminal = quietTerminal(folder);
    const args = words.replace('"$CI_MERGE_REQUEST_DIFF_BASE_SHA"', base).split(' ');
    done.push({ code: await run(args, terminal), out: terminal.printed() });
  }
  expect(done.map((one) => one.code)).toEqual([0, 1]);
  expect(done[0]?.out).toMatch(/^<!doctype html>[\s\S]*Which version of the SDK is next\?/);
});

it('gives a run whose form the schema knows', async () => {
  put('specs/a.yml', document(pets));
  put('specs/b.yml', document(pets));
  git('add', '-A');
  const { report } = await judged('specs/*.yml');
  const validate = new Ajv({ strict: false }).compile(reportSchema());
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
});

it('lets no text of a document act in the page', async () => {
  put('openapi.yml', document(pets, { path: '"/<img src=x onerror=alert(1)>\\u202e"', id: 'trap' }));
  const { out } = await gate('openapi.yml', '--format', 'html');
  expect(out).not.toContain('<img');
  expect(out).toContain('&lt;img');
  expect(out).not.toContain('\u202e');
});
