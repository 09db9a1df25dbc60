/**
 * The protocol's own conformance suite, both revisions, over a server that is made from a document whose operations are
 * the suite's fixtures. Wants a build and the network: `npm run build && npm run bench:conformance`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SUITE = '@modelcontextprotocol/conformance@0.2.0-alpha.12';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cache = here('../../node_modules/.cache/conformance');
const [apiPort, port] = [4599, 4600];

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
const part = (type, body) => [Buffer.from(`--part\r\ncontent-type: ${type}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')];
const ANSWERS = new Map([
  ['/text', [200, 'text/plain', 'This is a simple text response for testing.']],
  ['/reconnection', [200, 'text/plain', 'Here again.']],
  ['/image', [200, 'image/png', Buffer.from(PIXEL, 'base64')]],
  ['/audio', [200, 'audio/wav', 'RIFF0000WAVE']],
  ['/resource', [200, 'application/octet-stream', Buffer.from([1, 2, 3])]],
  [
    '/multiple',
    [
      200,
      'multipart/mixed; boundary=part',
      Buffer.concat([
        ...part('text/plain', 'Multiple content types test:'),
        ...part('image/png', Buffer.from(PIXEL, 'base64')),
        ...part('application/octet-stream', Buffer.from([1, 2, 3])),
        Buffer.from('--part--\r\n'),
      ]),
    ],
  ],
  ['/events', [200, 'text/event-stream', [0, 50, 100].map((done) => `data: {"done":${done}}\n\n`).join('')]],
  ['/error', [400, 'application/json', '{"error":"This tool intentionally returns an error for testing"}']],
]);

const api = createServer((request, response) => {
  const known = ANSWERS.get(new URL(request.url, 'http://fixtures').pathname);
  const [status, type, body] = known ?? [200, 'application/json', '{"a":"b"}'];
  response.writeHead(status, { 'content-type': type });
  response.end(body);
});
await new Promise((done) => api.listen(apiPort, '127.0.0.1', done));

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', cwd: here('.') }).status;
run(process.execPath, [here('../../dist/cli/main.js'), 'generate', '--allow', 'outside', '--quiet']);
await build({
  entryPoints: ['main', 'sandbox-worker'].map((name) => `${cache}/mcp/src/${name}.ts`),
  outdir: `${cache}/dist`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  alias: { fixtures: `${cache}/sdk/src/index.ts` },
  external: ['@modelcontextprotocol/*', '@jitl/*', 'quickjs-emscripten-core'],
});
const server = spawn(process.execPath, [`${cache}/dist/main.js`, '--http', String(port), '--mode', 'tools']);
await new Promise((done) => server.stderr.once('data', done));
let failed = 0;
for (const version of ['2025-11-25', '2026-07-28']) {
  const suite = ['server', '--url', `http://127.0.0.1:${port}/mcp`, '--suite', 'all', '--spec-version', version];
  const expected = readFileSync(here('expected-failures.yml'), 'utf8').split('\n');
  const own = expected.filter((line) => !/# .* alone$/.test(line) || line.includes(`# ${version} `));
  writeFileSync(`${cache}/expected.yml`, own.join('\n'));
  const baseline = ['--expected-failures', `${cache}/expected.yml`];
  // The suite wants Node 22.
  const child = spawn('npx', ['-y', '-p', 'node@22', '-p', SUITE, 'conformance', ...suite, ...baseline], {
    stdio: 'inherit',
  });
  failed += await new Promise((done) => child.on('close', done));
}
server.kill();
api.close();
process.exitCode = failed === 0 ? 0 : 1;
