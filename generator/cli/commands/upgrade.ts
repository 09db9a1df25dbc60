/** The command-line options of `sdkwright upgrade`. The implementation is loaded when it is needed. */
import type { Command } from 'commander';
import { allowOption } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';
import type { UpgradeOptions } from './upgrade-run.ts';

export function addUpgradeCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: number) => void,
): void {
  program
    .command('upgrade')
    .description("rewrite code that uses an SDK for the SDK's next version, and list what a person has to do")
    .argument(
      '[files...]',
      'files and quoted patterns; by default all TypeScript and JavaScript below this folder',
    )
    .requiredOption(
      '--from <sdk>',
      'the SDK that the code was written for: NAME@VERSION of npm, the folder of an SDK, or a document',
    )
    .requiredOption('--to <sdk>', 'the SDK that it is for from now on, named in the same ways')
    .option('--from-config <file>', 'config of a document or of a package that does not carry its own')
    .option('--to-config <file>', 'the same of the new SDK')
    .option('--package <name>', 'what the code imports, where it is not the name of the package')
    .option('--dry-run', 'write nothing; print a patch')
    .option('--check', 'write nothing; exit with 1 when something would change or is left')
    .addOption(allowOption('remote', 'outside'))
    .addHelpText(
      'after',
      "\nExit codes: 0 nothing is left, 1 something is left (with --check also: something would change), 2 wrong use, 3 an SDK cannot be loaded.\n\nExamples:\n  $ sdkwright upgrade --from @acme/api@1.4.0 --to @acme/api@2.0.0 'src/**/*.ts'\n  $ sdkwright upgrade --from old.yml --to new.yml --package @acme/api --dry-run > upgrade.patch",
    )
    .action(async (files: readonly string[], options: UpgradeOptions) => {
      const { runUpgrade } = await import('./upgrade-run.ts');
      finish(await runUpgrade(terminal, files, options));
    });
}
