/** Attacks on the server by whoever writes its code or its arguments, as data: what is tried, and what must hold. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planCatalogue } from '../../generator/plan/catalogue.ts';
import { answerOf } from '../../generated/smithery-mcp/src/answers.ts';
import { argumentsOf } from '../../generated/smithery-mcp/src/call.ts';
import type { Entry } from '../../generated/smithery-mcp/src/catalogue-types.ts';
import { checkArguments } from '../../generated/smithery-mcp/src/check.ts';
import { questionOf } from '../../generated/smithery-mcp/src/consent.ts';
import { filesBelow } from '../../generated/smithery-mcp/src/files.ts';
import { failureOf } from '../../generated/smithery-mcp/src/failures.ts';
import { createRedactor } from '../../generated/smithery-mcp/src/redact.ts';
import { sdkOf } from '../support/sdk.ts';
import {
  CANARY,
  type Service,
  closed,
  connect,
  environment,
  portOf,
  serverProgram,
  startService,
  textOf,
} from './support.ts';

type Runtime = typeof import('../../generated/smithery-mcp/src/handlers.ts');
interface Index {
  readonly createServer: (options: object) => { readonly toolset: ReturnType<Runtime['createToolset']> };
}

let service: Service;
let toolset: ReturnType<Runtime['createToolset']>;
let client: object;
const redactor = createRedactor();
redactor.add(CANARY);

beforeAll(async () => {
  service = await startService();
  const { createServer: create } = (await import(
    /* @vite-ignore */ join(await serverProgram(), '../index.js')
  )) as Index;
  const { Smithery } = await import('../../generated/smithery/src/index.ts');
  client = new Smithery({ apiKey: CANARY, baseURL: service.url, maxRetries: 0 });
  ({ toolset } = create({ mode: 'both' }));
}, 60_000);
afterAll(() => service.close());

/** How late the server's own thread was at most, and what memory it took. */
async function watched<Value>(work: () => Promise<Value>) {
  const before = process.memoryUsage().rss;
  let [late, last, peak] = [0, performance.now(), before];
  const timer = setInterval(() => {
    late = Math.max(late, performance.now() - last - 5);
    last = performance.now();
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const value = await work();
  clearInterval(timer);
  late = Math.max(late, performance.now() - last - 5);
  return { value, late, megabytes: (peak - before) / 2 ** 20 };
}

describe('the server stays awake and small, whatever the code asks of it', () => {
  const flood = (call: string, times: number): string =>
    `const all = []; for (let i = 0; i < ${times}; i++) all.push(${call}.catch(() => 1)); await Promise.all(all); return all.length`;
  test.each([
    [
      'unknown names',
      'const a = {}; for (let i = 0; i < 100000; i++) a["serv" + i] = 1; return await client.servers.list(a)',
      'more than 1000 arguments',
    ],
    [
      'names near a name',
      'const a = {}; for (let i = 0; i < 900; i++) a["quer" + i] = 1; return await client.servers.list(a)',
      '; and more',
    ],
    [
      'large arguments of many calls',
      `const big = "x".repeat(4e6); ${flood('client.servers.list({ q: big })', 30)}`,
      '30',
    ],
    ['large names of calls', `const big = "x".repeat(4e6); ${flood('client.servers[big]()', 50)}`, '50'],
    ['a large list', 'return await client.servers.list({ q: Array(2e5).fill("x") })', 'q: is a list'],
    ['a large result', 'return "x".repeat(6e6)', '… cut: 6000002 characters'],
    ['lines of nothing', 'for (let i = 0; i < 30000; i++) console.log(""); return 7', '7'],
    [
      'deep arguments',
      'let a = {}; for (let i = 0; i < 50000; i++) a = { a }; return await client.servers.list(a)',
      'nested too deeply',
    ],
    ['deep code', `return ${'('.repeat(45_000)}1${')'.repeat(45_000)}`, 'nested too deeply'],
    ['many calls at once', flood("client.servers.get('a')", 300), '300'],
    [
      'requests of its own making',
      'Object.prototype.toJSON = function () { return { kind: "call", what: "__proto__.toString", args: 7 } }; return await client.servers.get("a")',
      'Error',
    ],
  ])('%s', async (_name, code, expected) => {
    const session = { client: () => Promise.resolve(client), redactor };
    const { value, late, megabytes } = await watched(() => toolset.call('execute', { code }, session));
    expect(textOf(value)).toContain(expected);
    // Below 200 ms on a machine that does nothing else; it was 6 to 19 seconds before there were limits.
    expect(late).toBeLessThan(1500);
    expect(megabytes).toBeLessThan(400);
  });

  test('pages without items end', async () => {
    let requests = 0;
    const api = createServer((_request, response) => {
      requests++;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ servers: [], pagination: { currentPage: requests, totalPages: 1e9 } }));
    });
    await new Promise<void>((done) => api.listen(0, '127.0.0.1', done));
    const { Smithery } = await import('../../generated/smithery/src/index.ts');
    const own = new Smithery({ apiKey: CANARY, baseURL: `http://127.0.0.1:${portOf(api)}` });
    const session = { client: () => Promise.resolve(own), redactor };
    const answer = await toolset.call('servers_list', { limit: 5 }, session);
    expect(textOf(answer)).toContain('these are of the first 100 pages');
    expect(requests).toBe(100);
    await closed(api);
  });
});

describe('a credential is no argument, by no road', async () => {
  const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
security: [{ key: [] }]
paths:
  /open:
    post:
      operationId: open
      parameters: [{ name: Cookie, in: header, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, additionalProperties: true, properties: { a: { type: string } } } } } }
      responses: { '204': { description: Nothing } }
  /union:
    post:
      operationId: union
      parameters: [{ name: Cookie, in: header, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }] } } } }
      responses: { '204': { description: Nothing } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Shop-Key } } }
`);
  const entries = planCatalogue(sdk.generation?.plan as never).map(({ entry }) => entry as unknown as Entry);
  test.each([
    ['POST /open', { a: 'x', Cookie: 'evil' }],
    ['POST /union', { body: { a: 'x', Cookie: 'evil' } }],
  ])('%s', (call, args) => {
    const entry = entries.find(({ verb, path }) => `${verb} ${path}` === call) as Entry;
    expect(entry.withheld).toEqual(['Cookie']);
    expect(() => checkArguments(entry, args, [])).toThrow('is a credential');
    expect(() => checkArguments(entry, 'body' in args ? { body: { a: 'x' } } : { a: 'x' }, [])).not.toThrow();
  });
});

test('an argument may be called as what every object has', async () => {
  const entry = {
    id: 'a.b',
    arguments: ['constructor', 'toString'].map((name) => ({
      name,
      required: name === 'toString',
      in: 'query',
      as: 'field',
      files: [],
    })),
    input: { properties: { constructor: { type: 'string' }, toString: { type: 'string' } } },
  } as unknown as Entry;
  expect(() => checkArguments(entry, {}, [])).toThrow('a.b: toString: missing');
  expect(() => checkArguments(entry, { toString: 'x' }, [])).not.toThrow();
  expect(await argumentsOf(entry, { toString: 'x' }, { files: filesBelow(undefined) })).toEqual([
    { toString: 'x' },
  ]);
});

describe('half a credential is none', () => {
  test.each([1985, 1990, 1999, 2005])('a message that is cut at it (%d)', (place) => {
    const error = new Error(`${'x'.repeat(place)}${CANARY}`);
    const { message } = failureOf(error, { credentials: [] }, redactor);
    expect(message).not.toContain(CANARY.slice(0, 6));
  });
  test.each([6, 10, CANARY.length - 1])('a message that the SDK has cut (%d)', (length) => {
    const error = new Error(`no ${CANARY.slice(0, length)}… (GET /a)`);
    expect(failureOf(error, { credentials: [] }, redactor).message).toBe('no [redacted]… (GET /a)');
  });
  test.each([
    ['image/png', CANARY],
    ['application/octet-stream', Buffer.from(CANARY).toString('hex')],
    ['application/zip', `x${CANARY}x`],
  ])('bytes of %s', (type, text) => {
    const outcome = { kind: 'parts', parts: [{ bytes: Buffer.from(text), type }] } as const;
    const answer = answerOf(outcome, { select: undefined, limit: 1 }, redactor);
    expect(JSON.stringify(answer)).toContain('hold a credential');
    expect(JSON.stringify(answer)).not.toContain(Buffer.from(text).toString('base64'));
  });
  test('long text is cut, and says so', () => {
    const bytes = Buffer.from('y'.repeat(50_000));
    const answer = answerOf(
      { kind: 'parts', parts: [{ bytes, type: 'text/plain' }] },
      { select: undefined, limit: 1 },
      redactor,
    );
    expect(textOf(answer)).toContain('… cut: 50000 characters');
  });
});

test('the question before a call that destroys shows every argument as it is', () => {
  const entry = {
    title: 'Delete',
    verb: 'DELETE',
    path: '/servers/{name}',
    arguments: [{ name: 'name' }],
  } as unknown as Entry;
  const question = questionOf(entry, { note: 'x'.repeat(5000), name: 'prod\u202e\n', more: 1 });
  expect(question.split('\n').slice(0, 2)).toEqual([
    'Delete (DELETE /servers/{name})',
    'name: "prod\ufffd\\n"',
  ]);
  expect(question).toContain('(5002 characters)\nmore: 1\nShall it be done?');
  expect(question.length).toBeLessThan(400);
});

describe.each(['modern', 'legacy'] as const)('--confirm, %s revision', (era) => {
  test.each([
    ['accept', true, 1, '"qualifiedName":"a"'],
    ['accept', false, 0, 'did not agree'],
    ['decline', true, 0, 'did not agree'],
  ] as const)('%s %s', async (action, agreed, sent, expected) => {
    const asked: string[] = [];
    const own = new Client(
      { name: 'test', version: '1.0.0' },
      {
        capabilities: { elicitation: { form: {} } },
        versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
      },
    );
    own.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params.message);
      return action === 'accept' ? { action, content: { agreed } } : { action };
    });
    const connection = await connect(['--mode', 'both', '--confirm'], {
      env: environment(service),
      client: own,
    });
    const before = service.requests.length;
    const answer = await own.callTool({ name: 'servers_delete', arguments: { qualifiedName: 'a' } });
    expect(asked).toEqual([expect.stringContaining('qualifiedName: "a"')]);
    expect(service.requests.length - before).toBe(sent);
    expect(textOf(answer)).toContain(expected);
    await connection.close();
  });
});
