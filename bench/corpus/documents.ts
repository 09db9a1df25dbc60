/** The corpus as it lies in the shared folder: unpacked to a temporary folder, with its index. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CorpusDocument {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly version: string;
  readonly flags: readonly string[];
}

const LISTS = ['dev.txt', 'torture-dev.txt'];

/** Unpacks once per machine; later calls find the folder. */
export function corpusDocuments(shared: string): readonly CorpusDocument[] {
  const folder = join(tmpdir(), 'sdkwright-corpus');
  if (!existsSync(join(folder, 'files'))) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    execFileSync('tar', ['-xJf', join(shared, 'corpus/dev.tar.xz'), '-C', fresh, '--strip-components=1']);
    if (existsSync(folder)) rmSync(fresh, { recursive: true });
    else renameSync(fresh, folder);
  }
  return LISTS.flatMap((list) => readList(join(shared, 'corpus', list), folder)).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

function readList(path: string, folder: string): readonly CorpusDocument[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', file = '', , version = '', bytes = '0', , , , , , , flags = ''] = line.split('\t');
      return {
        id,
        file: join(folder, file),
        bytes: Number(bytes),
        version,
        flags: flags.split(',').filter((flag) => flag !== ''),
      };
    });
}
