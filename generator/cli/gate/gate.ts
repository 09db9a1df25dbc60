/**
 * `sdkwright diff --against REVISION`: compares each document with its version at the
 * commit where the branch started.
 */
import { join, posix } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print/print-text.ts';
import type { Texts } from '../../diagnostics/print/placed.ts';
import type { SdkLanguage } from '../../diff/types.ts';
import { hasErrors } from '../../lib/result.ts';
import { type Fetched, type Io, diskIo } from '../../source/io.ts';
import { configsBeside } from '../config-files.ts';
import { type Side, asFile, gitText } from '../diff-inputs.ts';
import { loadSide } from '../diff-load.ts';
import { type DiffOutcome, computeDiff } from '../diff.ts';
import { languagesMade } from '../diff-language.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import type { Terminal } from '../terminal.ts';
import { build, withBase } from './build-base.ts';
import { type DocumentPair, findDocuments } from './documents.ts';
import { type GateTerms, oneSided } from './one-sided.ts';
import { type GateSettings, readSettings } from './settings.ts';
import { type GitTree, readTree } from './tree.ts';

export interface GateOptions {
  readonly against: string;
  /** Names and patterns; empty: the document of the config. */
  readonly documents: readonly string[];
  readonly config?: string;
  readonly exceptions?: string;
  /** The language of the SDK; absent: all that the configs generate. */
  readonly language?: SdkLanguage;
  /**
   * The previous version of the only document, if git cannot find it: a file,
   * a URL, `REVISION:PATH`, `npm:…`.
   */
  readonly baseSpec?: string;
  /** Command that generates the documents; it runs here and in a checkout of the base. */
  readonly build?: string;
}

export interface GateRun {
  /** Sorted by document name; empty if the run could not start. */
  readonly outcomes: readonly DiffOutcome[];
  /** Messages about the whole run, for standard error. */
  readonly messages: readonly string[];
  /** The exit code if nothing could be compared. */
  readonly failed?: number;
}

export async function runGate(
  option: GateOptions,
  terms: GateTerms,
  terminal: Pick<Terminal, 'cwd' | 'colors' | 'err'>,
): Promise<GateRun> {
  const { cwd } = terminal;
  const fail = (code: number, diagnostics: readonly Diagnostic[], texts: Texts = new Map()): GateRun => ({
    outcomes: [],
    failed: code,
    messages: [printDiagnostics(diagnostics, texts, { color: terminal.colors.isColorSupported })],
  });
  const tree = await readTree(option.against, cwd);
  if (!tree.value) return fail(DIFF_EXIT.load, tree.diagnostics);
  const settings = await readSettings(option, tree.value, cwd);
  const languages =
    option.language === undefined
      ? languagesMade([settings.config, settings.baseConfig], terminal.err)
      : [option.language];
  const judged: Spoken[] = [];
  for (const language of languages)
    judged.push({ language, settings: await readSettings({ ...option, language }, tree.value, cwd) });
  const wrong = judged.find((spoken) => hasErrors(spoken.settings.diagnostics))?.settings;
  if (wrong !== undefined) return fail(DIFF_EXIT.usage, wrong.diagnostics, wrong.texts);
  const ofConfig = settings.config?.spec?.value ?? '';
  const wanted = option.documents.length > 0 ? option.documents : [ofConfig];
  if (wanted[0] === '')
    return {
      outcomes: [],
      failed: DIFF_EXIT.usage,
      messages: ['Name the documents, or a config with a `spec`.'],
    };
  if (option.baseSpec !== undefined && (wanted.length !== 1 || option.build !== undefined))
    return {
      outcomes: [],
      failed: DIFF_EXIT.usage,
      messages: ['--base-spec is for one document, and for none that --build makes.'],
    };
  const gate: Gate = { options: option, terms, terminal, tree: tree.value, settings, judged };
  const notesOfRun = [
    ...settings.notes,
    ...(tree.value.isSame
      ? [`${option.against} is the commit that is checked out: nothing can differ.`]
      : []),
  ];
  if (option.baseSpec !== undefined)
    return {
      outcomes: await compare(gate, { base: option.baseSpec, now: wanted[0] ?? '' }),
      messages: notesOfRun,
    };
  if (option.build !== undefined) return withBuild(gate, option.build, { wanted, messages: notesOfRun });
  const prefix = (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '';
  const { pairs, notes, diagnostics } = await findDocuments(wanted, namedByConfigs(gate), {
    cwd,
    textBefore: (path) => gitText(['cat-file', 'blob', `${gate.tree.commit}:${prefix}${path}`], cwd),
  });
  if (diagnostics.length > 0) return fail(DIFF_EXIT.load, diagnostics);
  const outcomes: DiffOutcome[] = [];
  for (const pair of pairs) outcomes.push(...(await judgePair(gate, pair)));
  // A config beside a document in another folder may well be meant.
  const now = pairs.flatMap((pair) => (pair.kind === 'gone' ? [] : [pair.now]));
  const beside = settings.config === undefined ? await configsBeside(now, diskIo(cwd)) : [];
  return { outcomes, messages: [...notesOfRun, ...notes, ...beside] };
}

interface Gate {
  readonly options: GateOptions;
  readonly terms: GateTerms;
  readonly terminal: Pick<Terminal, 'cwd' | 'colors'>;
  readonly tree: GitTree;
  readonly settings: GateSettings;
  readonly judged: readonly Spoken[];
}

/** A language that is compared, with the configs as read for it. */
interface Spoken {
  readonly language: SdkLanguage;
  readonly settings: GateSettings;
}

/**
 * Without names on the command line, each side uses the document of its own config, so that a change cannot
 * select an older document by naming it. If the base does not have that document, the comparison fails.
 */
function namedByConfigs({ options: option, tree, settings }: Gate): GitTree {
  const now = posix.normalize(settings.config?.spec?.value ?? '');
  const before = settings.baseDocument;
  if (option.documents.length > 0 || before === undefined || now === before) return tree;
  return {
    ...tree,
    before: new Set([...tree.before].filter((name) => name !== now)),
    renamed: new Map([...tree.renamed, [now, before]]),
  };
}

async function judgePair(gate: Gate, pair: DocumentPair): Promise<readonly DiffOutcome[]> {
  if (pair.kind === 'both')
    return compare(gate, { base: `${gate.tree.commit}:./${pair.before}`, now: pair.now });
  return gate.judged.map((spoken) =>
    oneSided(pair, termsIn(gate, spoken), { about: gate.tree.about, ...spoken.settings }),
  );
}

interface Compared {
  readonly base: string;
  readonly now: string;
  readonly baseFolder?: string;
  readonly opened?: Side;
}

async function compare(gate: Gate, compared: Compared): Promise<readonly DiffOutcome[]> {
  const outcomes: DiffOutcome[] = [];
  for (const spoken of gate.judged) outcomes.push(await compareIn(gate, spoken, compared));
  return outcomes;
}

/** Each package has the name in its language. */
const termsIn = ({ terms }: Gate, { language, settings }: Spoken): GateTerms => {
  const name = settings.config?.target.packageName;
  return { ...terms, language, ...(name === undefined ? {} : { sdk: { name } }) };
};

/** A name that says the same in every run; the checkout of the base is in a temporary folder. */
function labelOf({ commit, about }: GitTree, { base, now, baseFolder }: Compared): string {
  if (baseFolder !== undefined) return `${now} (${about})`;
  const start = `${commit}:./`;
  return base.startsWith(start) ? `${base.slice(start.length)} (${about})` : base;
}

const compareIn = (gate: Gate, spoken: Spoken, { base, now, ...more }: Compared): Promise<DiffOutcome> => {
  const { terminal } = gate;
  const { settings } = spoken;
  return computeDiff(
    {
      ...termsIn(gate, spoken),
      base,
      revision: asFile(now),
      baseLabel: labelOf(gate.tree, { base, now, ...more }),
      accepted: settings.exceptions,
      notYet: settings.notYet,
      ...more,
      ...(settings.config && { config: settings.config }),
      ...(settings.configFiles && { configFiles: settings.configFiles }),
      ...(settings.baseConfig && { baseConfig: settings.baseConfig }),
      ...(settings.baseConfigFiles && { baseConfigFiles: settings.baseConfigFiles }),
    },
    terminal,
  );
};

async function withBuild(
  gate: Gate,
  command: string,
  { wanted, messages: text }: { readonly wanted: readonly string[]; readonly messages: readonly string[] },
): Promise<GateRun> {
  const { cwd } = gate.terminal;
  const failed = (reason: string): GateRun => ({
    outcomes: [],
    failed: DIFF_EXIT.load,
    messages: [`--build failed ${reason}`],
  });
  const fault = await build(command, cwd);
  if (fault !== undefined) return failed(`here: ${fault}`);
  // The command may also write files here while it runs in the base's checkout, so this side is read first.
  const opened = new Map<string, Side>();
  for (const now of wanted) opened.set(now, await readNow(gate, asFile(now)));
  const outcomes = await withBase({ command, commit: gate.tree.commit, cwd }, async (folder) => {
    const done: DiffOutcome[] = [];
    for (const [now, side] of opened)
      done.push(...(await compare(gate, { base: join(folder, now), now, baseFolder: folder, opened: side })));
    return done;
  });
  return typeof outcomes === 'string' ? failed(`in the base: ${outcomes}`) : { outcomes, messages: text };
}

/** A document of the working tree with everything that it refers to, as the files are now. */
async function readNow({ terms, terminal, settings }: Gate, label: string): Promise<Side> {
  const { cwd } = terminal;
  const disk = diskIo(cwd, { allowOutside: terms.allowOutside === true });
  const files = new Map<string, Promise<Fetched | undefined>>();
  const io: Io = {
    ...disk,
    readFile: (path, namedBy) => {
      const key = `${namedBy ?? ''} ${path}`;
      const found = files.get(key) ?? disk.readFile(path, namedBy);
      files.set(key, found);
      return found;
    },
  };
  const side: Side = { label, entry: label, io, local: true };
  await loadSide(side, {
    ...{ ...terms, cwd },
    ...(settings.config && { config: settings.config }),
    ...(settings.configFiles && { configFiles: settings.configFiles }),
  });
  return side;
}
