/** An SDK with `dates: date` and `int64: bigint`: every door through which JSON comes in or goes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeFile } from '../../generator/emit/types.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { importSdk } from '../support/import-sdk.ts';
import { type Sdk, makeSdk, sdkOf } from '../support/sdk.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { asJson } from '../../templates/agents/runtime/plain.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { projectRoot } from '../support/shared.ts';

const SPEC = readFileSync(join(import.meta.dirname, 'openapi.yml'), 'utf8');
const config = (options: string): string =>
  `targets: { typescript: { package_name: ledger, options: { ${options} } } }
settings: { unwrap_response_fields: [data] }`;

const ID = 9223372036854775807n;
const TIME = '2026-01-02T03:04:05.000Z';
const DATE = new Date(TIME);
/** As the server writes it: `JSON.stringify` cannot. */
const ORDER = `{"id":${ID},"created_at":"${TIME}","total":-1,"quantity":3,"day":"2026-01-02","extra":${ID}}`;
const order = {
  id: ID,
  created_at: DATE,
  total: -1n,
  quantity: 3,
  day: '2026-01-02',
  // Undeclared, so a number like all others.
  extra: Number(ID),
};

interface Sent {
  readonly url: string;
  readonly body: string;
}
type Calls = Readonly<Record<string, (...args: readonly unknown[]) => any>>;

let sdk: Sdk;
let exports: Readonly<Record<string, any>>;
beforeAll(async () => {
  sdk = await sdkOf(SPEC, { config: config('dates: date, int64: bigint') });
  exports = await importSdk(sdk.files);
});

function clientFor(...answers: readonly Response[]): {
  readonly client: Readonly<Record<string, Calls>>;
  readonly sent: readonly Sent[];
} {
  const sent: Sent[] = [];
  const left = [...answers];
  const fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url, body: init.body ? await new Response(init.body).text() : '' });
    return left.shift() ?? new Response('{}', { headers: { 'content-type': 'application/json' } });
  };
  return { client: new exports['Ledger']({ fetch, maxRetries: 0 }), sent };
}

const NODE = 'declare const process: { readonly env: { readonly [name: string]: string | undefined } };';
const faults = (files: readonly TreeFile[]): readonly unknown[] =>
  typecheckTree([...files, { path: 'tests/node.d.ts', text: NODE }], { packages: projectRoot });

const answer = (text: string, status = 200, type = 'application/json'): Response =>
  new Response(text, { status, headers: { 'content-type': type } });

test('compiles, with its samples, tests and one program', () => {
  const program = `
    import { Ledger } from './index.ts';
    const client = new Ledger();
    export const total = async (): Promise<bigint> => {
      const order = await client.orders.create({ id: 1n, created_at: new Date(), total: 2 });
      const at: number = order.created_at.getTime();
      for await (const item of client.orders.list({ since: new Date(at), cursor: 5n, limit: 2 }))
        if (item.parent) return item.parent.total + order.total;
      return order.id;
    };
    // @ts-expect-error: text is no time in what is received.
    export const text = async (): Promise<string> => (await client.orders.retrieve(1n)).created_at;
  `;
  expect(faults([...sdk.files, { path: 'src/program.ts', text: program }])).toEqual([]);
  expect(sdk.diagnostics.map(({ code }) => code)).toContain('value-ambiguous');
});

describe('what comes in', () => {
  test('a value, also with its response', async () => {
    const { client } = clientFor(answer(ORDER), answer(ORDER));
    expect(await client['orders']?.['retrieve']?.(1n)).toEqual(order);
    const { data, response } = await client['orders']?.['retrieve']?.(1n).withResponse();
    expect(data).toEqual(order);
    expect(response.status).toBe(200);
  });

  test('models inside models, maps, lists, tuples and null', async () => {
    const inner = `{"id":1,"parent":${ORDER},"marks":{"a":"${TIME}"},"pair":[${ID},"${TIME}"],"times":["${TIME}"]}`;
    const { client } = clientFor(answer(inner), answer('{"id":null,"parent":null}'));
    expect(await client['orders']?.['retrieve']?.(1n)).toEqual({
      id: 1n,
      parent: order,
      marks: { a: DATE },
      pair: [ID, TIME],
      times: [DATE],
    });
    expect(await client['orders']?.['retrieve']?.(1n)).toEqual({ id: null, parent: null });
  });

  test('another body for another status', async () => {
    const text = `{"at":"${TIME}","constructor":"${TIME}","toString":{"valueOf":${ID}},"__proto__":"${TIME}"}`;
    const { client } = clientFor(answer(text, 202));
    const later = await client['orders']?.['retrieve']?.(1n);
    expect(later).toMatchObject({ at: DATE, constructor: DATE, toString: { valueOf: ID } });
    expect(Object.getOwnPropertyDescriptor(later, '__proto__')?.value).toEqual(DATE);
  });

  test('pages, their cursors to the last digit', async () => {
    const page = (next: string): Response => answer(`{"data":[${ORDER}],"next_cursor":${next}}`);
    const { client, sent } = clientFor(page(`${ID}`), page('null'));
    const items: unknown[] = [];
    for await (const item of client['orders']?.['list']?.({ since: DATE, cursor: 1n, limit: 1 }))
      items.push(item);
    expect(items).toEqual([order, order]);
    expect(sent.map(({ url }) => decodeURIComponent(new URL(url).search))).toEqual([
      `?since=${TIME}&cursor=1&limit=1`,
      `?since=${TIME}&cursor=${ID}&limit=1`,
    ]);
  });

  test('a property of the body that the method returns', async () => {
    const { client } = clientFor(answer(`{"data":{"at":"${TIME}"}}`));
    expect(await client['things']?.['last']?.()).toEqual({ at: DATE });
  });

  test('errors', async () => {
    const { client } = clientFor(answer(`{"at":"${TIME}","number":${ID}}`, 404));
    await expect(client['orders']?.['retrieve']?.(1n)).rejects.toMatchObject({
      status: 404,
      error: { at: DATE, number: ID },
    });
  });

  test('an error that is not documented stays as it is', async () => {
    const { client } = clientFor(answer(`{"at":"${TIME}"}`, 418));
    await expect(client['orders']?.['retrieve']?.(1n)).rejects.toMatchObject({ error: { at: TIME } });
  });

  test('events of a stream, each by its kind', async () => {
    const events = [
      `{"type":"created","value":"${TIME}","order":${ORDER}}`,
      `{"type":"note","value":"${TIME}"}`,
    ];
    const text = events.map((data) => `data: ${data}\n\n`).join('');
    const { client } = clientFor(answer(text, 200, 'text/event-stream'));
    const found: unknown[] = [];
    for await (const event of await client['orders']?.['listEvents']?.(ID)) found.push(event);
    expect(found).toEqual([
      { type: 'created', value: DATE, order },
      { type: 'note', value: TIME },
    ]);
  });

  test('webhooks', () => {
    const { client } = clientFor();
    expect(client['webhooks']?.['unsafeUnwrap']?.(ORDER)).toEqual(order);
  });

  test('members of a union that nothing tells apart stay as they are', async () => {
    const { client } = clientFor(answer(`{"v":"${TIME}"}`));
    expect(await client['things']?.['unclear']?.()).toEqual({ v: TIME });
  });

  test('what an untyped request gets', async () => {
    const { client } = clientFor(answer(ORDER));
    expect(await (client as any).get('/orders/1')).toEqual({
      ...order,
      id: Number(ID),
      created_at: TIME,
      total: -1,
    });
  });
});

describe('what goes out', () => {
  test('JSON', async () => {
    const { client, sent } = clientFor();
    await client['orders']?.['create']?.({ id: ID, created_at: DATE, total: 2, parent: { id: -ID } });
    expect(sent[0]?.body).toBe(`{"id":${ID},"created_at":"${TIME}","total":2,"parent":{"id":-${ID}}}`);
  });

  test('a value that was received goes back with every digit', async () => {
    const { client, sent } = clientFor(answer(`{"id":${ID},"created_at":"${TIME}","total":${-ID}}`));
    await client['orders']?.['create']?.(await client['orders']?.['retrieve']?.(1n));
    expect(sent[1]?.body).toBe(`{"id":${ID},"created_at":"${TIME}","total":${-ID}}`);
  });

  test('paths, queries, headers, cookies and forms', async () => {
    const { client, sent } = clientFor();
    await client['orders']?.['retrieve']?.(ID);
    expect(sent[0]?.url).toBe(`https://ledger.example/orders/${ID}`);
    await client['things']?.['send']?.({ at: DATE, ids: [ID, 1n], filter: { id: ID, at: DATE } });
    expect(new URLSearchParams(sent[1]?.body).toString()).toBe(
      new URLSearchParams([
        ['at', TIME],
        ['ids', `${ID},1`],
        ['filter[id]', String(ID)],
        ['filter[at]', TIME],
      ]).toString(),
    );
    await client['things']?.['upload']?.({ at: DATE, id: ID, meta: { id: ID } });
    expect(sent[2]?.body).toContain(`name="id"\r\n\r\n${ID}\r\n`);
    expect(sent[2]?.body).toContain(`name="at"\r\n\r\n${TIME}\r\n`);
    expect(sent[2]?.body).toContain(`{"id":${ID}}`);
  });
});

describe('only what is asked for', () => {
  test.each([
    ['dates: date', { id: Number(ID), created_at: DATE, total: -1 }],
    ['int64: bigint', { id: ID, created_at: TIME, total: -1n }],
    ['dates: string, int64: number', { id: Number(ID), created_at: TIME, total: -1 }],
  ])('%s', async (options, expected) => {
    const other = await sdkOf(SPEC, { config: config(options) });
    expect(faults(other.files)).toEqual([]);
    const { Ledger } = (await importSdk(other.files)) as any;
    const client = new Ledger({ fetch: async () => answer(ORDER) });
    expect(await client.orders.retrieve(1)).toMatchObject(expected);
    const names = other.files.map(({ path }) => path);
    expect(names.includes('src/internal/values.ts')).toBe(!options.includes('string'));
    expect(names.includes('src/internal/exact-json.ts')).toBe(options.includes('bigint'));
  });
});

describe('template sets that write JSON', () => {
  const made = (templates: string, options: string): Promise<Sdk> =>
    makeSdk({
      io: memoryIo({ 'openapi.yml': SPEC, 'sdkwright.yml': config(options) }),
      spec: 'openapi.yml',
      config: 'sdkwright.yml',
      templates,
    });

  test.each([
    ['zod', 'dates: date', true],
    ['zod', 'int64: bigint', true],
    ['zod', 'dates: string', false],
    ['msw', 'int64: bigint', true],
    ['msw', 'dates: date', false],
    ['tanstack-query', 'int64: bigint', true],
    ['tanstack-query', 'dates: date', false],
    ['cli', 'dates: date, int64: bigint', false],
    ['mcp', 'dates: date, int64: bigint', false],
    ['enums', 'dates: date, int64: bigint', false],
    ['errors', 'dates: date, int64: bigint', false],
    ['oauth', 'dates: date, int64: bigint', false],
    ['opentelemetry', 'dates: date, int64: bigint', false],
  ])('%s with %s', async (templates, options, isRefused) => {
    const codes = (await made(templates, options)).diagnostics.map(({ code }) => code);
    expect(codes.includes('overlay-refuses')).toBe(isRefused);
  });

  test('a result with bigints is plain JSON for agents and the command line', () => {
    expect(asJson({ a: 5n, b: [ID], at: DATE })).toEqual({ a: 5, b: [String(ID)], at: TIME });
  });
});
