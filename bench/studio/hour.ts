/**
 * The engineer's hour: a real document of 288 operations without a config, in Chromium, as a list of clicks. Each
 * takes until the page shows its result. The config that comes of it is compared with the edits made by hand.
 * `npm run build && npm run bench:hour`; the document is read from the folder that `SDKWRIGHT_SHARED` names.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../test/support/chromium.ts';

const MAIN = resolve('dist/cli/main.js');
const NAME = 'dev/files/mistralai.platform-docs-public--openapi-public-doc.yaml';
const archive = join(process.env['SDKWRIGHT_SHARED'] ?? resolve('../shared'), 'corpus/dev.tar.xz');
const executablePath = findChromium();
if (!existsSync(archive) || executablePath === undefined) {
  console.log(`Skipped: it needs ${archive} and Chromium.`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'studio-hour-'));
const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
writeFileSync(join(folder, 'openapi.yaml'), execFileSync('tar', ['-xJOf', archive, NAME], options));
const proposal = execFileSync(process.execPath, [MAIN, 'init', 'openapi.yaml', '--stdout'], {
  ...options,
  cwd: folder,
});
const started = performance.now();
const child = spawn(process.execPath, [MAIN, 'studio', '--port', '0', '--spec', 'openapi.yaml'], {
  cwd: folder,
});
const url = await new Promise<string>((done) => {
  let text = '';
  child.stdout.on('data', (data) => {
    text += String(data);
    const found = /http:\S+/.exec(text)?.[0];
    if (found) done(found);
  });
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
await page.goto(url);
await page.getByRole('treeitem').first().waitFor();

const rows: (readonly [string, number])[] = [['open: the tree of 288 methods', performance.now() - started]];
const step = async (
  what: string,
  act: () => Promise<void>,
  isSeen: () => Promise<unknown>,
): Promise<void> => {
  const from = performance.now();
  await act();
  try {
    await isSeen();
  } catch (error) {
    throw new Error(`${what}: the page says “${await page.locator('.notice').innerText()}”`, {
      cause: error,
    });
  }
  rows.push([what, performance.now() - from]);
};
const config = (): string => readFileSync(join(folder, 'sdkwright.yml'), 'utf8');
const status = (text: string | RegExp) => () =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
const filter = (text: string): Promise<void> => page.getByRole('searchbox', { name: /^Filter/ }).fill(text);
const title = (text: string) => () => page.locator('.detail h2', { hasText: text }).waitFor();
const choose = async (name: string, row = '.row.method'): Promise<void> => {
  await filter(name);
  const named = page.locator(row, { has: page.locator('.name').getByText(name, { exact: true }) });
  await (row === '.row.item' ? named : page.locator(row)).first().click();
};
const field = async (label: string, value: string): Promise<void> => {
  const input = page.getByRole('textbox', { name: label, exact: true });
  await input.fill(value);
  await input.press('Enter');
};

/** A field of the dialog, by the text before it. */
const part = (label: string) =>
  page
    .getByRole('dialog')
    .locator('label', { has: page.locator('span').getByText(label, { exact: true }) })
    .locator('select, input');

/** Each replacement is what a person types into the proposal. */
let wanted = proposal;
const byHand = (from: string | RegExp, to: string): void => {
  const next = wanted.replace(from, to);
  if (next === wanted) throw new Error(`nothing to replace: ${from}`);
  wanted = next;
};

await step('choose the client', () => choose('client', '.row.item'), title('client'));
await step('its class', () => field('Class', 'Mistral'), status('the name of the client: Mistral'));
byHand('client_name: Mistral AI', 'client_name: Mistral');
await step(
  'its environment variables',
  () => field('Variables', 'MISTRAL'),
  status('environment variables: MISTRAL'),
);
byHand('default_env_prefix: MISTRAL_AI', 'default_env_prefix: MISTRAL');
await step(
  'open an option',
  () => page.locator('.option summary', { hasText: 'dashboard' }).click(),
  () => page.locator('.option[open]').waitFor(),
);
await step(
  'rename the option',
  async () => {
    await page.locator('.option[open]').getByLabel('Name').fill('user_context');
    await page.keyboard.press('Enter');
  },
  status('rename dashboard_user_context to user_context'),
);
byHand('    dashboard_user_context:\n', '    user_context:\n');

await step('choose agents.retrieve', () => choose('agents.retrieve'), title('agents.retrieve'));
await step(
  'rename every retrieve to get',
  () =>
    page
      .locator('.proposals li', { has: page.getByRole('button', { name: 'get', exact: true }) })
      .getByRole('button', { name: /^all/ })
      .click(),
  status('rename every retrieve to get'),
);
byHand(/^( +)retrieve: /gm, '$1get: ');

const RENAMES: readonly (readonly [string, string, string])[] = [
  ['admin.', 'retrieve_rate_limit', 'rate_limit'],
  ['admin.', 'retrieve_usage', 'usage'],
  ['admin.workspaces.', 'add_users', 'add'],
  ['agents.', 'list_pages', 'list_paged'],
  ['audio.voices.', 'retrieve_sample', 'sample'],
  ['connectors.', 'retrieve_auth_url', 'auth_url'],
  ['conversations.', 'append_stream_stream', 'append_stream'],
  ['conversations.', 'retrieve_history', 'history'],
  ['files.', 'content', 'download'],
  ['files.', 'retrieve_url', 'signed_url'],
  ['libraries.documents.', 'retrieve_text_content', 'text'],
  ['libraries.documents.', 'retrieve_signed_url', 'signed_url'],
];
for (const [resource, key, name] of RENAMES) {
  await step(`choose ${resource}${key}`, () => choose(`${resource}${key}`), title(`${resource}${key}`));
  await step(`rename it to ${name}`, () => field('Name', name), status(`to ${name}`));
  byHand(new RegExp(`^( +)${key}: `, 'm'), `$1${name}: `);
}

const moved = /^ {6}rate_limit: (.*)\n/m.exec(wanted)?.[1] ?? '';
await step('choose admin.rate_limit', () => choose('admin.rate_limit'), title('admin.rate_limit'));
await step(
  'ask where to',
  () => page.getByRole('button', { name: 'Move to…' }).click(),
  () => page.getByRole('combobox', { name: /^Resource/ }).waitFor(),
);
await step(
  'move it to a new resource',
  async () => {
    await page.getByRole('combobox', { name: /^Resource/ }).fill('admin.limits');
    await page.keyboard.press('Enter');
  },
  status('move admin.rate_limit to admin.limits'),
);
byHand(/^ {6}rate_limit: .*\n/m, '');
byHand(
  /\n\n {2}agents:\n/,
  `\n      limits:\n        methods:\n          rate_limit: ${moved}\n\n  agents:\n`,
);

for (const name of ['admin.scim.sync.create', 'admin.scim.sync.get']) {
  await step(`choose ${name}`, () => choose(name), title(name));
  await step(
    'leave it out',
    () => page.getByRole('button', { name: 'Leave out' }).click(),
    status(`leave out ${name}`),
  );
}
byHand('create: post /v1/admin/scim/sync #', 'create: { endpoint: post /v1/admin/scim/sync, skip: true } #');
byHand(
  'get: get /v1/admin/scim/sync/{run_id} #',
  'get: { endpoint: "get /v1/admin/scim/sync/{run_id}", skip: true } #',
);

await step('choose admin.users.list', () => choose('admin.users.list'), title('admin.users.list'));
await step(
  'make a page scheme',
  () => page.getByRole('button', { name: 'Page scheme…' }).click(),
  () => page.getByRole('heading', { name: /^Page scheme/ }).waitFor(),
);
await step(
  'by page, items in members',
  async () => {
    await part('Next page by').selectOption('page_number');
    await part('Page number').selectOption('page');
    await part('Items').selectOption('members');
    await part('Name').fill('user_page');
    await page.getByRole('button', { name: 'Make the scheme' }).click();
  },
  status('page scheme user_page'),
);
await step(
  'paginate by it',
  async () => void (await page.getByLabel('Pages').selectOption('user_page')),
  status('pages of'),
);
byHand(
  /\n\n# Lists that ask/,
  `
  - name: user_page
    type: page_number
    request:
      page:
        type: integer
        x-stainless-pagination-property:
          purpose: page_number_param
    response:
      members:
        type: array
        items: {}
        x-stainless-pagination-property:
          purpose: items

# Lists that ask`,
);
byHand(
  '{ endpoint: get /v1/admin/users, paginated: false }',
  '{ endpoint: get /v1/admin/users, paginated: user_page }',
);

await step('choose the model files.source', () => choose('files.source', '.row.item'), title('files.source'));
await step('rename it', () => field('Name', 'file_source'), status('files.source is now files.file_source'));
byHand(/^( +)source: Source\n/m, '$1file_source: Source\n');
await step('undo', () => page.getByRole('button', { name: 'Undo' }).click(), status('Undone.'));
await step('do it again', () => page.getByRole('button', { name: 'Redo' }).click(), status('Done again.'));

await step(
  'open the diagnostics',
  () => page.locator('.diagnostics button').first().click(),
  () => page.locator('.diagnostics li').first().waitFor(),
);
await step(
  'ignore a warning of the document',
  () =>
    page
      .locator('.diagnostics li', { hasText: 'ref-into-schema' })
      .first()
      .getByRole('button', { name: 'Ignore' })
      .click(),
  status('ignore ref-into-schema'),
);
wanted = `${wanted.trimEnd()}\n\ndiagnostics:\n  ignored:\n    ref-into-schema: true\n`;
await page.locator('.diagnostics button').first().click();

await step(
  'the documentation',
  () => page.getByRole('tab', { name: 'Docs' }).click(),
  () => page.getByRole('searchbox', { name: 'Search the documentation' }).waitFor(),
);
await step(
  'search in it',
  () => page.getByRole('searchbox', { name: 'Search the documentation' }).fill('batch job'),
  () => page.locator('.found li').first().waitFor(),
);
await step(
  'choose a result',
  () => page.locator('.found button').first().click(),
  () => page.locator('.docs h1').waitFor(),
);
await step(
  'the effect on users',
  () => page.getByRole('tab', { name: 'Effect' }).click(),
  () => page.locator('p.bump').waitFor({ timeout: 120_000 }),
);
await step(
  'the YAML',
  () => page.getByRole('tab', { name: 'YAML' }).click(),
  () => page.locator('.cm-content').waitFor(),
);
await step(
  'a remark by hand',
  async () => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# Ours.\n');
  },
  async () => {
    while (!config().startsWith('# Ours.\n')) await page.waitForTimeout(20);
  },
);
wanted = `# Ours.\n${wanted}`;
await step(
  'generate',
  () => page.getByRole('button', { name: 'Generate' }).click(),
  () => page.getByRole('heading', { name: 'Generated' }).waitFor({ timeout: 300_000 }),
);
await browser.close();
child.kill();

console.log('| click | ms |\n|---|---:|');
for (const [what, time] of rows) console.log(`| ${what} | ${time.toFixed(0)} |`);
const total = rows.reduce((sum, [, time]) => sum + time, 0);
console.log(`\n${rows.length} clicks, ${(total / 1000).toFixed(0)} s until each was shown.`);
const [own, hand] = [config(), wanted];
if (own === hand) console.log('The config equals the one written by hand.');
else {
  writeFileSync(join(tmpdir(), 'hour-own.yml'), own);
  writeFileSync(join(tmpdir(), 'hour-hand.yml'), hand);
  console.log(
    `The config differs from the one written by hand: compare hour-own.yml and hour-hand.yml in ${tmpdir()}.`,
  );
  process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true });
