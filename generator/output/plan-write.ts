/**
 * Compares the new tree with the disk and plans what to create, change, delete, merge and
 * leave alone. Nothing is written here.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { type DiskFile, readAll } from './disk.ts';
import { LINES_FILE, type LineRecord, linesOf, printRecords, recordKey, recordLines } from './line-record.ts';
import { type GeneratedFile, MANIFEST_FILE, type Stamp, printManifest } from './manifest.ts';
import { hasMarks, mergeText } from './merge.ts';
import type { CustomCode, OutputState, WantedFile } from './state.ts';
import { hashText, withLineEnds } from './text.ts';

export interface PlanOptions {
  readonly customCode: CustomCode;
  readonly stamp: Stamp;
}

export interface PlannedWrite {
  readonly path: string;
  /** As written to disk, including line ends. */
  readonly text: string;
  /** `hashText` of the new text. */
  readonly hash: string;
  /** `hashText` of the replaced text; undefined if the file is new. */
  readonly before: string | undefined;
}

export interface WritePlan {
  readonly dir: string;
  readonly create: readonly PlannedWrite[];
  readonly change: readonly PlannedWrite[];
  readonly delete: readonly { readonly path: string; readonly before: string }[];
  /** The changed files in which an edit was kept, and the files with conflict markers. */
  readonly merged: readonly string[];
  readonly conflicts: readonly { readonly path: string; readonly count: number }[];
  readonly unchanged: readonly string[];
  /** Edited files without new generated text: they differ from what is generated. */
  readonly edited: readonly string[];
  /** Files that are generated once and that the user has changed. */
  readonly yours: readonly string[];
  /** Manifest and line records, if they differ from those on disk. */
  readonly records: readonly PlannedWrite[];
}

/**
 * The value is undefined if the output must not be changed. Conflicts are errors too, but come with a plan,
 * which contains both versions between markers.
 */
export function planWrite(
  state: OutputState,
  tree: readonly WantedFile[],
  options: PlanOptions,
): Result<WritePlan | undefined> {
  const foreign = readAll(
    state.dir,
    tree.map((file) => file.path).filter((path) => !state.disk.has(path)),
  );
  const wanted = new Set(tree.map((file) => file.path));
  const steps = [
    ...tree.map((file) =>
      planFile(state, file, {
        disk: state.disk.get(file.path) ?? foreign.get(file.path) ?? { kind: 'absent' },
        customCode: options.customCode,
      }),
    ),
    ...[...state.owned.keys()]
      .filter((path) => !wanted.has(path))
      .map((path) => planRemoval(state, path, options.customCode)),
  ];
  const diagnostics = steps.flatMap((step) => step.diagnostics);
  if (steps.some((step) => step.kind === 'stop')) return failed(diagnostics);
  const all = sortedBy(steps, (step) => step.path, byCodeUnit);
  const writes = all.flatMap((step) => (step.kind === 'write' ? [step] : []));
  return ok(
    {
      dir: state.dir,
      create: writes.filter((step) => step.write.before === undefined).map((step) => step.write),
      change: writes.filter((step) => step.write.before !== undefined).map((step) => step.write),
      delete: all.flatMap((step) =>
        step.kind === 'delete' ? [{ path: step.path, before: step.before }] : [],
      ),
      merged: writes.flatMap((step) => (step.isMerge ? [step.path] : [])),
      conflicts: writes.flatMap((step) =>
        step.conflicts > 0 ? [{ path: step.path, count: step.conflicts }] : [],
      ),
      unchanged: all.flatMap((step) => (step.kind === 'same' ? [step.path] : [])),
      edited: all.flatMap((step) => (step.kind === 'edited' ? [step.path] : [])),
      yours: all.flatMap((step) => (step.kind === 'yours' ? [step.path] : [])),
      records: planRecords(state, all, options.stamp),
    },
    diagnostics,
  );
}

/** True if the tree on disk equals what would be generated. Edits that are merely kept do not count. */
export const isClean = (plan: WritePlan): boolean =>
  plan.create.length + plan.change.length + plan.delete.length + plan.conflicts.length === 0;

/** What to do with a path, and what to record about it. */
type WriteStep = {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly record?: Remembered;
} & (
  | {
      readonly kind: 'write';
      readonly write: PlannedWrite;
      readonly isMerge: boolean;
      readonly conflicts: number;
    }
  | { readonly kind: 'delete'; readonly before: string }
  | { readonly kind: 'same' | 'edited' | 'yours' | 'released' | 'stop' }
);

/** `text` is set if the text is not yet recorded in `.sdkwright`. */
interface Remembered extends GeneratedFile {
  readonly text?: string;
}

interface FoundFile {
  readonly disk: DiskFile;
  readonly customCode: CustomCode;
}

function planFile(state: OutputState, file: WantedFile, { disk, customCode }: FoundFile): WriteStep {
  const { path } = file;
  const entry = state.owned.get(path);
  const stop = (...diagnostics: readonly Diagnostic[]): WriteStep => ({ kind: 'stop', path, diagnostics });
  if (disk.kind === 'blocked') return stop(disk.diagnostic);
  const hash = hashText(file.text);
  const record: Remembered = { hash, text: file.text };
  if (disk.kind === 'absent')
    return {
      kind: 'write',
      path,
      diagnostics: [],
      record,
      write: { path, text: file.text, hash, before: undefined },
      isMerge: false,
      conflicts: 0,
    };
  if (disk.hash === hash) return { kind: 'same', path, diagnostics: [], record };
  if (file.once) return { kind: 'yours', path, diagnostics: [], record };
  if (!entry) return stop(diagnostic('output-not-owned', { file: path }));
  const isEdited = disk.hash !== entry.hash;
  if (isEdited && customCode === 'refuse') return stop(diagnostic('output-edited', { file: path }));
  if (isEdited && customCode === 'merge') return planEdited(state, file, { disk, entry, record });
  return writeStep(path, {
    disk,
    record,
    text: file.text,
    hash,
    isMerge: false,
    conflicts: 0,
    diagnostics: [],
  });
}

function planEdited(
  state: OutputState,
  file: WantedFile,
  found: {
    readonly disk: DiskFile & { readonly kind: 'file' };
    readonly entry: GeneratedFile;
    readonly record: Remembered;
  },
): WriteStep {
  const { path, text } = file;
  const { disk, entry, record } = found;
  const isOpen = hasMarks(disk.text);
  const open = isOpen ? [diagnostic('output-conflict-open', { file: path })] : [];
  if (record.hash === entry.hash) return { kind: 'edited', path, diagnostics: open, record };
  // The base stays recorded, so that the new text is merged once the markers are gone.
  if (isOpen) return { kind: 'edited', path, diagnostics: open, record: entry };
  const base = state.records.get(recordKey({ path, hash: entry.hash }));
  const merged = mergeText({ base: base && linesOf(base.rows), yours: disk.text, generated: text });
  const diagnostics = [
    ...(base ? [] : [diagnostic('output-base-unknown', { file: path })]),
    ...(merged.conflicts > 0 ? [diagnostic('output-conflict', { file: path, count: merged.conflicts })] : []),
  ];
  const hash = hashText(merged.text);
  if (hash === disk.hash) return { kind: 'edited', path, diagnostics, record };
  return writeStep(path, {
    disk,
    record,
    text: merged.text,
    hash,
    isMerge: true,
    conflicts: merged.conflicts,
    diagnostics,
  });
}

interface FileWrite {
  readonly disk: DiskFile & { readonly kind: 'file' };
  readonly record: Remembered;
  readonly text: string;
  readonly hash: string;
  readonly isMerge: boolean;
  readonly conflicts: number;
  readonly diagnostics: readonly Diagnostic[];
}

function writeStep(
  path: string,
  { disk, record, text, hash, isMerge, conflicts, diagnostics }: FileWrite,
): WriteStep {
  if (isReadOnly(disk))
    return { kind: 'stop', path, diagnostics: [diagnostic('output-read-only', { file: path })] };
  return {
    kind: 'write',
    path,
    diagnostics,
    record,
    write: { path, text: withLineEnds(text, disk.crlf), hash, before: disk.hash },
    isMerge,
    conflicts,
  };
}

function planRemoval(state: OutputState, path: string, customCode: CustomCode): WriteStep {
  const disk = state.disk.get(path) ?? { kind: 'absent' };
  const entry = state.owned.get(path);
  switch (disk.kind) {
    case 'absent':
      return { kind: 'released', path, diagnostics: [] };
    case 'blocked':
      return { kind: 'stop', path, diagnostics: [disk.diagnostic] };
    case 'file':
      if (disk.hash !== entry?.hash && customCode === 'merge')
        return { kind: 'released', path, diagnostics: [diagnostic('output-edited-left', { file: path })] };
      if (disk.hash !== entry?.hash && customCode === 'refuse')
        return { kind: 'stop', path, diagnostics: [diagnostic('output-edited', { file: path })] };
      return isReadOnly(disk)
        ? { kind: 'stop', path, diagnostics: [diagnostic('output-read-only', { file: path })] }
        : { kind: 'delete', path, before: disk.hash, diagnostics: [] };
    default:
      return disk satisfies never;
  }
}

/**
 * Checks the mode bits, not the system's permission: a rename replaces a read-only file without asking, and
 * an administrator may write any file.
 */
const isReadOnly = (disk: DiskFile & { readonly kind: 'file' }): boolean => (disk.mode & 0o222) === 0;

function planRecords(state: OutputState, steps: readonly WriteStep[], stamp: Stamp): readonly PlannedWrite[] {
  const kept = steps.flatMap((step) => (step.record ? [{ path: step.path, ...step.record }] : []));
  if (kept.length === 0 && state.manifestText === undefined) return [];
  const manifest = printManifest(stamp, new Map(kept.map(({ path, hash }) => [path, { hash }])));
  const records = printRecords(
    kept.flatMap(({ path, hash, text }): readonly LineRecord[] => {
      const known = state.records.get(recordKey({ path, hash }));
      return known ? [known] : text === undefined ? [] : [{ path, hash, rows: recordLines(text) }];
    }),
  );
  return [
    { path: MANIFEST_FILE, text: manifest, old: state.manifestText },
    { path: LINES_FILE, text: records, old: state.recordsText },
  ].flatMap(({ path, text, old }) =>
    text === old
      ? []
      : [{ path, text, hash: hashText(text), before: old === undefined ? undefined : hashText(old) }],
  );
}
