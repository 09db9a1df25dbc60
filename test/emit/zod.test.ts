/** `templates/zod`, compiled and run with zod itself. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Generated, generateInto, runProgram, typeCheck } from '../support/overlay.ts';
import { projectRoot } from '../support/shared.ts';

const BOOK = {
  id: 'b1',
  isbn: '9780141439587',
  title: 'Emma',
  price: 999,
  author_ids: ['a'],
  added_at: '2026-11-22T10:00:00Z',
};

const PROGRAM = `
import * as z from 'zod';
import { Bookshop } from './index.ts';
import type { Book, GenreNode } from './resources/index.ts';
import { bookSchema, genreNodeSchema, genreSchema, paymentErrorSchema } from './schemas/index.ts';
import { bookSchema as datedBook } from './schemas-dates/index.ts';
import { bookSchema as strictBook, paymentErrorSchema as strictError } from './schemas-strict/index.ts';
import { booksCreateRequest, genresListResponses } from './schemas/operations/index.ts';
import { allOf, isAtMost, moment } from './internal/schemas.ts';
import { AnswerValidationError, type ValidationMode, validated } from './validation.ts';

const book = ${JSON.stringify(BOOK)};
const issues = (result: z.ZodSafeParseResult<unknown>): unknown =>
  result.success ? 'fine' : result.error.issues.map((one) => one.path.join('.'));

export function schemas(): unknown {
  const parsed: Pick<Book, 'id' | 'title' | 'price' | 'author_ids'> = bookSchema.parse({ ...book, shelf: 7 });
  const node: GenreNode = genreNodeSchema.parse({ name: 'crime', children: [{ name: 'noir', children: [] }] });
  const dated = datedBook.parse(book);
  const added: Date | undefined = dated.added_at;
  // @ts-expect-error A time is text without the transform.
  const text: Date | undefined = bookSchema.parse(book).added_at;
  return {
    parsed, node, added: added?.toISOString(),
    text: typeof text,
    badTime: issues(datedBook.safeParse({ ...book, added_at: 'yesterday' })),
    strictTime: issues(strictBook.safeParse({ ...book, added_at: 'yesterday' })),
    looseTime: issues(bookSchema.safeParse({ ...book, added_at: 'yesterday' })),
    pattern: issues(bookSchema.safeParse({ ...book, isbn: '12' })),
    minimum: issues(bookSchema.safeParse({ ...book, price: -1 })),
    whole: issues(bookSchema.safeParse({ ...book, price: 1.5 })),
    large: issues(bookSchema.safeParse({ ...book, price: 2 ** 60 })),
    missing: issues(bookSchema.safeParse({ ...book, title: undefined })),
    deep: issues(genreNodeSchema.safeParse({ name: 'a', children: [{ name: 'b', children: [{ name: 3 }] }] })),
    openEnum: issues(genreSchema.safeParse('a genre of the shop')),
    reason: [
      issues(paymentErrorSchema.shape.reason.safeParse('teleported')),
      issues(strictError.shape.reason.safeParse('teleported')),
      issues(paymentErrorSchema.shape.reason.safeParse(3)),
    ],
    request: issues(booksCreateRequest.safeParse({})),
    answer: issues(genresListResponses['200'].safeParse({ data: [{ name: 'crime' }] })),
    both: allOf(z.looseObject({ at: moment, a: z.number() }), z.looseObject({ at: z.string(), b: z.number() })).parse(
      { at: '2026-01-01T00:00:00Z', a: 1, b: 2, list: [1] },
    ),
    bothFail: issues(allOf(z.object({ a: z.number() }), z.object({ b: z.number() })).safeParse({ a: 1 })),
    characters: isAtMost(1)('\u{1F4DA}'),
  };
}

export async function answers(): Promise<unknown> {
  const warned: string[] = [];
  let sent = 0;
  let body: unknown = book;
  const fetch = async (): Promise<Response> => {
    sent++;
    return Response.json(body);
  };
  const logger = { error() {}, warn: (text: string) => void warned.push(text), info() {}, debug() {} };
  const plain = new Bookshop({ baseURL: 'https://shop.example', apiKey: 'k', staffName: 's', staffPassword: 'p', maxRetries: 2, fetch, logger });
  const ask = async (mode?: ValidationMode): Promise<unknown> =>
    await validated(plain, mode && { mode }).orders.retrieve('o').then(
      (order) => order.total,
      (error: unknown) =>
        error instanceof AnswerValidationError
          ? [error.operation, error.status, error.issues.map((one) => one.path.join('.')), error.message]
          : String(error),
    );
  const order = { id: 'o', lines: [], placed_at: '2026-11-22', total: 5 };
  body = { ...order, status: 'teleported', further: true };
  const good = [await ask('strict'), warned.length];
  body = { ...order, status: 'paid', total: 'secret' };
  sent = 0;
  const strict = await ask('strict');
  const attempts = sent;
  const others = [await ask('warn'), await ask(), await ask('off')];
  const untouched = await plain.orders.retrieve('o').then((order) => order.total);
  const limited = await validated(plain.withOptions({ maxResponseBytes: 5 }), { mode: 'strict' })
    .orders.retrieve('o').catch((error: unknown) => String(error));
  body = { authors: [{ id: 'a', name: 1 }], has_more: false };
  const page = await validated(plain, { mode: 'strict' }).authors.list().catch((error: unknown) => String(error));
  return { good, strict, attempts, others, untouched, warned, limited, page };
}
`;

describe('templates/zod', () => {
  const made: Generated[] = [];
  const generate = async (name: string): Promise<Generated> => {
    const one = await generateInto('zod', name);
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

  it('is one file per model and per operation, with zod as a peer', () => {
    expect(bookshop.paths).toEqual(
      expect.arrayContaining([
        'src/schemas/book.ts',
        'src/schemas/book-param.ts',
        'src/schemas-strict/book.ts',
        'src/schemas-dates/book.ts',
        'src/schemas/operations/books-create.ts',
        'src/validation.ts',
      ]),
    );
    const info = JSON.parse(readFileSync(join(bookshop.dir, 'package.json'), 'utf8')) as {
      readonly peerDependencies: object;
      readonly devDependencies: object;
      readonly dependencies?: object;
    };
    expect(info.peerDependencies).toEqual({ zod: '^4.0.0' });
    expect(info.devDependencies).toMatchObject({ zod: '^4.0.0' });
    expect(info.dependencies).toBeUndefined();
    // Who does not ask for schemas does not load zod.
    expect(readFileSync(join(bookshop.dir, 'src/index.ts'), 'utf8')).not.toMatch(/schemas|validation|zod/);
  });

  it('works with zod itself', async () => {
    await typeCheck(bookshop.dir, PROGRAM);
    const { schemas, answers } = await runProgram(bookshop.dir);
    expect((schemas as () => unknown)()).toEqual({
      parsed: { ...BOOK, shelf: 7 },
      node: { name: 'crime', children: [{ name: 'noir', children: [] }] },
      added: '2026-11-22T10:00:00.000Z',
      text: 'string',
      badTime: ['added_at'],
      strictTime: ['added_at'],
      looseTime: 'fine',
      pattern: ['isbn'],
      minimum: ['price'],
      whole: ['price'],
      large: 'fine',
      missing: ['title'],
      deep: ['children.0.children.0.name'],
      openEnum: 'fine',
      reason: ['fine', [''], ['']],
      request: ['isbn', 'title', 'price', 'author_ids'],
      answer: 'fine',
      both: { at: new Date('2026-01-01T00:00:00Z'), a: 1, b: 2, list: [1] },
      bothFail: ['b'],
      characters: true,
    });
    const told = 'does not match the API document: total: Invalid input: expected number, received string';
    expect(await (answers as () => Promise<unknown>)()).toEqual({
      good: [5, 0],
      strict: ['orders.retrieve', 200, ['total'], `The response of orders.retrieve ${told}`],
      attempts: 1,
      others: ['secret', 'secret', 'secret'],
      untouched: 'secret',
      warned: [`The response of orders.retrieve ${told}`, `The response of orders.retrieve ${told}`],
      limited: 'BookshopError: The response is longer than 5 bytes (maxResponseBytes)',
      page: 'AnswerValidationError: The response of authors.list does not match the API document: authors.0.name: Invalid input: expected string, received number',
    });
  });

  it('is built with its own script, for require too', () => {
    const node = (...args: readonly string[]): string =>
      execFileSync(process.execPath, [...args], { cwd: bookshop.dir, encoding: 'utf8' });
    const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
    rmSync(join(bookshop.dir, 'src/program.ts'));
    node(compiler, '-p', 'tsconfig.build.json');
    node(compiler, '-p', 'tsconfig.cjs.json');
    node('scripts/finish-cjs.mjs');
    const use = `const { bookSchema } = require('@corner/bookshop/schemas');
      const { validated } = require('@corner/bookshop/validation');
      const { booksCreateRequest } = require('@corner/bookshop/schemas/operations');
      console.log(bookSchema.safeParse({}).success, booksCreateRequest.safeParse({}).success, typeof validated);`;
    expect(node('--input-type=commonjs', '-e', use)).toBe('false false function\n');
  });

  it('compiles for an API with deep resources and unions', async () => {
    await typeCheck((await generate('smithery')).dir);
  });
});
