/** How reports of a comparison are printed, written and answered with an exit code. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finish, guarded } from '../../generator/cli/commands/diff-finish.ts';
import { publishedConfigOf } from '../../generator/cli/diff-load.ts';
import { type PrintTerms, printReports, writeReports } from '../../generator/cli/diff-print.ts';
import { renderHtml } from '../../generator/diff/report/html.ts';
import {
  joinSarif,
  renderGithub,
  renderJson,
  renderRunJson,
  renderSarif,
} from '../../generator/diff/report/machine.ts';
import { renderMarkdown, renderRunMarkdown } from '../../generator/diff/report/markdown.ts';
import type { DiffReport } from '../../generator/diff/report/report.ts';
import { renderText } from '../../generator/diff/report/text.ts';
import { methodSubject } from '../../generator/diff/subject.ts';
import { typescript } from '../../generator/languages/typescript/data.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { LIST, change, reportOf } from '../diffs/report-data.ts';
import { quietTerminal } from '../support/terminal.ts';

const added = change('operation-added', methodSubject('client.pets.list'), 'was added', { reach: [LIST] });
const FIRST = reportOf([added], { base: 'old.yml', revision: 'new.yml' });
const GONE = reportOf([added], { base: 'gone.yml', revision: 'nothing', sdk: { name: '@acme/pets' } });
const NONE = reportOf([]);
const terms = (format: PrintTerms['format'], more: Partial<PrintTerms> = {}): PrintTerms => ({
  ...{ format, version: '1.2.3', colour: false, ...more },
});
const print = (
  reports: readonly DiffReport[],
  format: PrintTerms['format'],
  more: Partial<PrintTerms> = {},
): string => printReports(reports, terms(format, more));

describe('reports are printed', () => {
  it('alone, together, or not at all', () => {
    expect(print([FIRST], 'json')).toBe(renderJson(FIRST));
    expect(print([FIRST, GONE], 'json')).toBe(renderRunJson([FIRST, GONE]));
    expect(print([], 'json')).toBe(renderRunJson([]));
    expect(print([FIRST], 'markdown')).toBe(renderMarkdown(FIRST));
    expect(print([FIRST, GONE], 'markdown')).toBe(renderRunMarkdown([FIRST, GONE]));
    expect(print([], 'markdown')).toBe(renderRunMarkdown([]));
    expect(print([FIRST, FIRST], 'github')).toBe(renderGithub(FIRST));
    expect(print([NONE], 'github')).toBe('');
  });

  it('as pages, for other programs, and in full', () => {
    const many = reportOf(
      Array.from({ length: 21 }, () => added),
      { verdict: { ...FIRST.verdict } },
    );
    expect(print([FIRST, GONE], 'html', { grouping: 'endpoint' })).toBe(
      renderHtml([FIRST, GONE], 'endpoint'),
    );
    expect(print([FIRST, NONE], 'sarif')).toBe(
      joinSarif([renderSarif(FIRST, '1.2.3'), renderSarif(NONE, '1.2.3')]),
    );
    for (const more of [{}, { verbose: true }, { grouping: 'endpoint' }, { colour: true }] as const)
      expect(print([many], 'text', more)).toBe(renderText(many, { colour: false, ...more }));
    expect(print([], 'text')).toBe('');
  });

  it.each(['text', 'changelog', 'changeset', 'commit'] as const)('%s, with a line between', (format) => {
    const [first, second] = [print([FIRST], format), print([NONE], format)];
    const both = print([FIRST, NONE], format);
    if (format !== 'changelog') expect(both).toBe(`${first}\n${second}`);
    expect(both.split('\n')).toHaveLength(`${first}\n${second}`.split('\n').length);
  });

  it('with a heading of each document', () => {
    const headings = (reports: readonly DiffReport[], more: Partial<PrintTerms> = {}): readonly string[] =>
      print(reports, 'changelog', more)
        .split('\n')
        .filter((line) => line.startsWith('## '));
    expect(headings([FIRST])).toEqual(['## Unreleased']);
    expect(headings([FIRST], { heading: '2.0.0' })).toEqual(['## 2.0.0']);
    expect(headings([FIRST, GONE])).toEqual(['## Unreleased: new.yml', '## Unreleased: gone.yml']);
    expect(print([FIRST], 'changeset')).toMatch(/^---\n"sdk": minor\n/);
    expect(print([GONE], 'changeset')).toMatch(/^---\n"@acme\/pets": minor\n/);
  });
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-diff-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a comparison ends', () => {
  const outcome = (code: number, err = '', report?: DiffReport) => ({ code, err, ...(report && { report }) });
  it('with all that was told, once, and the worst code', () => {
    const terminal = quietTerminal(folder);
    const outcomes = [outcome(0, 'told\n', FIRST), outcome(3, 'told\n'), outcome(1, 'other'), outcome(0)];
    expect(finish(terminal, outcomes, terms('json'))).toBe(3);
    expect(terminal.complained()).toBe('told\nother');
    expect(terminal.printed()).toBe(renderJson(FIRST).trimEnd());
  });

  it('without a report in silence', () => {
    const terminal = quietTerminal(folder);
    const printed: string[] = [];
    const also = [{ format: 'json', file: 'a.json' }] as const;
    expect(
      finish({ ...terminal, out: (text) => void printed.push(text) }, [outcome(2)], terms('text'), also),
    ).toBe(2);
    finish({ ...terminal, out: (text) => void printed.push(text) }, [outcome(2)], terms('json'));
    expect([printed, terminal.complained()]).toEqual([[], '']);
    expect(() => readFileSync(join(folder, 'a.json'))).toThrow('ENOENT');
    expect(
      finish(
        { ...terminal, out: (text) => void printed.push(text) },
        [outcome(0, '', NONE)],
        terms('github'),
      ),
    ).toBe(0);
    expect(printed).toEqual([]);
  });

  it('with files, or with the reason why there are none', () => {
    const terminal = quietTerminal(folder);
    const also = [{ format: 'text', file: 'a.txt' }] as const;
    expect(finish(terminal, [outcome(0, '', FIRST)], terms('text', { colour: true }), also)).toBe(0);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(print([FIRST], 'text'));
    const inside = [{ format: 'text', file: 'a.txt/b.txt' }] as const;
    expect(finish(terminal, [outcome(0, '', FIRST)], terms('text'), inside)).toBe(2);
    expect(terminal.complained()).toContain('error[file-not-written]');
    expect(writeReports([FIRST], { terms: terms('text'), also: inside, cwd: folder })).toHaveLength(1);
  });

  it('with a code of its own after a fault', async () => {
    const run = async (fault: unknown): Promise<string> => {
      const terminal = quietTerminal(folder);
      expect(await guarded(terminal, () => Promise.reject(fault))).toBe(4);
      return terminal.complained();
    };
    const error = new Error('wrong');
    expect(await run(error)).toBe(`sdkwright failed: ${error.stack ?? ''}`);
    error.stack = undefined as never;
    expect(await run(error)).toBe('sdkwright failed: wrong');
    expect(await run('text')).toBe('sdkwright failed: text');
    expect(await guarded(quietTerminal(folder), () => Promise.resolve(7))).toBe(7);
  });
});

it('the config of a published SDK is read without what its document includes', async () => {
  const files = {
    'config.yml': 'openapi: {overlays: [a.yml], transforms: []}\nresources: {pets: {methods: {}}}\n',
    'bad.yml': 'resources: [1]\n',
  };
  const read = (config?: string) =>
    publishedConfigOf(
      { entry: 'openapi.yml', io: memoryIo(files), ...(config && { config }) } as never,
      typescript,
    );
  expect(await read()).toBeUndefined();
  const found = await read('config.yml');
  expect(found?.value).toMatchObject({ overlays: [], transforms: [] });
  expect(found?.value?.file).toBe('config.yml');
  const missing = await read('none.yml');
  expect(missing?.value).toBeUndefined();
  expect(missing?.diagnostics.map(({ code }) => code)).toEqual(['file-not-found']);
});
