/** What the pagination rules examine of a method. */
import { snake } from '../../lib/words.ts';
import type { PaginationPurpose, PaginationType, PurposeUse, TypeNode } from '../types.ts';
import { type Field, nameOf } from './fields.ts';
import { isTime } from './position.ts';
import type { Proposal } from './proposal.ts';
import type { Offered, Pageable } from './request.ts';
import { LAST, MORE, SIZE } from './vocabulary.ts';
import { type TypesById, bare } from '../type-walk.ts';
import { type Fitting, fits } from './view.ts';

export interface PageCandidate {
  readonly types: TypesById;
  readonly pageable: Pageable;
  readonly items: Field;
  readonly item: TypeNode;
  readonly fields: readonly Field[];
  readonly headers: readonly Field[];
  readonly location: 'query' | 'body';
  readonly reads: boolean;
}

export interface NamedField {
  readonly name: string;
  readonly offered: Offered;
}

export interface Scope extends PageCandidate {
  /** The first parameter with one of the names and a fitting type that is not a time. */
  readonly param: (names: ReadonlySet<string>, wanted: Fitting) => NamedField | undefined;
  /** The first field of the body with one of the names and a fitting type. */
  readonly field: (names: ReadonlySet<string>, wanted: Fitting) => Field | undefined;
  readonly size: string | undefined;
  readonly more: Field | undefined;
  readonly make: (result: Made) => Proposal;
}

interface Made {
  readonly type: PaginationType;
  readonly uses: readonly (PurposeUse | undefined)[];
  readonly params: readonly (string | undefined)[];
  readonly firstPage?: 0 | undefined;
}

export const use = (purpose: PaginationPurpose, path: readonly string[]): PurposeUse => ({ purpose, path });
export const useOf = (purpose: PaginationPurpose, field: Field | undefined): PurposeUse | undefined =>
  field && { purpose, path: field.path, ...(field.header !== undefined && { header: field.header }) };

export function createScope(facts: PageCandidate): Scope {
  const { types, pageable, items, fields, location } = facts;
  const request = location === 'query' ? pageable.query : pageable.body;
  const offers = [...request].map(([name, offered]): NamedField => ({ name, offered }));
  const named = (names: ReadonlySet<string>, wanted: Fitting) =>
    offers.filter(({ name, offered }) => names.has(snake(name)) && fits(types, offered.type, wanted));
  const field = (names: ReadonlySet<string>, wanted: Fitting) =>
    fields.find(
      (item) =>
        names.has(nameOf(item)) &&
        item.path.join() !== items.path.join() &&
        fits(types, item.type, wanted) &&
        bare(types, item.type).kind !== 'unknown',
    );
  const size = named(SIZE, 'number')[0]?.name;
  const more = field(MORE, 'flag');
  const last = more === undefined ? field(LAST, 'flag') : undefined;
  return {
    ...facts,
    field,
    size,
    more,
    param: (names, wanted) => named(names, wanted).find(({ name, offered }) => !isTime(types, name, offered)),
    make: ({ type, uses, params, firstPage }) => ({
      type,
      paramLocation: location,
      purposes: [
        use('items', items.path),
        ...uses,
        useOf('has_next_page', more),
        useOf('is_last_page', last),
      ].filter((purposeUse) => purposeUse !== undefined),
      params: [...new Set(params.filter((name) => name !== undefined))],
      topLevelArray: items.path.length === 0,
      items: items.path,
      ...(firstPage !== undefined && { firstPage }),
    }),
  };
}
