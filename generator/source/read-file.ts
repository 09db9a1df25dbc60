/** One file from the disk, within limits. */
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly reason: string }
  /** Not read, because it is outside the folder to which the text that names it reaches. */
  | { readonly kind: 'outside'; readonly folder: string };

export interface ReadLimits {
  /** Most bytes that are read. */
  readonly bytes: number;
  /** Refuse what is no regular file: a device has no end, and a pipe may never begin. */
  readonly regular: boolean;
}

export async function readLimitedFile(
  path: string,
  { bytes, regular }: ReadLimits,
): Promise<Fetched | undefined> {
  let file: FileHandle | undefined;
  try {
    // Without O_NONBLOCK the opening of a pipe would wait for somebody to write into it.
    file = await open(path, regular ? constants.O_RDONLY | constants.O_NONBLOCK : constants.O_RDONLY);
    const stats = await file.stat();
    if (stats.isDirectory()) return { kind: 'fault', reason: 'EISDIR' };
    if (regular && !stats.isFile()) return { kind: 'fault', reason: 'it is no regular file' };
    if (stats.size > bytes) return { kind: 'fault', reason: `larger than ${bytes} bytes` };
    return await readUpTo(file, bytes, stats.size);
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { kind: 'fault', reason: code };
  } finally {
    await file?.close();
  }
}

let standardInput: Promise<Fetched> | undefined;

/** What the process is given, read once: it may be asked for again. `open` is for tests. */
export const readStandardInput = (
  limit: number,
  open: () => AsyncIterable<Uint8Array> = () => createReadStream('', { fd: 0, autoClose: false }),
): Promise<Fetched> => (standardInput ??= readStream(open(), limit));

async function readStream(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) return { kind: 'fault', reason: `larger than ${limit} bytes` };
      chunks.push(chunk);
    }
    return { kind: 'bytes', bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { kind: 'fault', reason: errorCode(error) };
  }
}

/** The size may be zero (`/proc`) or grow, so the bytes are counted as they come. */
async function readUpTo(file: FileHandle, limit: number, expected: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(65_536, expected - size + 1));
    const { bytesRead } = await file.read(chunk);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size > limit) return { kind: 'fault', reason: `larger than ${limit} bytes` };
    chunks.push(chunk.subarray(0, bytesRead));
  }
  const [only] = chunks;
  return { kind: 'bytes', bytes: chunks.length === 1 && only ? only : Buffer.concat(chunks) };
}

export const errorCode = (error: unknown): string =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : error.message
    : String(error);
