/** One run at a time works on an output folder. */
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { codeOf } from './disk.ts';
import type { FileOps } from './file-ops.ts';
import { LOCK_FILE } from './journal.ts';

/** The process as the edges of the program know it. */
export interface Host {
  readonly pid: number;
  /** A name of the machine: process ids mean nothing on another one. */
  readonly name: string;
  readonly isRunning: (pid: number) => boolean;
}

/** The value is how to give the lock back, or undefined when another run has it. */
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
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const [pid = '', name = ''] = (await ops.readFile(file).catch(() => '')).trim().split(' ');
    const isDead = name === host.name && !host.isRunning(Number(pid));
    if (!isDead || attempt > 0)
      return failed([
        diagnostic('output-locked', { pid: /^\d+$/.test(pid) ? pid : 'unknown', file: LOCK_FILE }),
      ]);
    await ops.unlink(file).catch(() => undefined);
  }
}
