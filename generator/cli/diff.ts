/** `sdkwright diff` and `sdkwright changelog`: two sides in, a report and an exit code out. */
import type { Config } from '../config/types.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../diagnostics/print/print-text.ts';
import type { Texts } from '../diagnostics/print/placed.ts';
import { diffApis } from '../diff/diff-apis.ts';
import { type Exceptions, applyExceptions, noExceptions, readExceptions } from '../diff/exceptions.ts';
import { renderChangelog, renderChangeset, renderCommit } from '../diff/report/changelog.ts';
import { renderJunit } from '../diff/report/junit.ts';
import { renderGithub, renderGitlab, renderJson, renderSarif } from '../diff/report/machine.ts';
import { renderMarkdown } from '../diff/report/markdown.ts';
import {
  type DiffReport,
  type FailOn,
  type Layer,
  type Location,
  buildReport,
  exitCodeOf,
} from '../diff/report/report.ts';
import { renderText } from '../diff/report/text.ts';
import type { Bump, Change, Preset, Stability } from '../diff/types.ts';
import { sdkNames } from '../languages/typescript/sdk-names.ts';
import type { Origin } from '../lib/origin.ts';
import { hasErrors } from '../lib/result.ts';
import { diskIo } from '../source/io.ts';
import { parseText } from '../source/parse/parse-text.ts';
import { type Side, openSide } from './diff-inputs.ts';
import { type LoadedSide, loadSide } from './diff-load.ts';
import { DIFF_EXIT, type DiffFormat } from './diff-terms.ts';
import { packageFolder } from './package.ts';
import type { Terminal } from './terminal.ts';

export interface DiffArguments {
  /** A file, a URL, or `REVISION:PATH`. */
  readonly base: string;
  readonly revision: string;
  /** Of both sides, unless `baseConfig` says otherwise. */
  readonly config?: Config;
  readonly baseConfig?: Config;
  readonly format: DiffFormat;
  readonly failOn: FailOn;
  readonly layers?: readonly Layer[];
  readonly preset?: Preset;
  readonly stability?: Stability;
  readonly graceDays?: { readonly stable: number; readonly beta: number };
  /** The exceptions file. */
  readonly exceptions?: string;
  readonly declaredBump?: Bump;
  readonly allowRemote: boolean;
  readonly allowOutside?: boolean;
  readonly verbose?: boolean;
  readonly verify?: boolean;
  /** Seconds that the compiler may take. */
  readonly verifyTimeout?: number;
  /** RFC 3339 date that sunsets and expiries are judged by. */
  readonly today: string;
  readonly sdk?: { readonly name: string; readonly version?: string; readonly next?: string };
  /** Heading of a changelog section. */
  readonly heading?: string;
  readonly version: string;
}

export interface DiffOutcome {
  readonly code: number;
  /** What belongs on standard output. */
  readonly out: string;
  readonly err: string;
  readonly report?: DiffReport;
}

/** The command as data; `runDiff` prints it. */
export async function computeDiff(
  args: DiffArguments,
  terminal: Pick<Terminal, 'cwd' | 'colors'>,
): Promise<DiffOutcome> {
  const fail = (code: number, diagnostics: readonly Diagnostic[], texts: Texts): DiffOutcome => ({
    code,
    out: '',
    err: printDiagnostics(diagnostics, texts, { color: terminal.colors.isColorSupported }),
  });
  const exceptions = await loadExceptions(args.exceptions, terminal.cwd);
  if (hasErrors(exceptions.diagnostics))
    return fail(DIFF_EXIT.usage, exceptions.diagnostics, exceptions.texts);
  const remote = args.allowRemote
    ? undefined
    : [args.base, args.revision].find((side) => /^https?:\/\//i.test(side));
  if (remote !== undefined)
    return {
      code: DIFF_EXIT.usage,
      out: '',
      err: `${remote} is a URL, and URLs are read with --allow-remote only.`,
    };
  const [before, after] = await Promise.all(
    [args.base, args.revision].map((label) =>
      openSide(label, diskIo(terminal.cwd, { allowOutside: args.allowOutside === true }), terminal.cwd),
    ),
  );
  if (before?.side === undefined || after?.side === undefined)
    return fail(DIFF_EXIT.load, [...(before?.diagnostics ?? []), ...(after?.diagnostics ?? [])], new Map());
  const [base, revision] = await Promise.all([
    loadSide(before.side, {
      cwd: terminal.cwd,
      allowRemote: args.allowRemote,
      ...optional('config', args.baseConfig ?? args.config),
    }),
    loadSide(after.side, {
      cwd: terminal.cwd,
      allowRemote: args.allowRemote,
      ...optional('config', args.config),
    }),
  ]);
  if (base.api === undefined || revision.api === undefined) {
    const broken = [
      { name: args.base, side: base },
      { name: args.revision, side: revision },
    ].filter((one) => one.side.api === undefined);
    return {
      code: DIFF_EXIT.load,
      out: '',
      err: broken
        .map(
          ({ name, side }) =>
            `${name} cannot be compared:\n${printDiagnostics(
              side.diagnostics.filter((one) => one.severity === 'error'),
              side.texts,
              { color: terminal.colors.isColorSupported },
            )}`,
        )
        .join('\n'),
    };
  }
  const changes = diffApis(base.api, revision.api, {
    naming: sdkNames,
    today: args.today,
    severities: exceptions.value.severities,
    ...optional('preset', args.preset),
    ...optional('stability', args.stability),
    ...optional('graceDays', args.graceDays),
  });
  const judged =
    args.verify === true
      ? await verify(base, revision, changes, {
          cwd: terminal.cwd,
          timeout: args.verifyTimeout ?? VERIFY_SECONDS,
        })
      : '';
  const { changes: marked, idle } = applyExceptions(changes, exceptions.value, args.today);
  const report = buildReport({
    base: args.base,
    revision: args.revision,
    changes: marked,
    failOn: args.failOn,
    idleExceptions: idle,
    locate: locator({ before: before.side, base, after: after.side, revision }),
    ...optional('layers', args.layers),
    ...optional('declaredBump', args.declaredBump),
    ...optional('sdk', args.sdk),
  });
  return {
    code: exitCodeOf(report) === 0 ? DIFF_EXIT.within : DIFF_EXIT.exceeded,
    out: render(report, args, terminal.colors.isColorSupported),
    err: judged,
    report,
  };
}

const VERIFY_SECONDS = 120;

/**
 * What the compiler says of the rules' verdicts, for a person. The compiler is large, so it is loaded only
 * when asked for.
 */
async function verify(
  base: LoadedSide,
  revision: LoadedSide,
  changes: readonly Change[],
  { cwd, timeout }: { readonly cwd: string; readonly timeout: number },
): Promise<string> {
  const [{ judge }, { printJudgement }, { generateInMemory, openTemplates }] = await Promise.all([
    import('../verify/judge.ts'),
    import('../verify/print-judgement.ts'),
    import('./diff-verify.ts'),
  ]);
  const templates = await openTemplates(cwd, packageFolder('templates'));
  if (templates === undefined || base.documents === undefined || revision.documents === undefined)
    return 'The SDKs could not be generated, so nothing was verified.';
  const deadline = { now: () => performance.now(), at: performance.now() + timeout * 1000 };
  const judgement = judge(
    generateInMemory(base.documents, base.config, templates),
    generateInMemory(revision.documents, revision.config, templates),
    changes,
    { deadline },
  );
  return printJudgement(judgement, timeout);
}

/** Prints and tells the exit code. A fault of ours is never mistaken for a finding. */
export async function runDiff(args: DiffArguments, terminal: Terminal): Promise<number> {
  try {
    const { code, out, err } = await computeDiff(args, terminal);
    if (err !== '') terminal.err(err.trimEnd());
    if (out !== '') terminal.out(out.trimEnd());
    return code;
  } catch (error) {
    terminal.err(
      `sdkwright failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return DIFF_EXIT.internal;
  }
}

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);

function render(report: DiffReport, args: DiffArguments, colour: boolean): string {
  switch (args.format) {
    case 'text':
      return renderText(report, { colour, ...optional('verbose', args.verbose) });
    case 'markdown':
      return renderMarkdown(report);
    case 'json':
      return renderJson(report);
    case 'github':
      return renderGithub(report);
    case 'sarif':
      return renderSarif(report, args.version);
    case 'junit':
      return renderJunit(report);
    case 'gitlab':
      return renderGitlab(report);
    case 'changelog':
      return renderChangelog(report, args.heading ?? 'Unreleased');
    case 'changeset':
      return renderChangeset(report, args.sdk?.name ?? 'sdk');
    case 'commit':
      return renderCommit(report);
    default:
      return args.format satisfies never;
  }
}

interface Sides {
  readonly before: Side;
  readonly base: LoadedSide;
  readonly after: Side;
  readonly revision: LoadedSide;
}

/** A git revision's document keeps its path: the line numbers are the revision's own. */
const locator =
  (sides: Sides) =>
  (which: 'base' | 'revision', origin: Origin): Location | undefined => {
    const side = which === 'base' ? sides.base : sides.revision;
    const text = side.texts.get(origin.document);
    return text === undefined
      ? undefined
      : { document: origin.document, pointer: origin.pointer, ...text.locate(origin.pointer) };
  };

async function loadExceptions(
  file: string | undefined,
  cwd: string,
): Promise<{
  readonly value: Exceptions;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}> {
  if (file === undefined) return { value: noExceptions, diagnostics: [], texts: new Map() };
  const bytes = await diskIo(cwd).readFile(file);
  if (bytes?.kind !== 'bytes')
    return {
      value: noExceptions,
      diagnostics: [diagnostic('file-not-found', { file, flag: '--exceptions' })],
      texts: new Map(),
    };
  const parsed = parseText(file, bytes.bytes);
  const texts: Texts = new Map([[file, parsed.text]]);
  if (parsed.value === undefined) return { value: noExceptions, diagnostics: parsed.diagnostics, texts };
  const read = readExceptions(parsed.value.root, file);
  return { value: read.value, diagnostics: [...parsed.diagnostics, ...read.diagnostics], texts };
}
