/**
 * Finds the SDKs whose pages a site shows: those that are named, or those
 * that the folder's config generates.
 */
import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { findConfig, loadConfig } from '../../config/load.ts';
import { encodedPath, readPages, type SdkFolder } from '../../docs-site/serve.ts';
import { LANGUAGES } from '../../languages/data.ts';
import { anchorOf } from '../../lib/anchors.ts';
import { isWithin, projectRoot, realOf } from '../../lib/boundary.ts';
import { diskIo } from '../../source/io.ts';
import { targetsOf } from '../../targets.ts';

type FoundFolders = { readonly folders: readonly SdkFolder[] } | { readonly fault: string };

export async function sdkFolders(cwd: string, named: readonly string[]): Promise<FoundFolders> {
  const wanted = named.length > 0 ? named : await foldersOfConfig(cwd);
  const dirs = wanted.length > 0 ? wanted : ['.'];
  // A config may be untrusted.
  const outside =
    wanted === named ? undefined : dirs.find((dir) => !isWithin(projectRoot(cwd), resolve(cwd, dir)));
  if (outside !== undefined)
    return { fault: `The config names ${outside}, outside the project. Name the folder to see its pages.` };
  for (const dir of dirs)
    if ((await readPages(resolve(cwd, dir))).length === 0)
      return {
        fault: `${dir} has no Markdown pages. Run \`sdkwright generate\` first, or name the folder of the SDK.`,
      };
  const [only] = dirs;
  if (dirs.length === 1 && only !== undefined) return { folders: [{ dir: resolve(cwd, only) }] };
  const folders = dirs.map((dir) => ({ dir: resolve(cwd, dir), language: languageIn(resolve(cwd, dir)) }));
  const languages = folders.map(({ language }) => anchorOf(language));
  const twice = folders.find(({ language }, at) => languages.indexOf(anchorOf(language)) !== at);
  return twice
    ? {
        fault: `Two of these folders are in ${twice.language}. A site shows one API: one SDK of each language.`,
      }
    : { folders };
}

/**
 * The first folder of each language. Folders from further template sets document
 * the same API in the same language.
 */
async function foldersOfConfig(cwd: string): Promise<readonly string[]> {
  const io = diskIo(cwd, { allowOutside: false });
  const file = await findConfig('', io);
  const config = file === undefined ? undefined : (await loadConfig(file, io)).value?.config;
  if (config === undefined) return [];
  const outs = new Map<string, string>();
  for (const { out } of targetsOf(config, {})) {
    const language = titleOf(resolve(cwd, out));
    const isNew = language !== undefined && !outs.has(language);
    if (isNew && existsSync(join(resolve(cwd, out), 'docs'))) outs.set(language, out);
  }
  return [...outs.values()];
}

/** The language's title, determined from the package's manifest. */
const titleOf = (dir: string): string | undefined =>
  LANGUAGES.find(({ manifest }) => manifest.files.some((file) => existsSync(join(dir, file))))?.title;

const languageIn = (dir: string): string => titleOf(dir) ?? basename(dir);

/** The URL stands for the root of the project, which is that of git. */
export function withEdit(folders: readonly SdkFolder[], cwd: string, url: string): readonly SdkFolder[] {
  const base = url.replace(/\/+$/, '');
  const root = projectRoot(cwd);
  return folders.map((folder) => {
    const path = relative(root, realOf(folder.dir)).replaceAll('\\', '/');
    // A folder elsewhere is not part of what the URL shows.
    if (path.startsWith('..')) return folder;
    return { ...folder, edit: `${base}/${path === '' ? '' : `${encodedPath(path)}/`}` };
  });
}
