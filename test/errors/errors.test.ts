import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../generator/diagnostics/catalogue.ts';
import { printDiagnostics } from '../../generator/diagnostics/print/print-text.ts';
import { type Said, checkFolder } from './check.ts';
import { matches } from './matches.ts';
import { run as runLongFile } from './file-not-read/case.ts';

const here = import.meta.dirname;
const folders = readdirSync(here).filter((name) => statSync(join(here, name)).isDirectory());

/**
 * All tests but these: a code that no folder of documents brings about is asserted by name in the tests of
 * its stage.
 */
const stageTests = readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:test\.ts|md)$/.test(name) && !/^errors[\\/]|node_modules/.test(name))
  .map((name) => readFileSync(join(here, '..', name), 'utf8'));

test('each diagnostic has a case (see test/errors/README.md)', () => {
  const asserted = (code: string): boolean =>
    existsSync(join(here, code, 'expected.txt')) ||
    stageTests.some((text) => new RegExp(`['"\`\\[]${code}['"\`\\]:]`).test(text));
  expect(Object.keys(catalogue).filter((code) => !asserted(code))).toEqual([]);
});

describe('the listing of each case', () => {
  test.each(folders)('%s', async (folder) => {
    const { diagnostics, texts } = await say(folder);
    const listing = printDiagnostics(diagnostics, texts, { color: false });
    matches(join(here, folder, 'expected.txt'), listing);
    expect(Object.keys(catalogue), 'the folder is named after a code').toContain(folder.replace(/\..*$/, ''));
    expect(listing).toContain(`[${folder.replace(/\..*$/, '')}]`);
  });
});

const say = (folder: string): Promise<Said> =>
  folder === 'file-not-read' ? runLongFile() : checkFolder(join(here, folder));
