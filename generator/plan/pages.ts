/**
 * Pagination as data: the fields of a response and the parameters of a request that lead to the next page.
 */
import type { Api, PaginationPurpose, PaginationScheme, PurposeUse } from '../ir/types.ts';

/** A position in the response: a path of properties from its root, or a header. */
export type PageField =
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'header'; readonly header: string };

export interface PagePlan {
  readonly scheme: PaginationScheme;
  /** Path of the items; empty if the response itself is the list. */
  readonly items: readonly string[];
  /** Fields of the response, such as the next cursor or the number of items. */
  readonly fields: Readonly<Partial<Record<FieldRole, PageField>>>;
  /** Names of the request's parameters, in the query or the body. */
  readonly parameters: Readonly<Partial<Record<ParameterRole, string>>>;
  /** Path of the identifier inside an item; only for `cursor_id`. */
  readonly itemId?: readonly string[];
}

export type FieldRole = 'hasMore' | 'isLast' | 'current' | 'total' | 'start' | 'next' | 'previous';
export type ParameterRole = 'page' | 'offset' | 'cursor' | 'previousCursor' | 'after' | 'before';

/** The pages of all schemes that methods use. */
export function planPages(api: Api): readonly PagePlan[] {
  const used = new Set(schemesOf(api.root));
  return api.paginationSchemes.filter((scheme) => used.has(scheme.name)).map(planPage);
}

const schemesOf = (resource: Api['root']): readonly string[] => [
  ...resource.methods.flatMap((method) => method.pagination?.scheme ?? []),
  ...resource.children.flatMap(schemesOf),
];

type Roles<TRole extends string> = readonly (readonly [TRole, PaginationPurpose])[];

/** A row for each pagination type: what its pages read and send. */
const ROLES: Readonly<
  Record<
    PaginationScheme['type'],
    { readonly fields: Roles<FieldRole>; readonly parameters: Roles<ParameterRole> }
  >
> = {
  page_number: {
    fields: [
      ['current', 'current_page_number_field'],
      ['total', 'total_page_count_field'],
    ],
    parameters: [['page', 'page_number_param']],
  },
  offset: {
    fields: [
      ['start', 'offset_count_start_field'],
      ['total', 'offset_total_count_field'],
    ],
    parameters: [['offset', 'offset_count_param']],
  },
  cursor: {
    fields: [
      ['next', 'next_cursor_field'],
      ['previous', 'previous_cursor_field'],
    ],
    parameters: [
      ['cursor', 'next_cursor_param'],
      ['previousCursor', 'previous_cursor_param'],
    ],
  },
  cursor_id: {
    fields: [],
    parameters: [
      ['after', 'next_cursor_id_param'],
      ['before', 'previous_cursor_id_param'],
    ],
  },
  cursor_url: { fields: [['next', 'cursor_url_field']], parameters: [] },
  fake_page: { fields: [], parameters: [] },
};

/** Fields that pages of every type may have. */
const COMMON: Roles<FieldRole> = [
  ['hasMore', 'has_next_page'],
  ['isLast', 'is_last_page'],
];

function planPage(scheme: PaginationScheme): PagePlan {
  const roles = ROLES[scheme.type];
  const items = useOf(scheme, 'items')?.path ?? [];
  const fields = [...COMMON, ...roles.fields].flatMap(([role, purpose]) => {
    const use = useOf(scheme, purpose);
    return use === undefined ? [] : [[role, fieldOf(use)] as const];
  });
  const parameters = roles.parameters.flatMap(([role, purpose]) => {
    const name = useOf(scheme, purpose)?.path.at(-1);
    return name === undefined ? [] : [[role, name] as const];
  });
  return {
    scheme,
    items,
    fields: Object.fromEntries(fields),
    parameters: Object.fromEntries(parameters),
    ...(scheme.type === 'cursor_id' && { itemId: idPath(scheme, items) }),
  };
}

const fieldOf = ({ header, path }: PurposeUse): PageField =>
  header === undefined ? { kind: 'path', path } : { kind: 'header', header };

const useOf = (scheme: PaginationScheme, purpose: PaginationPurpose): PurposeUse | undefined =>
  scheme.purposes.find((purposeUse) => purposeUse.purpose === purpose);

/** The declared path without the path of the items. */
function idPath(scheme: PaginationScheme, within: readonly string[]): readonly string[] {
  const declared = useOf(scheme, 'cursor_item_id')?.path ?? ['id'];
  const isInside = declared.length > within.length && within.every((name, index) => declared[index] === name);
  return isInside ? declared.slice(within.length) : declared;
}
