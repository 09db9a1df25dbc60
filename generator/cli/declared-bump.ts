/** The version bump that the author of a change declared, read from where projects record it. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { parse } from 'yaml';
import { BUMPS, type Bump, worse } from '../diff/types.ts';
import { commitOf, gitText, kindOfSide } from './diff-inputs.ts';
import { openPublished, versionIn } from './diff-npm.ts';
import type { Declared } from './diff-terms.ts';

interface Project {
  readonly cwd: string;
  /** The base as passed to `diff`: a git revision or an npm package has a version to compare with. */
  readonly base: string;
  readonly packageName?: string;
}

/** Undefined if the base has no version to compare with. */
export async function declaredBump(declared: Declared, project: Project): Promise<Bump | undefined> {
  if (typeof declared === 'object') return bumpOfTitle(declared.title);
  switch (declared) {
    case 'changesets':
      return bumpOfChangesets(project);
    case 'package':
      return bumpOfVersions(
        await versionOfBase(project),
        versionIn(await readFile(join(project.cwd, 'package.json'), 'utf8').catch(() => '')),
      );
    default:
      return declared;
  }
}

/** Conventional Commits 1.0.0: `feat!:` is major, `feat:` minor, anything else patch. */
export function bumpOfTitle(title: string): Bump {
  const [, type = '', mark] = /^(\w+)(?:\([^)]*\))?(!)?:/.exec(title.trim()) ?? [];
  return mark !== undefined ? 'major' : type.toLowerCase() === 'feat' ? 'minor' : 'patch';
}

/** The greatest bump of the package, or of any package if its name is unknown. */
async function bumpOfChangesets({ cwd, packageName }: Project): Promise<Bump> {
  const folder = join(cwd, '.changeset');
  const files = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => bumpsIn(text, packageName))
    .reduce<Bump>((a, b) => worse(BUMPS, a, b), 'none');
}

function bumpsIn(text: string, packageName: string | undefined): readonly Bump[] {
  const [, matter = ''] = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text) ?? [];
  try {
    return Object.entries<unknown>(Object(parse(matter))).flatMap(([name, bump]) =>
      packageName !== undefined && name !== packageName ? [] : BUMPS.filter((known) => known === bump),
    );
  } catch {
    return [];
  }
}

async function versionOfBase({ base, cwd }: Project): Promise<string | undefined> {
  if (base.startsWith('npm:')) return (await openPublished(base, cwd)).published?.version;
  const named = kindOfSide(base);
  const commit = named.kind === 'revision' ? await commitOf(named.revision, cwd) : undefined;
  const text = commit === undefined ? undefined : await gitText(['show', `${commit}:./package.json`], cwd);
  return versionIn(text ?? '');
}

/**
 * Before 1.0.0 the minor number acts as the major number, and the patch number as the minor number (semver,
 * item 4, as the caret operator interprets it).
 */
export function bumpOfVersions(before: string | undefined, after: string | undefined): Bump | undefined {
  const [from, to] = [semver.parse(before), semver.parse(after)];
  if (from === null || to === null) return undefined;
  if (semver.lte(to, from)) return 'none';
  if (to.major > from.major) return 'major';
  if (to.minor > from.minor) return from.major === 0 ? 'major' : 'minor';
  return from.major === 0 ? 'minor' : 'patch';
}
