/**
 * Finds the object of a verb where no word of the call names it: *Save Items
 * to Library* is `library.saveItems`.
 */
import { PLAIN, isVerb } from './verbs.ts';
import type { Operation } from '../operations/collect.ts';
import { saidOf, titleOf, titleWords } from './phrase.ts';
import type { Segment } from './route.ts';
import { type DefaultName, type Surroundings, compact, isPluralKey } from './surroundings.ts';

/** Adds the object of the verb to the name, unless the resource is that object. */
export function withObject(
  operation: Operation,
  name: DefaultName,
  segments: readonly Segment[],
  around: Surroundings,
): DefaultName {
  const last = segments.at(-1);
  if (last?.kind !== 'static') return name;
  const words = name.resource.flatMap((key) => key.split('_'));
  const reported = (key: string | undefined): DefaultName =>
    key === undefined || key === name.key
      ? name
      : { ...name, key, detail: `operationId or summary of ${operation.id}` };
  switch (operation.verb) {
    case 'get':
      return reported(ofCheck(operation, name, { words, last: last.key, around }));
    case 'put':
      return reported(
        last.key === name.key ? ofCommand(operation, segments, words) : ofThings(operation, name),
      );
    case 'delete':
      return reported(ofThings(operation, name));
    default:
      return name;
  }
}

/**
 * The object of a verb on a single resource that holds many items, when the items are named otherwise. A
 * choice such as *Follow Artists or Users* names none.
 */
function ofThings(operation: Operation, { resource, key }: DefaultName): string | undefined {
  const stated = saidOf(
    operation,
    resource.flatMap((name) => name.split('_')),
  );
  const isOne =
    !isPluralKey(resource.at(-1) ?? '') &&
    !titleWords(operation).some((word) => word === 'or' || word === 'and');
  const isOf =
    stated?.verb === key &&
    !PLAIN.has(key) &&
    stated.words.length > 1 &&
    isPluralKey(stated.words.at(-1) ?? '');
  return isOne && isOf ? compact(stated) : undefined;
}

/**
 * *Check User's Saved Items* of `/library/contains`, *Check the status of an endpoint* on a single object.
 */
function ofCheck(
  operation: Operation,
  { key }: DefaultName,
  {
    words,
    last,
    around,
  }: { readonly words: readonly string[]; readonly last: string; readonly around: Surroundings },
): string | undefined {
  const title = titleOf(operation, words);
  if (title?.verb !== 'check' || title.words.length < 2) return undefined;
  const isAsked =
    last === 'contains'
      ? isPluralKey(title.words.at(-1) ?? '')
      : key === around.habits.retrieve && around.shapeOf(operation).isObject;
  return isAsked ? compact(title) : undefined;
}

/** `PUT /player/pause` *Pause Playback*, a command without an item: only the sentence names its object. */
function ofCommand(
  operation: Operation,
  segments: readonly Segment[],
  words: readonly string[],
): string | undefined {
  const [before, last] = segments.slice(-2);
  if (before?.kind !== 'static' || last?.kind !== 'static' || !isVerb(last.key)) return undefined;
  const stated = saidOf(operation, words);
  if (stated === undefined || PLAIN.has(stated.verb)) return undefined;
  if (stated.words.length > 1) return compact(stated);
  const title = titleWords(operation);
  return title[0] === stated.verb && title.length === 3 ? title.join('_') : undefined;
}
