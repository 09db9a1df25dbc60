/** Which records of a last run are taken for one, and which runs leave none. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunResult, openLastRun } from '../../generator/cli/last-run.ts';
import { type Io, memoryIo } from '../../generator/source/io.ts';

const RESULT: RunResult = {
  figures: { files: 1, resources: 1, methods: 1, models: 0, warnings: 0, leftOut: 0 },
  inputs: ['openapi.yml'],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-records-'));
  writeFileSync(join(folder, 'openapi.yml'), 'a');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (options: { readonly build?: string | undefined; readonly cache?: string | undefined } = {}) =>
  openLastRun({
    cache: join(folder, 'cache'),
    build: 'build',
    cwd: folder,
    args: {},
    listFiles: (path) => Promise.resolve(path.endsWith('lost') ? undefined : ['a', 'b']),
    ...options,
  });

const records = (): readonly string[] =>
  existsSync(join(folder, 'cache')) ? readdirSync(join(folder, 'cache')) : [];

async function remembered(
  io: Io = memoryIo({ 'openapi.yml': 'a' }),
  result: RunResult = RESULT,
): Promise<void> {
  const run = open();
  await run.io(io).readFile('openapi.yml');
  run.remember(result, new Map());
}

/** What becomes of the record after a change. */
async function changed(change: (record: Record<string, unknown>) => unknown): Promise<boolean> {
  await remembered();
  const file = join(folder, 'cache', records()[0] ?? '');
  const record = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const next = change(record);
  writeFileSync(file, typeof next === 'string' ? next : JSON.stringify(next));
  return (await open().result()) !== undefined;
}

describe('a record', () => {
  it.each<[string, boolean, (record: Record<string, unknown>) => unknown]>([
    ['as it is', true, (record) => record],
    ['with a report', true, (record) => ({ ...record, report: { plain: 'a', colored: 'b' } })],
    ['with a report that is text', false, (record) => ({ ...record, report: 'a' })],
    ['with a report that is nothing', false, (record) => ({ ...record, report: null })],
    ['with a report without colours', false, (record) => ({ ...record, report: { plain: 'a' } })],
    ['with a report with colours alone', false, (record) => ({ ...record, report: { colored: 'a' } })],
    ['that is no JSON', false, () => '{'],
    ['that is a list', false, () => []],
    ['that is nothing', false, () => null],
    ['that is text', false, () => '"a"'],
    ['without figures', false, ({ figures: _, ...record }) => record],
    ['with a list of figures', false, (record) => ({ ...record, figures: [] })],
    [
      'without one figure',
      false,
      (record) => ({ ...record, figures: { ...RESULT.figures, leftOut: undefined } }),
    ],
    ['with half a figure', false, (record) => ({ ...record, figures: { ...RESULT.figures, files: 0.5 } })],
    ['without inputs', false, ({ inputs: _, ...record }) => record],
    ['with an input that is no text', false, (record) => ({ ...record, inputs: ['a', 5] })],
    ['with text as inputs', false, (record) => ({ ...record, inputs: 'a' })],
    ['without files', false, (record) => ({ ...record, files: [] })],
    ['with a file without a hash', false, (record) => ({ ...record, files: [['lost']] })],
    ['with a file that is not there', true, (record) => ({ ...record, files: [['lost', null]] })],
    ['with a file and more', false, (record) => ({ ...record, files: [['lost', null, 1]] })],
    ['with a file without a name', false, (record) => ({ ...record, files: [[5, null]] })],
    ['with a hash that is a number', false, (record) => ({ ...record, files: [['lost', 5]] })],
    ['with a file that is text', false, (record) => ({ ...record, files: ['ab'] })],
    ['with files that are no list', false, (record) => ({ ...record, files: { 0: ['lost', null] } })],
    ['with one good file of two', false, (record) => ({ ...record, files: [['lost', null], ['x']] })],
    ['without folders', false, ({ folders: _, ...record }) => record],
    ['with a folder that is not there', true, (record) => ({ ...record, folders: [['lost', null]] })],
    ['with a folder of other names', false, (record) => ({ ...record, folders: [['set', 'x']] })],
    ['with a folder that has come up', false, (record) => ({ ...record, folders: [['set', null]] })],
  ])('%s', async (_, isKnown, change) => expect(await changed(change)).toBe(isKnown));
});

describe('no record', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['of a build without an id', async () => open({ build: undefined }).remember(RESULT, new Map())],
    ['without a cache', async () => open({ cache: undefined }).remember(RESULT, new Map())],
    [
      'after a file with a fault',
      () =>
        remembered({ ...memoryIo({}), readFile: () => Promise.resolve({ kind: 'fault', reason: 'EIO' }) }),
    ],
    [
      'after a file outside',
      () =>
        remembered({ ...memoryIo({}), readFile: () => Promise.resolve({ kind: 'outside', folder: 'x' }) }),
    ],
    [
      'after a URL',
      async () => {
        const run = open();
        await run.io(memoryIo({})).readFile('openapi.yml');
        await run
          .io({ ...memoryIo({}), fetch: () => Promise.resolve({ kind: 'fault', reason: 'x' }) })
          .fetch('https://a.test');
        run.remember(RESULT, new Map());
      },
    ],
  ])('%s', async (_, run) => {
    await run();
    expect(records()).toEqual([]);
  });

  it('that is a folder', async () => {
    await remembered();
    const run = open();
    expect(await run.result()).toBeDefined();
    rmSync(join(folder, 'openapi.yml'));
    expect(await open().result()).toBeUndefined();
  });
});

it('names of a folder are kept apart', async () => {
  const run = open();
  await run.io(memoryIo({ 'openapi.yml': 'a' })).readFile('openapi.yml');
  const templates = { listFiles: () => Promise.resolve(['ab']), readText: () => Promise.resolve(undefined) };
  await run.templates(templates as never).listFiles('set');
  run.remember(RESULT, new Map());
  expect(await open().result()).toBeUndefined();
});
