/** Runtimes and tools that are installed for these tests alone. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../support/shared.ts';

const run = promisify(execFile);
export const here = join(projectRoot, 'test/runtimes');
export const requireTool = createRequire(join(here, 'package.json'));

/** Installs them, unless these very versions are there. */
export async function installTools(): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  if (!Object.entries(dependencies).every(([name, version]) => installed(name) === version))
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here });
}

function installed(name: string): string | undefined {
  const file = join(here, 'node_modules', name, 'package.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
    : undefined;
}
