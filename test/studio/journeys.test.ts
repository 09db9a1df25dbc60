/** An engineer's hour with the studio, in a browser: by mouse, by keys alone, and what a checker of access says. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import {
  type Studio,
  bookshop,
  folderOf,
  proposalFor,
  smithery,
  startStudio,
  unseen,
  withRegistry,
} from './support/studio.ts';

const executablePath = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let studio: Studio | undefined;
const faults: string[] = [];

beforeAll(async () => {
  if (executablePath !== undefined)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser?.close());
afterEach(() => {
  studio?.stop();
  expect(faults.splice(0)).toEqual([]);
});

async function open(
  folder: string,
  {
    args = [],
    scheme = 'light',
    width = 1280,
    motion = 'no-preference',
  }: {
    args?: readonly string[];
    scheme?: 'light' | 'dark';
    width?: number;
    motion?: 'reduce' | 'no-preference';
  } = {},
): Promise<Page> {
  studio = await startStudio(folder, ...args);
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: motion,
    // A script of the test, not of the page, looks for faults of access.
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.goto(studio.url);
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('treeitem').first().waitFor();
  return page;
}

const config = (folder: string): string => readFileSync(join(folder, 'sdkwright.yml'), 'utf8');
const row = (page: Page, key: string) =>
  page.locator('.row.method', { has: page.locator('.name').getByText(key, { exact: true }) }).first();
/** A filter finds one method by its operation. */
async function choose(page: Page, text: string): Promise<void> {
  await filterTree(page, text);
  await page.locator('.row.method').first().click();
  await page.locator('.detail h2').waitFor();
}
/** Filters the tree. In a narrow window it stands behind the details, which may only be coming. */
function filterTree(page: Page, text: string): Promise<void> {
  const back = page.getByRole('button', { name: '‹ All methods' });
  const field = page.getByRole('searchbox', { name: /^Filter/ });
  return vi.waitFor(
    async () => {
      if (await back.isVisible()) await back.click({ timeout: 1000 });
      await field.fill(text, { timeout: 1000 });
    },
    { timeout: 30_000 },
  );
}
/** The first row of a group beside the methods, or a row of its own. */
async function item(page: Page, group: string): Promise<void> {
  await filterTree(page, '');
  const head = page.locator('.row.resource', { has: page.getByText(group, { exact: true }) });
  if ((await head.count()) === 0)
    return page.locator('.row.item', { has: page.getByText(group, { exact: true }) }).click();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  await head.locator('xpath=following-sibling::*[1]').click();
}
/** Pixels by which the page is wider than the window. */
const OVERFLOW = 'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)';
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();
/** Until the file on the disk holds a text. */
const written = (folder: string, text: string): Promise<void> =>
  expect
    .poll(() => (existsSync(join(folder, 'sdkwright.yml')) ? config(folder) : ''), { timeout: 20_000 })
    .toContain(text);

test.skipIf(executablePath === undefined)(
  'Smithery: rename, move, page, leave out, undo, YAML, Generate',
  async () => {
    const folder = folderOf(smithery());
    const before = config(folder);
    const page = await open(folder);
    await choose(page, 'get /connect/{namespace}/{connectionId} connect.get');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('retrieve');
    await page.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
    await said(page, 'rename connect.get to retrieve');
    await page.getByRole('button', { name: 'Move to…' }).first().click();
    await page.getByRole('combobox', { name: /Resource/ }).fill('connect.tools');
    await page.keyboard.press('Enter');
    await said(page, 'move connect.retrieve to connect.tools');
    await choose(page, 'connect.tools.list_all');
    await page.getByRole('button', { name: 'Leave out' }).click();
    await said(page, 'leave out connect.tools.list_all');
    await choose(page, 'servers.list');
    await page.getByLabel('Pages').selectOption('false');
    await said(page, 'pages of servers.list');
    await page.getByRole('button', { name: 'Undo' }).click();
    await said(page, 'Undone.');
    await page.getByRole('tab', { name: 'Effect' }).click();
    await page.getByText(/client\.connect\.get\(\) is now client\.connect\.tools\.retrieve/).waitFor();
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# Ours.\n');
    await written(folder, '# Ours.\n');
    const wanted = `# Ours.\n${before}`
      .replace('      get: get /connect/{namespace}/{connectionId}\n', '')
      .replace(
        '          list_all: get /connect/{namespace}/.tools\n',
        '          list_all: { endpoint: "get /connect/{namespace}/.tools", skip: true }\n',
      )
      .replace(
        '          call: post /connect/{namespace}/{connectionId}/.tools/{toolPath}\n',
        '          call: post /connect/{namespace}/{connectionId}/.tools/{toolPath}\n          retrieve: get /connect/{namespace}/{connectionId}\n',
      );
    expect(config(folder)).toBe(wanted);
    await page.getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('heading', { name: 'Generated' }).waitFor({ timeout: 100_000 });
    expect(await page.getByRole('log').innerText()).toMatch(/\+ sdk\/src\/resources\/connect\/tools\.ts/);
    expect(readFileSync(join(folder, 'sdk/src/resources/connect/tools.ts'), 'utf8')).toContain('retrieve(');
    expect(config(folder)).toBe(wanted);
  },
);

test.skipIf(executablePath === undefined)(
  'models, page schemes, client, webhooks and fixes: each click is a small change of the text',
  async () => {
    const folder = folderOf(bookshop());
    let wanted = config(folder);
    const page = await open(folder);
    /** The file after a click is the file before with these pieces replaced. */
    const becomes = async (...pieces: readonly (readonly [string, string])[]): Promise<void> => {
      for (const [before, after] of pieces) {
        expect(wanted).toContain(before);
        wanted = wanted.replace(before, after);
      }
      await expect.poll(() => config(folder), { timeout: 20_000 }).toBe(wanted);
    };
    const show = async (group: string, label: string): Promise<void> => {
      await page.getByRole('searchbox', { name: /^Filter/ }).fill(label);
      const found = page.locator('.row.item', {
        has: page.locator('.name').getByText(label, { exact: true }),
      });
      await found.first().click();
      await page
        .locator('.detail h2')
        .getByText(group === 'client' ? 'client' : label)
        .waitFor();
    };
    await show('models', 'books.genre');
    await page.getByText('export type Genre').first().waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('kind');
    await page.keyboard.press('Enter');
    await becomes(['      genre: Genre\n', '      kind: Genre\n']);
    await page.locator('.detail h2').getByText('books.kind').waitFor();
    await page.locator('.fields select').first().selectOption('$shared');
    await becomes(
      ['      kind: Genre\n', ''],
      ['      conflict: Conflict\n', '      conflict: Conflict\n      kind: Genre\n'],
    );
    await show('models', 'books.voucher');
    await page.getByRole('button', { name: 'Leave out' }).click();
    await becomes(['      voucher: Voucher\n', '']);
    await show('page schemes', 'work_page');
    await page.getByLabel('Name', { exact: true }).fill('paper_page');
    await page.keyboard.press('Enter');
    await becomes(['name: work_page', 'name: paper_page'], ['paginated: work_page', 'paginated: paper_page']);
    await choose(page, 'orders.list');
    await page.getByRole('button', { name: 'Page scheme…' }).click();
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('bill_page');
    await page.getByRole('button', { name: 'Make the scheme' }).click();
    await said(page, 'page scheme bill_page');
    const scheme = `
  - name: bill_page
    type: cursor_url
    request: {}
    response:
      orders:
        type: array
        items: {}
        x-stainless-pagination-property:
          purpose: items
      next_url:
        type: string
        x-stainless-pagination-property:
          purpose: cursor_url_field
`;
    await becomes(
      ['\n# The export,', `${scheme}\n# The export,`],
      [
        '      list: get /orders\n',
        '      list:\n        endpoint: get /orders\n        paginated: bill_page\n',
      ],
    );
    await show('client', 'client');
    await page.getByLabel('Class').fill('Books');
    await page.keyboard.press('Enter');
    await becomes(['client_name: Bookshop', 'client_name: Books']);
    await page.locator('.option summary', { hasText: 'till' }).click();
    await page.locator('.option[open]').getByLabel('Variable').fill('BOOKSHOP_TILL');
    await page.keyboard.press('Enter');
    await becomes([
      "      send_in_header: X-Bookshop-Till\n      description: Number of the till, for the shop's own machines.\n",
      "      send_in_header: X-Bookshop-Till\n      description: Number of the till, for the shop's own machines.\n      read_env: BOOKSHOP_TILL\n",
    ]);
    const shown = page.locator('.option[open]');
    await shown.getByLabel('Credential').selectOption({ label: 'machine, client secret' });
    const machine = '      auth: { security_scheme: machine, role: client_secret }\n';
    await becomes(['      read_env: BOOKSHOP_TILL\n', `      read_env: BOOKSHOP_TILL\n${machine}`]);
    await shown.getByLabel('Credential').selectOption({ label: 'none' });
    await becomes([`BOOKSHOP_TILL\n${machine}`, 'BOOKSHOP_TILL\n']);
    await shown.getByLabel('Required').selectOption('true');
    await becomes([
      '    till:\n      type: string\n      nullable: true\n',
      '    till:\n      type: string\n      nullable: false\n',
    ]);
    const settings = page.locator('.detail div', { has: page.getByRole('heading', { name: 'TypeScript' }) });
    await settings.getByLabel('In browsers').selectOption('disallow');
    await becomes(['browser: dangerous_allow', 'browser: disallow']);
    await settings.getByLabel('Repository').fill('corner/bookshop-node');
    await page.keyboard.press('Enter');
    await becomes([
      '      browser: disallow\n',
      '      browser: disallow\n    production_repo: corner/bookshop-node\n',
    ]);
    // A refused value is not kept in the field, and nothing is written.
    await page.getByLabel('Timeout, ms').fill('soon');
    await page.keyboard.press('Enter');
    await page.locator('.notice.fault', { hasText: 'default_timeout' }).waitFor();
    await expect.poll(() => page.getByLabel('Timeout, ms').inputValue()).toBe('30000');
    await page.getByRole('button', { name: 'Command line' }).click();
    await becomes(['    out: sdk-go\n', '    out: sdk-go\n  cli:\n    out: sdk-cli\n']);
    await page.getByLabel('Program').fill('books');
    await page.keyboard.press('Enter');
    await becomes(['    out: sdk-cli\n', '    out: sdk-cli\n    binary_name: books\n']);
    await show('webhooks', 'webhooks.unwrap');
    await page.locator('.fields select').first().selectOption('api_key');
    await becomes(['webhook_key_opt: webhook_key', 'webhook_key_opt: api_key']);
    // A scheme that nothing uses is a warning with a fix.
    await page.locator('.diagnostics button').first().click();
    await page.locator('.fix', { hasText: 'Remove the scheme' }).click();
    await said(page, 'Remove the scheme');
    await expect.poll(() => config(folder), { timeout: 20_000 }).not.toContain('order_page');
    for (let step = 0; step < 16; step += 1) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.waitForTimeout(250);
      await page.getByRole('status').filter({ hasText: 'Undone.' }).waitFor();
    }
    await expect.poll(() => config(folder), { timeout: 20_000 }).toBe(bookshop()['sdkwright.yml']);
  },
);

test.skipIf(executablePath === undefined)(
  'search in the documentation, help in the YAML, a published SDK as base',
  async () => {
    const folder = folderOf(bookshop());
    const registry = await withRegistry(folder, 'published');
    const page = await open(folder);
    await page.getByRole('tab', { name: 'Docs' }).click();
    await page.getByRole('searchbox', { name: 'Search the documentation' }).fill('cover downl');
    await page.locator('.found button', { hasText: 'books.cover.download' }).click();
    await page.locator('.docs h2, .docs h3').filter({ hasText: 'download' }).first().waitFor();
    // The text of a guide, which is about no method; then back to the method.
    await page.getByRole('searchbox', { name: 'Search the documentation' }).fill('retried up to');
    await page.locator('.found button', { hasText: 'Retries and timeouts' }).first().click();
    await page.locator('.bar', { hasText: '‹ back' }).waitFor();
    await page.locator('.docs h1', { hasText: 'Retries' }).waitFor();
    await page.getByRole('button', { name: '‹ back' }).click();
    await page.locator('.docs h2, .docs h3').filter({ hasText: 'download' }).first().waitFor();
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.locator('.cm-line', { hasText: 'default_timeout' }).click();
    await page.locator('.about', { hasText: 'Timeout of each attempt' }).waitFor();
    await page.locator('.cm-line', { hasText: 'client_name' }).locator('span').first().hover();
    await page.locator('.cm-tooltip', { hasText: 'Name of the client class' }).waitFor();
    await page.getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('heading', { name: 'Generated' }).waitFor({ timeout: 100_000 });
    await page.keyboard.press('Escape');
    // What a package on npm contains, besides the code.
    mkdirSync(join(folder, 'published'));
    writeFileSync(
      join(folder, 'published/package.json'),
      '{ "name": "@corner/bookshop", "version": "1.0.0" }',
    );
    for (const name of ['openapi.documented.yml', 'openapi.config.json'])
      copyFileSync(join(folder, 'sdk', name), join(folder, 'published', name));
    await choose(page, 'genres.list');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    // The fields are those of the method chosen before until the new one is there.
    await expect.poll(() => name.inputValue()).toBe('list');
    await name.fill('all');
    await name.press('Enter');
    await said(page, 'rename genres.list to all');
    await page.getByRole('tab', { name: 'Effect' }).click();
    await page.getByLabel('Git revision, tag, or published package').fill('npm:./published');
    await page.getByRole('button', { name: 'a revision or package' }).click();
    await page.getByText(/client\.genres\.list\(\) is now client\.genres\.all/).waitFor({ timeout: 60_000 });
    const base = page.getByLabel('Git revision, tag, or published package');
    for (const [name, seen] of [
      ['npm:@corner/bookshop', /client\.genres\.list\(\) is now client\.genres\.all/],
      ['npm:@corner/bookshop@1.0.0', /client\.genres\.list\(\) is now client\.genres\.all/],
      ['npm:@corner/bookshop@2.0.0', /could not be opened: .*No matching version/],
      ['npm:@corner/nobody', /could not be opened: .*404/],
      ['npm:--help', /could not be opened/],
      ['start', /client\.genres\.list\(\) is now/],
    ] as const) {
      if (name === 'start') await page.getByRole('button', { name: 'when the studio was opened' }).click();
      else {
        await base.fill(name);
        await page.getByRole('button', { name: 'a revision or package' }).click();
      }
      await page.locator(`.effect[data-base="${name}"]`).waitFor({ timeout: 60_000 });
      expect([name, await page.locator('.effect').innerText()]).toEqual([name, expect.stringMatching(seen)]);
    }
    registry.close();
  },
);

test.skipIf(executablePath === undefined)(
  'text that cannot be saved is kept until it is mended or discarded; a refused name goes back',
  async () => {
    const folder = folderOf(smithery());
    const before = config(folder);
    const page = await open(folder);
    const type = async (text: string): Promise<void> => {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type(text);
    };
    await page.getByRole('tab', { name: 'YAML' }).click();
    await type('x-ours: [\n');
    await page.getByRole('alert').filter({ hasText: 'Not saved.' }).waitFor();
    expect(config(folder)).toBe(before);
    await page.getByRole('tab', { name: 'Effect' }).click();
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.locator('.cm-line', { hasText: 'x-ours: [' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'Not saved.' }).waitFor();
    await page.getByRole('button', { name: 'Discard my text' }).click();
    await page.locator('.cm-line', { hasText: 'x-ours: [' }).waitFor({ state: 'detached' });
    // An edit from outside is the base of what is typed next.
    writeFileSync(join(folder, 'sdkwright.yml'), `# outside\n${before}`);
    await page.locator('.cm-line', { hasText: '# outside' }).waitFor();
    await type('# ours\n');
    await expect.poll(() => config(folder), { timeout: 10_000 }).toBe(`# ours\n# outside\n${before}`);
    await choose(page, 'servers.list');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('my name');
    await name.press('Enter');
    await page.locator('.notice.fault', { hasText: 'is no name' }).waitFor();
    await expect.poll(() => name.inputValue()).toBe('list');
    expect(config(folder)).toBe(`# ours\n# outside\n${before}`);
  },
);

const document = executablePath === undefined ? undefined : unseen();

describe.skipIf(document === undefined)('a document of 296 operations that has no config', () => {
  const start = (): { folder: string; proposal: string } => {
    const folder = folderOf({ 'openapi.json': document ?? '' });
    return { folder, proposal: proposalFor(folder, 'openapi.json') };
  };

  test('by mouse: all alike, names, a move by dragging, an edit from outside', async () => {
    const { folder, proposal } = start();
    const page = await open(folder, { args: ['--spec', 'openapi.json'] });
    expect(existsSync(join(folder, 'sdkwright.yml'))).toBe(false);
    await choose(page, 'users.retrieve');
    await page
      .locator('.proposals li', { has: page.getByRole('button', { name: 'get', exact: true }) })
      .getByRole('button', { name: /^all/ })
      .click();
    await said(page, 'rename every retrieve to get');
    await page.getByRole('searchbox', { name: /^Filter/ }).fill('users.retrieve_me');
    await row(page, 'retrieve_me').dblclick();
    await page.getByLabel('New name').fill('me');
    await page.keyboard.press('Enter');
    await said(page, 'rename users.retrieve_me to me');
    await page.getByRole('searchbox', { name: /^Filter/ }).fill('/collections');
    await row(page, 'get').dragTo(page.locator('.row.resource', { hasText: 'items' }));
    await said(page, 'move collections.get to collections.items');
    const moved = /^ {6}retrieve: (get \/collections\/\{collection_id\} .*)\n/m;
    const line = moved.exec(proposal)?.[1] ?? '';
    const wanted = proposal
      .replace(moved, '')
      .replace(
        /^ {10}list: get \/collections\/\{collection_id\}\/items .*\n/m,
        (list) => `${list}          get: ${line}\n`,
      )
      .replace(/^( +)retrieve: /gm, '$1get: ')
      .replace(/^( +)retrieve_me: /gm, '$1me: ');
    expect(config(folder)).toBe(wanted);
    // Somebody adds a remark in an editor meanwhile; undo keeps it.
    writeFileSync(join(folder, 'sdkwright.yml'), `# By hand.\n${wanted}`);
    await said(page, 'outside of the studio');
    for (const _ of [1, 2, 3]) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await said(page, 'Undone.');
      await page.getByRole('searchbox', { name: /^Filter/ }).click();
    }
    await expect.poll(() => config(folder), { timeout: 10_000 }).toBe(`# By hand.\n${proposal}`);
  });

  test('by keys alone: filter, rename, move, leave out, undo', async () => {
    const { folder, proposal } = start();
    const page = await open(folder, { args: ['--spec', 'openapi.json'] });
    const { keyboard } = page;
    /** What has the focus: `filter`, or the name of a row. */
    const focused = () =>
      page.evaluate(
        "document.activeElement?.id || document.activeElement?.querySelector('.name')?.textContent || ''",
      );
    const filter = async (text: string): Promise<void> => {
      await keyboard.press('/');
      await expect.poll(focused, { timeout: 10_000 }).toBe('filter');
      await keyboard.press('Control+A');
      await keyboard.type(text);
      await expect.poll(() => page.getByRole('treeitem').count(), { timeout: 10_000 }).toBeLessThan(4);
      await keyboard.press('ArrowDown');
      await expect.poll(focused, { timeout: 10_000 }).not.toBe('filter');
      const method = text.slice(text.lastIndexOf('.') + 1);
      // The first rows are the resources of the method.
      for (let row = await focused(); row !== method; row = await focused()) {
        await keyboard.press('ArrowDown');
        await expect.poll(focused, { timeout: 10_000 }).not.toBe(row);
      }
    };
    await filter('comments.retrieve');
    await keyboard.press('F2');
    await page.locator('[role=treeitem] input:focus').waitFor();
    await keyboard.type('get');
    await keyboard.press('Enter');
    await said(page, 'rename comments.retrieve to get');
    await filter('comments.remove');
    await keyboard.press('Delete');
    await said(page, 'leave out comments.remove');
    await filter('comments.update');
    await keyboard.press('m');
    await page.locator('dialog input:focus, [role=dialog] input:focus').waitFor();
    await keyboard.type('remarks.edits');
    await keyboard.press('Enter');
    await said(page, 'move comments.update to remarks.edits');
    expect(config(folder)).toMatch(
      /^ {2}remarks:\n {4}subresources:\n {6}edits:\n {8}methods:\n {10}update: put/m,
    );
    // Keys of the page, not of the filter.
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Control+z');
    await said(page, 'Undone.');
    await keyboard.press('4');
    await page.locator('.cm-content').waitFor();
    expect(config(folder)).toBe(
      proposal
        .replace(/^ {6}retrieve: (get \/comments\/)/m, '      get: $1')
        .replace(
          '      remove: delete /comments/{comment_id} #',
          '      remove: { endpoint: "delete /comments/{comment_id}", skip: true } #',
        ),
    );
  });
});

test.skipIf(executablePath === undefined)('nothing moves for those who want less motion', async () => {
  /** Animations that run while a change is announced, and while Generate goes on. */
  const seen = async (motion: 'reduce' | 'no-preference'): Promise<number> => {
    const page = await open(folderOf(smithery()), { motion });
    await page.evaluate(`globalThis.moved = 0;
      const look = () => { moved += document.getAnimations().length; requestAnimationFrame(look); };
      look();`);
    await choose(page, 'servers.list');
    await page.getByLabel('Pages').selectOption('false');
    await said(page, 'pages of servers.list');
    await page.getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('heading', { name: 'Generated' }).waitFor({ timeout: 100_000 });
    const moved = (await page.evaluate('moved')) as number;
    studio?.stop();
    return moved;
  };
  expect(await seen('reduce')).toBe(0);
  expect(await seen('no-preference')).toBeGreaterThan(0);
});

test.skipIf(executablePath === undefined)('texts of a hostile document stay texts', async () => {
  const markup = '<img src=x onerror="window.taken=1"><script>window.taken=1</script>';
  const text = JSON.stringify(`${markup} [a](javascript:window.taken=1) \`</code>\``);
  const folder = folderOf({
    'openapi.yml': `openapi: 3.1.0
info: { title: ${text}, version: '1', description: ${text} }
servers: [{ url: https://shop.example }]
tags: [{ name: ${text}, description: ${text} }]
paths:
  /books:
    get:
      operationId: ${text}
      summary: ${text}
      description: ${text}
      tags: [${text}]
      parameters: [{ name: ${text}, in: query, description: ${text}, schema: { type: string } }]
      responses: { '204': { description: ${text} } }
`,
    'sdkwright.yml': `spec: openapi.yml\nout: sdk\n# ${markup}\nresources:\n  books:\n    methods:\n      list: get /books\n`,
  });
  const page = await open(folder);
  await choose(page, 'books');
  for (const name of ['Code', 'Docs', 'Effect', 'YAML']) {
    await page.getByRole('tab', { name }).click();
    await page.waitForTimeout(250);
  }
  await page.getByRole('tab', { name: 'Docs' }).click();
  await page.locator('.docs h1').waitFor();
  await page.locator('.diagnostics button').first().click();
  expect(
    await page.evaluate(() => [
      (globalThis as any).taken,
      (globalThis as any).document.images.length,
      (globalThis as any).document.querySelectorAll('script').length,
    ]),
  ).toEqual([undefined, 0, 1]);
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
});

test.skipIf(executablePath === undefined)(
  'axe finds nothing in any view, light and dark, wide and narrow',
  async () => {
    const folder = folderOf(smithery());
    const found: unknown[] = [];
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 390],
      // 1,280 pixels at a zoom of 200 %.
      ['light', 640],
    ] as const) {
      const page = await open(folder, { scheme, width });
      const fits = async (view: string): Promise<void> =>
        expect([view, width, await page.evaluate(OVERFLOW)]).toEqual([view, width, 0]);
      const check = async (view: string): Promise<void> => {
        await page.addScriptTag({ content: axe });
        const { violations } = await page.evaluate(() => (globalThis as any).axe.run());
        for (const { id, nodes } of violations)
          found.push({
            scheme,
            width,
            view,
            id,
            nodes: nodes.slice(0, 3).map((node: any) => node.html.slice(0, 160)),
          });
      };
      await check('tree');
      await choose(page, 'servers.list');
      for (const name of ['Code', 'Docs', 'Effect', 'YAML']) {
        await page.getByRole('tab', { name }).click();
        await page.waitForTimeout(300);
        await check(name);
      }
      await page.getByRole('tab', { name: 'Docs' }).click();
      await page.getByRole('searchbox', { name: 'Search the documentation' }).fill('release');
      await page.locator('.found li').first().waitFor();
      await check('search');
      await page.locator('.found button').first().click();
      for (const view of ['models', 'page schemes', 'client']) {
        await item(page, view);
        await page.locator('.detail h2').waitFor();
        await check(view);
        await fits(view);
      }
      await choose(page, 'servers.list');
      await page.getByRole('button', { name: 'Page scheme…' }).click();
      await page.getByRole('heading', { name: /^Page scheme/ }).waitFor();
      await check('page scheme dialog');
      await page.keyboard.press('Escape');
      await page.locator('.diagnostics button').first().click();
      await check('diagnostics');
      await fits('diagnostics');
      for (const name of ['?', 'Undo', 'Generate'])
        expect([
          width,
          name,
          await page.getByRole('button', { name: name === '?' ? 'Keys' : name }).isVisible(),
        ]).toEqual([width, name, true]);
      await page.getByRole('button', { name: 'Move to…' }).first().click();
      await check('move');
      await page.keyboard.press('Escape');
      expect(
        await page.evaluate(
          () => (globalThis as any).document.documentElement.scrollWidth <= (globalThis as any).innerWidth,
        ),
      ).toBe(true);
      studio?.stop();
    }
    expect(found).toEqual([]);
  },
  // Four widths and colours, each with every view.
  300_000,
);
