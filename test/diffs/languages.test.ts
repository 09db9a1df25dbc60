/** Without `--language` a comparison is told to the users of each SDK that the configs make. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';

const BOTH =
  'spec: openapi.yml\ntargets: {typescript: {out: ts, package_name: pets}, python: {out: py, package_name: pets-py}}\n';
const PYTHON = 'spec: openapi.yml\ntargets: {python: {out: py}}\n';
const TYPESCRIPT = 'spec: openapi.yml\ntargets: {typescript: {out: ts}}\n';

const document = (type: string): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /pets: { get: { operationId: listPets, responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { useCount: { type: ${type} } } } } } } } } }
`;

let folder = '';
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const git = (...args: readonly string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-languages-'));
  git('init', '-q', '-b', 'main');
  put('openapi.yml', document('integer'));
});

/** The document changes, and the config from one text to another; absent: there is none. */
function changed(before: string | undefined, after: string | undefined): void {
  if (before !== undefined) put('sdkwright.yml', before);
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  git('checkout', '-q', '-b', 'change');
  put('openapi.yml', document('number'));
  if (after !== undefined) put('sdkwright.yml', after);
}

async function run(...args: readonly string[]) {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

interface Report {
  readonly language?: string;
  readonly sdk?: { readonly name: string };
  readonly verdict: { readonly bump: string };
}
const reportsOf = (out: string): readonly Report[] => {
  const result = JSON.parse(out) as Report & { readonly reports?: readonly Report[] };
  return result.reports ?? [result];
};

const DOORS = [
  ['two sides', ['main:openapi.yml', 'openapi.yml']],
  ['--against', ['--against', 'main']],
  ['--against a name', ['--against', 'main', 'openapi.yml']],
] as const;

describe.each(DOORS)('%s', (_name, args) => {
  it.each([
    ['both', BOTH, BOTH, [undefined, 'python']],
    ['Python alone', PYTHON, PYTHON, ['python']],
    ['TypeScript alone', TYPESCRIPT, TYPESCRIPT, [undefined]],
    ['what a change takes out of the config too', BOTH, TYPESCRIPT, [undefined, 'python']],
    ['what a change brings', TYPESCRIPT, BOTH, [undefined, 'python']],
  ])('judges %s', async (_what, before, after, languages) => {
    changed(before, after);
    const { out, code } = await run('diff', ...args, '--format', 'json');
    const reports = reportsOf(out);
    expect(reports.map((report) => report.language)).toEqual(languages);
    // A number where an integer was breaks readers in Python alone.
    expect(reports.map((report) => report.verdict.bump)).toEqual(
      languages.map((language) => (language === 'python' ? 'major' : 'minor')),
    );
    expect(code).toBe(languages.includes('python') ? 1 : 0);
  });

  it('judges one language where it is asked for', async () => {
    changed(BOTH, BOTH);
    const { out, code } = await run('diff', ...args, '--language', 'typescript', '--format', 'json');
    expect(reportsOf(out).map((report) => [report.language, report.sdk?.name])).toEqual([
      [undefined, 'pets'],
    ]);
    expect(code).toBe(0);
  });
});

it('judges TypeScript without a config', async () => {
  changed(undefined, undefined);
  const { out } = await run('diff', 'main:openapi.yml', 'openapi.yml', '--format', 'json');
  expect(reportsOf(out).map((report) => report.language)).toEqual([undefined]);
});

describe('the reports of several languages', () => {
  it('name their packages, and are one change', async () => {
    changed(BOTH, BOTH);
    const { out } = await run(
      'diff',
      '--against',
      'main',
      '--format',
      'json',
      '--format',
      'markdown=diff.md',
    );
    expect(reportsOf(out).map((report) => report.sdk?.name)).toEqual(['pets', 'pets-py']);
    const text = await run('diff', '--against', 'main', '--format', 'markdown');
    expect(text.out).toContain('## API change in 2 SDKs: major at worst');
    const html = await run('diff', '--against', 'main', '--format', 'html');
    expect(html.out).toContain('<title>API change in 2 SDKs</title>');
  });

  it('say what is wrong with the base once', async () => {
    put(
      'openapi.yml',
      `${document('integer')}  /bad: { get: { responses: { '200': { $ref: '#/nowhere' } } } }\n`,
    );
    changed(BOTH, BOTH);
    const { err } = await run('diff', '--against', 'main');
    expect(err.match(/compared without these entries/g)).toHaveLength(1);
  });

  it('of a changelog are that of the main language', async () => {
    changed(PYTHON, PYTHON);
    const { out } = await run('changelog', 'main:openapi.yml', 'openapi.yml');
    expect(out).toContain('use_count');
  });
});
