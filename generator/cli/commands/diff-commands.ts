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
    .description('tell what an API change does to its users: on the wire, in their source, at run time')
    .argument(
      '[documents...]',
      'base and revision, each a file, a URL (with --allow remote), REVISION:PATH of this git repository, or npm:PACKAGE@VERSION of a published SDK; with --against, names and patterns of documents',
    )
    .option(
      '--against <revision>',
      'compare documents of this working tree with what they were where the branch left this revision; without names, the document of the config',
    )
    .option(
      '--base-spec <side>',
      'with --against: what the document was before, where git cannot tell (another side, as above)',
    )
    .option(
      '--build <command>',
      'with --against: makes the documents; run here, and in a checkout of the base',
    )
    .addOption(
      new Option('--group-by <what>', 'what stands together in text, Markdown and HTML').choices(GROUPINGS),
    )
    .option(
      '--format <format[=file]>',
      `how to print it (choices: ${DIFF_FORMATS.join(', ')}; default: text), or with \`=file\` in which format to write it to a file; may be repeated`,
      format,
    )
    .addOption(
      new Option(
        '--fail-on <bound>',
        'exit with 1 when the change asks for this bump or more, or is breaking on this layer alone',
      )
        .choices(['major', 'minor', 'patch', 'none', ...LAYERS])
        .default('major'),
    )
    .addOption(
      new Option('--preset <policy>', 'which uses of the SDK a bump protects').choices([
        'strict',
        'standard',
        'open-values',
        'runtime-only',
      ]),
    )
    .addOption(
      new Option('--stability <level>', 'ignore what is less stable').choices([
        'draft',
        'alpha',
        'beta',
        'stable',
      ]),
    )
    .option(
      '--deprecation-days <days>',
      'days between deprecation and sunset that operations must have: `180` for stable operations, `180,30` for stable and beta ones',
      days,
    )
    .option(
      '--declared-bump <bump>',
      'fail only when the change asks for more than this: none, patch, minor, major; `changesets` reads .changeset, `package` compares the version in package.json, `title:feat!: …` reads a title as conventional commits have it',
      declared,
    )
    .option('--verbose', 'list also what has no effect on the SDK')
    .addHelpText(
      'after',
      "\nExit codes: 0 within the bound, 1 beyond it, 2 wrong use or config, 3 a document cannot be loaded, 4 a fault of sdkwright.\n\nExamples:\n  $ sdkwright diff main:openapi.yml openapi.yml\n  $ sdkwright diff old.yml new.yml --format markdown --fail-on minor\n  $ sdkwright diff --against origin/main 'specs/*.yml'",
    )
    .action(async (documents: readonly string[], options: DiffFlags) => {
      const { runDiffCommand } = await import('./diff-run.ts');
      finish(await runDiffCommand(terminal, documents, options));
    });

  shared(program.command('changelog'), languageNames)
    .description('entries for a changelog from two versions of a document')
    .argument(
      '<base>',
      'a file, a URL (with --allow remote), REVISION:PATH of this git repository, or npm:PACKAGE@VERSION of a published SDK',
    )
    .argument('<revision>', 'the same, of the new version')
    .addOption(
      new Option('--format <format>', 'which kind of fragment')
        .choices(CHANGELOG_FORMATS)
        .default('changelog'),
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
      'config of both sides; by default the one in this folder, if it names one of the documents',
    )
    .option('--base-config <file>', 'config of the base, when it changed as well; may be REVISION:PATH')
    .option(
      '--exclude <tag-or-extension...>',
      'leave out operations with such a tag or extension (`x-internal`)',
    )
    .addOption(
      new Option(
        '--language <language>',
        'whose users the report is for: names, and what stops compiling, are those of their SDK, or of the tools of agents (default: all languages that the config makes)',
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
