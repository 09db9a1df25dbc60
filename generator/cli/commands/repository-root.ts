/**
 * Files that stand at the root of git instead of in the folder of a package: workflows, and what release-please
 * reads. They are written once, where they are missing, and belong to the user from then on; a package that is
 * new later is added to them.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Config } from '../../config/types.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { projectRoot, realOf } from '../../lib/boundary.ts';
import { languageData } from '../../languages/data.ts';
import { hasErrors } from '../../lib/result.ts';
import { applyWrite } from '../../output/apply-write.ts';
import { readAll, readDisk } from '../../output/disk.ts';
import { type GeneratedFile, NO_STAMP } from '../../output/manifest.ts';
import { isClean, planWrite } from '../../output/plan-write.ts';
import type { WantedFile } from '../../output/state.ts';
import { recover } from '../../output/transaction.ts';
import { addPackages } from '../../repository/add-package.ts';
import {
  type RepositoryFile,
  RELEASE,
  RELEASE_CONFIG,
  VERSIONS,
  composeRootFiles,
  isRootFile,
  packageNames,
} from '../../repository/root-files.ts';
import { targetsOf } from '../../targets.ts';
import type { Terminal } from '../terminal.ts';
import type { GenerateArguments } from './generate-arguments.ts';
import { otherPublishers } from './other-publishers.ts';
import type { RenderedTarget } from './render-sdk.ts';
import { formatAll, host, pathsOf } from './write-sdk.ts';

export interface RootFiles {
  /** The real path of the root of git. */
  readonly dir: string;
  readonly files: readonly WantedFile[];
  /** Folders of the packages, relative to the root. */
  readonly folders: readonly string[];
  /** The files for some of the packages alone. */
  readonly composeFor: (folders: ReadonlySet<string>) => readonly RepositoryFile[];
  readonly names: ReadonlyMap<string, string>;
  /** True if the run makes some of the packages only, so files about all of them cannot be written. */
  readonly isPartial: boolean;
  readonly faults: readonly Diagnostic[];
}

export interface PlacedTargets {
  readonly targets: readonly RenderedTarget[];
  /** Undefined if every file stays in the folder of its package. */
  readonly root: RootFiles | undefined;
}

/** Takes the files of the root out of the packages, unless the only package is at the root itself. */
export function placeRootFiles(
  targets: readonly RenderedTarget[],
  { config, cwd, isPartial }: { readonly config: Config; readonly cwd: string; readonly isPartial: boolean },
): PlacedTargets {
  const dir = projectRoot(cwd);
  const folderOf = ({ out }: RenderedTarget): string | undefined => {
    const real = realOf(resolve(cwd, out));
    const isOwn = existsSync(join(dir, '.git')) && nearestGit(real) === dir;
    return isOwn ? relative(dir, real).replaceAll('\\', '/') || '.' : undefined;
  };
  const placed = targets.map((target) => ({
    target,
    folder: target.files.some((file) => isRootFile(file.path)) ? folderOf(target) : undefined,
  }));
  const folders = placed.flatMap(({ folder }) => (folder === undefined ? [] : [folder]));
  if (config.output.repository !== 'github' || folders.every((folder) => folder === '.'))
    return { targets, root: undefined };
  const names = packageNames(folders);
  const composeFor: RootFiles['composeFor'] = (chosen) =>
    composeRootFiles(
      placed.flatMap(({ target, folder }) =>
        folder === undefined || !chosen.has(folder)
          ? []
          : [{ folder, name: names.get(folder) ?? folder, files: target.files }],
      ),
    );
  const composed = composeFor(new Set(folders)).map((file) => ({ ...file, once: true }));
  return {
    targets: placed.map(({ target, folder }) =>
      folder === undefined
        ? target
        : {
            ...target,
            files: [
              ...target.files.filter((file) => !isRootFile(file.path)),
              ...(folder === '.' ? composed : []),
            ],
          },
    ),
    root: {
      dir,
      files: composed,
      folders: [...new Set(folders)],
      composeFor,
      names,
      isPartial,
      faults: placed.flatMap(({ target, folder }) =>
        folder === undefined ? [] : moduleFault(target, folder),
      ),
    },
  };
}

/** A module that is looked for in another folder than its own. */
function moduleFault({ language, files }: RenderedTarget, folder: string): readonly Diagnostic[] {
  const module = language === undefined ? undefined : languageData(language)?.config.module;
  const text = files.find(({ path }) => path === module?.file)?.text;
  const path = text === undefined ? undefined : module?.pathIn(text);
  if (language === undefined || path === undefined || folder === '.' || path.endsWith(`/${folder}`))
    return [];
  const wanted = `${path}/${folder}`;
  return [diagnostic('module-folder', { module: path, folder, language, wanted })];
}

/** True if options leave out some of the packages of a config. */
export const isPartialRun = (config: Config, rendered: readonly RenderedTarget[]): boolean =>
  targetsOf(config, {}).filter((target) => target.kind === 'templates').length > rendered.length;

/** `projectRoot` of a folder that may not exist yet. */
const nearestGit = (folder: string): string | undefined => {
  const root = projectRoot(folder);
  return existsSync(join(root, '.git')) ? root : undefined;
};

export interface RootResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly clean: boolean;
}

const ABOUT_ALL = [RELEASE, RELEASE_CONFIG, VERSIONS];

/** Whether a file about all packages names a folder, as a whole: `sdk-python` does not name `sdk`. */
export function namesFolder(path: string, text: string, folder: string): boolean {
  // The outputs of release-please have no prefix for the package at the root.
  if (folder === '.' && path === RELEASE) return true;
  const name = folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w./-])(?:\\./)?${name}/?(?:--|(?![\\w./-]))`).test(text);
}

/** The file with packages that it does not name yet, if it has a place for them. */
const extend = (
  { composeFor, names }: RootFiles,
  path: string,
  { disk, missing }: { readonly disk: { readonly text: string }; readonly missing: readonly string[] },
): string | undefined =>
  addPackages(path, {
    text: disk.text,
    composed: composeFor(new Set(missing)).find((file) => file.path === path)?.text ?? '',
    packages: missing.map((folder) => ({ folder, name: names.get(folder) ?? folder })),
  });

export async function writeRootFiles(
  terminal: Terminal,
  root: RootFiles,
  args: Pick<GenerateArguments, 'mode' | 'signal' | 'quiet'>,
): Promise<RootResult> {
  const { dir, folders, isPartial } = root;
  const diagnostics: Diagnostic[] = args.mode === 'write' ? [...(await recover(dir, host(terminal)))] : [];
  diagnostics.push(...root.faults);
  if (hasErrors(diagnostics)) return { diagnostics, files: 0, clean: false };
  const label = relative(terminal.cwd, dir).replaceAll('\\', '/') || '.';
  const extended: WantedFile[] = [];
  const owned = new Map<string, GeneratedFile>();
  const wanted = root.files.filter((file) => {
    const disk = readDisk(dir, file.path);
    // The package at the root makes the files that are missing.
    if (disk.kind === 'absent' && folders.includes('.')) return false;
    if (!ABOUT_ALL.includes(file.path)) return true;
    if (disk.kind === 'absent' && isPartial)
      diagnostics.push(diagnostic('repository-file-missing', { file: file.path }));
    const missing =
      disk.kind === 'file' ? folders.filter((name) => !namesFolder(file.path, disk.text, name)) : [];
    const text =
      disk.kind === 'file' && missing.length > 0 ? extend(root, file.path, { disk, missing }) : undefined;
    if (text !== undefined && disk.kind === 'file') {
      extended.push({ path: file.path, text });
      owned.set(file.path, { hash: disk.hash });
      return false;
    }
    for (const folder of missing)
      diagnostics.push(diagnostic('repository-package-missing', { file: file.path, folder }));
    return !(disk.kind === 'absent' && isPartial);
  });
  const formatted = await formatAll(wanted);
  const planned = planWrite(
    {
      dir,
      stamp: NO_STAMP,
      owned,
      records: new Map(),
      disk: readAll(dir, [...owned.keys()]),
      manifestText: undefined,
      recordsText: undefined,
    },
    [...formatted.files, ...extended],
    { customCode: 'merge', stamp: NO_STAMP },
  );
  diagnostics.push(...planned.diagnostics);
  if (!planned.value) return { diagnostics, files: 0, clean: false };
  const plan = { ...planned.value, records: [] };
  diagnostics.push(...otherPublishers(dir, pathsOf(plan.create)));
  if (args.mode === 'write')
    diagnostics.push(
      ...(await applyWrite(plan, {
        host: host(terminal),
        ...(args.signal !== undefined && { signal: args.signal }),
      })),
    );
  if (!args.quiet) {
    for (const { path } of plan.create)
      terminal.out(terminal.colors.green(`+ ${label}/${path} (at the root of git, for all packages)`));
    for (const { path } of plan.change)
      terminal.out(terminal.colors.yellow(`~ ${label}/${path} (at the root of git, with the new packages)`));
  }
  return { diagnostics, files: wanted.length, clean: isClean(plan) };
}
