/** What `generate` is asked for, and what came of it. */
import type { ExitCode } from '../exit.ts';

export interface GenerateArguments {
  readonly spec?: string;
  readonly config?: string;
  readonly out?: string;
  readonly overlays?: readonly string[];
  readonly templates?: string;
  /** The only target that is made: a language, or one of the config. */
  readonly target?: string;
  readonly allowRemote: boolean;
  readonly allowOutside: boolean;
  /** Whether programs that the config names may run. */
  readonly allowCommands: boolean;
  /** Say what would change and write nothing; `check` also fails when something would. */
  readonly mode: 'write' | 'dry-run' | 'check';
  /** Whether a check passes files that were edited in ways that merge. */
  readonly allowEdits: boolean;
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
