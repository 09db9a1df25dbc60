/**
 * The packages for agents as strangers install them: Smithery's SDK, server and command line are built, packed and
 * installed into an empty folder, and judged by other people's programs. Wants a build and the network:
 * `npm run build && npm run bench:agents`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INSPECTOR = '@modelcontextprotocol/inspector@2.12.0';
const MCPB = '@anthropic-ai/mcpb@2.1.2';
const OLDER_CLIENT = '@modelcontextprotocol/sdk@1.32.2';
const BARS = { megabytes: 25, packages: 8, cpu: 3, late: 200, peak: 600 };
const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/agents-installed');
const failures = [];

const run = (command, args, { cwd = cache, env = process.env, ...options } = {}) =>
  spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000, ...options });
const must = (command, args, options) => {
  const result = run(command, args, options);
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${result.stdout}${result.stderr}`);
  return result.stdout;
};
const judge = (name, passes, figure = '') => {
  console.log(`${passes ? 'pass' : 'FAIL'}  ${name}${figure && `: ${figure}`}`);
  if (!passes) failures.push(name);
};

rmSync(cache, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });
const tarballs = [];
for (const name of ['smithery', 'smithery-mcp', 'smithery-cli']) {
  const folder = join(cache, name);
  cpSync(join(root, 'generated', name), folder, { recursive: true });
  must('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...tarballs.slice(0, 1)], { cwd: folder });
  must('npm', ['run', 'build'], { cwd: folder });
  tarballs.push(join(folder, must('npm', ['pack', '--silent'], { cwd: folder }).trim().split('\n').at(-1)));
}
const [sdk, server, commands] = tarballs;
const install = (folder, ...packages) => {
  mkdirSync(join(cache, folder));
  writeFileSync(join(cache, folder, 'package.json'), '{"private":true,"type":"module"}');
  must('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: join(cache, folder) });
  return join(cache, folder, 'node_modules');
};

// What an installation costs.
const forServer = install('server', sdk, server);
const forCommands = install('commands', sdk, commands);
for (const [name, modules] of [
  ['server', forServer],
  ['command line', forCommands],
]) {
  const { packages, bytes } = sizeOf(modules);
  const megabytes = bytes / 1e6;
  const figure = `${megabytes.toFixed(1)} MB, ${packages} packages`;
  judge(`installation of the ${name}`, megabytes <= BARS.megabytes && packages <= BARS.packages, figure);
}

// Programs of other people, on the Node that they want. No credential is in the environment.
const judges = install('judges', 'node@22', INSPECTOR, MCPB, OLDER_CLIENT);
const withoutCredential = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('SMITHERY_')),
);
const env = { ...withoutCredential, PATH: `${join(judges, '.bin')}:${process.env.PATH}` };
const main = join(forServer, '@smithery/api-mcp/dist/main.js');
const inspector = (...args) => run('mcp-inspector', ['--cli', ...args], { env });
const CALLS = {
  tools: ['servers_get', 'qualifiedName=acme/weather'],
  code: ['execute', 'code=return await client.servers.get("acme/weather")'],
  both: ['search_docs', 'query=list servers'],
};
for (const [mode, [tool, argument]] of Object.entries(CALLS)) {
  const call = ['--method', 'tools/call', '--tool-name', tool, '--tool-arg', argument];
  const { port, stop } = await startHttp(mode);
  for (const [transport, target] of [
    ['stdio', [process.execPath, main, '--mode', mode]],
    ['HTTP', [`http://127.0.0.1:${port}/mcp`, '--transport', 'http']],
  ]) {
    const listed = inspector(...target, '--method', 'tools/list').stdout;
    judge(`inspector lists ${mode} over ${transport}`, listed.includes(`"name": "${tool}"`));
    const called = inspector(...target, ...call).stdout;
    const expected = tool === 'search_docs' ? 'client.servers.list' : 'SMITHERY_API_KEY';
    judge(`inspector calls ${tool} over ${transport}`, called.includes(expected));
  }
  stop();
}
writeFileSync(join(cache, 'judges/older.mjs'), olderClient());
judge(
  'the official client of the older line lists and calls in each mode',
  run(process.execPath, [join(cache, 'judges/older.mjs'), main], { env }).stdout.trim() === 'tools 52, code 2, both 54',
);

judge('mcpb validate', run('mcpb', ['validate', join(cache, 'smithery-mcp/manifest.json')], { env }).status === 0);
for (const name of ['smithery-mcp', 'smithery-cli']) {
  const cwd = join(cache, name);
  judge(`publint ${name}`, run(join(root, 'node_modules/.bin/publint'), ['--strict'], { cwd }).status === 0);
}
const attw = run(join(root, 'node_modules/.bin/attw'), [server, '--profile', 'esm-only']);
judge('attw smithery-mcp', attw.status === 0);

// Processor time beside a bare Node: the least of several runs, which take turns.
const list = `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'a', version: '1' } } })}
${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}
${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' })}
`;
const PROGRAMS = {
  node: [['-e', '']],
  'tools/list': [[main, '--mode', 'tools'], list],
  '--help': [[join(forCommands, '@smithery/api-cli/dist/main.js'), '--help']],
};
const NODES = { [process.version]: process.execPath, 'Node 22': join(judges, '.bin/node') };
for (const [version, node] of Object.entries(NODES)) {
  const least = Object.fromEntries(Object.keys(PROGRAMS).map((name) => [name, Infinity]));
  for (let turn = 0; turn < 15; turn += 1)
    for (const [name, [args, input = '']] of Object.entries(PROGRAMS))
      least[name] = Math.min(least[name], processorTime(node, args, input));
  for (const name of ['tools/list', '--help']) {
    const ratio = least[name] / least.node;
    const figure = `${ratio.toFixed(2)} × (${(least[name] * 1000).toFixed(0)} ms, bare Node ${(least.node * 1000).toFixed(0)} ms)`;
    judge(`processor time of ${name}, ${version}`, ratio <= BARS.cpu, figure);
  }
}
// How late the server answers others while code misbehaves, the least of three turns, and the most memory that it took.
const ATTACKS = [
  'for (;;);',
  'return { toJSON() { for (;;); } }',
  'return /^(a+)+$/.test("a".repeat(40) + "!")',
  'const all = []; for (;;) all.push(new Array(1e5).fill(1))',
  'let text = "x"; for (;;) text += text',
  'const f = () => f(); f()',
  'for (;;) console.log("x".repeat(1e5))',
  'return JSON.parse("[".repeat(1e5) + "]".repeat(1e5))',
  'return await Promise.all(Array.from({ length: 1e4 }, () => client.servers.get("a")))',
  'return await Promise.all(Array.from({ length: 90 }, () => client.servers.create("a", { description: "x".repeat(2e5) })))',
  'throw new Error("y".repeat(1e7))',
];
{
  const { port, pid, stop } = await startHttp('code');
  let late = 0;
  for (const code of ATTACKS) {
    const turns = [];
    for (let turn = 0; turn < 3; turn += 1) turns.push(await latest(port, code));
    late = Math.max(late, Math.min(...turns));
  }
  judge('the server answers others while code misbehaves', late < BARS.late, `${late.toFixed(0)} ms late at most`);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  judge('memory of the server meanwhile', peak < BARS.peak, `${peak.toFixed(0)} MiB`);
  stop();
}
process.exitCode = failures.length > 0 ? 1 : 0;

/** Most milliseconds that a small request takes while code runs; after two seconds the client goes away. */
async function latest(port, code) {
  const url = `http://127.0.0.1:${port}`;
  const params = { name: 'execute', arguments: { code } };
  let isDone = false;
  const running = fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    signal: AbortSignal.timeout(2000),
  })
    .then((response) => response.text())
    .catch(() => undefined)
    .finally(() => (isDone = true));
  let most = 0;
  while (!isDone) {
    const from = performance.now();
    await (await fetch(`${url}/nothing`)).text();
    most = Math.max(most, performance.now() - from);
    await new Promise((done) => setTimeout(done, 10));
  }
  await running;
  return most;
}

function sizeOf(modules) {
  const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);
  const names = readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(join(modules, name)) : [name]));
  return { packages: names.length, bytes };
}

async function startHttp(mode) {
  const child = spawn(process.execPath, [main, '--mode', mode, '--http', '0'], { env, cwd: cache });
  const text = await new Promise((done) => child.stderr.once('data', (data) => done(String(data))));
  return { port: /127\.0\.0\.1:(\d+)/.exec(text)?.[1], pid: child.pid, stop: () => child.kill() };
}

/** User and system seconds of a run, from the process that waits for it: it is told in hundredths, so of several. */
function processorTime(node, args, input) {
  const runs = 5;
  const program = `const { spawnSync } = require('node:child_process');
for (let run = 0; run < ${runs}; run++)
  spawnSync(${JSON.stringify(node)}, ${JSON.stringify(args)}, { input: ${JSON.stringify(input)}, stdio: ['pipe', 'ignore', 'ignore'] });
const fields = require('node:fs').readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
// cutime and cstime, the time of children that have ended.
console.log((Number(fields[13]) + Number(fields[14])) / 100);`;
  return Number(must(process.execPath, ['-e', program])) / runs;
}

function olderClient() {
  return `import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
const counts = [];
for (const mode of ['tools', 'code', 'both']) {
  const client = new Client({ name: 'older', version: '1.0.0' });
  const args = [process.argv[2], '--mode', mode];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
  const { tools } = await client.listTools();
  const name = mode === 'code' ? 'execute' : 'servers_get';
  const given = mode === 'code' ? { code: 'return await client.servers.get("a")' } : { qualifiedName: 'a' };
  const answer = await client.callTool({ name, arguments: given });
  if (!JSON.stringify(answer).includes('SMITHERY_API_KEY')) throw new Error(JSON.stringify(answer));
  counts.push(mode + ' ' + tools.length);
  await client.close();
}
console.log(counts.join(', '));
`;
}
