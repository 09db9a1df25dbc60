/** The package as JSR takes it. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { writeSdk } from '../samples/support/sdk-folder.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOf } from '../support/sdk.ts';

const exec = promisify(execFile);
const read = (file: string): string => readFileSync(join(projectRoot, 'specs/smithery', file), 'utf8');

test('Deno would publish it: no slow types, no faults', async () => {
  const config = read('sdkwright.yml').replace('publish:', 'publish:\n      jsr: true');
  const sdk = await sdkOf(read('openapi.yml'), { config });
  const { folder, files } = await writeSdk('smithery-jsr', sdk.files);
  const manifest = JSON.parse(files.find((file) => file.path === 'jsr.json')?.text ?? '{}') as {
    readonly name: string;
    readonly exports: Record<string, string>;
  };
  expect([manifest.name, manifest.exports['.'], manifest.exports['./funcs/servers-list']]).toEqual([
    '@smithery/api',
    './src/index.ts',
    './src/funcs/servers-list.ts',
  ]);
  const { stdout, stderr } = await exec(
    join(projectRoot, 'node_modules/.bin/deno'),
    ['publish', '--dry-run', '--allow-dirty', '--quiet'],
    {
      cwd: folder,
      maxBuffer: 1 << 26,
      env: { ...process.env, NO_COLOR: '1', DENO_DIR: join(folder, '.deno') },
    },
  );
  expect(stdout + stderr).not.toMatch(/error|warning|slow types/i);
});
