/**
 * Commands and options. The implementation of each command is in `commands/` and loaded when it is needed.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addAdoptCommand } from './commands/adopt.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommands } from './commands/config.ts';
import { addDocsCommand } from './commands/docs.ts';
import { addDiffCommands } from './commands/diff-commands.ts';
import { addInitCommand } from './commands/init.ts';
import { addStudioCommand } from './commands/studio.ts';
import { addUpgradeCommand } from './commands/upgrade.ts';
import { languageNames } from '../languages/names.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { type InputOptions, type Inputs, allowOption, isAllowed } from './inputs.ts';
import { version } from './package.ts';
import type { Terminal } from './terminal.ts';

export interface Program {
  /** Never rejects because of wrong input; a rejection is an internal error. */
  readonly run: (args: readonly string[]) => Promise<ExitCode>;
  readonly command: Command;
}

/** Languages for examples: the default language, and a language that must be named. */
const [mainLanguage, otherLanguage] = languageNames;

export function createProgram(terminal: Terminal, signal: AbortSignal): Program {
  let code: ExitCode = EXIT.ok;
  const finish = (result: ExitCode): void => void (code = result);
  const program = new Command('sdkwright')
    .description(
      `Turns an OpenAPI document into SDKs (${languageNames.join(', ')}), and reports how an API change affects their users.`,
    )
    .version(version(), '-v, --version')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });

  withInputs(program.command('generate'), 'commands')
    .description('generate the SDK')
    .option('--out <dir>', 'output folder; overrides the config')
    .option(
      '--templates <set>',
      'template set or overlay: a shipped name or a folder; several overlays with commas',
    )
    .option(
      '--target <name>',
      `generate only this target: a language (${languageNames.join(', ')}), or one of the config`,
    )
    .addOption(
      new Option(
        '--check [how]',
        'write nothing; exit with 1 if the folder differs from what would be generated; `exact`: also if a generated file has edits that would be merged',
      ).choices(['exact']),
    )
    .option('--dry-run', 'write nothing; list the files that would change')
    .option('--watch', 'generate again whenever an input changes')
    .option('--strict', 'treat warnings as errors')
    .option('--quiet', 'print errors only')
    .addHelpText(
      'after',
      examples([
        'sdkwright generate --spec openapi.yml --out sdk',
        'sdkwright generate --config stainless.yml --spec openapi.yml --out sdk',
        `sdkwright generate --target ${otherLanguage} --out sdk-${otherLanguage}`,
        'sdkwright generate --check',
      ]),
    )
    .action(async (options: GenerateOptions) => {
      const args = {
        ...inputsOf(options),
        ...(options.out === undefined ? {} : { out: options.out }),
        ...(options.templates === undefined ? {} : { templates: options.templates }),
        ...(options.target === undefined ? {} : { target: options.target }),
        allowCommands: isAllowed(options, 'commands'),
        mode: options.check ? ('check' as const) : options.dryRun ? ('dry-run' as const) : ('write' as const),
        allowEdits: options.check !== 'exact',
        strict: options.strict === true,
        quiet: options.quiet === true,
        signal,
      };
      finish(
        options.watch
          ? await (await import('./commands/watch.ts')).runWatch(terminal, args, signal)
          : (await (await import('./commands/generate.ts')).runGenerate(terminal, args)).code,
      );
    });

  withInputs(program.command('check'))
    .description('report problems of the document and the config, and what the SDK does not represent')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .option('--strict', 'treat warnings as errors')
    .option(
      '--agents',
      'report the size of the tools for agents instead: tokens, the largest tools, arguments without a description',
    )
    .addOption(
      new Option('--budget <tokens>', 'with --agents: fail if the list of tools is longer').argParser(
        tokenCount,
      ),
    )
    .addHelpText(
      'after',
      examples([
        'sdkwright check --spec openapi.yml',
        'sdkwright check --format sarif > findings.sarif',
        'sdkwright check --agents --budget 8000',
      ]),
    )
    .action(
      async (
        options: InputOptions & {
          readonly format: 'text' | 'json' | 'sarif' | 'github';
          readonly strict?: boolean;
          readonly agents?: boolean;
          readonly budget?: number;
        },
      ) => {
        if (options.agents === true)
          return finish(
            await (await import('./commands/check-agents.ts')).runCheckAgents(terminal, {
              ...inputsOf(options),
              format: options.format,
              ...(options.budget === undefined ? {} : { budget: options.budget }),
            }),
          );
        finish(
          await (await import('./commands/check.ts')).runCheck(terminal, {
            ...inputsOf(options),
            format: options.format,
            strict: options.strict === true,
          }),
        );
      },
    );

  withInputs(program.command('explain'))
    .description('explain where a name comes from: a call, a type, or a verb and path')
    .argument('<name...>', 'servers.list, ServerSummary, get /servers')
    .addOption(
      new Option(
        '--language <language>',
        'language of the names (default: all languages of the config)',
      ).choices(languageNames),
    )
    .addHelpText(
      'after',
      examples([
        'sdkwright explain servers.list',
        "sdkwright explain 'get /servers/{id}'",
        `sdkwright explain ServerSummary --language ${otherLanguage}`,
      ]),
    )
    .action(async (words: readonly string[], options: InputOptions & { readonly language?: string }) =>
      finish(
        await (await import('./commands/explain.ts')).runExplain(terminal, {
          ...inputsOf(options),
          name: words.join(' '),
          ...(options.language === undefined ? {} : { language: options.language }),
        }),
      ),
    );

  const contracts = [
    {
      what: 'ir',
      about: 'print the intermediate representation: the API independent of OpenAPI and of any language',
    },
    { what: 'plan', about: 'print the plan: what an SDK of the API contains, in any language' },
  ] as const;
  for (const { what, about } of contracts)
    withInputs(program.command(what))
      .description(about)
      .option('--json', 'print JSON (the only format)')
      .option('--schema', 'print its JSON Schema instead of an instance')
      .addOption(
        new Option(
          '--catalogue',
          'print every call as a tool for agents: name, description, effect, schema',
        ).hideHelp(what !== 'plan'),
      )
      .option('--no-origins', 'omit the positions in the documents, which are more than half of the output')
      .addHelpText('after', examples([`sdkwright ${what} --spec openapi.yml --no-origins > ${what}.json`]))
      .action(async (options: InputOptions & ContractOptions) =>
        finish(
          await (await import('./commands/contracts.ts')).runContract(terminal, {
            ...inputsOf(options),
            what: what === 'plan' && options.catalogue === true ? 'catalogue' : what,
            schema: options.schema === true,
            origins: options.origins,
          }),
        ),
      );

  const templates = program
    .command('templates')
    .description('list template sets, copy their files into an overlay, and check them');
  templates
    .command('list')
    .description('list the shipped sets, or the files of a set that an overlay can replace')
    .argument('[set]', 'a shipped name or a folder')
    .addHelpText('after', examples(['sdkwright templates list', `sdkwright templates list ${mainLanguage}`]))
    .action(async (set: string | undefined) =>
      finish(await (await import('./commands/templates.ts')).runTemplatesList(terminal, set)),
    );
  templates
    .command('eject')
    .description('copy files of a set into an overlay, and record the originals')
    .argument('<file...>', `names that \`templates list ${mainLanguage}\` prints`)
    .option('--set <set>', 'the set to copy from: a shipped name or a folder', mainLanguage)
    .requiredOption('--into <dir>', 'folder of the overlay; created if it does not exist')
    .addHelpText('after', examples(['sdkwright templates eject hooks/client-members --into templates']))
    .action(async (names: readonly string[], options: { readonly set: string; readonly into: string }) =>
      finish(
        await (await import('./commands/templates.ts')).runTemplatesEject(terminal, { names, ...options }),
      ),
    );
  withInputs(templates.command('check'))
    .description('render a set with the document and report its problems; write nothing')
    .argument('[set]', 'a shipped name or a folder (default: those of the config)')
    .addHelpText('after', examples(['sdkwright templates check templates --spec openapi.yml']))
    .action(async (set: string | undefined, options: InputOptions) =>
      finish(
        await (await import('./commands/templates.ts')).runTemplatesCheck(terminal, inputsOf(options), set),
      ),
    );

  withInputs(templates.command('views'))
    .description('print the data for templates as JSON')
    .option('--target <name>', 'a language, or a target of the config')
    .option('--templates <set>', 'a set, to use the data of its language')
    .addHelpText('after', examples(['sdkwright templates views --spec openapi.yml']))
    .action(async (options: InputOptions & { readonly target?: string; readonly templates?: string }) => {
      const { target, templates: set } = options;
      finish(
        await (await import('./commands/templates.ts')).runTemplatesViews(terminal, inputsOf(options), {
          ...(target !== undefined && { target }),
          ...(set !== undefined && { templates: set }),
        }),
      );
    });

  addInitCommand(program, terminal, finish);
  addAdoptCommand(program, terminal, { withInputs, inputsOf, signal, finish });
  addConfigCommands(program, terminal, { withInputs, inputsOf, finish });
  addDiffCommands(program, terminal, finish);
  addUpgradeCommand(program, terminal, finish);
  addDocsCommand(program, terminal, { signal, finish });
  addStudioCommand(program, terminal, { withInputs, inputsOf, signal, finish });
  addCompletionCommand(program, terminal);
  refuseRepeated(program);

  return {
    command: program,
    run: async (args) => {
      try {
        await program.parseAsync([...args], { from: 'user' });
        return code;
      } catch (error) {
        // Commander has already printed the error. Help and version exit with 0.
        if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
        throw error;
      }
    },
  };
}

interface ContractOptions {
  readonly schema?: boolean;
  readonly catalogue?: boolean;
  readonly origins: boolean;
}

function tokenCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a number of tokens, such as 8000.');
  return Number(text);
}

interface GenerateOptions extends InputOptions {
  readonly out?: string;
  readonly target?: string;
  readonly templates?: string;
  readonly check?: true | 'exact';
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

const withInputs = (command: Command, ...more: readonly 'commands'[]): Command =>
  command
    .option(
      '--spec <file>',
      'the OpenAPI document: a file, a URL, or - for standard input; overrides the config',
    )
    .option('--config <file>', 'the config; by default sdkwright.yml or stainless.yml in this folder')
    .option('--overlay <file...>', 'OpenAPI Overlay files to apply first')
    .addOption(allowOption('remote', 'outside', ...more));

const inputsOf = (options: InputOptions): Inputs => ({
  ...(options.spec === undefined ? {} : { spec: options.spec }),
  ...(options.config === undefined ? {} : { config: options.config }),
  ...(options.overlay === undefined ? {} : { overlays: options.overlay }),
  allowRemote: isAllowed(options, 'remote'),
  allowOutside: isAllowed(options, 'outside'),
});

/** Rejects repeated options, because an option with a single value would silently use the last. */
function refuseRepeated(command: Command): void {
  for (const option of command.options) {
    let count = 0;
    if ((option.required || option.optional) && !option.variadic && option.parseArg === undefined)
      command.on(`option:${option.name()}`, () => {
        count += 1;
        if (count > 1) command.error(`error: option '${option.flags}' is given twice`);
      });
  }
  for (const child of command.commands) refuseRepeated(child);
}

const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
