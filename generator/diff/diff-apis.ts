import { createHash } from 'node:crypto';
import semver from 'semver';
import type { Api } from '../ir/types.ts';
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import type { Origin } from '../lib/origin.ts';
import { matchSchemas } from './compare/match-schemas.ts';
import { renamedAgainst } from './compare/renamed.ts';
import type { ApiPair } from './compare/name-reuse.ts';
import type { Walk } from './compare/walk.ts';
import { editsOf } from './compare/edits.ts';
import type { Fact } from './compare/fact.ts';
import { homeSubject } from './compare/subject-name.ts';
import { compareClient } from './compare/client.ts';
import { compareMethods } from './compare/methods.ts';
import { compareModels, compareNamed } from './compare/models.ts';
import { type Findings, type User, own } from './compare/place.ts';
import type { Schemas } from './compare/shape.ts';
import { plainNames, rememberedNaming } from './names.ts';
import { compareSecurity } from './compare/security.ts';
import { compareServers } from './compare/servers.ts';
import { finish, startWalk } from './compare/types.ts';
import { compareWebhooks } from './compare/webhooks.ts';
import { meet } from './where-used.ts';
import { withWords } from './document-words.ts';
import { type RuleGroup, harmless } from './rules/rule.ts';
import { ruleCatalogue } from './rules/catalogue.ts';
import {
  BUMPS,
  type Cell,
  type Change,
  type DiffOptions,
  type DiffVerdict,
  type Direction,
  WIRES,
  breaksWire,
} from './types.ts';
import { API, type Situation, judge, merge, mitigationOf, situationOf, smaller, termsOf } from './verdict.ts';
import { subjectText, textSubject } from './subject.ts';

/**
 * Compares two versions of an API and judges the effect on users of its SDK: one change per cause, the worst
 * first. Pure: equal input gives equal output, and equal APIs give an empty list.
 */
export function diffApis(base: Api, revision: Api, given: DiffOptions = {}): readonly Change[] {
  const options = { ...given, naming: rememberedNaming(given.naming ?? plainNames) };
  const { walk, findings } = compareApis(base, revision, options);
  const causes: Causes = { byKey: new Map(), byFact: new Map() };
  const judged = new Map<Fact, Map<string, Cell>>();
  const terms = termsOf(options);
  for (const { fact, user, where } of findings.own)
    add(causes, fact, judge(fact, API, terms), {
      ...(user === undefined ? {} : { user }),
      ...(where === undefined ? {} : { where }),
    });
  for (const visited of meet(findings.places, walk.pairs.values())) {
    const { fact, place } = visited;
    const direction: Direction =
      place.context === 'request' || place.context === 'parameter' ? 'request' : 'response';
    const situation = situationOf(visited);
    add(
      causes,
      fact,
      once(judged, fact, situationKey(situation, place.user === undefined), () =>
        place.user === undefined ? byItself(judge(fact, situation, terms)) : judge(fact, situation, terms),
      ),
      { ...(place.user === undefined ? {} : { user: place.user }), where: place.where, direction },
    );
  }
  const editOf = editsOf(walk);
  const changes = [...causes.byKey.values()]
    .map((cause) => changeOf(cause, options, { schemas: walk.base, editOf }))
    .filter((change) => change !== undefined)
    .map(withWords(revision, walk));
  return sorted([...changes, ...versionChange(base, revision, changes, options)]);
}

interface Comparison {
  readonly walk: Walk;
  readonly findings: Findings;
  /** Types that were renamed according to the places that use them. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Pairs types by name first, then corrects the pairs if the places that use them show that names were
 * exchanged.
 */
export function compareApis(base: Api, revision: Api, options: DiffOptions = {}): Comparison {
  const first = compareWith({ base, revision, match: matchSchemas(base, revision), options });
  return first.renamed.size === 0
    ? first
    : compareWith({ base, revision, match: matchSchemas(base, revision, first.renamed), options });
}

function compareWith(sides: ApiPair): Comparison {
  const { base, revision, match, options } = sides;
  const walk = startWalk(base, revision, match, options);
  const findings: Findings = { own: [], places: [] };
  const pathMoved = compareMethods(walk, sides, findings);
  compareWebhooks(walk, base, revision, findings);
  compareSecurity(base, revision, findings);
  compareClient(base, revision, findings);
  compareServers(base, revision, pathMoved, findings);
  if (base.info.description !== revision.info.description || base.info.title !== revision.info.title)
    findings.own.push(
      own('docs-changed', { subject: textSubject('the API'), message: 'is documented otherwise' }),
    );
  finish(walk);
  const renamed = renamedAgainst(walk);
  compareNamed(walk, base, findings);
  finish(walk);
  compareModels(walk, sides, findings);
  return { walk, findings, renamed };
}

/** The worst verdict of all changes. */
export const verdictOf = (changes: readonly Change[]): DiffVerdict =>
  changes.reduce<Cell>(merge, { ...harmless, bump: 'none' });

/** A type that no method returns can only be used with values that the user creates. */
const byItself = (cell: Cell): Cell =>
  cell.source.some(
    (sourceClass) => sourceClass === 'call' || sourceClass === 'read' || sourceClass === 'name',
  )
    ? cell
    : { ...cell, bump: smaller(cell.bump, 'minor') };

interface Meeting {
  readonly user?: User;
  readonly where?: string;
  readonly direction?: Direction;
}

interface Cause {
  readonly fact: Fact;
  cell: Cell;
  readonly users: Map<string, { readonly user: User; readonly where: Set<string> }>;
  readonly directions: Map<Direction, Cell>;
  /** Cells already merged into the change. */
  readonly merged: Set<Cell>;
}

interface Causes {
  readonly byKey: Map<string, Cause>;
  readonly byFact: Map<Fact, Cause>;
}

/** Caches the verdict on a fact in a situation, because a type may be used by thousands of methods. */
function once(judged: Map<Fact, Map<string, Cell>>, fact: Fact, situation: string, make: () => Cell): Cell {
  let known = judged.get(fact);
  if (known === undefined) judged.set(fact, (known = new Map()));
  let cell = known.get(situation);
  if (cell === undefined) known.set(situation, (cell = make()));
  return cell;
}

const situationKey = ({ context, top, typed, sent, optional }: Situation, alone: boolean): string =>
  `${context} ${top} ${typed} ${sent} ${optional} ${alone}`;

function causeOf({ byKey, byFact }: Causes, fact: Fact, cell: Cell): Cause {
  const known = byFact.get(fact);
  if (known !== undefined) return known;
  const key = causeKey(fact);
  const cause: Cause = byKey.get(key) ?? {
    fact,
    cell,
    users: new Map(),
    directions: new Map(),
    merged: new Set(),
  };
  byKey.set(key, cause);
  byFact.set(fact, cause);
  return cause;
}

function add(causes: Causes, fact: Fact, cell: Cell, visited: Meeting): void {
  const cause = causeOf(causes, fact, cell);
  if (!cause.merged.has(cell)) {
    cause.merged.add(cell);
    cause.cell = merge(cause.cell, cell);
  }
  if (visited.direction !== undefined && !(cause.directions.get(visited.direction) === cell)) {
    const known = cause.directions.get(visited.direction);
    cause.directions.set(visited.direction, known === undefined ? cell : merge(known, cell));
  }
  if (visited.user === undefined) return;
  const known = cause.users.get(visited.user.operation) ?? { user: visited.user, where: new Set<string>() };
  cause.users.set(visited.user.operation, known);
  if (visited.where !== undefined) known.where.add(visited.where);
}

/** The cause of a fact is its location in the document, or its subject if it has none. */
function causeKey(fact: Fact): string {
  const pointer = (side: 'base' | 'revision'): string =>
    fact.anchor === 'both' || fact.anchor === side ? placeKey(fact[side]) : '';
  const place = `${pointer('base')} ${pointer('revision')}`;
  return [
    fact.rule,
    place.trim() === '' ? subjectText(fact.subject) : place,
    fact.before ?? '',
    fact.after ?? '',
    ...(fact.apart === true ? [subjectText(fact.subject)] : []),
  ].join('\n');
}

const placeKey = (origin: Origin | undefined): string => origin?.pointer ?? '';

function changeOf(
  cause: Cause,
  options: DiffOptions,
  { schemas, editOf }: { readonly schemas: Schemas; readonly editOf?: (fact: Fact) => string | undefined },
): Change | undefined {
  const { fact, users } = cause;
  const edit = editOf?.(fact);
  const override = options.severities?.get(fact.rule);
  if (override === 'off') return undefined;
  const unstable = users.size > 0 && [...users.values()].every((user) => user.user.unstable);
  const cell: Cell = unstable
    ? { ...cause.cell, wire: 'ok', bump: smaller(cause.cell.bump, 'minor') }
    : cause.cell;
  const bump = override ?? cell.bump;
  const mitigation = mitigationOf(fact.rule);
  const about = homeSubject(fact, schemas);
  const subject = subjectText(about);
  return {
    kind: 'change',
    rule: fact.rule,
    fingerprint: createHash('sha256').update(causeKey(fact)).digest('hex').slice(0, 12),
    subject,
    about,
    message: `${subject} ${fact.message}`,
    ...(fact.before === undefined ? {} : { before: fact.before }),
    ...(fact.after === undefined ? {} : { after: fact.after }),
    ...(fact.words === undefined ? {} : { words: fact.words }),
    ...(fact.base === undefined ? {} : { base: fact.base }),
    ...(fact.revision === undefined ? {} : { revision: fact.revision }),
    directions: [...cause.directions.keys()].sort(byCodeUnit),
    ...sideBySide(cause),
    reach: sortedBy(
      [...users.values()].map(({ user, where }) => ({
        operation: user.operation,
        ...(user.symbol === undefined ? {} : { symbol: user.symbol }),
        where: [...where].sort(byCodeUnit),
      })),
      (item) => item.operation,
    ),
    wire: cell.wire,
    source: cell.source,
    runtime: cell.runtime,
    bump,
    notice: (breaksWire(cell.wire) && bump !== 'major') || cell.runtime === 'silent',
    ...(mitigation === undefined || bump === 'none' || bump === 'patch' ? {} : { mitigation }),
    ...(unstable ? { unstable: true } : {}),
    ...(edit === undefined ? {} : { edit }),
  };
}

function sideBySide({ directions }: Cause): Pick<Change, 'byDirection'> {
  const request = directions.get('request');
  const response = directions.get('response');
  return request === undefined || response === undefined ? {} : { byDirection: { request, response } };
}

const GROUPS: readonly RuleGroup[] = [
  'operation',
  'name',
  'parameter',
  'body',
  'property',
  'type',
  'response',
  'security',
  'client',
  'server',
  'webhook',
  'constraint',
  'lifecycle',
  'docs',
];
const weight = (change: Change): string =>
  [
    9 - BUMPS.indexOf(change.bump),
    9 - WIRES.indexOf(change.wire),
    String.fromCharCode(65 + GROUPS.indexOf(ruleCatalogue[change.rule].group)),
  ].join('');
const sorted = (changes: readonly Change[]): Change[] =>
  sortedBy(
    changes,
    (change) =>
      `${weight(change)} ${change.subject}\n${change.rule}\n${change.before ?? ''}\n${change.after ?? ''}\n${change.base?.pointer ?? ''}\n${change.revision?.pointer ?? ''}`,
  );

/**
 * Checks that the document's version changes with its promises. Before 1.0.0, the minor number acts as the
 * major number.
 */
function versionChange(
  base: Api,
  revision: Api,
  changes: readonly Change[],
  options: DiffOptions,
): readonly Change[] {
  const [from, to] = [semver.parse(base.info.version), semver.parse(revision.info.version)];
  if (from === null || to === null || !changes.some((item) => breaksWire(item.wire))) return [];
  const raised =
    semver.gt(to, from) && (to.major > from.major || (from.major === 0 && to.minor > from.minor));
  if (raised) return [];
  const message = semver.lt(to, from)
    ? 'was lowered although something breaks'
    : semver.eq(to, from)
      ? 'was not raised although something breaks'
      : 'was not raised to the next major although something breaks';
  const { fact } = own('version-not-raised', {
    subject: textSubject('info.version'),
    message,
    before: from.version,
    after: to.version,
  });
  const change = changeOf(
    { fact, cell: judge(fact, API, termsOf({})), users: new Map(), directions: new Map(), merged: new Set() },
    options,
    { schemas: new Map() },
  );
  return change === undefined ? [] : [change];
}
