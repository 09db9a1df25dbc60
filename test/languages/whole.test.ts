/**
 * The TypeScript SDK of each document of `whole` and of some of `test/ir/whole`: its files, apart from those
 * that are the same in every SDK, and the views that only overlays read. `UPDATE_EXPECTED=1` rewrites what
 * is expected; then read it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { render } from '../../generator/emit/render.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { generate } from '../support/generate.ts';
import { print } from '../support/print.ts';
import { templateSet } from '../support/sdk.ts';
import { expectStored } from '../support/stored.ts';

const here = join(import.meta.dirname, 'whole');
const BESIDE = join(import.meta.dirname, '../ir/whole');
/** Name of what is expected, the document, and the config; empty: the document's own, if there is any. */
const documents: readonly (readonly [string, string, string])[] = [
  ...['chosen', 'configured', 'contents', 'parameters', 'schemas'].map(
    (name) => [name, join(BESIDE, name), ''] as const,
  ),
  ['types', join(here, 'types'), ''],
  [
    'types-dates',
    join(here, 'types'),
    'targets: { typescript: { options: { dates: date, int64: bigint } } }',
  ],
  ['types-published', join(here, 'types'), "edition: '2025-01-01'"],
  ['features', join(here, 'features'), ''],
  ['pages', join(here, 'pages'), ''],
  ['pages-published', join(here, 'pages'), "edition: '2025-10-10'"],
];

const isOwn = (path: string): boolean =>
  /^(?:src\/(?:client|core|index|operations|pages|webhooks|resources|funcs|shapes)\b|README|api\.md|tests\/api|package)/.test(
    path,
  );

async function sdkOf(document: string, given: string): Promise<string> {
  const own = `${document}.config.yml`;
  const config = given === '' && existsSync(own) ? readFileSync(own, 'utf8') : given;
  const project = await loadProject({
    io: memoryIo({
      'openapi.yml': readFileSync(`${document}.yml`, 'utf8'),
      ...(config !== '' && { 'sdkwright.yml': config }),
    }),
    cwd: '/',
    allowRemote: false,
    spec: 'openapi.yml',
    ...(config !== '' && { config: 'sdkwright.yml' }),
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

it.each(documents)('%s', async (name, document, config) =>
  expectStored(join(here, `${name}.expected.txt`), await sdkOf(document, config)),
);
