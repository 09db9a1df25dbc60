/** Runs `sdkwright upgrade`: reads two SDKs and file patterns, and writes files or a patch. */
import { relative, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Texts } from '../../diagnostics/print/placed.ts';
import { printDiagnostics } from '../../diagnostics/print/print-text.ts';
import { diffApis } from '../../diff/diff-apis.ts';
import { writeFiles } from '../../output/write-file.ts';
import { sdkNames } from '../../languages/typescript/sdk-names.ts';
import { movesBetween } from '../../upgrade/moves/moves.ts';
import { upgradeFiles } from '../../upgrade/project/upgrade-files.ts';
import type { Upgraded } from '../../upgrade/types.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import { type AllowOptions, isAllowed, refusedUrl } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';
import { noteFile, packageRoot, readNotes, upgradeKey } from '../upgrade/note.ts';
import { type UserFile, findFiles, openWorkshop } from '../upgrade/project.ts';
import { patchOf, summaryOf } from '../upgrade/report.ts';
import { type MadeSdk, openSdk } from '../upgrade/sides.ts';

export interface UpgradeOptions extends AllowOptions {
  readonly from: string;
  readonly to: string;
  readonly fromConfig?: string;
  readonly toConfig?: string;
  readonly package?: string;
  readonly dryRun?: boolean;
  readonly check?: boolean;
}

/** Default pattern: all code below the working folder. */
const ALL = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'];

export async function runUpgrade(
  terminal: Terminal,
  patterns: readonly string[],
  options: UpgradeOptions,
): Promise<number> {
  const { cwd } = terminal;
  const sides = await openSides(terminal, options);
  if (typeof sides === 'number') return sides;
  const { before, after } = sides;
  const wanted = patterns.length === 0 ? ALL : patterns;
  const { files, skipped } = findFiles(wanted, cwd, before.name);
  const reported = [
    ...skipped.map(({ shown, reason }) => diagnostic('code-left', { file: shown, reason })),
    ...(files.length === 0 ? [diagnostic('code-not-found', { patterns: wanted.join(' ') })] : []),
  ];
  say(terminal, reported);
  if (files.length === 0) return DIFF_EXIT.usage;
  terminal.progress('reading the code …');
  const moves = movesBetween(before, after);
  const folder = packageRoot(cwd);
  const notes = readNotes(folder);
  const key = upgradeKey(before.name, moves.all);
  const named = (path: string): string => relative(folder, path).replaceAll('\\', '/');
  const done = new Set((notes.upgrades[key] ?? []).map((name) => resolve(folder, name)));
  const upgraded = upgradeFiles({
    files: new Map(files.map((file) => [file.path, file.text])),
    workshop: openWorkshop(cwd),
    before,
    after,
    moves,
    changes: diffApis(before.api, after.api, { naming: sdkNames }),
    done,
  });
  terminal.progress('');
  const mode = options.check === true ? 'check' : options.dryRun === true ? 'dry-run' : 'write';
  if (mode === 'write') {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const texts = upgraded.files.map((file) => ({
      path: file.path,
      text: (byPath.get(file.path)?.hasMark === true ? '\uFEFF' : '') + file.after,
    }));
    const ambiguous = new Set([...done, ...upgraded.ambiguous].map(named));
    const upgrades = { ...notes.upgrades, [key]: [...ambiguous].sort() };
    const note = ambiguous.size > done.size ? [noteFile({ ...notes, upgrades })] : [];
    const faults = writeFiles(cwd, [...texts, ...note]);
    say(terminal, faults);
    if (faults.length > 0) return DIFF_EXIT.usage;
  }
  const outcome = tell(terminal, upgraded, { files, mode });
  const isOpen = (mode === 'check' && upgraded.files.length > 0) || skipped.some((item) => item.usesSdk);
  return isOpen ? DIFF_EXIT.exceeded : outcome;
}

function say(terminal: Terminal, diagnostics: readonly Diagnostic[], texts: Texts = new Map()): void {
  if (diagnostics.length > 0)
    terminal.err(printDiagnostics(diagnostics, texts, { color: terminal.colors.isColorSupported }).trimEnd());
}

function tell(
  terminal: Terminal,
  upgraded: Upgraded,
  { files, mode }: { readonly files: readonly UserFile[]; readonly mode: 'write' | 'dry-run' | 'check' },
): number {
  const shown = new Map(files.map((file) => [file.path, file.shown]));
  const shownAs = (path: string): string => shown.get(path) ?? path;
  if (mode === 'dry-run')
    for (const file of upgraded.files)
      terminal.out(patchOf(shownAs(file.path), file.before, file.after).trimEnd());
  const wrote =
    upgraded.ambiguous.length === 0
      ? ''
      : '\nSome names went from one thing to another, so the code does not show that it is upgraded: .sdkwright/upgrades.json remembers it. Commit it with the change.';
  const text = summaryOf(upgraded, { shownAs, wrote: mode === 'write' ? wrote : '', mode });
  if (mode === 'dry-run') terminal.err(text);
  else terminal.out(text);
  return upgraded.left.length > 0 ? DIFF_EXIT.exceeded : DIFF_EXIT.within;
}

/** Opens both SDKs. Returns an exit code if either fails. */
async function openSides(
  terminal: Terminal,
  options: UpgradeOptions,
): Promise<{ readonly before: MadeSdk; readonly after: MadeSdk } | number> {
  const shared = {
    cwd: terminal.cwd,
    allowRemote: isAllowed(options, 'remote'),
    allowOutside: isAllowed(options, 'outside'),
  };
  const refused = refusedUrl([options.from, options.to], shared.allowRemote);
  if (refused !== undefined) {
    terminal.err(refused);
    return DIFF_EXIT.usage;
  }
  terminal.progress('reading both SDKs …');
  const [from, to] = await Promise.all([
    openSdk({
      ...shared,
      label: options.from,
      ...(options.fromConfig === undefined ? {} : { config: options.fromConfig }),
    }),
    openSdk({
      ...shared,
      label: options.to,
      ...(options.toConfig === undefined ? {} : { config: options.toConfig }),
    }),
  ]);
  terminal.progress('');
  for (const opened of [from, to])
    if (opened.kind === 'problem') say(terminal, opened.diagnostics, opened.texts);
    else say(terminal, opened.made.diagnostics);
  if (from.kind === 'problem' || to.kind === 'problem') return DIFF_EXIT.load;
  const name = options.package ?? from.made.name;
  return {
    before: { ...from.made, name },
    after: {
      ...to.made,
      name:
        options.package === undefined && to.made.isNameGiven && from.made.isNameGiven ? to.made.name : name,
    },
  };
}
