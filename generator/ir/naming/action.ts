/**
 * Recognizes actions in the last segment of a path:
 * `/chats/{id}/cancel`, `/me/player/volume`, `/files/{id}/content`.
 */
import { singular, snake } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import { belongsToParent, isPart } from './lone.ts';
import { type Phrase, firstSaid, identifierWords, phraseOf, saidOf, titleOf } from './phrase.ts';
import { type Segment, shapeOf, staticKeys } from './route.ts';
import { STATES, isSwitch, switchName } from './states.ts';
import {
  type DefaultName,
  type Surroundings,
  compact,
  isOneThing,
  isPluralFor,
  isPluralKey,
} from './surroundings.ts';
import { CREATING, PLAIN, READING, isCommand, isGettable, isPureVerb, isVerb } from './verbs.ts';

/** True if the last static segment is an action on what precedes it. */
export function isAction(operation: Operation, segments: readonly Segment[], around: Surroundings): boolean {
  const last = segments.at(-1);
  if (last?.kind !== 'static') return false;
  if (last.action) return true;
  const shape = shapeOf(segments);
  if (operation.verb === 'get' && isPart(segments, around)) return true;
  // A method of the client itself is never named after a noun.
  if (staticKeys(segments).length === 1 && !isVerb(last.key)) return false;
  if (/^v\d+(?:_\d+)*$/.test(last.key)) return false;
  if (segments.length === 1 || around.held.has(staticKeys(segments).join('.'))) return false;
  const here = around.verbs.get(shape) ?? new Set<string>();
  const verbs = here.size;
  const first = last.key.split('_')[0] ?? '';
  if (operation.verb === 'get' || operation.verb === 'head') {
    if (verbs > 1) return false;
    if (isPluralKey(last.key) && belongsToParent(segments, around)) return true;
    if (isPluralKey(last.key))
      return (
        ADJECTIVES.has(first) ||
        isPureVerb(first) ||
        (segments.at(-2)?.kind === 'parameter' && around.tops.has(last.key))
      );
    return isGettable(first) || (!isPluralFor(last.key) && !around.shapeOf(operation).isArray);
  }
  if (isSwitch(segments, around)) return true;
  // `PUT …/lock` and `DELETE …/lock` are lock and unlock.
  if (verbs > 1)
    return verbs === 2 && here.has('delete') && (here.has('put') || here.has('post')) && isVerb(last.key);
  if (!isPluralKey(last.key)) return true;
  if (isSaid(operation, last.key)) return true;
  return isCommanding(first);
}

/**
 * `/retry_deposits` *retryDeposit*, `/options_counts` *getOptionsCounts*:
 * the plural is not what is created.
 */
function isSaid(operation: Operation, leaf: string): boolean {
  const first = leaf.split('_')[0] ?? '';
  const stated = saidOf(operation, [])?.verb ?? '';
  return READING.has(stated) || (isVerb(first) && firstSaid(operation).includes(first));
}

/** Adjectives of lists that are a view of another resource: `related_artists`. */
const ADJECTIVES = new Set([
  'active',
  'available',
  'current',
  'featured',
  'latest',
  'new',
  'nearby',
  'pending',
  'popular',
  'public',
  'recent',
  'recommended',
  'related',
  'similar',
  'top',
  'trending',
  'upcoming',
]);

/** Nouns that read well as a method name. */
const NOUNS = new Set(['content', 'contents', 'status']);

/** `add_contacts` is an action, `check_runs` and `upload_sessions` are things. */
const isCommanding = (word: string): boolean =>
  isPureVerb(word) && !['check', 'upload', 'search', 'download', 'view'].includes(word);

/**
 * Names an action. `isMarked` is true if the path itself marks the word as
 * an action, as in `levels:append`.
 */
export function action(
  operation: Operation,
  before: readonly Segment[],
  { key: leaf, action: isMarked }: { readonly key: string; readonly action: boolean },
  around: Surroundings,
): DefaultName {
  const part = before.at(-1);
  if (part?.kind === 'static' && isPart(before, around)) {
    return {
      resource: staticKeys(before.slice(0, -1)),
      key: `${leaf}_${part.key}`,
      detail: `${leaf} is all that is done to ${part.key}`,
    };
  }
  const resource = staticKeys(before);
  const words = resource.flatMap((key) => key.split('_'));
  const parts = leaf.split('_');
  const first = parts[0] ?? '';
  const detail = `the last path segment ${leaf} is an action`;
  const name = (key: string, why = detail): DefaultName => ({ resource, key, detail: why });
  if (leaf === 'contains') return name('check');
  if (isSwitch([...before, { kind: 'static', key: leaf, action: isMarked }], around))
    return name(switchName(operation, leaf, words), `${leaf} is a state that is set and ended`);
  if (isMarked && isVerb(first)) return name(ofTwoVerbs(operation, leaf, words));
  // `POST /products/product`: the word repeats the resource, so the verb names the method.
  const isOwnWord =
    part?.kind === 'static' && parts.map(singular).join('_') === part.key.split('_').map(singular).join('_');
  if (isOwnWord && !isVerb(leaf) && ['get', 'post'].includes(operation.verb))
    return name(operation.verb === 'post' ? 'create' : reading(operation, leaf, around));
  if (operation.verb === 'post' && !STATES.has(leaf)) return name(...ofPost(operation, leaf, words, around));
  if (operation.verb === 'put' && !isVerb(first) && !STATES.has(leaf)) {
    const stated = saidOf(operation, words);
    if (
      stated !== undefined &&
      !PLAIN.has(stated.verb) &&
      stated.words.join('_') === `${stated.verb}_${leaf}`
    )
      return name(stated.words.join('_'), `operationId or summary of ${operation.id}`);
  }
  const known = new Set(words.map(singular));
  const own = identifierWords(operation).filter((word) => !known.has(singular(word)));
  if (own.join('_') === leaf && operation.verb !== 'delete' && !isPluralKey(leaf))
    return name(leaf, `the operationId of ${operation.id} says the same as its path`);
  if (operation.verb === 'delete' && isVerb(leaf)) {
    const undo = phraseOf(operation, words)?.verb;
    return name(undo === undefined || PLAIN.has(undo) || undo === leaf ? `delete_${leaf}` : undo);
  }
  const reads = operation.verb === 'get' || operation.verb === 'head';
  if ((reads ? isGettable(first) && !ADJECTIVES.has(first) : isCommand(first)) && !STATES.has(leaf))
    return name(leaf);
  if (isPureVerb(words.at(-1) ?? '') || (reads && NOUNS.has(leaf))) return name(leaf);
  const phrase = phraseOf(operation, words);
  const key = phrase && compact(phrase);
  if (!reads && phrase !== undefined && key !== undefined && mentions(key, leaf)) {
    const spelt = key.split('_').some((word) => parts.map(singular).includes(singular(word)));
    return name(
      !spelt ? `${phrase.verb}_${leaf}` : key.split('_').every((word) => parts.includes(word)) ? leaf : key,
      `operationId or summary of ${operation.id}`,
    );
  }
  if (STATES.has(leaf)) return name(`mark_as_${leaf}`);
  const stated = identifierWords(operation);
  if (!reads && stated.length > 0 && !stated.some(isVerb) && mentions(stated.join('_'), leaf))
    return name(leaf);
  return name(`${verbFor(operation, leaf, around, phrase)}_${leaf}`);
}

/** Adverbs: another part of the name holds the verb. */
const ADVERBS = new Set(['next', 'previous']);

/**
 * The word itself, unless the document gives it a verb: *createReversal* of `/transactions/{id}/reversal`.
 */
function ofPost(
  operation: Operation,
  leaf: string,
  words: readonly string[],
  around: Surroundings,
): readonly [key: string, detail?: string] {
  const first = leaf.split('_')[0] ?? '';
  const stated = saidOf(operation, words);
  const isFirst = stated !== undefined && firstSaid(operation).includes(stated.verb);
  const why = `operationId or summary of ${operation.id}`;
  if (isPluralKey(leaf) && !isVerb(first) && stated !== undefined && READING.has(stated.verb))
    return stated.verb === singular(leaf)
      ? [stated.verb, why]
      : [`${reading(operation, leaf, around)}_${leaf}`, why];
  if (stated !== undefined && ADVERBS.has(leaf) && !PLAIN.has(stated.verb))
    return [`${stated.verb}_${leaf}`, why];
  const known = new Set(words.map(singular));
  const isOwn =
    identifierWords(operation)
      .filter((word) => !known.has(singular(word)))
      .join('_') === leaf;
  if (
    isOwn ||
    isCommand(first) ||
    firstSaid(operation).some((word) => singular(word) === singular(first)) ||
    !isFirst
  )
    return [leaf];
  if (PLAIN.has(stated.verb) && !CREATING.has(stated.verb)) return [leaf];
  return mentions(stated.words.join('_'), leaf) ? [`${stated.verb}_${leaf}`, why] : [leaf];
}

/**
 * A plural is a list unless the response is a single object. A singular is a list if the response is, and
 * if the document also calls an envelope a list.
 */
const reading = (operation: Operation, leaf: string, around: Surroundings): string => {
  const { isArray, isList, isObject, takesPage } = around.shapeOf(operation);
  // What the document calls a list is a list, whatever its current response looks like.
  const says = firstSaid(operation).includes('list');
  if (isOneThing(leaf) && !isArray && !isList && !says && !takesPage) return around.habits.retrieve;
  const isMany =
    isPluralFor(leaf) ||
    (isPluralKey(leaf) && (!isObject || says)) ||
    isArray ||
    (isList && (takesPage || says));
  return isMany ? 'list' : around.habits.retrieve;
};

/** `/simulate/authorize` with *Simulate authorization*: the second of two verbs acts as a noun. */
function ofTwoVerbs(operation: Operation, leaf: string, words: readonly string[]): string {
  const [first = '', second = '', ...rest] = leaf.split('_');
  const title = rest.length === 0 && isVerb(second) ? titleOf(operation, words) : undefined;
  return title?.verb === first && title.words.length === 2 ? title.words.join('_') : leaf;
}

function verbFor(
  operation: Operation,
  leaf: string,
  around: Surroundings,
  phrase: Phrase | undefined,
): string {
  if (phrase !== undefined && !PLAIN.has(phrase.verb)) return phrase.verb;
  if (operation.verb === 'get') return reading(operation, leaf, around);
  return operation.verb === 'post'
    ? 'create'
    : operation.verb === 'delete'
      ? 'delete'
      : operation.verb === 'put'
        ? around.habits.put
        : operation.verb === 'patch'
          ? 'update'
          : snake(operation.verb) || 'call';
}

const mentions = (key: string, leaf: string): boolean => {
  const flat = key.replaceAll('_', '');
  return (
    leaf
      .split('_')
      .map(singular)
      .some((word) => flat.includes(word)) || flat.includes(leaf.replaceAll('_', ''))
  );
};
