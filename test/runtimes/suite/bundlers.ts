/** The SDK behind the bundlers that most of its users have. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeFileSync } from 'node:fs';
import { requireTool } from './tools.ts';

type Webpack = (
  options: object,
  done: (
    error: Error | null,
    stats?: {
      readonly toJson: (kind: string) => {
        readonly errors?: readonly object[];
        readonly warnings?: readonly object[];
      };
    },
  ) => void,
) => void;

/**
 * Makes `webpack.mjs` or `webpack.cjs`, from imports or from `require`, minified as users ship it; gives the
 * complaints.
 */
export async function withWebpack(folder: string, kind: 'mjs' | 'cjs'): Promise<readonly object[]> {
  const entry = join(folder, `entry.${kind}`);
  writeFileSync(
    entry,
    kind === 'mjs'
      ? ENTRY
      : "const sdk = require('@smithery/api');\nimport('./suite.mjs').then(async ({ runSuite }) => console.log('RESULTS ' + JSON.stringify(await runSuite({ sdk, baseURL: process.argv[2] }))));\n",
  );
  const bundle = promisify(requireTool('webpack') as Webpack);
  const stats = await bundle({
    mode: 'production',
    target: 'node',
    context: folder,
    entry,
    output: { path: join(folder, `webpack-${kind}`), filename: 'main.cjs' },
  });
  const { errors = [], warnings = [] } = stats?.toJson('errors-warnings') ?? {};
  return [...errors, ...warnings];
}

const ENTRY = `import * as sdk from '@smithery/api';
import { runSuite } from './suite.mjs';
runSuite({ sdk, baseURL: process.argv[2] }).then((results) => console.log('RESULTS ' + JSON.stringify(results)));
`;

interface Vite {
  readonly build: (
    options: object,
  ) => Promise<
    | { readonly output: readonly { readonly code?: string }[] }
    | readonly { readonly output: readonly { readonly code?: string }[] }[]
  >;
}

/** One script for a page, of an entry in the folder. */
export async function withVite(folder: string, entry: string): Promise<string> {
  const file = join(folder, 'page.mjs');
  writeFileSync(file, entry);
  // The one that vitest brings.
  const vite = (await import(createRequire(requireVitest()).resolve('vite'))) as Vite;
  const made = await vite.build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: file, formats: ['es'], fileName: 'page' }, minify: true },
  });
  const [first] = Array.isArray(made) ? made : [made];
  return first?.output[0]?.code ?? '';
}

const requireVitest = (): string => createRequire(import.meta.url).resolve('vitest/package.json');
