/**
 * The SDKs in Python 3.14, which is an npm package (WebAssembly, without sockets); the other tests run in the
 * Python of the machine. Every module is imported, every type read, warnings are errors.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PyodideAPI, loadPyodide } from 'pyodide';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { type PythonSdk, copyOfSdk, pythonSdk, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const PROGRAM = `
from smithery import APIConnectionError, AsyncSmithery, BadRequestError, Smithery
import httpx, sys

def answer(request):
    if request.url.path.endswith("/gone"):
        return httpx.Response(400, json={"error": "no"})
    page = int(request.url.params.get("page", 1))
    return httpx.Response(200, json={
        "servers": [{"qualifiedName": f"own/{page}"}],
        "pagination": {"currentPage": page, "pageSize": 1, "totalPages": 3, "totalCount": 3},
    })

said = [sys.version.split(".")[:2]]
with Smithery(api_key="x", http_client=httpx.Client(transport=httpx.MockTransport(answer))) as client:
    for server in client.servers.list():
        said.append(server.qualified_name)
    try:
        client.servers.get("gone")
    except BadRequestError as error:
        said.append(error.status_code)
async with AsyncSmithery(api_key="x", http_client=httpx.AsyncClient(transport=httpx.MockTransport(answer))) as other:
    said.extend([server.qualified_name async for server in other.servers.list()])
import json
json.dumps(said)
`;

describe.skipIf(python === '')('Python 3.14', () => {
  let runtime: PyodideAPI;

  beforeAll(async () => {
    runtime = await loadPyodide();
    const site = await succeeds(python, ['-c', 'import httpx; print(httpx.__file__)'], projectRoot);
    runtime.mountNodeFS('/site', dirname(dirname(site.trim())));
    runtime.mountNodeFS('/core', await compiledPart());
    runtime.mountNodeFS('/tools', join(projectRoot, 'test/python'));
  }, 120_000);

  /** In a fresh table of modules, as each SDK is another package. */
  const imported = (sdk: PythonSdk, mount: string): unknown => {
    runtime.mountNodeFS(mount, sdk.folder);
    return runtime.runPython(`
import io, sys, runpy, contextlib
sys.path[:0] = [path for path in ("/core", "/site") if path not in sys.path]
sys.argv = ["import_all.py", "${mount}/src", "${sdk.name}"]
out = io.StringIO()
with contextlib.redirect_stdout(out):
    runpy.run_path("/tools/import_all.py")
out.getvalue().strip()
`);
  };

  test('Smithery: imports, lists, sync and async, and an error', { timeout: 120_000 }, async () => {
    const sdk = copyOfSdk(join(projectRoot, 'generated/smithery-python'));
    try {
      expect(imported(sdk, '/smithery')).toMatch(/^\d+ modules, \d+ types$/);
      expect(JSON.parse(String(await runtime.runPythonAsync(PROGRAM)))).toEqual([
        ['3', '14'],
        'own/1',
        'own/2',
        'own/3',
        400,
        'own/1',
        'own/2',
        'own/3',
      ]);
    } finally {
      sdk.stop();
    }
  });

  test('bookshop: imports, which uses every feature', { timeout: 120_000 }, async () => {
    const sdk = await pythonSdk({ config: join(projectRoot, 'specs/bookshop/sdkwright.yml') });
    try {
      expect(imported(sdk, '/bookshop')).toMatch(/^\d+ modules, \d+ types$/);
    } finally {
      sdk.stop();
    }
  });
});

/** The part of pydantic that is no Python, for WebAssembly. */
async function compiledPart(): Promise<string> {
  const [requirement = ''] =
    /^pydantic_core==.*$/m.exec(readFileSync(join(import.meta.dirname, 'requirements.txt'), 'utf8')) ?? [];
  const folder = join(projectRoot, 'node_modules/.cache', `python-wasm-${requirement}`);
  const isThere = (): boolean => {
    try {
      return readdirSync(folder).includes('pydantic_core');
    } catch {
      return false;
    }
  };
  if (isThere()) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const made = `${folder}.${process.pid}`;
  const platform = ['--platform', 'pyemscripten_2026_0_wasm32', '--python-version', '3.14'];
  const flags = ['--no-deps', '--only-binary=:all:', '--implementation', 'cp', '--abi', 'cp314'];
  await succeeds(
    python,
    [
      '-m',
      'pip',
      'install',
      '-q',
      '--disable-pip-version-check',
      ...flags,
      ...platform,
      '-t',
      made,
      requirement,
    ],
    projectRoot,
  );
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
  return folder;
}
