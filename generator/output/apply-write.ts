/** Writes a plan to disk, either completely or not at all. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { byCodeUnit } from '../lib/order.ts';
import { codeOf, readDisk } from './disk.ts';
import { type FileOps, diskOps } from './file-ops.ts';
import { type Journal, type JournalStep, STAGE_FOLDER, recordsObstacle } from './journal.ts';
import { type Host, takeLock } from './lock.ts';
import { STATE_FOLDER } from './manifest.ts';
import type { PlannedWrite, WritePlan } from './plan-write.ts';
import { cleanUp, commit, perform, rollBack, writeJournal } from './transaction.ts';

export interface ApplyOptions {
  readonly host: Host;
  /** Stops between two steps and undoes all changes. */
  readonly signal?: AbortSignal;
  readonly ops?: FileOps;
}

/** If the result has no errors, the plan is on disk. Otherwise the folder is unchanged. */
export async function applyWrite(
  plan: WritePlan,
  { host, signal, ops = diskOps }: ApplyOptions,
): Promise<readonly Diagnostic[]> {
  const writes = [...plan.create, ...plan.change, ...plan.records];
  if (writes.length + plan.delete.length === 0) return [];
  const obstacle = recordsObstacle(plan.dir);
  if (obstacle) return [obstacle];
  const rendered: string[] = [];
  let release: (() => Promise<void>) | undefined;
  let diagnostics: readonly Diagnostic[];
  let isDone = false;
  try {
    for (const folder of [...foldersAbove(plan.dir), plan.dir, `${plan.dir}/${STATE_FOLDER}`]) {
      if (await ops.exists(folder)) continue;
      await ops.makeFolder(folder);
      rendered.push(folder);
    }
    const lock = await takeLock(plan.dir, host, ops);
    release = lock.value;
    diagnostics = lock.value
      ? await writeAll(plan, { writes, ops, ...(signal && { signal }) })
      : lock.diagnostics;
    isDone = diagnostics.length === 0;
  } catch (error) {
    diagnostics = [diagnostic('output-write-failed', { reason: reasonOf(error) })];
  }
  if (release) await release().catch(() => undefined);
  // A run without records, such as that of files around packages, leaves no folder of its own.
  if (plan.records.length === 0) await ops.removeFolder(`${plan.dir}/${STATE_FOLDER}`).catch(() => undefined);
  if (!isDone) for (const folder of rendered.reverse()) await ops.removeFolder(folder).catch(() => undefined);
  return diagnostics;
}

interface WriteRun {
  readonly writes: readonly PlannedWrite[];
  readonly ops: FileOps;
  readonly signal?: AbortSignal;
}

async function writeAll(plan: WritePlan, { writes, ops, signal }: WriteRun): Promise<readonly Diagnostic[]> {
  const { dir } = plan;
  const moved = findMoved(plan, writes);
  if (moved) return [moved];
  let journal: Journal | undefined;
  let isCommitted = false;
  try {
    // Leftovers there belong to a run that was killed before it changed anything.
    await cleanUp(dir, ops);
    await ops.makeFolder(`${dir}/${STAGE_FOLDER}`);
    const steps = await stage(plan, { writes, ops, ...(signal && { signal }) });
    const next: Journal = {
      steps,
      folders: await missingFolders(
        dir,
        writes.map((write) => write.path),
        ops,
      ),
    };
    signal?.throwIfAborted();
    await writeJournal(dir, next, ops);
    journal = next;
    for (const folder of next.folders) await ops.makeFolder(`${dir}/${folder}`);
    for (const [index, step] of steps.entries()) {
      if (index % STEPS_AT_ONCE === 0) await turn();
      signal?.throwIfAborted();
      await perform(dir, step, ops);
    }
    await commit(dir, ops);
    isCommitted = true;
  } catch (error) {
    if (journal) await rollBack(dir, journal, ops);
    await cleanUp(dir, ops).catch(() => undefined);
    return [
      signal?.aborted === true
        ? diagnostic('output-interrupted', {})
        : diagnostic('output-write-failed', { reason: reasonOf(error) }),
    ];
  }
  // From here on, a failure leaves at most garbage, which the next run removes.
  if (isCommitted) await sweep(plan, ops).catch(() => undefined);
  return [];
}

/** With the file, where the system names one. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? `${codeOf(error)} at ${error.path}`
    : codeOf(error);

/** File operations are synchronous, so a signal is noticed only when the process yields. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const STEPS_AT_ONCE = 32;

/**
 * Deletions come first: on a file system that ignores case, a renamed file would otherwise
 * be deleted after it was created.
 */
async function stage(plan: WritePlan, { writes, ops, signal }: WriteRun): Promise<readonly JournalStep[]> {
  const { dir } = plan;
  const steps: JournalStep[] = [];
  const file = (kind: 'old' | 'new'): string => `${STAGE_FOLDER}/${kind}${steps.length}`;
  for (const { path } of plan.delete) {
    const backup = file('old');
    await ops.duplicate(`${dir}/${path}`, `${dir}/${backup}`);
    steps.push({ path, backup });
  }
  for (const [index, { path, text, before }] of writes.entries()) {
    if (index % STEPS_AT_ONCE === 0) await turn();
    signal?.throwIfAborted();
    const next = file('new');
    const old = before === undefined ? undefined : readDisk(dir, path);
    await ops.writeNew(`${dir}/${next}`, text, old?.kind === 'file' ? old.mode & 0o777 : undefined);
    const backup = file('old');
    if (before !== undefined) await ops.duplicate(`${dir}/${path}`, `${dir}/${backup}`);
    steps.push({ path, stage: next, ...(before !== undefined && { backup }) });
  }
  return steps;
}

/** Finds a file that has changed since the plan was created. */
function findMoved(plan: WritePlan, writes: readonly PlannedWrite[]): Diagnostic | undefined {
  for (const { path, before } of [...plan.delete, ...writes]) {
    const found = readDisk(plan.dir, path);
    if (found.kind === 'blocked') return found.diagnostic;
    if ((found.kind === 'file' ? found.hash : undefined) !== before)
      return diagnostic('output-moved', { file: path });
  }
  return undefined;
}

const parentsOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
};

async function missingFolders(
  dir: string,
  paths: readonly string[],
  ops: FileOps,
): Promise<readonly string[]> {
  const parents = [...new Set(paths.flatMap(parentsOf))].sort(byCodeUnit);
  const missing: string[] = [];
  for (const folder of parents) if (!(await ops.exists(`${dir}/${folder}`))) missing.push(folder);
  return missing;
}

/** The folders above an output folder, outermost first: `a/b/sdk` → `a`, `a/b`. */
const foldersAbove = (dir: string): readonly string[] => parentsOf(dir).filter((folder) => folder !== '');

/** Removes the stage folder and the folders that deletions left empty, innermost first. */
async function sweep(plan: WritePlan, ops: FileOps): Promise<void> {
  await cleanUp(plan.dir, ops);
  const folders = [...new Set(plan.delete.flatMap(({ path }) => parentsOf(path)))].sort(byCodeUnit).reverse();
  for (const folder of folders) await ops.removeFolder(`${plan.dir}/${folder}`).catch(() => undefined);
}
