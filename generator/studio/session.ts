/** The config of a folder during editing: its text, the undo history, and external edits. */
import { createHash } from 'node:crypto';
import { type ConfigAction, planAction } from '../config/rewrite/actions.ts';
import { rewriteConfig, valueOf } from '../config/rewrite/rewrite.ts';
import { findConfig } from '../config/load.ts';
import {
  NEW_CONFIG,
  configFaults,
  configText,
  editedSdk,
  proposedConfig,
  readConfigText,
} from '../editable-config.ts';
import { hasErrors } from '../lib/result.ts';
import { mergeText } from '../output/merge.ts';
import { hashLine } from '../output/text.ts';
import { writeFiles } from '../output/write-file.ts';
import { type LoadedProject, type ProjectRequest, loadProject } from '../project.ts';
import type { Io } from '../source/io.ts';
import type { Documents } from '../source/types.ts';
import type { LoadedSets } from '../targets.ts';
import type { StudioEvent } from './contract.ts';
import { type Plan, planProject } from './plan.ts';
import { documentStamps } from './stamps.ts';

export interface SessionRequest extends Omit<ProjectRequest, 'config'> {
  readonly config?: string;
  readonly io: Io;
}

/** Nothing was changed. */
export interface Refusal {
  readonly reason: string;
  /** The same lines were changed elsewhere. */
  readonly conflict?: true;
  readonly line?: number;
}

export interface Session {
  readonly plan: () => Plan;
  readonly text: () => {
    readonly text: string;
    readonly hash: string;
    readonly exists: boolean;
    /** It was there, and has been deleted. */
    readonly isGone: boolean;
  };
  readonly file: string;
  /** The config when the studio was opened. */
  readonly start: string | undefined;
  readonly history: () => { readonly undo: string | undefined; readonly redo: string | undefined };
  readonly act: (action: ConfigAction, label: string) => Promise<Refusal | undefined>;
  /** Typed text; `base` is the hash of the text that it is based on. */
  readonly type: (text: string, base: string) => Promise<Refusal | undefined>;
  readonly undo: () => Promise<Refusal | undefined>;
  readonly redo: () => Promise<Refusal | undefined>;
  /** Checks the files on disk; returns true if anything changed. */
  readonly look: () => Promise<boolean>;
}

interface Step {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const MOST_STEPS = 500;

const hashOf = (text: string | undefined): string =>
  text === undefined ? 'none' : createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `failed` if the project cannot be loaded. */
export type OpenedSession = { readonly session: Session } | { readonly failed: LoadedProject };

export async function openSession(
  request: SessionRequest,
  tell: (event: StudioEvent) => void,
): Promise<OpenedSession> {
  const { io, cwd } = request;
  const found = request.config ?? (await findConfig('', io));
  const file = found ?? NEW_CONFIG;
  const load = (): Promise<LoadedProject> => loadProject({ ...request, config: isThere ? file : false });
  /** A link out of the project, a folder and a file that is not UTF-8 are there, but are no text. */
  let isThere = found !== undefined;
  let onDisk = isThere ? await configText(file, io) : undefined;
  const first = await load();
  if (!first.value || hasErrors(first.diagnostics)) return { failed: first };
  // Only sets of the package are rendered here, so they do not change.
  const sets: LoadedSets = new Map();
  const hasSpec = request.spec !== undefined;
  let plan = planProject(first, { revision: 1, file, sets, hasSpec });
  /** The initial text if there is no file yet. */
  let proposal: string | undefined;
  const start = onDisk;
  const known = new Map<string, string>();
  let lastText = onDisk;
  /** The documents could not be read, so that a change of the config alone does not make the plan valid. */
  let mustLoad = false;
  let undone: Step[] = [];
  const steps: Step[] = [];
  let stamps = await documentStamps(plan.documents, io);

  /** The last text that was read: checked before it is written, then planned. */
  let lastRead: { readonly text: string; readonly loaded: ReturnType<typeof readConfigText> } | undefined;
  const read = (text: string): ReturnType<typeof readConfigText> => {
    if (lastRead?.text !== text) lastRead = { text, loaded: readConfigText(file, text) };
    return lastRead.loaded;
  };
  /** The last text of a config that is gone, or what `init` would write where there was none. */
  const current = (): string =>
    onDisk ?? lastText ?? (proposal ??= proposedConfig(plan.project.documents, { file, cwd }).text);
  const remember = (text: string): void => {
    known.set(hashOf(text), text);
    if (known.size > MOST_STEPS) known.delete(known.keys().next().value ?? '');
  };
  const planAgain = async (isDocument: boolean): Promise<void> => {
    const revision = plan.revision + 1;
    const before = plan.project;
    // Two plans at the same time would double the memory.
    plan.renderer.forget();
    const isLoaded = isDocument || mustLoad || onDisk === undefined;
    const again =
      isLoaded || onDisk === undefined ? await load() : await plan.withConfig(await read(onDisk), load);
    if (isLoaded) mustLoad = again.value === undefined || hasErrors(again.diagnostics);
    plan =
      again.value && !hasErrors(again.diagnostics)
        ? planProject(again, { revision, file, sets, hasSpec })
        : { ...plan, revision, isStale: true, diagnostics: again.diagnostics, texts: again.texts };
    if (plan.project.documents !== before.documents) stamps = await documentStamps(plan.documents, io);
  };
  /** Reads edits made elsewhere since the last check. */
  const readAgain = async (): Promise<boolean> => {
    const text = await configText(file, io);
    const wasThere = isThere;
    isThere = text !== undefined || (await io.readFile(file)) !== undefined;
    if (text === onDisk && isThere === wasThere) return false;
    onDisk = text;
    lastText = text ?? lastText;
    // The editor of a page may hold it from now on.
    remember(current());
    await planAgain(false);
    tell({ kind: 'changed', revision: plan.revision, outside: true });
    return true;
  };
  const isGone = (): boolean => !isThere && lastText !== undefined;
  const unreadable = (): Refusal | undefined =>
    isThere && onDisk === undefined
      ? { reason: `${file} cannot be read as text, so it is not changed.` }
      : undefined;
  /** A click does not bring back a file that somebody has deleted; text that is typed does. */
  const unchangeable = (): Refusal | undefined =>
    isGone()
      ? { reason: `${file} is gone. Bring it back, or change its text in the YAML tab.` }
      : unreadable();
  const write = async (text: string, step: Step | undefined): Promise<Refusal | undefined> => {
    const faults = writeFiles(cwd, [{ path: file, text }]);
    if (faults[0] !== undefined) return { reason: faults[0].message };
    isThere = true;
    lastText = text;
    remember(text);
    if (step !== undefined) {
      steps.push(step);
      undone = [];
      if (steps.length > MOST_STEPS) steps.shift();
    }
    onDisk = text;
    await planAgain(false);
    tell({ kind: 'changed', revision: plan.revision });
    return undefined;
  };
  const back = async (from: Step[], to: Step[], isUndo: boolean): Promise<Refusal | undefined> => {
    await readAgain();
    const refusal = unchangeable();
    if (refusal !== undefined) return refusal;
    const step = from.at(-1);
    if (step === undefined) return { reason: `There is nothing to ${isUndo ? 'undo' : 'redo'}.` };
    const [now, then] = isUndo ? [step.after, step.before] : [step.before, step.after];
    const text = merged(now, current(), then);
    if (text === undefined)
      return { reason: `${file} has been changed at the same place since: ${step.label}.`, conflict: true };
    const failed = await write(text, undefined);
    if (failed !== undefined) return failed;
    from.pop();
    to.push(step);
    tell({ kind: 'changed', revision: plan.revision });
    return undefined;
  };

  // Changes are applied one at a time, because two pages may send them concurrently.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  remember(current());

  const session: Session = {
    plan: () => plan,
    text: () => ({
      text: current(),
      hash: hashOf(current()),
      exists: onDisk !== undefined,
      isGone: isGone(),
    }),
    file,
    start,
    history: () => ({ undo: steps.at(-1)?.label, redo: undone.at(-1)?.label }),
    act: (action, label) =>
      inTurn(async () => {
        await readAgain();
        const refusal = unchangeable();
        if (refusal !== undefined) return refusal;
        const before = current();
        remember(before);
        const planned = planAction(
          valueOf(before) ?? {},
          editedSdk(plan.api, plan.project.config, { document: documentOf(plan.project.documents), file }),
          action,
        );
        if (planned.kind === 'fault') return { reason: planned.reason };
        const done = rewriteConfig(before, planned.changes);
        if (done.kind === 'fault') return { reason: `${file}: ${done.reason}` };
        if (done.text === before) return undefined;
        const { diagnostics } = await read(done.text);
        const faults = diagnostics.filter(({ severity }) => severity === 'error');
        const old = faults.length === 0 ? [] : await configFaults(file, before);
        const fault = faults.find(({ message }) => old.every((item) => item.message !== message));
        if (fault !== undefined) return { reason: fault.message };
        return write(done.text, { label, before, after: done.text });
      }),
    type: (text, base) =>
      inTurn(async () => {
        await readAgain();
        const refusal = unreadable();
        if (refusal !== undefined) return refusal;
        const began = known.get(base);
        if (began === undefined)
          return { reason: 'The editor holds a text that is too old.', conflict: true };
        const before = current();
        const wanted = merged(began, before, text);
        if (wanted === undefined)
          return { reason: `${file} was changed at the same lines elsewhere.`, conflict: true };
        if (valueOf(wanted) === undefined) {
          const [fault] = await configFaults(file, wanted);
          return {
            reason: fault?.message ?? 'The text is not YAML.',
            ...(fault?.position && { line: fault.position.line }),
          };
        }
        if (wanted === onDisk) return undefined;
        return write(wanted, { label: 'typing', before, after: wanted });
      }),
    undo: () => inTurn(() => back(steps, undone, true)),
    redo: () => inTurn(() => back(undone, steps, false)),
    look: () =>
      inTurn(async () => {
        const isChanged = await readAgain();
        const later = await documentStamps(plan.documents, io);
        if (later === stamps) return isChanged;
        stamps = later;
        await planAgain(true);
        tell({ kind: 'changed', revision: plan.revision, outside: true });
        return true;
      }),
  };
  return { session };
}

const documentOf = (documents: Documents): string => documents.originOf(documents.root).document;

/** Undefined if both sides changed the same lines since `base`. */
function merged(base: string, theirs: string, wanted: string): string | undefined {
  if (theirs === base) return wanted;
  const lines = base.split('\n').map((line) => hashLine(line));
  const { text, conflicts } = mergeText({ base: lines, yours: theirs, generated: wanted });
  return conflicts === 0 ? text : undefined;
}
