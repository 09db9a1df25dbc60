/** Destination of a response: standard output, or a file that is replaced only if all was written. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, realpath, rename, rm, stat } from 'node:fs/promises';
import { UsageError } from './exit.ts';

/** Writes text and bytes. `end` replaces the file. */
export interface Sink {
  readonly write: (chunk: string | Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Keeps the former file. */
  readonly abandon: () => Promise<void>;
}

/** Replaces a file after all was received. Follows links; writes to pipes and devices directly. */
export async function fileSink(path: string): Promise<Sink> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(`--output ${path}: is a folder`);
  const isPlain = found === undefined || found.isFile();
  const target = found ? await realpath(path) : path;
  const written = isPlain ? `${target}.${process.pid}.part` : path;
  const stream = createWriteStream(written, isPlain ? { flags: 'wx' } : {});
  let failure: unknown;
  stream.on('error', (error) => (failure ??= error));
  await Promise.race([
    once(stream, 'open'),
    once(stream, 'error').then(([error]: unknown[]) => Promise.reject(error)),
  ]).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  return {
    write: async (chunk) => {
      if (failure !== undefined) throw unwritable(path, failure);
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
    },
    end: async () => {
      stream.end();
      await once(stream, 'close');
      if (failure !== undefined) throw unwritable(path, failure);
      if (!isPlain) return;
      if (found) await chmod(written, found.mode);
      await rename(written, target);
    },
    abandon: async () => {
      stream.destroy();
      if (isPlain) await rm(written, { force: true });
    },
  };
}

function unwritable(path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
  return new UsageError(`--output ${path}: cannot be written (${code})`);
}

export const standardSink = (stream: NodeJS.WritableStream): Sink => ({
  write: async (chunk) => {
    if (!stream.write(chunk)) await once(stream, 'drain');
  },
  end: async () => undefined,
  abandon: async () => undefined,
});
