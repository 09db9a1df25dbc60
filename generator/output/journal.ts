/**
 * `.sdkwright/journal.json`: what a run is about to do, so that the next one can take it back. Like
 * everything in the folder it may have
 * come with a branch, so neither its form nor its paths are to be trusted.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { obstacleAt, readDisk } from './disk.ts';
import { pathObstacle } from './write-file.ts';
import { LINES_FILE } from './line-record.ts';
import { MANIFEST_FILE, STATE_FOLDER, isInside } from './manifest.ts';

export const JOURNAL_FILE = `${STATE_FOLDER}/journal.json`;
export const STAGE_FOLDER = `${STATE_FOLDER}/tmp`;
export const LOCK_FILE = `${STATE_FOLDER}/lock`;

/** One path that changes. `stage` and `backup` are in the stage folder. */
export interface JournalStep {
  readonly path: string;
  /** The new file; undefined for a deletion. */
  readonly stage?: string;
  /** The old file; undefined for a creation. */
  readonly backup?: string;
}

export interface Journal {
  readonly steps: readonly JournalStep[];
  /** Folders that this run makes, outermost first. */
  readonly folders: readonly string[];
}

/**
 * Why nothing in the folder of records may be touched: it, something in it or a folder above it is a link, which
 * would lead every change elsewhere, or the output is a part of `.git`.
 * To be asked before anything there is written, moved or removed.
 */
export function recordsObstacle(dir: string): Diagnostic | undefined {
  const way = pathObstacle(dir, dir);
  if (way) return way;
  for (const path of [`${STAGE_FOLDER}/any`, JOURNAL_FILE, LOCK_FILE, MANIFEST_FILE, LINES_FILE]) {
    const found = obstacleAt(dir, path);
    if (found) return found;
  }
  return undefined;
}

/**
 * The journal of an earlier run, if every path in it is one that a run could have written; else the reason
 * why it is not followed.
 */
export function readJournal(dir: string): Result<Journal | undefined> {
  const file = readDisk(dir, JOURNAL_FILE);
  if (file.kind === 'absent') return ok(undefined);
  if (file.kind === 'blocked') return failed([file.diagnostic]);
  const journal = parseJournal(file.text);
  if (!journal) return failed([diagnostic('journal-broken', { file: JOURNAL_FILE })]);
  const paths = journal.steps.flatMap(({ path, stage, backup }) => [
    path,
    ...(stage === undefined ? [] : [stage]),
    ...(backup === undefined ? [] : [backup]),
  ]);
  for (const path of [...paths, ...journal.folders.map((folder) => `${folder}/any`)]) {
    const obstacle = obstacleAt(dir, path);
    if (obstacle) return failed([obstacle]);
  }
  return ok(journal);
}

function parseJournal(text: string): Journal | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isJournal(value) ? value : undefined;
}

const isJournal = (value: unknown): value is Journal =>
  isRecord(value) &&
  Array.isArray(value['steps']) &&
  value['steps'].every(isStep) &&
  Array.isArray(value['folders']) &&
  value['folders'].every(isFolder);

const isStep = (value: unknown): value is JournalStep =>
  isRecord(value) && isTarget(value['path']) && isStaged(value['stage']) && isStaged(value['backup']);
const isTarget = (path: unknown): boolean =>
  typeof path === 'string' && (isInside(path) || path === MANIFEST_FILE || path === LINES_FILE);
const isStaged = (path: unknown): boolean =>
  path === undefined || (typeof path === 'string' && /^\.sdkwright\/tmp\/(?:old|new)\d+$/.test(path));
const isFolder = (path: unknown): boolean =>
  typeof path === 'string' && (isInside(path) || path === STATE_FOLDER);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
