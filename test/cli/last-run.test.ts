/** A run over the same bytes stops after comparing them; any difference makes it run. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LastRun, openLastRun } from '../../generator/cli/last-run.ts';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { hashText } from '../../generator/output/text.ts';
import { diskIo } from '../../generator/source/io.ts';

const RESULT = {
  figures: { files: 1, resources: 1, methods: 1, models: 0, warnings: 0, leftOut: 0 },
  inputs: ['openapi.yml'],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-last-'));
  for (const [name, text] of [
    ['openapi.yml', 'a'],
    ['set/target.yaml', 'b'],
    ['sdk/index.ts', 'c'],
    ['sdk/new.ts', 'new\n'],
  ] as const) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const templates = () => diskTemplates(folder, join(folder, 'shipped'));
const openAs = (build: string | undefined, args: object = {}): LastRun =>
  openLastRun({ cache: join(folder, 'cache'), build, cwd: folder, args, listFiles: templates().listFiles });
const open = (): LastRun => openAs('build');

/**
 * A run that looks for a config that is not there, reads a document and a template set, and writes one file.
 */
async function make(run: LastRun): Promise<void> {
  const io = run.io(diskIo(folder));
  await io.readFile('sdkwright.yml');
  await io.readFile('openapi.yml');
  const set = run.templates(templates());
  for (const path of (await set.listFiles(join(folder, 'set'))) ?? [])
    await set.readText(join(folder, 'set', path));
  run.remember(
    RESULT,
    new Map([
      [join(folder, 'sdk/index.ts'), undefined],
      [join(folder, 'sdk/new.ts'), hashText('new\n')],
    ]),
  );
}

it('knows a run that would read and write the same', async () => {
  await make(open());
  expect(await open().result()).toMatchObject(RESULT);
});

it.each<readonly [string, () => void]>([
  ['an input', () => writeFileSync(join(folder, 'openapi.yml'), 'other')],
  ['an input that is gone', () => rmSync(join(folder, 'openapi.yml'))],
  ['a config that was looked for and is there now', () => writeFileSync(join(folder, 'sdkwright.yml'), '')],
  ['a template', () => writeFileSync(join(folder, 'set/target.yaml'), 'other')],
  ['a template that came up', () => writeFileSync(join(folder, 'set/more.hbs'), '')],
  ['the output', () => writeFileSync(join(folder, 'sdk/index.ts'), 'edited')],
  ['an output that was written just then', () => writeFileSync(join(folder, 'sdk/new.ts'), 'edited')],
  ['an output that is gone', () => rmSync(join(folder, 'sdk/index.ts'))],
])('runs again after a change of %s', async (_what, change) => {
  await make(open());
  change();
  expect(await open().result()).toBeUndefined();
});

it('runs again for another build and for other arguments', async () => {
  await make(open());
  expect(await openAs('next').result()).toBeUndefined();
  expect(await openAs('build', { out: 'elsewhere' }).result()).toBeUndefined();
});

it('remembers nothing of a run without a build, of remote inputs, or of a torn record', async () => {
  await make(openAs(undefined));
  expect(await openAs(undefined).result()).toBeUndefined();
  const remote = open();
  await remote
    .io({ ...diskIo(folder), fetch: async () => ({ kind: 'fault', reason: 'status 404' }) })
    .fetch('https://x.example');
  await make(remote);
  expect(await open().result()).toBeUndefined();
  await make(open());
  const [record = ''] = readdirSync(join(folder, 'cache'));
  writeFileSync(join(folder, 'cache', record), '{');
  expect(await open().result()).toBeUndefined();
});
