/** What an upgrade reports, writes, prints and returns. */
import { relative, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { NewFile } from '../../output/write-file.ts';
import type { Upgraded } from '../../upgrade/types.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import { type NoteBook, noteFile } from './note.ts';
import type { ProjectFiles, UserFile } from './project.ts';
import { patchOf, summaryOf } from './report.ts';

export type UpgradeMode = 'write' | 'dry-run' | 'check';

export const modeOf = ({
  check,
  dryRun,
}: {
  readonly check?: boolean;
  readonly dryRun?: boolean;
}): UpgradeMode => (check === true ? 'check' : dryRun === true ? 'dry-run' : 'write');

/** The name under which code imports each SDK. An option names both. */
export function importedNames(
  from: { readonly name: string; readonly isNameGiven: boolean },
  to: { readonly name: string; readonly isNameGiven: boolean },
  option: string | undefined,
): { readonly before: string; readonly after: string } {
  const before = option ?? from.name;
  return { before, after: option === undefined && from.isNameGiven && to.isNameGiven ? to.name : before };
}

/** Reported before any code is read. */
export const foundIn = (
  { files, skipped }: ProjectFiles,
  patterns: readonly string[],
): readonly Diagnostic[] => [
  ...skipped.map(({ shown, reason }) => diagnostic('code-left', { file: shown, reason })),
  ...(files.length === 0 ? [diagnostic('code-not-found', { patterns: patterns.join(' ') })] : []),
];

export interface Remembered {
  readonly notes: NoteBook;
  /** The entry of this upgrade. */
  readonly key: string;
  /** The folder to which names in the notes are relative. */
  readonly folder: string;
}

/** Files that this upgrade has changed in another run. */
export const doneBefore = ({ notes, key, folder }: Remembered): ReadonlySet<string> =>
  new Set((notes.upgrades[key] ?? []).map((name) => resolve(folder, name)));

/** With the byte order marks that they had, and the notes if there is more to remember. */
export function filesToWrite(
  upgraded: Pick<Upgraded, 'files' | 'ambiguous'>,
  files: readonly UserFile[],
  remembered: Remembered,
): readonly NewFile[] {
  const { notes, key, folder } = remembered;
  const marked = new Set(files.filter(({ hasMark }) => hasMark).map(({ path }) => path));
  const texts = upgraded.files.map(({ path, after }) => ({
    path,
    text: marked.has(path) ? `\uFEFF${after}` : after,
  }));
  const done = doneBefore(remembered);
  const named = [...new Set([...done, ...upgraded.ambiguous])].map((path) =>
    relative(folder, path).replaceAll('\\', '/'),
  );
  return named.length > done.size
    ? [...texts, noteFile({ ...notes, upgrades: { ...notes.upgrades, [key]: named.sort() } })]
    : texts;
}

const REMEMBERED =
  '\nSome names went from one thing to another, so the code does not show that it is upgraded: .sdkwright/upgrades.json remembers it. Commit it with the change.';

/** Patches are for a program, so that what is written for people goes to standard error. */
export function printed(
  upgraded: Upgraded,
  files: readonly UserFile[],
  { mode, done }: { readonly mode: UpgradeMode; readonly done: ReadonlySet<string> },
): { readonly out: readonly string[]; readonly err: readonly string[] } {
  const shown = new Map(files.map((file) => [file.path, file.shown]));
  const shownAs = (path: string): string => shown.get(path) ?? path;
  const isNew = upgraded.ambiguous.some((path) => !done.has(path));
  const wrote = mode === 'write' && isNew ? REMEMBERED : '';
  const summary = summaryOf(upgraded, { shownAs, wrote, mode });
  if (mode !== 'dry-run') return { out: [summary], err: [] };
  const patches = upgraded.files.map(({ path, before, after }) =>
    patchOf(shownAs(path), before, after).trimEnd(),
  );
  return { out: patches, err: [summary] };
}

/** Exceeded: something is left to do. */
export const codeOf = (
  upgraded: Pick<Upgraded, 'files' | 'left'>,
  skipped: ProjectFiles['skipped'],
  mode: UpgradeMode,
): number =>
  upgraded.left.length > 0 ||
  (mode === 'check' && upgraded.files.length > 0) ||
  skipped.some(({ usesSdk }) => usesSdk)
    ? DIFF_EXIT.exceeded
    : DIFF_EXIT.within;
