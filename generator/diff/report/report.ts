/** One run, one value; every renderer reads it. */
import type { Origin } from '../../lib/origin.ts';
import { isMended } from '../mended.ts';
import { verdictOf } from '../diff-apis.ts';
import { ruleCatalogue } from '../rules/catalogue.ts';
import { BUMPS, type Bump, type Change, type DiffVerdict, breaksWire } from '../types.ts';

export interface Location {
  readonly document: string;
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface LocatedChange extends Change {
  readonly title: string;
  /** `sdkwright upgrade` writes the users' code anew. */
  readonly mended?: true;
  readonly baseLocation?: Location;
  readonly revisionLocation?: Location;
}

export type Layer = 'wire' | 'source' | 'runtime';
export type FailOn = 'major' | 'minor' | 'patch' | 'none';

export interface ReportInput {
  readonly base: string;
  readonly revision: string;
  readonly changes: readonly Change[];
  /** Line and column of a place; undefined when the text is not at hand. */
  readonly locate: (side: 'base' | 'revision', origin: Origin) => Location | undefined;
  readonly failOn: FailOn;
  /** Judge by these alone; absent: the SDK's bump. */
  readonly layers?: readonly Layer[];
  /** The bump that the author announced (changeset, title, package.json). */
  readonly declaredBump?: Bump;
  /** Entries of the exceptions file that covered nothing or are past their date. */
  readonly idleExceptions?: readonly string[];
  /** Name of the package whose users are meant. */
  readonly sdk?: { readonly name: string; readonly version?: string; readonly next?: string };
}

export interface DiffReport {
  readonly version: 1;
  readonly base: string;
  readonly revision: string;
  readonly sdk?: ReportInput['sdk'];
  /** `judgedBump`: what the chosen layers alone ask for; `ok` is by it. */
  readonly verdict: DiffVerdict & {
    readonly judgedBump?: Bump;
    readonly declaredBump?: Bump;
    readonly failOn: FailOn;
    readonly ok: boolean;
  };
  /** With an effect on somebody, the worst first. */
  readonly changes: readonly LocatedChange[];
  /** Changes of the document that no user of the SDK can notice. */
  readonly withoutEffect: readonly LocatedChange[];
  readonly accepted: readonly LocatedChange[];
  readonly idleExceptions: readonly string[];
}

export function buildReport(input: ReportInput): DiffReport {
  const located = input.changes.map((one) => locateChange(one, input));
  const live = located.filter((one) => one.accepted === undefined);
  const verdict = verdictOf(live);
  const judged = bumpByLayers(live, input.layers, verdict.bump);
  return {
    version: 1,
    base: input.base,
    revision: input.revision,
    ...(input.sdk === undefined ? {} : { sdk: input.sdk }),
    verdict: {
      ...verdict,
      ...(input.layers === undefined ? {} : { judgedBump: judged }),
      ...(input.declaredBump === undefined ? {} : { declaredBump: input.declaredBump }),
      failOn: input.failOn,
      ok: withinBound(judged, input),
    },
    changes: live.filter(hasEffect),
    withoutEffect: live.filter((one) => !hasEffect(one)),
    accepted: located.filter((one) => one.accepted !== undefined),
    idleExceptions: input.idleExceptions ?? [],
  };
}

export const hasEffect = (one: Change): boolean =>
  one.wire !== 'ok' ||
  one.source.length > 0 ||
  one.runtime !== 'same' ||
  (one.bump !== 'patch' && one.bump !== 'none');

/** The declared bump must cover the verdict; else the verdict must stay below the bound. */
function withinBound(bump: Bump, input: ReportInput): boolean {
  if (input.declaredBump !== undefined) return BUMPS.indexOf(bump) <= BUMPS.indexOf(input.declaredBump);
  return input.failOn === 'none' || BUMPS.indexOf(bump) < BUMPS.indexOf(input.failOn);
}

function bumpByLayers(changes: readonly Change[], layers: readonly Layer[] | undefined, all: Bump): Bump {
  if (layers === undefined) return all;
  const felt = changes.flatMap((one) => [
    ...(layers.includes('wire') && breaksWire(one.wire) ? ['major' as const] : []),
    ...(layers.includes('source') && one.source.length > 0 ? [one.bump] : []),
    ...(layers.includes('runtime') && one.runtime !== 'same' && one.runtime !== 'repaired' ? [one.bump] : []),
  ]);
  const worst = Math.max(0, ...felt.map((one) => BUMPS.indexOf(one)));
  const rest = changes.length > 0 ? 1 : 0;
  return BUMPS[Math.max(worst, rest)] ?? 'none';
}

function locateChange(one: Change, input: ReportInput): LocatedChange {
  const base = one.base === undefined ? undefined : input.locate('base', one.base);
  const revision = one.revision === undefined ? undefined : input.locate('revision', one.revision);
  return {
    ...one,
    title: ruleCatalogue[one.rule].title,
    ...(one.source.length > 0 && isMended(one) ? { mended: true as const } : {}),
    ...(base === undefined ? {} : { baseLocation: base }),
    ...(revision === undefined ? {} : { revisionLocation: revision }),
  };
}

/** Why the exit code is 1: one sentence. */
export function failureOf({ verdict }: DiffReport): string {
  if (verdict.ok) return '';
  const change =
    verdict.judgedBump === undefined
      ? `The change is ${verdict.bump}`
      : `By the chosen layers the change is ${verdict.judgedBump}`;
  return verdict.declaredBump === undefined
    ? `${change}, the bound is ${verdict.failOn}.`
    : `${change}, only ${verdict.declaredBump} was declared.`;
}

/** 0: within the bound. 1: exceeds it or the declared bump. */
export const exitCodeOf = (report: DiffReport): 0 | 1 => (report.verdict.ok ? 0 : 1);

/** Beyond it a line's number says little: the document is written on one line. */
const LONG_LINE = 300;

/** `openapi.yml:412`, the revision's line where there is one; with the column in a document of one line. */
export function whereOf(one: LocatedChange): string {
  const at = one.revisionLocation ?? one.baseLocation;
  return at === undefined ? '' : `${at.document}:${at.line}${at.column > LONG_LINE ? `:${at.column}` : ''}`;
}

/** What is new stands under `new`, even where mocks must have it too. */
const isAddition = (one: Change): boolean =>
  /-(added|extracted)(-|$)/.test(one.rule) &&
  !['constraint', 'security', 'lifecycle'].includes(ruleCatalogue[one.rule].group);

/** Who is concerned, for headings. */
export const sectionOf = (one: Change): 'code' | 'exhaustive' | 'wire' | 'new' | 'deprecated' | 'none' => {
  if (!hasEffect(one)) return 'none';
  if (one.rule === 'deprecated' || one.rule === 'reactivated') return 'deprecated';
  if (one.bump === 'major') return 'code';
  if (breaksWire(one.wire) || one.notice || one.wire === 'depends' || one.wire === 'ignored') return 'wire';
  return one.source.length > 0 && !isAddition(one) ? 'exhaustive' : 'new';
};

/** `count` follows a number in the summary. */
export const SECTIONS: readonly {
  readonly key: ReturnType<typeof sectionOf>;
  readonly title: string;
  readonly count: readonly [one: string, many: string];
}[] = [
  {
    key: 'code',
    title: 'Your users must change code',
    count: ['needs a change of code', 'need changes of code'],
  },
  {
    key: 'wire',
    title: 'Code stays as it is, deployed versions of the SDK are concerned',
    count: ['concerns deployed versions only', 'concern deployed versions only'],
  },
  {
    key: 'exhaustive',
    title: 'Exhaustive switches, mocks and type-level code only',
    count: ['concerns switches and mocks only', 'concern switches and mocks only'],
  },
  { key: 'new', title: 'New', count: ['new', 'new'] },
  { key: 'deprecated', title: 'Deprecated', count: ['deprecated', 'deprecated'] },
  { key: 'none', title: 'No SDK effect', count: ['without effect', 'without effect'] },
];

/** Who still calls it was told in time. */
const isAnnouncedEnd = (one: Change): boolean =>
  one.rule === 'operation-removed-after-sunset' || one.rule === 'parameter-removed-after-sunset';

export const headlineOf = (report: DiffReport): string => {
  const { bump } = report.verdict;
  // A deadline or a stability that was promised is broken in the document, not on the wire.
  const felt = report.changes.filter((one) => ruleCatalogue[one.rule].group !== 'lifecycle');
  const onWire = felt.some((one) => breaksWire(one.wire))
    ? 'breaking on the wire'
    : felt.every((one) => one.wire === 'ok')
      ? 'compatible on the wire'
      : felt.every((one) => one.wire === 'ok' || isAnnouncedEnd(one))
        ? 'compatible on the wire but for what was deprecated'
        : 'mostly compatible on the wire';
  if (report.changes.length + report.withoutEffect.length === 0)
    return report.accepted.length === 0 ? 'No API change' : 'No API change beyond what was accepted';
  return `API change: ${bump === 'none' ? 'nothing' : bump} for the TypeScript SDK, ${onWire}${report.changes.some((one) => breaksWire(one.wire) && !felt.includes(one)) ? ', a promise broken' : ''}`;
};
