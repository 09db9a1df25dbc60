/**
 * The TypeScript SDK of each document of `whole` and of some of `test/ir/whole`: its files, apart from those
 * that are the same in every SDK, and the views that only overlays read. `UPDATE_EXPECTED=1` rewrites what
 * is expected; then read it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { render } from '../../generator/emit/render.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { generate } from '../support/generate.ts';
import { print } from '../support/print.ts';
import { templateSet } from '../support/sdk.ts';

const here = join(import.meta.dirname, 'whole');
const documents = [
  ...readdirSync(here)
    .filter((file) => /^[^.]+\.yml$/.test(file))
    .map((file): [string, string] => [file.replace('.yml', ''), here]),
  ...['chosen', 'configured', 'contents', 'parameters', 'schemas'].map((name): [string, string] => [
    name,
    join(import.meta.dirname, '../ir/whole'),
  ]),
];

const isOwn = (path: string): boolean =>
  /^(?:src\/(?:client|core|index|operations|pages|webhooks|resources|funcs|shapes)\b|README|api\.md|tests\/api|package)/.test(
    path,
  );

async function sdkOf(name: string, folder: string): Promise<string> {
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
  const { sdk, views } = generate(project.value);
  const all = views.forTemplates();
  const { value: files, diagnostics } = render(await templateSet(), { ...all }, isOwn);
  const { server, requests, testing, hasReference, hasFunctions, package: packageView } = all;
  const overlays = { server, requests, testing, hasReference, hasFunctions, package: packageView };
  return [
    ...files.map(({ path, text }) => `== ${path}\n${text}`),
    `== views\n${print(overlays)}\n`,
    `== notices\n${[...sdk.diagnostics, ...diagnostics].map(({ code, message }) => `${code}: ${message}\n`).join('')}`,
  ].join('\n');
}

it.each(documents)('%s', async (name, folder) => {
  const file = join(here, `${name}.expected.txt`);
  const actual = await sdkOf(name, folder);
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
});
