/**
 * Records what the last run read and wrote, so that a run with the same inputs can stop after comparing
 * them. Stored in a cache folder and never in the output, because it is specific to a machine.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { TemplateIo } from '../emit/template-io.ts';
import { sha256 } from '../lib/hash.ts';
import { writeFiles } from '../output/write-file.ts';
import type { Io } from '../source/io.ts';
import type { Figures } from './commands/summary.ts';

export interface LastRun {
  /** Wraps access to files so that everything read through it is recorded. */
  readonly io: (io: Io) => Io;
  readonly templates: (io: TemplateIo) => TemplateIo;
  /**
   * The result of the last run if everything that it read and wrote is unchanged;
   * undefined if the run is necessary.
   */
  readonly result: () => Promise<RunResult | undefined>;
  /**
   * Records a successful run. `written` lists the generated files by absolute path,
   * with their `hashText` if available.
   */
  readonly remember: (result: RunResult, written: ReadonlyMap<string, string | undefined>) => void;
}

/** The same text without and with colours. */
export interface PrintedReport {
  readonly plain: string;
  readonly colored: string;
}

export interface RunResult {
  /** Its warnings, which a run with the same inputs prints again. */
  readonly report?: PrintedReport;
  readonly figures: Omit<Figures, 'seconds'>;
  /** Files and folders for a watcher. */
  readonly inputs: readonly string[];
}

interface Record extends RunResult {
  /** Hash of each file by path; null if the file did not exist. */
  readonly files: readonly (readonly [path: string, hash: string | null])[];
  /** Hash of the names below each folder. */
  readonly folders: readonly (readonly [path: string, hash: string | null])[];
}

export interface LastRunOptions {
  /** Absolute folder of the records; undefined: nothing is recorded. */
  readonly cache: string | undefined;
  /** Id of the running build; undefined if it has none, and then nothing is recorded. */
  readonly build: string | undefined;
  readonly cwd: string;
  /** All command-line options that affect the output. */
  readonly args: object;
  /** Lists a folder as `TemplateIo` does. */
  readonly listFiles: TemplateIo['listFiles'];
}

export function openLastRun({ cache, build, cwd, args, listFiles }: LastRunOptions): LastRun {
  const file = join(cache ?? '', `${hash(JSON.stringify([build, cwd, args]))}.json`);
  const files = new Map<string, string | null>();
  const folders = new Map<string, string | null>();
  let isRepeatable = build !== undefined && cache !== undefined;
  const shown = (path: string): string => (isAbsolute(path) ? relative(cwd, path) : path);
  const noteFile = (path: string, bytes: Uint8Array | string | undefined): void =>
    void files.set(shown(path), bytes === undefined ? null : hash(bytes));
  return {
    io: (io) => ({
      ...io,
      readFile: async (path, namedBy) => {
        const found = await io.readFile(path, namedBy);
        if (found === undefined || found.kind === 'bytes') noteFile(path, found?.bytes);
        else isRepeatable = false;
        return found;
      },
      fetch: (url) => {
        isRepeatable = false;
        return io.fetch(url);
      },
    }),
    templates: (io) => ({
      ...io,
      listFiles: async (folder) => {
        const names = await io.listFiles(folder);
        folders.set(shown(folder), namesHash(names));
        return names;
      },
      readText: async (path) => {
        const text = await io.readText(path);
        noteFile(path, text);
        return text;
      },
    }),
    result: async () => {
      const record = isRepeatable ? parse(readOrNothing(file)) : undefined;
      if (
        record === undefined ||
        !record.files.every(([path, known]) => hashOf(resolve(cwd, path)) === known)
      )
        return undefined;
      for (const [path, known] of record.folders)
        if (namesHash(await listFiles(resolve(cwd, path))) !== known) return undefined;
      return record;
    },
    remember: (result, written) => {
      if (!isRepeatable) return;
      for (const [path, known] of written) files.set(shown(path), known ?? hashOf(path));
      const record: Record = { ...result, files: [...files], folders: [...folders] };
      // The SDK is already written, so a cache that cannot be written is not a failure.
      writeFiles(dirname(file), [{ path: file, text: JSON.stringify(record) }]);
    },
  };
}

/** Equals `hashText` for a text with `\n` as line end. */
const hash = (content: string | Uint8Array): string => sha256(content).slice(0, 22);
const namesHash = (names: readonly string[] | undefined): string | null =>
  names === undefined ? null : hash(names.join('\0'));

function hashOf(path: string): string | null {
  const content = readOrNothing(path);
  return content === undefined ? null : hash(content);
}

function readOrNothing(path: string): Uint8Array | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** A record that cannot be read is ignored. */
function parse(content: Uint8Array | undefined): Record | undefined {
  try {
    const value: unknown = content === undefined ? undefined : JSON.parse(new TextDecoder().decode(content));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record {
  if (!isObject(value)) return false;
  const { report, figures, inputs, files, folders } = value;
  return (
    (report === undefined ||
      (isObject(report) && typeof report['plain'] === 'string' && typeof report['colored'] === 'string')) &&
    isObject(figures) &&
    FIGURES.every((name) => Number.isSafeInteger(figures[name])) &&
    isListOf(inputs, (item) => typeof item === 'string') &&
    isListOf(files, isHashed) &&
    files.length > 0 &&
    isListOf(folders, isHashed)
  );
}

const FIGURES = [
  'files',
  'resources',
  'methods',
  'models',
  'warnings',
  'leftOut',
] as const satisfies readonly (keyof RunResult['figures'])[];
const isObject = (value: unknown): value is Readonly<{ [key: string]: unknown }> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, is: (item: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.every(is);
const isHashed = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  (value[1] === null || typeof value[1] === 'string');
