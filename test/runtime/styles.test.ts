import { createServer } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import {
  cookieParam,
  cookies,
  headerParam,
  jsonParam,
} from '../../templates/typescript/runtime/internal/params.ts';
import {
  jsonPart,
  label,
  matrix,
  path,
  pathOf,
  simple,
  templateOf,
} from '../../templates/typescript/runtime/internal/path.ts';
import { type QueryDefaults, stringifyQuery } from '../../templates/typescript/runtime/internal/query.ts';
import { type ParamStyle, styled } from '../../templates/typescript/runtime/internal/query-styles.ts';
import { TestClient } from './support.ts';

const list = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

describe('path styles, by the table of OpenAPI 3.1.1 section 4.8.12.5', () => {
  // Made in the test: what fails while tests are gathered is no failed test, to a mutant.
  const rows: readonly (readonly [string, () => string, string])[] = [
    ['matrix, empty', () => path`/${matrix('color', '')}`, '/;color'],
    ['matrix, text', () => path`/${matrix('color', 'blue')}`, '/;color=blue'],
    ['matrix, array', () => path`/${matrix('color', list)}`, '/;color=blue,black,brown'],
    ['matrix, object', () => path`/${matrix('color', object)}`, '/;color=R,100,G,200,B,150'],
    ['matrix exploded, text', () => path`/${matrix('color', 'blue', { explode: true })}`, '/;color=blue'],
    ['matrix exploded, empty', () => path`/${matrix('color', '', { explode: true })}`, '/;color'],
    [
      'matrix exploded, array',
      () => path`/${matrix('color', list, { explode: true })}`,
      '/;color=blue;color=black;color=brown',
    ],
    [
      'matrix exploded, object',
      () => path`/${matrix('color', object, { explode: true })}`,
      '/;R=100;G=200;B=150',
    ],
    ['label, text', () => path`/x${label('blue')}`, '/x.blue'],
    ['label, array', () => path`/${label(list)}`, '/.blue,black,brown'],
    ['label, object', () => path`/${label(object)}`, '/.R,100,G,200,B,150'],
    ['label exploded, array', () => path`/${label(list, { explode: true })}`, '/.blue.black.brown'],
    ['label exploded, object', () => path`/${label(object, { explode: true })}`, '/.R=100.G=200.B=150'],
    ['simple, text', () => path`/${simple('blue')}`, '/blue'],
    ['simple, array', () => path`/${simple(list)}`, '/blue,black,brown'],
    ['simple, object', () => path`/${simple(object)}`, '/R,100,G,200,B,150'],
    ['simple exploded, array', () => path`/${simple(list, { explode: true })}`, '/blue,black,brown'],
    ['simple exploded, object', () => path`/${simple(object, { explode: true })}`, '/R=100,G=200,B=150'],
    ['separators in items', () => path`/${simple(['a,b', 'c/d'])}`, '/a%2Cb,c%2Fd'],
    ['content', () => path`/${jsonPart({ a: [1] })}`, '/%7B%22a%22%3A%5B1%5D%7D'],
  ];
  it.each(rows)('%s', (_title, actual, expected) => {
    expect(actual()).toBe(expected);
  });
});

describe('the values of a path', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('hold no %s', (value) => {
    expect(() => pathOf('id')`/a/${value}`).toThrow('Path parameter id must be a finite number');
  });

  it.each(['..', '.', '%2e', '%2E.', '.%2e'])('never make the segment %s, wherever they stand', (text) => {
    // A value is encoded; the text around it, and styled parts, are not.
    const dots = text.includes('%') ? simple('') : text;
    const raw = (before: string, after: string) => () =>
      pathOf('a')(
        Object.assign([before, text.includes('%') ? text + after : after], {
          raw: [],
        }) as TemplateStringsArray,
        dots,
      );
    for (const make of [
      raw('', ''),
      raw('/', ''),
      raw('/a/', '/b'),
      raw('/', '?q'),
      raw('/', '#f'),
      raw('?', ''),
    ]) {
      expect(make).toThrow('dot segment');
    }
    expect(raw('/a', '')()).toContain('/a');
    expect(raw('/', '-b')()).toContain('-b');
  });

  it('are text of some length where they are a segment of their own', () => {
    for (const make of [
      () => path`${''}`,
      () => path`/${''}`,
      () => path`/a/${''}/b`,
      () => path`/${''}?q`,
      () => path`/${''}#f`,
      () => path`${''}/b`,
    ]) {
      expect(make).toThrow('Path parameter 1 is empty');
    }
    expect([path`/a${''}`, path`/${''}a/b`, path`/${''}${'b'}`, path`/a${''}/b`]).toEqual([
      '/a',
      '/a/b',
      '/b',
      '/a/b',
    ]);
    expect(() => pathOf('id', 'name')`/${'a'}/${''}`).toThrow('Path parameter name is empty');
    expect(() => pathOf('id')`/${'a'}/${null}`).toThrow('Path parameter 2 is null');
  });

  it('of absent parts are told by their names, and of parts that are none by what they are', () => {
    for (const make of [simple, label, jsonPart, (value: unknown) => matrix('m', value)]) {
      expect([make(null), make(undefined)]).toEqual([null, undefined]);
      expect(() => pathOf('id')`/${make(undefined)}`).toThrow('Path parameter id is undefined');
    }
    expect(() => label([{}])).toThrow('The path parameter must be a string');
    expect(() => pathOf('id')`/${{}}`).toThrow('Path parameter id must be a string');
    expect(path`/${'a$&+,:;=@/?#%b'}`).toBe('/a$&+,:;=@%2F%3F%23%25b');
  });
});

describe('query styles, by the same table', () => {
  const rows: readonly (readonly [ParamStyle, unknown, string])[] = [
    [{ style: 'form', explode: false }, '', 'color='],
    [{ style: 'form', explode: false }, 'blue', 'color=blue'],
    [{ style: 'form', explode: false }, list, 'color=blue,black,brown'],
    [{ style: 'form', explode: false }, object, 'color=R,100,G,200,B,150'],
    [{ style: 'form' }, '', 'color='],
    [{ style: 'form' }, 'blue', 'color=blue'],
    [{ style: 'form' }, list, 'color=blue&color=black&color=brown'],
    [{ style: 'form' }, object, 'R=100&G=200&B=150'],
    [{ style: 'form', explode: false }, [], ''],
    [{ style: 'spaceDelimited' }, list, 'color=blue%20black%20brown'],
    [{ style: 'spaceDelimited' }, object, 'color=R%20100%20G%20200%20B%20150'],
    [{ style: 'spaceDelimited', explode: true }, list, 'color=blue&color=black&color=brown'],
    [{ style: 'pipeDelimited' }, list, 'color=blue%7Cblack%7Cbrown'],
    [{ style: 'pipeDelimited' }, object, 'color=R%7C100%7CG%7C200%7CB%7C150'],
    [{ style: 'deepObject' }, object, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
    [
      { style: 'deepObject' },
      { a: { b: 1 }, c: [1, 2], d: undefined },
      'color%5Ba%5D%5Bb%5D=1&color%5Bc%5D=1&color%5Bc%5D=2',
    ],
    [{ content: 'json' }, { a: 'x&y' }, 'color=%7B%22a%22%3A%22x%26y%22%7D'],
    [{ allowReserved: true }, 'a/b?c:d@e$f,g;h=i', 'color=a/b?c:d@e$f,g;h=i'],
    [{ allowReserved: true }, 'a&b#c+d%20[e]', 'color=a%26b%23c%2Bd%2520%5Be%5D'],
    [{ allowReserved: true, explode: false }, ['a/b', 'c'], 'color=a/b,c'],
    [{ explode: false }, ['a,b', 'c d'], 'color=a%2Cb,c%20d'],
    [{ explode: false }, { a: 1, b: undefined }, 'color=a,1'],
  ];
  it.each(rows)('%j of %j', (style, value, expected) => {
    expect(stringifyQuery({ color: value }, {}, styled({ color: style }))).toBe(expected);
  });

  it('applies a style to its own parameter only, whatever that is called', () => {
    expect(
      stringifyQuery({ constructor: [1, 2], a: [1, 2] }, { arrayFormat: 'comma' }, styled({ a: {} })),
    ).toBe('constructor=1,2&a=1&a=2');
  });

  it('refuses values that have no written form', () => {
    expect(() => stringifyQuery({ a: [{ b: 1 }] }, {}, styled({ a: { explode: false } }))).toThrow(
      'a must be a string',
    );
    expect(() => stringifyQuery({ a: Symbol('x') })).toThrow('a must be a string');
  });
});

describe('query defaults', () => {
  const query = { a: [1, 'x y'], o: { p: { q: true }, n: null }, d: new Date(0), u: undefined, e: [] };
  const rows: readonly (readonly [QueryDefaults, string])[] = [
    [{}, 'a=1&a=x%20y&o[p][q]=true&o[n]=&d=1970-01-01T00%3A00%3A00.000Z'],
    [{ arrayFormat: 'comma' }, 'a=1,x%20y&o[p][q]=true&o[n]=&d=1970-01-01T00%3A00%3A00.000Z'],
    [{ arrayFormat: 'indices' }, 'a[0]=1&a[1]=x%20y&o[p][q]=true&o[n]=&d=1970-01-01T00%3A00%3A00.000Z'],
    [{ arrayFormat: 'brackets' }, 'a[]=1&a[]=x%20y&o[p][q]=true&o[n]=&d=1970-01-01T00%3A00%3A00.000Z'],
    [{ nestedFormat: 'dots' }, 'a=1&a=x%20y&o.p.q=true&o.n=&d=1970-01-01T00%3A00%3A00.000Z'],
  ];
  it.each(rows)('%j', (defaults, expected) => {
    expect(stringifyQuery(query, defaults).replaceAll('%5B', '[').replaceAll('%5D', ']')).toBe(expected);
  });

  it.each<[string, Record<string, unknown>, QueryDefaults, string]>([
    ['a list with an object in it', { a: [1, { b: 2 }] }, { arrayFormat: 'comma' }, 'a=1&a[b]=2'],
    ['a list with nothing in it', { a: [1, undefined, 2] }, { arrayFormat: 'comma' }, 'a=1,2'],
    ['a list of nothing', { a: [undefined] }, { arrayFormat: 'comma' }, ''],
    ['a name with brackets', { 'a[]': [1, 2] }, { arrayFormat: 'brackets' }, 'a[]=1&a[]=2'],
    ['a name with brackets', { 'a[]': [1, 2] }, { arrayFormat: 'indices' }, 'a[]=1&a[]=2'],
    ['a name with brackets elsewhere', { '[]a': [1] }, { arrayFormat: 'brackets' }, '[]a[]=1'],
  ])('of %s', (_title, values, defaults, expected) => {
    expect(decodeURIComponent(stringifyQuery(values, defaults))).toBe(expected);
  });

  it('omits what is undefined, also where it has a style', () => {
    expect(stringifyQuery({ a: undefined, b: 1 }, {}, styled({ a: { explode: false } }))).toBe('b=1');
  });

  it('repeats an array of objects even where arrays are joined by commas', () => {
    expect(decodeURIComponent(stringifyQuery({ a: [{ b: 1 }, [2]] }, { arrayFormat: 'comma' }))).toBe(
      'a[b]=1&a=2',
    );
  });
});

describe('header and cookie parameters', () => {
  it('writes headers in simple style', () => {
    expect(headerParam('blue')).toBe('blue');
    expect(headerParam(list)).toBe('blue,black,brown');
    expect(headerParam(object)).toBe('R,100,G,200,B,150');
    expect(headerParam(object, { explode: true })).toBe('R=100,G=200,B=150');
    expect(headerParam(null)).toBeNull();
    expect(headerParam(undefined)).toBeUndefined();
    expect(jsonParam({ a: 1 })).toBe('{"a":1}');
    expect(jsonParam(null)).toBeNull();
  });

  it('writes cookies in form style', () => {
    expect(cookieParam('color', list)).toBe('color=blue,black,brown');
    expect(cookieParam('color', list, { explode: true })).toBe('color=blue; color=black; color=brown');
    expect(cookieParam('color', object)).toBe('color=R,100,G,200,B,150');
    expect(cookieParam('color', object, { explode: true })).toBe('R=100; G=200; B=150');
    expect(cookieParam('color', 'a;b', { explode: true })).toBe('color=a%3Bb');
    expect(cookies([cookieParam('a', 1), cookieParam('b', undefined), cookieParam('c', 2)])).toEqual({
      cookie: 'a=1; c=2',
    });
    expect(cookies([undefined])).toEqual({ cookie: undefined });
  });
});

describe('the template of a path', () => {
  it('is known for the path that was built last', () => {
    const built = pathOf('id', 'name')`/a/${1}/b/${'x'}/c`;
    expect(templateOf(built)).toBe('/a/{id}/b/{name}/c');
    expect(templateOf('/a/2/b/x/c')).toBe('/a/2/b/x/c');
    expect([templateOf(path`/a/${1}/${2}`), templateOf(built)]).toEqual(['/a/{1}/{2}', built]);
  });

  it('is the path itself where none was built', async () => {
    vi.resetModules();
    const fresh = await import('../../templates/typescript/runtime/internal/path.ts');
    expect(fresh.templateOf('/a/1')).toBe('/a/1');
  });
});

describe('the path tag', () => {
  it('encodes what would leave the segment, and keeps the rest readable', () => {
    expect(path`/s/${'a/b?c#d e%'}/${'@x:y'}/${1}/${true}/${10n}/${new Date(0)}`).toBe(
      '/s/a%2Fb%3Fc%23d%20e%25/@x:y/1/true/10/1970-01-01T00:00:00.000Z',
    );
  });

  it.each([null, undefined, {}, [], () => 1, Symbol('s')])('refuses %s', (value) => {
    expect(() => path`/s/${value}`).toThrow(/Path parameter 1/);
  });

  it.each(['.', '..'])('refuses the segment %s', (value) => {
    expect(() => path`/s/${value}/t`).toThrow('dot segment');
    expect(() => path`/s/${value}?q=1`).toThrow('dot segment');
  });

  it('refuses a dot segment made of two values, and an encoded one', () => {
    expect(() => path`/s/${'.'}${'.'}`).toThrow('dot segment');
    expect(() => path`/s/%2e${'.'}`).toThrow('dot segment');
    expect(path`/s/${'%2e%2e'}/${'...'}/${'.a'}`).toBe('/s/%252e%252e/.../.a');
  });

  it('refuses an empty text where it would be a whole segment', () => {
    const [id, rest] = ['', 'a'];
    expect(() => pathOf('id')`/items/${id}`).toThrow('Path parameter id is empty');
    expect(() => pathOf('id')`/items/${id}/parts`).toThrow('Path parameter id is empty');
    expect(() => pathOf('id')`/items/${id}?all`).toThrow('Path parameter id is empty');
    expect(() => path`/items/${id}${id}`).toThrow('Path parameter 2 is empty');
    expect(() => pathOf('id')`/items/${null}`).toThrow('Path parameter id is null');
    expect(path`/items/${id}${rest}/v${id}/${id}.json`).toBe('/items/a/v/.json');
  });

  it('refuses a styled parameter without a value', () => {
    expect(() => pathOf('ids')`/${simple(null)}`).toThrow('Path parameter ids is null');
    expect(() => path`/${label(undefined)}`).toThrow('Path parameter 1 is undefined');
    expect(() => pathOf('ids')`/${simple([])}`).toThrow('Path parameter ids is empty');
    expect(() => path`/${simple('..')}`).toThrow('dot segment');
  });
});

it('means the same to a server that decodes it', async () => {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ path: url.pathname.split('/').map(decodeURIComponent), query: [...url.searchParams] }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = new TestClient({ baseURL: `http://127.0.0.1:${port}/base/` });
  const hostile = 'ü&=+#?/%20 ;,[]😀';
  const seen = await client.get(path`/x/${hostile}/y`, {
    query: { q: hostile, [hostile]: 1, list: [hostile, 2] },
    querySerialization: styled({ list: { allowReserved: true } }),
  });
  server.close();
  expect(seen).toEqual({
    path: ['', 'base', 'x', hostile, 'y'],
    query: [
      ['q', hostile],
      [hostile, '1'],
      ['list', hostile],
      ['list', '2'],
    ],
  });
});
