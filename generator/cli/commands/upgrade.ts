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
    .description(
      "rewrite code that uses an SDK for the SDK's next version, and list what is left to do by hand",
    )
    .argument(
      '[files...]',
      'files and quoted patterns (default: all TypeScript and JavaScript below this folder)',
    )
    .requiredOption(
      '--from <sdk>',
      'the SDK that the code was written for: NAME@VERSION of npm, the folder of an SDK, or a document',
    )
    .requiredOption('--to <sdk>', 'the new SDK, in the same form')
    .option('--from-config <file>', 'config of the old SDK, if its document or package does not contain one')
    .option('--to-config <file>', 'config of the new SDK')
    .option('--package <name>', 'name that the code imports, if it is not the name of the package')
    .option('--dry-run', 'write nothing; print a patch')
    .option('--check', 'write nothing; exit with 1 if something would change or is left to do')
    .addOption(allowOption('remote', 'outside'))
    .addHelpText(
      'after',
      "\nExit codes: 0 nothing is left to do, 1 something is left to do (with --check also: something would change), 2 wrong usage, 3 an SDK cannot be loaded.\n\nExamples:\n  $ sdkwright upgrade --from @acme/api@1.4.0 --to @acme/api@2.0.0 'src/**/*.ts'\n  $ sdkwright upgrade --from old.yml --to new.yml --package @acme/api --dry-run > upgrade.patch",
    )
    .action(async (files: readonly string[], options: UpgradeOptions) => {
      const { runUpgrade } = await import('./upgrade-run.ts');
      finish(await runUpgrade(terminal, files, options));
    });
}
