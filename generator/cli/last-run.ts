/**
 * What the last run read and left behind, so that a run over the same bytes can stop after comparing them. Kept in a cache folder, never in
 * the output: it tells of one machine.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import process from 'node:process';
import type { TemplateIo } from '../emit/template-io.ts';
import { sha256 } from '../lib/hash.ts';
import type { Io } from '../source/io.ts';
import type { Figures } from './commands/summary.ts';

export interface LastRun {
  /** The same doors as the given ones; what goes through them is noted. */
  readonly io: (io: Io) => Io;
  readonly templates: (io: TemplateIo) => TemplateIo;
  /** What the last run said, if all that it read and wrote is as it was; undefined: the run has to be made. */
  readonly result: () => Promise<RunResult | undefined>;
  /** Notes a run that went well. `written`: what it made, by absolute path; its `hashText` where that is at hand. */
  readonly remember: (result: RunResult, written: ReadonlyMap<string, string | undefined>) => void;
}

/** The same text without and with colours. */
export interface PrintedReport {
  readonly plain: string;
  readonly colored: string;
}

export interface RunResult {
  /** Its warnings, as a run over the same bytes tells them again. */
  readonly report?: PrintedReport;
  readonly figures: Omit<Figures, 'seconds'>;
  /** Files and folders for a watcher. */
  readonly inputs: readonly string[];
}

interface Record extends RunResult {
  /** Hash of a file, or null where there was none, by path. */
  readonly files: readonly (readonly [path: string, hash: string | null])[];
  /** Hash of the names below a folder. */
  readonly folders: readonly (readonly [path: string, hash: string | null])[];
}

export interface LastRunOptions {
  /** Absolute folder that the records lie in. */
  readonly cache: string;
  /** Name of the build that runs; undefined: one that has none, of which nothing is remembered. */
  readonly build: string | undefined;
  readonly cwd: string;
  /** Everything of the command line that decides what is made. */
  readonly args: object;
  /** Reads a folder as `TemplateIo` does. */
  readonly listFiles: TemplateIo['listFiles'];
}

export function openLastRun({ cache, build, cwd, args, listFiles }: LastRunOptions): LastRun {
  const file = join(cache, `${hash(JSON.stringify([build, cwd, args]))}.json`);
  const files = new Map<string, string | null>();
  const folders = new Map<string, string | null>();
  let isRepeatable = build !== undefined;
  const shown = (path: string): string => (isAbsolute(path) ? relative(cwd, path) : path);
  const noteFile = (path: string, bytes: Uint8Array | string | undefined): void => void files.set(shown(path), bytes === undefined ? null : hash(bytes));
  return {
    io: (io) => ({
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
      const record = build === undefined ? undefined : parse(readOrNothing(file));
      if (record === undefined || !record.files.every(([path, known]) => hashOf(resolve(cwd, path)) === known)) return undefined;
      for (const [path, known] of record.folders) if (namesHash(await listFiles(resolve(cwd, path))) !== known) return undefined;
      return record;
    },
    remember: (result, written) => {
      if (!isRepeatable) return;
      for (const [path, known] of written) files.set(shown(path), known ?? hashOf(path));
      const record: Record = { ...result, files: [...files], folders: [...folders] };
      mkdirSync(cache, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(record));
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

/** Of a text with `\n` as line end the same as `hashText`. */
const hash = (content: string | Uint8Array): string => sha256(content).slice(0, 22);
const namesHash = (names: readonly string[] | undefined): string | null => (names === undefined ? null : hash(names.join('\0')));

function hashOf(path: string): string | null {
  const content = readOrNothing(path);
  return content === undefined ? null : hash(content);
}

function readOrNothing(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A record that cannot be read is no record. */
function parse(content: Uint8Array | undefined): Record | undefined {
  try {
    return content === undefined ? undefined : (JSON.parse(new TextDecoder().decode(content)) as Record);
  } catch {
    return undefined;
  }
}
