/** Whether a parameter says where a page begins, or filters by time. */
import type { TypeNode } from '../types.ts';
import type { Offered } from './request.ts';
import { type TypesById, bare, variantsOf } from './view.ts';

/** Everything that the document says about a parameter. */
export function saidOf(types: TypesById, { type, description }: Offered): string {
  const inner = type.kind === 'nullable' ? type.type : type;
  return [description, type.description, inner.description, bare(types, type).description]
    .filter((name) => name !== undefined)
    .join(' ');
}

const PAGING = new RegExp(
  '\\b(?:cursors?|paginat\\w+|paging|(?:first|next|last) page|previous (?:page|response|request)|page of results|page token)\\b' +
    // `created after this item ID`
    '|\\b(?:after|before|follow\\w*) (?:this|that|the|an?)\\b[\\w ]{0,40}\\b(?:id|identifier|token|key)\\b',
  'i',
);
const TIME = new RegExp(
  '\\b(?:dates?|date-?times?|times?(?!\\s*(?:out|s\\b))|timestamps?|epoch|iso[- ]?8601|rfc[- ]?3339|milliseconds|created|updated|modified|occurr?ed|yyyy)\\b',
  'i',
);

const POSITION = /cursor|token|page|offset|skip|marker|bookmark|iterator/i;

/**
 * A parameter with a format of dates, or described as a time: a filter, which the end of a page has no value
 * for.
 * What has a position in its name may speak of the order of the items, or of how long it can be used.
 */
export function isTime(types: TypesById, name: string, offered: Offered): boolean {
  if (variantsOf(types, offered.type).some(hasDateFormat)) return true;
  if (POSITION.test(name)) return false;
  const stated = saidOf(types, offered);
  return TIME.test(stated) && !PAGING.test(stated);
}

const hasDateFormat = (type: TypeNode): boolean =>
  type.kind === 'scalar' && /^(?:date|time|duration|unix|iso-?8601|rfc-?3339)/i.test(type.format ?? '');

/** The document speaks of pages where it speaks of the parameter. */
export const isPaging = (types: TypesById, offered: Offered): boolean => PAGING.test(saidOf(types, offered));

/** Pages that are counted from 0, as the parameter's default, its lower limit or its description tells. */
export function isFromZero(types: TypesById, offered: Offered): boolean {
  const type = bare(types, offered.type);
  const first = offered.type.default ?? type.default;
  if (typeof first === 'number') return first === 0;
  if (
    /\b(?:zero|0)[- ](?:based|indexed)|\b(?:starts?|starting|beginning|begins) (?:at|from|with) (?:zero|0)\b/i.test(
      saidOf(types, offered),
    )
  )
    return true;
  return type.constraints?.minimum === 0;
}

/** What is counted in pages, although it is called like a count of items. */
export const isInPages = (types: TypesById, offered: Offered): boolean =>
  /\b(?:number of pages|pages to skip|page (?:number|index|offset)|which page)\b/i.test(
    saidOf(types, offered),
  );
