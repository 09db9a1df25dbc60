/** `sdkwright diff` and `sdkwright changelog` on the command line. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { findConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { hasErrors } from '../../lib/result.ts';
import { type Result, ok } from '../../lib/result.ts';
import { diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import { DIFF_EXIT, DIFF_FORMATS, type DiffArguments, type DiffFormat, runDiff } from '../diff.ts';
import { version } from '../package.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

interface SharedOptions {
  readonly config?: string;
  readonly baseConfig?: string;
  readonly allowRemote?: boolean;
  readonly exceptions?: string;
}

interface DiffOptions extends SharedOptions {
  readonly format: DiffFormat;
  readonly failOn: DiffArguments['failOn'];
  readonly layer?: readonly ('wire' | 'source' | 'runtime')[];
  readonly preset?: DiffArguments['preset'];
  readonly stability?: DiffArguments['stability'];
  readonly deprecationDaysStable?: number;
  readonly deprecationDaysBeta?: number;
  readonly declaredBump?: DiffArguments['declaredBump'];
  readonly sdkVersion?: string;
  readonly verify?: boolean;
  readonly verbose?: boolean;
}

export function addDiffCommands(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  shared(program.command('diff'))
    .description('tell what an API change does to its users: on the wire, in their source, at run time')
    .argument('<base>', 'a file, a URL, or REVISION:PATH of this git repository')
    .argument('<revision>', 'the same, of the new version')
    .addOption(new Option('--format <format>', 'how to print it').choices(DIFF_FORMATS).default('text'))
    .addOption(new Option('--fail-on <bump>', 'exit with 1 when the change asks for this bump or more').choices(['major', 'minor', 'patch', 'none']).default('major'))
    .addOption(new Option('--layer <layer...>', 'verdicts that count').choices(['wire', 'source', 'runtime']))
    .addOption(new Option('--preset <policy>', 'which uses of the SDK a bump protects').choices(['strict', 'standard', 'runtime-only']))
    .addOption(new Option('--stability <level>', 'ignore what is less stable').choices(['draft', 'alpha', 'beta', 'stable']))
    .option('--deprecation-days-stable <days>', 'days between deprecation and sunset that stable operations must have', days)
    .option('--deprecation-days-beta <days>', 'the same for beta operations', days)
    .addOption(new Option('--declared-bump <bump>', 'fail only when the change asks for more than this').choices(['none', 'patch', 'minor', 'major']))
    .option('--sdk-version <version>', 'version of the SDK that users have')
    .option('--verify', 'let the compiler judge: probes of the old surface against the new types')
    .option('--verbose', 'list also what has no effect on the SDK')
    .addHelpText('after', '\nExit codes: 0 within the bound, 1 beyond it, 2 wrong use or config, 3 a document cannot be loaded, 4 a fault of sdkwright.\n\nExamples:\n  $ sdkwright diff main:openapi.yml openapi.yml\n  $ sdkwright diff old.yml new.yml --format markdown --fail-on minor')
    .action(async (base: string, revision: string, options: DiffOptions) => {
      finish(await withConfigs(terminal, options, [base, revision], (configs) => {
        const days = options.deprecationDaysStable === undefined && options.deprecationDaysBeta === undefined ? undefined : { stable: options.deprecationDaysStable ?? 0, beta: options.deprecationDaysBeta ?? 0 };
        return runDiff({
          ...common(base, revision, options), ...configs, format: options.format, failOn: options.failOn,
          ...defined({ layers: options.layer, preset: options.preset, stability: options.stability, graceDays: days, declaredBump: options.declaredBump, verify: options.verify, verbose: options.verbose }),
          ...sdkOf(configs.config, options.sdkVersion),
        }, terminal);
      }));
    });

  shared(program.command('changelog'))
    .description('entries for a changelog from two versions of a document')
    .argument('<base>', 'a file, a URL, or REVISION:PATH of this git repository')
    .argument('<revision>', 'the same, of the new version')
    .addOption(new Option('--format <format>', 'which kind of fragment').choices(['changelog', 'changeset', 'commit']).default('changelog'))
    .option('--heading <text>', 'heading of the section', 'Unreleased')
    .addHelpText('after', '\nExamples:\n  $ sdkwright changelog v1.2.0:openapi.yml openapi.yml --heading 1.3.0\n  $ sdkwright changelog main:openapi.yml openapi.yml --format changeset > .changeset/api.md')
    .action(async (base: string, revision: string, options: SharedOptions & { readonly format: DiffFormat; readonly heading: string }) => {
      finish(await withConfigs(terminal, options, [base, revision], (configs) =>
        runDiff({ ...common(base, revision, options), ...configs, format: options.format, failOn: 'none', heading: options.heading, ...sdkOf(configs.config, undefined) }, terminal),
      ));
    });
}

const shared = (command: Command): Command =>
  command
    .option('--config <file>', 'config of both sides; by default the one in this folder, if it names one of the documents')
    .option('--base-config <file>', 'config of the base, when it changed as well')
    .option('--exceptions <file>', 'accepted changes and severities of rules')
    .option('--allow-remote', 'follow references to http(s) URLs');

const common = (base: string, revision: string, options: SharedOptions) => ({
  base,
  revision,
  allowRemote: options.allowRemote === true,
  today: new Date().toISOString().slice(0, 10),
  version: version(),
  ...defined({ exceptions: options.exceptions }),
});

const sdkOf = (config: Config | undefined, current: string | undefined): Pick<DiffArguments, 'sdk'> =>
  config?.typescript.packageName === undefined ? {} : { sdk: { name: config.typescript.packageName, ...defined({ version: current }) } };

interface Configs {
  readonly config?: Config;
  readonly baseConfig?: Config;
}

async function withConfigs(terminal: Terminal, options: SharedOptions, sides: readonly string[], run: (configs: Configs) => Promise<number>): Promise<number> {
  const texts = new Map<string, SourceText>();
  const [config, baseConfig] = [await read(terminal, options.config, texts), options.baseConfig === undefined ? ok(undefined) : await read(terminal, options.baseConfig, texts)];
  const diagnostics: readonly Diagnostic[] = [...config.diagnostics, ...baseConfig.diagnostics];
  if (hasErrors(diagnostics)) {
    report(terminal, diagnostics, texts, { quiet: false });
    return DIFF_EXIT.usage;
  }
  const used = options.config !== undefined || serves(config.value, sides) ? config.value : undefined;
  return run(defined({ config: used, baseConfig: baseConfig.value }));
}

/** A config that was not asked for counts only for the document that it names: another one's operations would all be missing from its tree. */
const serves = (config: Config | undefined, sides: readonly string[]): boolean => {
  const spec = config?.spec?.value;
  return spec !== undefined && sides.some((side) => side === spec || side.endsWith(`:${spec}`) || side === `./${spec}`);
};

async function read(terminal: Terminal, named: string | undefined, texts: Map<string, SourceText>): Promise<Result<Config | undefined>> {
  const io = diskIo(terminal.cwd);
  const file = named ?? (await findConfig('', io));
  if (file === undefined) return ok(undefined);
  const loaded = await loadConfig(file, io);
  if (loaded.value) texts.set(loaded.value.source.name, loaded.value.source);
  return ok(loaded.value?.config, loaded.diagnostics);
}

function days(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('Expected a number of days.');
  return number;
}

/** Only the entries that have a value. */
function defined<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
