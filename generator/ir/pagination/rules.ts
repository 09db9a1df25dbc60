/**
 * The kinds of pagination in order of preference. Each rule returns a proposal, or undefined if the
 * method does not page in this way.
 */
import { snake } from '../../lib/words.ts';
import { type Field, isShownAsUrl, isUrl, nameOf } from './fields.ts';
import { isOfKey, itemKey } from './item-key.ts';
import { isFromZero, isInPages, isPaging, saidOf, startsAtOne } from './position.ts';
import type { Proposal } from './proposal.ts';
import { type NamedField, type Scope, use, useOf } from './scope.ts';
import * as known from './vocabulary.ts';
import { bare } from '../type-walk.ts';
import { type Fitting, fits, propertiesOf } from './view.ts';

export type PageRule = (scope: Scope) => Proposal | undefined;

const POSITIONS = new Set([...known.CURSOR, ...known.MORE_CURSORS, ...known.ID_CURSOR]);

/** A cursor in the body of the response. */
const cursorInBody: PageRule = (scope) => {
  for (const kind of ['text', 'number'] as const) {
    for (const names of [known.CURSOR, known.MORE_CURSORS]) {
      const cursor = scope.param(names, kind);
      const next = cursor && nextCursor(scope, cursor, kind);
      if (cursor === undefined || next === undefined) continue;
      // Numbers are page numbers, unless the response contains the next page but not the last.
      if (kind === 'number' && scope.field(known.TOTAL_PAGES, 'number') !== undefined) continue;
      return scope.make({
        type: 'cursor',
        uses: [use('next_cursor_param', [cursor.name]), useOf('next_cursor_field', next)],
        params: [cursor.name],
      });
    }
  }
  return undefined;
};

/** Prefers a field named `next` to a field with the parameter's name, which may only echo the parameter. */
function nextCursor({ types, fields, items }: Scope, { name }: NamedField, kind: Fitting): Field | undefined {
  const own = snake(name);
  const fitting = fields.filter(
    (field) =>
      field.path.join() !== items.path.join() &&
      fits(types, field.type, kind) &&
      bare(types, field.type).kind !== 'unknown' &&
      !isUrl(field) &&
      !isShownAsUrl(field),
  );
  const isAhead = (field: Field): boolean => field.path.slice(0, -1).some((part) => snake(part) === 'next');
  const isEcho = (field: Field): boolean =>
    nameOf(field) === own &&
    /\b(?:current|this|requested|given) (?:page|cursor|request)/i.test(field.description ?? '');
  // Beside a `previous`, an unexplained `next` may equally be a URL. Beside a field with the parameter's
  // name, it is unclear which of the two is the cursor.
  const isPaired = (field: Field): boolean =>
    fields.some(
      (other) => isBeside(field, other) && (/^prev(?:ious)?$/.test(nameOf(other)) || nameOf(other) === own),
    );
  const unexplained =
    own === 'next'
      ? []
      : fitting.filter((field) => nameOf(field) === 'next' && !isExplained(field) && isPaired(field));
  const isSure = (field: Field): boolean =>
    !unexplained.includes(field) &&
    !isEcho(field) &&
    !(nameOf(field) === own && unexplained.some((other) => isBeside(field, other)));
  const called = (names: ReadonlySet<string>) =>
    fitting.find((field) => names.has(nameOf(field)) && isSure(field));
  const usual = new Set([...known.NEXT_CURSOR].filter((text) => kind === 'text' || /next/.test(text)));
  return (
    fitting.find((field) => isAhead(field) && (nameOf(field) === own || usual.has(nameOf(field)))) ??
    called(new Set([...usual].filter((text) => /next|end_cursor/.test(text)))) ??
    (kind === 'text' ? (called(usual) ?? called(new Set([own]))) : undefined)
  );
}

const isBeside = (field: Field, other: Field): boolean =>
  field.path.slice(0, -1).join() === other.path.slice(0, -1).join();

/** A plain `next` may also be a URL, which no parameter accepts. */
const isExplained = ({ path, description, type }: Field): boolean =>
  /^cursors?$/.test(snake(path.at(-2) ?? '')) ||
  /\b(?:cursors?|tokens?|ids?|identifiers?|keys?)\b/i.test(`${description ?? ''} ${type.description ?? ''}`);

/** The URL of the next page, as plain text or as a HAL link object. */
const nextAddress: PageRule = (scope) => {
  const { types, fields, location } = scope;
  const url =
    location === 'query'
      ? fields.find((field) => isNext(field) && fits(types, field.type, 'text') && isUrl(field))
      : undefined;
  return url && scope.make({ type: 'cursor_url', uses: [useOf('cursor_url_field', url)], params: [] });
};

const isNext = (field: Field): boolean =>
  known.NEXT_URL.has(nameOf(field)) || (field.path.at(-1) === 'href' && field.path.at(-2) === 'next');

/** A cursor in a header: `X-After-Cursor` for the parameter `after_cursor`. */
const cursorInHeader: PageRule = (scope) => {
  const { types, headers, location } = scope;
  if (location !== 'query') return undefined;
  for (const names of [POSITIONS, known.PAGE]) {
    const cursor = scope.param(names, names === POSITIONS ? 'text' : 'number');
    const next =
      cursor &&
      headers.find(
        (header) =>
          known.NEXT_HEADER.has(nameOf(header)) &&
          isOf(nameOf(header), snake(cursor.name)) &&
          (fits(types, header.type, 'text') || fits(types, header.type, 'number')),
      );
    if (cursor !== undefined && next !== undefined)
      return scope.make({
        type: 'cursor',
        uses: [use('next_cursor_param', [cursor.name]), useOf('next_cursor_field', next)],
        params: [cursor.name],
      });
  }
  return undefined;
};

/** True if header and parameter share a name: `next_page` and `page`, `after_cursor` and `after_cursor`. */
const isOf = (header: string, parameter: string): boolean => {
  const [text, other] = [header, parameter].map((name) => name.replace(/^next_/, ''));
  return (
    text === other || `${parameter}_cursor` === header || header.replace(/^(?:end|after)_/, '') === other
  );
};

/** A `Link` header (RFC 8288), unless the request has a page number for the same purpose. */
const linkHeader: PageRule = (scope) => {
  const { pageable, location } = scope;
  const link = pageable.headers.find((header) => header.name.toLowerCase() === 'link');
  const isAsked = scope.size !== undefined || scope.param(POSITIONS, 'any') !== undefined;
  if (link === undefined || location !== 'query' || !scope.reads) return undefined;
  if (!isAsked && !/\b(?:rel|next|paginat\w*|pages?)\b/i.test(link.description ?? '')) return undefined;
  return scope.make({
    type: 'cursor_url',
    uses: [{ purpose: 'cursor_url_field', path: [link.name], header: link.name }],
    params: [],
  });
};

/** A property of the last item is the position of the next page. */
const lastItem: PageRule = (scope) => {
  const { types, item } = scope;
  const after = scope.param(known.ID_CURSOR, 'text') ?? scope.param(known.ID_CURSOR, 'number');
  if (after === undefined || (scope.more === undefined && scope.size === undefined)) return undefined;
  const key = itemKey(types, item, after.offered);
  if (key === undefined) return undefined;
  const before = scope.param(known.BEFORE, 'text');
  const isNamed = isOfKey(types, item, after.offered, key);
  const isSure =
    scope.more !== undefined || isPaging(types, after.offered) || !known.WEAK.has(snake(after.name));
  // A bare `after` may be anything. It is a position if its description mentions an item's key, or if it
  // has the key's type and a matching `before` exists.
  if (!isSure && !(isNamed && (before !== undefined || after.offered.description !== undefined)))
    return undefined;
  if (!fits(types, after.offered.type, 'text') && !isNamed) return undefined;
  const uses = [
    use('next_cursor_id_param', [after.name]),
    before && use('previous_cursor_id_param', [before.name]),
    use('cursor_item_id', [key]),
  ];
  return scope.make({ type: 'cursor_id', uses, params: [after.name, before?.name] });
};

const pageNumber: PageRule = (scope) => {
  const page = scope.param(known.PAGE, 'number');
  const pages = scope.field(known.TOTAL_PAGES, 'number') ?? inHeader(scope, known.TOTAL_PAGES);
  const total = scope.field(known.TOTAL, 'number');
  if (
    page === undefined ||
    (scope.size === undefined && pages === undefined && total === undefined && scope.more === undefined)
  )
    return undefined;
  if (!scope.reads && pages === undefined && total === undefined && scope.more === undefined)
    return undefined;
  return scope.make({
    type: 'page_number',
    uses: [
      use('page_number_param', [page.name]),
      useOf('current_page_number_field', scope.field(known.CURRENT, 'number')),
      useOf('total_page_count_field', pages),
    ],
    params: [page.name],
    firstPage: isFromZero(scope.types, page.offered) ? 0 : undefined,
  });
};

const inHeader = ({ types, headers }: Scope, names: ReadonlySet<string>): Field | undefined =>
  headers.find((header) => names.has(nameOf(header)) && fits(types, header.type, 'number'));

const SKIPS = /\b(?:offset|skip\w*|index|position|records?|items?|rows?|results?|paging|paginat\w*)\b/i;

const offset: PageRule = (scope) => {
  const skipped = scope.param(known.OFFSET, 'number');
  const total = scope.field(known.TOTAL, 'number') ?? inHeader(scope, known.TOTAL);
  if (skipped === undefined || isInPages(scope.types, skipped.offered)) return undefined;
  if (scope.size === undefined && total === undefined && scope.more === undefined) return undefined;
  if (!scope.reads && total === undefined && scope.more === undefined) return undefined;
  const own = snake(skipped.name);
  const isRange =
    scope.param(known.RANGE_END, 'any') !== undefined ||
    (total === undefined && !SKIPS.test(saidOf(scope.types, skipped.offered)));
  if (known.RANGE_START.has(own) && isRange) return undefined;
  const start = known.FROM_ONE.has(own) ? scope.field(known.FROM_ONE, 'number') : undefined;
  // The parameter counts from 1, so without a position in the response the last item would be repeated.
  if (start === undefined && startsAtOne(scope.types, skipped.offered)) return undefined;
  return scope.make({
    type: 'offset',
    uses: [
      use('offset_count_param', [skipped.name]),
      useOf('offset_count_start_field', start),
      useOf('offset_total_count_field', total),
    ],
    params: [skipped.name],
  });
};

/**
 * A list with `has_more`, but without a parameter to request more and without a position in the response: a
 * single page that can be iterated like others.
 */
const single: PageRule = (scope) => {
  const { types, pageable, more, items, fields, location } = scope;
  if (
    !scope.reads ||
    location !== 'query' ||
    pageable.body.size > 0 ||
    more?.path.length !== 1 ||
    items.path.length !== 1
  )
    return undefined;
  if (
    [...pageable.query.keys()].some((name) =>
      [POSITIONS, known.PAGE, known.OFFSET, known.BEFORE].some((names) => names.has(snake(name))),
    )
  )
    return undefined;
  if (fields.some((field) => known.NEXT_CURSOR.has(nameOf(field)) || known.NEXT_URL.has(nameOf(field))))
    return undefined;
  const rest =
    pageable.result === undefined ? [] : [...(propertiesOf(types, pageable.result)?.values() ?? [])];
  const isPlain = rest.every(
    (property) =>
      property.name === items.path[0] || ['scalar', 'literal'].includes(bare(types, property.type).kind),
  );
  return isPlain ? scope.make({ type: 'fake_page', uses: [], params: [] }) : undefined;
};

const unlessCounted =
  (rule: PageRule): PageRule =>
  (scope) =>
    (scope.param(known.PAGE, 'number') ?? scope.param(known.OFFSET, 'number')) ? undefined : rule(scope);

export const RULES: readonly PageRule[] = [
  cursorInBody,
  nextAddress,
  cursorInHeader,
  unlessCounted(linkHeader),
  lastItem,
  pageNumber,
  offset,
  linkHeader,
  single,
];
