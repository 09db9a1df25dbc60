/** Documents that a command makes: run here, and in a checkout of the base that goes away afterwards. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitText } from '../diff-inputs.ts';

export type Built =
  | { readonly kind: 'built'; readonly folder: string; readonly remove: () => Promise<void> }
  | { readonly kind: 'fault'; readonly reason: string };

/** The base's checkout, as the current folder lies in the repository. */
export async function buildBoth(command: string, commit: string, cwd: string): Promise<Built> {
  const here = await runCommand(command, cwd);
  if (here !== undefined) return { kind: 'fault', reason: `here: ${here}` };
  const parent = await mkdtemp(join(tmpdir(), 'sdkwright-base-'));
  const folder = join(parent, 'tree');
  const remove = async (): Promise<void> => {
    await gitText(['worktree', 'remove', '--force', folder], cwd);
    await rm(parent, { recursive: true, force: true });
  };
  if ((await gitText(['worktree', 'add', '--detach', folder, commit], cwd)) === undefined) {
    await remove();
    return { kind: 'fault', reason: `git could not check out ${commit}` };
  }
  const inside = join(folder, (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '');
  const there = await runCommand(command, inside);
  if (there === undefined) return { kind: 'built', folder: inside, remove };
  await remove();
  return { kind: 'fault', reason: `in the base: ${there}` };
}

/** Undefined when it succeeded. What it prints goes to standard error: standard output is the report's. */
function runCommand(command: string, cwd: string): Promise<string | undefined> {
  return new Promise((done) => {
    const child = spawn(command, { cwd, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (part: Buffer): void => void (said = `${said}${part.toString()}`.slice(-2000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => done(code === 0 ? undefined : `it ended with ${code}\n${said.trim()}`));
  });
}
