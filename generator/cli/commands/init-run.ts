/** `sdkwright init`: proposes a config, with the reason for each decision. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { proposedConfig } from '../../editable-config.ts';
import { hasErrors } from '../../lib/result.ts';
import { loadProject } from '../../project.ts';
import { writeFiles } from '../../output/write-file.ts';
import { diskIo } from '../../source/io.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { report } from '../report.ts';
import { type AllowOptions, isAllowed } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';
import { initReport } from './init-report.ts';

export interface InitOptions extends AllowOptions {
  readonly spec?: string;
  readonly out: string;
  readonly stdout?: boolean;
  readonly force?: boolean;
  readonly overlay?: readonly string[];
}

export async function runInit(terminal: Terminal, options: InitOptions): Promise<ExitCode> {
  const io = diskIo(terminal.cwd, { allowOutside: isAllowed(options, 'outside') });
  // An existing config must not influence a proposal.
  const project = await loadProject({
    io,
    cwd: terminal.cwd,
    config: false,
    allowRemote: isAllowed(options, 'remote'),
    ...(options.spec ? { spec: options.spec } : {}),
    ...(options.overlay ? { overlays: options.overlay } : {}),
  });
  const refuse = (diagnostics: readonly Diagnostic[]): ExitCode => {
    report(terminal, diagnostics, project.texts);
    return EXIT.failed;
  };
  if (!project.value || hasErrors(project.diagnostics)) return refuse(project.diagnostics);
  // What the document leaves out is missing in the proposal, too.
  report(terminal, project.diagnostics, project.texts, { quiet: true });
  const { documents } = project.value;
  const { text, survey } = proposedConfig(documents, { file: options.out, cwd: terminal.cwd });
  if (options.stdout) {
    terminal.out(text.trimEnd());
    return EXIT.ok;
  }
  if (existsSync(resolve(terminal.cwd, options.out)) && options.force !== true) {
    terminal.err(
      `${options.out} is there already. Pass --force to replace it, or --stdout to look at a proposal.`,
    );
    return EXIT.failed;
  }
  const faults = writeFiles(terminal.cwd, [{ path: options.out, text }]);
  if (faults.length > 0) return refuse(faults);
  terminal.err(initReport(survey, { config: options.out, out: 'sdk' }));
  return EXIT.ok;
}
