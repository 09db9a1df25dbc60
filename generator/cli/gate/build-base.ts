/** Documents that a command makes: run here, and in a checkout of the base that goes away afterwards. */
import { join } from 'node:path';
import { inTemporaryFolder } from '../../output/file-ops.ts';
import { runCommand } from '../child.ts';
import { gitText } from '../diff-inputs.ts';

/** Undefined when it succeeded, else why not. */
export async function build(command: string, cwd: string): Promise<string | undefined> {
  const { code, out, err, end } = await runCommand(command, { cwd });
  const text = err === '' ? out.toString().trim().slice(-2000) : err;
  return code === 0 ? undefined : `${end}\n${text}`.trim();
}

/** What `use` makes of the base's checkout, as the current folder lies in the repository. */
export const withBase = <T>(
  { command, commit, cwd }: { readonly command: string; readonly commit: string; readonly cwd: string },
  use: (folder: string) => Promise<T>,
): Promise<T | string> =>
  inTemporaryFolder('base', async (parent) => {
    const folder = join(parent, 'tree');
    if ((await gitText(['worktree', 'add', '--detach', folder, commit], cwd)) === undefined)
      return `git could not check out ${commit}`;
    try {
      const inside = join(folder, (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '');
      return (await build(command, inside)) ?? (await use(inside));
    } finally {
      await gitText(['worktree', 'remove', '--force', folder], cwd);
    }
  });
