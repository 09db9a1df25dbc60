/**
 * `npm run bench:python`: what making both SDKs costs beside TypeScript's alone, and what a Python SDK costs
 * whoever uses it. Processor time, the least of runs that take turns. Needs a build (`npm run build`); a
 * large document is read from the corpus where that is there.
 */
import { execFileSync, fork } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { pythonForTests } from '../../test/python/venv.ts';
import { corpusDocuments } from '../corpus/documents.ts';
import { measure } from '../speed/measure.ts';

const TURNS = 12;
const LARGE = 'oad--digitalocean.com';

const root = process.cwd();
const python = pythonForTests();
if (python === undefined) throw new Error('needs Python');
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'sdkwright-python-'));

/** Processor time of making the SDKs of each config from nothing. */
function costs(...names: readonly string[]): readonly number[] {
  const found = names.map((): number[] => []);
  for (let turn = 0; turn < TURNS; turn++)
    for (const [at, name] of names.entries()) {
      const figures = measure({
        name,
        args: [join(root, 'dist/cli/main.js'), 'generate', '--config', name],
        cwd: work,
        before: () => rmSync(join(work, 'out'), { recursive: true, force: true }),
      });
      found[at]?.push(figures?.cpu ?? Number.NaN);
    }
  return found.map((all) => Math.min(...all));
}

/** The config with both targets below `out`, and the same without Python. */
function configs(name: string, text: string): readonly [both: string, alone: string] {
  const config = parseDocument(text);
  config.deleteIn(['out']);
  config.setIn(['targets', 'typescript', 'out'], `out/${name}-typescript`);
  config.setIn(['targets', 'python', 'out'], `out/${name}-python`);
  writeFileSync(join(work, `${name}-both.yml`), String(config));
  config.deleteIn(['targets', 'python']);
  writeFileSync(join(work, `${name}-alone.yml`), String(config));
  return [`${name}-both.yml`, `${name}-alone.yml`];
}

const documents = new Map<string, string>();
cpSync(join(root, 'specs/smithery/openapi.yml'), join(work, 'openapi.yml'));
documents.set('smithery', readFileSync(join(root, 'specs/smithery/sdkwright.yml'), 'utf8'));
const shared = process.env['SDKWRIGHT_SHARED'] ?? resolve(root, '../shared');
const large = existsSync(shared) ? corpusDocuments(shared).find((one) => one.id.includes(LARGE)) : undefined;
if (large) {
  cpSync(large.file, join(work, 'large.json'));
  const targets = `{ typescript: { package_name: large }, python: { package_name: large } }`;
  documents.set(
    'large',
    `spec: large.json\nunspecified_endpoints: generate\nresources: {}\ntargets: ${targets}\n`,
  );
}

const places: string[] = [];
try {
  for (const [name, text] of documents) {
    const [both, alone] = configs(name, text);
    const [least = 0, more = 0] = costs(alone, both);
    console.log(`generate ${name}: ${more.toFixed(2)} s, ${(more / least).toFixed(2)} x TypeScript alone`);
    cpSync(join(work, `out/${name}-python/src`), join(work, name), { recursive: true });
    places.push(join(work, name), name);
  }
  const server = fork(join(root, 'bench/runtime/server.mjs'));
  try {
    const port = await new Promise<number>((done) => void server.once('message', (one) => done(Number(one))));
    const script = join(root, 'bench/python/reach.py');
    execFileSync(python, [script, `http://127.0.0.1:${port}`, ...places], { stdio: 'inherit' });
  } finally {
    server.kill();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
