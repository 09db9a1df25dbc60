/**
 * `npm run bench:go`: what a Go SDK costs whoever uses it, beside bare net/http and encoding/json, and beside the
 * published SDK of the same API. Needs a build (`npm run build`), Go and GNU time; the published SDK comes from the Go
 * module proxy, the large document from the corpus.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = process.cwd();
const go = ['go', '/usr/local/go/bin/go'].find((name) => {
  try {
    execFileSync(name, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (go === undefined) throw new Error('needs Go');
const work = mkdtempSync(join(tmpdir(), 'sdkwright-go-bench-'));
const PUBLISHED = 'github.com/openai/openai-go/v3';
const VERSION = process.env.BENCH_GO_VERSION ?? 'v3.45.0';
const corpus = join(tmpdir(), 'sdkwright-corpus/files');
const shared = process.env.SDKWRIGHT_SHARED ?? resolve(root, '../shared');
const program = (name) => readFileSync(join(root, 'bench/go/programs', `${name}.go.txt`), 'utf8');

function unpacked() {
  if (existsSync(corpus)) return corpus;
  const archive = join(shared, 'corpus/dev.tar.xz');
  if (!existsSync(archive)) return undefined;
  execFileSync('tar', ['-xJf', archive, '-C', work]);
  return join(work, 'dev/files');
}

function generate(spec, out) {
  const main = join(root, 'dist/cli/main.js');
  const given = spec.endsWith('sdkwright.yml') ? ['--config', spec] : ['--spec', spec];
  execFileSync(process.execPath, [main, 'generate', '--target', 'go', ...given, '--out', out], { stdio: 'ignore' });
  return /^module (\S+)/.exec(readFileSync(join(out, 'go.mod'), 'utf8'))[1];
}

const env = (cache) => ({ ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off', GOCACHE: cache });

/** A cache that has the library alone, so that the SDK is what is built. */
const library = join(work, 'library');
function warm() {
  const folder = join(work, 'warm');
  mkdirSync(folder);
  writeFileSync(join(folder, 'go.mod'), 'module warm\n\ngo 1.24\n');
  const all = 'bytes context crypto/hmac crypto/rand encoding/json errors fmt io iter log maps mime mime/multipart net/http net/http/httputil net/http/httptest net/url os path/filepath reflect regexp slices sort strconv strings sync testing time unsafe runtime/debug math/rand embed encoding/base64';
  writeFileSync(join(folder, 'main.go'), `package main\nimport (\n${all.split(' ').map((each) => `_ "${each}"`).join('\n')}\n)\nfunc main() {}\n`);
  execFileSync(go, ['build', '-o', '/dev/null', '.'], { cwd: folder, env: env(library) });
}

/** A module with a program in it that uses an SDK. */
function moduleWith(name, { sdk, at, text }) {
  const folder = join(work, name);
  mkdirSync(folder);
  const replaced = at === undefined ? '' : `require ${sdk} ${/\/v(\d+)$/.exec(sdk) ? `v${/\/v(\d+)$/.exec(sdk)[1]}.0.0` : 'v0.0.0'}\nreplace ${sdk} => ${at}\n`;
  writeFileSync(join(folder, 'go.mod'), `module bench\n\ngo 1.24\n\n${replaced}`);
  writeFileSync(join(folder, 'main.go'), text.replaceAll('SDK', sdk).replaceAll(`"${sdk}"`, `"${sdk}"`));
  if (at === undefined) execFileSync(go, ['get', `${sdk}@${VERSION}`], { cwd: folder, env: { ...process.env, GOWORK: 'off' }, stdio: 'ignore' });
  return folder;
}

function build(folder) {
  const cache = join(work, `cache-${readdirSync(work).length}`);
  cpSync(library, cache, { recursive: true });
  const report = join(folder, 'time');
  execFileSync('/usr/bin/time', ['-f', '%U %S %M', '-o', report, go, 'build', '-ldflags=-s -w', '-o', 'program', '.'], { cwd: folder, env: env(cache), stdio: 'ignore' });
  const [user, system, kilobytes] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  rmSync(cache, { recursive: true, force: true });
  return { cpu: user + system, megabytes: kilobytes / 1024, size: statSync(join(folder, 'program')).size / 1e6 };
}

function run(folder) {
  execFileSync(go, ['build', '-o', 'program', '.'], { cwd: folder, env: { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' } });
  return JSON.parse(execFileSync(join(folder, 'program'), { encoding: 'utf8' }));
}

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const round = (value, digits = 2) => value.toFixed(digits);

try {
  warm();
  console.log('| | build CPU s | memory of the compiler MB | program MB | decode ms | × encoding/json | held kB | × |');
  console.log('|---|---|---|---|---|---|---|---|');
  const folder = unpacked();
  const large = folder && readdirSync(folder).find((name) => name.startsWith('openai.openai-node'));
  const rows = [];
  if (large) {
    const at = join(work, 'ours');
    rows.push(['ours', generate(join(folder, large), at), at]);
  }
  rows.push([`${PUBLISHED} ${VERSION}`, PUBLISHED, undefined]);
  for (const [title, sdk, at] of rows) {
    try {
      const key = at === undefined ? 'published' : 'own';
      const built = build(moduleWith(`${key}-build`, { sdk, at, text: program('build') }));
      const read = run(moduleWith(`${key}-decode`, { sdk, at, text: program('decode') }));
      row(title, round(built.cpu, 1), round(built.megabytes, 0), round(built.size, 1), round(read.sdkNs / 1e6), round(read.sdkNs / read.plainNs), round(read.sdkHeld / 1e3, 0), round(read.sdkHeld / read.plainHeld));
    } catch (error) {
      console.log(`${title}: not measured: ${String(error.stderr ?? error.message).slice(0, 400)}`);
    }
  }
  const at = join(work, 'smithery');
  const sdk = generate(join(root, 'specs/smithery/sdkwright.yml'), at);
  const calls = run(moduleWith('calls', { sdk, at, text: program('calls') }));
  console.log(`\none call: ${round(calls.sdkNs / 1e3, 0)} µs of CPU, ${round(calls.sdkNs / calls.bareNs)} × bare net/http (server included)`);
  console.log(`10,000 calls at a time: ${calls.togetherMs} ms, ${calls.failed} failed, ${calls.most} at the server at most`);
  console.log(`${calls.pages} pages: heap ${round(calls.early / 1e6)} MB after 1,000 and ${round(calls.late / 1e6)} MB after 9,999`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
