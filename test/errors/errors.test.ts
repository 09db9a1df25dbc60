import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../generator/diagnostics/catalogue.ts';
import { renderPage } from '../../generator/diagnostics/page.ts';
import { printDiagnostics } from '../../generator/diagnostics/print/print-text.ts';
import { type Said, checkFolder } from './check.ts';

const here = import.meta.dirname;
const update = process.env['UPDATE_EXPECTED'] === '1';
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
    const { diagnostics, texts } = await say(join(here, folder));
    const listing = printDiagnostics(diagnostics, texts, { color: false });
    matches(join(here, folder, 'expected.txt'), listing);
    expect(Object.keys(catalogue), 'the folder is named after a code').toContain(folder.replace(/\..*$/, ''));
    expect(listing).toContain(`[${folder.replace(/\..*$/, '')}]`);
  });
});

test('docs/diagnostics.md is made from the catalogue', () => {
  mkdirSync(join(here, '../../docs'), { recursive: true });
  matches(join(here, '../../docs/diagnostics.md'), renderPage());
});

async function say(folder: string): Promise<Said> {
  const special = join(folder, 'case.ts');
  if (!existsSync(special)) return checkFolder(folder);
  const module: { readonly run: (folder: string) => Promise<Said> } = await import(special);
  return module.run(folder);
}

/** Vitest's own file snapshots would also write when a file is absent; a missing expectation must fail. */
function matches(file: string, text: string): void {
  if (update) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `(${file} is missing)`);
}
