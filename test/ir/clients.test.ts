/**
 * What a document and a config say about the client, case by case: `clients.yml`, and what becomes of each in
 * `clients.expected.json`. `UPDATE_EXPECTED=1` rewrites what is expected; then read it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createApiBuilder } from '../../generator/ir/build.ts';
import { typescript as TYPESCRIPT } from '../../generator/languages/typescript/data.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { print } from '../support/print.ts';

interface Case {
  readonly document: object;
  readonly config?: object;
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const cases = parse(read('clients.yml')) as Readonly<Record<string, Case>>;

async function clientOf({ document, config }: Case): Promise<unknown> {
  const project = await loadProject({
    io: memoryIo({
      'openapi.yml': JSON.stringify({ openapi: '3.1.0', info: { version: '1' }, paths: {}, ...document }),
      ...(config && { 'sdkwright.yml': JSON.stringify({ edition: '2026-11-23', resources: {}, ...config }) }),
    }),
    cwd: '/',
    allowRemote: false,
    spec: 'openapi.yml',
    ...(config && { config: 'sdkwright.yml' }),
  });
  if (!project.value) throw new Error(project.diagnostics.map((one) => one.message).join('\n'));
  const { value, diagnostics } = createApiBuilder(project.value.documents)(
    project.value.configFor(TYPESCRIPT),
  );
  const { name, envPrefix, environments, baseURLEnv, idempotencyHeader, retryPolicy, ...client } =
    value.client;
  return {
    title: value.info.title,
    ...{ name, envPrefix, environments, baseURLEnv, idempotencyHeader, retryPolicy },
    isNameGiven: client.isNameGiven,
    options: client.options.map((option) => [option.key, option.readEnv]),
    security: value.security,
    notices: diagnostics
      .filter((one) => one.code !== 'no-operations')
      .map((one) => `${one.code} @ ${one.origin?.pointer ?? ''}: ${one.message}`),
  };
}

it('clients', async () => {
  const actual: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(cases)) actual[name] = await clientOf(each);
  const text = `${print(actual)}\n`;
  if (process.env['UPDATE_EXPECTED'] === '1')
    writeFileSync(join(import.meta.dirname, 'clients.expected.json'), text);
  expect(text).toBe(read('clients.expected.json'));
});
