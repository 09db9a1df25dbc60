/**
 * What the output folder holds before a run: the manifest, the line records, and every file that the manifest
 * names.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, hasErrors, ok } from '../lib/result.ts';
import { type DiskFile, readAll, readDisk } from './disk.ts';
import { LINES_FILE, type LineRecord, parseRecords, recordKey } from './line-record.ts';
import { type GeneratedFile, MANIFEST_FILE, NO_STAMP, type Stamp, parseManifest } from './manifest.ts';
import { type Host, findUnfinished, recover } from './transaction.ts';

/** What becomes of edits inside generated files. */
export type CustomCode = 'merge' | 'refuse' | 'overwrite';

export interface OutputState {
  readonly dir: string;
  readonly stamp: Stamp;
  /** Files that an earlier run made, by path. */
  readonly owned: ReadonlyMap<string, GeneratedFile>;
  readonly records: ReadonlyMap<string, LineRecord>;
  /** The owned files as they are on disk. */
  readonly disk: ReadonlyMap<string, DiskFile>;
  /** The manifest and the records as they are on disk, or undefined. */
  readonly manifestText: string | undefined;
  readonly recordsText: string | undefined;
}

/**
 * Undoes what a run that was cut off left behind, then reads. A folder that is not there yet is an empty
 * state. `host`: of a run that writes;
 * without one nothing is undone, as nothing may be changed.
 */
export async function readState(
  dir: string,
  host: Host | undefined,
): Promise<Result<OutputState | undefined>> {
  const diagnostics: Diagnostic[] = [...(host ? await recover(dir, host) : findUnfinished(dir))];
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const manifestFile = readDisk(dir, MANIFEST_FILE);
  const recordsFile = readDisk(dir, LINES_FILE);
  for (const file of [manifestFile, recordsFile])
    if (file.kind === 'blocked') diagnostics.push(file.diagnostic);
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const manifestText = manifestFile.kind === 'file' ? manifestFile.text : undefined;
  const recordsText = recordsFile.kind === 'file' ? recordsFile.text : undefined;
  const parsed =
    manifestText === undefined
      ? ok({ stamp: NO_STAMP, files: new Map<string, readonly GeneratedFile[]>() })
      : parseManifest(manifestText);
  diagnostics.push(...parsed.diagnostics);
  if (!parsed.value) return failed(diagnostics);
  const disk = readAll(dir, [...parsed.value.files.keys()]);
  const records = parseRecords(recordsText ?? '');
  const owned = new Map(
    [...parsed.value.files].flatMap(([path, entries]) => {
      const entry = choose(path, entries, { disk: disk.get(path), records });
      return entry ? [[path, entry] as const] : [];
    }),
  );
  return ok({ dir, stamp: parsed.value.stamp, owned, records, disk, manifestText, recordsText }, diagnostics);
}

/**
 * After a merge of branches, the entry that tells the truth is the one whose text is there; failing that, one
 * that can be merged from.
 */
function choose(
  path: string,
  entries: readonly GeneratedFile[],
  found: { readonly disk: DiskFile | undefined; readonly records: ReadonlyMap<string, LineRecord> },
): GeneratedFile | undefined {
  const { disk, records } = found;
  return (
    entries.find((entry) => disk?.kind === 'file' && disk.hash === entry.hash) ??
    entries.find((entry) => records.has(recordKey({ path, hash: entry.hash }))) ??
    entries[0]
  );
}

/** A file of the new tree. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
  /** Made where it is missing, and from then on the user's. */
  readonly once?: boolean;
}
