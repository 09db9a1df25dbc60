/** The report as data, which every format renders. */
import { defaultLanguage } from '../../languages/data.ts';
import type { Origin } from '../../lib/origin.ts';
import { hasEffect, joinCauses } from '../causes.ts';
import { isFixedByUpgrade } from '../fixed-by-upgrade.ts';
import { verdictOf } from '../diff-apis.ts';
import { ruleCatalogue } from '../rules/catalogue.ts';
import {
  type Bump,
  type Change,
  type DiffVerdict,
  type Reach,
  type SdkLanguage,
  BUMPS,
  type Cell,
  breaksWire,
} from '../types.ts';
import { type Subject } from '../subject.ts';

export interface Location {
  readonly document: string;
  readonly pointer: string;
  /** @asType integer
   * @minimum 1 */
  readonly line: number;
  /** @asType integer
   * @minimum 1 */
  readonly column: number;
}

export interface LocatedChange extends Omit<Change, 'edit'> {
  readonly title: string;
  /** The language of the SDK; absent: TypeScript. */
  readonly language?: SdkLanguage;
  /** `sdkwright upgrade` fixes the users' code. */
  readonly fixedByUpgrade?: true;
  readonly baseLocation?: Location;
  readonly revisionLocation?: Location;
  /** For a removed item: its nearest remaining parent in the revision. */
  readonly parentLocation?: Location;
  /** All places of the same edit, this one first; absent if there is only one. */
  readonly places?: readonly ReportPlace[];
}

/** One of several places of a cause. */
export interface ReportPlace {
  readonly subject: string;
  readonly about: Subject;
  readonly message: string;
  readonly reach: readonly Reach[];
  readonly baseLocation?: Location;
  readonly revisionLocation?: Location;
  readonly parentLocation?: Location;
  /** The verdict at this place, if it differs: for example in requests rather than responses. */
  readonly answers?: Cell;
}

export type Layer = 'wire' | 'source' | 'runtime';
export const FAIL_ON = ['major', 'minor', 'patch', 'none'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Excluded operations, and changes that affect nothing else. */
export interface LeftOut {
  /** @asType integer */
  readonly operations: number;
  /** @asType integer */
  readonly changes: number;
}

export interface ReportInput {
  readonly leftOut?: LeftOut;
  readonly base: string;
  readonly revision: string;
  /** The language of the SDK; absent: TypeScript. */
  readonly language?: SdkLanguage;
  readonly changes: readonly Change[];
  /**
   * Line and column of a location; undefined if the text is not available. `parent`: for a location in the
   * base, the nearest in the revision.
   */
  readonly locate: (side: 'base' | 'revision' | 'parent', origin: Origin) => Location | undefined;
  readonly failOn: FailOn;
  /** Judges only these layers; absent: the SDK's bump. */
  readonly layers?: readonly Layer[];
  /** The bump that the author declared (changeset, title or package.json). */
  readonly declaredBump?: Bump;
  /** Entries of the exceptions file that cover nothing or have expired. */
  readonly idleExceptions?: readonly string[];
  /** Name of the affected package. */
  readonly sdk?: { readonly name: string };
}

export interface DiffReport {
  readonly version: 1;
  readonly base: string;
  readonly revision: string;
  readonly language?: SdkLanguage;
  readonly sdk?: ReportInput['sdk'];
  readonly verdict: DiffVerdict & {
    /** The bump without accepted changes; absent if nothing was accepted. */
    readonly leftBump?: Bump;
    readonly leftOut?: LeftOut;
    /** The bump that the layers of --fail-on require; `ok` depends on it. */
    readonly judgedBump?: Bump;
    readonly declaredBump?: Bump;
    readonly failOn: FailOn;
    readonly ok: boolean;
  };
  /** Changes with an effect, the worst first. */
  readonly changes: readonly LocatedChange[];
  /** Changes of the document that no user of the SDK can notice. */
  readonly withoutEffect: readonly LocatedChange[];
  readonly accepted: readonly LocatedChange[];
  readonly idleExceptions: readonly string[];
}

export function buildReport(input: ReportInput): DiffReport {
  const language = otherLanguage(input);
  const located = input.changes.map((change) => locateChange(change, input));
  const live = located.filter((locatedChange) => locatedChange.accepted === undefined);
  // Accepted changes still count for the verdict: they are permitted, but they did happen.
  const verdict = verdictOf(located);
  const left = verdictOf(live).bump;
  const judged = bumpByLayers(live, input.layers, left);
  return {
    version: 1,
    base: input.base,
    revision: input.revision,
    ...(language === undefined ? {} : { language }),
    ...(input.sdk === undefined ? {} : { sdk: input.sdk }),
    verdict: {
      ...verdict,
      ...(live.length === located.length ? {} : { leftBump: left }),
      ...(input.layers === undefined ? {} : { judgedBump: judged }),
      ...(input.leftOut === undefined ? {} : { leftOut: input.leftOut }),
      ...(input.declaredBump === undefined ? {} : { declaredBump: input.declaredBump }),
      failOn: input.failOn,
      ok: withinBound(judged, input),
    },
    changes: joinCauses(live.filter(hasEffect), placeOf),
    withoutEffect: joinCauses(
      live.filter((locatedChange) => !hasEffect(locatedChange)),
      placeOf,
    ),
    accepted: joinCauses(
      located.filter((locatedChange) => locatedChange.accepted !== undefined),
      placeOf,
    ),
    idleExceptions: input.idleExceptions ?? [],
  };
}

/** Splits a joined change into its places, for readers that identify changes by method and type. */
export const atEveryPlace = (locatedChange: LocatedChange): readonly LocatedChange[] =>
  locatedChange.places === undefined
    ? [locatedChange]
    : locatedChange.places.map(({ subject, about, message, reach, answers }) => ({
        ...locatedChange,
        ...answers,
        subject,
        about,
        message,
        reach,
      }));

const placeOf = ({
  subject,
  about,
  message,
  reach,
  baseLocation,
  revisionLocation,
  parentLocation,
}: LocatedChange): ReportPlace => ({
  ...(parentLocation === undefined ? {} : { parentLocation }),
  subject,
  about,
  message,
  reach,
  ...(baseLocation === undefined ? {} : { baseLocation }),
  ...(revisionLocation === undefined ? {} : { revisionLocation }),
});

/** The declared bump must cover the verdict; without one, the verdict must stay below the limit. */
function withinBound(bump: Bump, input: ReportInput): boolean {
  if (input.declaredBump !== undefined) return BUMPS.indexOf(bump) <= BUMPS.indexOf(input.declaredBump);
  return input.failOn === 'none' || BUMPS.indexOf(bump) < BUMPS.indexOf(input.failOn);
}

function bumpByLayers(changes: readonly Change[], layers: readonly Layer[] | undefined, all: Bump): Bump {
  if (layers === undefined) return all;
  const affected = changes.flatMap((change) => [
    ...(layers.includes('wire') && breaksWire(change.wire) ? ['major' as const] : []),
    ...(layers.includes('source') && change.source.length > 0 ? [change.bump] : []),
    ...(layers.includes('runtime') && change.runtime !== 'same' && change.runtime !== 'repaired'
      ? [change.bump]
      : []),
  ]);
  const worst = Math.max(0, ...affected.map((bump) => BUMPS.indexOf(bump)));
  const rest = changes.length > 0 ? 1 : 0;
  return BUMPS[Math.max(worst, rest)] ?? 'none';
}

const otherLanguage = ({ language }: ReportInput): SdkLanguage | undefined =>
  language === defaultLanguage.language ? undefined : language;

function locateChange(change: Change, input: ReportInput): LocatedChange & Pick<Change, 'edit'> {
  const other = otherLanguage(input);
  const base = change.base === undefined ? undefined : input.locate('base', change.base);
  const revision = change.revision === undefined ? undefined : input.locate('revision', change.revision);
  const parent =
    change.revision === undefined && change.base !== undefined
      ? input.locate('parent', survivorOf(change.base))
      : undefined;
  return {
    ...change,
    title: ruleCatalogue[change.rule].title,
    ...(other === undefined ? {} : { language: other }),
    // Only TypeScript code is fixed.
    ...(other === undefined && change.source.length > 0 && isFixedByUpgrade(change)
      ? { fixedByUpgrade: true as const }
      : {}),
    ...(base === undefined ? {} : { baseLocation: base }),
    ...(revision === undefined ? {} : { revisionLocation: revision }),
    ...(parent === undefined ? {} : { parentLocation: parent }),
  };
}

/** A removed list item has no index in the revision, because later items moved up. */
const survivorOf = (origin: Origin): Origin => ({
  ...origin,
  pointer: origin.pointer.replace(
    /(\/(?:parameters|oneOf|anyOf|allOf|enum|required|tags|servers|security|prefixItems))\/\d+(?:\/.*)?$/,
    '$1',
  ),
});

/** The location that a reader of the revision looks at. */
export const annotatedAt = (
  pick: Pick<LocatedChange, 'revisionLocation' | 'parentLocation' | 'baseLocation'>,
): Location | undefined => pick.revisionLocation ?? pick.parentLocation ?? pick.baseLocation;

/** 0: within the limit. 1: exceeds the limit or the declared bump. */
export const exitCodeOf = (report: DiffReport): 0 | 1 => (report.verdict.ok ? 0 : 1);

/** Additions are listed under `new`, even if mocks must include them too. */
const isAddition = (change: Change): boolean =>
  /-(added|extracted)(-|$)/.test(change.rule) &&
  !['constraint', 'security', 'lifecycle'].includes(ruleCatalogue[change.rule].group);

/** The audience of a change, used for headings. */
export const sectionOf = (change: Change): 'code' | 'exhaustive' | 'wire' | 'new' | 'deprecated' | 'none' => {
  if (!hasEffect(change)) return 'none';
  if (change.rule === 'deprecated' || change.rule === 'reactivated') return 'deprecated';
  if (change.bump === 'major') return 'code';
  if (breaksWire(change.wire) || change.notice || change.wire === 'depends' || change.wire === 'ignored')
    return 'wire';
  return change.source.length > 0 && !isAddition(change) ? 'exhaustive' : 'new';
};

/** `count` follows a number in the summary. */
export const SECTIONS: readonly {
  readonly key: ReturnType<typeof sectionOf>;
  readonly title: string;
  /** The language of the SDK; absent: TypeScript. */
  readonly language?: SdkLanguage;
  readonly count: readonly [singular: string, plural: string];
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
  { key: 'none', title: 'Without effect on the SDK', count: ['without effect', 'without effect'] },
];

/** Whether callers were warned in time. */
export const isAnnouncedEnd = (change: Change): boolean =>
  change.rule === 'operation-removed-after-sunset' || change.rule === 'parameter-removed-after-sunset';
