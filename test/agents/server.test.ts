/** The server of Smithery's golden through official clients: what is listed, called, refused and never told. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lintTool } from './lint.ts';
import {
  CANARY,
  type Connection,
  type Service,
  connect,
  connectHttp,
  environment,
  serverProgram,
  startService,
  textOf,
} from './support.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  await serverProgram();
}, 60_000);
afterAll(() => service.close());

/** Every answer of this file goes through here: none may hold the credential, in any of its forms. */
async function call(connection: Pick<Connection, 'client'>, name: string, args: Record<string, unknown>) {
  const answer = await connection.client.callTool({ name, arguments: args });
  const text = JSON.stringify(answer);
  const forms = [
    CANARY,
    Buffer.from(CANARY).toString('hex'),
    Buffer.from(`user:${CANARY}`).toString('base64').slice(8, -3),
  ];
  for (const form of forms) expect(text.toLowerCase()).not.toContain(form.toLowerCase());
  return { answer, text: textOf(answer), isError: answer.isError === true };
}

describe.each(['modern', 'legacy'] as const)('%s revision', (era) => {
  test('lists tools without a credential, and a call says which one is missing', async () => {
    const connection = await connect(['--mode', 'both'], { era });
    const { tools } = await connection.client.listTools();
    expect(tools).toHaveLength(54);
    for (const tool of tools) {
      expect(lintTool({ tool: tool.name, input: tool.inputSchema as never })).toEqual([]);
      expect(Object.keys(tool.annotations ?? {})).toHaveLength(4);
    }
    const { text, isError } = await call(connection, 'servers_get', { qualifiedName: 'a' });
    expect(isError).toBe(true);
    expect(text).toContain('SMITHERY_API_KEY');
    await connection.close();
  });

  test('over HTTP, with the credential of the request', async () => {
    const { url, stop } = await startHttp(['--mode', 'tools']);
    const client = await connectHttp(url, era, { authorization: 'Bearer of_the_request_42' });
    expect((await client.listTools()).tools).toHaveLength(52);
    const before = service.requests.length;
    const answer = await client.callTool({ name: 'servers_get', arguments: { qualifiedName: 'a' } });
    expect(service.requests[before]?.headers.authorization).toBe('Bearer of_the_request_42');
    expect(JSON.stringify(answer)).not.toContain('of_the_request_42');
    await client.close();
    stop();
  });
});

describe('tools', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect(['--mode', 'tools'], { env: environment(service), era: 'modern' });
  });
  afterAll(() => connection.close());

  test('select and limit: over pages, small, and it says that there is more', async () => {
    const { answer, text } = await call(connection, 'servers_list', { limit: 12, select: 'qualifiedName' });
    const items = (answer.structuredContent as { items: object[] }).items;
    expect(items).toHaveLength(12);
    expect(items[11]).toEqual({ qualifiedName: 'acme/s2-1' });
    expect(text).toContain('There are more items; limit was 12');
    const all = await call(connection, 'servers_list', { limit: 30, select: 'qualifiedName' });
    expect(all.text).not.toContain('There are more');
  });

  test.each([
    ['servers_list', { query: 'w' }, 'servers.list: query: unknown'],
    ['servers_list', { pagesize: 3 }, 'pagesize: unknown, did you mean pageSize'],
    ['servers_list', { page: 'three' }, 'page: is "three", but must be a whole number'],
    ['servers_list', { limit: 0 }, 'limit: must be a whole number from 1 to 10000'],
    ['servers_get', {}, 'servers.get: qualifiedName: missing'],
    ['servers_get', { qualifiedName: 'a', baseURL: 'https://evil.example' }, 'baseURL: unknown'],
    ['servers_get', { qualifiedName: 'a', headers: { a: 'b' } }, 'headers: unknown'],
    ['server_lst', {}, 'did you mean servers_list'],
    ['execute', { code: 'return 1' }, 'execute: unknown'],
  ])('%s %j sends nothing', async (name, args, message) => {
    const before = service.requests.length;
    const { text, isError } = await call(connection, name, args);
    expect(text).toContain(message);
    expect(isError).toBe(true);
    expect(service.requests).toHaveLength(before);
  });

  test('errors of the API have status, message and id of the request, and the body once', async () => {
    const { text, isError } = await call(connection, 'servers_get', { qualifiedName: 'missing' });
    expect(isError).toBe(true);
    expect(text).toContain('404 Server not found for [redacted]');
    expect(text).toContain('req_1');
    expect(text.match(/not found/g)).toHaveLength(1);
    expect((await call(connection, 'servers_get', { qualifiedName: 'denied' })).text).toContain(
      'may not do this',
    );
  });

  test('echoes of the credential are black in every form, keys included', async () => {
    const { text } = await call(connection, 'servers_get', { qualifiedName: 'a' });
    expect(text.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(6);
  });

  test('a stream that never ends gives its first events', async () => {
    const { answer, text } = await call(connection, 'servers_releases_stream', {
      id: 'r1',
      qualifiedName: 'acme/s',
    });
    expect((answer.structuredContent as { items: object[] }).items).toHaveLength(50);
    expect(text).toContain('its first 50 events');
  });

  test('a large answer is cut, and says how to get less', async () => {
    const { text } = await call(connection, 'servers_get', { qualifiedName: 'huge' });
    expect(text.length).toBeLessThan(41_000);
    expect(text).toContain('Use select to keep only the fields');
  });
});

describe('code', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect([], { env: environment(service), era: 'modern' });
  });
  afterAll(() => connection.close());
  const run = (code: string) => call(connection, 'execute', { code });

  test('two tools, for any document, in fewer tokens than a small list', async () => {
    const { tools } = await connection.client.listTools();
    expect(tools.map((tool) => tool.name)).toEqual(['search_docs', 'execute']);
    expect(JSON.stringify(tools).length).toBeLessThan(1800);
  });

  test('search gives signatures', async () => {
    const { text } = await call(connection, 'search_docs', { query: 'list the servers' });
    expect(text).toMatch(/^client\.servers\.list\(\{/);
    expect(text.length).toBeLessThan(4500);
  });

  test.each([
    ['return 1 + 1', '2'],
    ["const page = await client.servers.list({ q: 'w' }); return page.servers.length", '10'],
    ['let n = 0; for await (const s of client.servers.list()) n++; return n', '30'],
    ["return (await client.servers.get('a')).qualifiedName", '"a"'],
    ["console.log('seen', { a: 1 })", 'seen {"a":1}'],
    [
      "const [a, b] = await Promise.all([client.servers.get('a'), client.servers.get('b')]); return [a.qualifiedName, b.qualifiedName]",
      '["a","b"]',
    ],
    ["try { await client.servers.get('missing') } catch (error) { return error.status }", '404'],
  ])('%s', async (code, expected) => {
    const { text, isError } = await run(code);
    expect(text).toBe(expected);
    expect(isError).toBe(false);
  });

  test.each([
    ['return client.server.lst()', 'did you mean servers.list'],
    ['return await client.servers.list({ query: 1 })', 'query: unknown'],
    [
      "return await client.servers.get('a', { baseURL: 'https://evil.example' })",
      'options of requests cannot be given',
    ],
    ["return await client.servers.get('a', {}, { headers: {} })", 'options of requests cannot be given'],
    ['return client.constructor()', 'no such call'],
    ['return client.__proto__.toString()', 'no such call'],
    ['return await client._client.fetch()', 'no such call'],
    ['for await (const x of client.servers.get("a")) {}', 'gives no pages'],
    ['await new Promise(() => {})', 'awaits a promise that never settles'],
    ['return 1 +', 'SyntaxError'],
    ["throw new TypeError('mine')", 'TypeError: mine (line 1)'],
    ['for (let i = 0; i < 120; i++) await client.servers.get("a")', 'at most 100 calls'],
    ['const f = () => f(); f()', 'stack'],
  ])('%s is refused', async (code, message) => {
    const { text, isError } = await run(code);
    expect(text).toContain(message);
    expect(isError).toBe(true);
  });

  test('nothing of Node, of the network or of the process is inside', async () => {
    const names = [
      'process',
      'require',
      'fetch',
      'WebAssembly',
      'setTimeout',
      '__host',
      '__log',
      'Worker',
      'Deno',
      'Bun',
      'navigator',
    ];
    const { text } = await run(`return [${names.map((name) => `typeof ${name}`).join(', ')}]`);
    expect(new Set(JSON.parse(text) as string[])).toEqual(new Set(['undefined']));
    const { text: imported } = await run("return await import('node:fs')");
    expect(imported).not.toContain('readFile');
    const { text: made } = await run("return new Function('return typeof process + typeof fetch')()");
    expect(made).toBe('"undefinedundefined"');
  });

  test('what it changes is gone in the next run', async () => {
    await run(
      "globalThis.kept = 1; Object.prototype.kept = 2; Array.prototype.map = () => 'mine'; JSON.parse = () => ({ value: 7 })",
    );
    expect((await run('return [typeof kept, [1].map((x) => x + 1), ({}).kept ?? null]')).text).toBe(
      '["undefined",[2],null]',
    );
  });

  test('a prototype that code poisons stays inside', async () => {
    const before = service.requests.length;
    await run(
      'const args = JSON.parse(\'{"__proto__": {"q": "x"}, "constructor": 1}\'); return await client.servers.list(args)',
    );
    expect(service.requests).toHaveLength(before);
    expect((await run("return (await client.servers.get('a')).qualifiedName")).text).toBe('"a"');
  });

  test('the server answers while code runs in a ring, and a call that is cancelled ends', async () => {
    const abort = new AbortController();
    const params = { name: 'execute', arguments: { code: 'while (true) {}' } };
    const running = connection.client.callTool(params, { signal: abort.signal });
    running.catch(() => undefined);
    await new Promise((done) => setTimeout(done, 500));
    const started = performance.now();
    await connection.client.listTools();
    // The bar is 200 ms on a machine that does nothing else.
    expect(performance.now() - started).toBeLessThan(1000);
    abort.abort();
    await expect(running).rejects.toThrow();
    expect((await run('return 1')).text).toBe('1');
  });
});

test('time and memory have an end, whatever the code does', async () => {
  const { runCode } = (await import(
    /* @vite-ignore */ join(await serverProgram(), '../sandbox.js')
  )) as typeof import('../../generated/smithery-mcp/src/sandbox.ts');
  const limits = { timeoutMs: 1500, memoryBytes: 16 * 1024 * 1024 };
  const ask = (): Promise<string> => new Promise(() => undefined);
  const ran = await Promise.all(
    [
      'while (true) {}',
      'await client.servers.get("a")',
      '/^(a+)+$/.test("a".repeat(40) + "b")',
      'const all = []; for (;;) all.push(new Uint8Array(1e6))',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0)',
      'for (;;) await null',
    ].map((code) => runCode(code, ask, limits)),
  );
  for (const { failure } of ran)
    expect(failure).toMatch(/took too long|used too much memory|longer than|is not defined/);
  const before = process.memoryUsage().rss;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);
  const greedy = 'const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1))';
  const runs = await Promise.all(Array.from({ length: 6 }, () => runCode(greedy, ask)));
  clearInterval(watch);
  expect(runs.map(({ failure }) => failure)).toEqual(runs.map(() => 'The code used too much memory.'));
  expect((peak - before) / 2 ** 20).toBeLessThan(600);
  const { logs } = await runCode("for (let i = 0; i < 1e5; i++) console.log('x'.repeat(100))", ask, limits);
  expect(logs.join('').length).toBeLessThanOrEqual(20_000);
});

describe('filters hold by every road', () => {
  test.each([
    [['--read-only'], 'servers_delete', '--read-only'],
    [['--tools', 'servers.*,!servers.delete'], 'servers_delete', '--tools'],
    [['--resource', 'connect'], 'servers_delete', '--resource'],
  ] as const)('%j', async (args, tool, option) => {
    const connection = await connect(['--mode', 'both', ...args], {
      env: environment(service),
      era: 'modern',
    });
    const before = service.requests.length;
    const { tools } = await connection.client.listTools();
    expect(tools.map((each) => each.name)).not.toContain(tool);
    expect((await call(connection, tool, { qualifiedName: 'a' })).text).toContain(`not allowed by ${option}`);
    const roads = [
      "client.servers.delete('a')",
      "client['servers']['delete']('a')",
      "Reflect.apply(client.servers.delete, null, ['a'])",
    ];
    for (const road of roads)
      expect((await call(connection, 'execute', { code: `return await ${road}` })).text).toContain(
        `not allowed by ${option}`,
      );
    expect((await call(connection, 'search_docs', { query: 'servers_delete' })).text).not.toContain(
      'client.servers.delete(',
    );
    expect(service.requests).toHaveLength(before);
    await connection.close();
  });

  test('what destroys asks first, and is refused where nobody can be asked', async () => {
    const connection = await connect(['--mode', 'both', '--confirm'], { env: environment(service) });
    const before = service.requests.length;
    expect((await call(connection, 'servers_delete', { qualifiedName: 'a' })).text).toContain(
      'cannot ask the user',
    );
    expect(
      (await call(connection, 'execute', { code: "return await client.servers.delete('a')" })).text,
    ).toContain('--confirm');
    expect(service.requests).toHaveLength(before);
    await connection.close();
  });

  test('a pattern that fits nothing, and an unknown option, end the start with advice', async () => {
    expect(await start(['--tools', 'server.*'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('No call matches server.*'),
    });
    expect(await start(['--readonly'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean --read-only'),
    });
    expect(await start(['--list', '--read-only'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('servers_list\tread'),
    });
  });
});

test('files: closed, then one folder, and no way out of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-agents-'));
  writeFileSync(join(folder, 'inside.txt'), 'from the folder');
  symlinkSync('/etc/hostname', join(folder, 'link.txt'));
  symlinkSync('/etc', join(folder, 'folder'));
  symlinkSync('ring.txt', join(folder, 'ring.txt'));
  const names = [
    'file:inside.txt',
    'file:../../../etc/hostname',
    'file:/etc/hostname',
    'file:link.txt',
    'file:',
    'file://etc/hostname',
    'file:INSIDE.TXT/../../etc/hostname',
    'file:folder/hostname',
    'file:ring.txt',
    'file:inside.txt\u0000',
  ];
  const { withFiles, filesBelow } = await import('../../generated/smithery-mcp/src/files.ts');
  for (const name of names)
    await expect(withFiles(name, [[]], filesBelow(undefined))).rejects.toThrow('local files cannot be read');
  expect(await ((await withFiles(names[0], [[]], filesBelow(folder))) as File).text()).toBe(
    'from the folder',
  );
  for (const name of names.slice(1))
    await expect(withFiles(name, [[]], filesBelow(folder))).rejects.toThrow('no such file');
  // Nothing tells where the folder is.
  await expect(withFiles('file:a', [[]], filesBelow('/no/such/place'))).rejects.toThrow(
    /^file:a: no such file/,
  );
  mkdirSync(join(folder, 'below'));
  await expect(withFiles('file:below', [[]], filesBelow(folder))).rejects.toThrow('is not a file');
  expect(
    await ((await withFiles('data:text/plain;base64,aGk=', [[]], filesBelow(undefined))) as File).text(),
  ).toBe('hi');
  expect(
    await withFiles({ a: ['x'], b: 'file:/etc/hostname' }, [['a', '*']], filesBelow(undefined)),
  ).toMatchObject({
    b: 'file:/etc/hostname',
  });
  rmSync(folder, { recursive: true });
});

test('a folder of --files that is none ends the start', async () => {
  const ended = await start(['--files', '/no/such/place']);
  expect(ended).toEqual({ code: 2, out: '', err: '--files /no/such/place: is not a folder\n' });
});

test('another host, or a page of another origin, gets no answer over HTTP', async () => {
  const { url, stop } = await startHttp([]);
  const { port } = new URL(url);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
  const status = (headers: Record<string, string>): Promise<number> =>
    new Promise((done, failed) => {
      const sent = httpRequest(
        {
          host: '127.0.0.1',
          port,
          path: '/mcp',
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            ...headers,
          },
        },
        (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        },
      );
      sent.on('error', failed);
      sent.end(body);
    });
  expect(await status({ host: `127.0.0.1:${port}` })).toBe(200);
  expect(await status({ host: 'evil.example' })).toBe(403);
  expect(await status({ host: `evil.example:${port}` })).toBe(403);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ origin: 'null' })).toBe(403);
  stop();
});

async function start(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [await serverProgram(), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

async function startHttp(args: readonly string[]): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [await serverProgram(), '--http', '0', ...args], {
    env: { PATH: process.env['PATH'], ...environment(service) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await new Promise<string>((done, failed) => {
    let text = '';
    child.on('exit', () => failed(new Error(text)));
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(text) ?? [];
      if (found !== undefined) done(found);
    });
  });
  return { url, stop: () => void child.kill() };
}
