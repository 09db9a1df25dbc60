/** Attacks on the server by whoever writes its code or its arguments, as data: what is tried, and what must hold. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { connect as connectSocket } from 'node:net';
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
    ['a large result', 'return "x".repeat(6e6)', '… shortened from 6000002 characters'],
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
    expect(textOf(answer)).toContain('these are from the first 100 pages');
    expect(requests).toBe(100);
    await closed(api);
  });
});

describe('code gets nothing but the calls that are offered', () => {
  const get = 'await client.servers.get("a")';
  test.each([
    // Roads beside the catalogue.
    ['client.get("/servers")', 'client.get: no such call'],
    ['client.post("/servers", { body: 1 })', 'client.post: no such call'],
    ['client.request({ method: "delete", path: "/servers/a" })', 'client.request: no such call'],
    ['client.servers.get("a").withResponse()', 'not a function'],
    ['client.servers.get("a").asResponse()', 'not a function'],
    ['client.withOptions({ baseURL: "http://evil.example" }).servers.get("a")', 'TypeError'],
    ['client.servers.get("a", { headers: { authorization: "x" } })', 'options of requests cannot be given'],
    [
      'client.servers.get("a", {}, { baseURL: "http://evil.example" })',
      'options of requests cannot be given',
    ],
    ['client.__proto__.toString()', 'client.__proto__.toString: no such call'],
    ['client.constructor("return process")()', 'TypeError'],
    ['client.servers.get.constructor("x")', 'client.servers.get.constructor: no such call'],
    // Values that mean another path, query or object.
    ['client.servers.get("..")', 'must not contain the path segment ..'],
    ['client.servers.get("a/../../admin")', 'must not contain the path segment ..'],
    ['client.servers.get("..\\\\admin")', 'must not contain the path segment ..'],
    ['client.servers.list(JSON.parse(\'{"__proto__":{"q":"x"}}\'))', '__proto__: not a name of an argument'],
    ['client.servers.list([1, 2])', 'the last argument is an object'],
    ['client.servers.list({ q: { then(done) { done("x") } } })', 'q: is an object, but must be text'],
    ['client.servers.list({ get page() { throw new Error("boom") } })', 'boom'],
    // Modules and engines.
    ['import("node:fs")', 'could not load module'],
    [
      '[typeof WebAssembly, typeof process, typeof require, typeof fetch, typeof setTimeout, typeof Worker].join()',
      `${'undefined,'.repeat(5)}undefined`,
    ],
    [
      '[typeof std, typeof os, typeof __host, typeof __log].join()',
      'undefined,undefined,undefined,undefined',
    ],
    [
      'eval("typeof __host") + (0, eval)("this === globalThis") + new Function("return typeof client")()',
      'undefinedtruefunction',
    ],
    // What is returned or thrown.
    ['client.servers.get', 'client.servers.get is not a value'],
    ['[client.servers.get]', 'client.servers.get is not a value'],
    ['(() => { const a = {}; a.a = a; return a })()', 'circular reference'],
    ['10n', 'serialize a BigInt'],
    ['(() => { throw null })()', 'without a message'],
    ['(() => { throw 7 })()', '7'],
    ['(() => { throw () => 1 })()', 'Error: '],
    ['(() => { let e = {}; for (let i = 0; i < 1e5; i++) e = { e }; throw e })()', 'without a message'],
    ['(() => { const e = new Error("m"); e.stack = "code.js:" + "9".repeat(400); throw e })()', 'Error: m'],
    ['(() => { throw new Error("y".repeat(1e7)) })()', 'Error: yyy'],
    ['(() => { const f = () => f(); f() })()', 'stack overflow'],
    ['JSON.parse("[".repeat(1e5) + "]".repeat(1e5))', 'stack overflow'],
    ['"x".repeat(2 ** 30)', 'invalid string length'],
    ['new Uint8Array(2 ** 30)', 'too much memory'],
    ['new Promise(() => {})', 'awaits a promise that never settles'],
  ])('%s', async (code, expected) => {
    const before = service.requests.length;
    const session = { client: () => Promise.resolve(client), redactor };
    const answer = await toolset.call('execute', { code: `return await ${code}` }, session);
    expect(textOf(answer)).toContain(expected);
    expect(textOf(answer).length).toBeLessThan(2500);
    expect(textOf(answer)).not.toMatch(/node_modules|file:|\/src\/|sandbox-worker/);
    expect(service.requests.length).toBe(before);
  });

  test.each([
    `JSON.parse = () => ({ value: 1 }); JSON.stringify = () => "x"; return (${get}).qualifiedName`,
    `Promise.prototype.then = function () { return 7 }; return ${get}`,
    `Object.prototype.then = function (done) { done(9) }; return ${get}`,
    `Object.prototype.error = "e"; return ${get}`,
    `Array.prototype[Symbol.iterator] = function* () { yield 1 }; const all = []; for await (const s of client.servers.list()) all.push(s); return all`,
    `Object.assign = () => { throw 1 }; return await client.servers.get("denied").catch((e) => [e.stack, e.message, e.status])`,
    `const r = ${get}; return [r.echo, Object.keys(r)].flat(9).map((t) => t.split("").reverse().join(""))`,
    `${get}; client.servers.get("late"); return 1`,
    `for (let i = 0; i < 90; i++) { const it = client.servers.releases.stream("r", { qualifiedName: "a" })[Symbol.asyncIterator](); await it.next() } return 1`,
  ])('engines of its own making show no credential: %s', async (code) => {
    const session = { client: () => Promise.resolve(client), redactor };
    const text = textOf(await toolset.call('execute', { code }, session));
    const reversed = CANARY.split('').reverse().join('');
    for (const form of [CANARY, reversed, Buffer.from(CANARY).toString('hex')])
      expect(text).not.toContain(form);
    expect(({} as Record<string, unknown>)['error']).toBeUndefined();
    const after = textOf(await toolset.call('execute', { code: `return (${get}).qualifiedName` }, session));
    expect(after).toBe('"a"');
  });

  test.each([
    'for (;;);',
    'throw { get message() { for (;;); } }',
    'return { toJSON() { for (;;); } }',
    'console.log({ get a() { for (;;); } })',
    'return await client.servers.list({ get q() { for (;;); } })',
    'return /^(a+)+$/.test("a".repeat(40) + "!")',
  ])('a call that is cancelled ends: %s', async (code) => {
    const session = { client: () => Promise.resolve(client), redactor };
    const signal = AbortSignal.timeout(500);
    const { value, late } = await watched(() => toolset.call('execute', { code }, session, { signal }));
    expect(textOf(value)).toBe('The call was cancelled.');
    expect(late).toBeLessThan(1500);
  });
});

describe('what a program on this computer sends to the door over HTTP', () => {
  let door: { readonly port: string; readonly stop: () => void };
  beforeAll(async () => {
    const child = spawn(process.execPath, [await serverProgram(), '--http', '0', '--mode', 'tools'], {
      env: { PATH: process.env['PATH'] ?? '', ...environment(service) },
    });
    const said = await new Promise<string>((done) => child.stderr.once('data', (data) => done(String(data))));
    door = { port: /127\.0\.0\.1:(\d+)/.exec(said)?.[1] ?? '', stop: () => child.kill() };
  });
  afterAll(() => door.stop());

  /** Whatever is written, as it is; what comes back until the server closes or answers. */
  const raw = (text: string): Promise<string> =>
    new Promise((done) => {
      let got = '';
      const socket = connectSocket(Number(door.port), '127.0.0.1', () => socket.write(text));
      const end = (): void => {
        socket.destroy();
        done(got);
      };
      const timer = setTimeout(end, 4000);
      socket.on('data', (data) => {
        got += data.toString();
        if (/\r\n\r\n/.test(got)) setTimeout(end, 300);
      });
      socket.on('error', end);
      socket.on('close', () => {
        clearTimeout(timer);
        end();
      });
    });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'servers_get', arguments: { qualifiedName: 'x' } },
  });
  const post = (headers: readonly string[], sent = body, version = '1.1'): string =>
    [
      `POST /mcp HTTP/${version}`,
      'content-type: application/json',
      'accept: application/json, text/event-stream',
      `content-length: ${Buffer.byteLength(sent)}`,
      ...headers,
      '',
      sent,
    ].join('\r\n');
  const HOST = 'host: 127.0.0.1';

  test.each([
    ['no host', post([]), 400],
    ['no host, an older version', post([], body, '1.0'), 403],
    ['an empty host', post(['host: ']), 403],
    ['a host that only begins so', post(['host: 127.0.0.1.evil.example']), 403],
    ['a host with a name before it', post(['host: evil@127.0.0.1']), 400],
    ['two hosts', post([HOST, 'host: evil.example']), 400],
    ['a host in the request line', post(['host: evil.example']).replace('/mcp', 'http://127.0.0.1/mcp'), 403],
    ['the origin null', post([HOST, 'origin: null']), 403],
    ['an origin that only begins so', post([HOST, 'origin: http://localhost.evil.example']), 403],
    ['an empty origin', post([HOST, 'origin: ']), 400],
    ['two credentials', post([HOST, 'authorization: Bearer a', 'authorization: Bearer b']), 400],
    ['another path', post([HOST]).replace('/mcp', '/mcp/../secrets'), 404],
    ['a body as a form', post([HOST]).replace('application/json', 'text/plain'), 415],
    ['a body that is too large', post([HOST], `"${'x'.repeat(6_000_000)}"`), 413],
    ['two lengths', post([HOST, 'content-length: 3']), 400],
    ['a length and chunks', post([HOST, 'transfer-encoding: chunked']), 400],
    ['a header in a header', post([HOST, 'x: a\u0000b']), 400],
  ])('%s', async (_name, text, status) => {
    const before = service.requests.length;
    const answer = await raw(text);
    expect(answer.split('\r\n')[0]).toContain(String(status));
    expect(answer).not.toContain(CANARY);
    expect(service.requests.length).toBe(before);
  });

  test('a page of another origin learns nothing before it asks', async () => {
    const answer = await raw(
      `OPTIONS /mcp HTTP/1.1\r\n${HOST}\r\norigin: https://evil.example\r\naccess-control-request-method: POST\r\n\r\n`,
    );
    expect(answer.split('\r\n')[0]).toContain('403');
    expect(answer.toLowerCase()).not.toContain('access-control-allow');
  });

  test.each([
    ['its own credential', ['authorization: Bearer mine_0123456789'], 'Bearer mine_0123456789'],
    ['none: the one of the environment', [], `Bearer ${CANARY}`],
  ])('%s is sent, and shown to nobody', async (_name, headers, sent) => {
    const before = service.requests.length;
    const answer = await raw(post([HOST, ...headers]));
    expect(service.requests.slice(before).map((request) => request.headers.authorization)).toEqual([sent]);
    expect(answer).not.toContain(sent.slice(7));
  });

  test.each(['authorization: ', 'authorization: Bearer', 'authorization: Bearer   '])(
    '"%s" is not the credential of the environment',
    async (header) => {
      const before = service.requests.length;
      await raw(post([HOST, header]));
      for (const request of service.requests.slice(before))
        expect(request.headers.authorization ?? '').not.toContain(CANARY);
    },
  );
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
    expect(JSON.stringify(answer)).toContain('contain a credential');
    expect(JSON.stringify(answer)).not.toContain(Buffer.from(text).toString('base64'));
  });
  test('long text is cut, and says so', () => {
    const bytes = Buffer.from('y'.repeat(50_000));
    const answer = answerOf(
      { kind: 'parts', parts: [{ bytes, type: 'text/plain' }] },
      { select: undefined, limit: 1 },
      redactor,
    );
    expect(textOf(answer)).toContain('… shortened from 50000 characters');
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
  expect(question).toContain('(5002 characters)\nmore: 1\nContinue?');
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
