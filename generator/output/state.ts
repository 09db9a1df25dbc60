/**
 * Reads the output folder before a run: the manifest, the line records, and
 * every file that the manifest names.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, hasErrors, ok } from '../lib/result.ts';
import { type DiskFile, readAll, readDisk } from './disk.ts';
import { LINES_FILE, type LineRecord, parseRecords, recordKey } from './line-record.ts';
import { type GeneratedFile, MANIFEST_FILE, NO_STAMP, type Stamp, parseManifest } from './manifest.ts';
import { type Host, findUnfinished, recover } from './transaction.ts';

/** How edits inside generated files are treated. */
export type CustomCode = 'merge' | 'refuse' | 'overwrite';

export interface OutputState {
  readonly dir: string;
  readonly stamp: Stamp;
  /** Files that an earlier run generated, by path. */
  readonly owned: ReadonlyMap<string, GeneratedFile>;
  readonly records: ReadonlyMap<string, LineRecord>;
  /** The owned files as they are on disk. */
  readonly disk: ReadonlyMap<string, DiskFile>;
  /** The manifest and the records as they are on disk, or undefined. */
  readonly manifestText: string | undefined;
  readonly recordsText: string | undefined;
}

/**
 * Undoes what an interrupted run left behind, then reads the state. A missing folder is an empty state.
 * `host` is set for a run that writes; without it nothing is undone, because nothing may be changed.
 * `only`: the owned files to read, if not all.
 */
export async function readState(
  dir: string,
  host: Host | undefined,
  only?: ReadonlySet<string>,
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
  const files = [...parsed.value.files].filter(([path]) => only?.has(path) ?? true);
  const disk = readAll(
    dir,
    files.map(([path]) => path),
  );
  const records = parseRecords(recordsText ?? '');
  const owned = new Map(
    files.flatMap(([path, entries]) => {
      const entry = choose(path, entries, { disk: disk.get(path), records });
      return entry ? [[path, entry] as const] : [];
    }),
  );
  return ok({ dir, stamp: parsed.value.stamp, owned, records, disk, manifestText, recordsText }, diagnostics);
}

/**
 * After a merge of branches, chooses the entry whose text is on disk, otherwise
 * an entry that can serve as a base.
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
  /** True if the file is generated only if it is missing, and then belongs to the user. */
  readonly once?: boolean;
}
