/** What ends up in a bundle. The figures are printed: they are the point of standalone functions. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { type SdkFolder, sdkFolder } from '../samples/support/sdk-folder.ts';

let sdk: SdkFolder;
beforeAll(async () => {
  sdk = await sdkFolder('smithery', 'bundle');
});

/** Minified and gzipped bytes, and the sources that are in it. */
async function bundle(entry: string): Promise<{
  readonly minified: number;
  readonly gzipped: number;
  readonly text: string;
  readonly inputs: readonly string[];
}> {
  const result = await build({
    stdin: { contents: entry, resolveDir: join(sdk.folder, 'src'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text ?? '';
  const output = Object.values(result.metafile.outputs)[0];
  return {
    minified: text.length,
    gzipped: gzipSync(text, { level: 9 }).length,
    text,
    inputs: Object.entries(output?.inputs ?? {})
      .filter(([, one]) => one.bytesInOutput > 0)
      .map(([path]) => path.slice(path.indexOf('src/'))),
  };
}

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(2)} KiB`;
const show = (what: string, one: { readonly minified: number; readonly gzipped: number }): void =>
  console.log(`${what}: ${kib(one.minified)} minified, ${kib(one.gzipped)} gzipped`);

test('the core and one function: at most 9 KiB gzipped, and nothing of other operations', async () => {
  const one = await bundle(
    "export { SmitheryCore } from './core.ts'; export { serversGet } from './funcs/servers-get.ts';",
  );
  show('core and serversGet', one);
  expect(one.gzipped).toBeLessThanOrEqual(9 * 1024);
  expect(one.text).toContain('/servers/');
  expect(one.text).not.toContain('/skills');
  expect(one.inputs.filter((path) => /resources|pagination|streaming|multipart|webhooks/.test(path))).toEqual(
    [],
  );
});

test('a function that lists brings the pages with it', async () => {
  const one = await bundle(
    "export { SmitheryCore } from './core.ts'; export { serversList } from './funcs/servers-list.ts';",
  );
  show('core and serversList', one);
  expect(one.inputs).toContain('src/pagination.ts');
  expect(one.gzipped).toBeLessThanOrEqual(10 * 1024);
});

test('the client without its resources: at most 11.5 KiB gzipped', async () => {
  const runtime = await bundle(
    "export { SmitheryCore } from './core.ts'; export * as Errors from './error.ts'; export * as Pages from './pages.ts'; export * as Uploads from './uploads.ts';",
  );
  show('the client without its resources', runtime);
  expect(runtime.gzipped).toBeLessThanOrEqual(11.5 * 1024);
});

test('the whole client', async () => {
  const whole = await bundle("export { Smithery } from './index.ts';");
  show('the client with all 52 operations', whole);
  expect(whole.gzipped).toBeLessThanOrEqual(15 * 1024);
});
