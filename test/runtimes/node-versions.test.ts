/** The built program, and the tests of an SDK that it made, in every supported version of Node.js. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SdkFolder, sdkFolder } from '../samples/support/sdk-folder.ts';
import { NODE_VERSIONS, environmentOf, nodeOf } from '../support/nodes.ts';
import { projectRoot } from '../support/shared.ts';

const PROGRAM = join(projectRoot, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-nodes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

const run = (node: string, args: readonly string[], cwd = folder): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      node,
      [...args],
      { cwd, env: { ...environmentOf(node), XDG_CACHE_HOME: join(folder, 'cache') }, maxBuffer: 1 << 26 },
      (error, out, err) => resolve({ code: error ? (error.code ?? null) : 0, out, err }),
    );
  });

const treeOf = (root: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
  );

let sdk: SdkFolder;

beforeAll(async () => {
  sdk = await sdkFolder('bookshop', 'node-versions');
  cpSync(join(projectRoot, 'specs/bookshop/openapi.yml'), join(folder, 'openapi.yml'));
  writeFileSync(
    join(folder, 'old.yml'),
    readFileSync(join(folder, 'openapi.yml'), 'utf8').replaceAll(
      'operationId: listBooks',
      'operationId: searchBooks',
    ),
  );
});

describe.each(NODE_VERSIONS)('Node %i', (version) => {
  test('version, generate, check, diff', async () => {
    const node = await nodeOf(version);
    expect((await run(node, ['--version'])).out).toMatch(new RegExp(`^v${version}\\.`));
    const { version: own } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    // Standard error too: a flag that V8 does not know is said there, and the program goes on.
    expect(await run(node, [PROGRAM, '--version'])).toEqual({ code: 0, out: `${own}\n`, err: '' });
    const out = `sdk-${version}`;
    expect(await run(node, [PROGRAM, 'generate', '--spec', 'openapi.yml', '--out', out])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^(?:.*\n)*\d+ files · .* s\nNo config: .*\n$/),
    });
    expect(
      await run(node, [PROGRAM, 'generate', '--spec', 'openapi.yml', '--out', out, '--check', '--quiet']),
    ).toEqual({ code: 0, out: '', err: '' });
    // Its formatter is WebAssembly, for which V8 gets flags of its own.
    const python = ['--target', 'python', '--spec', 'openapi.yml', '--out', `python-${version}`, '--quiet'];
    expect(await run(node, [PROGRAM, 'generate', ...python])).toEqual({ code: 0, out: '', err: '' });
    expect(await run(node, [PROGRAM, 'check', '--spec', 'openapi.yml', '--format', 'json'])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await run(node, [PROGRAM, 'diff', 'openapi.yml', 'openapi.yml'])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await run(node, [PROGRAM, 'diff', 'old.yml', 'openapi.yml', '--fail-on', 'none'])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(treeOf(join(folder, out)).size).toBeGreaterThan(50);
  });

  test('the tests of a generated SDK pass', async () => {
    const node = await nodeOf(version);
    const outcome = await run(
      node,
      ['scripts/test.mjs', '--reporter=json', `--outputFile=report-${version}.json`],
      sdk.folder,
    );
    const report = JSON.parse(readFileSync(join(sdk.folder, `report-${version}.json`), 'utf8')) as {
      readonly numPassedTests: number;
      readonly numFailedTests: number;
    };
    expect({ code: outcome.code, failed: report.numFailedTests }).toEqual({ code: 0, failed: 0 });
    expect(report.numPassedTests).toBeGreaterThanOrEqual(75);
  }, 300_000);
});

test('every version makes the same bytes', () => {
  for (const name of ['sdk', 'python']) {
    const [first, ...others] = NODE_VERSIONS.map((version) => treeOf(join(folder, `${name}-${version}`)));
    expect(first?.size).toBeGreaterThan(50);
    for (const other of others) expect(other).toEqual(first);
  }
});
