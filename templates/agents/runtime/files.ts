/** Files in arguments: text, bytes in a data URL, or with `--files` the name of a file in one folder. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { CallError, isRecord } from './catalogue-types.ts';

const MOST_BYTES = 50_000_000;

/** A file of the text that an argument has. */
export type FileOpener = (text: string) => Promise<unknown>;

/** A copy of the value with files in the places of `paths`. */
export async function withFiles(
  value: unknown,
  paths: readonly (readonly string[])[],
  open: FileOpener,
): Promise<unknown> {
  let found = value;
  for (const path of paths) found = await replaced(found, path, open);
  return found;
}

async function replaced(value: unknown, path: readonly string[], open: FileOpener): Promise<unknown> {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? open(value) : value;
  if (name === '*') {
    if (!Array.isArray(value)) return value;
    return Promise.all(value.map((item) => replaced(item, rest, open)));
  }
  if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: await replaced(value[name], rest, open) };
}

/** Files of one folder, where there is one. */
export const filesBelow =
  (folder: string | undefined): FileOpener =>
  (text) =>
    fileOf(text, folder);

/** `data:text/plain;base64,…`; undefined for any other text. */
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
    throw new CallError('files of this computer are closed to you: send text or data:<type>;base64,<data>');
  return diskFile(text.slice('file:'.length).replace(/^\/\//, ''), folder);
}

function plainText(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    throw new CallError('data: its text has a % that begins no escape; write %25, or use ;base64,');
  }
}

async function diskFile(name: string, folder: string): Promise<File> {
  const root = await realpath(folder);
  // Links are followed before it is asked whether the file is inside.
  const path = await realpath(resolve(root, name)).catch(() => undefined);
  const inside = path === undefined ? undefined : relative(root, path);
  const isOutside = inside === undefined || inside === '' || inside.startsWith('..') || isAbsolute(inside);
  if (path === undefined || isOutside)
    throw new CallError(`file:${name.slice(0, 100)}: there is no such file in the folder of --files`);
  const found = await stat(path);
  // A pipe would be waited for.
  if (!found.isFile()) throw new CallError(`file:${name.slice(0, 100)}: is no file`);
  const { size } = found;
  if (size > MOST_BYTES)
    throw new CallError(`file:${name.slice(0, 100)}: is larger than ${MOST_BYTES} bytes`);
  return new File([await readFile(path)], basename(path));
}
