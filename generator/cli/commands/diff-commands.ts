/**
 * The command-line options of `sdkwright diff` and `sdkwright changelog`. The
 * implementation is loaded when it is needed.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  AGENTS,
  CHANGELOG_FORMATS,
  DECLARED,
  type Declared,
  DIFF_FORMATS,
  type AskedFormat,
  GROUPINGS,
  LAYERS,
} from '../diff-terms.ts';
import { languageNames } from '../../languages/names.ts';
import { allowOption } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';
import type { ChangelogOptions, DiffFlags } from './diff-run.ts';

export function addDiffCommands(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  shared(program.command('diff'), [...languageNames, AGENTS])
    .description('report how an API change affects users: on the wire, in their source, at run time')
    .argument(
      '[documents...]',
      'base and revision, each a file, a URL (with --allow remote), REVISION:PATH of this git repository, or npm:PACKAGE@VERSION of a published SDK; with --against, names and patterns of documents',
    )
    .option(
      '--against <revision>',
      'compare the documents of the working tree with their state where the branch left this revision; without names, the document of the config',
    )
    .option(
      '--base-spec <side>',
      'with --against: the earlier document if git does not have it (a file, URL or revision, as above)',
    )
    .option(
      '--build <command>',
      'with --against: command that builds the documents; runs here and in a checkout of the base',
    )
    .addOption(
      new Option('--group-by <what>', 'how to group changes in text, Markdown and HTML').choices(GROUPINGS),
    )
    .option(
      '--format <format[=file]>',
      `output format (choices: ${DIFF_FORMATS.join(', ')}; default: text); \`=file\` writes it to a file; can be repeated`,
      format,
    )
    .addOption(
      new Option(
        '--fail-on <bound>',
        'exit with 1 if the change requires this bump or a larger one, or breaks this layer; none: never',
      )
        .choices(['major', 'minor', 'patch', 'none', ...LAYERS])
        .default('major'),
    )
    .addOption(
      new Option('--preset <policy>', 'which uses of the SDK count as breaking').choices([
        'strict',
        'standard',
        'open-values',
        'runtime-only',
      ]),
    )
    .addOption(
      new Option('--stability <level>', 'ignore changes of less stable operations').choices([
        'draft',
        'alpha',
        'beta',
        'stable',
      ]),
    )
    .option(
      '--deprecation-days <days>',
      'minimum number of days between deprecation and sunset: `180` for stable operations, `180,30` for stable and beta operations',
      days,
    )
    .option(
      '--declared-bump <bump>',
      'fail only if the change requires a larger bump: none, patch, minor, major; `changesets` reads .changeset, `package` compares the version in package.json, `title:feat!: …` reads the title of a conventional commit',
      declared,
    )
    .option('--verbose', 'also list changes without effect on the SDK')
    .addHelpText(
      'after',
      "\nExit codes: 0 below --fail-on, 1 at or above it, 2 wrong usage or config, 3 a document cannot be loaded, 4 a bug of sdkwright.\n\nExamples:\n  $ sdkwright diff main:openapi.yml openapi.yml\n  $ sdkwright diff old.yml new.yml --format markdown --fail-on minor\n  $ sdkwright diff --against origin/main 'specs/*.yml'",
    )
    .action(async (documents: readonly string[], options: DiffFlags) => {
      const { runDiffCommand } = await import('./diff-run.ts');
      finish(await runDiffCommand(terminal, documents, options));
    });

  shared(program.command('changelog'), languageNames)
    .description('print changelog entries from two versions of a document')
    .argument(
      '<base>',
      'a file, a URL (with --allow remote), REVISION:PATH of this git repository, or npm:PACKAGE@VERSION of a published SDK',
    )
    .argument('<revision>', 'the new version, in the same form')
    .addOption(
      new Option('--format <format>', 'kind of entries').choices(CHANGELOG_FORMATS).default('changelog'),
    )
    .option('--heading <text>', 'heading of the section', 'Unreleased')
    .addHelpText(
      'after',
      '\nExamples:\n  $ sdkwright changelog v1.2.0:openapi.yml openapi.yml --heading 1.3.0\n  $ sdkwright changelog main:openapi.yml openapi.yml --format changeset > .changeset/api.md',
    )
    .action(async (base: string, revision: string, options: ChangelogOptions) => {
      const { runChangelogCommand } = await import('./diff-run.ts');
      finish(await runChangelogCommand(terminal, { base, revision }, options));
    });
}

/** Removed options, for which a guess by spelling would be misleading. */
const GONE =
  /'--(?:verify|verify-timeout|also|layer|declared-title|exclude-tag|exclude-extension|deprecation-days-\w+|sdk-version)'/;

const shared = (command: Command, readers: readonly string[]): Command =>
  command
    .configureOutput({
      outputError: (text, write) => {
        const [name] = GONE.exec(text) ?? [];
        write(
          name === undefined
            ? text
            : `error: the option ${name} is gone; docs/migration.md says what takes its place.\n`,
        );
      },
    })
    .option(
      '--config <file>',
      'config of both versions (default: the config in this folder, if it is for one of the documents)',
    )
    .option('--base-config <file>', 'config of the base if it differs; may be REVISION:PATH')
    .option('--exclude <tag-or-extension...>', 'ignore operations with this tag or extension (`x-internal`)')
    .addOption(
      new Option(
        '--language <language>',
        'language of the report: names and compile errors are those of its SDK, or of the tools for agents (default: all languages of the config)',
      ).choices(readers),
    )
    .option('--exceptions <file>', 'accepted changes and severities of rules')
    .addOption(allowOption('remote', 'outside'));

function format(text: string, others: readonly AskedFormat[] = []): readonly AskedFormat[] {
  const [, name, file] = /^([a-z]+)(?:=(.+))?$/s.exec(text) ?? [];
  const format = DIFF_FORMATS.find((known) => known === name);
  if (format === undefined)
    throw new InvalidArgumentError(
      `Expected ${DIFF_FORMATS.join(', ')}, alone or with a file as in markdown=diff.md.`,
    );
  if (file === undefined && others.some((askedFormat) => askedFormat.file === undefined))
    throw new InvalidArgumentError(
      'Only one format can be printed; write others to files, as in markdown=diff.md.',
    );
  return [...others, { format, ...(file !== undefined && { file }) }];
}

function declared(text: string): Declared {
  const known = DECLARED.find((name) => name === text);
  if (known !== undefined) return known;
  if (text.startsWith('title:')) return { title: text.slice('title:'.length) };
  throw new InvalidArgumentError(`Expected ${DECLARED.join(', ')}, or a title as in \`title:feat!: …\`.`);
}

function days(text: string): { readonly stable: number; readonly beta: number } {
  const [, stable, beta = '0'] = /^(\d+)(?:,(\d+))?$/.exec(text) ?? [];
  if (stable === undefined) throw new InvalidArgumentError('Expected a number of days, or two as in 180,30.');
  return { stable: Number(stable), beta: Number(beta) };
}
