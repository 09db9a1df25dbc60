/** Runs `sdkwright upgrade`: opens two SDKs, reads the code and upgrades it. */
import { diffApis } from '../../diff/diff-apis.ts';
import { writeFiles } from '../../output/write-file.ts';
import { sdkNames } from '../../languages/typescript/sdk-names.ts';
import { movesBetween } from '../../upgrade/moves/moves.ts';
import { upgradeFiles } from '../../upgrade/project/upgrade-files.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { type BothSides, openSides } from '../upgrade/both-sides.ts';
import { packageRoot, readNotes, upgradeKey } from '../upgrade/note.ts';
import { codeOf, doneBefore, filesToWrite, foundIn, modeOf, printed } from '../upgrade/outcome.ts';
import { findFiles, openWorkshop } from '../upgrade/project.ts';

export interface UpgradeOptions extends BothSides {
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
  const found = findFiles(wanted, cwd, before.name);
  const { files, skipped } = found;
  report(terminal, foundIn(found, wanted), new Map());
  if (files.length === 0) return DIFF_EXIT.usage;
  terminal.progress('reading the code …');
  const moves = movesBetween(before, after);
  const folder = packageRoot(cwd);
  const remembered = { folder, notes: readNotes(folder), key: upgradeKey(before.name, moves.all) };
  const done = doneBefore(remembered);
  const upgraded = upgradeFiles({
    files: new Map(files.map((file) => [file.path, file.text])),
    workshop: openWorkshop(cwd),
    before,
    after,
    moves,
    changes: diffApis(before.api, after.api, { naming: sdkNames }),
    done,
  });
  const mode = modeOf(options);
  const faults = mode === 'write' ? writeFiles(cwd, filesToWrite(upgraded, files, remembered)) : [];
  report(terminal, faults, new Map());
  if (faults.length > 0) return DIFF_EXIT.usage;
  const { out, err } = printed(upgraded, files, { mode, done });
  for (const text of out) terminal.out(text);
  for (const text of err) terminal.err(text);
  return codeOf(upgraded, skipped, mode);
}
