/**
 * Documents with all that an operation can have, and the whole API that becomes of each: `whole/*.yml`, with
 * `*.config.yml` if there is one, and `*.expected.json`. `UPDATE_EXPECTED=1` rewrites what is expected; then
 * read it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createApiBuilder } from '../../generator/ir/build.ts';
import { typescript as TYPESCRIPT } from '../../generator/languages/typescript/data.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { print } from '../support/print.ts';

const folder = join(import.meta.dirname, 'whole');
const names = readdirSync(folder)
  .filter((file) => /^[^.]+\.yml$/.test(file))
  .map((file) => file.replace('.yml', ''));

async function apiOf(name: string): Promise<string> {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const hasConfig = existsSync(join(folder, `${name}.config.yml`));
  const project = await loadProject({
    io: memoryIo({
      'openapi.yml': read(`${name}.yml`),
      ...(hasConfig && { 'sdkwright.yml': read(`${name}.config.yml`) }),
    }),
    cwd: '/',
    allowRemote: false,
    ...(hasConfig ? { config: 'sdkwright.yml' } : { spec: 'openapi.yml' }),
  });
  if (!project.value) throw new Error(project.diagnostics.map((one) => one.message).join('\n'));
  const { value, diagnostics } = createApiBuilder(project.value.documents)(
    project.value.configFor(TYPESCRIPT),
  );
  const said = diagnostics.map(
    ({ code, message, origin }) => `${code} @ ${origin?.document ?? ''}${origin?.pointer ?? ''}: ${message}`,
  );
  return `${print({ ...value, said })}\n`;
}

it.each(names)('%s', async (name) => {
  const file = join(folder, `${name}.expected.json`);
  const actual = await apiOf(name);
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, actual);
  expect(() => void parse(actual)).not.toThrow();
  expect(actual).toBe(readFileSync(file, 'utf8'));
});
