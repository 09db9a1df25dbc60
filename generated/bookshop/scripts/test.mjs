// Starts a mock server for the API document, runs the tests against it, and stops it.
// If TEST_API_BASE_URL is set, the tests use that server instead. Arguments are passed to vitest.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** Path of the program of an installed package, to start it without a shell. */
function programOf(name) {
  let folder = dirname(require.resolve(name));
  for (;;) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (manifest.name === name) {
        return join(folder, typeof manifest.bin === 'string' ? manifest.bin : Object.values(manifest.bin)[0]);
      }
    } catch (error) {
      if (dirname(folder) === folder) {
        throw error;
      }
    }
    folder = dirname(folder);
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });

async function startMock() {
  const port = await freePort();
  const mock = spawn(
    process.execPath,
    [
      programOf('@stoplight/prism-cli'),
      'mock',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      join(root, 'openapi.documented.yml'),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  mock.stdout.on('data', (chunk) => (output = (output + chunk).slice(-5000)));
  mock.stderr.on('data', (chunk) => (output = (output + chunk).slice(-5000)));
  // Large documents take up to a minute.
  for (let waited = 0; !(await answers(port)); waited += 100) {
    if (mock.exitCode !== null || waited > 180_000) {
      throw new Error(`The mock server did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url: `http://127.0.0.1:${port}`, stop: () => mock.kill() };
}

const mock = process.env.TEST_API_BASE_URL ? undefined : await startMock();
const tests = spawn(
  process.execPath,
  [programOf('vitest'), 'run', '--root', root, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, TEST_API_BASE_URL: process.env.TEST_API_BASE_URL ?? mock?.url },
  },
);
tests.once('exit', (status) => {
  mock?.stop();
  process.exitCode = status ?? 1;
});
