/** Finds renamed properties of an object or parameters of a method. */
import type { Parameter, Property, TypeNode } from '../../ir/types.ts';
import type { Origin } from '../../lib/origin.ts';
import { jsonText } from './json-text.ts';
import { type LikenessCandidate, renamesAmong } from './likeness.ts';
import { type Schemas, choicesOf, resolve, withoutNull } from './shape.ts';
import { signature } from './structure.ts';
import type { Walk } from './walk.ts';

interface RenameCandidates<T> {
  /** All of them, in document order. */
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly removed: readonly T[];
  readonly fresh: readonly T[];
}

interface Told<T> {
  readonly renamed: (item: T, other: T) => void;
  readonly removed: (item: T) => void;
  readonly added: (item: T) => void;
}

/** Limits the nesting, because a type can be a list of itself. */
const DEEPEST = 20;
/** A rename at this many places is not a coincidence. */
const ENOUGH_PLACES = 2;

/**
 * Reports what happened to each item. Decisions that depend on other places are postponed until all have been
 * seen.
 */
export function sayChanges<T extends Property | Parameter>(
  walk: Walk,
  sides: RenameCandidates<T>,
  say: Told<T>,
): void {
  const { removed, fresh } = sides;
  if (removed.length === 0 || fresh.length === 0) {
    removed.forEach(say.removed);
    fresh.forEach(say.added);
    return;
  }
  const { renamed, likely } = renamesAmong(
    removed.map(placedIn(walk, walk.base, [sides.before, sides.after])),
    fresh.map(placedIn(walk, walk.revision, [sides.after, sides.before])),
  );
  const left = new Set(fresh);
  for (const item of removed) {
    const name = renamed.get(item.name) ?? (likely?.before === item.name ? likely.after : undefined);
    const other = fresh.find((each) => each.name === name);
    if (other === undefined) {
      say.removed(item);
      continue;
    }
    left.delete(other);
    const key = `${item.name}\n${other.name}`;
    walk.renames.set(key, (walk.renames.get(key) ?? new Set()).add(placeText(item.origin)));
    const settle = (isRename: boolean): void => {
      if (!isRename) {
        say.removed(item);
        say.added(other);
        return;
      }
      walk.renamed.set(placeText(item.type.origin), placeText(other.type.origin));
      say.renamed(item, other);
    };
    if (renamed.has(item.name)) settle(true);
    else walk.undecided.push({ key, settle });
  }
  left.forEach(say.added);
}

/** Decides the postponed cases; false if there were none. */
export function settleRenames(walk: Walk): boolean {
  const open = walk.undecided.splice(0);
  for (const { key, settle } of open) settle((walk.renames.get(key)?.size ?? 0) >= ENOUGH_PLACES);
  return open.length > 0;
}

/** The location of a type in its document, which identifies it in the plan. */
export const placeText = (origin: Origin): string => `${origin.document}#${origin.pointer}`;

function placedIn<T extends Property | Parameter>(
  walk: Walk,
  schemas: Schemas,
  [own, others]: readonly [readonly T[], readonly T[]],
): (item: T) => LikenessCandidate {
  const kept = new Set(others.map((item) => item.name));
  return (item) => {
    const index = own.indexOf(item);
    const previous = own.slice(0, index).findLast((each) => kept.has(each.name));
    const next = own.slice(index + 1).find((each) => kept.has(each.name));
    return {
      name: item.name,
      shape: `${wayOf(item)} ${signature(item.type, walk.match.refName)}`,
      required: item.required,
      description: item.description ?? item.type.description ?? '',
      example: item.example === undefined ? '' : jsonText(item.example),
      kind: kindOf(item.type, schemas),
      place: next === undefined ? '' : jsonText([previous?.name ?? null, next.name]),
    };
  };
}

/** The direction of the value: a read-only item never replaces a writable one. */
function wayOf(item: Property | Parameter): string {
  if ('in' in item) return `${item.in} ${item.style} ${item.explode} ${item.mediaType ?? ''}`;
  return `${item.readOnly === true ? 'r' : ''}${item.writeOnly === true ? 'w' : ''}`;
}

/**
 * Dates, numbers and booleans can be alike without being related. A type without a counterpart gives no
 * evidence.
 */
function kindOf(node: TypeNode, schemas: Schemas): LikenessCandidate['kind'] {
  let at = resolve(node, schemas);
  for (let depth = 0; at !== undefined && depth < DEEPEST; depth += 1) {
    const bare: TypeNode | undefined = withoutNull(at);
    if (bare === undefined || (bare === at && bare.kind !== 'array')) break;
    at = resolve(bare.kind === 'array' ? bare.items : bare, schemas);
  }
  if (at === undefined) return 'plain';
  const choices = choicesOf(at);
  if (choices !== undefined) return choices.values.length > 1 ? 'telling' : 'plain';
  if (at.kind === 'scalar') return at.scalar === 'string' && at.format === undefined ? 'text' : 'plain';
  return at.kind === 'object' && at.properties.length + at.bases.length > 0 ? 'telling' : 'plain';
}
