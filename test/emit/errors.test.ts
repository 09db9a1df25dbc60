/** The overlay `errors`: which kinds of errors a document has, their names, and what fits them. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../generator/languages/typescript/casing.ts';
import { namedErrorKinds } from '../../generator/languages/error-kinds.ts';
import { planSdk } from '../../generator/plan/sdk.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { build } from '../ir/support.ts';
import { generateFrom, generateInto, runProgram, typeCheck } from '../support/overlay.ts';
import { projectRoot } from '../support/shared.ts';

/** A schema of an error body for each status. */
type Bodies = Readonly<Record<string, object>>;

/** Two operations with the same errors. */
const documentOf = (bodies: Bodies, schemas: object = {}): object => {
  const responses = Object.fromEntries(
    Object.entries(bodies).map(([status, schema]) => [
      status,
      { description: '', content: { 'application/json': { schema } } },
    ]),
  );
  const operation = { tags: ['orders'], responses: { 204: { description: '' }, ...responses } };
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://shop.example' }],
    paths: {
      '/orders': {
        get: { operationId: 'list', ...operation },
        post: { operationId: 'create', ...operation },
      },
    },
    components: { schemas },
  };
};

const object = (properties: object): object => ({ type: 'object', properties });
const oneOf = (...values: readonly string[]): object => ({ type: 'string', enum: values });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const kindsOf = async (bodies: Bodies, schemas: object = {}) => {
  const { api } = await build(documentOf(bodies, schemas));
  return namedErrorKinds(planSdk(api), createNames([]).pascal, (name) => TAKEN.has(name));
};
const TAKEN = new Set(['TypeError']);

/** `402: 402`, `card_declined at error.code: 404`: the statuses of its bodies. */
const shown = ({ match, documented }: Awaited<ReturnType<typeof kindsOf>>[number]): string => {
  const what =
    match.by === 'status'
      ? `${match.status}`
      : `${match.code} at ${match.paths.map((path) => path.join('.')).join(' or ')}`;
  return `${what}: ${documented.map(({ status }) => status).join(' ')}`;
};

const CODE = object({ code: oneOf('a', 'b') });

describe('kinds', () => {
  const cases: readonly [string, Bodies, object, readonly string[]][] = [
    ['statuses without a class of their own', { 402: {}, 413: {} }, {}, ['402: 402', '413: 413']],
    ['no statuses with one', { 400: {}, 401: {}, 403: {}, 404: {}, 409: {}, 422: {}, 429: {} }, {}, []],
    ['no failures of the server, ranges and defaults', { 500: {}, '4XX': {}, default: {} }, {}, []],
    ['codes of an enum', { 404: CODE }, {}, ['a at code: 404', 'b at code: 404']],
    ['statuses first', { 404: CODE, 402: {} }, {}, ['402: 402', 'a at code: 404', 'b at code: 404']],
    ['a constant', { default: object({ type: { const: 'gone' } }) }, {}, ['gone at type: default']],
    ['no code of a plain string', { 404: object({ code: { type: 'string' } }) }, {}, []],
    ['no numbers', { 404: object({ code: { enum: [1, 2] } }) }, {}, []],
    ['no codes without a letter', { 404: object({ code: oneOf('1', '-', '2a') }) }, {}, ['2a at code: 404']],
    [
      'no text that all errors have',
      { 400: object({ type: oneOf('error', 'Failed', 'failed_late') }) },
      {},
      ['failed_late at type: 400'],
    ],
    ['a code that may be null', { 404: object({ code: { enum: ['a', null] } }) }, {}, ['a at code: 404']],
    [
      'the best property that has any',
      { 404: object({ type: oneOf('t'), error_code: oneOf('e'), code: { type: 'string' } }) },
      {},
      ['e at error_code: 404'],
    ],
    [
      'other properties are none',
      { 404: object({ status: oneOf('failed'), object: oneOf('error') }) },
      {},
      [],
    ],
    [
      'inside the error rather than beside it',
      { 404: object({ type: oneOf('error'), error: object({ type: oneOf('missing') }) }) },
      {},
      ['missing at error.type: 404'],
    ],
    [
      'beside an error without a code',
      { 404: object({ code: oneOf('x'), error: object({ message: { type: 'string' } }) }) },
      {},
      ['x at code: 404'],
    ],
    [
      'a text called error',
      { 400: object({ error: oneOf('invalid_grant') }) },
      {},
      ['invalid_grant at error: 400'],
    ],
    [
      'in each item of a list',
      { 422: object({ errors: { type: 'array', items: CODE } }) },
      {},
      ['a at errors.code: 422', 'b at errors.code: 422'],
    ],
    [
      'of each member of a union, at its place',
      { default: { oneOf: [object({ code: oneOf('a') }), object({ error: CODE })] } },
      {},
      ['a at code or error.code: default', 'b at error.code: default'],
    ],
    [
      'of a named schema, once, and of its bases',
      { 404: ref('Missing'), 410: ref('Missing'), 409: ref('Taken') },
      {
        Missing: { allOf: [ref('Coded'), object({ message: { type: 'string' } })] },
        Taken: ref('Missing'),
        Coded: CODE,
      },
      ['410: 410', 'a at code: 404 409', 'b at code: 404 409'],
    ],
    [
      'of a schema that contains itself',
      { 404: ref('Loop') },
      { Loop: { oneOf: [CODE, { type: 'array', items: ref('Loop') }] } },
      ['a at code: 404', 'b at code: 404'],
    ],
  ];
  it.each(cases)('%s', async (_name, bodies, schemas, expected) => {
    expect((await kindsOf(bodies, schemas)).map(shown)).toEqual(expected);
  });
});

it('visits a schema once, however many unions lead to it', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `U${index}`,
      index === 59 ? CODE : { oneOf: [ref(`U${index + 1}`), { type: 'array', items: ref(`U${index + 1}`) }] },
    ]),
  );
  expect((await kindsOf({ 404: ref('U0') }, schemas)).map(shown)).toEqual([
    'a at code: 404',
    'b at code: 404',
  ]);
});

describe('names', () => {
  const cases: readonly [readonly string[], readonly string[]][] = [
    [
      ['card_declined', 'rate-limited'],
      ['CardDeclinedError', 'RateLimitedError'],
    ],
    [
      ['ParseError', 'parse_exception', 'parse'],
      ['ParseError', 'ParseCodeError', 'ParseCodeError2'],
    ],
    // A status has a class of this name, and the language an error.
    [
      ['not_found', 'type_error'],
      ['NotFoundCodeError', 'TypeCodeError'],
    ],
    [
      ['https://shop.example/errors/out-of-stock/', 'urn:a/gone?x=1'],
      ['OutOfStockError', 'GoneError'],
    ],
    [
      ['CARD_DECLINED', 'card_declined'],
      ['CardDeclinedError', 'CardDeclinedCodeError'],
    ],
    [
      ['Error!', 'error?'],
      ['UnknownError', 'UnknownCodeError'],
    ],
  ];
  it.each(cases)('%s', async (codes, names) => {
    const found = await kindsOf({ 404: object({ code: oneOf(...codes) }) });
    expect(found.map(({ name }) => name)).toEqual(names);
  });
  it('of statuses, also of those that nobody has registered', async () => {
    const found = await kindsOf({ 402: {}, 413: {}, 499: {} });
    expect(found.map(({ name, about }) => `${name}: ${about}`)).toEqual([
      'PaymentRequiredError: Status 402.',
      'ContentTooLargeError: Status 413.',
      'Status499Error: Status 499.',
    ]);
  });
});

it.each<[string, Bodies]>([
  ['none', { 404: {} }],
  ['codes alone', { 404: CODE }],
  ['statuses alone', { 402: {} }],
])('compiles with %s', async (_name, bodies) => {
  const { dir } = await generateFrom({
    io: memoryIo({ 'openapi.json': JSON.stringify(documentOf(bodies)) }),
    spec: 'openapi.json',
    templates: 'errors',
  });
  try {
    await typeCheck(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

const HOSTILE = ["*/ alert(1) /*'`${1}", '"""\n', 'constructor', '__proto__', 'a\\', '\u202e'];

it('narrows the type of an error, and fits what it says', async () => {
  const { dir } = await generateFrom({
    io: memoryIo({
      'openapi.json': JSON.stringify(
        documentOf(
          {
            402: object({ price: { type: 'number' } }),
            404: ref('Missing'),
            409: object({
              error: object({ code: oneOf('taken', 'gone', ...HOSTILE), by: { type: 'string' } }),
            }),
            422: object({ errors: { type: 'array', items: object({ code: oneOf('too_long') }) } }),
          },
          { Missing: object({ code: oneOf('gone', 'not_found') }) },
        ),
      ),
    }),
    spec: 'openapi.json',
    templates: 'errors',
    formatted: true,
  });
  try {
    await typeCheck(
      dir,
      `import Shop, { ConflictError, NotFoundError } from './index.js';
import * as kinds from './errors.js';

const caught = async (status: number, body: unknown): Promise<unknown> => {
  const fetch = async () => Response.json(body, { status });
  return new Shop({ fetch, maxRetries: 0 }).orders.list().then(() => undefined, (error: unknown) => error);
};
const namesOf = (error: unknown): string[] =>
  Object.entries(kinds).filter(([, kind]) => error instanceof kind).map(([name]) => name);

const taken = await caught(409, { error: { code: 'taken', by: 'ada' } });
export const by: string | undefined = taken instanceof kinds.TakenError ? taken.error.error?.by : 'none';
const payment = await caught(402, { price: 5 });
export const price: 402 | undefined = payment instanceof kinds.PaymentRequiredError ? payment.status : undefined;
export const classes = [taken instanceof ConflictError, taken instanceof NotFoundError];
export const found = {
  taken: namesOf(taken),
  elsewhere: namesOf(await caught(400, { code: 'taken' })),
  either: namesOf(await caught(500, { code: 'gone' })).concat(namesOf(await caught(500, { error: { code: 'gone' } }))),
  item: namesOf(await caught(422, { errors: [{ code: 'other' }, { code: 'too_long' }] })),
  text: namesOf(await caught(404, 'gone')),
  nothing: namesOf(await caught(404, null)),
  both: namesOf(await caught(402, { code: 'not_found' })),
  other: namesOf(new Error('gone')),
  hostile: namesOf(await caught(409, { error: { code: ${JSON.stringify(HOSTILE[0])} } })).length,
  inherited: namesOf(await caught(404, JSON.parse('{"__proto__":{"code":"gone"}}'))),
};`,
    );
    expect({ ...(await runProgram(dir)) }).toEqual({
      by: 'ada',
      price: 402,
      classes: [true, false],
      found: {
        taken: ['TakenError'],
        elsewhere: [],
        either: ['GoneError', 'GoneError'],
        item: ['TooLongError'],
        text: [],
        nothing: [],
        both: ['NotFoundCodeError', 'PaymentRequiredError'],
        other: [],
        hostile: 1,
        inherited: [],
      },
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

describe('the pages of the overlays', () => {
  const blockOf = (overlay: string, language: string): string =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(
      readFileSync(join(projectRoot, 'templates', overlay, 'README.md'), 'utf8'),
    )?.[1] ?? '';

  it('errors: its program compiles with the bookshop', async () => {
    const { dir } = await generateInto('errors');
    try {
      const program = blockOf('errors', 'ts').replace('@corner/bookshop/errors', './errors.js');
      expect(program).toContain('instanceof');
      await typeCheck(
        dir,
        `import type Bookshop from './index.js';
declare const client: Bookshop;
declare const order: Bookshop.OrderCreateParams;
declare const ask: (text?: string) => void;
${program}`,
      );
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('errors-python: its classes are those of the bookshop', async () => {
    const named = /^from bookshop\.errors import (.+)$/m.exec(blockOf('errors-python', 'python'))?.[1] ?? '';
    const { api } = await build(readFileSync(join(projectRoot, 'specs/bookshop/openapi.yml'), 'utf8'));
    const known = namedErrorKinds(planSdk(api), createNames([]).pascal, () => false).map(({ name }) => name);
    expect(named.split(', ').filter((name) => !known.includes(name))).toEqual([]);
    expect(named.split(', ').length).toBeGreaterThan(1);
  });
});
