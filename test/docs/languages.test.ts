/** One site for the SDKs of an API in several languages: links, anchors, the choice of a language, search. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { sdkFolders } from '../../generator/cli/commands/docs-folders.ts';
import { type DocsServer, readPages, serveDocs } from '../../generator/docs-site/serve.ts';
import { type SiteFiles, buildSite } from '../../generator/docs-site/site.ts';
import { highlight } from '../../generator/docs-site/highlight.ts';
import { findChromium } from '../support/chromium.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const browser = findChromium();
const FOLDERS = [
  { dir: join(projectRoot, 'generated/smithery'), language: 'TypeScript' },
  { dir: join(projectRoot, 'generated/smithery-python'), language: 'Python' },
];
let site: SiteFiles;
let server: DocsServer;
let top: string;

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'docs-languages-'));
  site = buildSite(
    await Promise.all(FOLDERS.map(async ({ dir, language }) => ({ language, pages: await readPages(dir) }))),
  );
  const started = await serveDocs(FOLDERS, { port: 0 });
  if (!started) throw new Error('no pages');
  server = started;
});
afterAll(async () => {
  await server?.close();
  rmSync(top, { recursive: true, force: true });
});

const htmlPages = (): readonly (readonly [url: string, body: string])[] =>
  [...site].filter(([, one]) => one.type.startsWith('text/html')).map(([url, one]) => [url, one.body]);
const idsOf = (body: string): readonly string[] =>
  [...body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');

test('a page of both is one page, with a part for each', () => {
  const body = site.get('/docs/sdks/servers/')?.body ?? '';
  expect(body).toContain('<a href="#in:typescript">TypeScript</a> <a href="#in:python">Python</a>');
  const [, typescript = '', python = ''] = body.split('<section ');
  expect(typescript).toContain('client.servers.create(');
  expect(typescript).not.toContain('api_key=');
  expect(python).toContain('api_key=');
  expect(idsOf(typescript)).toContain('create');
  expect(idsOf(python)).toContain('python:create');
  expect(python).toContain('<a href="#python:create">');
  // A page that one language alone has offers no choice, and says whose it is.
  const errors = site.get('/docs/errors')?.body ?? '';
  expect(errors).not.toContain('class="languages"');
  expect(errors).toContain('<p class="language">TypeScript</p>');
});

test('no anchor is there twice, and every local link leads to one in the same language', () => {
  const ids = new Map(htmlPages().map(([url, body]) => [url, idsOf(body)]));
  expect([...ids].flatMap(([url, own]) => (new Set(own).size === own.length ? [] : [url]))).toEqual([]);
  const broken = htmlPages().flatMap(([url, body]) =>
    body.split(/(?=<section )/).flatMap((part) => {
      const section = /^<section id="([^"]*)"/.exec(part)?.[1];
      return [...part.matchAll(/<a href="([^"]*)"/g)].flatMap(([, href = '']) => {
        if (/^[a-z]+:/.test(href)) return [];
        const target = new URL(href, `http://site${url}`);
        const hash = decodeURIComponent(target.hash.slice(1));
        const there = ids.get(decodeURIComponent(target.pathname))?.includes(hash) === true;
        const isOwn =
          section === undefined || hash.startsWith('in:')
            ? section === undefined || hash === section
            : hash.includes(':') === (section === 'in:python');
        return (hash === '' && section === undefined) || (there && isOwn) ? [] : [`${url}: ${href}`];
      });
    }),
  );
  expect(broken).toEqual([]);
});

test('search knows both, and says which is which', () => {
  const entries = JSON.parse(site.get('/assets/search.json')?.body ?? '[]') as readonly {
    readonly url: string;
    readonly language: string;
  }[];
  expect(entries.filter((one) => /\/servers-releases\/#(?:python:)?resume$/.test(one.url))).toEqual([
    expect.objectContaining({ language: 'TypeScript', url: '/docs/sdks/servers-releases/#resume' }),
    expect.objectContaining({ language: 'Python', url: '/docs/sdks/servers-releases/#python:resume' }),
  ]);
  expect(new Set(entries.map((one) => one.url)).size).toBe(entries.length);
});

test('markup of a document stays text in every language', () => {
  const evil = { path: 'README.md', text: '# A\n\n<img src=x onerror=alert(1)> [b](javascript:alert(1))\n' };
  const body = buildSite([
    { language: 'TypeScript', pages: [evil] },
    { language: '"><script>', pages: [evil] },
  ]).get('/')?.body;
  expect(body).not.toContain('<img');
  expect(body).not.toContain('<script>');
  expect(body).not.toContain('href="javascript:');
});

test('Python has colours and stays the same text', () => {
  const code = 'async def f(a="#<x>"):  # why\n    """Doc\n    "x" """\n    return 1\n';
  const html = highlight(code, 'python') ?? '';
  expect(html).toContain('<span class="keyword">async</span> <span class="keyword">def</span> f(a=');
  expect(html).toContain('<span class="comment"># why</span>');
  expect(html).toContain(
    '<span class="string">&quot;&quot;&quot;Doc\n    &quot;x&quot; &quot;&quot;&quot;</span>',
  );
  for (const text of ['"""'.repeat(200_000), `"""${'"'.repeat(300_000)}x`, '#'.repeat(500_000)])
    expect(highlight(text, 'python')?.length).toBeGreaterThanOrEqual(text.length);
});

describe('which folders', () => {
  test('those of the config, where none is named', async () => {
    const folder = join(top, 'project');
    mkdirSync(folder, { recursive: true });
    for (const [from, to] of [
      ['smithery', 'sdk'],
      ['smithery', 'again'],
      ['smithery-python', 'sdk-python'],
    ] as const)
      for (const name of [
        'docs/README.md',
        'README.md',
        from === 'smithery' ? 'package.json' : 'pyproject.toml',
      ])
        cpSync(join(projectRoot, 'generated', from, name), join(folder, to, name));
    writeFileSync(
      join(folder, 'sdkwright.yml'),
      'out: sdk\ntargets: { python: { out: sdk-python }, deno: { templates: deno, out: again } }\n',
    );
    expect(await sdkFolders(folder, [])).toEqual({
      folders: [
        { dir: join(folder, 'sdk'), language: 'TypeScript' },
        { dir: join(folder, 'sdk-python'), language: 'Python' },
      ],
    });
    expect(await sdkFolders(folder, ['sdk'])).toEqual({ folders: [{ dir: join(folder, 'sdk') }] });
    expect(await sdkFolders(join(folder, 'sdk'), [])).toEqual({ folders: [{ dir: join(folder, 'sdk') }] });
    expect(await sdkFolders(folder, ['sdk', 'again'])).toEqual({
      fault: expect.stringContaining('Two of these folders are in TypeScript.') as string,
    });
    expect(await sdkFolders(folder, ['sdk', 'nowhere'])).toEqual({
      fault: expect.stringContaining('nowhere has no Markdown pages') as string,
    });
  });

  test('a config shows no folder outside its project', async () => {
    const folder = join(top, 'strange');
    mkdirSync(join(folder, '.git'), { recursive: true });
    for (const name of ['docs/README.md', 'package.json'])
      cpSync(join(projectRoot, 'generated/smithery', name), join(top, 'secret', name));
    writeFileSync(join(folder, 'sdkwright.yml'), 'out: ../secret\n');
    expect(await sdkFolders(folder, [])).toEqual({
      fault: expect.stringContaining('outside the project') as string,
    });
  });

  test('the command takes several', async () => {
    const terminal = quietTerminal(projectRoot);
    const stop = new AbortController();
    stop.abort();
    const args = ['docs', 'generated/smithery', 'generated/smithery-python', '--port', '0'];
    expect(await createProgram(terminal, stop.signal).run(args)).toBe(0);
    expect(terminal.printed()).toMatch(/^\d+ pages at http:\/\/127\.0\.0\.1:\d+\//);
  });
});

describe.skipIf(browser === undefined)('in Chromium', () => {
  let chrome: Browser;
  beforeAll(async () => {
    chrome = await chromium.launch({
      ...(browser ? { executablePath: browser } : {}),
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => chrome?.close());

  const visible = async (page: Page): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const part of await page.locator('main > section').all())
      if (await part.isVisible()) found.push((await part.getAttribute('id')) ?? '');
    return found;
  };

  test('readers choose a language, stay with the method, and keep the choice', async () => {
    const page = await (await chrome.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    await page.goto(`${server.url}docs/sdks/servers/#list`);
    expect(await visible(page)).toEqual(['in:typescript']);
    await page.locator('.languages a', { hasText: 'Python' }).click();
    expect(await visible(page)).toEqual(['in:python']);
    expect(new URL(page.url()).hash).toBe('#python:list');
    expect(await page.locator('.languages [aria-current]').allTextContents()).toEqual(['Python']);
    // The next page is in the language of this one, by a link of its text and by the list of pages.
    await page.locator('nav a', { hasText: 'Releases' }).click();
    await page.waitForURL(/servers-releases/);
    expect(await visible(page)).toEqual(['in:python']);
    await page.goBack();
    expect(await visible(page)).toEqual(['in:python']);
    await page.goBack();
    expect(new URL(page.url()).hash).toBe('#list');
    expect(await visible(page)).toEqual(['in:typescript']);
    await page.locator('#search').fill('resume');
    const hit = page.locator('#results a', { hasText: 'Releases › resume · Python' }).first();
    await hit.click();
    await page.waitForURL(/#python:resume/);
    expect(await visible(page)).toEqual(['in:python']);
    await page.screenshot({ path: join(projectRoot, 'test/artifacts/docs-site-languages.png') });
    expect(faults).toEqual([]);
  });

  test('without JavaScript both are there to read', async () => {
    const page = await (await chrome.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${server.url}docs/sdks/servers/`);
    expect(await visible(page)).toEqual(['in:typescript', 'in:python']);
    expect(await page.locator('p.language').allTextContents()).toEqual(['TypeScript', 'Python']);
  });

  test('on a phone nothing is wider than the screen', async () => {
    const page = await (await chrome.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    for (const path of ['', 'docs/', 'docs/sdks/servers/#python:list']) {
      await page.goto(`${server.url}${path}`);
      expect([
        path,
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ]).toEqual([path, 0]);
    }
  });
});
