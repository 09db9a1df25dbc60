/** Finds the property of the last item that a cursor parameter takes. */
import { snake } from '../../lib/words.ts';
import type { TypeNode } from '../types.ts';
import { saidOf } from './position.ts';
import type { Offered } from './request.ts';
import { type TypesById, variantsOf } from '../type-walk.ts';
import { fits, hasAlways, propertiesOf, propertyAt } from './view.ts';

/**
 * Last words of names that identify an item. Those of the second set count only if the
 * document attributes them to the item.
 */
const IDENTIFIES = new Set(['id', 'token', 'uuid', 'guid', 'uid', 'sid', 'key', 'identifier']);
const MAY_IDENTIFY = new Set([
  'name',
  'number',
  'slug',
  'handle',
  'reference',
  'ref',
  'email',
  'code',
  'cursor',
]);
const ITEM = "(?:item|object|element|entry|record|resource|result|row)(?:(?:'|’)?s)?";

/**
 * The property that the parameter's description or type names, otherwise `id`. Undefined if
 * not every item has that property.
 */
export function itemKey(types: TypesById, item: TypeNode, parameter: Offered): string | undefined {
  const wanted = fits(types, parameter.type, 'text') ? 'text' : 'number';
  const [first] = variantsOf(types, item);
  const properties = first === undefined ? [] : [...(propertiesOf(types, first)?.values() ?? [])];
  const keys = properties
    .filter(
      ({ name, type }) =>
        hasAlways(types, item, [name]) && fits(types, type, wanted) && identifies(name, true),
    )
    .map((property) => property.name);
  const stated = plain(saidOf(types, parameter));
  const named = keys.filter(
    (key) => stated.includes(` ${phrase(key)} `) && (identifies(key, false) || isOfItem(stated, key)),
  );
  const longest = Math.max(0, ...named.map((key) => phrase(key).length));
  const best = named.filter((key) => phrase(key).length === longest);
  if (best.length === 1) return best[0];
  const owned = named.filter((key) => isOfItem(stated, key));
  if (owned.length === 1) return owned[0];
  const typed =
    parameter.type.kind === 'ref' ? keys.filter((key) => isOfType(types, first, key, parameter)) : [];
  if (named.length === 0 && typed.length === 1) return typed[0];
  // The description names a property that items lack: a `token`, where they have only an `id`.
  if (
    named.length === 0 &&
    [...IDENTIFIES].some((word) => word !== 'id' && word !== 'identifier' && isOfItem(stated, word))
  )
    return undefined;
  return keys.includes('id') ? 'id' : undefined;
}

/**
 * True if the document declares that the parameter takes a property of an item: in its description, or
 * because both share a named type.
 */
export function isOfKey(types: TypesById, item: TypeNode, parameter: Offered, key: string): boolean {
  const stated = plain(saidOf(types, parameter));
  return (
    stated.includes(` ${phrase(key)} `) ||
    (key === 'id' && / (?:identifier|ids) /.test(stated)) ||
    isOfType(types, variantsOf(types, item)[0], key, parameter)
  );
}

function isOfType(types: TypesById, item: TypeNode | undefined, key: string, { type }: Offered): boolean {
  const property = item && propertyAt(types, item, [key])?.type;
  return type.kind === 'ref' && property?.kind === 'ref' && property.id === type.id;
}

function identifies(name: string, loosely: boolean): boolean {
  const last = snake(name).split('_').at(-1) ?? '';
  return IDENTIFIES.has(last) || (loosely && MAY_IDENTIFY.has(last));
}

const phrase = (key: string): string => snake(key).replaceAll('_', ' ');
const isOfItem = (stated: string, key: string): boolean =>
  new RegExp(
    `\\b${ITEM} ${phrase(key)}\\b|\\b${phrase(key)} of (?:the|an?) (?:(?:last|final|first) )?${ITEM}\\b`,
  ).test(stated);

/** Lower-case words, each surrounded by spaces; `item's` stays a single word. */
const plain = (text: string): string =>
  ` ${text
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .join(' ')} `;
