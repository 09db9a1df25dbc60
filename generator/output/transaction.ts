/**
 * All changes or none. New texts are prepared in `.sdkwright/tmp`, old files get a second name there, a
 * journal says what is about to
 * happen, and only then files are moved into place. Removing the journal is the commit; until then everything
 * can be taken back, by this
 * run or, when it was killed, by the next one.
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

/** From here on the new state counts. */
export const commit = (dir: string, ops: FileOps): Promise<void> => ops.unlink(`${dir}/${JOURNAL_FILE}`);

export async function perform(dir: string, step: JournalStep, ops: FileOps): Promise<void> {
  const target = `${dir}/${step.path}`;
  if (step.stage === undefined) await ops.unlink(target);
  else if (step.backup !== undefined) await ops.rename(`${dir}/${step.stage}`, target);
  else {
    // A second name refuses to replace a file that somebody made in the meantime; a rename would not.
    await ops.duplicate(`${dir}/${step.stage}`, target);
    await ops.unlink(`${dir}/${step.stage}`);
  }
}

/** Puts back what the journal names, done or not done yet. */
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
 * Takes back the changes of a run that was killed, or sweeps up what it left. Nothing to do is the normal
 * case and costs a few looks.
 * With errors in the result nothing was touched.
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
  // Another run is on. Without a journal it has changed nothing, and reading is safe.
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

/** What a run that writes nothing does instead: it says that there is something to take back. */
export function findUnfinished(dir: string): readonly Diagnostic[] {
  const obstacle = recordsObstacle(dir);
  if (obstacle) return [obstacle];
  return readDisk(dir, JOURNAL_FILE).kind === 'absent'
    ? []
    : [diagnostic('output-unfinished', { file: JOURNAL_FILE })];
}
