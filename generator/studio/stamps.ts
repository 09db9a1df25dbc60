/** Whether documents on disk are still those that were read. */
import { createHash } from 'node:crypto';
import type { Io } from '../source/io.ts';

/** A digest of every file; addresses are not asked again. */
export async function documentStamps(names: readonly string[], io: Io): Promise<string> {
  const sums = await Promise.all(
    names.map(async (name) => {
      const found = /^https?:/.test(name) ? undefined : await io.readFile(name);
      return found?.kind === 'bytes' ? createHash('sha256').update(found.bytes).digest('hex') : '';
    }),
  );
  return sums.join();
}
