/** Ensures that only a single run at a time works on an output folder. */
import { setTimeout } from 'node:timers/promises';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { codeOf } from './disk.ts';
import type { FileOps } from './file-ops.ts';
import { LOCK_FILE } from './journal.ts';

/** The process, as the entry points of the program know it. */
export interface Host {
  readonly pid: number;
  /** The machine's name, because process ids are meaningless on another machine. */
  readonly name: string;
  readonly isRunning: (pid: number) => boolean;
}

/** Error codes of a disk that cannot be written any more. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EIO']);
/** Milliseconds to wait for a run that has created its lock but not yet filled it. */
const GRACE = 300;

const textOf = (file: string, ops: FileOps): Promise<string> => ops.readFile(file).catch(() => '');
/** A lock without its line break was left by a run that could not fill it. */
const isWhole = (text: string): boolean => text.endsWith('\n');

/** The value releases the lock; undefined if another run holds it. */
export async function takeLock(
  dir: string,
  host: Host,
  ops: FileOps,
): Promise<Result<(() => Promise<void>) | undefined>> {
  const file = `${dir}/${LOCK_FILE}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await ops.writeNew(file, `${host.pid} ${host.name}\n`);
      return ok(() => ops.unlink(file));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        // On a full disk the lock was created but could not be filled, so it is removed.
        if (FULL.has(codeOf(error) ?? '') && !isWhole(await textOf(file, ops)))
          await ops.unlink(file).catch(() => undefined);
        throw error;
      }
    }
    let text = await textOf(file, ops);
    if (!isWhole(text)) {
      await setTimeout(GRACE);
      text = await textOf(file, ops);
    }
    const [pid = '', name = ''] = text.trim().split(' ');
    const isDead = !isWhole(text) || (name === host.name && !host.isRunning(Number(pid)));
    if (!isDead || attempt > 0)
      return failed([
        diagnostic('output-locked', { pid: /^\d+$/.test(pid) ? pid : 'unknown', file: LOCK_FILE }),
      ]);
    await ops.unlink(file).catch(() => undefined);
  }
}
