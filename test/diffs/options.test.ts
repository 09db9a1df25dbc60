/** Options of `diff`: what was merged, what is gone, and how many there are. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';
import { completeDocument } from './cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'sdkwright-diff-options-'));
const run = async (...args: readonly string[]) => {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run([
    'diff',
    'before.yml',
    'after.yml',
    ...args,
  ]);
  return { code, out: terminal.printed(), err: terminal.complained() };
};

beforeAll(() => {
  const type = (name: string): string =>
    completeDocument(`response: {type: object, properties: {name: {type: ${name}}}}`);
  writeFileSync(join(folder, 'before.yml'), type('string'));
  writeFileSync(join(folder, 'after.yml'), type('boolean'));
});

describe('options that are gone', () => {
  it.each(['--verify', '--verify-timeout', '--also', '--layer', '--declared-title', '--exclude-tag'])(
    '%s is named with the page that says what takes its place',
    async (option) => {
      const { code, err } = await run(option, 'x');
      expect([code, err.trim()]).toEqual([
        2,
        `error: the option '${option}' is gone; docs/migration.md says what takes its place.`,
      ]);
    },
  );

  it('leaves other unknown options to the parser', async () => {
    expect((await run('--exeptions', 'x')).err).toContain('Did you mean --exceptions?');
  });
});

describe('the bound', () => {
  it.each([
    ['major', 1],
    ['wire', 1],
    ['source', 1],
    ['runtime', 1],
    ['none', 0],
  ])('--fail-on %s ends with %d', async (bound, code) => {
    expect((await run('--fail-on', bound)).code).toBe(code);
  });

  it.each([
    ['title:feat!: all is new', 0],
    ['title:feat: more', 1],
    ['major', 0],
    ['patch', 1],
    ['title', 2],
  ])('--declared-bump %s ends with %d', async (declared, code) => {
    expect((await run('--declared-bump', declared)).code).toBe(code);
  });

  it.each([
    ['180', 1],
    ['180,30', 1],
    ['soon', 2],
  ])('--deprecation-days %s ends with %d', async (days, code) => {
    expect((await run('--deprecation-days', days)).code).toBe(code);
  });
});

describe('formats', () => {
  it('prints one and writes others', async () => {
    const { out } = await run('--format', 'json', '--format', 'html=page.html');
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect((await run('--format', 'html=page.html')).out).toContain('API change: major');
    expect((await run('--format', 'json', '--format', 'text')).code).toBe(2);
    expect((await run('--format', 'junit')).code).toBe(2);
  });
});

it('has at most 18 options', async () => {
  const options = (await run('--help')).out.match(/^ {2}(?:-\w, )?--[\w-]+/gm) ?? [];
  expect(options.filter((one) => !one.includes('--help')).length).toBeLessThanOrEqual(18);
  expect(options.length).toBeGreaterThan(10);
});
