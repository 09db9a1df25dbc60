/**
 * `.sdkwright/journal.json`: the changes that a run is about to make, so that the next run can
 * undo them. Like everything in the folder it may come from an untrusted branch, so neither
 * its form nor its paths are trusted.
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

/** A path that changes. `stage` and `backup` are in the stage folder. */
export interface JournalStep {
  readonly path: string;
  /** The new file; undefined for a deletion. */
  readonly stage?: string;
  /** The old file; undefined for a creation. */
  readonly backup?: string;
}

export interface Journal {
  readonly steps: readonly JournalStep[];
  /** Folders that this run creates, outermost first. */
  readonly folders: readonly string[];
}

/**
 * Why nothing in the folder of records may be changed: the folder, its content or a parent folder is a
 * link, which would redirect every change, or the output is part of `.git`. Check this before writing,
 * moving or removing anything there.
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
 * The journal of an earlier run if all its paths could have been written by a run;
 * otherwise the reason for ignoring it.
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
