/** Explains why a list that takes a position parameter is not paginated. */
import { snake } from '../../lib/words.ts';
import { itemsOf } from './fields.ts';
import { isInPages, isTime, startsAtOne } from './position.ts';
import type { Offered, Pageable } from './request.ts';
import { CURSOR, ID_CURSOR, MORE_CURSORS, OFFSET, PAGE, RANGE_START, SIZE } from './vocabulary.ts';
import { type TypesById } from '../type-walk.ts';
import { fits, itemOf, propertiesOf } from './view.ts';

const OPAQUE = new Set([...CURSOR, ...MORE_CURSORS, ...ID_CURSOR]);

/**
 * The missing part in words. Undefined if the method is not a list, or has no
 * parameter that could be a position.
 */
export function missingPart(types: TypesById, pageable: Pageable): string | undefined {
  if (pageable.result === undefined) return undefined;
  const [offers, found] = positionIn(pageable.query) ?? positionIn(pageable.body) ?? [];
  if (offers === undefined || found === undefined) return undefined;
  if (itemsOf(types, pageable.result) === undefined) {
    const arrays = [...(propertiesOf(types, pageable.result)?.values() ?? [])].filter(
      ({ type }) => itemOf(types, type) !== undefined,
    );
    return arrays.length < 2
      ? undefined
      : `the result has several arrays (${arrays
          .slice(0, 3)
          .map((array) => array.name)
          .join(', ')}), and none is called as items are`;
  }
  const hasSize = [...offers].some(
    ([name, { type }]) => SIZE.has(snake(name)) && fits(types, type, 'number'),
  );
  return missingFor(types, found, hasSize);
}

type Offers = ReadonlyMap<string, Offered>;
type Named = readonly [name: string, offered: Offered];

/** The first parameter that could be a position, with all that are beside it. */
function positionIn(offers: Offers): readonly [Offers, Named] | undefined {
  const found = [...offers].find(([name]) => [OPAQUE, PAGE, OFFSET].some((names) => names.has(snake(name))));
  return found && [offers, found];
}

const CHANGES =
  'the method may change something, and the result tells neither a total nor whether there is more';

function missingFor(types: TypesById, [name, offered]: Named, hasSize: boolean): string {
  const word = snake(name);
  if (isTime(types, name, offered))
    return `the parameter ${name} is a time, which is a filter and no position`;
  const isNumber = fits(types, offered.type, 'number');
  if (isNumber && OFFSET.has(word)) {
    if (isInPages(types, offered)) return `the parameter ${name} counts pages instead of items`;
    if (startsAtOne(types, offered))
      return `the parameter ${name} counts from 1, and no field of the result tells where the part begins`;
    if (RANGE_START.has(word)) return `the parameter ${name} may begin a range of anything`;
    return hasSize
      ? CHANGES
      : `nothing beside the parameter ${name} tells that it skips items, from 0: no page size, and no total in the result`;
  }
  if (isNumber && PAGE.has(word) && hasSize) return CHANGES;
  if (isNumber && PAGE.has(word))
    return `beside the parameter ${name} there is no page size, and the result tells neither a total nor whether there is more`;
  if (OFFSET.has(word) || (PAGE.has(word) && !OPAQUE.has(word))) return `the parameter ${name} is no number`;
  const orItem = ID_CURSOR.has(word) ? ', and the document names no property of an item that it takes' : '';
  return `no field or header of the response gives the next value of the parameter ${name}${orItem}`;
}
