/** What a change of a document does to the tools of agents, as data: each rule has a case. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { agentRules } from '../../generator/diff/rules/agents.ts';
import { quietTerminal } from '../support/terminal.ts';

const document = (paths: string): string =>
  `openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\nservers: [{ url: https://shop.example }]\npaths:\n${paths}`;
const operation = (path: string, verb: string, id: string, more = ''): string =>
  `  ${path}: { ${verb}: { operationId: ${id}, tags: [books], ${more} responses: { '204': { description: Nothing } } } }\n`;
const query = (name: string, required = false): string =>
  `{ name: ${name}, in: query, required: ${required}, schema: { type: string } }`;

const BASE = operation('/books', 'get', 'listBooks', `parameters: [${query('q')}, ${query('sort')}],`);
const MANY = Array.from({ length: 6 }, (_, index) => operation(`/more${index}`, 'get', `more${index}`)).join(
  '',
);

const cases: readonly (readonly [
  rule: keyof typeof agentRules,
  base: string,
  revision: string,
  config: string,
  message: string,
])[] = [
  ['tool-removed', BASE + operation('/pens', 'get', 'listPens'), BASE, '', 'is gone'],
  ['tool-added', BASE, BASE + operation('/pens', 'get', 'listPens'), '', 'is new'],
  [
    'tool-argument-removed',
    BASE,
    operation('/books', 'get', 'listBooks', `parameters: [${query('q')}],`),
    '',
    'sort is gone',
  ],
  [
    'tool-argument-required',
    BASE,
    operation('/books', 'get', 'listBooks', `parameters: [${query('q', true)}, ${query('sort')}],`),
    '',
    'q is required now',
  ],
  [
    'tool-argument-added',
    BASE,
    operation(
      '/books',
      'get',
      'listBooks',
      `parameters: [${query('q')}, ${query('sort')}, ${query('page')}],`,
    ),
    '',
    'page is new',
  ],
  ['tools-longer', BASE, BASE + MANY, '', 'tokens and is'],
  ['tools-over-budget', BASE, BASE + MANY, 'targets: { mcp: { budget: 50 } }\n', 'over its budget of 50'],
];

async function diff(base: string, revision: string, config: string, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-agents-diff-'));
  writeFileSync(join(folder, 'old.yml'), document(base));
  writeFileSync(join(folder, 'new.yml'), document(revision));
  if (config !== '') writeFileSync(join(folder, 'sdkwright.yml'), config);
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run([
    'diff',
    'old.yml',
    'new.yml',
    '--language',
    'agents',
    ...args,
  ]);
  rmSync(folder, { recursive: true });
  return { code, out: terminal.printed(), err: terminal.complained() };
}

test.each(cases)('%s', async (rule, base, revision, config, message) => {
  const { code, out } = await diff(
    base,
    revision,
    config,
    ...(config === '' ? [] : ['--config', 'sdkwright.yml']),
  );
  const line = out.split('\n').find((text) => text.includes(`[${rule}]`));
  expect(line).toContain(message);
  expect(line?.startsWith(`${agentRules[rule].bump} `)).toBe(true);
  expect(code).toBe(out.includes('major ') ? 1 : 0);
});

test('a tool renamed by a config, and one that does more harm', async () => {
  const named = (name: string): string => `resources: { books: { methods: { ${name}: get /books } } }\n`;
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-agents-diff-'));
  writeFileSync(join(folder, 'api.yml'), document(BASE));
  writeFileSync(join(folder, 'old-config.yml'), named('list'));
  writeFileSync(join(folder, 'new-config.yml'), named('purge'));
  const run = async (from: string, to: string) => {
    const terminal = quietTerminal(folder);
    await createProgram(terminal, new AbortController().signal).run([
      'diff',
      'api.yml',
      'api.yml',
      '--language',
      'agents',
      '--base-config',
      from,
      '--config',
      to,
    ]);
    return terminal.printed();
  };
  const worse = await run('old-config.yml', 'new-config.yml');
  expect(worse).toContain('major books_list is called books_purge [tool-renamed] api.yml:');
  expect(worse).toContain('major books_purge: read → destroy [tool-effect-worse]');
  expect(await run('new-config.yml', 'old-config.yml')).toContain(
    'minor books_list: destroy → read [tool-effect-milder]',
  );
  rmSync(folder, { recursive: true });
});

test('as JSON, and nothing where nothing changes', async () => {
  expect(await diff(BASE, BASE, '')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing changes'),
  });
  const { out } = await diff(BASE, BASE + MANY, '', '--format', 'json', '--fail-on', 'minor');
  expect(JSON.parse(out)).toMatchObject({ format: 'sdkwright.agents-diff', version: 1 });
  expect(await diff(BASE, BASE, '', '--format', 'html')).toMatchObject({ code: 2 });
});
