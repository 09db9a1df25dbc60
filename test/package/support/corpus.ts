/** The corpus of real documents, unpacked into a temporary folder, or undefined where it is absent. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedFolder } from '../../support/shared.ts';

export function unpackedCorpus(): string | undefined {
  const archive = sharedFolder === undefined ? undefined : join(sharedFolder, 'corpus/dev.tar.xz');
  if (archive === undefined || !existsSync(archive)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync('tar', ['-xJf', archive, '-C', folder]);
  return existsSync(join(folder, 'files')) ? folder : join(folder, 'dev');
}
