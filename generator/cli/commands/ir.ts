/** `sdkwright ir`: the intermediate representation, for other tools. */
import { hasErrors } from '../../lib/result.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { irSchema } from '../ir-schema.ts';
import type { Inputs } from '../program.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';

export async function runIr(
  terminal: Terminal,
  args: Inputs & { readonly schema: boolean },
): Promise<ExitCode> {
  if (args.schema) {
    terminal.out(JSON.stringify(irSchema(), null, 2));
    return EXIT.ok;
  }
  const { generation, diagnostics, texts } = await openInputs(terminal, args);
  report(terminal, diagnostics, texts, { quiet: false });
  if (!generation) return EXIT.failed;
  terminal.out(JSON.stringify(generation.api, null, 2));
  return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
}
