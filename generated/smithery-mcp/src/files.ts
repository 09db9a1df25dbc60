/** File arguments: text, bytes in a data URL or, with `--files`, the name of a file in one folder. */
import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { CallError, isRecord } from './catalogue-types.ts';

const MOST_BYTES = 50_000_000;

/** Creates a file from the text of an argument. */
export type FileOpener = (text: string) => Promise<unknown>;

/** Copies a value and replaces the texts at `paths` with files. */
export async function withFiles(
  value: unknown,
  paths: readonly (readonly string[])[],
  opener: FileOpener,
): Promise<unknown> {
  let found = value;
  for (const path of paths) found = await replaced(found, path, opener);
  return found;
}

async function replaced(value: unknown, path: readonly string[], opener: FileOpener): Promise<unknown> {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? opener(value) : value;
  if (name === '*') {
    if (!Array.isArray(value)) return value;
    return Promise.all(value.map((item) => replaced(item, rest, opener)));
  }
  if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: await replaced(value[name], rest, opener) };
}

/** Opens files of one folder; refuses all if no folder is set. */
export const filesBelow =
  (folder: string | undefined): FileOpener =>
  (text) =>
    fileOf(text, folder);

/** Decodes `data:text/plain;base64,…`; undefined for any other text. */
export function dataFile(text: string): File | undefined {
  const inline = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w-]+=[^;,]*)*)(;base64)?,/i.exec(text);
  if (!inline) return undefined;
  const data = text.slice(inline[0].length);
  const bytes = inline[3] === undefined ? Buffer.from(plainText(data)) : Buffer.from(data, 'base64');
  return new File([bytes], 'file', { type: inline[1] ?? 'text/plain' });
}

async function fileOf(text: string, folder: string | undefined): Promise<File> {
  const inline = dataFile(text);
  if (inline) return inline;
  if (!text.startsWith('file:')) return new File([text], 'file.txt', { type: 'text/plain' });
  if (folder === undefined)
    throw new CallError('local files cannot be read: send text or data:<type>;base64,<data>');
  return diskFile(text.slice('file:'.length).replace(/^\/\//, ''), folder);
}

function plainText(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    throw new CallError('data: contains a % that does not start an escape; write %25, or use ;base64,');
  }
}

async function diskFile(name: string, folder: string): Promise<File> {
  const shown = `file:${name.slice(0, 100)}`;
  const missing = new CallError(`${shown}: no such file in the folder of --files`);
  // Links are resolved before checking that the file is inside the folder. Messages contain no local paths.
  const found = async (): Promise<string> => {
    const root = await realpath(folder);
    const path = await realpath(resolve(root, name));
    const inside = relative(root, path);
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) throw missing;
    return path;
  };
  const path = await found().catch(() => undefined);
  if (path === undefined) throw missing;
  // Opening a pipe must not block, and a link created since the check is not followed.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(
    () => {
      throw missing;
    },
  );
  try {
    const own = await handle.stat();
    if (!own.isFile()) throw new CallError(`${shown}: is not a file`);
    if (own.size > MOST_BYTES) throw new CallError(`${shown}: is larger than ${MOST_BYTES} bytes`);
    // A parent folder may have been replaced by a link since the check.
    const again = await found()
      .then(stat)
      .catch(() => undefined);
    if (again?.ino !== own.ino || again.dev !== own.dev) throw missing;
    const bytes = new Uint8Array(own.size);
    const { bytesRead } = await handle.read(bytes, 0, own.size, 0);
    return new File([bytes.subarray(0, bytesRead)], basename(path));
  } finally {
    await handle.close();
  }
}
