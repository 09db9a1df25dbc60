/** Runs `sdkwright diff` and `sdkwright changelog` with their options and configs; returns the exit code. */
import { emptyConfig } from '../../config/empty.ts';
import { findConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/types.ts';
import type { Bump, SdkLanguage } from '../../diff/types.ts';
import { defaultLanguage } from '../../languages/data.ts';
import type { LanguageSelector } from '../../lib/language-selector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Result, failed, hasErrors, ok } from '../../lib/result.ts';
import { type Io, diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import { declaredBump } from '../declared-bump.ts';
import { languageOf, languagesMade, noReport } from '../diff-language.ts';
import { configAt, configIn } from '../config-at.ts';
import { isUsed, noteUnused } from '../used-config.ts';
import { commitOf, kindOfSide, openSide } from '../diff-inputs.ts';
import type { Grouping } from '../../diff/report/grouping.ts';
import { FAIL_ON, type Layer } from '../../diff/report/report.ts';
import { type DiffArguments, type DiffOutcome, computeDiff } from '../diff.ts';
import { finish, guarded } from './diff-finish.ts';
import type { PrintTerms } from '../diff-print.ts';
import { runGate } from '../gate/gate.ts';
import type { GateTerms } from '../gate/one-sided.ts';
import {
  AGENTS,
  type AskedFormat,
  type Declared,
  DIFF_EXIT,
  type DiffFormat,
  LAYERS,
} from '../diff-terms.ts';
import { version } from '../package.ts';
import { report } from '../report.ts';
import { repositoryPath } from '../repository-path.ts';
import { type AllowOptions, isAllowed } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

/** Options of both commands. */
export interface SharedOptions extends AllowOptions {
  readonly config?: string;
  readonly baseConfig?: string;
  readonly exceptions?: string;
  readonly language?: SdkLanguage;
  readonly exclude?: readonly string[];
}

export interface DiffFlags extends Omit<SharedOptions, 'language'> {
  readonly language?: SdkLanguage | typeof AGENTS;
  readonly format?: readonly AskedFormat[];
  readonly failOn: DiffArguments['failOn'] | Layer;
  readonly against?: string;
  readonly baseSpec?: string;
  readonly build?: string;
  readonly groupBy?: Grouping;
  readonly preset?: DiffArguments['preset'];
  readonly stability?: DiffArguments['stability'];
  readonly deprecationDays?: NonNullable<DiffArguments['graceDays']>;
  readonly declaredBump?: Declared;
  readonly verbose?: boolean;
}

export interface ChangelogOptions extends SharedOptions {
  readonly format: DiffFormat;
  readonly heading: string;
}

interface ComparedInputs {
  readonly base: string;
  readonly revision: string;
}

/** Compares two sides or, with `--against`, any number of documents of the working tree. */
export async function runDiffCommand(
  terminal: Terminal,
  documents: readonly string[],
  flags: DiffFlags,
): Promise<number> {
  const { language: reader, ...others } = flags;
  const isForAgents = reader === AGENTS;
  const options = { ...others, ...defined({ language: isForAgents ? undefined : reader }) };
  const missing = noReport(options.language);
  if (missing !== undefined) return refused(terminal, missing);
  const formats = options.format ?? [];
  const also = formats.flatMap(({ format, file }) => (file === undefined ? [] : [{ format, file }]));
  const views = formats.find((format) => format.file === undefined)?.format ?? 'text';
  const terms = printTerms(terminal, views, options);
  if (isForAgents && (options.against !== undefined || !['text', 'json'].includes(views))) {
    terminal.err('--language agents compares two sides, as text or JSON.');
    return DIFF_EXIT.usage;
  }
  if (options.against !== undefined) {
    const { against } = options;
    if (options.baseConfig !== undefined) {
      terminal.err('--base-config is for two sides; with --against the base has its own config.');
      return DIFF_EXIT.usage;
    }
    const { data: audience } = languageOf(options.language);
    return guarded(terminal, async () => {
      const { value } = await read(terminal, { named: options.config, audience }, new Map());
      const judging = await judgingOf(terminal, options, { base: `${against}:.`, config: value?.config });
      if (judging === undefined) return DIFF_EXIT.usage;
      const run = await runGate(
        {
          against,
          documents,
          ...defined(pick(options, ['config', 'exceptions', 'baseSpec', 'build', 'language'])),
        },
        { ...common(options), ...judging },
        terminal,
      );
      for (const name of run.messages) terminal.err(name.trimEnd());
      return run.failed ?? finish(terminal, run.outcomes, terms, also);
    });
  }
  const [base = '', revision] = documents;
  if (revision === undefined || documents.length > 2) {
    terminal.err('Name two sides to compare, or --against a revision and the documents.');
    return DIFF_EXIT.usage;
  }
  if (options.baseSpec !== undefined || options.build !== undefined) {
    terminal.err('--base-spec and --build go with --against.');
    return DIFF_EXIT.usage;
  }
  const sides = { base, revision };
  await noteUnused(terminal, options.config, sides);
  const languages = await languagesOf(terminal, options, sides);
  if (typeof languages === 'number') return languages;
  const outcomes: DiffOutcome[] = [];
  for (const language of languages) {
    const spoken = { ...options, language };
    const outcome = await withConfigs(terminal, spoken, sides, async (configs) => {
      const judging = await judgingOf(terminal, options, { base, config: configs.config });
      return judging === undefined
        ? DIFF_EXIT.usage
        : computeDiff(
            {
              ...common(spoken),
              ...judging,
              ...sides,
              ...configs,
              ...defined({ exceptions: options.exceptions }),
            },
            terminal,
          );
    });
    if (typeof outcome === 'number') return outcome;
    outcomes.push(outcome);
    if (!isForAgents || outcome.sides === undefined) continue;
    const { printAgentsDiff } = await import('./diff-agents.ts');
    const failOn = FAIL_ON.find((name) => name === options.failOn) ?? 'major';
    return printAgentsDiff(terminal, outcome.sides, { isJson: views === 'json', failOn });
  }
  return finish(terminal, outcomes, terms, also);
}

/**
 * The requested language, otherwise all that the configs of the sides generate. A number is
 * an exit code; see `withConfigs`.
 */
const languagesOf = async (
  terminal: Terminal,
  options: SharedOptions,
  sides: ComparedInputs,
): Promise<readonly SdkLanguage[] | number> =>
  options.language === undefined
    ? withConfigs(terminal, options, sides, (configs) =>
        Promise.resolve(languagesMade([configs.config, configs.baseConfig], terminal.err)),
      )
    : [options.language];

/** The settings by which any comparison is judged. Undefined if the declared bump cannot be read. */
async function judgingOf(
  terminal: Terminal,
  options: Omit<DiffFlags, 'language'>,
  { base, config }: { readonly base: string; readonly config: Config | undefined },
): Promise<Omit<GateTerms, 'allowRemote' | 'today'> | undefined> {
  const declared = await declaredOf(options.declaredBump, { cwd: terminal.cwd, base, config });
  if (declared === 'unknown') {
    terminal.err(
      '--declared-bump package: the base has no package.json with a version to compare with. Give a git revision or an npm package as the base, or name the bump.',
    );
    return undefined;
  }
  const layer = LAYERS.find((known) => known === options.failOn);
  const bound = FAIL_ON.find((name) => name === options.failOn) ?? 'major';
  return {
    failOn: bound,
    ...defined({
      layers: layer && [layer],
      preset: options.preset,
      stability: options.stability,
      graceDays: options.deprecationDays,
      declaredBump: declared,
    }),
    ...sdkOf(config),
  };
}

const printTerms = (
  terminal: Terminal,
  format: DiffFormat,
  {
    verbose,
    groupBy,
    heading,
  }: Partial<Pick<DiffFlags & ChangelogOptions, 'verbose' | 'groupBy' | 'heading'>>,
): PrintTerms => ({
  format,
  version: version(),
  colour: terminal.colors.isColorSupported,
  shown: repositoryPath(terminal.cwd),
  ...defined({ verbose, heading, grouping: groupBy }),
});

async function declaredOf(
  declared: Declared | undefined,
  { cwd, base, config }: { readonly cwd: string; readonly base: string; readonly config: Config | undefined },
): Promise<Bump | 'unknown' | undefined> {
  if (declared === undefined) return undefined;
  return (
    (await declaredBump(declared, {
      cwd,
      base,
      ...defined({ packageName: config?.target.packageName }),
    })) ?? 'unknown'
  );
}

export const runChangelogCommand = (
  terminal: Terminal,
  sides: ComparedInputs,
  options: ChangelogOptions,
): Promise<number> =>
  inFirstLanguage(terminal, options, sides, async (language, configs) => {
    const args: DiffArguments = {
      ...common({ ...options, language }),
      ...sides,
      ...configs,
      failOn: 'none',
      ...defined({ exceptions: options.exceptions }),
      ...sdkOf(configs.config),
    };
    const outcome = await computeDiff(args, terminal);
    return finish(terminal, [outcome], printTerms(terminal, options.format, options));
  });

const refused = (terminal: Terminal, reason: string): number => {
  terminal.err(reason);
  return DIFF_EXIT.usage;
};

/** A changelog belongs to a single package: that of the requested language, or of the main language. */
async function inFirstLanguage(
  terminal: Terminal,
  options: SharedOptions,
  sides: ComparedInputs,
  run: (language: SdkLanguage, configs: Configs) => Promise<number>,
): Promise<number> {
  const missing = noReport(options.language);
  if (missing !== undefined) return refused(terminal, missing);
  await noteUnused(terminal, options.config, sides);
  const languages = await languagesOf(terminal, options, sides);
  if (typeof languages === 'number') return languages;
  const [language = defaultLanguage.language] = languages;
  return withConfigs(terminal, { ...options, language }, sides, (configs) => run(language, configs));
}

const common = (
  options: SharedOptions,
): Pick<DiffArguments, 'allowRemote' | 'allowOutside' | 'today' | 'leaveOut' | 'language'> => ({
  allowRemote: isAllowed(options, 'remote'),
  allowOutside: isAllowed(options, 'outside'),
  ...defined({ language: options.language }),
  today: new Date().toISOString().slice(0, 10),
  // A tag may also begin with `x-`.
  ...(options.exclude !== undefined && {
    leaveOut: {
      tags: options.exclude,
      extensions: options.exclude.filter((name) => name.startsWith('x-')),
    },
  }),
});

const sdkOf = (config: Config | undefined): Pick<DiffArguments, 'sdk'> =>
  config?.target.packageName === undefined ? {} : { sdk: { name: config.target.packageName } };

interface NamedConfig {
  readonly config: Config;
  /** Reads the files that it names; absent: the config is a file on the disk. */
  readonly files?: Io;
}

interface Configs {
  readonly config?: Config;
  readonly configFiles?: Io;
  readonly baseConfig?: Config;
  readonly baseConfigFiles?: Io;
}

/** A number is the exit code if configs cannot be read, which has been reported. */
async function withConfigs<T>(
  terminal: Terminal,
  options: SharedOptions,
  { base, revision }: ComparedInputs,
  run: (configs: Configs) => Promise<T>,
): Promise<T | number> {
  const { data: audience } = languageOf(options.language);
  const texts = new Map<string, SourceText>();
  const [config, baseConfig] = [
    await read(terminal, { named: options.config, audience }, texts),
    options.baseConfig === undefined
      ? ok(undefined)
      : await read(terminal, { named: options.baseConfig, audience }, texts),
  ];
  const diagnostics: readonly Diagnostic[] = [...config.diagnostics, ...baseConfig.diagnostics];
  if (hasErrors(diagnostics)) {
    report(terminal, diagnostics, texts);
    return DIFF_EXIT.usage;
  }
  const used = (await isUsed(terminal.cwd, options.config, config.value, [base, revision]))
    ? config.value
    : undefined;
  const then =
    options.baseConfig === undefined ? await ofRevision(terminal, options, { base, revision }) : undefined;
  if (then !== undefined && hasErrors(then.diagnostics)) {
    report(terminal, then.diagnostics, then.texts);
    return DIFF_EXIT.usage;
  }
  const ofBase = baseConfig.value ?? then?.value;
  return guarded(terminal, () =>
    run({
      ...defined({ config: used?.config, configFiles: used?.files }),
      ...defined({ baseConfig: ofBase?.config, baseConfigFiles: ofBase?.files }),
    }),
  );
}

/** The config of a base that is a git revision; undefined for other bases. */
async function ofRevision(
  terminal: Terminal,
  options: SharedOptions,
  { base, revision }: ComparedInputs,
): Promise<(Result<NamedConfig> & { readonly texts: ReadonlyMap<string, SourceText> }) | undefined> {
  const { cwd } = terminal;
  const named = kindOfSide(base);
  const commit = named.kind === 'revision' ? await commitOf(named.revision, cwd) : undefined;
  if (commit === undefined) return undefined;
  const disk = diskIo(cwd);
  const file = options.config ?? (await findConfig('', disk));
  const { data: audience } = languageOf(options.language);
  const found = await configAt({ ...{ commit, disk, cwd, audience }, ...defined({ file }) });
  if (found === undefined) return undefined;
  const { config, files, source } = found.value;
  // What a faulty config is for is not known.
  const isFor = (): Promise<boolean> => isUsed(cwd, options.config, found.value, [base, revision]);
  if (!hasErrors(found.diagnostics) && !(await isFor()))
    return { ...ok({ config: emptyConfig(audience) }), texts: new Map() };
  const texts = new Map(source && [[source.name, source]]);
  return { ...ok({ config, files }, found.diagnostics), texts };
}

async function read(
  terminal: Terminal,
  { named, audience }: { readonly named: string | undefined; readonly audience: LanguageSelector },
  texts: Map<string, SourceText>,
): Promise<Result<NamedConfig | undefined>> {
  const disk = diskIo(terminal.cwd);
  const file = named ?? (await findConfig('', disk));
  if (file === undefined) return ok(undefined);
  // `origin/main:sdkwright.yml`, like the sides of a comparison.
  const opened = await openSide(file, disk, terminal.cwd);
  if (opened.side === undefined) return failed(opened.diagnostics);
  const { entry, io, commit } = opened.side;
  const loaded = configIn(commit, await loadConfig(entry, io, audience));
  if (loaded.value) texts.set(loaded.value.source.name, loaded.value.source);
  const files = commit === undefined ? undefined : io;
  return ok(loaded.value && { config: loaded.value.config, ...defined({ files }) }, loaded.diagnostics);
}

/** Keeps only entries that have a value. */
function defined<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
