/**
 * Decides which method uses which pagination scheme. Sources in order of precedence: the config, hints of
 * the document, schemes that fit, samples that iterate.
 */
import { byCodeUnit } from '../../lib/order.ts';
import type { PaginationHint } from '../../openapi/pagination-hints.ts';
import { type ReportContext, originAt } from '../context.ts';
import type { NamedOperation } from '../naming/assign.ts';
import type { MethodPagination, PaginationScheme, Provenance, PurposeUse } from '../types.ts';
import { type PagedMethod, fitScheme, paginationOf, schemeFrom, signatureOf } from './apply.ts';
import { proposeFromMarks } from './marks.ts';
import { itemsOf } from './fields.ts';
import { missingPart } from './missing.ts';
import type { Proposal } from './proposal.ts';
import { proposePagination } from './propose.ts';
import { type Pageable, pageableOf } from './request.ts';
import { schemeNames } from './scheme-names.ts';
import type { TypesById } from '../type-walk.ts';

export interface PagingInput {
  readonly types: TypesById;
  readonly methods: readonly {
    readonly placement: NamedOperation;
    readonly method: PagedMethod;
    readonly streams: boolean;
  }[];
  readonly schemes: readonly PaginationScheme[];
  /** True if schemes may be derived from names and types because the config declares none. */
  readonly derive: boolean;
  /** True if the document marks parts of pages anywhere; otherwise the search for marks is skipped. */
  readonly marked: boolean;
}

export interface Paging {
  readonly schemes: readonly PaginationScheme[];
  readonly byPlacement: ReadonlyMap<NamedOperation, MethodPagination>;
}

interface Derived {
  readonly placement: NamedOperation;
  readonly proposal: Proposal;
  readonly pageable: Pageable;
  readonly provenance: Provenance;
}

export function decidePagination(context: ReportContext, input: PagingInput): Paging {
  const byPlacement = new Map<NamedOperation, MethodPagination>();
  const derived: Derived[] = [];
  for (const { placement, method, streams } of input.methods) {
    const hint = placement.operation.hints.pagination;
    if (streams || placement.configured?.paginated === false || hint?.type === 'none') continue;
    const pageable = pageableOf(input.types, method);
    const chosen = chooseScheme(context, input, placement, pageable);
    if (chosen !== undefined) {
      byPlacement.set(placement, chosen);
      continue;
    }
    if (typeof placement.configured?.paginated === 'string') continue;
    const found = derive(context, input, placement, pageable);
    if (found !== undefined) derived.push(found);
    else if (placement.paginated === true || placement.configured?.paginated === true)
      context.report(
        'pagination-not-found',
        { operation: placement.operation.id },
        placement.provenance.origin ?? placement.operation.place.origin,
      );
  }
  reportUnused(context, input.schemes, byPlacement);
  const named = nameSchemes(input, derived);
  for (const item of derived) {
    const scheme = named.get(signatureOf(item.proposal));
    const fit = scheme && fitScheme(input.types, scheme, item.pageable, true);
    if (scheme !== undefined && fit !== undefined && 'item' in fit)
      byPlacement.set(item.placement, { ...paginationOf(scheme, fit.item), provenance: item.provenance });
  }
  return { schemes: [...input.schemes, ...named.values()], byPlacement };
}

/** The configured scheme that the method names, otherwise the first that fits. */
function chooseScheme(
  context: ReportContext,
  input: PagingInput,
  placement: NamedOperation,
  pageable: Pageable,
): MethodPagination | undefined {
  const asked = placement.configured?.paginated;
  if (typeof asked === 'string') {
    const scheme = input.schemes.find((paginationScheme) => paginationScheme.name === asked);
    const origin = placement.configured?.origin;
    // The checks of the config have already reported the unknown scheme.
    if (scheme === undefined) return undefined;
    const fit = fitScheme(input.types, scheme, pageable, true);
    if ('item' in fit) return paginationOf(scheme, fit.item);
    context.report(
      'pagination-mismatch',
      { scheme: asked, operation: placement.operation.id, reason: fit.reason },
      origin,
    );
    return undefined;
  }
  for (const strict of asked === true ? [false, true] : [false]) {
    for (const scheme of input.schemes) {
      const fit = fitScheme(input.types, scheme, pageable, strict);
      if ('item' in fit) return paginationOf(scheme, fit.item);
    }
  }
  return undefined;
}

function derive(
  context: ReportContext,
  input: PagingInput,
  placement: NamedOperation,
  pageable: Pageable,
): Derived | undefined {
  const { operation } = placement;
  const hint = operation.hints.pagination;
  if (hint !== undefined) {
    const proposal = fromHint(input.types, hint, pageable);
    const origin = originAt(context, operation.place, hint.keyword);
    const provenance: Provenance = { rule: hint.rule, detail: hint.keyword, origin };
    if (typeof proposal !== 'string') return { placement, proposal, pageable, provenance };
    context.report(
      'pagination-mismatch',
      { scheme: hint.keyword, operation: operation.id, reason: proposal },
      origin,
    );
    return undefined;
  }
  const marked = !input.marked ? undefined : proposeFromMarks(context, operation, pageable.content);
  if (marked !== undefined) {
    const scheme = schemeFrom(input.types, '', {
      proposal: marked,
      pageable,
      provenance: { rule: 'x-stainless', detail: MARK },
    });
    const fit = fitScheme(input.types, scheme, pageable, true);
    if ('item' in fit)
      return {
        placement,
        proposal: marked,
        pageable,
        provenance: { rule: 'x-stainless', detail: MARK, origin: operation.place.origin },
      };
    context.report(
      'pagination-mismatch',
      { scheme: MARK, operation: operation.id, reason: fit.reason },
      operation.place.origin,
    );
    return undefined;
  }
  const asked = placement.paginated === true || placement.configured?.paginated === true;
  if (!asked && (!input.derive || !['get', 'post', 'query'].includes(operation.verb))) return undefined;
  const proposal = proposePagination(input.types, pageable, asked || operation.verb !== 'post');
  if (proposal === undefined) {
    const reason = asked ? undefined : missingPart(input.types, pageable);
    if (reason !== undefined)
      context.report('list-not-paged', { operation: operation.id, reason }, operation.place.origin);
    return undefined;
  }
  const cause = placement.paginated === true ? 'the sample iterates over the result; ' : '';
  const detail = `${asked && cause === '' ? 'the config asks for pages; ' : cause}${describe(proposal)}`;
  return {
    placement,
    proposal,
    pageable,
    provenance: {
      rule: placement.paginated === true ? 'sample' : 'default',
      detail,
      origin: operation.place.origin,
    },
  };
}

const MARK = 'x-stainless-pagination-property';

const describe = (proposal: Proposal): string =>
  `parameters ${proposal.params.join(', ') || 'none'}, items in ${proposal.items.join('.') || 'the result itself'}`;

/** The hint as a proposal, or the reason why it does not fit. */
function fromHint(types: TypesById, hint: PaginationHint, pageable: Pageable): Proposal | string {
  const paramLocation =
    hint.in ??
    (hint.param !== undefined && !pageable.query.has(hint.param) && pageable.body.has(hint.param)
      ? 'body'
      : 'query');
  if (pageable.result === undefined) return 'the method has no JSON result';
  const items = hint.items ?? itemsOf(types, pageable.result)?.path;
  if (items === undefined) return 'no array of items was found';
  const uses: PurposeUse[] = [{ purpose: 'items', path: items }];
  if (hint.type === 'cursor_url') {
    if (hint.next === undefined) return 'no field holds the next URL';
    uses.push({ purpose: 'cursor_url_field', path: hint.next });
  } else {
    if (hint.param === undefined) return 'no parameter is named';
    uses.push({
      purpose:
        hint.type === 'cursor'
          ? 'next_cursor_param'
          : hint.type === 'page_number'
            ? 'page_number_param'
            : 'offset_count_param',
      path: [hint.param],
    });
    if (hint.type === 'cursor' && hint.next !== undefined)
      uses.push({ purpose: 'next_cursor_field', path: hint.next });
    if (hint.type === 'cursor' && hint.next === undefined) return 'no field holds the next cursor';
  }
  if (hint.pageCount !== undefined && hint.type === 'page_number')
    uses.push({ purpose: 'total_page_count_field', path: hint.pageCount });
  const params = [hint.type === 'cursor_url' ? undefined : hint.param, hint.limitParam].filter(
    (name) => name !== undefined,
  );
  const proposal: Proposal = {
    type: hint.type === 'none' ? 'fake_page' : hint.type,
    paramLocation,
    purposes: uses,
    params,
    topLevelArray: items.length === 0,
    items,
  };
  const scheme = schemeFrom(types, '', {
    proposal,
    pageable,
    provenance: { rule: hint.rule, detail: hint.keyword },
  });
  const fit = fitScheme(types, scheme, pageable, true);
  return 'item' in fit ? proposal : fit.reason;
}

/** Names the schemes, a single scheme for each signature. */
function nameSchemes(input: PagingInput, derived: readonly Derived[]): ReadonlyMap<string, PaginationScheme> {
  const schemes = new Map<string, PaginationScheme>();
  const taken = new Set(input.schemes.map((scheme) => scheme.name));
  const earlier: Proposal[] = [];
  const ordered = [...derived].sort((a, b) =>
    byCodeUnit(a.placement.operation.pathKey, b.placement.operation.pathKey),
  );
  for (const { proposal, pageable, provenance } of ordered) {
    const signature = signatureOf(proposal);
    if (schemes.has(signature)) continue;
    const names = schemeNames(proposal, earlier);
    const name = names.find((text) => !taken.has(text)) ?? numbered(`${proposal.type}_page`, taken);
    taken.add(name);
    earlier.push(proposal);
    schemes.set(signature, schemeFrom(input.types, name, { proposal, pageable, provenance }));
  }
  return schemes;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let count = 2;
  while (taken.has(`${name}_${count}`)) count += 1;
  return `${name}_${count}`;
}

function reportUnused(
  context: ReportContext,
  schemes: readonly PaginationScheme[],
  used: ReadonlyMap<NamedOperation, MethodPagination>,
): void {
  const names = new Set([...used.values()].map((methodPagination) => methodPagination.scheme));
  for (const scheme of schemes) {
    if (!names.has(scheme.name))
      context.report('pagination-scheme-unused', { scheme: scheme.name }, scheme.provenance.origin);
  }
}
