/** The generated pages as a site: links, anchors, search, and how it looks. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DocsServer, readPages, serveDocs } from '../../generator/docs-site/serve.ts';
import { buildSite } from '../../generator/docs-site/site.ts';
import { highlight } from '../../generator/docs-site/highlight.ts';
import { renderPage, urlOf } from '../../generator/docs-site/page.ts';
import { sdkFolder } from '../samples/support/sdk-folder.ts';
import { findChromium } from '../support/chromium.ts';
import { projectRoot } from '../support/shared.ts';

const browser = findChromium();
let folder: string;
let server: DocsServer;

beforeAll(async () => {
  folder = (await sdkFolder('smithery', 'site')).folder;
  const started = await serveDocs([{ dir: folder }], { port: 0 });
  if (!started) throw new Error('no pages');
  server = started;
});
afterAll(() => server?.close());

test('markup of the document stays text, comments go, relative links lead to pages', () => {
  const page = renderPage({
    path: 'docs/a.md',
    text: '# A <b>\n<!-- marker -->\n<script>alert(1)</script>\n\n[b](sdks/b/README.md#c-d) [top](README.md) [c](x.md)\n\n## Twice\n\n## Twice\n',
  });
  expect(page.html).not.toContain('<script');
  expect(page.html).not.toContain('marker');
  expect([...page.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
    'sdks/b/#c-d',
    './',
    'x',
  ]);
  expect(page.sections.map((one) => one.anchor)).toEqual(['a-b', 'twice', 'twice-1']);
  expect([urlOf('README.md'), urlOf('docs/README.md'), urlOf('docs/errors.md')]).toEqual([
    '/',
    '/docs/',
    '/docs/errors',
  ]);
});

test('code has colours and stays the same text', () => {
  const code = `import a from 'b'; // <i>\nconst n = 1_000;\n`;
  const { html } = renderPage({
    path: 'a.md',
    text: `# A\n\n\`\`\`typescript\n${code}\`\`\`\n\n\`\`\`yaml x.yml get /a\nkey: 1\n\`\`\`\n\n\`\`\`sh\nnpm <i>\n\`\`\`\n`,
  });
  expect(html).toContain(
    `<span class="keyword">import</span> a <span class="keyword">from</span> <span class="string">'b'</span>; <span class="comment">// &lt;i&gt;</span>`,
  );
  expect(html).toContain('<span class="number">1_000</span>');
  expect(html).toContain('<span class="keyword">key</span>: <span class="number">1</span>');
  expect(html).toContain('npm &lt;i&gt;');
  expect(highlight('/* from\n * `a` */ new', 'ts')).toBe(
    '<span class="comment">/* from\n * `a` */</span> <span class="keyword">new</span>',
  );
  for (const text of [
    ' '.repeat(50_000),
    '\n'.repeat(50_000),
    '- '.repeat(50_000),
    '/*'.repeat(50_000),
    `"${'\\'.repeat(50_000)}`,
    '`'.repeat(50_001),
  ]) {
    // Not in a time that grows with the square, or the test would not end.
    for (const language of ['ts', 'yaml'])
      expect(highlight(text.repeat(20), language)?.length).toBeGreaterThanOrEqual(text.length * 20);
  }
});

test('search looks through the headings that tell pages apart', () => {
  const { sections } = renderPage({
    path: 'a.md',
    text: '> ## Documentation index\n\n# A\n\n## list\n\n### Response\n\nnothing\n',
  });
  expect(sections.map((one) => one.title)).toEqual(['A', 'list']);
  expect(sections[1]?.text).toContain('nothing');
});

test('the list of pages begins with the introduction and names what has no page above it in full', async () => {
  const [, links = ''] =
    /<summary>Pages<\/summary>([\s\S]*?)<\/details>/.exec(
      buildSite([{ language: undefined, pages: await readPages(folder) }]).get('/')?.body ?? '',
    ) ?? [];
  const labels = [...links.matchAll(/<a [^>]*>([^<]*)</g)].map((match) => match[1]);
  expect(labels.slice(0, 3)).toEqual(['Introduction', 'All pages', 'All methods and types']);
  expect(labels).toEqual(expect.arrayContaining(['organizations.apiKeys', 'Servers', 'Releases']));
});

test('every local link and anchor of the site exists', async () => {
  const site = buildSite([{ language: undefined, pages: await readPages(folder) }]);
  const ids = new Map(
    [...site]
      .filter(([, file]) => file.type.startsWith('text/html'))
      .map(([url, file]) => [
        url,
        new Set([...file.body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])),
      ]),
  );
  const broken: string[] = [];
  for (const [url, file] of site) {
    if (!file.type.startsWith('text/html')) continue;
    for (const [, href = ''] of file.body.matchAll(/<a href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      const target = new URL(href, `http://site${url}`);
      const page = ids.get(decodeURIComponent(target.pathname));
      if (!page || (target.hash !== '' && !page.has(decodeURIComponent(target.hash.slice(1)))))
        broken.push(`${url}: ${href}`);
    }
  }
  expect(broken).toEqual([]);
  expect(ids.size).toBeGreaterThan(150);
});

test('the server keeps to its pages', async () => {
  const get = async (path: string): Promise<number> =>
    (await fetch(new URL(path, server.url), { redirect: 'manual' })).status;
  expect(
    await Promise.all(
      [
        '/',
        '/docs/',
        '/docs',
        '/docs/sdks/servers/',
        '/assets/search.json',
        '/%2e%2e/package.json',
        '/src/index.ts',
        '/docs/%ff',
      ].map(get),
    ),
  ).toEqual([200, 200, 301, 200, 200, 404, 404, 200]);
});

describe.skipIf(browser === undefined)('in Chromium', () => {
  test('search finds a method, samples can be copied, and it looks like a page', async () => {
    const chrome = await chromium.launch({
      ...(browser ? { executablePath: browser } : {}),
      args: ['--no-sandbox'],
    });
    const context = await chrome.newContext({
      viewport: { width: 1280, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    await page.goto(`${server.url}docs/sdks/servers/`);
    expect(await page.locator('h1').textContent()).toBe('Servers');
    await page.locator('button.copy').first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('await client.servers.');
    await page.locator('#search').fill('resume');
    await page.locator('#results a').first().waitFor();
    expect(await page.locator('#results a').allTextContents()).toContain('Releases › resume');
    const artifacts = join(projectRoot, 'test/artifacts');
    mkdirSync(artifacts, { recursive: true });
    await page.screenshot({ path: join(artifacts, 'docs-site.png') });
    await page.locator('#results a', { hasText: 'Releases › resume' }).first().click();
    await page.waitForURL(/sdks\/servers-releases\/#resume/);
    await chrome.close();
    expect(faults).toEqual([]);
  });

  test('on a phone nothing is wider than the screen, and the list of pages waits behind a word', async () => {
    const chrome = await chromium.launch({
      ...(browser ? { executablePath: browser } : {}),
      args: ['--no-sandbox'],
    });
    const page = await (
      await chrome.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    ).newPage();
    for (const path of ['', 'docs/', 'docs/sdks/servers/', 'docs/models/components/server']) {
      await page.goto(`${server.url}${path}`);
      expect([
        path,
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ]).toEqual([path, 0]);
    }
    expect(await page.locator('#pages a').first().isVisible()).toBe(false);
    await page.locator('#pages summary').click();
    expect(await page.locator('#pages li.below-1').allTextContents()).toContain('Releases');
    await page.screenshot({ path: join(projectRoot, 'test/artifacts/docs-site-phone.png') });
    await chrome.close();
  });
});
