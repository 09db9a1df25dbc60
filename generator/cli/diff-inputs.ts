/**
 * The two sides of a comparison: a file, a URL, a document of a git revision (`main:specs/openapi.yml`), or a
 * published SDK (`npm:@acme/pets@2`).
 */
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Io } from '../source/io.ts';
import { runGit } from './child.ts';
import { type Published, openPublished } from './diff-npm.ts';

export interface Side {
  /** As the user wrote it. */
  readonly label: string;
  /** What to load from `io`. */
  readonly entry: string;
  readonly io: Io;
  /** The config that a published SDK was made with, in `io`. */
  readonly config?: string;
  /** The commit of a document of a revision. */
  readonly commit?: string;
  /** True for a document of the working tree, whose lines can be annotated. */
  readonly local: boolean;
}

export type SideKind =
  | { readonly kind: 'url' | 'package' | 'file' }
  | { readonly kind: 'revision'; readonly revision: string; readonly path: string };

/**
 * What a name stands for, to go by its form alone: a branch may bring a file that is called like a revision or
 * a package. `./` makes any name that of a file.
 */
export function kindOfSide(label: string): SideKind {
  if (/^https?:\/\//i.test(label)) return { kind: 'url' };
  if (label.startsWith('npm:')) return { kind: 'package' };
  const [, revision = '', path = ''] = /^([^:]{2,}):(.+)$/s.exec(label) ?? [];
  return revision === '' || /^\.{0,2}[\\/]/.test(label)
    ? { kind: 'file' }
    : { kind: 'revision', revision, path };
}

/** The name of a file such that it stands for nothing else. */
export const asFile = (path: string): string => (kindOfSide(path).kind === 'file' ? path : `./${path}`);

export async function openSide(
  label: string,
  disk: Io,
  cwd: string,
): Promise<{ readonly side?: Side; readonly diagnostics: readonly Diagnostic[] }> {
  const named = kindOfSide(label);
  switch (named.kind) {
    case 'url':
    case 'file':
      return { side: { label, entry: label, io: disk, local: named.kind === 'file' }, diagnostics: [] };
    case 'package': {
      const { published, diagnostics } = await openPublished(label, cwd);
      return published === undefined
        ? { diagnostics }
        : { side: sideOfPackage(label, published), diagnostics };
    }
    case 'revision': {
      const path = await fromRoot(named.path, cwd);
      const found = await findRevision(label, { revision: named.revision, path, cwd });
      if (found.commit === undefined) return { diagnostics: found.diagnostics };
      const side = { label, entry: path, io: gitIo(found.commit, disk, cwd), local: false };
      return { side: { ...side, commit: found.commit }, diagnostics: [] };
    }
    default:
      return named satisfies never;
  }
}

export const sideOfPackage = (label: string, { entry, io, config }: Published): Side => ({
  label,
  entry,
  io,
  local: false,
  ...(config !== undefined && { config }),
});

/**
 * As git reads it: `./` and `../` begin in the current folder, anything else at the root of the repository.
 */
async function fromRoot(path: string, cwd: string): Promise<string> {
  if (!/^\.\.?\//.test(path)) return path;
  return posix.join((await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '', path);
}

async function findRevision(
  label: string,
  { revision, path, cwd }: { readonly revision: string; readonly path: string; readonly cwd: string },
): Promise<{ readonly commit?: string; readonly diagnostics: readonly Diagnostic[] }> {
  const fail = (reason: string) => {
    const missing = diagnostic('revision-not-found', { revision: label, reason });
    const isThere = existsSync(resolve(cwd, label));
    return {
      diagnostics: [
        isThere ? { ...missing, help: `Write ./${label} if the file of that name is meant.` } : missing,
      ],
    };
  };
  if ((await gitText(['rev-parse', '--is-inside-work-tree'], cwd)) === undefined)
    return { diagnostics: [diagnostic('not-a-repository', { revision: label, folder: cwd })] };
  if (revision.startsWith('-')) return fail('a revision does not begin with a dash');
  const commit = await commitOf(revision, cwd);
  if (commit === undefined) return fail(`no revision ${revision}`);
  const blob = await git(['cat-file', '-e', `${commit}:${path}`], cwd);
  return blob === undefined ? fail(`no file ${path} in ${revision}`) : { commit, diagnostics: [] };
}

/**
 * The commit of a revision. `origin/main` is the branch of the remote, though a tag or a branch of this clone
 * may be called so as well, which git would take first.
 */
export async function commitOf(revision: string, cwd: string): Promise<string | undefined> {
  const [, name = '', remote = ''] = /^(([^/^~@:]+)\/[^^~@:]+)/.exec(revision) ?? [];
  const remotes = (await gitText(['remote'], cwd))?.split('\n') ?? [];
  const isRemote = name !== '' && remotes.includes(remote);
  if (isRemote && (await gitText(['show-ref', '--verify', `refs/remotes/${name}`], cwd)) === undefined)
    return undefined;
  const full = isRemote ? `refs/remotes/${revision}` : revision;
  return gitText(['rev-parse', '--verify', '--quiet', '--end-of-options', `${full}^{commit}`], cwd);
}

/**
 * Files of one revision, so that references between documents stay in it. Paths are relative to the
 * repository's root.
 */
export function gitIo(revision: string, disk: Io, cwd: string): Io {
  return {
    readFile: async (path) => {
      const bytes = await git(['cat-file', 'blob', `${revision}:${path.replace(/^\.\//, '')}`], cwd);
      return bytes && { kind: 'bytes', bytes };
    },
    fetch: disk.fetch,
  };
}

/** What git prints; undefined when it failed. Never through a shell: the arguments are the user's. */
async function git(args: readonly string[], cwd: string): Promise<Uint8Array | undefined> {
  const { code, out } = await runGit(args, cwd);
  return code === 0 ? out : undefined;
}

/** The same as text, trimmed. */
export async function gitText(args: readonly string[], cwd: string): Promise<string | undefined> {
  const bytes = await git(args, cwd);
  return bytes && new TextDecoder().decode(bytes).trim();
}
