/** `sdkwright init`: proposes a config, with the reason for each decision. */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { NEWEST_EDITION } from '../../lib/editions.ts';
import { hasErrors } from '../../lib/result.ts';
import { propose } from '../../init/propose.ts';
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
  if (!project.value || hasErrors(project.diagnostics)) {
    report(terminal, project.diagnostics, project.texts, { quiet: false });
    return EXIT.failed;
  }
  // What the document leaves out is missing in the proposal, too.
  report(terminal, project.diagnostics, project.texts, { quiet: true });
  const target = resolve(terminal.cwd, options.out);
  const spec = options.spec ?? '';
  const shown = /^https?:/.test(spec)
    ? spec
    : relative(dirname(target), resolve(terminal.cwd, spec)).replaceAll('\\', '/');
  const proposed = propose({
    documents: project.value.documents,
    spec: shown,
    document: spec,
    edition: NEWEST_EDITION,
  });
  if (options.stdout) {
    terminal.out(proposed.value.text.trimEnd());
    return EXIT.ok;
  }
  if (existsSync(target) && options.force !== true) {
    terminal.err(
      `${options.out} is there already. Pass --force to replace it, or --stdout to look at a proposal.`,
    );
    return EXIT.failed;
  }
  const faults = writeFiles(terminal.cwd, [{ path: options.out, text: proposed.value.text }]);
  report(terminal, faults, new Map(), { quiet: false });
  if (faults.length > 0) return EXIT.failed;
  terminal.err(initReport(proposed.value.survey, { config: options.out, out: 'sdk' }));
  return EXIT.ok;
}
