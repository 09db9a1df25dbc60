/** Files in arguments of the command line: `@path`, `-` for the standard input, or a data URL. */
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from './exit.ts';
import { type FileOpener, dataFile } from './files.ts';

/** A text that is none of these is a mistake: `photo.png` would be sent as nine letters. */
export const openFiles =
  (stdin: () => Promise<Buffer>): FileOpener =>
  async (text) => {
    const inline = dataFile(text);
    if (inline) return inline;
    if (text === '-') return new File([new Uint8Array(await stdin())], 'stdin');
    if (!text.startsWith('@'))
      throw new UsageError(
        `${text.slice(0, 60)}: a file is written @${text.slice(0, 60)}; - is the standard input`,
      );
    const path = text.slice(1);
    try {
      // A device or a pipe would be read as a file without bytes.
      if (!(await stat(path)).isFile())
        throw new UsageError(`${path.slice(0, 100)}: is not a file; - is the standard input`);
      return new File([await openAsBlob(path)], basename(path));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      throw new UsageError(`${path.slice(0, 100)}: cannot be read (${code})`);
    }
  };
