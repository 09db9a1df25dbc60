/**
 * All changes or none. New texts are prepared in `.sdkwright/tmp`, old files get a second name there, a journal says what is about to
 * happen, and only then files are moved into place. Removing the journal is the commit; until then everything can be taken back, by this
 * run or, when it was killed, by the next one.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type FileOps, diskOps } from './file-ops.ts';
import { type Host, LOCK_FILE, takeLock } from './lock.ts';
import { STATE_FOLDER, isInside } from './manifest.ts';

export type { Host } from './lock.ts';

const JOURNAL_FILE = `${STATE_FOLDER}/journal.json`;
export const STAGE_FOLDER = `${STATE_FOLDER}/tmp`;

/** One path that changes. `stage` and `backup` are in the stage folder. */
export interface JournalStep {
  readonly path: string;
  /** The new file; undefined for a deletion. */
  readonly stage?: string;
  /** The old file; undefined for a creation. */
  readonly backup?: string;
}

export interface Journal {
  readonly steps: readonly JournalStep[];
  /** Folders that this run makes, outermost first. */
  readonly folders: readonly string[];
}

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
  for (const folder of [...journal.folders].reverse()) await ops.removeFolder(`${dir}/${folder}`).catch(() => undefined);
  await ops.unlink(`${dir}/${JOURNAL_FILE}`).catch(() => undefined);
}

export const cleanUp = (dir: string, ops: FileOps): Promise<void> => ops.removeTree(`${dir}/${STAGE_FOLDER}`);

/** Takes back the changes of a run that was killed, or sweeps up what it left. Nothing to do is the normal case and costs three looks. */
export async function recover(dir: string, host: Host, ops: FileOps = diskOps): Promise<readonly Diagnostic[]> {
  const [journal, lock, stage] = await Promise.all([JOURNAL_FILE, LOCK_FILE, STAGE_FOLDER].map((path) => ops.exists(`${dir}/${path}`)));
  if (!journal && !lock && !stage) return [];
  const taken = await takeLock(dir, host, ops);
  // Another run is on. Without a journal it has changed nothing, and reading is safe.
  if (!taken.value) return journal ? taken.diagnostics : [];
  try {
    return journal ? await undo(dir, ops) : [];
  } finally {
    await cleanUp(dir, ops);
    await taken.value().catch(() => undefined);
  }
}

async function undo(dir: string, ops: FileOps): Promise<readonly Diagnostic[]> {
  const journal = parseJournal(await ops.readFile(`${dir}/${JOURNAL_FILE}`).catch(() => ''));
  if (!journal) return [diagnostic('manifest-broken', { file: JOURNAL_FILE, reason: 'it is not the journal of a run' })];
  await rollBack(dir, journal, ops);
  return [diagnostic('output-recovered', { count: journal.steps.length })];
}

function parseJournal(text: string): Journal | undefined {
  try {
    const value = JSON.parse(text) as Journal;
    const isOurs = (path: string): boolean => isInside(path) || /^\.sdkwright\/[\w.]+$/.test(path);
    const isStaged = (path: string | undefined): boolean => path === undefined || /^\.sdkwright\/tmp\/\w+$/.test(path);
    return value.steps.every((step) => isOurs(step.path) && isStaged(step.stage) && isStaged(step.backup)) && value.folders.every((folder) => isOurs(folder) || folder === STATE_FOLDER) ? value : undefined;
  } catch {
    return undefined;
  }
}
