/** The command-line options of `sdkwright init`. The implementation is loaded when it is needed. */
import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import { allowOption } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';
import type { InitOptions } from './init-run.ts';

export function addInitCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('propose a config for a document: names, pages and credentials, with the rule that decided')
    .argument('[spec]', 'the OpenAPI document')
    .option('--spec <file>', 'the OpenAPI document, as with other commands')
    .option('--out <file>', 'file to write', 'sdkwright.yml')
    .option('--stdout', 'print the config instead of writing it')
    .option('--force', 'replace an existing config')
    .option('--overlay <file...>', 'OpenAPI Overlay files to apply first')
    .addOption(allowOption('remote', 'outside'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ sdkwright init openapi.yml\n  $ sdkwright init openapi.yml --stdout | less',
    )
    .action(async (spec: string | undefined, options: InitOptions) => {
      const { runInit } = await import('./init-run.ts');
      finish(
        await runInit(terminal, {
          ...options,
          ...((spec ?? options.spec) === undefined ? {} : { spec: spec ?? options.spec ?? '' }),
        }),
      );
    });
}
