/** The command line of Smithery's golden as it would be installed. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../support/shared.ts';

let built: Promise<string> | undefined;

/** Path of the program; made once. */
export const cliProgram = (): Promise<string> => (built ??= bundle());

async function bundle(): Promise<string> {
  const outdir = join(projectRoot, 'node_modules/.cache/agents-cli', String(process.pid));
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: [join(projectRoot, 'generated/smithery-cli/src/main.ts')],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    alias: { '@smithery/api': join(projectRoot, 'generated/smithery/src/index.ts') },
  });
  return join(outdir, 'main.js');
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { cwd, input = '' }: { readonly cwd?: string; readonly input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}
