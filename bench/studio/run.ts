/**
 * What the studio costs: a change from the click to the answer with the tree, the method and its code anew;
 * the page's bytes and first paint; the server's memory against that of `generate`. Built first:
 * `npm run build && npm run bench:studio -- <document> …`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../test/support/chromium.ts';

const MAIN = resolve('dist/cli/main.js');
const CHANGES = 9;
const executablePath = findChromium();
const documents = process.argv.slice(2);
if (documents.length === 0) documents.push('specs/smithery/openapi.yml');

const page = ['index.html', 'studio.css', 'studio.js'].map(
  (name) => gzipSync(readFileSync(resolve('dist/studio-page', name))).length,
);
console.log(`page ${(page.reduce((a, b) => a + b) / 1024).toFixed(0)} KiB compressed`);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const peakOf = (child: ChildProcess | number): number => {
  const pid = typeof child === 'number' ? child : child.pid;
  const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(found ?? 0) / 1024;
};

/** Processor time of the server so far, which other work on the machine does not lengthen as it does the clock. */
const workOf = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

for (const document of documents) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-studio-'));
  const spec = `openapi${/\.[a-z]+$/.exec(document)?.[0] ?? ''}`;
  copyFileSync(resolve(document), join(folder, spec));
  spawnSync(process.execPath, [MAIN, 'init', spec], { cwd: folder });
  const time = spawnSync(
    '/usr/bin/env',
    [
      'bash',
      '-c',
      `exec 3>&2; "${process.execPath}" "${MAIN}" generate & p=$!; m=0; while kill -0 $p 2>/dev/null; do v=$(awk '/VmHWM/{print $2}' /proc/$p/status 2>/dev/null); [ -n "$v" ] && m=$v; sleep 0.05; done; echo "PEAK $m" >&3`,
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') } },
  );
  const generated = Number(/PEAK (\d+)/.exec(time.stderr)?.[1] ?? 0) / 1024;
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, 'studio', '--port', '0'], { cwd: folder });
  const url = await new Promise<string>((done) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += String(data);
      const found = /http:\S+/.exec(text)?.[0];
      if (found) done(found);
    });
  });
  const start = performance.now() - started;
  const { port, searchParams, origin } = new URL(url);
  const headers = {
    cookie: `sdkwright-studio-${port}=${searchParams.get('token')}`,
    origin,
    'content-type': 'application/json',
  };
  const get = async (path: string): Promise<any> => (await fetch(`${origin}${path}`, { headers })).json();
  const post = async (path: string, body: object): Promise<any> =>
    (await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  const state = await get('/api/state');
  const methods: any[] = [];
  const walk = (resource: any): void => {
    methods.push(...resource.methods);
    resource.children.forEach(walk);
  };
  walk(state.root);
  const id = methods[Math.floor(methods.length / 2)].id;
  const asked = `id=${encodeURIComponent(id)}&language=${state.languages[0].name}`;
  const seen = async (): Promise<unknown> =>
    Promise.all([get(`/api/method?${asked}`), get(`/api/code?${asked}`)]);
  await seen();
  const trees: number[] = [];
  const all: number[] = [];
  const before = workOf(child);
  for (let at = 0; at < CHANGES; at += 1) {
    const from = performance.now();
    const answer = await post('/api/action', {
      action: { kind: 'rename', method: id, key: `name_${at}` },
      label: 'rename',
    });
    if (!answer.ok) throw new Error(answer.reason);
    trees.push(performance.now() - from);
    await seen();
    all.push(performance.now() - from);
  }
  const work = (workOf(child) - before) / CHANGES;
  let paint = 0;
  if (executablePath !== undefined) {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const tab = await browser.newPage();
    const from = performance.now();
    await tab.goto(url);
    await tab.getByRole('treeitem').first().waitFor();
    paint = performance.now() - from;
    await browser.close();
  }
  const memory = peakOf(child);
  child.kill();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${basename(document)}: ${methods.length} methods · open ${(start / 1000).toFixed(1)} s · change: tree ${median(trees).toFixed(0)} ms, all that is shown ${median(all).toFixed(0)} ms (slowest ${Math.max(...all).toFixed(0)}; ${work.toFixed(0)} ms of processor) · tree in the browser after ${paint.toFixed(0)} ms · peak ${memory.toFixed(0)} MiB, generate ${generated.toFixed(0)} MiB (${(memory / generated).toFixed(2)} ×)`,
  );
}
