/** `sdkwright generate`: compares with the last run, and makes the SDK when anything differs. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { diskTemplates } from '../../emit/template-io.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openLastRun } from '../last-run.ts';
import { buildId, packageFolder } from '../package.ts';
import type { Terminal } from '../terminal.ts';
import { summaryLine } from './summary.ts';

export interface GenerateArguments {
  readonly spec?: string;
  readonly config?: string;
  readonly out?: string;
  readonly overlays?: readonly string[];
  readonly templates?: string;
  readonly allowRemote: boolean;
  readonly allowOutside: boolean;
  /** Say what would change and write nothing; `check` also fails when something would. */
  readonly mode: 'write' | 'dry-run' | 'check';
  readonly strict: boolean;
  readonly quiet: boolean;
  /** Lists the changes of a run that writes, too. */
  readonly listChanges?: boolean;
  readonly signal?: AbortSignal;
}

export interface GenerateOutcome {
  readonly code: ExitCode;
  /** Files and folders that the run read, for a watcher. Relative to the working folder. */
  readonly inputs: readonly string[];
}

export async function runGenerate(terminal: Terminal, args: GenerateArguments): Promise<GenerateOutcome> {
  const started = terminal.now();
  const { spec, config, out, overlays, templates, allowRemote, allowOutside } = args;
  const lastRun = openLastRun({
    cache: cacheFolder(terminal), build: buildId(), cwd: terminal.cwd,
    args: { spec, config, out, overlays, templates, allowRemote, allowOutside },
    listFiles: diskTemplates(terminal.cwd, packageFolder('templates')).listFiles,
  });
  const last = await lastRun.result();
  if (last === undefined || (args.strict && last.report !== undefined)) {
    const { makeSdk } = await import('./make-sdk.ts');
    return makeSdk(terminal, args, lastRun);
  }
  if (!args.quiet && last.report) terminal.err(terminal.colors.isColorSupported ? last.report.colored : last.report.plain);
  if (!args.quiet) terminal.err(`${summaryLine({ ...last.figures, seconds: (terminal.now() - started) / 1000 })} · unchanged`);
  return { code: EXIT.ok, inputs: last.inputs };
}

/** Where tools of a project keep what they can do without; else the user's own cache. */
function cacheFolder({ cwd, env }: Terminal): string {
  const modules = join(cwd, 'node_modules');
  return join(existsSync(modules) ? join(modules, '.cache') : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')), 'sdkwright');
}
