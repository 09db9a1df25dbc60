/** `sdkwright diff --against REVISION`: each document here with what it was where the branch left. */
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../diagnostics/print/print-text.ts';
import type { Texts } from '../../diagnostics/print/placed.ts';
import type { SdkLanguage } from '../../diff/types.ts';
import { hasErrors } from '../../lib/result.ts';
import { type DiffOutcome, computeDiff } from '../diff.ts';
import { DIFF_EXIT } from '../diff-terms.ts';
import type { Terminal } from '../terminal.ts';
import { buildBoth } from './build-base.ts';
import { type Pair, findDocuments } from './documents.ts';
import { type GateTerms, oneSided } from './one-sided.ts';
import { type GateSettings, readSettings } from './settings.ts';
import { type GitTree, readTree } from './tree.ts';

export interface GateWish {
  readonly against: string;
  /** Names and patterns; none: the document of the config. */
  readonly documents: readonly string[];
  readonly config?: string;
  readonly exceptions?: string;
  /** Whose SDK is meant. */
  readonly language?: SdkLanguage;
  /** What the only document was before, where git cannot tell: a file, a URL, `REVISION:PATH`, `npm:…`. */
  readonly baseSpec?: string;
  /** Command that makes the documents, run here and in a checkout of the base. */
  readonly build?: string;
}

export interface GateRun {
  /** In the order of their names; empty when the run could not begin. */
  readonly outcomes: readonly DiffOutcome[];
  /** Of the whole, for standard error. */
  readonly said: readonly string[];
  /** Set when nothing could be compared. */
  readonly failed?: number;
}

export async function runGate(
  wish: GateWish,
  terms: GateTerms,
  terminal: Pick<Terminal, 'cwd' | 'colors'>,
): Promise<GateRun> {
  const { cwd } = terminal;
  const fail = (code: number, diagnostics: readonly Diagnostic[], texts: Texts = new Map()): GateRun => ({
    outcomes: [],
    failed: code,
    said: [printDiagnostics(diagnostics, texts, { color: terminal.colors.isColorSupported })],
  });
  const tree = await readTree(wish.against, cwd);
  if (!tree.value) return fail(DIFF_EXIT.load, tree.diagnostics);
  const settings = await readSettings(wish, tree.value, cwd);
  if (hasErrors(settings.diagnostics)) return fail(DIFF_EXIT.usage, settings.diagnostics, settings.texts);
  const wanted = wish.documents.length > 0 ? wish.documents : [settings.config?.spec?.value ?? ''];
  if (wanted[0] === '')
    return {
      outcomes: [],
      failed: DIFF_EXIT.usage,
      said: ['Name the documents, or a config with a `spec`.'],
    };
  if (wish.baseSpec !== undefined && (wanted.length !== 1 || wish.build !== undefined))
    return {
      outcomes: [],
      failed: DIFF_EXIT.usage,
      said: ['--base-spec is for one document, and for none that --build makes.'],
    };
  const gate: Gate = { wish, terms, terminal, tree: tree.value, settings };
  const said = settings.notes;
  if (wish.baseSpec !== undefined)
    return { outcomes: [await compare(gate, { base: wish.baseSpec, now: wanted[0] ?? '' })], said };
  if (wish.build !== undefined) return withBuild(gate, wish.build, { wanted, said });
  const { pairs, diagnostics } = findDocuments(wanted, movedByConfig(gate, wanted), cwd);
  if (diagnostics.length > 0) return fail(DIFF_EXIT.load, diagnostics);
  const outcomes: DiffOutcome[] = [];
  for (const pair of pairs) outcomes.push(await judgePair(gate, pair));
  return { outcomes, said };
}

interface Gate {
  readonly wish: GateWish;
  readonly terms: GateTerms;
  readonly terminal: Pick<Terminal, 'cwd' | 'colors'>;
  readonly tree: GitTree;
  readonly settings: GateSettings;
}

/** A config that names another document than before says what the document was called. */
function movedByConfig({ wish, tree, settings }: Gate, wanted: readonly string[]): GitTree {
  const [now] = wanted;
  const before = settings.baseConfig?.spec?.value;
  const isMoved =
    wish.documents.length === 0 && now !== undefined && before !== undefined && !tree.before.has(now);
  return isMoved && tree.before.has(before)
    ? { ...tree, renamed: new Map([...tree.renamed, [now, before]]) }
    : tree;
}

const judgePair = (gate: Gate, pair: Pair): Promise<DiffOutcome> | DiffOutcome =>
  pair.kind === 'both'
    ? compare(gate, { base: `${gate.tree.commit}:./${pair.before}`, now: pair.now })
    : oneSided(pair, gate.terms, { about: gate.tree.about, ...gate.settings });

const compare = (
  { terms, terminal, settings, tree }: Gate,
  { base, now, baseFolder }: { readonly base: string; readonly now: string; readonly baseFolder?: string },
): Promise<DiffOutcome> =>
  computeDiff(
    {
      ...terms,
      base,
      revision: now,
      baseLabel: base.startsWith(`${tree.commit}:./`)
        ? `${base.slice(`${tree.commit}:./`.length)} (${tree.about})`
        : base,
      accepted: settings.exceptions,
      notYet: settings.notYet,
      ...(baseFolder !== undefined && { baseFolder }),
      ...(settings.config && { config: settings.config }),
      ...(settings.baseConfig && { baseConfig: settings.baseConfig }),
    },
    terminal,
  );

async function withBuild(
  gate: Gate,
  command: string,
  { wanted, said }: { readonly wanted: readonly string[]; readonly said: readonly string[] },
): Promise<GateRun> {
  const built = await buildBoth(command, gate.tree.commit, gate.terminal.cwd);
  if (built.kind === 'fault')
    return { outcomes: [], failed: DIFF_EXIT.load, said: [`--build failed ${built.reason}`] };
  try {
    const outcomes: DiffOutcome[] = [];
    for (const now of wanted)
      outcomes.push(await compare(gate, { base: join(built.folder, now), now, baseFolder: built.folder }));
    return { outcomes, said };
  } finally {
    await built.remove();
  }
}
