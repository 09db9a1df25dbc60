/** Files in arguments: text, bytes in a data URL, or with `--files` the name of a file in one folder. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { CallError, isRecord } from './catalogue-types.ts';

const MOST_BYTES = 50_000_000;

/** A copy of the value with files in the places of `paths`. */
export async function withFiles(
  value: unknown,
  paths: readonly (readonly string[])[],
  folder: string | undefined,
): Promise<unknown> {
  let found = value;
  for (const path of paths) found = await replaced(found, path, folder);
  return found;
}

async function replaced(
  value: unknown,
  path: readonly string[],
  folder: string | undefined,
): Promise<unknown> {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? fileOf(value, folder) : value;
  if (name === '*') {
    if (!Array.isArray(value)) return value;
    return Promise.all(value.map((item) => replaced(item, rest, folder)));
  }
  if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: await replaced(value[name], rest, folder) };
}

async function fileOf(text: string, folder: string | undefined): Promise<File> {
  const inline = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w-]+=[^;,]*)*)(;base64)?,/i.exec(text);
  if (inline) {
    const data = text.slice(inline[0].length);
    const bytes = inline[3] === undefined ? Buffer.from(plainText(data)) : Buffer.from(data, 'base64');
    return new File([bytes], 'file', { type: inline[1] ?? 'text/plain' });
  }
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
