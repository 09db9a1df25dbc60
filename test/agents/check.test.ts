/** `sdkwright check --agents` and `sdkwright plan --catalogue`, in the folder of the API of Smithery. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

async function run(...args: readonly string[]) {
  const terminal = quietTerminal(join(projectRoot, 'specs/smithery'));
  const code = await createProgram(terminal, new AbortController().signal).run([
    ...args,
    '--config',
    'sdkwright.yml',
    '--allow',
    'outside',
  ]);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

test('tells what the tools cost, and stays below the bar', async () => {
  const { code, out } = await run('check', '--agents', '--format', 'json');
  const found = JSON.parse(out) as {
    tools: number;
    tokens: number;
    effects: object;
    undescribed: { argument: string; place: string }[];
  };
  expect(code).toBe(0);
  expect(found.tools).toBe(52);
  expect(found.tokens).toBeGreaterThan(5000);
  expect(found.tokens).toBeLessThanOrEqual(8000);
  expect(found.effects).toEqual({ read: 24, write: 20, destroy: 8 });
  expect(found.undescribed[0]?.place).toMatch(/^openapi\.yml:\d+:\d+$/);
});

test('as text, the largest first, with places', async () => {
  const { code, out } = await run('check', '--agents');
  expect(code).toBe(0);
  expect(out).toMatch(/^52 tools: \d+ read, \d+ write, \d+ destroy\nThe list of tools is about \d+ tokens/);
  expect(out).toMatch(/\nLargest:\n {2}servers_list \d+\n/);
  expect(out).toMatch(/\n {2}openapi\.yml:\d+:\d+ \w+\.\w+/);
});

test('fails over its budget, and says what to do', async () => {
  const { code, err } = await run('check', '--agents', '--budget', '100');
  expect(code).toBe(1);
  expect(err).toContain('more than the 100 of --budget');
  expect((await run('check', '--agents', '--budget', 'much')).code).toBe(2);
});

test('the catalogue is JSON with every call', async () => {
  const { code, out } = await run('plan', '--catalogue');
  const found = JSON.parse(out) as { format: string; entries: { id: string; tool: string }[] };
  expect(code).toBe(0);
  expect(found.format).toBe('sdkwright.catalogue');
  expect(found.entries).toHaveLength(52);
  expect(found.entries.map((entry) => entry.tool)).toContain('servers_releases_list');
});
