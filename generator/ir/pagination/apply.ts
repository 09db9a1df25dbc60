/** Applies pagination schemes to methods: a scheme applies only if both request and response fit. */
import type {
  Method,
  MethodPagination,
  ObjectType,
  PaginationPurpose,
  PaginationScheme,
  PaginationType,
  Property,
  Provenance,
  PurposeUse,
  TypeNode,
} from '../types.ts';
import type { Proposal } from './proposal.ts';
import type { Pageable } from './request.ts';
import { type TypesById, bare } from '../type-walk.ts';
import { type Fitting, fits, hasAlways, itemOf, objectOf, propertyAt, shapeOnly } from './view.ts';

const REQUEST: ReadonlyMap<PaginationPurpose, Fitting> = new Map([
  ['next_cursor_param', 'any'],
  ['previous_cursor_param', 'any'],
  ['next_cursor_id_param', 'any'],
  ['previous_cursor_id_param', 'any'],
  ['page_number_param', 'number'],
  ['offset_count_param', 'number'],
  ['limit_count_param', 'number'],
]);
const RESPONSE: ReadonlyMap<PaginationPurpose, Fitting> = new Map([
  ['has_next_page', 'flag'],
  ['is_last_page', 'flag'],
  ['next_cursor_field', 'any'],
  ['previous_cursor_field', 'any'],
  ['cursor_url_field', 'text'],
  ['current_page_number_field', 'number'],
  ['total_page_count_field', 'number'],
  ['offset_count_start_field', 'number'],
  ['offset_total_count_field', 'number'],
]);

/** What each pagination type requires: at least one purpose of each list. */
const NEEDED: Readonly<Record<PaginationType, readonly (readonly PaginationPurpose[])[]>> = {
  page_number: [['page_number_param']],
  offset: [['offset_count_param']],
  cursor: [['next_cursor_param'], ['next_cursor_field']],
  cursor_id: [['next_cursor_id_param', 'previous_cursor_id_param']],
  cursor_url: [['cursor_url_field']],
  fake_page: [],
};

export type Fit = { readonly item: TypeNode } | { readonly reason: string };

/**
 * Checks whether `scheme` describes `method`: every declared parameter and field exists with a
 * fitting type and the items are an array. With `asked`, the config names the scheme for this method,
 * and only the required parts must exist.
 */
export function fitScheme(
  types: TypesById,
  scheme: PaginationScheme,
  pageable: Pageable,
  asked: boolean,
): Fit {
  const lacking = NEEDED[scheme.type].find((list) =>
    scheme.purposes.every(({ purpose }) => !list.includes(purpose)),
  );
  if (lacking) return { reason: `the scheme marks nothing as ${lacking.join(' or ')}` };
  const request = scheme.paramLocation === 'body' ? pageable.body : pageable.query;
  for (const { purpose, path } of scheme.purposes) {
    const wanted = REQUEST.get(purpose);
    const name = path[0];
    if (wanted === undefined || name === undefined) continue;
    const type = request.get(name)?.type;
    if (type === undefined) return { reason: `the ${scheme.paramLocation} has no parameter ${name}` };
    if (path.length === 1 && !fits(types, type, wanted))
      return { reason: `the parameter ${name} is no ${wanted}` };
  }
  if (!asked) {
    for (const property of scheme.request.properties)
      if (!request.has(property.name))
        return { reason: `the ${scheme.paramLocation} has no parameter ${property.name}` };
  }
  if (pageable.result === undefined) return { reason: 'the method has no JSON result' };
  const items = scheme.purposes.find((use) => use.purpose === 'items')?.path ?? [];
  const holder =
    scheme.topLevelArray || items.length === 0
      ? pageable.result
      : propertyAt(types, pageable.result, items)?.type;
  if (holder === undefined) return { reason: `the result has no property ${items.join('.')}` };
  const item = itemOf(types, holder);
  if (item === undefined)
    return { reason: items.length === 0 ? 'the result is no array' : `${items.join('.')} is no array` };
  return checkFields(types, scheme, { result: pageable.result, item, asked }) ?? { item };
}

function checkFields(
  types: TypesById,
  scheme: PaginationScheme,
  { result, item, asked }: { readonly result: TypeNode; readonly item: TypeNode; readonly asked: boolean },
): { readonly reason: string } | undefined {
  for (const { purpose, path, header } of scheme.purposes) {
    const wanted = RESPONSE.get(purpose);
    if (header !== undefined || path.length === 0) continue;
    if (purpose === 'cursor_item_id' && bare(types, item).kind !== 'unknown' && !hasAlways(types, item, path))
      return { reason: `an item has no property ${path.join('.')}` };
    if (wanted === undefined) continue;
    const property = propertyAt(types, result, path);
    if (property === undefined) return { reason: `the result has no property ${path.join('.')}` };
    if (!fits(types, property.type, wanted)) return { reason: `${path.join('.')} is no ${wanted}` };
  }
  if (asked || scheme.topLevelArray) return undefined;
  return missing(types, scheme.response, result, []);
}

/** The first property of the scheme's response, at any depth, that is missing from the result. */
function missing(
  types: TypesById,
  declared: ObjectType,
  result: TypeNode,
  before: readonly string[],
): { readonly reason: string } | undefined {
  for (const property of declared.properties) {
    const path = [...before, property.name];
    if (propertyAt(types, result, path) === undefined)
      return { reason: `the result has no property ${path.join('.')}` };
    const inner = bare(types, property.type);
    const deeper =
      inner.kind === 'object' && path.length < 8 ? missing(types, inner, result, path) : undefined;
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Turns a proposal into a scheme; parameters and fields get the types that they have in this method. */
export function schemeFrom(
  types: TypesById,
  name: string,
  {
    proposal,
    pageable,
    provenance,
  }: { readonly proposal: Proposal; readonly pageable: Pageable; readonly provenance: Provenance },
): PaginationScheme {
  const origin = pageable.result?.origin ?? { document: '', pointer: '' };
  const request = proposal.paramLocation === 'body' ? pageable.body : pageable.query;
  const leaf = (path: readonly string[]) =>
    pageable.result === undefined ? undefined : propertyAt(types, pageable.result, path);
  const elements: TypeNode = { kind: 'array', items: { kind: 'unknown', reason: 'any', origin }, origin };
  const responses = proposal.purposes
    .filter((use) => RESPONSE.has(use.purpose) && use.header === undefined && use.path.length > 0)
    .map((use) => ({ path: use.path, property: leaf(use.path) }));
  return {
    name,
    type: proposal.type,
    paramLocation: proposal.paramLocation,
    request: objectOf(
      origin,
      proposal.params.map((param) => ({
        path: [param],
        type: shapeOnly(types, request.get(param)?.type ?? elements),
        required: false,
      })),
    ),
    response: proposal.topLevelArray
      ? { kind: 'object', properties: [], bases: [], origin }
      : objectOf(origin, [
          ...responses.map(({ path, property }) => ({
            path,
            type: property === undefined ? elements : shapeOnly(types, property.type),
            required: property?.required ?? false,
          })),
          { path: proposal.items, type: elements, required: isRequired(leaf(proposal.items)) },
        ]),
    purposes: proposal.purposes,
    topLevelArray: proposal.topLevelArray,
    continueOnEmptyItems: false,
    ...(proposal.firstPage !== undefined && { firstPage: proposal.firstPage }),
    provenance,
  };
}

const isRequired = (property: Property | undefined): boolean => property?.required ?? false;

/** Proposals with equal signatures share a scheme: they differ only in their docs. */
export const signatureOf = (
  proposal: Pick<Proposal, 'type' | 'paramLocation' | 'purposes' | 'params' | 'firstPage'>,
): string =>
  JSON.stringify([
    proposal.type,
    proposal.firstPage ?? 1,
    proposal.paramLocation,
    [...proposal.params].sort(),
    [...proposal.purposes]
      .map((purpose: PurposeUse) => [purpose.purpose, purpose.path, purpose.header ?? ''])
      .sort(),
  ]);

export const paginationOf = (scheme: PaginationScheme, item: TypeNode): MethodPagination => ({
  scheme: scheme.name,
  item,
  provenance: scheme.provenance,
});

export type PagedMethod = Pick<Method, 'parameters' | 'body' | 'responses' | 'success'>;
