/** Input and result of `generate`. */
import type { ExitCode } from '../exit.ts';

export interface GenerateArguments {
  readonly spec?: string;
  readonly config?: string;
  readonly out?: string;
  readonly overlays?: readonly string[];
  readonly templates?: string;
  /** The only target to generate: a language, or a target of the config. */
  readonly target?: string;
  readonly allowRemote: boolean;
  readonly allowOutside: boolean;
  /** True if programs named in the config may run. */
  readonly allowCommands: boolean;
  /** `dry-run` and `check` report changes and write nothing; `check` also fails if there are any. */
  readonly mode: 'write' | 'dry-run' | 'check';
  /** True if a check accepts edited files whose edits can be merged. */
  readonly allowEdits: boolean;
  readonly strict: boolean;
  readonly quiet: boolean;
  /** True to list the changes in a run that writes, too. */
  readonly listChanges?: boolean;
  readonly signal?: AbortSignal;
}

export interface GenerateOutcome {
  readonly code: ExitCode;
  /** Files and folders that the run read, for a watcher. Relative to the working folder. */
  readonly inputs: readonly string[];
}
