/**
 * Files of a repository that counts several packages, or a package in a subfolder. GitHub reads workflows at
 * the root of git alone, and release-please has one config for all packages. Each package is rendered as if it
 * were a repository of its own; here its files are rewritten for the root.
 */
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import type { RepositoryPart } from './part.ts';
import { composeReleaseConfig, composeVersions } from './release-please.ts';
import { composeRelease, nestCi } from './workflows.ts';

export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** A package of the repository; `folder` is relative to the root of git, `.` is the root itself. */
export interface RepositoryPackage {
  readonly folder: string;
  /** Unique in the repository, for names of files, jobs and artifacts. */
  readonly name: string;
  readonly files: readonly RepositoryFile[];
}

const CI = '.github/workflows/ci.yml';
export const RELEASE = '.github/workflows/release.yml';
export const RELEASE_CONFIG = 'release-please-config.json';
export const VERSIONS = '.release-please-manifest.json';

/** Paths of a package's own files that stand at the root of git. */
export const isRootFile = (path: string): boolean => [CI, RELEASE, RELEASE_CONFIG, VERSIONS].includes(path);

/** The files at the root of git. A package that has none of the files takes no part. */
export function composeRootFiles(packages: readonly RepositoryPackage[]): readonly RepositoryFile[] {
  const sorted = sortedBy(packages, (item) => item.folder, byCodeUnit);
  const parts = (path: string): readonly RepositoryPart[] =>
    sorted.flatMap(({ folder, name, files }) => {
      const file = files.find((candidate) => candidate.path === path);
      return file ? [{ folder, name, text: file.text }] : [];
    });
  const whole = (
    path: string,
    compose: (all: readonly RepositoryPart[]) => string,
  ): readonly RepositoryFile[] => (parts(path).length === 0 ? [] : [{ path, text: compose(parts(path)) }]);
  return [
    ...parts(CI).map((part) => ({
      path: part.folder === '.' ? CI : `.github/workflows/ci-${part.name}.yml`,
      text: part.folder === '.' ? part.text : nestCi(part),
    })),
    ...whole(RELEASE, composeRelease),
    ...whole(RELEASE_CONFIG, composeReleaseConfig),
    ...whole(VERSIONS, composeVersions),
  ];
}

/** A name for each folder: `sdk/python` → `sdk-python`. */
export function packageNames(folders: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const folder of [...folders].sort(byCodeUnit)) {
    const base = folder === '.' ? 'root' : folder.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
    taken.add(name);
    names.set(folder, name);
  }
  return names;
}
