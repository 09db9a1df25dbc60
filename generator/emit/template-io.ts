/** All disk access of template loading, so that a test can replace it by memory. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { isPrivate } from '../lib/private-files.ts';
import { isSafePath, isWithin, projectRoot, realOf } from '../lib/boundary.ts';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { byCodeUnit } from '../lib/order.ts';
import { NOTHING_PREPARED, type Prepared } from './prepared.ts';

/** Defined by the build: the file beside the folder of shipped sets. */
declare const SDKWRIGHT_TEMPLATES: string | undefined;

export interface TemplateIo {
  /**
   * Paths of all files below a folder, relative to it, `/` as separator, sorted.
   * Undefined if the folder does not exist.
   */
  readonly listFiles: (folder: string) => Promise<readonly string[] | undefined>;
  readonly readText: (path: string) => Promise<string | undefined>;
  /** What the build prepared from these sets' templates; nothing if the program runs from its sources. */
  readonly prepared: () => Promise<Prepared>;
  /** Folder of the shipped sets. */
  readonly shipped: string;
  /** Resolves a folder that a set or a config names to a unique spelling. */
  readonly resolve: (base: string, path: string) => string;
  /** The name of a folder or file in messages; never absolute. */
  readonly nameOf: (path: string) => string;
}

export interface TemplateReach {
  /** Folders that the command line names, which may be anywhere. */
  readonly named?: readonly string[];
  /** True if configs and links may refer to sets outside the project. */
  readonly allowOutside?: boolean;
}

/**
 * Access to the real disk. Paths written by the user are relative to `folder`; `shipped` contains the sets
 * of the package. Anything outside the project is treated as missing, because a set's files become files of
 * the SDK, and whoever names the set, or created a link in it, is unknown.
 */
export function diskTemplates(
  folder: string,
  shipped: string,
  { named = [], allowOutside = false }: TemplateReach = {},
): TemplateIo {
  let prepared: Promise<Prepared> | undefined;
  let roots: readonly string[] | undefined;
  const isOpen = (path: string): boolean => {
    roots ??= [
      projectRoot(folder),
      realOf(resolve(shipped)),
      ...named
        .map((name) => resolve(folder, name))
        .filter((path) => isSafePath(folder, path))
        .map(projectRoot),
    ];
    return allowOutside || roots.some((root) => isWithin(root, path));
  };
  const isShown = (path: string): boolean =>
    allowOutside || isWithin(realOf(resolve(shipped)), path) || !isPrivate(path);
  return {
    shipped: resolve(shipped),
    listFiles: async (path) =>
      isOpen(path) ? (await listFiles(path))?.filter((name) => isShown(join(path, name))) : undefined,
    readText: async (path) =>
      isOpen(path) && isShown(path) ? readFile(path, 'utf8').catch(() => undefined) : undefined,
    resolve: (base, path) => (isAbsolute(path) ? path : resolve(folder, base, path)),
    nameOf: (path) => nameOf(resolve(folder), resolve(shipped), path),
    prepared: () => (prepared ??= readPrepared(shipped)),
  };
}

const readPrepared = async (shipped: string): Promise<Prepared> =>
  typeof SDKWRIGHT_TEMPLATES === 'string'
    ? JSON.parse(await readFile(join(shipped, '..', SDKWRIGHT_TEMPLATES), 'utf8'))
    : NOTHING_PREPARED;

/** Files in memory. Set folders are `shipped/name` or any names that the test chooses. */
export function memoryTemplates(files: Readonly<Record<string, string>>): TemplateIo {
  const table = new Map(Object.entries(files));
  return {
    shipped: 'shipped',
    listFiles: async (folder) => {
      const found = [...table.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1));
      return found.length === 0 ? undefined : found.sort(byCodeUnit);
    },
    readText: async (path) => table.get(path),
    resolve: (base, path) => join(base, path).split(sep).join('/'),
    nameOf: (path) => path,
    prepared: async () => NOTHING_PREPARED,
  };
}

async function listFiles(folder: string): Promise<readonly string[] | undefined> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return undefined;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part === 'node_modules' || part.startsWith('.DS_')))
    .sort(byCodeUnit);
}

function nameOf(folder: string, shipped: string, path: string): string {
  const inside = relative(shipped, path);
  const short =
    inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
      ? join('templates', inside)
      : relative(folder, path) || '.';
  return short.split(sep).join('/');
}
