/** Opens a file argument: `@path`, `-` for standard input, or a data URL. */
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from './exit.ts';
import { type FileOpener, dataFile } from './files.ts';

/** Any other text is an error: `photo.png` without `@` would be sent as nine letters. */
export const openFiles =
  (stdin: () => Promise<Buffer>): FileOpener =>
  async (text) => {
    const inline = dataFile(text);
    if (inline) return inline;
    if (text === '-') return new File([new Uint8Array(await stdin())], 'stdin');
    if (!text.startsWith('@'))
      throw new UsageError(
        `${text.slice(0, 60)}: to send a file, write @${text.slice(0, 60)}; - is standard input`,
      );
    const path = text.slice(1);
    try {
      // A device or a pipe would be read as an empty file.
      if (!(await stat(path)).isFile())
        throw new UsageError(`${path.slice(0, 100)}: is not a file; - is standard input`);
      return new File([await openAsBlob(path)], basename(path));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      throw new UsageError(`${path.slice(0, 100)}: cannot be read (${code})`);
    }
  };
