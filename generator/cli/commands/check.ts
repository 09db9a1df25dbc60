/** `sdkwright check`: only reports diagnostics. */
import { isStrictFault } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print/print-text.ts';
import { printGithub } from '../../diagnostics/print/print-github.ts';
import { printJson } from '../../diagnostics/print/print-json.ts';
import { printSarif } from '../../diagnostics/print/print-sarif.ts';
import { isFaulty } from '../../lib/result.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { headlineHint } from '../headline-hint.ts';
import { initHint } from '../init-hint.ts';
import type { Inputs } from '../inputs.ts';
import { repositoryPath } from '../repository-path.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';
import { count } from '../../lib/count.ts';

export interface CheckArguments extends Inputs {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly strict: boolean;
}

export async function runCheck(terminal: Terminal, args: CheckArguments): Promise<ExitCode> {
  const { project, generations, diagnostics, texts } = await openInputs(terminal, args);
  switch (args.format) {
    case 'text': {
      if (diagnostics.length > 0)
        terminal.out(printDiagnostics(diagnostics, texts, { color: terminal.colors.isColorSupported }));
      const of = (severity: string): number =>
        diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      terminal.err(
        [count(of('error'), 'error'), count(of('warning'), 'warning'), count(of('note'), 'note')].join(' · '),
      );
      const [generation] = generations.values();
      const hints = project && [
        generation && headlineHint(project.config, generation.plan),
        initHint(project.config, args.spec),
      ];
      for (const hint of hints ?? []) if (hint !== undefined) terminal.err(hint);
      break;
    }
    case 'json':
      terminal.out(printJson(diagnostics, texts).trimEnd());
      break;
    case 'sarif':
      terminal.out(printSarif(diagnostics, texts, repositoryPath(terminal.cwd)).trimEnd());
      break;
    case 'github':
      if (diagnostics.length > 0)
        terminal.out(printGithub(diagnostics, texts, repositoryPath(terminal.cwd)).trimEnd());
      break;
    default:
      args.format satisfies never;
  }
  return isFaulty(diagnostics) || (args.strict && diagnostics.some(isStrictFault)) ? EXIT.failed : EXIT.ok;
}
