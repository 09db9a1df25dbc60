/** `sdkwright ir` and `sdkwright plan`: the program's data for other programs. */
import { readFileSync } from 'node:fs';
import { irContract } from '../../contract/ir.ts';
import { catalogueContract } from '../../contract/catalogue.ts';
import { planContract } from '../../contract/plan.ts';
import { printContract } from '../../contract/print.ts';
import { hasErrors } from '../../lib/result.ts';
import { mainLanguage } from '../../targets.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { packageFolder } from '../package.ts';
import type { Inputs } from '../inputs.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';

export interface ContractArguments extends Inputs {
  readonly what: 'ir' | 'plan' | 'catalogue';
  /** True to print the JSON Schema instead, which the build derives from the types. */
  readonly schema: boolean;
  readonly origins: boolean;
}

export async function runContract(terminal: Terminal, args: ContractArguments): Promise<ExitCode> {
  if (args.schema) {
    terminal.out(readFileSync(packageFolder(`dist/schema/${args.what}.json`), 'utf8').trimEnd());
    return EXIT.ok;
  }
  const { project, generations, diagnostics, texts } = await openInputs(terminal, args, (config) => [
    mainLanguage(config),
  ]);
  const [generation] = generations.values();
  report(terminal, diagnostics, texts);
  if (!project || !generation) return EXIT.failed;
  const { documents } = project;
  const contract =
    args.what === 'ir'
      ? irContract(generation.api)
      : args.what === 'plan'
        ? planContract(generation.plan)
        : catalogueContract(generation.plan);
  terminal.out(
    printContract(contract, {
      entry: documents.originOf(documents.root).document,
      ids: new Set(generation.api.schemas.map((schema) => schema.id)),
      hasOrigins: args.origins,
    }),
  );
  return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
}
