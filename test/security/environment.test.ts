/**
 * Environments that are not as they should be, and signals: the run ends as it should, and nothing is half
 * done.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { createOutput, lines } from '../output/support.ts';
import { type Scene, createScene } from './support.ts';

const PROGRAM = join(projectRoot, 'dist/cli/main.js');
const GENERATE = ['generate', '--spec', 'openapi.yml', '--out', 'sdk'];

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
  readonly seconds: number;
}

function start(
  scene: Scene,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const from = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: join(scene.top, 'repository'),
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    child,
    ended: new Promise((resolve) =>
      child.on('close', (code, signal) =>
        resolve({ code, signal, said, seconds: (performance.now() - from) / 1000 }),
      ),
    ),
  };
}

describe.skipIf(process.platform === 'win32')('a cache that cannot be written', () => {
  test.each<readonly [string, (scene: Scene) => NodeJS.ProcessEnv]>([
    ['HOME is in /proc', () => ({ HOME: '/proc/nohome' })],
    ['XDG_CACHE_HOME is in /proc', () => ({ HOME: '/proc/nohome', XDG_CACHE_HOME: '/proc/nohome/cache' })],
    ['the cache is a file', ({ top, put }) => (put('cache', ''), { XDG_CACHE_HOME: join(top, 'cache') })],
    [
      'its folder is a file',
      ({ top, put }) => (put('cache/sdkwright', ''), { XDG_CACHE_HOME: join(top, 'cache') }),
    ],
    ['HOME is empty', () => ({ HOME: '' })],
    ['XDG_CACHE_HOME is relative', () => ({ XDG_CACHE_HOME: 'cache', HOME: '/proc/nohome' })],
  ])('%s', async (_title, environment) => {
    const scene = createScene();
    const run = start(scene, environment(scene), GENERATE);
    const guard = setTimeout(() => run.child.kill('SIGKILL'), 30_000);
    const { code, said } = await run.ended;
    clearTimeout(guard);
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/^\d+ files · .* s\nNo config: [^\n]*\n$/),
    });
    expect(existsSync(join(scene.top, 'repository/sdk/src/client.ts'))).toBe(true);
    expect(
      Object.keys(scene.tree('repository')).filter((path) => path.startsWith('repository/cache')),
    ).toEqual([]);
  });
});

/** A document that takes seconds. */
const long = (): string => {
  const schemas = Array.from(
    { length: 4000 },
    (_unused, at) =>
      `    Thing${at}: { type: object, properties: { ${Array.from({ length: 20 }, (_none, field) => `field${field}: { type: string, description: "Text ${field} of ${at}" }`).join(', ')} } }`,
  );
  const paths = Array.from(
    { length: 1500 },
    (_unused, at) =>
      `  /things${at}: { get: { operationId: getThing${at}, responses: { '200': { description: One, content: { application/json: { schema: { $ref: '#/components/schemas/Thing${at}' } } } } } } }`,
  );
  return `openapi: 3.1.0\ninfo: { title: Long, version: 1.0.0 }\nservers: [{ url: https://long.example }]\npaths:\n${paths.join('\n')}\ncomponents:\n  schemas:\n${schemas.join('\n')}\n`;
};

describe.skipIf(process.platform === 'win32')('a signal', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends a run that computes, at once and with nothing written',
    async (signal) => {
      const scene = createScene();
      scene.put('repository/openapi.yml', long());
      const { child, ended } = start(scene, { XDG_CACHE_HOME: join(scene.top, 'cache') }, GENERATE);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const from = performance.now();
      child.kill(signal);
      // As the system reports it; a shell makes 130 of SIGINT and 143 of SIGTERM.
      expect(await ended).toMatchObject({ code: null, signal });
      expect((performance.now() - from) / 1000).toBeLessThan(1);
      expect(existsSync(join(scene.top, 'repository/sdk'))).toBe(false);
    },
  );

  test('is heard while files are written, and everything is put back', async () => {
    const out = createOutput();
    await out.run({ 'a.ts': lines(3) });
    const before = out.files(true);
    const controller = new AbortController();
    // As a signal arrives: not before the process takes a turn.
    const { codes } = await out.run(
      Object.fromEntries(Array.from({ length: 300 }, (_unused, at) => [`src/f${at}.ts`, lines(2)])),
      {
        signal: controller.signal,
        between: () => setImmediate(() => setImmediate(() => setImmediate(() => controller.abort()))),
      },
    );
    expect(codes).toEqual(['output-interrupted']);
    expect(out.files(true)).toEqual(before);
  });

  test('the second one while files are written ends the process with 130', async () => {
    const scene = createScene();
    const { outputFiles } = await build({
      stdin: { contents: HOLD, resolveDir: projectRoot },
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
    });
    scene.put('repository/hold.mjs', outputFiles[0]?.text ?? '');
    const child = spawn(process.execPath, ['hold.mjs'], {
      cwd: join(scene.top, 'repository'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const heard: string[] = [];
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.on('data', (chunk: Buffer) => {
      heard.push(chunk.toString().trim());
      child.kill('SIGINT');
    });
    expect([await ended, heard]).toEqual([130, ['held', 'aborted']]);
  });
});

const HOLD = `import { holdSignals } from './generator/cli/interrupt.ts';
const controller = new AbortController();
holdSignals(controller);
controller.signal.addEventListener('abort', () => console.log('aborted'));
console.log('held');
setTimeout(() => undefined, 20_000);
`;
