/** The second half of a run: compares texts with the folder, formats new texts, and writes them. */
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Config } from '../../config/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type TextFault, textFaults } from '../../emit/faults.ts';
import { format } from '../../emit/format.ts';
import type { Trace } from '../../emit/trace.ts';
import type { TreeFile } from '../../emit/types.ts';
import { hasErrors } from '../../lib/result.ts';
import { applyWrite } from '../../output/apply-write.ts';
import { LINES_FILE } from '../../output/line-record.ts';
import type { Host } from '../../output/lock.ts';
import { MANIFEST_FILE } from '../../output/manifest.ts';
import { type WritePlan, isClean, planWrite } from '../../output/plan-write.ts';
import { type WantedFile, readState } from '../../output/state.ts';
import type { Terminal } from '../terminal.ts';
import type { GenerateArguments } from './generate-arguments.ts';
import type { RenderedTarget } from './render-sdk.ts';
import { otherPublishers } from './other-publishers.ts';
import { count } from '../../lib/count.ts';

export interface WriteResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  /** True if nothing had to change. */
  readonly clean: boolean;
  /** Files whose edits by hand are in the new text, too. */
  readonly merged: number;
  /**
   * All generated files that exist now, by absolute path; with their `hashText` if they were written in
   * this run with `\n` as line end.
   */
  readonly hashes: ReadonlyMap<string, string | undefined>;
}

interface WriteContext {
  readonly config: Config;
  readonly args: GenerateArguments;
  readonly say: (stage: string) => void;
  /**
   * Traces the texts of a folder back to their templates. It renders them
   * again, so call it only for a fault.
   */
  readonly retrace: (out: string) => Promise<Trace | undefined>;
}

export async function writeTarget(
  terminal: Terminal,
  target: RenderedTarget,
  { config, args, say, retrace }: WriteContext,
): Promise<WriteResult> {
  const { out } = target;
  const diagnostics: Diagnostic[] = [];
  const nothing = { diagnostics, files: 0, clean: false, merged: 0, hashes: new Map<string, string>() };
  const state = await readState(
    resolve(terminal.cwd, out),
    args.mode === 'write' ? host(terminal) : undefined,
  );
  diagnostics.push(...state.diagnostics);
  if (!state.value) return nothing;
  // The manifest may come from an untrusted branch, so its hashes must not be used to skip formatting.
  say(`formatting ${count(target.files.length, 'file')} …`);
  const formatted = config.output.format
    ? await formatAll(target.files)
    : { files: target.files, faults: [] };
  if (formatted.faults.length > 0) diagnostics.push(...textFaults(formatted.faults, await retrace(out)));
  if (hasErrors(diagnostics)) return nothing;
  const plan = planWrite(state.value, [...formatted.files, ...target.documented], {
    customCode: config.output.customCode,
    stamp: target.stamp,
  });
  diagnostics.push(...plan.diagnostics);
  if (!plan.value) return nothing;
  diagnostics.push(...otherPublishers(resolve(terminal.cwd, out), pathsOf(plan.value.create)));
  if (args.mode === 'write') {
    say(`writing ${out} …`);
    const release = terminal.holdSignals();
    diagnostics.push(
      ...(await applyWrite(plan.value, {
        host: host(terminal),
        ...(args.signal ? { signal: args.signal } : {}),
      })),
    );
    release();
  }
  if (args.mode !== 'write' || args.listChanges === true) printPlan(terminal, plan.value, out);
  const { unchanged, edited, yours, create, change } = plan.value;
  const kept = [...unchanged, ...edited, ...yours, MANIFEST_FILE, LINES_FILE].map(
    (path) => [path, undefined] as const,
  );
  const written = [...create, ...change].map(
    (plannedWrite) =>
      [plannedWrite.path, plannedWrite.text.includes('\r') ? undefined : plannedWrite.hash] as const,
  );
  const hashes = new Map(
    [...kept, ...written].map(([path, hash]) => [resolve(terminal.cwd, out, path), hash] as const),
  );
  const clean = isClean(plan.value) && (args.allowEdits || plan.value.edited.length === 0);
  return { diagnostics, files: target.files.length, clean, merged: plan.value.merged.length, hashes };
}

export const pathsOf = (files: readonly { readonly path: string }[]): readonly string[] =>
  files.map((file) => file.path);

export async function formatAll(
  files: readonly TreeFile[],
): Promise<{ readonly files: readonly WantedFile[]; readonly faults: readonly TextFault[] }> {
  const done = await format(files);
  const before = new Map(files.map((file) => [file.path, file]));
  return {
    files: done.value.map((file) => ({ ...before.get(file.path), ...file })),
    faults: done.faults,
  };
}

function printPlan(terminal: Terminal, plan: WritePlan, out: string): void {
  const { colors } = terminal;
  const lines = [
    ...plan.create.map((plannedWrite) => colors.green(`+ ${out}/${plannedWrite.path}`)),
    ...plan.change.map(({ path }) =>
      colors.yellow(`~ ${out}/${path}${plan.merged.includes(path) ? ' (merged with your edits)' : ''}`),
    ),
    ...plan.delete.map((item) => colors.red(`- ${out}/${item.path}`)),
    ...plan.edited.map((path) => colors.cyan(`* ${out}/${path} (edited)`)),
  ];
  for (const line of lines) terminal.out(line);
}

export const host = (terminal: Terminal): Host => ({ pid: terminal.pid, name: hostname(), isRunning });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
