/** `templates/tanstack-query` in an app of React, in a real browser and against a real server. */
import { rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { findChromium, inChromium } from '../support/chromium.ts';
import { generateInto, typeCheck } from '../support/overlay.ts';

const APP = `
import { QueryClient, QueryClientProvider, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Bookshop, isErrorOf } from './index.ts';
import { authorsListPages, booksDeleteMutation, booksKey, booksRetrieveQuery } from './query/index.ts';

const client = new Bookshop({ baseURL: location.origin + '/api', apiKey: 'k', staffName: 's', staffPassword: 'p', maxRetries: 0, dangerouslyAllowBrowser: true });
const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });

function Book({ id }: { readonly id: string }) {
  const book = useQuery(booksRetrieveQuery(client, id));
  if (book.isPending) return <p id="book">…</p>;
  if (book.isError)
    return (
      <p id="book">
        {isErrorOf(client.books.retrieve, book.error, 404) ? \`missing: \${book.error.error.title}\` : 'unexpected'}
      </p>
    );
  return <p id="book">{'title' in book.data ? book.data.title : book.data.kind}</p>;
}

function Authors() {
  const authors = useInfiniteQuery(authorsListPages(client, { limit: 2 }));
  const names = authors.data?.pages.flatMap((page) => page.getPaginatedItems().map((author) => author.name));
  return (
    <section>
      <p id="authors">{names?.join(', ')}</p>
      <button id="more" disabled={!authors.hasNextPage || authors.isFetching} onClick={() => authors.fetchNextPage()}>
        More
      </button>
    </section>
  );
}

function Removal({ id }: { readonly id: string }) {
  const cache = useQueryClient();
  const removal = useMutation({
    ...booksDeleteMutation(client),
    onSuccess: () => cache.invalidateQueries({ queryKey: booksKey }),
  });
  return (
    <button id="remove" onClick={() => removal.mutate({ bookID: id })}>
      {removal.isError ? \`failed: \${removal.error.message}\` : removal.status}
    </button>
  );
}

function Shop() {
  const [id, setId] = useState('b1');
  return (
    <>
      <Book id={id} />
      <Authors />
      <Removal id={id} />
      <button id="other" onClick={() => setId('locked')}>Other</button>
    </>
  );
}

const root = document.getElementById('app');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Shop />
      </QueryClientProvider>
    </StrictMode>,
  );
`;

const AUTHORS = ['Austen', 'Brontë', 'Carroll', 'Dickens', 'Eliot'];

/** A shop whose book `b1` can be removed, and whose book `locked` cannot. */
function shop(asked: string[]): RequestListener {
  let isRemoved = false;
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    asked.push(`${request.method} ${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`);
    const answer = (status: number, body?: object): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body ? JSON.stringify(body) : undefined);
    if (pathname === '/api/authors') {
      const from = AUTHORS.indexOf(searchParams.get('starting_after') ?? '') + 1;
      const authors = AUTHORS.slice(from, from + 2).map((name) => ({ id: name, name }));
      return answer(200, { authors, has_more: from + 2 < AUTHORS.length });
    }
    if (request.method === 'DELETE') {
      if (pathname.endsWith('/locked')) return answer(409, { message: 'lent out' });
      isRemoved = true;
      return answer(204);
    }
    if (pathname === '/api/books/b1' && isRemoved) return answer(404, { status: 404, title: 'sold' });
    return answer(200, { kind: 'book', id: 'b1', title: pathname.endsWith('/b1') ? 'Emma' : 'Locked' });
  };
}

const browser = findChromium();
it.skipIf(browser === undefined)(
  'queries, pages, mutations and errors of an app of React in Chromium',
  async () => {
    const { dir } = await generateInto('tanstack-query');
    try {
      await typeCheck(dir, APP, 'src/app.tsx');
      const made = await build({
        entryPoints: [join(dir, 'src/app.tsx')],
        bundle: true,
        format: 'esm',
        platform: 'browser',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
        write: false,
      });
      const asked: string[] = [];
      await inChromium(
        browser ?? '',
        { script: made.outputFiles[0]?.text ?? '', api: shop(asked) },
        async (page) => {
          const shows = (id: string, text: string) => page.locator(`#${id}`, { hasText: text }).waitFor();
          await shows('book', 'Emma');

          await shows('authors', 'Austen, Brontë');
          await page.locator('#more').click();
          await shows('authors', 'Austen, Brontë, Carroll, Dickens');
          await page.locator('#more').click();
          await shows('authors', 'Austen, Brontë, Carroll, Dickens, Eliot');
          expect(await page.locator('#more').isDisabled()).toBe(true);

          await page.locator('#remove').click();
          await shows('remove', 'success');
          // The mutation makes the query old, which is asked again and fails with a typed error.
          await shows('book', 'missing: sold');

          await page.locator('#other').click();
          await shows('book', 'Locked');
          await page.locator('#remove').click();
          await shows('remove', 'failed: 409');
        },
      );
      expect(asked.filter((one) => one.includes('authors'))).toEqual(
        [
          'GET /api/authors?limit=2',
          'GET /api/authors?limit=2&starting_after=Brontë',
          'GET /api/authors?limit=2&starting_after=Dickens',
        ].map((one) => one.replace('ë', '%C3%AB')),
      );
      expect(asked.filter((one) => !one.includes('authors'))).toEqual([
        'GET /api/books/b1',
        'DELETE /api/books/b1',
        'GET /api/books/b1',
        'GET /api/books/locked',
        'DELETE /api/books/locked',
      ]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
