/** The classes of pages: names, fields, and what finds the next page, without a document. */
import { describe, expect, it } from 'vitest';
import type { ObjectType, PaginationScheme, TypeNode } from '../../generator/ir/types.ts';
import { pageClasses, pageOf } from '../../generator/languages/typescript/pages.ts';
import type { PagePlan } from '../../generator/plan/pages.ts';
import { list, object, property, shape, text } from '../diffs/walk-support.ts';
import { declarationText, typeContext } from './printed-types.ts';

interface Page {
  readonly name?: string;
  readonly type?: PaginationScheme['type'];
  readonly items?: string;
  readonly response?: ObjectType;
  readonly fields?: PagePlan['fields'];
  readonly parameters?: PagePlan['parameters'];
  readonly itemId?: readonly string[];
  readonly more?: object;
}

const ITEMS = object([property('data', list(text)), property('next')]);

const planOf = ({
  name = 'cats',
  type = 'fake_page',
  items = 'data',
  response = ITEMS,
  ...more
}: Page): PagePlan =>
  ({
    scheme: {
      ...{ name, type, paramLocation: 'query', response, topLevelArray: false, continueOnEmptyItems: false },
      ...more.more,
    },
    items: items === '' ? [] : items.split(' '),
    ...{ fields: more.fields ?? {}, parameters: more.parameters ?? {} },
    ...(more.itemId && { itemId: more.itemId }),
  }) as unknown as PagePlan;

const classesOf = (pages: readonly Page[], inUse: readonly string[] = [], edition?: string) =>
  pageClasses(
    typeContext({ schemas: {}, ...(edition !== undefined && { edition }) }),
    pages.map(planOf),
    new Set(inUse),
  );

const pathTo = (path: string) => ({ kind: 'path' as const, path: path.split(' ') });
const fields = {
  ...{ current: pathTo('page'), total: pathTo('meta total'), start: pathTo('start') },
  ...{ next: pathTo('next'), previous: { kind: 'header' as const, header: 'X-Prev' } },
};
const parameters = {
  ...{ page: 'p', offset: 'o', cursor: 'c', previousCursor: 'pc', after: 'a', before: "b'" },
};

describe('what finds the next page', () => {
  it.each<[string, Page, string, string, string]>([
    [
      ...(['by number', { type: 'page_number', fields, parameters }] as const),
      ...(['AbstractPageNumberPage', 'PageNumberScheme'] as const),
      "{ items: ['data'], page: 'p', current: ['page'], total: ['meta', 'total'] }",
    ],
    [
      ...(['by number from 0', { type: 'page_number', more: { firstPage: 0 } }] as const),
      ...(['AbstractPageNumberPage', 'PageNumberScheme'] as const),
      "{ items: ['data'], first: 0 }",
    ],
    [
      ...(['by offset', { type: 'offset', fields, parameters }] as const),
      ...(['AbstractOffsetPage', 'OffsetScheme'] as const),
      "{ items: ['data'], offset: 'o', start: ['start'], total: ['meta', 'total'] }",
    ],
    [
      ...(['by cursor', { type: 'cursor', fields, parameters }] as const),
      ...(['AbstractCursorPage', 'CursorScheme'] as const),
      "{ items: ['data'], cursor: 'c', next: ['next'], previousCursor: 'pc', previous: { header: 'X-Prev' } }",
    ],
    [
      ...(['by identifier', { type: 'cursor_id', fields, parameters, itemId: ['own', 'id'] }] as const),
      ...(['AbstractCursorIDPage', 'CursorIDScheme'] as const),
      String.raw`{ items: ['data'], id: ['own', 'id'], after: 'a', before: 'b\'' }`,
    ],
    [
      ...(['by URL', { type: 'cursor_url', fields, parameters }] as const),
      ...(['AbstractCursorURLPage', 'CursorURLScheme'] as const),
      "{ items: ['data'], next: ['next'] }",
    ],
    [
      ...(['one page', { fields, parameters }] as const),
      ...(['AbstractSinglePage', 'PageScheme'] as const),
      "{ items: ['data'] }",
    ],
    [
      'all else',
      {
        fields: { hasMore: pathTo('more') },
        more: { paramLocation: 'body', continueOnEmptyItems: true },
      },
      ...(['AbstractSinglePage', 'PageScheme'] as const),
      "{ items: ['data'], in: 'body', hasMore: ['more'], continueOnEmpty: true }",
    ],
  ])('%s', (_, page, base, schemeType, data) => {
    const [found] = classesOf([page]);
    expect([found?.base, found?.schemeType, found?.data]).toEqual([base, schemeType, data]);
    expect(found).not.toHaveProperty('lastPage');
  });

  it.each<[PagePlan['fields'], object]>([
    [{ isLast: pathTo('meta last') }, { lastPage: "['meta', 'last']" }],
    [{ isLast: { kind: 'header', header: 'X-Last' } }, {}],
  ])('the last page: %j', (last, expected) => {
    const { lastPage } = classesOf([{ fields: last }])[0] ?? {};
    expect(lastPage === undefined ? {} : { lastPage }).toEqual(expected);
  });
});

describe('the fields of a page', () => {
  const within = (...properties: readonly TypeNode[]): ObjectType =>
    object(properties.map((type, index) => property(`p${index}`, type)));
  it.each<[string, Page, string]>([
    ['items', {}, 'Cats { data: Array<Item>; next?: string }'],
    ['a list', { items: '', more: { topLevelArray: true } }, 'Cats { items: Array<Item> }'],
    [
      'a list whatever its items',
      { items: 'data', more: { topLevelArray: true } },
      'Cats { items: Array<Item> }',
    ],
    ['no items', { items: '' }, 'Cats { data?: Array<string>; next?: string }'],
    [
      'what is only sent or read',
      {
        response: object([
          property('data', list(text)),
          property('a', text, { writeOnly: true }),
          property('b', text, { readOnly: true }),
        ]),
      },
      'Cats { data: Array<Item>; b?: string }',
    ],
    [
      'what pages have',
      {
        response: object(
          ['data', 'constructor', 'hasNextPage', 'getNextPage', 'requested', 'a', 'toLocaleString'].map(
            (name) => property(name),
          ),
        ),
      },
      'Cats { data: Array<Item>; a?: string }',
    ],
    [
      'nested items',
      {
        items: 'p0 data',
        response: within(
          object([
            property('data', list(shape('x'))),
            property('a-b', text, { required: true }),
            property('toy', shape('y')),
            property('sent', text, { writeOnly: true }),
          ]),
          shape('z'),
        ),
      },
      "Cats { p0?: { data: Array<Item>; 'a-b': string; toy?: Cats.Toy }; p1?: Cats.P1 } + Cats.P1 { z?: string } + Cats.Toy { y?: string }",
    ],
    [
      'deeply nested items',
      {
        items: 'p0 p0 data',
        response: within(
          within(object([property('data', list(text)), property('p0', shape('q'))]), shape('r')),
        ),
      },
      'Cats { p0?: { p0?: { data: Array<Item>; p0?: Cats.P02 }; p1?: Cats.P1 } } + Cats.P02 { q?: string } + Cats.P1 { r?: string }',
    ],
    ['items in no object', { items: 'p0 data', response: within(text) }, 'Cats { p0?: string }'],
    ['items that are not there', { items: 'gone data' }, 'Cats { data?: Array<string>; next?: string }'],
    ['items in an open object', { response: object([], { additional: text }), items: 'gone' }, 'Cats {  }'],
    [
      'nested items in an open object',
      { response: object([], { additional: text }), items: 'gone data' },
      'Cats {  }',
    ],
  ])('%s', (_, page, expected) => {
    const [found] = classesOf([page]);
    expect(found && declarationText(found.declaration)).toBe(expected);
  });
});

describe('the names of pages', () => {
  const named = (...names: readonly string[]): readonly Page[] =>
    names.map((name) => ({ name, type: 'cursor' }));
  it.each<[string, readonly Page[], readonly string[], readonly string[], string?]>([
    ['their own', named('cat_page', 'dogs'), [], ['CatPage', 'Dogs']],
    ['without repeats', named('cats_cat_page'), [], ['CatsPage']],
    ['with repeats, as published', named('cats_cat_page'), [], ['CatsCatPage'], '2025-10-10'],
    ['with repeats, where the short name is taken', named('cats_cat_page'), ['CatsPage'], ['CatsCatPage']],
    ['by kind', named('cat_page'), ['CatPage'], ['CatCursorPage']],
    ['by kind, with a page inside', named('page_of_cats'), ['PageOfCats'], ['PageOfCatsCursorPage']],
    ['by kind is taken', named('cat_page'), ['CatPage', 'CatCursorPage'], ['CatPagePage']],
    ['all taken', named('cat_page'), ['CatPage', 'CatCursorPage', 'CatPagePage'], ['CatPagePagePage']],
    ['the same twice', named('cats', 'Cats'), [], ['Cats', 'CatsCursorPage']],
    ['as if of the runtime', named('abstract_cats'), [], ['AbstractCats']],
    [
      'of the runtime',
      named('abstract_page', 'abstract_offset_page'),
      [],
      ['AbstractPagePage', 'AbstractOffsetCursorPage'],
    ],
  ])('%s', (_, pages, inUse, expected, edition) =>
    expect(classesOf(pages, inUse, edition).map(({ className }) => className)).toEqual(expected),
  );
});

it('a page is found by its scheme', () => {
  const pages = classesOf([{ name: 'a' }, { name: 'b' }]);
  expect([pageOf(pages, 'b'), pageOf(pages, 'c')]).toEqual([pages[1], undefined]);
});
