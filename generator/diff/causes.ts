/**
 * Joins findings that have one cause: an edit that is repeated at several places, for example an error body
 * that was replaced in every operation, or a value added to the same enum wherever it is written out. A
 * joined finding lists every place.
 */
import { createHash } from 'node:crypto';
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { jsonText } from './compare/json-text.ts';
import { siblingKey, siblingsText } from './parameter-groups.ts';
import { type Subject, about, subjectText } from './subject.ts';
import { ruleCatalogue } from './rules/catalogue.ts';
import { type Cell, type Change, type Reach, breaksWire } from './types.ts';
import { merge } from './verdict.ts';
import { count } from '../lib/count.ts';

/** The fingerprint of each change's cause; the change's own fingerprint if nothing shares the cause. */
export function causesOf(changes: readonly Change[]): ReadonlyMap<Change, string> {
  const found = new Map<Change, string>();
  for (const [key, group] of groupsOf(changes)) {
    const id =
      group.length > 1 ? createHash('sha256').update(`cause ${key}`).digest('hex').slice(0, 12) : undefined;
    for (const change of group) found.set(change, id ?? change.fingerprint);
  }
  return found;
}

type WithoutEdit<T> = Omit<T, 'edit'>;

/**
 * Returns one change per cause, in the order of first occurrence. `place` selects what is kept of each
 * member.
 */
export function joinCauses<T extends Change, P extends object>(
  changes: readonly T[],
  place: (item: T) => P,
): readonly (WithoutEdit<T> & { readonly places?: readonly (P & { readonly answers?: Cell })[] })[] {
  const ids = causesOf(changes);
  return [...groupsOf(changes).values()].map((group) => {
    const [first, ...others] = group;
    if (others.length === 0) return withoutEdit(first);
    const answers = joinedAnswers(group);
    return {
      ...inCommon(withoutEdit(first), others),
      ...answers,
      fingerprint: ids.get(first) ?? first.fingerprint,
      ...(siblingsText(group) ?? {
        message: `${first.message}, and so at ${count(others.length, 'further place')}`,
      }),
      reach: joinedReach(group),
      places: group.map((item) => ({
        ...place(item),
        ...(jsonText({ ...cellOf(item) }) === jsonText({ ...cellOf(answers) })
          ? {}
          : { answers: cellOf(item) }),
      })),
    };
  });
}

const withoutEdit = <T extends Change>({ edit: _edit, ...rest }: T): WithoutEdit<T> => rest;
const cellOf = ({ wire, source, runtime, bump }: Cell): Cell => ({ wire, source, runtime, bump });

/** The worst verdict of all places, and both verdicts if the places are in requests and responses. */
function joinedAnswers(
  group: readonly [Change, ...Change[]],
): Cell & Pick<Change, 'directions' | 'notice' | 'byDirection'> {
  const worst = (cells: readonly Cell[]): Cell => cells.map(cellOf).reduce(merge);
  const [request, response] = (['request', 'response'] as const).map((side) =>
    group.flatMap((item) => item.byDirection?.[side] ?? (item.directions.includes(side) ? [item] : [])),
  );
  const all = worst(group);
  const directions = [...new Set(group.flatMap((item) => item.directions))].sort(byCodeUnit);
  return {
    ...all,
    directions,
    notice: (breaksWire(all.wire) && all.bump !== 'major') || all.runtime === 'silent',
    ...(request?.[0] === undefined || response?.[0] === undefined
      ? {}
      : { byDirection: { request: worst(request), response: worst(response) } }),
  };
}

/** Whether a user can notice the change. */
export const hasEffect = (change: Cell): boolean =>
  change.wire !== 'ok' ||
  change.source.length > 0 ||
  change.runtime !== 'same' ||
  (change.bump !== 'patch' && change.bump !== 'none');

/**
 * Keeps only what all members have in common. Types of parameters and descriptions that differ are reported
 * per place.
 */
function inCommon<T extends WithoutEdit<Change>>(first: T, others: readonly Change[]): T {
  const step = pathStep(first);
  const isSame = (key: 'before' | 'after' | 'words'): boolean =>
    (step !== undefined && key !== 'words') || others.every((item) => item[key] === first[key]);
  const { before: old, after: now, words, ...rest } = first;
  const { before, after } = step ?? { before: old, after: now };
  return {
    ...rest,
    ...(before === undefined || !isSame('before') ? {} : { before }),
    ...(after === undefined || !isSame('after') ? {} : { after }),
    ...(words === undefined || !isSame('words') ? {} : { words }),
  } as T;
}

function groupsOf<T extends Change>(changes: readonly T[]): ReadonlyMap<string, readonly [T, ...T[]]> {
  const places = placesOf(changes);
  const siblings = new Map<string, string[]>();
  for (const [key, group] of places) {
    const alike = siblingKey(group) ?? key;
    siblings.set(alike, [...(siblings.get(alike) ?? []), key]);
  }
  const groups = new Map<string, readonly [T, ...T[]]>();
  for (const keys of siblings.values()) {
    const [first, ...others] = keys.flatMap((key) => places.get(key) ?? []);
    // The names are part of the key: accepting the removal of two parameters does not accept the removal of a
    // third.
    if (first !== undefined) groups.set(keys.join('\n'), [first, ...others]);
  }
  return groups;
}

/**
 * Groups findings that share a key. A finding can have two keys: for its place and for the edit that it
 * belongs to.
 */
function placesOf<T extends Change>(changes: readonly T[]): ReadonlyMap<string, readonly [T, ...T[]]> {
  const keyed = changes.map((change) => ({
    change,
    place: causeKey(change) ?? `alone ${change.fingerprint}`,
    edit: editKey(change),
  }));
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== key) parents.set(key, root);
    return root;
  };
  for (const { place, edit } of keyed) {
    const [from, to] = [rootOf(place), edit === undefined ? undefined : rootOf(edit)];
    // The key of the edit is preferred, because it does not depend on which of the places remain.
    if (to !== undefined && from !== to) parents.set(from, to);
  }
  const groups = new Map<string, [T, ...T[]]>();
  for (const { change, place } of keyed) {
    const key = rootOf(place);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [change]);
    else known.push(change);
  }
  return groups;
}

/** Key of an edit in a shape that is written out at several places. The verdicts of the places may differ. */
function editKey(change: Change): string | undefined {
  if (change.edit === undefined) return undefined;
  return jsonText([
    'edit',
    change.rule,
    change.edit,
    tailOf(change),
    change.before ?? null,
    change.after ?? null,
    hasEffect(change),
    change.unstable ?? null,
    { ...change.accepted },
  ]);
}

/** The message without its subject. */
const tailOf = ({ subject, message }: Change): string => message.replaceAll(subject, '');

/** What all places of a cause have in common; undefined if the finding is never joined. */
function causeKey(change: Change): string | undefined {
  const step = pathStep(change);
  const place = step === undefined ? placeOf(change) : subjectText(withoutMethod(change.about));
  if (place === undefined) return undefined;
  return jsonText([
    change.rule,
    place,
    tailOf(change),
    step?.before ?? change.before ?? null,
    step?.after ?? change.after ?? null,
    [change.wire, change.runtime, change.bump, ...change.source],
    [...change.directions],
    change.unstable ?? null,
    { ...change.accepted },
  ]);
}

/** Changes of methods and types as a whole are always reported separately. */
const ALONE = new Set(['operation', 'name', 'lifecycle', 'docs', 'client', 'server', 'webhook']);

/** A plain type: two properties with it are not necessarily related. */
const PLAIN = /^(?:string|integer|number|boolean|object|anything|null)(?: \([\w-]+\))?(?: \| null)?$/;

/** The subject without the method or the type that it belongs to. */
function placeOf(change: Change): string | undefined {
  if (ALONE.has(ruleCatalogue[change.rule].group)) return undefined;
  const { about: subject } = change;
  if (subject.kind !== 'type') return isSharable(subject) ? subjectText(withoutMethod(subject)) : undefined;
  // The same property name in a named type, changed between the same named types or lists. Changes between
  // plain types are not joined, because equal names may be a coincidence.
  const last = subject.path.at(-1);
  const texts = [change.before, change.after].filter((text) => text !== undefined);
  const isTelling = texts.length === 2 || texts.some((text) => !PLAIN.test(text));
  return last?.startsWith('.') === true && isTelling ? `type ${last.slice(1)}` : undefined;
}

/** Subjects that the same edit may affect in several methods. */
const isSharable = (subject: Subject): boolean =>
  subject.kind === 'method' ||
  (subject.kind === 'content' && 'method' in subject) ||
  (subject.kind === 'parameter' && subject.method === undefined) ||
  (subject.kind === 'named' && subject.what === 'response header');

/** The subject without the method, to compare it across methods. */
function withoutMethod(subject: Subject): Subject {
  if (subject.kind === 'content') {
    const { content, status, path } = subject;
    return about({ kind: 'content', content, operation: '', ...(status !== undefined && { status }) }, path);
  }
  return subject.kind === 'method' || (subject.kind === 'parameter' && subject.method !== undefined)
    ? { ...subject, method: '' }
    : subject;
}

/** The changed segment of a path, which every path below it shares: `/…` → `/v1/…`. */
function pathStep(change: Change): { readonly before: string; readonly after: string } | undefined {
  const { before, after } = change;
  if (!/^path-(?:changed$|parameter-(?:added|removed)$)/.test(change.rule)) return undefined;
  if (before === undefined || after === undefined) return undefined;
  if (`${before}/` === after) return { before: '/…', after: '/…/' };
  if (before === `${after}/`) return { before: '/…/', after: '/…' };
  const [old, now] = [before.split('/'), after.split('/')];
  while (old.length > 1 && now.length > 1 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  return { before: [...old, '…'].join('/'), after: [...now, '…'].join('/') };
}

function joinedReach(group: readonly Change[]): readonly Reach[] {
  const found = new Map<string, { readonly use: Reach; readonly where: Set<string> }>();
  for (const use of group.flatMap((change) => change.reach)) {
    const known = found.get(use.operation) ?? { use, where: new Set<string>() };
    found.set(use.operation, known);
    for (const where of use.where) known.where.add(where);
  }
  return sortedBy(
    [...found.values()].map(({ use, where }) => ({ ...use, where: [...where].sort(byCodeUnit) })),
    (item) => item.operation,
  );
}
