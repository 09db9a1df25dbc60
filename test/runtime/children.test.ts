import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileRuntime } from './compile.ts';

const run = promisify(execFile);
const child = (name: string): string => fileURLToPath(new URL(`./children/${name}.mjs`, import.meta.url));
/** Set to 1024 for a full gibibyte. */
const MEGABYTES = process.env['SDKWRIGHT_TRANSFER_MB'] ?? '192';
const LIMIT_MB = 64;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-runtime-'));
  compileRuntime(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it('leaves no rejection unhandled, wherever a call is aborted', async () => {
  const { stdout } = await run(process.execPath, ['--unhandled-rejections=strict', child('cancel'), folder]);
  expect(stdout).toBe('clean\n');
});

it(`moves ${MEGABYTES} MB without holding it`, async () => {
  const { stdout } = await run(process.execPath, [
    '--expose-gc',
    child('transfer'),
    folder,
    folder,
    MEGABYTES,
  ]);
  console.info(stdout);
  const results = stdout
    .trim()
    .split('\n')
    .map((line): { name: string; heldMB: number } => JSON.parse(line));
  expect(results).toHaveLength(6);
  expect(results.filter(({ heldMB }) => heldMB >= LIMIT_MB)).toEqual([]);
});

it('sends 10,000 requests, 100 at a time, over few sockets and without growing', async () => {
  const load = fileURLToPath(new URL('../../bench/runtime/load.mjs', import.meta.url));
  const { stdout } = await run(process.execPath, ['--expose-gc', load]);
  console.info(stdout);
  // What it costs beside bare fetch is printed, and bounded by nothing here: a busy machine would decide.
  const { heapGrowthMB, sockets }: { heapGrowthMB: number; sockets: number } = JSON.parse(stdout);
  expect(heapGrowthMB).toBeLessThan(10);
  // Every way of sending keeps its sockets: as many as requests in flight, and those that were closing.
  expect(sockets).toBeLessThanOrEqual(200);
});
