/** What `sdkwright diff` and `sdkwright changelog` do: options and configs in, the exit code out. */
import { findConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/types.ts';
import type { Bump } from '../../diff/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Result, hasErrors, ok } from '../../lib/result.ts';
import { diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import { bumpOfTitle, declaredBump } from '../declared-bump.ts';
import { type DiffArguments, runDiff } from '../diff.ts';
import { type Declared, DIFF_EXIT, type DiffFormat } from '../diff-terms.ts';
import { version } from '../package.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** Options of both commands. */
export interface SharedOptions {
  readonly config?: string;
  readonly baseConfig?: string;
  readonly allowRemote?: boolean;
  readonly allowOutside?: boolean;
  readonly exceptions?: string;
}

export interface DiffOptions extends SharedOptions {
  readonly format: DiffFormat;
  readonly failOn: DiffArguments['failOn'];
  readonly layer?: readonly ('wire' | 'source' | 'runtime')[];
  readonly preset?: DiffArguments['preset'];
  readonly stability?: DiffArguments['stability'];
  readonly deprecationDaysStable?: number;
  readonly deprecationDaysBeta?: number;
  readonly declaredBump?: Declared;
  readonly declaredTitle?: string;
  readonly sdkVersion?: string;
  readonly verify?: boolean;
  readonly verifyTimeout?: number;
  readonly verbose?: boolean;
}

export interface ChangelogOptions extends SharedOptions {
  readonly format: DiffFormat;
  readonly heading: string;
}

interface Sides {
  readonly base: string;
  readonly revision: string;
}

export const runDiffCommand = (terminal: Terminal, sides: Sides, options: DiffOptions): Promise<number> =>
  withConfigs(terminal, options, sides, async (configs) => {
    const declared =
      options.declaredTitle === undefined
        ? await declaredOf(options.declaredBump, terminal, sides, configs)
        : bumpOfTitle(options.declaredTitle);
    if (declared === 'unknown') {
      terminal.err(
        '--declared-bump package: the base has no package.json with a version to compare with. Give a git revision or an npm package as the base, or name the bump.',
      );
      return DIFF_EXIT.usage;
    }
    const days =
      options.deprecationDaysStable === undefined && options.deprecationDaysBeta === undefined
        ? undefined
        : { stable: options.deprecationDaysStable ?? 0, beta: options.deprecationDaysBeta ?? 0 };
    return runDiff(
      {
        ...common(sides, options),
        ...configs,
        format: options.format,
        failOn: options.failOn,
        ...defined({
          layers: options.layer,
          preset: options.preset,
          stability: options.stability,
          graceDays: days,
          declaredBump: declared,
          verify: options.verify,
          verifyTimeout: options.verifyTimeout,
          verbose: options.verbose,
        }),
        ...sdkOf(configs.config, options.sdkVersion),
      },
      terminal,
    );
  });

async function declaredOf(
  declared: Declared | undefined,
  terminal: Terminal,
  sides: Sides,
  configs: Configs,
): Promise<Bump | 'unknown' | undefined> {
  if (declared === undefined) return undefined;
  return (
    (await declaredBump(declared, {
      cwd: terminal.cwd,
      base: sides.base,
      ...defined({ packageName: configs.config?.target.packageName }),
    })) ?? 'unknown'
  );
}

export const runChangelogCommand = (
  terminal: Terminal,
  sides: Sides,
  options: ChangelogOptions,
): Promise<number> =>
  withConfigs(terminal, options, sides, (configs) =>
    runDiff(
      {
        ...common(sides, options),
        ...configs,
        format: options.format,
        failOn: 'none',
        heading: options.heading,
        ...sdkOf(configs.config, undefined),
      },
      terminal,
    ),
  );

const common = (sides: Sides, options: SharedOptions) => ({
  ...sides,
  allowRemote: options.allowRemote === true,
  allowOutside: options.allowOutside === true,
  today: new Date().toISOString().slice(0, 10),
  version: version(),
  ...defined({ exceptions: options.exceptions }),
});

const sdkOf = (config: Config | undefined, current: string | undefined): Pick<DiffArguments, 'sdk'> =>
  config?.target.packageName === undefined
    ? {}
    : { sdk: { name: config.target.packageName, ...defined({ version: current }) } };

interface Configs {
  readonly config?: Config;
  readonly baseConfig?: Config;
}

async function withConfigs(
  terminal: Terminal,
  options: SharedOptions,
  { base, revision }: Sides,
  run: (configs: Configs) => Promise<number>,
): Promise<number> {
  const texts = new Map<string, SourceText>();
  const [config, baseConfig] = [
    await read(terminal, options.config, texts),
    options.baseConfig === undefined ? ok(undefined) : await read(terminal, options.baseConfig, texts),
  ];
  const diagnostics: readonly Diagnostic[] = [...config.diagnostics, ...baseConfig.diagnostics];
  if (hasErrors(diagnostics)) {
    report(terminal, diagnostics, texts, { quiet: false });
    return DIFF_EXIT.usage;
  }
  const used =
    options.config !== undefined || serves(config.value, [base, revision]) ? config.value : undefined;
  return run(defined({ config: used, baseConfig: baseConfig.value }));
}

/**
 * A config that was not asked for counts only for the document that it names: another one's operations would
 * all be missing from its tree.
 */
const serves = (config: Config | undefined, sides: readonly string[]): boolean => {
  const spec = config?.spec?.value;
  return (
    spec !== undefined &&
    sides.some((side) => side === spec || side.endsWith(`:${spec}`) || side === `./${spec}`)
  );
};

async function read(
  terminal: Terminal,
  named: string | undefined,
  texts: Map<string, SourceText>,
): Promise<Result<Config | undefined>> {
  const io = diskIo(terminal.cwd);
  const file = named ?? (await findConfig('', io));
  if (file === undefined) return ok(undefined);
  const loaded = await loadConfig(file, io);
  if (loaded.value) texts.set(loaded.value.source.name, loaded.value.source);
  return ok(loaded.value?.config, loaded.diagnostics);
}

/** Only the entries that have a value. */
function defined<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
