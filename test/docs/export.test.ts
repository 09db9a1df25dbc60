/** The site as files: every link leads to a file, in any folder of a host; only what it wrote itself is replaced. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';
import { writeSite } from '../../generator/cli/commands/docs-export.ts';
import { readSite } from '../../generator/docs-site/serve.ts';

let top = '';
const put = (path: string, text: string): void => {
  mkdirSync(join(top, path, '..'), { recursive: true });
  writeFileSync(join(top, path), text);
};
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'docs-export-'));
  put('sdk/README.md', '# Home\n\n[errors](docs/errors.md#what-fails) [calls](docs/sdks/pets/README.md)\n');
  put('sdk/docs/README.md', '# Pages\n\n[top](../README.md)\n');
  put('sdk/docs/errors.md', '# Errors\n\n## What fails\n\n[pets](sdks/pets/README.md)\n');
  put('sdk/docs/sdks/pets/README.md', '# Pets\n\n[errors](../../errors.md)\n');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

async function exported(out = 'site') {
  const site = await readSite([{ dir: join(top, 'sdk') }]);
  if (site === undefined) throw new Error('no pages');
  return writeSite(top, out, site);
}
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(top, folder).length + 1))
    .sort();

test('pages, assets and a record of them', async () => {
  expect(await exported()).toEqual([]);
  expect(filesIn('site')).toEqual([
    '.sdkwright-site',
    'assets/minisearch.js',
    'assets/script.js',
    'assets/search.json',
    'assets/style.css',
    'docs/errors.html',
    'docs/index.html',
    'docs/sdks/pets/index.html',
    'index.html',
  ]);
});

test('every address is relative and leads to a file', async () => {
  await exported();
  const broken: string[] = [];
  for (const file of filesIn('site').filter((path) => path.endsWith('.html'))) {
    const text = readFileSync(join(top, 'site', file), 'utf8');
    // As a host shows it: without `index.html` and `.html`, in a folder of the host.
    const page = `https://host.example/project/${file.replace(/(?:index)?\.html$/, '')}`;
    for (const [, address = ''] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const { pathname } = new URL(address, page);
      const path = pathname.replace('/project/', '');
      const stored =
        path === '' || path.endsWith('/') ? `${path}index.html` : /\.\w+$/.test(path) ? path : `${path}.html`;
      if (!pathname.startsWith('/project/') || !existsSync(join(top, 'site', stored)))
        broken.push(`${file}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

test('a page that is gone goes; other files stay', async () => {
  await exported();
  put('site/own.html', 'mine');
  put('site/CNAME', 'docs.example');
  rmSync(join(top, 'sdk/docs/errors.md'));
  expect(await exported()).toEqual([]);
  expect(filesIn('site')).not.toContain('docs/errors.html');
  expect(filesIn('site')).toEqual(expect.arrayContaining(['own.html', 'CNAME', 'docs/index.html']));
});

test('a record that a stranger wrote removes nothing elsewhere', async () => {
  await exported();
  put('secret.html', 'secret');
  put('elsewhere/page.html', 'page');
  symlinkSync('../elsewhere', join(top, 'site/link'));
  mkdirSync(join(top, '.git'));
  put(
    'site/.sdkwright-site',
    '../secret.html\nlink/page.html\n/etc/passwd.html\n.git/a.html\ndocs/../../secret.html\n',
  );
  expect(await exported()).toEqual([]);
  expect([existsSync(join(top, 'secret.html')), existsSync(join(top, 'elsewhere/page.html'))]).toEqual([
    true,
    true,
  ]);
});

test('a folder with other files is left as it is', async () => {
  put('site/index.html', 'mine');
  expect((await exported()).map(({ code }) => code)).toEqual(['site-folder-taken']);
  expect(filesIn('site')).toEqual(['index.html']);
  expect((await exported('.git/site')).map(({ code }) => code)).toContain('output-git');
});

test('each page links to its source, below the address of the project', async () => {
  put('a b/sdk/docs/errors.md', '# Errors\n');
  mkdirSync(join(top, '.git'));
  const run = async (...args: readonly string[]): Promise<number> =>
    createProgram(quietTerminal(top), new AbortController().signal).run(['docs', ...args]);
  const edit = 'https://git.example/acme/edit/main/';
  expect(await run('a b/sdk', '--out', 'one', '--edit', edit)).toBe(0);
  const page = readFileSync(join(top, 'one/docs/errors.html'), 'utf8');
  expect(page.match(/href="([^"]*)">Edit this page/)?.[1]).toBe(
    'https://git.example/acme/edit/main/a%20b/sdk/docs/errors.md',
  );
  expect(await run('sdk', '--out', 'two')).toBe(0);
  expect(readFileSync(join(top, 'two/docs/errors.html'), 'utf8')).not.toContain('Edit this page');
  expect(await run('sdk', '--out', 'three', '--edit', 'javascript:alert(1)')).toBe(2);
  expect(await run('sdk', '--out', 'three', '--edit', 'https://a.example/"><script>')).toBe(2);
  expect(existsSync(join(top, 'three'))).toBe(false);
});
