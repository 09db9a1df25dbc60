/**
 * The two sides of a comparison: a file, a URL, a document of a git revision (`main:specs/openapi.yml`), or a
 * published SDK (`npm:@acme/pets@2`).
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Fetched, Io } from '../source/io.ts';
import { type Published, openPublished } from './diff-npm.ts';

export interface Side {
  /** As the user wrote it. */
  readonly label: string;
  /** What to load from `io`. */
  readonly entry: string;
  readonly io: Io;
  /** The config that a published SDK was made with, in `io`. */
  readonly config?: string;
  /** True for a document of the working tree, whose lines can be annotated. */
  readonly local: boolean;
}

const run = promisify(execFile);
const MAX_BYTES = 256 * 1024 * 1024;

/** A name that is a file is a file, whatever else it looks like. */
export async function openSide(
  label: string,
  disk: Io,
  cwd: string,
): Promise<{ readonly side?: Side; readonly diagnostics: readonly Diagnostic[] }> {
  if (/^https?:\/\//i.test(label) || existsSync(resolve(cwd, label)))
    return { side: { label, entry: label, io: disk, local: !/^https?:/i.test(label) }, diagnostics: [] };
  if (label.startsWith('npm:')) {
    const { published, diagnostics } = await openPublished(label, cwd);
    return published === undefined ? { diagnostics } : { side: sideOfPackage(label, published), diagnostics };
  }
  const split = /^([^:]+):(.+)$/s.exec(label);
  const [, revision = '', written = ''] = split ?? [];
  if (split === null || revision.length < 2)
    return { side: { label, entry: label, io: disk, local: true }, diagnostics: [] };
  const path = await fromRoot(written, cwd);
  const trouble = await checkRevision(label, revision, path, cwd);
  return trouble === undefined
    ? { side: { label, entry: path, io: gitIo(revision, disk, cwd), local: false }, diagnostics: [] }
    : { diagnostics: [trouble] };
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

async function checkRevision(
  label: string,
  revision: string,
  path: string,
  cwd: string,
): Promise<Diagnostic | undefined> {
  const inside = await git(['rev-parse', '--is-inside-work-tree'], cwd);
  if (inside.kind === 'fault') return diagnostic('not-a-repository', { revision: label, folder: cwd });
  if (revision.startsWith('-'))
    return diagnostic('revision-not-found', {
      revision: label,
      reason: 'a revision does not begin with a dash',
    });
  const commit = await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], cwd);
  if (commit.kind === 'fault')
    return diagnostic('revision-not-found', { revision: label, reason: `no revision ${revision}` });
  const blob = await git(['cat-file', '-e', `${revision}:${path}`], cwd);
  return blob.kind === 'fault'
    ? diagnostic('revision-not-found', { revision: label, reason: `no file ${path} in ${revision}` })
    : undefined;
}

/**
 * Files of one revision, so that references between documents stay in it. Paths are relative to the
 * repository's root.
 */
export function gitIo(revision: string, disk: Io, cwd: string): Io {
  return {
    readFile: async (path) => {
      const found = await git(['cat-file', 'blob', `${revision}:${path.replace(/^\.\//, '')}`], cwd);
      return found.kind === 'fault' ? undefined : found;
    },
    fetch: disk.fetch,
  };
}

/** Never through a shell: the arguments are the user's. */
async function git(args: readonly string[], cwd: string): Promise<Fetched> {
  try {
    const { stdout } = await run('git', [...args], { cwd, maxBuffer: MAX_BYTES, encoding: 'buffer' });
    return { kind: 'bytes', bytes: stdout };
  } catch (error) {
    return { kind: 'fault', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The same output of git as text, trimmed; undefined when git failed. */
export async function gitText(args: readonly string[], cwd: string): Promise<string | undefined> {
  const found = await git(args, cwd);
  return found.kind === 'bytes' ? new TextDecoder().decode(found.bytes).trim() : undefined;
}
