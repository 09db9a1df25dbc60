/** An output folder for one test, and the run of a generator over it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { applyWrite } from '../../generator/output/apply-write.ts';
import type { FileOps } from '../../generator/output/file-ops.ts';
import type { Host } from '../../generator/output/lock.ts';
import { NO_STAMP, type Stamp } from '../../generator/output/manifest.ts';
import { type WritePlan, planWrite } from '../../generator/output/plan-write.ts';
import { type CustomCode, readState } from '../../generator/output/state.ts';

export const host: Host = { pid: 4242, name: 'test', isRunning: (pid) => pid === 4242 || pid === 7 };
export type Tree = Readonly<Record<string, string>>;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface RunOptions {
  readonly customCode?: CustomCode;
  readonly stamp?: Partial<Stamp>;
  readonly ops?: FileOps;
  readonly signal?: AbortSignal;
  /** Between plan and write. */
  readonly between?: (plan: WritePlan) => void;
  readonly dryRun?: boolean;
  /** Files that are made once. */
  readonly once?: readonly string[];
}

export function createOutput() {
  const top = mkdtempSync(join(tmpdir(), 'output-test-'));
  folders.push(top);
  const dir = join(top, 'sdk');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  /** Every file below the output folder, the generator's own records only on demand. */
  const files = (withRecords = false): Tree => {
    const paths = readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
    return Object.fromEntries(
      paths
        .sort()
        .filter((path) => withRecords || !path.startsWith('.sdkwright/'))
        .map((path) => [path, read(path)]),
    );
  };
  const run = async (
    tree: Tree,
    { customCode = 'merge', stamp = {}, ops, signal, between, dryRun = false, once = [] }: RunOptions = {},
  ) => {
    const state = await readState(dir, host);
    const done = (
      plan: WritePlan | undefined,
      diagnostics: readonly { readonly code: string; readonly message: string; readonly severity: string }[],
    ) => ({
      plan,
      diagnostics,
      codes: diagnostics.map((one) => one.code),
      isOk: diagnostics.every((one) => one.severity !== 'error'),
      summary: plan && {
        create: plan.create.map((one) => one.path),
        change: plan.change.map((one) => one.path),
        delete: plan.delete.map((one) => one.path),
        merged: plan.merged,
        conflicts: plan.conflicts,
        edited: plan.edited,
      },
    });
    if (!state.value) return done(undefined, state.diagnostics);
    const wanted = Object.entries(tree).map(([path, text]) => ({
      path,
      text,
      ...(once.includes(path) && { once: true }),
    }));
    const planned = planWrite(state.value, wanted, {
      customCode,
      stamp: { ...NO_STAMP, ...stamp },
    });
    const diagnostics = [...state.diagnostics, ...planned.diagnostics];
    if (!planned.value || dryRun) return done(planned.value, diagnostics);
    between?.(planned.value);
    const applied = await applyWrite(planned.value, { host, ...(ops && { ops }), ...(signal && { signal }) });
    return done(planned.value, [...diagnostics, ...applied]);
  };
  const git = (...args: readonly string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args],
      { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
  return { top, dir, write, read, files, run, git };
}

/** Numbered lines, some of them replaced. */
export const lines = (count: number, changes: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_unused, index) => `${changes[index + 1] ?? `line ${index + 1}`}\n`).join(
    '',
  );
