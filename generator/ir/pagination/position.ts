/** Decides whether a parameter sets where a page begins, or filters by time. */
import type { TypeNode } from '../types.ts';
import type { Offered } from './request.ts';
import { type TypesById, bare, variantsOf } from '../type-walk.ts';

/** All text that the document has about a parameter. */
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
 * True for a parameter with a date format or described as a time: that is a filter, for
 * which the end of a page has no value. A parameter named like a position may mention the
 * order of the items or its own expiry.
 */
export function isTime(types: TypesById, name: string, offered: Offered): boolean {
  if (variantsOf(types, offered.type).some(hasDateFormat)) return true;
  if (POSITION.test(name)) return false;
  const stated = saidOf(types, offered);
  return TIME.test(stated) && !PAGING.test(stated);
}

const hasDateFormat = (type: TypeNode): boolean =>
  type.kind === 'scalar' && /^(?:date|time|duration|unix|iso-?8601|rfc-?3339)/i.test(type.format ?? '');

/** True if the parameter's description mentions pages. */
export const isPaging = (types: TypesById, offered: Offered): boolean => PAGING.test(saidOf(types, offered));

/** True if pages are counted from 0 according to the parameter's default, minimum or description. */
export function isFromZero(types: TypesById, offered: Offered): boolean {
  const first = defaultOf(types, offered);
  if (typeof first === 'number') return first === 0;
  if (
    /\b(?:zero|0)[- ](?:based|indexed)|\b(?:starts?|starting|beginning|begins) (?:at|from|with) (?:zero|0)\b/i.test(
      saidOf(types, offered),
    )
  )
    return true;
  return minimumOf(types, offered) === 0;
}

/** True if the first position is 1 according to the document. */
export const startsAtOne = (types: TypesById, offered: Offered): boolean =>
  defaultOf(types, offered) === 1 || minimumOf(types, offered) === 1;

/** A keyword beside a reference holds before that of the type which it names. */
const defaultOf = (types: TypesById, { type }: Offered): unknown => type.default ?? bare(types, type).default;
const minimumOf = (types: TypesById, { type }: Offered): number | undefined =>
  type.constraints?.minimum ?? bare(types, type).constraints?.minimum;

/** True if the parameter counts pages, although it is named like a count of items. */
export const isInPages = (types: TypesById, offered: Offered): boolean =>
  /\b(?:number of pages|pages to skip|page (?:number|index|offset)|which page)\b/i.test(
    saidOf(types, offered),
  );
