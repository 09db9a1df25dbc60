/** The last segment of a path as something that is done: `/chats/{id}/cancel`, `/me/player/volume`, `/files/{id}/content`. */
import { singular } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import { type Phrase, identifierWords, phraseOf } from './phrase.ts';
import { type Segment, shapeOf, staticKeys } from './segments.ts';
import { type DefaultName, type Surroundings, compact, isPluralFor, isPluralKey } from './surroundings.ts';
import { PLAIN, isCommand, isGettable, isPureVerb, isVerb } from './verbs.ts';

/** Whether the last static segment is something that is done to what stands before it. */
export function isAction(operation: Operation, segments: readonly Segment[], around: Surroundings): boolean {
  const last = segments.at(-1);
  if (last?.kind !== 'static') return false;
  if (last.action) return true;
  const shape = shapeOf(segments);
  if (segments.length === 1 || around.held.has(staticKeys(segments).join('.'))) return false;
  const here = around.verbs.get(shape) ?? new Set<string>();
  const verbs = here.size;
  const first = last.key.split('_')[0] ?? '';
  if (operation.verb === 'get' || operation.verb === 'head') {
    if (verbs > 1) return false;
    if (isPluralKey(last.key)) return ADJECTIVES.has(first) || (last.key.includes('_') && isPureVerb(first)) || (segments.at(-2)?.kind === 'parameter' && around.tops.has(last.key));
    return isGettable(first) || (!isPluralFor(last.key) && !around.shapeOf(operation).isArray);
  }
  // `PUT …/lock` and `DELETE …/lock` are lock and unlock.
  if (verbs > 1) return verbs === 2 && here.has('delete') && (here.has('put') || here.has('post')) && isVerb(last.key);
  if (!isPluralKey(last.key)) return true;
  return last.key.includes('_') && isCommanding(first);
}

/** Lists that are a view of something, not a thing of their own: `related_artists`. */
const ADJECTIVES = new Set(['active', 'available', 'current', 'featured', 'latest', 'new', 'nearby', 'pending', 'popular', 'public', 'recent', 'recommended', 'related', 'similar', 'top', 'trending', 'upcoming']);

/** Nouns that read well as a method of their own. */
const NOUNS = new Set(['content', 'contents', 'status']);

/** `add_contacts` is an action, `check_runs` and `upload_sessions` are things. */
const isCommanding = (word: string): boolean => isPureVerb(word) && !['check', 'upload', 'search', 'download', 'view'].includes(word);

/** States that an action brings about; the verb stands in the operationId: `read` → `mark_as_read`. */
const STATES = new Set(['read', 'unread']);

export function action(operation: Operation, before: readonly Segment[], leaf: string, around: Surroundings): DefaultName {
  const resource = staticKeys(before);
  const words = resource.flatMap((key) => key.split('_'));
  const parts = leaf.split('_');
  const first = parts[0] ?? '';
  const detail = `the last path segment ${leaf} is an action`;
  const name = (key: string, why = detail): DefaultName => ({ resource, key, detail: why });
  if (leaf === 'contains') return name('check');
  const known = new Set(words.map(singular));
  const own = identifierWords(operation).filter((word) => !known.has(singular(word)));
  if (own.join('_') === leaf) return name(leaf, `the operationId of ${operation.id} says the same as its path`);
  if (operation.verb === 'delete' && isVerb(leaf)) {
    const undo = phraseOf(operation, words)?.verb;
    return name(undo === undefined || PLAIN.has(undo) || undo === leaf ? `delete_${leaf}` : undo);
  }
  const reads = operation.verb === 'get' || operation.verb === 'head';
  if ((reads ? isGettable(first) && !ADJECTIVES.has(first) : isCommand(first)) && !STATES.has(leaf)) return name(leaf);
  if (isPureVerb(words.at(-1) ?? '') || (reads && NOUNS.has(leaf))) return name(leaf);
  const phrase = phraseOf(operation, words);
  const key = phrase && compact(phrase);
  if (!reads && phrase !== undefined && key !== undefined && mentions(key, leaf)) {
    const spelt = key.split('_').some((word) => parts.map(singular).includes(singular(word)));
    return name(!spelt ? `${phrase.verb}_${leaf}` : key.split('_').every((word) => parts.includes(word)) ? leaf : key, `operationId or summary of ${operation.id}`);
  }
  if (STATES.has(leaf)) return name(`mark_as_${leaf}`);
  const said = identifierWords(operation);
  if (!reads && said.length > 0 && !said.some(isVerb) && mentions(said.join('_'), leaf)) return name(leaf);
  return name(`${verbFor(operation, leaf, around, phrase)}_${leaf}`);
}

function verbFor(operation: Operation, leaf: string, around: Surroundings, phrase: Phrase | undefined): string {
  if (phrase !== undefined && !PLAIN.has(phrase.verb)) return phrase.verb;
  if (operation.verb === 'get') return isPluralKey(leaf) || around.shapeOf(operation).isArray || (leaf.includes('_') && around.shapeOf(operation).isList) ? 'list' : around.habits.retrieve;
  return operation.verb === 'post' ? 'create' : operation.verb === 'delete' ? 'delete' : operation.verb === 'put' ? around.habits.put : 'update';
}

const mentions = (key: string, leaf: string): boolean => {
  const flat = key.replaceAll('_', '');
  return leaf.split('_').map(singular).some((word) => flat.includes(word)) || flat.includes(leaf.replaceAll('_', ''));
};
