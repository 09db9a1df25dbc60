/** The command-line options of `sdkwright adopt`. The implementation is loaded when it is needed. */
import type { Command } from 'commander';
import type { CommandFrame, InputOptions } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

interface AdoptOptions extends InputOptions {
  readonly out?: string;
  readonly target?: string;
  readonly dryRun?: boolean;
}

export function addAdoptCommand(
  program: Command,
  terminal: Terminal,
  { withInputs, inputsOf, signal, finish }: CommandFrame,
): void {
  withInputs(program.command('adopt'))
    .description('take over the repository of an SDK of another generator; run it once, then use generate')
    .option('--out <dir>', 'the folder of the repository; overrides the config')
    .option('--target <name>', 'a language, or a target of the config')
    .option('--dry-run', 'write nothing; list what is kept, replaced and deleted, and why')
    .addHelpText(
      'after',
      '\nExamples:\n  $ sdkwright adopt --spec openapi.yml --config stainless.yml --out . --dry-run\n' +
        '  $ sdkwright adopt --spec openapi.yml --config stainless.yml --out .',
    )
    .action(async (options: AdoptOptions) => {
      const { runAdopt } = await import('./adopt-run.ts');
      finish(
        await runAdopt(terminal, {
          ...inputsOf(options),
          ...(options.out !== undefined && { out: options.out }),
          ...(options.target !== undefined && { target: options.target }),
          isDryRun: options.dryRun === true,
          signal,
        }),
      );
    });
}
