/** What the generated SDK costs its users: type check, bundles, import. */
import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Command } from './measure.ts';

const COMPILER = createRequire(join(process.cwd(), 'package.json')).resolve('typescript/lib/tsc.js');

/** A strict check of the sources in `folder`. */
export function typeCheck(name: string, folder: string, include: string): Command {
  const config = join(folder, 'tsconfig.bench.json');
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        allowImportingTsExtensions: true,
        lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
      },
      include: [include],
    }),
  );
  return { name, args: [COMPILER, '-p', config], cwd: folder };
}

/** Minified and gzipped bytes of a bundle with the given entry. */
export async function bundleSize(sdk: string, entry: string): Promise<number> {
  const made = await build({
    stdin: { contents: entry, resolveDir: join(sdk, 'src'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    logLevel: 'error',
  });
  return gzipSync(made.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

/** Builds the SDK with our own compiler; the path of its ESM entry. */
export function buildSdk(sdk: string): string {
  if (!existsSync(join(sdk, 'node_modules')))
    symlinkSync(join(process.cwd(), 'node_modules'), join(sdk, 'node_modules'));
  const { status, stdout } = spawnSync(process.execPath, [COMPILER, '-p', 'tsconfig.build.json'], {
    cwd: sdk,
    encoding: 'utf8',
  });
  if (status !== 0) console.log(stdout.slice(0, 500));
  return join(sdk, 'dist/esm/index.js');
}
