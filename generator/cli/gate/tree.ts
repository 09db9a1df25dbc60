/** Git's view of the base and of the working tree. Paths are relative to the current folder. */
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Result, failed, ok } from '../../lib/result.ts';
import { commitOf, gitText } from '../diff-inputs.ts';

export interface GitTree {
  /** The commit to compare with. */
  readonly commit: string;
  /** A description of the commit for people: `origin/main, where this branch left it`. */
  readonly about: string;
  /** Files of the commit, and files of the working tree that git tracks or would add. */
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
  /** New name → old name of files that were renamed since. */
  readonly renamed: ReadonlyMap<string, string>;
  /** True if nothing can differ, because the base is checked out. */
  readonly isSame: boolean;
}

/**
 * Uses the commit where this branch started, because the tip of the other branch also contains later
 * changes of others. A clone without that history is compared with the tip, which `about` mentions.
 */
export async function readTree(against: string, cwd: string): Promise<Result<GitTree | undefined>> {
  const fail = (reason: string): Result<undefined> =>
    failed([diagnostic('revision-not-found', { revision: against, reason })]);
  if ((await gitText(['rev-parse', '--is-inside-work-tree'], cwd)) !== 'true')
    return failed([diagnostic('not-a-repository', { revision: against, folder: cwd })]);
  if (against.startsWith('-')) return fail('a revision does not begin with a dash');
  const tip = await commitOf(against, cwd);
  if (tip === undefined) return fail(`no revision ${against}`);
  const left = await gitText(['merge-base', tip, 'HEAD'], cwd);
  const commit = left ?? tip;
  const list = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await gitText([...args, '-z'], cwd))?.split('\0').filter((name) => name !== '') ?? [];
  const here = await list('ls-files', '--cached', '--others', '--exclude-standard');
  const deleted = new Set(await list('ls-files', '--deleted'));
  return ok({
    commit,
    about:
      left === undefined
        ? `${against} (its tip: this clone does not hold where the branches met)`
        : left === tip
          ? against
          : `${against}, where this branch left it`,
    before: new Set(await list('ls-tree', '-r', '--name-only', commit)),
    now: new Set(here.filter((name) => !deleted.has(name))),
    renamed: renamesIn(
      await list(
        'diff',
        '--no-ext-diff',
        '--no-textconv',
        '--name-status',
        '--find-renames=40%',
        '--relative',
        '--diff-filter=R',
        commit,
      ),
    ),
    isSame:
      commit === (await gitText(['rev-parse', 'HEAD'], cwd)) &&
      (await gitText(['status', '--porcelain'], cwd)) === '',
  });
}

/** `R100`, old, new, and so on. */
function renamesIn(parts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) found.set(parts[at + 2] ?? '', parts[at + 1] ?? '');
  return found;
}

/** The name that a current file had in the base; undefined if the base does not have it. */
export const nameBefore = (tree: GitTree, path: string): string | undefined =>
  tree.before.has(path) ? path : tree.renamed.get(path);
