/** What a query of `templates/tanstack-query` weighs: the core and its own request, without other operations. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Generated, generateInto } from '../support/overlay.ts';

let sdk: Generated;
beforeAll(async () => {
  sdk = await generateInto('tanstack-query', 'smithery');
});
afterAll(() => rmSync(sdk.dir, { recursive: true, force: true }));

async function bundle(contents: string) {
  const result = await build({
    stdin: { contents, resolveDir: join(sdk.dir, 'src'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text ?? '';
  const gzipped = gzipSync(text, { level: 9 }).length;
  console.log(`${contents}: ${(gzipped / 1024).toFixed(2)} KiB gzipped`);
  return { text, gzipped };
}

test('a query adds at most 200 bytes to its standalone function', async () => {
  const core = "export { SmitheryCore } from './core.ts'; ";
  const alone = await bundle(`${core}export { serversGet } from './funcs/servers-get.ts';`);
  const query = await bundle(`${core}export { serversGetQuery } from './query/index.ts';`);
  expect(query.gzipped - alone.gzipped).toBeLessThanOrEqual(200);
  expect(query.text).toContain('/servers/');
  expect(query.text).not.toContain('/skills');
  expect(query.text).not.toContain('hasNextPage');
  const whole = await bundle("export { Smithery } from './index.ts'; export * from './query/index.ts';");
  expect(query.gzipped).toBeLessThan(whole.gzipped * 0.6);
});
