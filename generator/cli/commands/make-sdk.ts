/** Generates SDKs from documents, writes them to disk and reports to the terminal. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeDiagnostics } from '../../diagnostics/print/placed.ts';
import type { Trace } from '../../emit/trace.ts';
import { LOCK_FILE } from '../../output/journal.ts';
import { hasErrors } from '../../lib/result.ts';
import { EXIT } from '../exit.ts';
import { initHint } from '../init-hint.ts';
import type { LastRun } from '../last-run.ts';
import { report, reportOf } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import type { GenerateArguments, GenerateOutcome } from './generate-arguments.ts';
import { renderSdk } from './render-sdk.ts';
import { isPartialRun, placeRootFiles, writeRootFiles } from './repository-root.ts';
import { count } from '../../lib/count.ts';
import { summaryLine } from './summary.ts';
import { writeTarget } from './write-sdk.ts';

export async function makeSdk(
  terminal: Terminal,
  args: GenerateArguments,
  lastRun: LastRun,
): Promise<GenerateOutcome> {
  const started = terminal.now();
  const say = (stage: string): void => void (!args.quiet && terminal.progress(stage));
  const {
    config,
    targets: own,
    inputs,
    texts,
    ...rendered
  } = await renderSdk(terminal, args, { lastRun, say });
  const diagnostics: Diagnostic[] = [...rendered.diagnostics];
  if (config === undefined) {
    report(terminal, diagnostics, texts, args);
    return { code: EXIT.failed, inputs };
  }
  const retrace = async (out: string): Promise<Trace | undefined> => {
    const again = await renderSdk(terminal, args, { lastRun, say, isTraced: true });
    return again.targets.find((target) => target.out === out)?.trace;
  };
  const isPartial = isPartialRun(config, own);
  const { targets, root } = placeRootFiles(own, { config, cwd: terminal.cwd, isPartial });
  let files = 0;
  let clean = true;
  let merged = 0;
  const written = new Map<string, string | undefined>();
  for (const target of targets) {
    const done = await writeTarget(terminal, target, { config, args, say, retrace });
    diagnostics.push(...done.diagnostics);
    for (const [path, hash] of done.hashes) written.set(path, hash);
    // A killed run leaves its lock. Recording that there is none now makes the next run clean up then.
    if (done.hashes.size > 0) written.set(resolve(terminal.cwd, target.out, LOCK_FILE), undefined);
    files += done.files;
    clean &&= done.clean;
    merged += done.merged;
  }
  if (root && !hasErrors(diagnostics)) {
    const done = await writeRootFiles(terminal, root, args);
    diagnostics.push(...done.diagnostics);
    files += done.files;
    clean &&= done.clean;
  }
  terminal.progress('');
  report(terminal, diagnostics, texts, args);
  const leftOut = placeDiagnostics(
    diagnostics.filter((diagnostic) => diagnostic.leavesOut),
    texts,
  ).length;
  const failed = hasErrors(diagnostics) || (args.mode === 'check' && (!clean || leftOut > 0));
  if (!failed || args.mode !== 'write') {
    const seconds = (terminal.now() - started) / 1000;
    const figures = {
      files,
      ...rendered.figures,
      warnings: diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length,
      leftOut,
    };
    const edits =
      merged === 0 || args.mode !== 'write' ? '' : ` · your edits of ${count(merged, 'file')} merged`;
    if (!args.quiet) terminal.err(`${summaryLine({ ...figures, seconds })}${edits}`);
    const hint = initHint(config, args.spec);
    if (!args.quiet && args.mode === 'write' && hint !== undefined) terminal.err(hint);
    // Warnings about files in the folder apply to this run only.
    const isRepeatable =
      rendered.isRepeatable &&
      root === undefined &&
      !diagnostics.slice(rendered.diagnostics.length).some((diagnostic) => diagnostic.severity === 'warning');
    if (!failed && isRepeatable && (clean || args.mode === 'write')) {
      const reported = reportOf(diagnostics, texts);
      lastRun.remember({ figures, inputs, ...(reported ? { report: reported } : {}) }, written);
    }
  }
  return { code: failed ? EXIT.failed : EXIT.ok, inputs };
}
