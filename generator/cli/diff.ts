/** `sdkwright diff` and `sdkwright changelog`: compares two sides and returns a report and an exit code. */
import type { Config } from '../config/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics } from '../diagnostics/print/print-text.ts';
import type { Texts } from '../diagnostics/print/placed.ts';
import { diffApis } from '../diff/diff-apis.ts';
import { type Exceptions, applyExceptions, noExceptions } from '../diff/exceptions.ts';
import type { Naming } from '../diff/names.ts';
import { type LeaveOut, type LeaveOutSide, leaveOut } from '../diff/leave-out.ts';
import {
  type DiffReport,
  type FailOn,
  type Layer,
  type Location,
  buildReport,
  exitCodeOf,
} from '../diff/report/report.ts';
import type { Bump, Preset, SdkLanguage, Stability } from '../diff/types.ts';
import type { Origin } from '../lib/origin.ts';
import { hasErrors } from '../lib/result.ts';
import { type Io, diskIo } from '../source/io.ts';
import { type Side, kindOfSide, openSide } from './diff-inputs.ts';
import { filesForSide } from './config-files.ts';
import { type ReadSide, loadSide, operationsWith, publishedConfigOf } from './diff-load.ts';
import { languageOf } from './diff-language.ts';
import { refusedUrl } from './inputs.ts';
import type { ComparedSide } from './commands/diff-agents.ts';
import { DIFF_EXIT } from './diff-terms.ts';
import { type LoadedExceptions, loadExceptions } from './load-exceptions.ts';
import type { Terminal } from './terminal.ts';

export interface DiffArguments {
  /** A file, a URL, or `REVISION:PATH`. */
  readonly base: string;
  readonly revision: string;
  /** The revision, if it is already open; absent: it is opened here. */
  readonly opened?: Side;
  /** The config of both sides, unless `baseConfig` is set or the base is a published package. */
  readonly config?: Config;
  /** Reads the files that `config` names; absent: it is a file on the disk. */
  readonly configFiles?: Io;
  readonly baseConfig?: Config;
  readonly baseConfigFiles?: Io;
  /** The name of the base in reports; absent: `base`. */
  readonly baseLabel?: string;
  /** Folder of the base's files; absent: the current folder. */
  readonly baseFolder?: string;
  readonly failOn: FailOn;
  readonly layers?: readonly Layer[];
  readonly preset?: Preset;
  readonly stability?: Stability;
  readonly graceDays?: { readonly stable: number; readonly beta: number };
  /** The exceptions file, or its parsed content. */
  readonly exceptions?: string;
  readonly accepted?: Exceptions;
  /** Exceptions and settings that the change itself adds, as sentences. */
  readonly notYet?: readonly string[];
  /** Operations that are excluded from the comparison. */
  readonly leaveOut?: LeaveOut;
  readonly declaredBump?: Bump;
  readonly allowRemote: boolean;
  readonly allowOutside?: boolean;
  /** The language of the SDK; absent: TypeScript. */
  readonly language?: SdkLanguage;
  /** RFC 3339 date against which sunsets and expiries are checked. */
  readonly today: string;
  readonly sdk?: { readonly name: string };
}

export interface DiffOutcome {
  readonly code: number;
  /** Text for standard error. */
  readonly err: string;
  readonly report?: DiffReport;
  /** Both sides as they were read, for other comparisons. */
  readonly sides?: { readonly base: ComparedSide; readonly revision: ComparedSide };
}

/** Computes the result as data; `runDiff` prints it. */
export async function computeDiff(
  args: DiffArguments,
  terminal: Pick<Terminal, 'cwd' | 'colors'>,
): Promise<DiffOutcome> {
  const fail = (code: number, diagnostics: readonly Diagnostic[], texts: Texts): DiffOutcome => ({
    code,
    err: printDiagnostics(diagnostics, texts, { color: terminal.colors.isColorSupported }),
  });
  const { data: audience, names } = languageOf(args.language);
  const exceptions = await exceptionsOf(args, terminal.cwd);
  if (hasErrors(exceptions.diagnostics))
    return fail(DIFF_EXIT.usage, exceptions.diagnostics, exceptions.texts);
  const refused = refusedUrl([args.base, args.revision], args.allowRemote);
  if (refused !== undefined) return { code: DIFF_EXIT.usage, err: refused };
  const open = (label: string, folder: string) =>
    openSide(label, diskIo(folder, { allowOutside: args.allowOutside === true }), folder);
  const [before, after] = await Promise.all([
    open(args.base, args.baseFolder ?? terminal.cwd),
    args.opened === undefined
      ? open(args.revision, terminal.cwd)
      : { side: args.opened, diagnostics: [] as readonly Diagnostic[] },
  ]);
  if (before.side === undefined || after.side === undefined)
    return fail(DIFF_EXIT.load, [...before.diagnostics, ...after.diagnostics], new Map());
  // The names that users have come from the config in their package, whatever the config of this folder
  // contains. If the new side has no other config, it uses the packaged config too.
  const [own, newOwn] = await Promise.all(
    [before.side, after.side].map((side) => publishedConfigOf(side, audience)),
  );
  const isPublished = kindOfSide(args.base).kind === 'package';
  const unread = [...(own?.diagnostics ?? []), ...(newOwn?.diagnostics ?? [])];
  if (hasErrors(unread)) return fail(DIFF_EXIT.load, unread, new Map());
  const disk = diskIo(terminal.cwd, { allowOutside: args.allowOutside === true });
  const baseFiles = args.baseConfig === undefined ? args.configFiles : args.baseConfigFiles;
  const base = await loadSide(before.side, {
    audience,
    configFiles: baseFiles ?? filesForSide(before.side, disk, terminal.cwd),
    cwd: args.baseFolder ?? terminal.cwd,
    allowRemote: args.allowRemote,
    isBase: true,
    // The config of this folder may be part of the change, and does not describe a published package.
    ...optional('config', args.baseConfig ?? own?.value ?? (isPublished ? undefined : args.config)),
  });
  const left = base.diagnostics.filter(
    (diagnostic) => diagnostic.severity === 'error' && diagnostic.leavesOut === true,
  );
  const revision = await loadSide(after.side, {
    audience,
    configFiles: args.configFiles ?? filesForSide(after.side, disk, terminal.cwd),
    cwd: terminal.cwd,
    allowRemote: args.allowRemote,
    known: left,
    ...optional('config', newOwn?.value ?? args.config ?? own?.value),
  });
  if (base.api === undefined || revision.api === undefined) {
    const broken = [
      { name: args.baseLabel ?? args.base, side: base },
      { name: args.revision, side: revision },
    ].filter((item) => item.side.api === undefined);
    return {
      code: DIFF_EXIT.load,
      err: broken
        .map(
          ({ name, side }) =>
            `${name} cannot be compared:\n${printDiagnostics(
              side.diagnostics.filter((diagnostic) => diagnostic.severity === 'error'),
              side.texts,
              { color: terminal.colors.isColorSupported },
            )}`,
        )
        .join('\n'),
    };
  }
  const sides = leaveOut({ base: sideOf(base), revision: sideOf(revision) }, args.leaveOut);
  const all = diffApis(sides.base, sides.revision, {
    naming: args.config?.output.docs.enabled === false ? withoutPages(names) : names,
    ...optional('language', args.language),
    today: args.today,
    severities: exceptions.value.severities,
    ...optional('preset', args.preset),
    ...optional('stability', args.stability),
    ...optional('graceDays', args.graceDays),
  });
  const { changes, leftOut } = sides.judged(all);
  const { changes: marked, idle } = applyExceptions(changes, exceptions.value, args.today);
  const report = buildReport({
    base: args.baseLabel ?? args.base,
    revision: args.revision,
    changes: marked,
    failOn: args.failOn,
    idleExceptions: [...(args.notYet ?? []), ...sides.notes, ...idle],
    locate: locator({ base, revision }),
    ...optional('language', args.language),
    ...optional('layers', args.layers),
    ...optional('declaredBump', args.declaredBump),
    ...optional('sdk', args.sdk),
    ...optional('leftOut', leftOut),
  });
  return {
    code: exitCodeOf(report) === 0 ? DIFF_EXIT.within : DIFF_EXIT.exceeded,
    err: leftIn(left, base.texts, terminal),
    report,
    sides: { base, revision },
  };
}

/** An SDK without docs has no pages to link to. */
const withoutPages =
  (names: Naming): Naming =>
  (api) => ({ ...names(api), page: () => undefined });

/** Describes the entries of the base that `generate` leaves out. */
const leftIn = (left: readonly Diagnostic[], texts: Texts, { colors }: Pick<Terminal, 'colors'>): string =>
  left.length === 0
    ? ''
    : `The base is compared without these entries:\n${printDiagnostics(left, texts, { color: colors.isColorSupported })}`;

function sideOf({ api, documents }: ReadSide): LeaveOutSide {
  const marked = operationsWith(documents);
  return { api, has: ({ origin }, name) => marked(name).has(`${origin.document}#${origin.pointer}`) };
}

const exceptionsOf = async (
  { accepted, exceptions }: DiffArguments,
  cwd: string,
): Promise<LoadedExceptions> =>
  accepted === undefined && exceptions !== undefined
    ? loadExceptions(exceptions, diskIo(cwd))
    : { value: accepted ?? noExceptions, diagnostics: [], texts: new Map() };

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);

interface ReadSides {
  readonly base: ReadSide;
  readonly revision: ReadSide;
}

/**
 * Locates an origin in a side's files. A document of a git revision keeps its path, and its line
 * numbers are those of the revision. Removed entries are located in the new side's document of the
 * same name, or in its entry document.
 */
const locator =
  ({ base, revision }: ReadSides) =>
  (which: 'base' | 'revision' | 'parent', origin: Origin): Location | undefined => {
    const side = which === 'base' ? base : revision;
    const document =
      which === 'parent' && origin.document === entryOf(base) ? entryOf(revision) : origin.document;
    const text = side.texts.get(document);
    return text === undefined
      ? undefined
      : { document, pointer: origin.pointer, ...text.locate(origin.pointer) };
  };

const entryOf = ({ documents }: ReadSide): string => documents.originOf(documents.root).document;
