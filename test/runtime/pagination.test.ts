import { describe, expect, expectTypeOf, it } from 'vitest';
import { SDKError } from '../../templates/typescript/runtime/error.ts';
import * as pages from '../../templates/typescript/runtime/pagination.ts';
import { collect, failure, fakeFetch, json, type Recorded, TestClient } from './support.ts';

interface Item {
  readonly id: number;
}
const items = (...ids: number[]): Item[] => ids.map((id) => ({ id }));

/** Runs through a list and gives the ids and what was asked for. */
async function walk(
  Page: pages.PageClass<pages.AbstractPage<Item>, Item>,
  answers: readonly ((request: Recorded) => Response)[],
  options: { query?: object; body?: object; headers?: Record<string, string>; method?: 'get' | 'post' } = {},
): Promise<{ ids: number[]; asked: string[] }> {
  const { fetch, requests } = fakeFetch(...answers);
  const client = new TestClient({ fetch, defaultQuery: { v: '1' } });
  const { method = 'get', ...rest } = options;
  const ids = (await collect(client.requestAPIList(Page, { method, path: '/x', ...rest }))).map(
    (item) => item.id,
  );
  const asked = requests.map(
    (request) =>
      request.url.replace('http://api.test/x?v=1', '') +
      request.body +
      (request.headers.get('x-cursor') ?? ''),
  );
  return { ids, asked };
}
const page =
  (body: unknown, headers: Record<string, string> = {}) =>
  (): Response =>
    json(body, { headers });

class Numbered extends pages.AbstractPageNumberPage<Item> {
  static override readonly scheme: pages.PageNumberScheme = { items: ['data'], page: 'page' };
}
class Totals extends pages.AbstractPageNumberPage<Item> {
  static override readonly scheme: pages.PageNumberScheme = {
    items: ['data'],
    page: 'page',
    current: ['meta', 'page'],
    total: ['meta', 'pages'],
  };
}
class Offset extends pages.AbstractOffsetPage<Item> {
  static override readonly scheme: pages.OffsetScheme = {
    items: ['data'],
    offset: 'offset',
    start: ['offset'],
    total: ['total'],
  };
}
class Cursor extends pages.AbstractCursorPage<Item> {
  static override readonly scheme: pages.CursorScheme = {
    items: ['data'],
    cursor: 'after',
    next: ['next'],
    previousCursor: 'before',
    previous: ['previous'],
  };
}
class CursorID extends pages.AbstractCursorIDPage<Item> {
  static override readonly scheme: pages.CursorIDScheme = {
    items: ['data'],
    id: ['id'],
    after: 'after',
    before: 'before',
    hasMore: ['has_more'],
  };
}
class CursorURL extends pages.AbstractCursorURLPage<Item> {
  static override readonly scheme: pages.CursorURLScheme = { items: ['data'], next: ['next'] };
}

it('ask with what was asked for, not with what a hook made of it', async () => {
  const { fetch, requests } = fakeFetch(
    page({ data: items(1) }),
    page({ data: items(2) }),
    page({ data: [] }),
  );
  class Hooked extends TestClient {
    protected override prepareOptions(options: { path: string }): void {
      options.path = `/v1${options.path}`;
    }
  }
  await collect(new Hooked({ fetch }).getAPIList('/x', Numbered));
  expect(requests.map((request) => request.url)).toEqual([
    'http://api.test/v1/x',
    'http://api.test/v1/x?page=2',
    'http://api.test/v1/x?page=3',
  ]);
});

describe('page numbers', () => {
  it('end at the first empty page when there is no total', async () => {
    const { ids, asked } = await walk(Numbered, [
      page({ data: items(1, 2) }),
      page({ data: items(3) }),
      page({ data: [] }),
    ]);
    expect(ids).toEqual([1, 2, 3]);
    expect(asked).toEqual(['', '&page=2', '&page=3']);
  });

  it('continue from the page that was asked for', async () => {
    const { asked } = await walk(Numbered, [page({ data: items(1) }), page({})], { query: { page: '7' } });
    expect(asked).toEqual(['&page=7', '&page=8']);
  });

  it('go by the total, over an empty page', async () => {
    const at = (number: number, data: Item[]): (() => Response) =>
      page({ data, meta: { page: number, pages: '3' } });
    const { ids, asked } = await walk(Totals, [at(1, items(1)), at(2, []), at(3, items(3))]);
    expect(ids).toEqual([1, 3]);
    expect(asked).toHaveLength(3);
  });

  it('may start at zero', async () => {
    class Zero extends pages.AbstractPageNumberPage<Item> {
      static override readonly scheme: pages.PageNumberScheme = {
        items: ['data'],
        page: 'page',
        first: 0,
        total: ['pages'],
      };
    }
    const { asked } = await walk(Zero, [
      page({ data: items(1), pages: 2 }),
      page({ data: items(2), pages: 2 }),
    ]);
    expect(asked).toEqual(['', '&page=1']);
  });

  it('fail when the server stays on one page', async () => {
    const stuck = page({ data: items(1), meta: { page: 1, pages: 9 } });
    expect(await failure(walk(Totals, [stuck]))).toMatchObject({
      message: 'The server returned an earlier page (2 after 2); stopped to avoid an endless loop.',
    });
  });

  it('fail when the server does not know the parameter and sends the same page again', async () => {
    const { fetch, requests } = fakeFetch(page({ data: items(1, 2) }));
    const list = new TestClient({ fetch, maxRetries: 0 }).getAPIList('/x', Numbered);
    expect(await failure(collect(list))).toMatchObject({ message: expect.stringContaining('endless loop') });
    expect(requests.length).toBeLessThan(4);
  });

  it('fail when the server starts again after the last page', async () => {
    const pages = [1, 2, 3].map((id) => page({ data: items(id) }));
    const { fetch, requests } = fakeFetch(...Array.from({ length: 20 }, () => pages).flat());
    const list = new TestClient({ fetch, maxRetries: 0 }).getAPIList('/x', Numbered);
    expect(await failure(collect(list))).toBeInstanceOf(SDKError);
    expect(requests.length).toBeLessThan(12);
  });

  it('may repeat their items when the server tells the number of the page', async () => {
    const told = (number: number) => page({ data: items(1), meta: { page: number, pages: 4 } });
    expect((await walk(Totals, [told(1), told(2), told(3), told(4)])).ids).toEqual([1, 1, 1, 1]);
  });

  it('may repeat their items when the server tells the number of the page or of all pages alone', async () => {
    const at = (meta: object) => page({ data: items(1), meta });
    expect(
      (await walk(Totals, [at({ page: 1 }), at({ page: 2 }), at({ page: 3 }), page({ data: [] })])).ids,
    ).toEqual([1, 1, 1]);
    expect((await walk(Totals, [at({ pages: 3 })])).asked).toEqual(['', '&page=2', '&page=3']);
  });

  it('take only numbers for numbers', async () => {
    const end = page({ data: [] });
    for (const pages of [' ', 'all', 'Infinity', true, {}, []]) {
      expect(
        (await walk(Totals, [page({ data: items(1), meta: { pages } }), end])).asked,
        String(pages),
      ).toEqual(['', '&page=2']);
    }
    expect((await walk(Numbered, [page({ data: items(1) }), end], { query: { page: 'x' } })).asked).toEqual([
      '&page=x',
      '&page=2',
    ]);
  });

  it('go over empty pages only where the server says that there are more, and not for ever', async () => {
    class More extends pages.AbstractPageNumberPage<Item> {
      static override readonly scheme: pages.PageNumberScheme = {
        items: ['data'],
        page: 'page',
        hasMore: ['more'],
      };
    }
    const answer = (more: unknown, ...ids: number[]) => page({ data: items(...ids), more });
    expect(await walk(More, [answer(true, 1), answer(1), answer('yes'), answer(true), answer(0, 2)])).toEqual(
      { ids: [1, 2], asked: ['', '&page=2', '&page=3', '&page=4', '&page=5'] },
    );
    for (const none of [null, '', undefined, false, 'false', 0])
      expect((await walk(More, [answer(true, 1), answer(none)])).asked, String(none)).toHaveLength(2);
    for (const last of [false, 'false', 0])
      expect((await walk(More, [answer(last, 1)])).asked, String(last)).toHaveLength(1);
    // Whoever ignores the parameter says for ever that there is more.
    let asked = 0;
    expect(await failure(walk(More, [() => (asked++ > 50 ? json({}) : answer(true, 1)())]))).toMatchObject({
      message: expect.stringContaining('same page'),
    });
    class Patient extends pages.AbstractPageNumberPage<Item> {
      static override readonly scheme: pages.PageNumberScheme = {
        items: ['data'],
        page: 'page',
        continueOnEmpty: true,
      };
    }
    asked = 0;
    expect(
      await failure(walk(Patient, [() => (asked++ > 50 ? json({ data: 1 }) : page({ data: [] })())])),
    ).toMatchObject({ message: expect.stringContaining('same page') });
  });

  it('go by has_more in a header, over empty pages', async () => {
    class More extends pages.AbstractPageNumberPage<Item> {
      static override readonly scheme: pages.PageNumberScheme = {
        items: [],
        page: 'p',
        in: 'header',
        hasMore: { header: 'x-more' },
      };
    }
    const { fetch, requests } = fakeFetch(
      page(items(1), { 'x-more': 'true' }),
      page([], { 'x-more': 'true' }),
      page(items(2), { 'x-more': 'false' }),
    );
    const list = new TestClient({ fetch }).getAPIList('/x', More as pages.PageClass<More, Item>);
    expect(await collect(list)).toEqual(items(1, 2));
    expect(requests.map((request) => request.headers.get('p'))).toEqual([null, '2', '3']);
    expect(await list).toMatchObject({ items: items(1) });
  });
});

describe('offsets', () => {
  it('end at the total, an empty page, or go on', async () => {
    const first = page({ data: items(1, 2), offset: 0, total: 3 });
    expect(await walk(Offset, [first, page({ data: items(3), offset: 2, total: 3 })])).toEqual({
      ids: [1, 2, 3],
      asked: ['', '&offset=2'],
    });
    expect((await walk(Offset, [page({ data: items(1) }), page({ data: [] })])).asked).toEqual([
      '',
      '&offset=1',
    ]);
    expect(
      (await walk(Offset, [page({ data: items(1), total: 11 })], { query: { offset: 10 } })).asked,
    ).toEqual(['&offset=10']);
  });

  it('go by what the server says of the place of a page', async () => {
    const own = await walk(Offset, [
      page({ data: items(1, 2), offset: 5 }),
      page({ data: items(3), offset: 7 }),
      page({ data: [] }),
    ]);
    expect(own.asked).toEqual(['', '&offset=7', '&offset=8']);
    const same = await walk(Offset, [
      page({ data: items(1), offset: 0 }),
      page({ data: items(1), offset: 1 }),
      page({ data: items(1), offset: 2 }),
      page({}),
    ]);
    expect(same.ids).toEqual([1, 1, 1]);
    expect((await walk(Offset, [page({ data: items(1), total: 3 })])).asked).toEqual([
      '',
      '&offset=1',
      '&offset=2',
    ]);
  });

  it('end where there is nothing to move on by', async () => {
    class Patient extends pages.AbstractOffsetPage<Item> {
      static override readonly scheme: pages.OffsetScheme = {
        items: ['data'],
        offset: 'offset',
        continueOnEmpty: true,
      };
    }
    expect((await walk(Patient, [page({ data: items(1) }), page({ data: [] })])).asked).toEqual([
      '',
      '&offset=1',
    ]);
  });

  it('fail when the server goes back', async () => {
    expect(await failure(walk(Offset, [page({ data: items(1), offset: 0 })]))).toBeInstanceOf(SDKError);
  });

  it('fail when the server does not know the parameter and sends the same page again', async () => {
    class Blind extends pages.AbstractOffsetPage<Item> {
      static override readonly scheme: pages.OffsetScheme = { items: ['data'], offset: 'offset' };
    }
    const { fetch, requests } = fakeFetch(page({ data: items(1, 2) }));
    const list = new TestClient({ fetch, maxRetries: 0 }).getAPIList('/x', Blind);
    expect(await failure(collect(list))).toMatchObject({ message: expect.stringContaining('endless loop') });
    expect(requests.length).toBeLessThan(4);
  });

  it('travel in the body', async () => {
    class Body extends pages.AbstractOffsetPage<Item> {
      static override readonly scheme: pages.OffsetScheme = { items: ['data'], offset: 'offset', in: 'body' };
    }
    const { asked } = await walk(
      Body,
      [page({ data: items(1) }), page({ data: items(2) }), page({ data: [] })],
      { method: 'post', body: { q: 1 } },
    );
    expect(asked).toEqual(['{"q":1}', '{"q":1,"offset":1}', '{"q":1,"offset":2}']);
  });

  it('have an idempotency key each, as the server would repeat the first page for the same one', async () => {
    class Body extends pages.AbstractOffsetPage<Item> {
      static override readonly scheme: pages.OffsetScheme = { items: ['data'], offset: 'offset', in: 'body' };
    }
    const { fetch, requests } = fakeFetch(
      json({ data: items(1) }),
      json({ data: items(2) }),
      json({ data: [] }),
    );
    const client = new TestClient({ fetch, settings: { idempotencyHeader: 'Idempotency-Key' } });
    await collect(
      client.requestAPIList(Body as pages.PageClass<Body, Item>, {
        method: 'post',
        path: '/x',
        idempotencyKey: 'mine',
      }),
    );
    const keys = requests.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).toBe('mine');
    expect(new Set(keys).size).toBe(3);
  });
});

describe('cursors', () => {
  it('go forward and backward', async () => {
    const forward = await walk(
      Cursor,
      [page({ data: items(1), next: 'b', previous: 'z' }), page({ data: items(2), next: null })],
      { query: { limit: 1 } },
    );
    expect(forward).toEqual({ ids: [1, 2], asked: ['&limit=1', '&limit=1&after=b'] });
    const backward = await walk(
      Cursor,
      [page({ data: items(2), previous: 'a', next: 'c' }), page({ data: items(1), previous: '' })],
      { query: { before: 'b' } },
    );
    expect(backward).toEqual({ ids: [2, 1], asked: ['&before=b', '&before=a'] });
  });

  it('go backward only where the request asks for that alone', async () => {
    const both = page({ data: items(1), previous: 'a', next: 'c' });
    const end = page({ data: [] });
    expect((await walk(Cursor, [both, end], { query: { before: 'b', after: 'd' } })).asked[1]).toBe(
      '&before=b&after=c',
    );
    for (const after of [null, ''])
      expect(
        (await walk(Cursor, [both, end], { query: { before: 'b', after } })).asked[1],
        String(after),
      ).toContain('before=a');
    for (const before of [null, '', undefined])
      expect((await walk(Cursor, [both, end], { query: { before } })).asked[1], String(before)).toContain(
        'after=c',
      );
    for (const before of [0, 'x'])
      expect((await walk(Cursor, [both, end], { query: { before } })).asked[1], String(before)).toBe(
        '&before=a',
      );
  });

  it('are texts or numbers', async () => {
    for (const next of [true, {}, ['b']])
      expect((await walk(Cursor, [page({ data: items(1), next })])).asked, String(next)).toHaveLength(1);
    expect((await walk(Cursor, [page({ data: items(1), next: 0 }), page({ data: [] })])).asked).toEqual([
      '',
      '&after=0',
    ]);
  });

  it('in a body are told apart', async () => {
    class Body extends pages.AbstractCursorPage<Item> {
      static override readonly scheme: pages.CursorScheme = {
        items: ['data'],
        in: 'body',
        cursor: 'after',
        next: ['next'],
      };
    }
    const answers = ['a', 'b', 'c', undefined].map((next, index) => page({ data: items(index), next }));
    expect((await walk(Body, answers, { method: 'post' })).asked).toEqual([
      '',
      '{"after":"a"}',
      '{"after":"b"}',
      '{"after":"c"}',
    ]);
  });

  it('end at an empty page, unless the scheme goes on', async () => {
    expect((await walk(Cursor, [page({ data: [], next: 'b' })])).asked).toHaveLength(1);
    class Patient extends pages.AbstractCursorPage<Item> {
      static override readonly scheme: pages.CursorScheme = {
        items: ['data'],
        cursor: 'after',
        next: ['next'],
        continueOnEmpty: true,
      };
    }
    const { ids } = await walk(Patient, [
      page({ data: [], next: 'b' }),
      page({ data: items(1), next: 3 }),
      page({ data: items(2) }),
    ]);
    expect(ids).toEqual([1, 2]);
  });

  it('come from headers and travel in headers', async () => {
    class InHeader extends pages.AbstractCursorPage<Item> {
      static override readonly scheme: pages.CursorScheme = {
        items: [],
        in: 'header',
        cursor: 'X-Cursor',
        next: { header: 'x-next' },
      };
    }
    const answers = [page(items(1), { 'x-next': 'b' }), page(items(2), { 'x-next': 'c' }), page(items(3))];
    expect(await walk(InHeader, answers)).toEqual({ ids: [1, 2, 3], asked: ['', 'b', 'c'] });
    expect(await failure(walk(InHeader, [page(items(1), { 'x-next': 'b' })]))).toBeInstanceOf(SDKError);
  });

  it('fail at once when the server repeats itself', async () => {
    const { fetch, requests } = fakeFetch(page({ data: items(1), next: 'same' }));
    const list = new TestClient({ fetch }).getAPIList('/x', Cursor as pages.PageClass<Cursor, Item>);
    expect(await failure(collect(list))).toMatchObject({ message: expect.stringContaining('endless loop') });
    expect(requests).toHaveLength(2);
  });

  it('fail when the server goes around in a circle', async () => {
    let count = 0;
    const circle = (): Response => json({ data: items(count), next: `c${count++ % 7}` });
    expect(await failure(walk(Cursor, [circle]))).toBeInstanceOf(SDKError);
    expect(count).toBeLessThan(30);
  });

  it('fail when the server leads into a circle later on', async () => {
    let count = 0;
    const late = (): Response =>
      count > 200
        ? json({ data: 1 })
        : json({ data: items(count), next: `c${count < 5 ? count++ : 5 + (count++ % 7)}` });
    expect(await failure(walk(Cursor, [late]))).toMatchObject({
      message: expect.stringContaining('same page'),
    });
    expect(count).toBeLessThan(40);
  });
});

describe('cursors made of identifiers', () => {
  it('go forward, backward, and stop by has_more', async () => {
    const forward = await walk(CursorID, [
      page({ data: items(1, 2), has_more: true }),
      page({ data: items(3), has_more: false }),
    ]);
    expect(forward).toEqual({ ids: [1, 2, 3], asked: ['', '&after=2'] });
    const backward = await walk(CursorID, [page({ data: items(8, 9) }), page({ data: [] })], {
      query: { before: 10 },
    });
    expect(backward.asked).toEqual(['&before=10', '&before=8']);
  });

  it('go backward where there is no other way, and forward where nothing is asked for', async () => {
    class Back extends pages.AbstractCursorIDPage<Item> {
      static override readonly scheme: pages.CursorIDScheme = {
        items: ['data'],
        id: ['id'],
        before: 'before',
      };
    }
    class On extends pages.AbstractCursorIDPage<Item> {
      static override readonly scheme: pages.CursorIDScheme = { items: ['data'], id: ['id'], after: 'after' };
    }
    const answers = [page({ data: items(8, 9) }), page({ data: [] })];
    expect((await walk(Back, answers)).asked).toEqual(['', '&before=8']);
    expect((await walk(On, answers, { query: { before: 1 } })).asked).toEqual([
      '&before=1',
      '&before=1&after=9',
    ]);
    for (const before of [null, ''])
      expect((await walk(CursorID, answers, { query: { before } })).asked[1], String(before)).toContain(
        'after=9',
      );
  });

  it('end when an item has no identifier', async () => {
    for (const item of [{ name: 'x' }, { id: null }, { id: true }, { id: {} }])
      expect((await walk(CursorID, [page({ data: [item] })])).asked, JSON.stringify(item)).toHaveLength(1);
    expect((await walk(CursorID, [page({ data: [{ id: 'x' }] }), page({ data: [] })])).asked).toEqual([
      '',
      '&after=x',
    ]);
    class None extends pages.AbstractCursorIDPage<Item> {
      static override readonly scheme: pages.CursorIDScheme = { items: ['data'], id: ['id'] };
    }
    expect((await walk(None, [page({ data: items(1) })])).asked).toHaveLength(1);
  });
});

describe('URLs of the next page', () => {
  it('may be absolute or relative, and keep the default query single', async () => {
    const { asked } = await walk(CursorURL, [
      page({ data: items(1), next: 'http://api.test/x?v=1&c=2' }),
      page({ data: items(2), next: '?c=3' }),
      page({ data: items(3), next: null }),
    ]);
    expect(asked).toEqual(['', 'http://api.test/x?c=2&v=1', 'http://api.test/x?c=3&v=1']);
  });

  it('end with an empty page, or with what is no text', async () => {
    expect((await walk(CursorURL, [page({ data: [], next: '?c=2' })])).asked).toHaveLength(1);
    for (const next of [5, true, {}])
      expect((await walk(CursorURL, [page({ data: items(1), next })])).asked, String(next)).toHaveLength(1);
  });

  it('take the place of the whole query', async () => {
    const { asked } = await walk(
      CursorURL,
      [page({ data: items(1), next: '?c=2' }), page({ data: items(2) })],
      { query: { limit: 1 } },
    );
    expect(asked).toEqual(['&limit=1', 'http://api.test/x?c=2&v=1']);
  });

  it.each([
    ['<?c=2>; rel=next', true],
    ['<?c=2>;rel=next', true],
    ['<?c=2>;  REL="NEXT"', true],
    ['<?c=2>; rel="prev next"', true],
    ['<?c=1>; rel="first", <?c=2>; rel=next', true],
    ['<?c=2>; title="a"; rel="next"; type="x"', true],
    ['<?c=2>; rel="nextish"', false],
    ['<?c=2>; rel="anext"', false],
    ['<?c=2>; rel="prev", <next>', false],
    ['<?c=2>; rel="prev"; title="next"', false],
    ['<>', false],
  ])('of the Link header %s', async (link, isThere) => {
    class Link extends pages.AbstractCursorURLPage<Item> {
      static override readonly scheme: pages.CursorURLScheme = { items: [], next: { header: 'link' } };
    }
    expect((await walk(Link, [page(items(1), { link }), page(items(2))])).asked.slice(1)).toEqual(
      isThere ? ['http://api.test/x?c=2&v=1'] : [],
    );
  });

  it('come from a Link header', async () => {
    class Link extends pages.AbstractCursorURLPage<Item> {
      static override readonly scheme: pages.CursorURLScheme = { items: [], next: { header: 'link' } };
    }
    const link = '<http://api.test/x?c=9>; rel="last", <http://api.test/x?c=2>; title="a"; rel="next"';
    const { asked } = await walk(Link, [
      page(items(1), { link }),
      page(items(2), { link: '<http://api.test/x?c=1>; rel="prev"' }),
    ]);
    expect(asked).toEqual(['', 'http://api.test/x?c=2&v=1']);
  });

  it('must not lead the credentials elsewhere', async () => {
    expect(
      await failure(walk(CursorURL, [page({ data: items(1), next: 'https://evil.test/x' })])),
    ).toMatchObject({
      message: 'The link to the next page points to another host: https://evil.test',
    });
    expect(
      await failure(walk(CursorURL, [page({ data: items(1), next: 'http://api.test/x?c=1' })])),
    ).toBeInstanceOf(SDKError);
  });
});

describe('a page', () => {
  class Single extends pages.AbstractSinglePage<Item> {
    declare data: Item[];
    static override readonly scheme: pages.PageScheme = { items: ['data'] };
  }

  it('has the fields of the body, but not in place of its methods', async () => {
    const body = '{"data":[{"id":1}],"body":1,"client":2,"hasNextPage":3,"__proto__":4,"constructor":5}';
    const { fetch } = fakeFetch(new Response(body, { headers: { 'content-type': 'application/json' } }));
    const single = await new TestClient({ fetch }).getAPIList('/x', Single as pages.PageClass<Single, Item>);
    expect(Object.keys(single)).toEqual(['data', 'body', 'client']);
    expect(single.hasNextPage()).toBe(false);
    expect(JSON.parse(JSON.stringify(single))).toEqual({ data: [{ id: 1 }], body: 1, client: 2 });
    expect(await failure(single.getNextPage())).toMatchObject({
      message: expect.stringContaining('no next page'),
    });
    expect(await collect(single)).toEqual(items(1));
    expectTypeOf(single.data).toEqualTypeOf<Item[]>();
  });

  it('has fields that can be set and removed', async () => {
    const single = await new TestClient({
      fetch: fakeFetch(json({ data: items(1), more: 1 })).fetch,
    }).getAPIList('/x', Single as pages.PageClass<Single, Item>);
    single.data = items(2);
    expect([single.data, Reflect.deleteProperty(single, 'more'), Object.keys(single)]).toEqual([
      items(2),
      true,
      ['data'],
    ]);
    // The items are those of the response all the same.
    expect(single.getPaginatedItems()).toEqual(items(1));
  });

  it('has no fields of a body that is a text, and takes the body for the items where no scheme says otherwise', async () => {
    class Bare extends pages.AbstractSinglePage<Item> {}
    const get = async (body: unknown) =>
      await new TestClient({ fetch: fakeFetch(json(body)).fetch }).getAPIList(
        '/x',
        Bare as pages.PageClass<Bare, Item>,
      );
    expect(Object.keys(await get('text'))).toEqual([]);
    const bare = await get(items(1, 2));
    expect([Object.keys(bare), bare.getPaginatedItems()]).toEqual([['items'], items(1, 2)]);
  });

  it('may know the next request itself', async () => {
    class Own extends Single {
      override nextPageRequestOptions(): ReturnType<Single['nextPageRequestOptions']> {
        return this.data[0]?.id === 1 ? { method: 'get', path: '/y' } : null;
      }
    }
    const { fetch, requests } = fakeFetch(page({ data: items(1) }), page({ data: items(2) }));
    expect(
      await collect(new TestClient({ fetch }).getAPIList('/x', Own as pages.PageClass<Own, Item>)),
    ).toEqual(items(1, 2));
    expect(requests.map(({ url }) => url)).toEqual(['http://api.test/x', 'http://api.test/y']);
  });

  it('survives a missing list and refuses one that is no list', async () => {
    const list = (body: unknown): Promise<Item[]> =>
      collect(
        new TestClient({ fetch: fakeFetch(json(body)).fetch }).getAPIList(
          '/x',
          Single as pages.PageClass<Single, Item>,
        ),
      );
    expect(await list({})).toEqual([]);
    expect(await list(null)).toEqual([]);
    expect(await list({ data: null })).toEqual([]);
    expect(await failure(list({ data: {} }))).toMatchObject({ message: expect.stringContaining('no array') });
  });

  it('gives whole pages and the first response', async () => {
    const { fetch } = fakeFetch(page({ data: items(1), next: 'b' }), page({ data: items(2) }));
    const list = new TestClient({ fetch }).getAPIList('/x', Cursor as pages.PageClass<Cursor, Item>);
    const { data, response } = await list.withResponse();
    expect(response.status).toBe(200);
    expect((await collect(data.iterPages())).map((one) => one.getPaginatedItems())).toEqual([
      items(1),
      items(2),
    ]);
  });

  it('stops when the signal is aborted between two pages', async () => {
    const { fetch, requests } = fakeFetch(page({ data: items(1), next: 'b' }));
    const controller = new AbortController();
    const list = new TestClient({ fetch }).getAPIList('/x', Cursor as pages.PageClass<Cursor, Item>, {
      signal: controller.signal,
    });
    const seen: Item[] = [];
    const run = async (): Promise<void> => {
      for await (const item of list) {
        seen.push(item);
        controller.abort();
      }
    };
    expect(await failure(run())).toMatchObject({ name: 'APIUserAbortError' });
    expect(seen).toEqual(items(1));
    expect(requests).toHaveLength(1);
  });
});

it('types pages by their items', () => {
  class Servers<T> extends pages.AbstractPageNumberPage<T> {
    declare servers: T[];
  }
  const client = new TestClient({ fetch: fakeFetch(json({ servers: [] })).fetch });
  const list = (): pages.PagePromise<Servers<Item>, Item, { 404: string }> =>
    client.getAPIList('/x', Servers<Item>, {});
  expectTypeOf(list).returns.resolves.toHaveProperty('servers').toEqualTypeOf<Item[]>();
  expectTypeOf(client.getAPIList('/x', Servers<Item>)).toEqualTypeOf<
    pages.PagePromise<Servers<Item>, Item>
  >();
});

describe('a page without items', () => {
  const warningsOf = async (bodies: readonly unknown[]): Promise<readonly string[]> => {
    class Items extends pages.AbstractPage<Item> {
      static override readonly scheme = { items: ['data', 'items'] };
      protected override nextStep(): null {
        return null;
      }
    }
    const warnings: string[] = [];
    const logger = {
      ...{ error: () => undefined, info: () => undefined, debug: () => undefined },
      warn: (text: string) => void warnings.push(text),
    };
    for (const body of bodies) {
      const { fetch } = fakeFetch(json(body));
      const client = new TestClient({ fetch, logger, logLevel: 'warn' });
      await collect(client.requestAPIList(Items, { method: 'get', path: '/x' }));
    }
    return warnings;
  };
  const WARNING = 'A page has no items at ["data","items"]; treating it as empty';

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['is reported', [{ data: {} }], [WARNING]],
    ['is reported where it is null', [{ data: { items: null } }], [WARNING]],
    ['is reported once', [{}, { other: 1 }], [WARNING]],
    ['is none where the list is empty', [{ data: { items: [] } }], []],
    ['is reported after pages with items', [{ data: { items: items(1) } }, {}], [WARNING]],
  ])('%s', async (_title, bodies, expected) => expect(await warningsOf(bodies)).toEqual(expected));
});
