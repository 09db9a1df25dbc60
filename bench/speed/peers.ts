/**
 * Other generators, installed with pinned versions into a folder of the cache, and how each is told to make a
 * full client.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Peer {
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  /**
   * The config file that it needs, and the arguments of Node. Paths are absolute; `bin` is the folder with
   * its packages.
   */
  readonly command: (job: PeerJob) => {
    readonly args: readonly string[];
    readonly config?: { readonly path: string; readonly text: string };
  };
}

export interface PeerJob {
  readonly bin: string;
  readonly input: string;
  readonly out: string;
  readonly isFormatted: boolean;
}

const q = JSON.stringify;

export const PEERS: readonly Peer[] = [
  {
    name: 'Redocly generate-client',
    packages: { '@redocly/cli': '2.77.0' },
    command: ({ bin, input, out }) => ({
      args: [join(bin, '@redocly/cli/bin/cli.js'), 'generate-client', input, '-o', join(out, 'client.ts')],
    }),
  },
  {
    name: 'hey-api',
    packages: { '@hey-api/openapi-ts': '0.99.0', typescript: '5.9.3', prettier: '3.10.1' },
    command: ({ bin, input, out, isFormatted }) => {
      const path = join(bin, '..', `hey-${isFormatted ? 'formatted' : 'plain'}.config.mjs`);
      const text = `export default { input: ${q(input)}, output: { path: ${q(out)}${isFormatted ? ", postProcess: ['prettier']" : ''} }, logs: { file: false } };\n`;
      return { args: [join(bin, '@hey-api/openapi-ts/bin/run.js'), '-f', path], config: { path, text } };
    },
  },
  {
    name: 'orval',
    packages: { orval: '7.13.2' },
    command: ({ bin, input, out }) => ({
      args: [
        join(bin, 'orval/dist/bin/orval.js'),
        '--input',
        input,
        '--output',
        join(out, 'client.ts'),
        '--client',
        'fetch',
      ],
    }),
  },
  {
    name: 'Kubb',
    packages: {
      '@kubb/cli': '4.39.3',
      '@kubb/core': '4.39.3',
      '@kubb/plugin-oas': '4.39.3',
      '@kubb/plugin-client': '4.39.3',
      '@kubb/plugin-ts': '4.39.3',
    },
    command: ({ bin, input, out }) => {
      const path = join(bin, '..', 'kubb.config.mjs');
      const text = `import { defineConfig } from '@kubb/core';\nimport { pluginClient } from '@kubb/plugin-client';\nimport { pluginOas } from '@kubb/plugin-oas';\nimport { pluginTs } from '@kubb/plugin-ts';\nexport default defineConfig({ root: '.', input: { path: ${q(input)} }, output: { path: ${q(out)}, clean: true, format: false, lint: false }, plugins: [pluginOas(), pluginTs(), pluginClient({ client: 'fetch' })] });\n`;
      return {
        args: [join(bin, '@kubb/cli/bin/kubb.cjs'), 'generate', '--config', path],
        config: { path, text },
      };
    },
  },
];

/** The folder of a peer's packages; undefined when the registry does not have all of them. */
export function installPeer(cache: string, peer: Peer): string | undefined {
  const folder = join(cache, peer.name.toLowerCase().replace(/\W+/g, '-'));
  const wanted = `${JSON.stringify({ private: true, dependencies: peer.packages }, null, 2)}\n`;
  const bin = join(folder, 'node_modules');
  if (existsSync(join(folder, 'done'))) return bin;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status === 0) {
    writeFileSync(join(folder, 'done'), '');
    return bin;
  }
  console.log(
    `${peer.name} is left out: ${stderr.split('\n').find((line) => line.includes('error')) ?? 'npm install failed'}`,
  );
  return undefined;
}
