/** Samples type-checked as strictly as can be, and run one after the other in a process of their own. */
import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import type { Sample } from './extract.ts';
import type { SdkFolder } from './sdk-folder.ts';

const nameOf = (index: number): string => `sample-${index}.ts`;

async function writeSamples(sdk: SdkFolder, samples: readonly Sample[]): Promise<string> {
  const folder = join(sdk.folder, 'samples');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'path/to'), { recursive: true });
  await writeFile(join(folder, 'path/to/file'), 'content of a file');
  for (const [index, sample] of samples.entries())
    await writeFile(join(folder, nameOf(index)), `${sample.code}\nexport {};\n`);
  return folder;
}

/** Faults as `name: message`. */
export async function checkSamples(
  sdk: SdkFolder,
  samples: readonly Sample[],
  options: { readonly unused?: boolean } = {},
): Promise<readonly string[]> {
  const folder = await writeSamples(sdk, samples);
  const files = samples.map((_, index) => join(folder, nameOf(index)));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    strict: true,
    noUnusedLocals: !options.unused,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    esModuleInterop: true,
    types: ['node'],
    baseUrl: sdk.folder,
    typeRoots: [join(process.cwd(), 'node_modules/@types')],
    paths: { [sdk.packageName]: ['./src/index.ts'], [`${sdk.packageName}/*`]: ['./src/*.ts'] },
  });
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const index = files.indexOf(one.file?.fileName ?? '');
    return `${samples[index]?.name ?? one.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`;
  });
}

export interface RunOptions {
  readonly env: Readonly<Record<string, string>>;
}

/** Names of the samples that failed, with what they said. */
export async function runSamples(
  sdk: SdkFolder,
  samples: readonly Sample[],
  options: RunOptions,
): Promise<readonly string[]> {
  const folder = await writeSamples(sdk, samples);
  await build({
    entryPoints: samples.map((_, index) => join(folder, nameOf(index))),
    outdir: join(folder, 'out'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    alias: { [sdk.packageName]: join(sdk.folder, 'src') },
    plugins: [
      {
        name: 'package',
        setup: (one) =>
          void one.onResolve({ filter: new RegExp(`^${sdk.packageName}(/|$)`) }, ({ path }) => ({
            path: join(
              sdk.folder,
              'src',
              `${path === sdk.packageName ? 'index' : path.slice(sdk.packageName.length + 1)}.ts`,
            ),
          })),
      },
    ],
  });
  await writeFile(join(folder, 'run.mjs'), RUNNER);
  const output = await new Promise<string>((resolve) => {
    const child = spawn(
      process.execPath,
      ['--unhandled-rejections=strict', 'run.mjs', String(samples.length)],
      {
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', ...options.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let text = '';
    child.stdout.on('data', (chunk) => (text += String(chunk)));
    child.stderr.on('data', (chunk) => (text += String(chunk)));
    child.once('exit', () => resolve(text));
  });
  const done = new Map(
    [...output.matchAll(/^@@ (\d+) (ok|.*)$/gm)].map((match) => [Number(match[1]), match[2] ?? '']),
  );
  return samples.flatMap((sample, index) =>
    done.get(index) === 'ok'
      ? []
      : [`${sample.name}: ${done.get(index) ?? `did not run\n${output.slice(-800)}`}`],
  );
}

/** A sample that stops for more than ten seconds has failed. What samples print is not looked at. */
const RUNNER = `
import { writeSync } from 'node:fs';
console.log = console.error = console.debug = console.info = () => {};
const count = Number(process.argv[2]);
for (let index = 0; index < count; index++) {
  globalThis.sampleIndex = index;
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('took too long')), 10_000); });
  try {
    await Promise.race([import(\`./out/sample-\${index}.mjs\`), late]);
    writeSync(1, \`@@ \${index} ok\\n\`);
  } catch (error) {
    writeSync(1, \`@@ \${index} \${String(error?.stack ?? error).replaceAll('\\n', ' | ')} \${error?.cause ?? ''}\\n\`);
  }
  clearTimeout(timer);
}
process.exit(0);
`;
