/** A file that grows without end is read up to a limit. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskIo } from '../../../generator/source/io.ts';
import { loadText } from '../../../generator/source/load.ts';
import type { Said } from '../check.ts';

export async function run(): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-long-'));
  try {
    writeFileSync(join(folder, 'openapi.yml'), 'openapi: 3.1.0\n'.repeat(10));
    const io = diskIo(folder, { limits: { milliseconds: 1000, bytes: 100 } });
    const { diagnostics } = await loadText('openapi.yml', io);
    return { diagnostics, texts: new Map() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
