/** Names, types, pages and values of a Python SDK, without a document. */
import { describe, expect, it } from 'vitest';
import type { ObjectType, PaginationScheme } from '../../generator/ir/types.ts';
import { lateImports, reachesItself, referencesOf } from '../../generator/languages/python/cycles.ts';
import { pageClasses, pageOf } from '../../generator/languages/python/pages.ts';
import * as reserved from '../../generator/languages/python/reserved.ts';
import {
  paramsType,
  receiver,
  transformed,
  valueOf,
  writtenValue,
} from '../../generator/languages/python/methods/values.ts';
import { createDeclaration } from '../../generator/languages/python/types/declaration.ts';
import * as expr from '../../generator/languages/python/types/expr.ts';
import { layOut, optionName } from '../../generator/languages/python/layout.ts';
import { castOf } from '../../generator/languages/python/methods/returns.ts';
import { createNames } from '../../generator/languages/python/names.ts';
import { argumentNames } from '../../generator/languages/python/views/resource.ts';
import type { Declaration, TypeExpression } from '../../generator/languages/python/types/types.ts';
import type { PagePlan } from '../../generator/plan/pages.ts';
import { list, object, property, shape, text as textNode } from '../diffs/walk-support.ts';
import { declarationText, fragmentText, printed, typeContext } from './printed.ts';

describe('names that are taken', () => {
  const words = (text: string): readonly string[] => text.split(' ');
  it.each<[string, (name: string) => string, readonly string[], readonly string[]]>([
    [
      'an argument',
      (name) => reserved.argumentName(name, ['own']),
      words('None from in yield self timeout transform json_value path_style httpx own'),
      words('Any own_ name get model_config dict'),
    ],
    ['a key', reserved.keyName, words('class import lambda'), words('self model_config name')],
    ['a module', reserved.moduleName, words('class from'), words('self types')],
    ['a class', reserved.className, words('None True'), words('Self Types')],
    [
      'a field',
      reserved.fieldName,
      words('class construct copy from_orm fields register mro to_json'),
      words('self name amodel_x'),
    ],
    [
      'a wrapper',
      reserved.wrapperArgument,
      words('self pets_response_wrapper'),
      words('class pets response_wrapper'),
    ],
  ])('%s', (_, name, taken, free) => {
    expect(taken.map(name)).toEqual(taken.map((word) => `${word}_`));
    expect(free.map(name)).toEqual(free);
  });
  it('a field of pydantic', () =>
    expect(['model_config', 'model_x'].map(reserved.fieldName)).toEqual(['api_model_config', 'api_model_x']));
  it('a keyword', () => expect(['class', 'self'].map(reserved.isKeyword)).toEqual([true, false]));
  it.each<[string, boolean, boolean]>([
    ['class', true, true],
    ['__x', true, true],
    ['x__', false, false],
    ['with_raw_response', true, true],
    ['cached_property', true, true],
    ['get', true, false],
    ['close', true, false],
    ['max_retries', true, false],
    ['custom_query', true, false],
    ['resources', true, false],
    ['pets', false, false],
  ])('a member %s', (name, onClient, onResource) =>
    expect([reserved.isReservedMember(name, 'client'), reserved.isReservedMember(name, 'resource')]).toEqual([
      onClient,
      onResource,
    ]),
  );
});

const A = createDeclaration('types.a', 'A');
const str = expr.text;
const none = expr.none;
const one = expr.literalOf(['a', 1]);
const tagged = expr.annotated(expr.unionOf([expr.declared(A), str]), { discriminator: 'kind' });
const named = expr.annotated(str, { alias: 'x' });

describe('types', () => {
  it.each<[string, TypeExpression, string, string]>([
    ['a builtin', expr.anything, 'object', 'object'],
    ['a local name', expr.local('_T'), '_T', '_T'],
    ['a name of typing', expr.typing('Any'), 'Any', 'typing.Any'],
    ['an extension', expr.extensions('Required'), 'Required', 'typing_extensions.Required'],
    ['a library', expr.library('datetime', 'date'), 'date', 'datetime.date'],
    ['the runtime', expr.runtime('_types', 'Omit'), 'Omit', '_types.Omit'],
    ['a declaration', expr.declared(A), 'A', 'types.a#A'],
    ['nothing', none, 'None', 'None'],
    ['a list', expr.listOf(str), 'list[str]', 'list[str]'],
    ['a map', expr.mapOf(expr.listOf(str)), 'dict[str, list[str]]', 'dict[str,list[str]]'],
    ['constants', one, 'Literal["a",1]', '["a",1]'],
    ['with a name', named, 'str@{"alias":"x"}', 'str@{"alias":"x"}'],
    ['without more', expr.annotated(str, {}), 'str', 'str'],
    [
      'with more',
      expr.annotated(named, { format: 'base64' }),
      'str@{"alias":"x","format":"base64"}',
      'str@{"alias":"x","format":"base64"}',
    ],
    ['a choice', expr.unionOf([str, expr.listOf(str)]), 'str | list[str]', '(str|list[str])'],
    ['one choice', expr.unionOf([str, str]), 'str', 'str'],
    ['no choice', expr.unionOf([]), 'None', 'None'],
    ['only none', expr.unionOf([none]), 'None', 'None'],
    ['none last', expr.unionOf([none, str, none]), 'str | None', '(str|None)'],
    [
      'constants together',
      expr.unionOf([one, str, expr.literalOf([1, true])]),
      'Literal["a",1,true] | str',
      '(["a",1,true]|str)',
    ],
    [
      'choices in choices',
      expr.unionOf([expr.unionOf([str, none]), expr.declared(A)]),
      'str | A | None',
      '(str|types.a#A|None)',
    ],
    ['anything else', expr.unionOf([str, one, expr.anything, none]), 'object', 'object'],
    ['or nothing', expr.optional(str), 'str | None', '(str|None)'],
    ['with a name, or nothing', expr.optional(named), 'str | None@{"alias":"x"}', '(str|None)@{"alias":"x"}'],
    [
      'with a tag, or nothing',
      expr.optional(tagged),
      'A | str@{"discriminator":"kind"} | None',
      '((types.a#A|str)@{"discriminator":"kind"}|None)',
    ],
  ])('%s', (_, type, text, key) => expect([printed(type), expr.keyOf(type)]).toEqual([text, key]));

  it.each<[string, TypeExpression, string, boolean]>([
    ['a name', str, 'str', false],
    ['nothing', none, '', true],
    ['constants', one, '', false],
    ['a map', expr.mapOf(expr.listOf(expr.declared(A))), 'dict str list A', false],
    ['a choice', expr.unionOf([str, expr.declared(A), none]), 'str A', true],
    ['a choice of values', expr.unionOf([str, expr.declared(A)]), 'str A', false],
    ['a list of choices', expr.listOf(expr.optional(str)), 'list str', false],
    ['with a name', named, 'str', false],
    ['with a name, or nothing', expr.optional(named), 'str', true],
  ])('names in %s', (_, type, names, isOptional) => {
    expect(expr.namesIn(type).map(printed).join(' ')).toBe(names);
    expect(expr.isOptional(type)).toBe(isOptional);
  });
});

/** `a.X: y.Y z.Z` with `<` before a base: a model with members of these types. */
function declarations(...lines: readonly string[]): ReadonlyMap<string, Declaration> {
  const found = new Map(
    lines.map((line) => {
      const [name = ''] = line.split(':');
      const [module = '', own = ''] = name.split('.');
      return [name, createDeclaration(module, own)] as const;
    }),
  );
  const get = (name: string): Declaration => found.get(name) ?? createDeclaration('none', name);
  for (const line of lines) {
    const [name = '', rest = ''] = line.split(': ');
    const words = rest.split(' ').filter((word) => word !== '');
    const own = get(name);
    own.body = {
      kind: 'model',
      bases: words.filter((word) => word.startsWith('<')).map((word) => get(word.slice(1))),
      members: words
        .filter((word) => /^\w/.test(word))
        .map((word) => ({
          name: word,
          wireName: word,
          required: true,
          type: expr.listOf(expr.declared(get(word))),
          doc: [],
          about: { type: textNode },
        })),
      ...(words.some((word) => word.startsWith('+')) && {
        extra: expr.declared(get(words.find((word) => word.startsWith('+'))?.slice(1) ?? '')),
      }),
    };
  }
  return found;
}

describe('files that need each other', () => {
  const late = (...lines: readonly string[]): object => {
    const all = [...declarations(...lines).values()];
    const modules = [...new Set(all.map(({ module }) => module))].map((name) => ({
      ...{ name, root: undefined },
      declarations: all.filter(({ module }) => module === name),
    }));
    return Object.fromEntries(
      [...lateImports(modules)].map(([name, ways]) => [name, Object.fromEntries(ways)]),
    );
  };
  it.each<[string, readonly string[], object]>([
    ['not', ['a.X: b.Y', 'b.Y: c.Z', 'c.Z:'], {}],
    ['not themselves', ['a.X: a.X a.Y', 'a.Y: <a.X'], {}],
    ['each other', ['a.X: b.Y', 'b.Y: a.X c.Z', 'c.Z:'], { a: { b: 'late' }, b: { a: 'late' } }],
    ['by what is more', ['a.X: +b.Y', 'b.Y: a.X'], { a: { b: 'late' }, b: { a: 'late' } }],
    ['with a base', ['a.X: <b.Y', 'b.Y: a.X'], { a: {}, b: { a: 'qualified' } }],
    ['with a base outside', ['a.X: b.Y <c.Z', 'b.Y: a.X', 'c.Z:'], { a: { b: 'late' }, b: { a: 'late' } }],
    ['with a base inside', ['a.X: b.Y <a.W', 'a.W:', 'b.Y: a.X'], { a: { b: 'late' }, b: { a: 'late' } }],
    [
      'in a ring of three',
      ['a.X: b.Y', 'b.Y: <c.Z', 'c.Z: a.X b.Y'],
      { a: { b: 'qualified' }, b: {}, c: { a: 'qualified', b: 'qualified' } },
    ],
    [
      'in two rings',
      ['a.X: b.Y', 'b.Y: a.X', 'c.Z: d.W a.X', 'd.W: <c.Z'],
      { a: { b: 'late' }, b: { a: 'late' }, c: { d: 'qualified' }, d: {} },
    ],
  ])('%s', (_, lines, expected) => expect(late(...lines)).toEqual(expected));

  it.each<[string, readonly string[], boolean]>([
    ['nothing', ['a.X:'], false],
    ['itself', ['a.X: a.X'], true],
    ['itself by a base', ['a.X: <b.Y', 'b.Y: a.X'], true],
    ['itself far away', ['a.X: b.Y', 'b.Y: c.Z', 'c.Z: b.Y +a.X'], true],
    ['a ring without it', ['a.X: b.Y', 'b.Y: c.Z', 'c.Z: b.Y'], false],
  ])('a type reaches %s', (_, lines, expected) => {
    const [first] = declarations(...lines).values();
    expect(first && reachesItself(first)).toBe(expected);
  });

  it.each<[string, Declaration['body'], string, string]>([
    ['what is not yet there', { kind: 'pending' }, '', ''],
    ['an alias', { kind: 'alias', type: expr.listOf(expr.declared(A)) }, '', 'A'],
    ['a page', { kind: 'page', base: str as never, members: [{ type: expr.declared(A) } as never] }, '', 'A'],
    [
      'a dictionary',
      { kind: 'dictionary', bases: [A], members: [{ type: str } as never], extra: expr.declared(A) },
      'A',
      'A',
    ],
  ])('references of %s', (_, body, bases, others) => {
    const found = referencesOf({ ...A, body });
    expect([found.bases, found.others].map((all) => all.map(({ name }) => name).join(' '))).toEqual([
      bases,
      others,
    ]);
  });
});

interface Page {
  readonly name?: string;
  readonly type?: PaginationScheme['type'];
  readonly items?: string;
  readonly response?: ObjectType;
  readonly plan?: Partial<PagePlan>;
  readonly more?: object;
}

const ITEMS = object([property('data', list(textNode)), property('next')]);

function pagesOf(pages: readonly Page[], edition?: string) {
  const { context } = typeContext(edition === undefined ? {} : { edition });
  const plans = pages.map(
    ({ name = 'cats', type = 'fake_page', items = 'data', response = ITEMS, plan, more }) =>
      ({
        scheme: {
          ...{
            name,
            type,
            paramLocation: 'query',
            response,
            topLevelArray: false,
            continueOnEmptyItems: false,
          },
          ...more,
        },
        items: items === '' ? [] : items.split(' '),
        ...{ fields: {}, parameters: {} },
        ...plan,
      }) as unknown as PagePlan,
  );
  return pageClasses(context, plans);
}

const pathTo = (path: string) => ({ kind: 'path' as const, path: path.split(' ') });
const plan: Partial<PagePlan> = {
  fields: {
    ...{ current: pathTo('page'), total: pathTo('meta total'), start: pathTo('start'), next: pathTo('next') },
    ...{ previous: { kind: 'header', header: 'X-Prev' } },
  },
  parameters: { page: 'p', offset: 'o', cursor: 'c', previousCursor: 'pc', after: 'a', before: 'b' },
};

describe('pages', () => {
  it.each<[Page, string]>([
    [
      { type: 'page_number', plan },
      'PageNumberScheme(items=("data",), page="p", current=("page",), total=("meta", "total"))',
    ],
    [
      { type: 'offset', plan },
      'OffsetScheme(items=("data",), offset="o", start=("start",), total=("meta", "total"))',
    ],
    [
      { type: 'cursor', plan },
      'CursorScheme(items=("data",), cursor="c", previous_cursor="pc", next=("next",), previous=Header("X-Prev"))',
    ],
    [
      { type: 'cursor_id', plan: { ...plan, itemId: ['own', 'id'] } },
      'CursorIDScheme(items=("data",), after="a", before="b", id=("own", "id"))',
    ],
    [{ type: 'cursor_url', plan }, 'CursorURLScheme(items=("data",), next=("next",))'],
    [{ plan }, 'PageScheme(items=("data",))'],
    [{ type: 'cursor' }, 'CursorScheme(items=("data",))'],
    [
      {
        plan: { fields: { hasMore: pathTo('more'), isLast: pathTo('last') } },
        more: { paramLocation: 'body', continueOnEmptyItems: true, firstPage: 0 },
      },
      'PageScheme(items=("data",), has_more=("more",), is_last=("last",), first=0, location="body", continue_on_empty=True)',
    ],
  ])('%j', (page, expected) => {
    const { classes } = pagesOf([page]);
    expect(classes.map(({ scheme }) => fragmentText(scheme))).toEqual([expected]);
  });

  const within = (...types: readonly ObjectType[]): ObjectType =>
    object(types.map((type, index) => property(`p${index}`, type)));
  it.each<[string, Page, string, readonly string[]]>([
    ['items', {}, 'data: list[_T]; next?: str', []],
    ['a list', { items: '', more: { topLevelArray: true } }, 'items: list[_T]', []],
    ['no items', { items: '' }, 'data?: list[str]; next?: str', []],
    [
      'the order of the document',
      { response: object([property('b'), property('data', list(textNode)), property('a')]) },
      'b?: str; data: list[_T]; a?: str',
      [],
    ],
    [
      'what pages have',
      {
        items: 'raw_items',
        response: object([property('raw_items'), property('requested'), property('has_next_page')]),
      },
      'raw_items_ as raw_items: list[_T]; requested_? as requested: str; has_next_page_? as has_next_page: str',
      [],
    ],
    [
      'a name that is taken',
      { items: 'class', response: object([property('class')]) },
      'class_ as class: list[_T]',
      [],
    ],
    [
      'nested items',
      {
        items: 'p0 data',
        response: within(
          object([
            property('toy', shape('y')),
            property('data', list(textNode)),
            property('some-more', textNode, { required: true }),
          ]),
          shape('z'),
        ),
      },
      'p0?: CatsP0[_T]; p1?: CatsP1',
      [
        'CatsP1() { z?: str }',
        'CatsP0() { toy?: CatsP0Toy; data: list[_T]; some_more as some-more: str }',
        'CatsP0Toy() { y?: str }',
      ],
    ],
    [
      'items in no object',
      { items: 'p0 data', response: object([property('p0', textNode, { required: true })]) },
      'p0: list[_T]',
      [],
    ],
    ['items that are not there', { items: 'gone' }, 'data?: list[str]; next?: str', []],
  ])('%s', (_, page, members, nested) => {
    const { classes, module } = pagesOf([page]);
    const [found] = classes;
    expect(found && declarationText(found.declaration)).toBe(`SyncCats(BaseSyncPage) { ${members} }`);
    expect(found && declarationText(found.asyncDeclaration)).toBe(`AsyncCats(BaseAsyncPage) { ${members} }`);
    expect(module.declarations.map(declarationText)).toEqual(nested);
    expect([found?.declaration.body, found?.asyncDeclaration.body]).toMatchObject([
      { base: expr.runtime('_pagination', 'BaseSyncPage') },
      { base: expr.runtime('_pagination', 'BaseAsyncPage') },
    ]);
    for (const member of found?.members ?? [])
      expect([member.doc, member.about.type]).toEqual([[], expect.anything()]);
    expect([module.name, module.root, found?.members.length]).toEqual([
      'pagination',
      undefined,
      members.split('; ').length,
    ]);
  });

  it.each<[readonly string[], readonly string[], readonly string[], string?]>([
    [['cat_page'], ['CatPage'], ['_CAT_PAGE']],
    [['cats_cat_page'], ['CatsPage'], ['_CATS_PAGE']],
    [['cats_cat_page'], ['CatsCatPage'], ['_CATS_CAT_PAGE'], '2025-10-10'],
    [
      ['cats_page', 'cats_cat_page'],
      ['CatsPage', 'CatsCatPage'],
      ['_CATS_PAGE', '_CATS_CAT_PAGE'],
    ],
    [
      ['cats', 'Cats', 'CATS'],
      ['Cats', 'CatsPage', 'CatsPagePage'],
      ['_CATS', '_CATS_PAGE', '_CATS_PAGE_PAGE'],
    ],
    [['abstract_page'], ['AbstractPage'], ['_ABSTRACT_PAGE']],
  ])('called %j', (schemes, expected, constants, edition) => {
    const { classes } = pagesOf(
      schemes.map((name) => ({ name })),
      edition,
    );
    expect(classes.map(({ name }) => name)).toEqual(expected);
    expect(classes.map(({ constant }) => constant)).toEqual(constants);
    expect([pageOf(classes, schemes[0] ?? ''), pageOf(classes, 'none')]).toEqual([classes[0], undefined]);
  });
});

describe('nested types of pages', () => {
  it('have names of their own', () => {
    const response = object([property('p', object([property('data', list(textNode))]))]);
    const { module } = pagesOf([
      ...['cats', 'cats'].map((name) => ({ name, items: 'p data', response })),
      { name: 'dogs', plan: { fields: { next: { kind: 'header', header: 'X' } } }, type: 'cursor_url' },
    ]);
    expect(module.declarations.map(({ name }) => name)).toEqual(['CatsP', 'CatsPageP']);
  });
  it('do not hide type variables', () => {
    const response = object([property('a', object([property('data', list(textNode))]))]);
    const { module } = pagesOf([
      {
        name: 't',
        items: 'a data',
        response: object([property('', object([property('data', list(textNode))]))]),
      },
      { name: 'ta', items: '', response: object([]) },
      { name: 't', items: 'a data', response },
    ]);
    expect(module.declarations.map(({ name }) => name)).not.toContain('T');
  });
});

describe('what a call is cast to', () => {
  const declared = (body: Declaration['body']): TypeExpression => {
    const declaration = createDeclaration('types.a', 'X');
    declaration.body = body;
    return expr.declared(declaration);
  };
  const aliased = (type: TypeExpression): TypeExpression => declared({ kind: 'alias', type });
  const model = declared({ kind: 'model', bases: [], members: [] });
  const ring = createDeclaration('types.a', 'Ring');
  ring.body = { kind: 'alias', type: expr.listOf(expr.declared(ring)) };
  const deep = (steps: number): TypeExpression => (steps === 0 ? str : aliased(deep(steps - 1)));
  const value = (type: TypeExpression): object => ({ kind: 'value', type });
  it.each<[string, object, string]>([
    ['nothing', { kind: 'void' }, 'NoneType'],
    ['a text', value(str), 'str'],
    ['a date', value(expr.library('datetime', 'date')), 'date'],
    ['a file', value(expr.runtime('_types', 'File')), 'File'],
    ['a list', value(expr.listOf(str)), 'list[str]'],
    ['a model', value(model), 'X'],
    ['an alias', value(aliased(str)), 'X'],
    ['an alias of a choice', value(aliased(expr.optional(str))), 'cast(XX)'.replace('XX', 'X, X')],
    ['a dictionary', value(declared({ kind: 'dictionary', bases: [], members: [] })), 'cast(X, X)'],
    ['a choice', value(expr.optional(str)), 'cast(str | None, str | None)'],
    ['an alias of itself', value(expr.declared(ring)), 'cast(Ring, Ring)'],
    ['twenty aliases', value(deep(20)), 'X'],
    ['more aliases', value(deep(21)), 'cast(X, X)'],
    ['bytes', { kind: 'binary' }, 'BinaryAPIResponse'],
    ['events', { kind: 'stream', event: model }, 'X'],
    ['a value or events', { kind: 'stream', event: str, plain: { type: model, isBinary: false } }, 'X'],
    [
      'bytes or events',
      { kind: 'stream', event: str, plain: { type: str, isBinary: true } },
      'BinaryAPIResponse',
    ],
    ['a page with a value', { kind: 'page', plain: { type: str, isBinary: false } }, 'NoneType'],
  ])('%s', (_, result, expected) =>
    expect(fragmentText(castOf({ result } as never, { colour: 'sync' } as never))).toBe(expected),
  );
});

it('names of arguments', () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name }));
  const methods = [
    { arguments: { positional: named('a'), keywords: named('b', 'c') } },
    { arguments: { positional: [], keywords: named('d') } },
  ];
  expect([...argumentNames(methods as never)]).toEqual(['a', 'b', 'c', 'd']);
});

describe('where resources are', () => {
  interface Tree {
    readonly [key: string]: Tree | string;
  }
  /** Keys with `:` are methods, the rest are resources. */
  const resource = (key: string, tree: Tree): object => ({
    key,
    methods: Object.keys(tree)
      .filter((each) => each.startsWith(':'))
      .map((each) => ({ key: each.slice(1), provenance: {}, origin: { document: 'a', pointer: '' } })),
    children: Object.entries(tree)
      .filter(([each]) => !each.startsWith(':'))
      .map(([each, below]) => resource(each.replace(/!$/, ''), below as Tree)),
    ...(key.endsWith('!') && { hasOwnPackage: true }),
    ...{ provenance: { rule: 'config' }, origin: { document: 'a', pointer: '' } },
  });
  const placed = (tree: Tree, options: readonly string[] = []): readonly string[] => {
    const api = { client: { options: options.map((key) => ({ key })) }, root: resource('', tree) };
    const layout = layOut(api as never, createNames([]), { className: 'Zoo', asyncClassName: 'AsyncZoo' });
    expect(layout.all.map((each) => layout.byPath.get(each.path.join('.')))).toEqual(layout.all);
    expect([layout.root.property, layout.root.module, layout.root.types]).toEqual(['', '_client', 'types']);
    return [layout.root, ...layout.all].map(
      ({ properties, className, module, package: folder, types, methods }) =>
        `${properties.join('.') || '-'} ${className} ${module} ${folder ?? '-'} ${types} ${methods.map(({ name }) => name).join(' ')}`.trimEnd(),
    );
  };
  it.each<[string, Tree, readonly string[], (readonly string[])?]>([
    ['nowhere', {}, ['- Zoo _client - types']],
    [
      'one',
      { cats: { ':list': '' } },
      ['- Zoo _client - types', 'cats CatsResource resources.cats - types list'],
    ],
    [
      'below',
      { cats: { toys: { cats: {} } } },
      [
        '- Zoo _client - types',
        'cats CatsResource resources.cats.cats resources.cats types',
        'cats.toys ToysResource resources.cats.toys.toys resources.cats.toys types.cats',
        'cats.toys.cats CatsResource resources.cats.toys.cats - types.cats.toys',
      ],
    ],
    [
      'with the name of the parent',
      { cats: { cats: {}, other: {} } },
      [
        '- Zoo _client - types',
        'cats CatsResource resources.cats.cats resources.cats types',
        'cats.cats Cats2Resource resources.cats.cats_ - types.cats',
        'cats.other OtherResource resources.cats.other - types.cats',
      ],
    ],
    [
      'of one name',
      { cats: {}, Cats: {}, 'cats!!': { toys: {} }, CATS: { toys: {} } },
      [
        '- Zoo _client - types',
        'cats CatsResource resources.cats - types',
        'cats_ CatsResource resources.cats_ - types',
        'cats__ CatsResource resources.cats__.cats__ resources.cats__ types.cats__',
        'cats__.toys ToysResource resources.cats__.toys - types.cats__',
        'cats___ CatsResource resources.cats___.cats___ resources.cats___ types',
        'cats___.toys ToysResource resources.cats___.toys - types.cats___',
      ],
    ],
    [
      'with the name of an option',
      { key: {}, ':get': '', ':key_two': '' },
      ['- Zoo _client - types get_ key_two', 'key_ KeyResource resources.key_ - types'],
      ['key', 'close'],
    ],
    [
      'with methods of the client',
      { cats: { ':get': '', ':close': '', ':with_raw_response': '' }, ':get': '', ':close': '' },
      [
        '- Zoo _client - types close_ get_',
        'cats CatsResource resources.cats - types close get with_raw_response_',
      ],
    ],
    [
      'with odd names',
      { ca·ts: {}, class: {} },
      [
        '- Zoo _client - types',
        'ca_ts CaTsResource resources.ca_ts - types',
        'class_ ClassResource resources.class_ - types',
      ],
    ],
  ])('%s', (_, tree, expected, options) => expect(placed(tree, options)).toEqual(expected));
  it('with long names', () => {
    const long = `x${'y'.repeat(300)}`;
    const lines = placed({ [long]: { [long]: { [long]: { [long]: {} } } } }).slice(1);
    expect(lines.map((line) => line.split(' ')[2]?.length)).toEqual([131, 194, 254, 218]);
  });
  it('options of the client', () =>
    expect(['key', 'close', 'timeout'].map((key) => optionName(createNames([]), key))).toEqual([
      'key',
      'close_',
      'timeout_',
    ]));
});

describe('values of a request', () => {
  const context = {
    isClient: false,
    optionOf: (key: string) => (key === 'zoo' ? 'zoo_name' : undefined),
  } as never;
  const dictionary = createDeclaration('types.a', 'Sent');
  dictionary.body = { kind: 'dictionary', bases: [], members: [] };
  const alias = createDeclaration('types.a', 'Alias');
  alias.body = { kind: 'alias', type: expr.listOf(expr.declared(dictionary)) };
  const plainAlias = createDeclaration('types.a', 'Plain');
  plainAlias.body = { kind: 'alias', type: str };
  const loop = createDeclaration('types.a', 'Loop');
  loop.body = { kind: 'alias', type: expr.declared(loop) };
  const argument = (type: TypeExpression, clientOption?: string) =>
    ({ name: 'own', type, ...(clientOption && { clientOption }) }) as never;
  it.each<[string, TypeExpression, string]>([
    ['a text', str, 'own'],
    ['a dictionary', expr.declared(dictionary), 'transform(own, Sent)'],
    ['a model', expr.declared(A), 'own'],
    ['an alias', expr.declared(alias), 'transform(own, Alias)'],
    ['another alias', expr.declared(plainAlias), 'own'],
    ['an alias of itself', expr.declared(loop), 'own'],
    ['a choice', expr.unionOf([str, expr.declared(dictionary)]), 'transform(own, str | Sent)'],
    ['another choice', expr.unionOf([str, expr.declared(A)]), 'own'],
    [
      'with a name',
      expr.annotated(expr.declared(dictionary), { alias: 'x' }),
      'transform(own, Sent@{"alias":"x"})',
    ],
    ['a map', expr.mapOf(expr.declared(dictionary)), 'transform(own, dict[str, Sent])'],
  ])('%s', (_, type, expected) => expect(fragmentText(writtenValue(argument(type), context))).toBe(expected));
  it('of an option', () => {
    const onClient = { ...(context as object), isClient: true } as never;
    expect([receiver(context), receiver(onClient)]).toEqual(['self._client', 'self']);
    expect(fragmentText(valueOf(argument(str, 'zoo'), context))).toBe('given(own, self._client.zoo_name)');
    expect(fragmentText(valueOf(argument(str, 'zoo'), onClient))).toBe('given(own, self.zoo_name)');
    expect(fragmentText(valueOf(argument(str, 'gone'), context))).toBe('own');
    expect(fragmentText(writtenValue(argument(expr.declared(dictionary), 'zoo'), context))).toBe(
      'transform(given(own, self._client.zoo_name), Sent)',
    );
  });
  it.each<[string, object, string]>([
    ['nothing', {}, 'object'],
    ['params', { params: { module: 'types.pet_params', name: 'PetParams' } }, 'types.pet_params.PetParams'],
    [
      'a choice to stream',
      {
        params: { module: 'm', name: 'P' },
        streamParams: { streaming: { name: 'S' }, plain: { name: 'N' } },
        streamFlag: { name: 'stream' },
      },
      'm.S if stream else m.N',
    ],
    [
      'no choice',
      {
        params: { module: 'm', name: 'P' },
        streamParams: { streaming: { name: 'S' }, plain: { name: 'N' } },
      },
      'm.P',
    ],
    ['a flag alone', { params: { module: 'm', name: 'P' }, streamFlag: { name: 'stream' } }, 'm.P'],
  ])('described by %s', (_, method, expected) => {
    expect(fragmentText(paramsType(method as never))).toBe(expected);
    expect(fragmentText(transformed(method as never, context, [argument(str), argument(str, 'zoo')]))).toBe(
      `transform({"own": own, "own": given(own, self._client.zoo_name)}, ${expected})`,
    );
  });
});
