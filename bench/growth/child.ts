/**
 * `child.mjs TOOL FILE ROOT`: one tool over one document; prints processor time in ms and peak memory in MB.
 * Files are made, not written.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [tool, file, root] = process.argv.slice(2);
if (tool === undefined || file === undefined || root === undefined)
  throw new Error('usage: child TOOL FILE ROOT');

const TOOLS: ReadonlyMap<string, (file: string, root: string) => Promise<number>> = new Map([
  ['sdkwright', ours],
  ['openapi-typescript', types],
  ['hey-api', heyAPI],
]);
const characters = await TOOLS.get(tool)?.(file, root);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    milliseconds: Math.round((user + system) / 1000),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    characters,
  }),
);

async function ours(path: string, folder: string): Promise<number> {
  const { loadTemplateSet } = await import('../../generator/emit/load.ts');
  const { render } = await import('../../generator/emit/render.ts');
  const { diskTemplates } = await import('../../generator/emit/template-io.ts');
  const { generate } = await import('../../test/support/generate.ts');
  const { loadProject } = await import('../../generator/project.ts');
  const { diskIo } = await import('../../generator/source/io.ts');
  const project = await loadProject({
    io: diskIo(dirname(path)),
    cwd: dirname(path),
    spec: basename(path),
    allowRemote: false,
  });
  const set = await loadTemplateSet('typescript', diskTemplates(folder, join(folder, 'templates')));
  if (!project.value || !set.value) throw new Error('the document was not read');
  const files = render(set.value, { ...generate(project.value).views.forTemplates() }).value;
  return files.reduce((sum, one) => sum + one.text.length, 0);
}

async function types(path: string): Promise<number> {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  return astToString(await openapiTS(pathToFileURL(path), { silent: true })).length;
}

async function heyAPI(path: string): Promise<number> {
  const { createClient } = await import('@hey-api/openapi-ts');
  const output = mkdtempSync(join(tmpdir(), 'growth-'));
  await createClient({ input: path, output, logs: { level: 'silent' } });
  rmSync(output, { recursive: true });
  return 0;
}
