/** The bookshop as an overlay makes it, on the disk, for tests that put it to use. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { diskIo } from '../../generator/source/io.ts';
import { type SdkInput, makeSdk } from './sdk.ts';
import { projectRoot } from './shared.ts';

const run = promisify(execFile);
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

export interface Generated {
  readonly dir: string;
  readonly paths: readonly string[];
}

/** The caller removes the folder. */
export const generateInto = (templates: string, name = 'bookshop'): Promise<Generated> =>
  generateFrom({
    io: diskIo(projectRoot),
    spec: `specs/${name}/openapi.yml`,
    config: `specs/${name}/sdkwright.yml`,
    templates,
    formatted: true,
  });

/** The caller removes the folder. */
export async function generateFrom(input: SdkInput & { readonly templates: string }): Promise<Generated> {
  const sdk = await makeSdk(input);
  expect(sdk.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  const dir = mkdtempSync(join(tmpdir(), `overlay-${input.templates}-`));
  for (const { path, text } of sdk.files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return { dir, paths: sdk.files.map((file) => file.path) };
}

/** The SDK's own strict settings, and a program beside it; libraries are those of this project. */
export async function typeCheck(dir: string, program?: string, file = 'src/program.ts'): Promise<void> {
  symlinkSync(join(projectRoot, 'node_modules'), join(dir, 'node_modules'));
  if (program !== undefined) writeFileSync(join(dir, file), program);
  const jsx = file.endsWith('.tsx') ? ['--jsx', 'react-jsx'] : [];
  const failed = await run(process.execPath, [compiler, '--noEmit', '-p', 'tsconfig.json', ...jsx], {
    cwd: dir,
  }).then(
    () => '',
    (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)),
  );
  expect(failed).toBe('');
}

/** What `src/program.ts` exports. */
export async function runProgram(dir: string): Promise<Readonly<Record<string, unknown>>> {
  const outfile = join(dir, 'program.mjs');
  await build({
    entryPoints: [join(dir, 'src/program.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  return (await import(pathToFileURL(outfile).href)) as Readonly<Record<string, unknown>>;
}
