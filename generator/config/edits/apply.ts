/** Applies transforms and overlays to a document. */
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { ok } from '../../lib/result.ts';
import type { Prepared } from '../../source/types.ts';
import { select, selectPlaces } from './select.ts';
import {
  type Location,
  type Tree,
  adopt,
  childOf,
  growTree,
  ownedAt,
  put,
  removeAt,
  setAt,
  valueAt,
} from './tree.ts';
import type {
  AppendEdit,
  CopyEdit,
  ConfigEdit,
  MergeEdit,
  RemoveEdit,
  SetEdit,
  Target,
  WrittenValue,
} from './types.ts';

/**
 * The document after all edits, applied in order. An edit that fails is reported and skipped. Untouched
 * nodes stay the same objects, and `origins` contains the added nodes.
 */
export function applyEdits(root: JsonValue, edits: readonly ConfigEdit[]): Prepared {
  const tree = growTree(root);
  const diagnostics = edits.flatMap((edit) => applyEdit(tree, edit));
  return { ...ok(tree.root, diagnostics), origins: tree.origins };
}

function applyEdit(tree: Tree, edit: ConfigEdit): readonly Diagnostic[] {
  switch (edit.kind) {
    case 'set':
      return eachPlace(tree, edit.targets, (location) => set(tree, location, edit));
    case 'append':
      return eachPlace(tree, edit.targets, (location) => append(tree, location, edit));
    case 'merge':
      return eachPlace(tree, edit.targets, (location) => merge(tree, location, edit));
    case 'remove':
      return eachPlace(tree, edit.targets, (location) => remove(tree, location, edit));
    case 'copy':
      return copy(tree, edit);
    default:
      return edit satisfies never;
  }
}

/** Visits the last place first, so that a removal does not shift places that follow. */
function eachPlace(
  tree: Tree,
  targets: readonly Target[],
  change: (location: Location) => readonly Diagnostic[],
): readonly Diagnostic[] {
  return targets.flatMap((target) => {
    const { value: places, diagnostics } = select(tree, target);
    return [...diagnostics, ...[...places].reverse().flatMap(change)];
  });
}

const fault = (command: string, problem: string, origin: Origin): readonly Diagnostic[] => [
  diagnostic('edit-argument', { command, problem }, { origin }),
];

function set(tree: Tree, location: Location, { value, template, origin }: SetEdit): readonly Diagnostic[] {
  if (!template) {
    setAt(tree, location, adopt(tree, value.value, value.origin));
    return [];
  }
  const before = valueAt(tree, location);
  if (typeof before !== 'string' || typeof value.value !== 'string')
    return fault('update', 'has `template: true`, which needs text on both sides', origin);
  setAt(tree, location, value.value.split('{{value}}').join(before));
  return [];
}

function append(tree: Tree, location: Location, { value, origin }: AppendEdit): readonly Diagnostic[] {
  const holder = ownedAt(tree, location);
  if (Array.isArray(holder)) {
    for (const item of partsOf(value)) holder.push(adopt(tree, item.value, item.origin));
    return [];
  }
  if (holder === undefined || !isJsonObject(value.value))
    return fault('append', 'needs a list, or an object on both sides', origin);
  for (const [key, child] of Object.entries(value.value)) {
    if (Object.hasOwn(holder, key))
      return fault('append', `would replace ${key}, which is already there`, origin);
    put(holder, key, adopt(tree, child, at(value.origin, key)));
  }
  return [];
}

/** The items of a list, or the value itself as the only one. */
const partsOf = ({ value, origin }: WrittenValue): readonly WrittenValue[] =>
  Array.isArray(value)
    ? value.map((item: JsonValue, index) => ({ value: item, origin: at(origin, index) }))
    : [{ value, origin }];

function merge(tree: Tree, location: Location, edit: MergeEdit): readonly Diagnostic[] {
  const before = valueAt(tree, location);
  if (Array.isArray(before) && edit.appendsToLists)
    return append(tree, location, { ...edit, kind: 'append' });
  if (
    edit.appendsToLists &&
    (typeof before !== 'object' || before === null) &&
    !isJsonObject(edit.value.value)
  ) {
    setAt(tree, location, edit.value.value);
    return [];
  }
  if (!isJsonObject(before) || !isJsonObject(edit.value.value))
    return fault('merge', 'needs an object on both sides', edit.origin);
  mergeInto(tree, location, edit.value, edit.lists);
  return [];
}

function mergeInto(
  tree: Tree,
  location: Location,
  { value, origin }: WrittenValue,
  lists: MergeEdit['lists'],
): void {
  const holder = ownedAt(tree, location);
  if (holder === undefined || !isJsonObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const before = childOf(holder, key);
    const from = at(origin, key);
    if (isJsonObject(before) && isJsonObject(child))
      mergeInto(tree, [...location, key], { value: child, origin: from }, lists);
    else if (Array.isArray(before) && Array.isArray(child) && lists === 'concat')
      put(holder, key, [
        ...before,
        ...partsOf({ value: child, origin: from }).map((item) => adopt(tree, item.value, item.origin)),
      ]);
    else put(holder, key, adopt(tree, child, from));
  }
}

function remove(tree: Tree, location: Location, { keys, origin }: RemoveEdit): readonly Diagnostic[] {
  if (keys.length === 0) {
    if (location.length === 0) return fault('remove', 'would remove the whole document', origin);
    removeAt(tree, location);
    return [];
  }
  const value = valueAt(tree, location);
  const removed = keys.filter(
    (key) => childOf(value, Array.isArray(value) ? value.indexOf(key) : key) === undefined,
  );
  if (removed.length === keys.length)
    return fault('remove', `finds none of ${keys.join(', ')} at its target`, origin);
  for (const key of keys)
    if (!removed.includes(key))
      removeAt(tree, [...location, Array.isArray(value) ? value.indexOf(key) : key]);
  return [];
}

function copy(tree: Tree, edit: CopyEdit): readonly Diagnostic[] {
  const command = edit.moves ? 'move' : 'copy';
  const sources = select(tree, edit.from);
  if (sources.diagnostics.length > 0) return sources.diagnostics;
  const [source] = sources.value;
  if (source === undefined || sources.value.length > 1)
    return fault(
      command,
      `must have one source; ${edit.from.path} selects ${sources.value.length}`,
      edit.from.origin,
    );
  const value = valueAt(tree, source);
  if (value === undefined) return [];
  if (edit.moves) {
    if (source.length === 0) return fault(command, 'would remove the whole document', edit.origin);
    const blocked = edit.to.flatMap((target) => selectPlaces(tree, target).diagnostics);
    if (blocked.length > 0) return blocked;
    removeAt(tree, source);
  }
  return edit.to.flatMap((target) => {
    const places = selectPlaces(tree, target);
    for (const place of places.value) {
      if (edit.merges && isJsonObject(value) && isJsonObject(valueAt(tree, place)))
        mergeInto(tree, place, { value, origin: edit.origin }, 'concat');
      else setAt(tree, place, adopt(tree, value, edit.origin));
    }
    return places.diagnostics;
  });
}
