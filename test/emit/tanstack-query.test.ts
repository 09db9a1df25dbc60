/** `templates/tanstack-query`, compiled and run with the library itself. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Generated, generateInto, runProgram, typeCheck } from '../support/overlay.ts';

const PROGRAM = `
import { MutationObserver, QueryClient, hashKey } from '@tanstack/query-core';
import { Bookshop } from './index.ts';
import {
  authorsKey,
  authorsListPages,
  authorsListQuery,
  booksCoverDownloadQuery,
  booksDeleteMutation,
  booksSearchPages,
  booksRetrieveQuery,
} from './query/index.ts';

const asked: string[] = [];
const json = (value: unknown): Response => Response.json(value);
const fetch = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
  const { pathname, searchParams } = new URL(url);
  asked.push(\`\${init.method} \${pathname}\${searchParams.size > 0 ? \`?\${searchParams}\` : ''}\`);
  if (searchParams.get('limit') === '999')
    return new Promise((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        asked.push('aborted');
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  if (pathname === '/authors')
    return searchParams.has('starting_after')
      ? json({ authors: [{ id: 'second', name: 'Second' }], has_more: false })
      : json({ authors: [{ id: 'first', name: 'First' }], has_more: true });
  if (pathname.endsWith('/cover'))
    return new Response('png', { headers: { 'content-type': 'image/png' } });
  if (pathname === '/books/search')
    return json({ hits: [{ book: { id: 'b' } }], total: 1, offset: 0 });
  if (init.method === 'DELETE') return new Response(null, { status: 204 });
  return json({ id: 'b1', title: 'Emma' });
};
const client = new Bookshop({ baseURL: 'https://shop.example', apiKey: 'k', staffName: 's', staffPassword: 'p', maxRetries: 0, fetch });
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });

export async function use(): Promise<unknown> {
  const book = await queries.fetchQuery(booksRetrieveQuery(client, 'b1'));
  const title = 'title' in book ? book.title : undefined;
  // @ts-expect-error The answer has the type that the method gives.
  const wrong: number = title;
  // @ts-expect-error A book needs an identifier.
  booksRetrieveQuery(client);
  // The cache is asked, and not the server.
  await queries.fetchQuery(booksRetrieveQuery(client, 'b1'));

  const authors = await queries.fetchInfiniteQuery({ ...authorsListPages(client, { limit: 1 }), pages: 3 });
  const ids = authors.pages.flatMap((page) => page.getPaginatedItems().map((author) => author.id));
  const first = await queries.fetchQuery(authorsListQuery(client, { limit: 1 }));
  const found = await queries.fetchInfiniteQuery(booksSearchPages(client, { query: 'emma' }));

  const cover = await queries.fetchQuery(booksCoverDownloadQuery(client, 'b1'));
  const removal = new MutationObserver(queries, booksDeleteMutation(client));
  await removal.mutate({ bookID: 'b 1' });
  // @ts-expect-error Variables are the arguments by name.
  const misspelt = () => removal.mutate({ book: 'b1' });

  const hanging = authorsListQuery(client, { limit: 999 });
  const cancelled = queries.fetchQuery(hanging).catch((error: unknown) => String(error));
  while (!asked.includes('GET /authors?limit=999')) await new Promise((resolve) => setTimeout(resolve, 1));
  await queries.cancelQueries({ queryKey: hanging.queryKey });

  const cached = queries.getQueryCache().findAll({ queryKey: authorsKey }).map((one) => hashKey(one.queryKey));
  return {
    title, ids, firstHasNext: first.hasNextPage(), found: found.pages.length, cover: await cover.text(),
    removed: removal.getCurrentResult().status, cancelled: String(await cancelled).includes('CancelledError'),
    cached, asked, unused: [typeof wrong, typeof misspelt].length,
  };
}
`;

describe('templates/tanstack-query', () => {
  const made: Generated[] = [];
  const generate = async (name: string): Promise<Generated> => {
    const one = await generateInto('tanstack-query', name);
    made.push(one);
    return one;
  };
  let bookshop: Generated;
  beforeAll(async () => {
    bookshop = await generate('bookshop');
  });
  afterAll(() => {
    for (const { dir } of made) rmSync(dir, { recursive: true, force: true });
  });

  it('is one file per resource, and needs nothing of the library', () => {
    expect(bookshop.paths.filter((path) => path.startsWith('src/query/'))).toEqual([
      'src/query/authors-works.ts',
      'src/query/authors.ts',
      'src/query/books-cover.ts',
      'src/query/books-reviews.ts',
      'src/query/books.ts',
      'src/query/bookseller.ts',
      'src/query/catalogue.ts',
      'src/query/client.ts',
      'src/query/events.ts',
      'src/query/genres.ts',
      'src/query/index.ts',
      'src/query/members.ts',
      'src/query/orders.ts',
      'src/query/stores.ts',
    ]);
    const texts = bookshop.paths.map((path) => readFileSync(join(bookshop.dir, path), 'utf8'));
    expect(texts.filter((text) => /from '@tanstack/.test(text))).toEqual([]);
    const { exports, peerDependencies } = JSON.parse(
      readFileSync(join(bookshop.dir, 'package.json'), 'utf8'),
    ) as { readonly exports: object; readonly peerDependencies?: object };
    expect(exports).toHaveProperty(['./query']);
    expect(peerDependencies).toBeUndefined();
  });

  it('has every method once as a query or a mutation, and every list as pages', () => {
    const text = bookshop.paths
      .filter((path) => path.startsWith('src/query/'))
      .map((path) => readFileSync(join(bookshop.dir, path), 'utf8'))
      .join('\n');
    const calls = new Set(
      [...readFileSync(join(bookshop.dir, 'api.md'), 'utf8').matchAll(/client\.[\w.]+(?=\()/g)].map(String),
    );
    const documented = [...text.matchAll(/ options of `(client\.[\w.]+)`/g)].map((match) => match[1] ?? '');
    const webhooks = [...calls].filter((call) => call.startsWith('client.webhooks.'));
    expect(documented.length).toBeGreaterThan(30);
    expect([...new Set(documented)].sort()).toEqual(
      [...calls].filter((one) => !webhooks.includes(one)).sort(),
    );
  });

  it('works with the library itself', async () => {
    await typeCheck(bookshop.dir, PROGRAM);
    const { use } = await runProgram(bookshop.dir);
    const outcome = await (use as () => Promise<unknown>)();
    expect(outcome).toEqual({
      title: 'Emma',
      ids: ['first', 'second'],
      firstHasNext: true,
      found: 1,
      cover: 'png',
      removed: 'success',
      cancelled: true,
      cached: [
        '["Bookshop","authors","list","pages",{"query":{"limit":1}}]',
        '["Bookshop","authors","list",{"query":{"limit":1}}]',
        '["Bookshop","authors","list",{"query":{"limit":999}}]',
      ],
      asked: [
        'GET /books/b1',
        'GET /authors?limit=1',
        'GET /authors?limit=1&starting_after=first',
        'GET /authors?limit=1',
        'POST /books/search',
        'GET /books/b1/cover',
        'DELETE /books/b%201',
        'GET /authors?limit=999',
        'aborted',
      ],
      unused: 2,
    });
  });

  it('compiles for an API with deep resources and methods of all kinds', async () => {
    await typeCheck((await generate('smithery')).dir);
  });
});
