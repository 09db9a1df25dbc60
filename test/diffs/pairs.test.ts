/** Which method of the base is which of the revision, from calls written by hand. */
import { describe, expect, it } from 'vitest';
import { matchMethods, normalPath, pathNames, prefixOf } from '../../generator/diff/compare/match-methods.ts';
import { renamedPaths } from '../../generator/diff/compare/renamed-paths.ts';
import type { MethodSurface } from '../../generator/diff/surface.ts';
import type { Api, Method } from '../../generator/ir/types.ts';
import { object, property, ref, text } from './walk-support.ts';

interface More {
  readonly id?: string;
  /** Names of query parameters; `header:x` and `path:x` are others. */
  readonly given?: string;
  /** Names of the properties of the body. */
  readonly body?: string;
  /** Names of the properties of the result. */
  readonly result?: string;
}

const content = (names: string) => ({
  type:
    names === 'ref'
      ? ref('Pet')
      : names === 'text'
        ? text
        : object(names.split(' ').map((name) => property(name))),
});

/** `get /pets/{id}?kind=cat client.pets.get` */
function method(call: string, { id, given = '', body, result }: More = {}): MethodSurface {
  const [verb = '', path = '', symbol = call] = call.split(' ');
  const [plain = '', fixed = ''] = path.split('?');
  const parts = plain.split(/(\{\w*\})/).filter((part) => part !== '');
  const parameters = given.split(' ').filter((name) => name !== '');
  return {
    symbol,
    method: {
      ...{ verb, path: plain, operationId: id },
      pathParts: parts.map((part) =>
        part.startsWith('{') ? { kind: 'parameter', name: part.slice(1, -1) } : { kind: 'text', text: part },
      ),
      fixedQuery: fixed
        .split('&')
        .filter((each) => each !== '')
        .map((each) => ({ name: each.split('=')[0], value: each.split('=')[1] })),
      parameters: parameters.map((name) => ({
        ...{ in: name.includes(':') ? name.split(':')[0] : 'query', name: name.split(':').at(-1) },
      })),
      ...(body !== undefined && { body: { contents: [{ type: text }, content(body)], chosen: 1 } }),
      responses: [{ contents: [] }, { contents: [content('text'), content(result ?? 'text')], chosen: 1 }],
      ...(result !== undefined && { success: 1 }),
    } as unknown as Method,
  } as MethodSurface;
}

type Call = string | readonly [call: string, more: More];
const methods = (calls: readonly Call[]): readonly MethodSurface[] =>
  calls.map((call) => (typeof call === 'string' ? method(call) : method(call[0], call[1])));
const schemas = {
  base: new Map([['Pet', { type: object([property('p'), property('q')]) }]]) as never,
  revision: new Map([['Pet', { type: object([property('a'), property('b')]) }]]) as never,
};
const none = { base: '', revision: '' };

/** Symbols; those of the revision have an `x` at their end. */
function match(before: readonly Call[], after: readonly Call[], prefixes = none): readonly string[] {
  const { pairs, removed, added } = matchMethods(methods(before), methods(after), { ...prefixes, schemas });
  return [
    ...pairs.map(({ base, revision }) => `${base.symbol} = ${revision.symbol}`),
    ...removed.map(({ symbol }) => `- ${symbol}`),
    ...added.map(({ symbol }) => `+ ${symbol}`),
  ];
}

describe('methods are paired', () => {
  it.each<[string, readonly Call[], readonly Call[], readonly string[]]>([
    ['of nothing', [], [], []],
    ['of nothing new', ['get /a a'], [], ['- a']],
    ['of nothing old', [], ['get /a ax'], ['+ ax']],
    ['by call', ['get /a a', 'get /b b'], ['get /b bx', 'get /a ax'], ['a = ax', 'b = bx']],
    ['by verb', ['get /a a', 'put /a b'], ['put /a bx', 'get /a ax'], ['a = ax', 'b = bx']],
    ['by call first', ['get /a a'], ['get /b a', 'get /a ax'], ['a = ax', '+ a']],
    ['by call and name', ['get /a a', 'get /a b'], ['get /a b', 'get /a a'], ['a = a', 'b = b']],
    ['by call in order', ['get /a a', 'get /a b'], ['get /a c', 'get /a d'], ['a = c', 'b = d']],
    ['without names of parameters', ['get /a/{b} a'], ['get /a/{c} ax'], ['a = ax']],
    ['without a slash at the end', ['get /a/{b}/ a'], ['get /a/{b} ax'], ['a = ax']],
    ['at the root', ['get / a'], ['get / ax'], ['a = ax']],
    [
      'by fixed query',
      ['get /a?x=1 a', 'get /a?x=2 b'],
      ['get /a?x=2 bx', 'get /a?x=1 ax'],
      ['a = ax', 'b = bx'],
    ],
    [
      'by fixed queries',
      ['get /a?x=1&y=2 a', 'get /a?x=1&y=3 b'],
      ['get /a?x=1&y=3 bx', 'get /a?x=1&y=2 ax'],
      ['a = ax', 'b = bx'],
    ],
    ['without fixed query', ['get /a?x=1 a', 'get /b b'], ['get /b b', 'get /a?x=2 ax'], ['b = b', 'a = ax']],
    [
      'by fixed query before the name',
      ['get /a?x=1 a', 'get /a?x=2 b'],
      ['get /a?x=2 a', 'get /a?x=1 b'],
      ['a = b', 'b = a'],
    ],
    [
      'by a word that was replaced',
      [
        ['get /hooks a', { given: 'q', result: 'id' }],
        ['get /hooks/{id} b', { result: 'id' }],
        ['get /pets c', {}],
      ],
      [
        ['get /receivers ax', { given: 'q', result: 'id' }],
        ['get /receivers/{id} bx', { result: 'id' }],
        ['get /pets c', {}],
        ['get /toys d', {}],
      ],
      ['c = c', 'a = ax', 'b = bx', '+ d'],
    ],
    ['by name', ['get /a a', 'get /b b'], ['put /c/d b', 'put /c/e/f a'], ['a = a', 'b = b']],
    ['by id', [['get /a a', { id: 'i' }]], [['put /c/d ax', { id: 'i' }]], ['a = ax']],
    ['not by no id', ['get /a a'], ['put /c/d ax'], ['- a', '+ ax']],
    ['not by another id', [['get /a a', { id: 'i' }]], [['put /c/d ax', { id: 'j' }]], ['- a', '+ ax']],
  ])('%s', (_name, before, after, found) => expect(match(before, after)).toEqual(found));

  it.each<[string, readonly Call[], readonly Call[], typeof none, readonly string[]]>([
    [
      'that moved into the path',
      ['get /a a', 'get /c c', 'get /d d'],
      ['get /v1/a ax', 'post /v1/c cx'],
      { base: '/v1', revision: '' },
      ['a = ax', '- c', '- d', '+ cx'],
    ],
    ['that moved out of it', ['get /v1/a a'], ['get /a ax'], { base: '', revision: '/v1' }, ['a = ax']],
    [
      'with its query',
      ['get /v1/a?x=1 a'],
      ['get /a?x=2 ax'],
      { base: '', revision: '/v1' },
      ['- a', '+ ax'],
    ],
    ['that is the same', ['get /v1/a a'], ['get /a ax'], { base: '/v1', revision: '/v1' }, ['- a', '+ ax']],
    [
      'taken by the first',
      ['get /v1/a a', 'get /v1/a b'],
      ['get /a ax'],
      { base: '', revision: '/v1' },
      ['a = ax', '- b'],
    ],
  ])('with a prefix %s', (_name, before, after, prefixes, found) =>
    expect(match(before, after, prefixes)).toEqual(found),
  );

  it.each<[string, readonly Call[], readonly Call[], readonly string[]]>([
    ['a version', ['get /a a', 'get /b b'], ['get /v1/a ax', 'get /v1/b bx'], ['a = ax', 'b = bx']],
    ['another', ['get /v1/a a', 'get /v1/b b'], ['get /v2/x/b bx', 'get /v2/x/a ax'], ['a = ax', 'b = bx']],
    ['an account', ['get /a a', 'get /b b'], ['get /{x}/a ax', 'get /{x}/b bx'], ['a = ax', 'b = bx']],
    ['nothing', ['get /v1/a a', 'get /v1/b b'], ['get /a ax', 'get /b bx'], ['a = ax', 'b = bx']],
    ['another word', ['get /a a', 'get /a/b b'], ['get /x ax', 'get /x/b bx'], ['a = ax', 'b = bx']],
    ['all of a path', ['get /a a', 'get /a/b b'], ['get /x/a ax', 'get /x/a/b bx'], ['a = ax', 'b = bx']],
    [
      'with fixed queries',
      ['get /a?x=1&y=1 a', 'get /a?x=1&y=2 b', 'get /b c'],
      ['get /v/a?x=1&y=2 bx', 'get /v/a?x=1&y=1 ax', 'get /v/b cx'],
      ['a = ax', 'b = bx', 'c = cx'],
    ],
    ['with verbs', ['get /a a', 'put /b b'], ['put /v/a ax', 'get /v/b bx'], ['- a', '- b', '+ ax', '+ bx']],
    [
      'half of them',
      ['get /a a', 'get /b b', 'get /c/d c', 'get /e/f d'],
      ['get /v/a ax', 'get /v/b bx', 'get /v/x/y/z cx'],
      ['a = ax', 'b = bx', '- c', '- d', '+ cx'],
    ],
    [
      'fewer than half',
      ['get /a a', 'get /c/d c', 'get /e/f d'],
      ['get /v/a ax', 'get /v/x/y/z cx'],
      ['- a', '- c', '- d', '+ ax', '+ cx'],
    ],
    ['a single path', ['get /a a'], ['get /v/a ax'], ['- a', '+ ax']],
    [
      'of several, taken by the first',
      ['get /a a', 'get /a b', 'get /b c'],
      ['get /v/a ax', 'get /v/b bx'],
      ['a = ax', 'c = bx', '- b'],
    ],
  ])('below %s', (_name, before, after, found) => expect(match(before, after)).toEqual(found));
});

describe('paths in which a word was replaced are paired', () => {
  const full: More = { given: 'limit sort', result: 'id name' };
  const pairs = (before: readonly Call[], after: readonly Call[]): readonly string[] =>
    renamedPaths(methods(before), methods(after), schemas).map(
      ({ base, revision }) => `${base.symbol} = ${revision.symbol}`,
    );
  const two = (word: string, more: readonly [More, More], end = ''): readonly Call[] => [
    [`get /x/${word} a${end}`, more[0]],
    [`get /x/${word}/{id} b${end}`, more[1]],
  ];
  const given = (first: More, second: More, third = first, fourth = second): readonly string[] =>
    pairs(two('hooks', [first, second]), two('receivers', [third, fourth], 'x'));
  const both = ['a = ax', 'b = bx'];

  it.each<[string, readonly string[], readonly string[]]>([
    ['with equal names', given(full, full), both],
    ['with names on either side', given(full, {}), both],
    ['with half of the names', given({ result: 'a b c d' }, full, { result: 'a b e f' }), []],
    ['with three of five names', given({ result: 'a b c d' }, full, { result: 'a b c e' }), both],
    ['without names', given({}, {}), []],
    ['with other parameters', given({ ...full, given: 'limit' }, full, full), []],
    ['with parameters in another order', given({ ...full, given: 'sort limit' }, full, full), both],
    ['with as many other parameters', given({ ...full, given: 'limit page' }, full, full), []],
    ['with parameters of another place', given({ ...full, given: 'limit cookie:sort' }, full, full), []],
    ['with other headers', given({ ...full, given: 'limit sort header:x path:y' }, full, full), both],
    ['with cookies', given({ ...full, given: 'limit sort cookie:x' }, full, full), []],
    ['with names of the body', given({ body: 'a b' }, full), both],
    ['with a body on either side', given({ ...full, body: 'id' }, full, full), []],
    ['with half of all names', given({ result: 'a b c' }, full, { result: 'a b d' }), both],
    ['with references', given({ result: 'ref' }, full), []],
    ['with references of the base', given({ result: 'ref' }, full, { result: 'p q' }), both],
    ['with references of the revision', given({ result: 'a b' }, full, { result: 'ref' }), both],
    ['with text', given({ result: 'text' }, full), both],
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected));

  it.each<[string, readonly Call[], readonly Call[], readonly string[]]>([
    ['not of a single path', [['get /a a', full]], [['get /b b', full]], []],
    [
      'not of other verbs',
      two('a', [full, full]),
      [
        ['put /x/b ax', full],
        ['put /x/b/{id} bx', full],
      ],
      [],
    ],
    [
      'where a word is new',
      [
        ['get /pets a', full],
        ['get /pets/{id} b', full],
      ],
      [
        ['get /beta/pets ax', full],
        ['get /beta/pets/{id} bx', full],
      ],
      both,
    ],
    [
      'where a word is gone',
      [
        ['get /x/beta/pets a', full],
        ['get /x/beta/pets/{id} b', full],
      ],
      [
        ['get /x/pets ax', full],
        ['get /x/pets/{id} bx', full],
      ],
      both,
    ],
    [
      'not where a parameter is another word',
      [
        ['get /x/{a} a', full],
        ['get /x/{a}/y b', full],
      ],
      [
        ['get /x/a ax', full],
        ['get /x/a/y bx', full],
      ],
      [],
    ],
    [
      'not by different words',
      [
        ['get /x/a a', full],
        ['get /x/b b', full],
      ],
      [
        ['get /y/c ax', full],
        ['get /z/d bx', full],
      ],
      [],
    ],
    [
      'by the word of most paths',
      [
        ['get /a/a a', full],
        ['get /a/b b', full],
        ['get /a/c c', full],
        ['get /d/a d', full],
      ],
      [
        ['get /e/a ax', full],
        ['get /e/b bx', full],
        ['get /e/c cx', full],
        ['get /a/d dx', full],
        ['get /f/a ex', full],
        ['get /f/b fx', full],
      ],
      [...both, 'c = cx'],
    ],
    [
      'not with equal words',
      two('a', [full, full]),
      [
        ['get /y/a ax', full],
        ['get /y/a/{id} bx', full],
      ],
      both,
    ],
    [
      'each once',
      [...two('a', [full, full]), ...two('a', [full, full], '2')],
      two('b', [full, full], 'x'),
      both,
    ],
  ])('%s', (_name, before, after, found) => expect(pairs(before, after)).toEqual(found));

  const many = (word: string, count: number, more: (index: number) => More): readonly Call[] =>
    Array.from({ length: count }, (_each, index) => index).flatMap((index): readonly Call[] => [
      [`get /x/${word}${index} ${word}${index}`, more(index)],
      [`get /x/${word}${index}/k ${word}${index}k`, more(index)],
    ]);
  const own = (index: number): More => ({ given: `g${index} h`, result: `a${index} b` });
  const turned = (index: number): More => ({ given: `h g${index}`, result: `b a${index}` });
  const oneOf =
    (alike: number) =>
    (index: number): More =>
      index < alike ? full : own(index);

  it.each<[string, readonly Call[], readonly Call[], number]>([
    ['by equal names', many('w', 60, own), many('v', 60, turned), 120],
    [
      'not by similar names',
      many('w', 60, own),
      many('v', 60, (index) => ({ ...own(index), result: `a${index} b c` })),
      0,
    ],
    ['not by equal names of many', many('w', 60, () => full), many('v', 60, () => full), 0],
    [
      'that are few, by similar names',
      many('w', 50, own),
      many('v', 50, (index) => ({ ...own(index), result: `a${index} b c` })),
      100,
    ],
    ['that are few, each with each', many('w', 50, () => full), many('v', 50, () => full), 100],
    ['of which few are equal', many('w', 60, oneOf(50)), many('v', 60, oneOf(50)), 120],
    ['of which many are equal', many('w', 60, oneOf(51)), many('v', 60, oneOf(51)), 18],
  ])('among many %s', (_name, before, after, count) => expect(pairs(before, after)).toHaveLength(count));

  it.each<[string, readonly Call[], readonly Call[], readonly string[]]>([
    [
      'by the word of most paths, whatever comes first',
      ['a', 'b', 'c'].map((word) => [`get /a/${word} ${word}`, full] as const),
      ['f/a', 'f/b', 'e/a', 'e/b', 'e/c'].map((path) => [`get /${path} ${path}`, full] as const),
      ['a = e/a', 'b = e/b', 'c = e/c'],
    ],
    [
      'not where a single path is left',
      ['a', 'b', 'c', 'z'].map((word) => [`get /a/${word} ${word}`, full] as const),
      ['f/c', 'f/z', 'e/a', 'e/b', 'e/c'].map((path) => [`get /${path} ${path}`, full] as const),
      ['a = e/a', 'b = e/b', 'c = e/c'],
    ],
    [
      'not where a single path is left there',
      ['a/a', 'a/b', 'a/c', 'b/c', 'b/z'].map((path) => [`get /${path} ${path}`, full] as const),
      ['a', 'b', 'c', 'z'].map((word) => [`get /e/${word} ${word}`, full] as const),
      ['a/a = a', 'a/b = b', 'a/c = c'],
    ],
    [
      'not where words are divided otherwise',
      ['w/ab/c', 'w/ab/d'].map((path) => [`get /${path} ${path}`, full] as const),
      ['v/a/bc', 'v/a/bd'].map((path) => [`get /${path} ${path}`, full] as const),
      [],
    ],
    ['not of the same path', two('a', [full, full]), two('a', [full, full], 'x'), []],
  ])('%s', (_name, before, after, found) => expect(pairs(before, after)).toEqual(found));
});

it('paths have a usual form', () => {
  const forms = ['get /a/{b}/', 'get /', 'get /a{b}c', 'get /{a}/{b}'].map((call) => method(call).method);
  expect(forms.map(normalPath)).toEqual(['/a/{}', '/', '/a{}c', '/{}/{}']);
  expect(forms.map(pathNames)).toEqual([['b'], [], ['b'], ['a', 'b']]);
});

it.each([
  ['https://a.com/v1', '/v1'],
  ['https://a.com/v1/', '/v1'],
  ['HTTPS://a.com/v1/x/', '/v1/x'],
  ['svn+ssh-1.0://a.com/v1', '/v1'],
  ['//a.com/v1', '/v1'],
  ['https://a.com', ''],
  ['https://a.com/', ''],
  ['/v1', ''],
  ['1://a/v1', ''],
  ['x https://a/v1', ''],
  [undefined, ''],
])('the path of the server %s is %s', (url, prefix) => {
  const environments = url === undefined ? [] : [{ url }, { url: 'https://b.com/v2' }];
  expect(prefixOf({ client: { environments } } as unknown as Api)).toBe(prefix);
});
