/**
 * Applies all changes or none. New texts are prepared in `.sdkwright/tmp`, old files get a hard link there,
 * a journal records the planned changes, and only then are files moved into place. Removing the journal is
 * the commit. Until then everything can be undone, by this run or, if it was killed, by the next.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../lib/result.ts';
import { readDisk } from './disk.ts';
import { type FileOps, diskOps } from './file-ops.ts';
import {
  JOURNAL_FILE,
  type Journal,
  type JournalStep,
  LOCK_FILE,
  STAGE_FOLDER,
  readJournal,
  recordsObstacle,
} from './journal.ts';
import { type Host, takeLock } from './lock.ts';

export type { Host } from './lock.ts';

export async function writeJournal(dir: string, journal: Journal, ops: FileOps): Promise<void> {
  const draft = `${dir}/${STAGE_FOLDER}/journal`;
  await ops.writeNew(draft, `${JSON.stringify(journal, null, 2)}\n`);
  await ops.rename(draft, `${dir}/${JOURNAL_FILE}`);
}

/** From here on the new state is valid. */
export const commit = (dir: string, ops: FileOps): Promise<void> => ops.unlink(`${dir}/${JOURNAL_FILE}`);

export async function perform(dir: string, step: JournalStep, ops: FileOps): Promise<void> {
  const target = `${dir}/${step.path}`;
  if (step.stage === undefined) await ops.unlink(target);
  else if (step.backup !== undefined) await ops.rename(`${dir}/${step.stage}`, target);
  else {
    // Creating a hard link fails if the user created the file in the meantime; a rename would replace it.
    await ops.duplicate(`${dir}/${step.stage}`, target);
    await ops.unlink(`${dir}/${step.stage}`);
  }
}

/** Restores what the journal names, whether it was already changed or not. */
export async function rollBack(dir: string, journal: Journal, ops: FileOps): Promise<void> {
  for (const step of [...journal.steps].reverse()) {
    const target = `${dir}/${step.path}`;
    if (step.backup !== undefined) {
      if (await ops.exists(`${dir}/${step.backup}`)) await ops.rename(`${dir}/${step.backup}`, target);
    } else if (step.stage !== undefined && (await ops.exists(target))) {
      const isPending = await ops.exists(`${dir}/${step.stage}`);
      if (!isPending || (await ops.isSameFile(`${dir}/${step.stage}`, target))) await ops.unlink(target);
    }
  }
  for (const folder of [...journal.folders].reverse())
    await ops.removeFolder(`${dir}/${folder}`).catch(() => undefined);
  await ops.unlink(`${dir}/${JOURNAL_FILE}`).catch(() => undefined);
}

export const cleanUp = (dir: string, ops: FileOps): Promise<void> => ops.removeTree(`${dir}/${STAGE_FOLDER}`);

/**
 * Undoes the changes of a run that was killed, or removes what it left. Usually there is nothing to do,
 * which takes only a few checks. If the result has errors, nothing was changed.
 */
export async function recover(
  dir: string,
  host: Host,
  ops: FileOps = diskOps,
): Promise<readonly Diagnostic[]> {
  const obstacle = recordsObstacle(dir);
  if (obstacle) return [obstacle];
  const [hasJournal, lock, stage] = await Promise.all(
    [JOURNAL_FILE, LOCK_FILE, STAGE_FOLDER].map((path) => ops.exists(`${dir}/${path}`)),
  );
  if (!hasJournal && !lock && !stage) return [];
  const taken = await takeLock(dir, host, ops);
  // Another run is active. Without a journal it has changed nothing, and reading is safe.
  if (!taken.value) return hasJournal ? taken.diagnostics : [];
  try {
    const journal = readJournal(dir);
    if (hasErrors(journal.diagnostics)) return journal.diagnostics;
    if (journal.value) await rollBack(dir, journal.value, ops);
    await cleanUp(dir, ops);
    return journal.value ? [diagnostic('output-recovered', { count: journal.value.steps.length })] : [];
  } finally {
    await taken.value().catch(() => undefined);
  }
}

/** For runs that write nothing: reports that there are changes to undo. */
export function findUnfinished(dir: string): readonly Diagnostic[] {
  const obstacle = recordsObstacle(dir);
  if (obstacle) return [obstacle];
  return readDisk(dir, JOURNAL_FILE).kind === 'absent'
    ? []
    : [diagnostic('output-unfinished', { file: JOURNAL_FILE })];
}
