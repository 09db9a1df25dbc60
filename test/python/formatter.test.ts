/** Python where its formatter is not installed: it is an optional dependency. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { quietTerminal } from '../support/terminal.ts';

vi.mock('@astral-sh/ruff-wasm-nodejs', () => {
  throw new Error('Cannot find package');
});

const SPEC = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1.0.0' },
  servers: [{ url: 'https://zoo.test' }],
  paths: { '/animals': { get: { operationId: 'listAnimals', responses: { 200: { description: 'ok' } } } } },
});

async function generate(config: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'sdkwright-formatter-'));
  try {
    writeFileSync(join(cwd, 'zoo.json'), SPEC);
    writeFileSync(join(cwd, 'sdkwright.yml'), config);
    const terminal = quietTerminal(cwd);
    const args = ['generate', '--target', 'python', '--config', 'sdkwright.yml', '--out', 'sdk'];
    const code = await createProgram(terminal, new AbortController().signal).run(args);
    return { code, said: terminal.complained(), files: readdirSync(cwd) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

test('it is said once, with what to do, and nothing is written', async () => {
  const { code, said, files } = await generate('spec: zoo.json\n');
  expect(code).toBe(1);
  expect(said.match(/^error/gm)).toHaveLength(1);
  expect(said).toContain(
    'error[formatter-missing]: The package @astral-sh/ruff-wasm-nodejs is not installed',
  );
  expect(said).toContain('npm install @astral-sh/ruff-wasm-nodejs');
  expect(files).not.toContain('sdk');
});

test('without layout it is not needed', async () => {
  const { code, files } = await generate('spec: zoo.json\nformat: false\n');
  expect(code).toBe(0);
  expect(files).toContain('sdk');
});
