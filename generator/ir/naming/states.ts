/**
 * PUT and DELETE on the last word of a path as two actions: `…/star` becomes `star` and `unstar`, `…/read`
 * becomes `mark_read` and `mark_unread`.
 */
import { singular } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import { identifierWords } from './phrase.ts';
import { type Segment, shapeOf } from './route.ts';
import type { Surroundings } from './surroundings.ts';

/** States whose verb is in the operationId. */
export const STATES: ReadonlySet<string> = new Set(['read', 'unread']);

/** True if the word is a state that PUT sets and DELETE ends, and the path has no other operations. */
export function isSwitch(segments: readonly Segment[], around: Surroundings): boolean {
  const last = segments.at(-1);
  const shape = shapeOf(segments);
  const verbs = around.verbs.get(shape);
  if (last?.kind !== 'static' || verbs?.size !== 2 || !verbs.has('put') || !verbs.has('delete')) return false;
  if (around.extended.has(shape) || segments.at(-2)?.kind !== 'parameter') return false;
  if (STATES.has(last.key) || /[^e]ed$/.test(last.key)) return true;
  const put = around.twins.get(`put ${shape}`)?.[0]?.operation;
  return put !== undefined && identifierWords(put)[0] === last.key;
}

/**
 * The operationId without the words of the resource, if it is short and adds something to the HTTP method.
 */
export function switchName(operation: Operation, leaf: string, words: readonly string[]): string {
  const known = new Set(words.map(singular));
  const stated = identifierWords(operation).filter((word) => !known.has(singular(word)));
  const [first] = stated;
  if (first !== undefined && stated.length <= 3 && !SILENT.has(first)) return stated.join('_');
  if (operation.verb === 'put') return STATES.has(leaf) ? `mark_as_${leaf}` : `set_${leaf}`;
  return STATES.has(leaf) ? `unmark_as_${leaf}` : `unset_${leaf}`;
}

const SILENT: ReadonlySet<string> = new Set(['put', 'delete', 'create', 'update', 'remove', 'add']);
