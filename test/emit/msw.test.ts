/** `templates/msw`, compiled with and run against Mock Service Worker itself. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Generated, generateInto, runProgram, typeCheck } from '../support/overlay.ts';

/** What a user writes; it is compiled with the SDK's own strict settings. */
const PROGRAM = `
import { http, type HttpHandler } from 'msw';
import { Bookshop } from './index.ts';
import { createMocks, handlers } from './msw/index.ts';

export * as operations from './schemas/operations/index.ts';

export const client = new Bookshop({
  baseURL: 'https://shop.example/v1', apiKey: 'k', staffName: 's', staffPassword: 'p', partnerKey: 'x', maxRetries: 0,
});
export const mocks = createMocks(http, client);
export const all: HttpHandler[] = handlers(http, client);
export const typed = (): readonly HttpHandler[] => [
  mocks.books.retrieve(),
  mocks.books.retrieve(404),
  mocks.authors.list(200, [{ id: 'mine', name: 'Mine' }]),
  // @ts-expect-error An author has a name.
  mocks.authors.list(200, [{ id: 'mine' }]),
  // @ts-expect-error The method documents no such status.
  mocks.books.retrieve(418),
  // @ts-expect-error There is no such method.
  mocks.books.nothing?.(),
];
`;

interface Program {
  readonly client: Readonly<Record<string, unknown>>;
  readonly mocks: Readonly<Record<string, Readonly<Record<string, (...args: readonly unknown[]) => never>>>>;
  readonly all: never[];
  readonly operations: Readonly<
    Record<string, Readonly<Record<string, { safeParse(value: unknown): { readonly error?: unknown } }>>>
  >;
}

describe('templates/msw', () => {
  let bookshop: Generated;
  let program: Program;
  const server = setupServer();
  beforeAll(async () => {
    bookshop = await generateInto('zod,msw');
    await typeCheck(bookshop.dir, PROGRAM);
    program = (await runProgram(bookshop.dir)) as unknown as Program;
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterEach(() => server.resetHandlers());
  afterAll(() => {
    server.close();
    rmSync(bookshop.dir, { recursive: true, force: true });
  });
  /** Calls by the path of a method. */
  const call = (path: string, ...args: readonly unknown[]): PromiseLike<unknown> => {
    const steps = path.split('.');
    const owner = steps
      .slice(0, -1)
      .reduce<unknown>((value, step) => Reflect.get(value as object, step), program.client);
    const method: unknown = Reflect.get(owner as object, steps.at(-1) ?? '');
    return Reflect.apply(method as () => PromiseLike<unknown>, owner, args);
  };
  const mock = (resource: string, method: string) => {
    const found = program.mocks[resource]?.[method];
    if (!found) throw new Error(`no mock ${resource}.${method}`);
    return found;
  };

  it('imports nothing of the library', () => {
    const texts = bookshop.paths
      .filter((path) => path.startsWith('src/'))
      .map((path) => readFileSync(join(bookshop.dir, path), 'utf8'));
    expect(texts.filter((text) => /from '(?:msw|@mswjs)/.test(text))).toEqual([]);
    const manifest: unknown = JSON.parse(readFileSync(join(bookshop.dir, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).toHaveProperty(['exports', './msw']);
  });

  it('answers successes and documented errors, with values of the document or of the test', async () => {
    server.use(mock('books', 'retrieve')());
    expect(await call('books.retrieve', 'b1')).toMatchObject({ title: expect.any(String) });
    server.use(mock('books', 'retrieve')(404));
    await expect(Promise.resolve(call('books.retrieve', 'b1'))).rejects.toMatchObject({ status: 404 });
    server.use(
      mock('books', 'retrieve')(200, ({ url }: Request) => ({ id: url.split('/').at(-1), title: 'Emma' })),
    );
    expect(await call('books.retrieve', 'b7')).toMatchObject({ id: 'b7', title: 'Emma' });
  });

  it('answers lists with given items, and ends them', async () => {
    server.use(mock('authors', 'list')(200, [{ id: 'mine', name: 'Mine' }]));
    const ids: unknown[] = [];
    for await (const author of call('authors.list') as unknown as AsyncIterable<{ id: string }>)
      ids.push(author.id);
    expect(ids).toEqual(['mine']);
  });

  it('ends the made list of every paged method', async () => {
    server.use(...program.all);
    for (const [path, ...args] of [['authors.list'], ['books.list'], ['books.search', { query: 'e' }]]) {
      const items: unknown[] = [];
      for await (const item of call(String(path), ...args) as unknown as AsyncIterable<unknown>) {
        items.push(item);
        if (items.length > 20) throw new Error(`${String(path)} has no end`);
      }
      expect(items.length, String(path)).toBeGreaterThan(0);
    }
  });

  it('has a handler for each method, and only requests of the API meet them', async () => {
    server.use(...program.all);
    await expect(fetch('https://elsewhere.example/v1/books/b1')).rejects.toThrow();
    await expect(fetch('https://shop.example/v1/extra/books/b1')).rejects.toThrow();
    expect((await fetch('https://shop.example/v1/books/b1?expand=1')).status).toBe(200);
  });

  it('answers streams, of events and of lines, and plain where nobody asked for a stream', async () => {
    const all = async (path: string, ...args: readonly unknown[]): Promise<readonly unknown[]> => {
      const items: unknown[] = [];
      const stream = await call(path, ...args);
      for await (const item of stream as AsyncIterable<unknown>) items.push(item);
      return items;
    };
    server.use(...program.all);
    expect(await all('books.reviews.watch', 'b1')).toHaveLength(1);
    expect(await all('catalogue.export', '.jsonl')).toHaveLength(1);
    expect(await all('bookseller.ask', { question: 'why', stream: true })).toHaveLength(1);
    expect(await call('bookseller.ask', { question: 'why' })).not.toHaveProperty('controller');
    const chunks = [{ text: 'a' }, { text: 'b\nc' }];
    server.use(mock('bookseller', 'ask')('stream', chunks));
    expect(await all('bookseller.ask', { question: 'why', stream: true })).toEqual(chunks);
    const books = [{ id: 'one', title: 'One' }];
    server.use(mock('catalogue', 'export')(200, books));
    expect(await all('catalogue.export', '.jsonl')).toEqual(books);
  });

  it('makes bodies that fit the schemas of zod', () => {
    let checked = 0;
    for (const [resource, methods] of Object.entries(program.mocks))
      for (const [method, found] of Object.entries(methods)) {
        const name = `${resource}${method.charAt(0).toUpperCase()}${method.slice(1)}Responses`;
        for (const [status, schema] of Object.entries(program.operations[name] ?? {})) {
          const example: unknown = Reflect.apply(Reflect.get(found, 'example') as () => unknown, found, [
            status,
          ]);
          // Of a list this is the items alone.
          if (Array.isArray(example)) continue;
          expect(schema.safeParse(example).error, `${name} ${status}`).toBeUndefined();
          checked += 1;
        }
      }
    expect(checked).toBeGreaterThan(10);
  });

  it('names a status that a method lacks', async () => {
    server.use(mock('books', 'retrieve')(599));
    await expect(Promise.resolve(call('books.retrieve', 'b1'))).rejects.toThrow();
    expect(typeof http.get).toBe('function');
  });
});
