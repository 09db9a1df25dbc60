/** Sessions of the older revision: a stream is taken up again, nobody else's session is, and all of it has an end. */
import { connect as connectSocket } from 'node:net';
import { McpServer } from '@modelcontextprotocol/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEventStore } from '../../generated/smithery-mcp/src/event-store.ts';
import { serveHttp } from '../../generated/smithery-mcp/src/http.ts';
import { type SessionHandler, createSessions } from '../../generated/smithery-mcp/src/sessions.ts';

let finish: () => void = () => undefined;
const factory = (): McpServer => {
  const whole = new McpServer({ name: 'a', version: '1' }, { capabilities: { tools: {} } });
  whole.server.setRequestHandler('tools/list', () => ({ tools: [] }));
  whole.server.setRequestHandler('tools/call', async () => {
    await new Promise<void>((done) => (finish = done));
    return { content: [{ type: 'text' as const, text: 'late' }] };
  });
  return whole;
};

const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const post = (method: string, params: object, headers: Record<string, string> = {}): Request =>
  new Request('http://127.0.0.1/mcp', {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
const VERSION = { 'mcp-protocol-version': '2025-11-25' };
const FIRST = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'a', version: '1' } };

async function started(handle: SessionHandler, headers: Record<string, string> = {}): Promise<string> {
  const response = await handle(post('initialize', FIRST, headers));
  await response?.text();
  return response?.headers.get('mcp-session-id') ?? '';
}
const statusOf = async (handle: SessionHandler, id: string, headers: Record<string, string> = {}) =>
  (await handle(post('tools/list', {}, { 'mcp-session-id': id, ...VERSION, ...headers })))?.status;

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

test('a client that lost its stream gets the answer when it comes back', async () => {
  const handle = createSessions(factory);
  const id = await started(handle);
  const ids = { 'mcp-session-id': id, ...VERSION };
  const first = await handle(post('tools/call', { name: 'a', arguments: {} }, ids));
  const reader = first?.body?.getReader();
  const primed = new TextDecoder().decode((await reader?.read())?.value);
  expect(primed).toContain('retry: 1000');
  const last = /^id: (.+)$/m.exec(primed)?.[1] ?? '';
  await reader?.cancel();
  finish();
  const again = new Request('http://127.0.0.1/mcp', {
    headers: { accept: 'text/event-stream', ...ids, 'last-event-id': last },
  });
  const response = await handle(again);
  const read = await response?.body?.getReader().read();
  expect(new TextDecoder().decode(read?.value)).toContain('late');
});

describe('whose session it is', () => {
  test.each([
    [{}, {}, 200],
    [{ authorization: 'Bearer a' }, { authorization: 'Bearer a' }, 200],
    [{ authorization: 'Bearer a' }, {}, 404],
    [{ authorization: 'Bearer a' }, { authorization: 'Bearer b' }, 404],
    [{}, { authorization: 'Bearer b' }, 404],
  ])('started with %j, used with %j', async (own, used, status) => {
    const handle = createSessions(factory);
    expect(await statusOf(handle, await started(handle, own as Record<string, string>), used as never)).toBe(
      status,
    );
  });

  test('an id that nobody has, and one that was ended', async () => {
    const handle = createSessions(factory);
    expect(await statusOf(handle, 'other')).toBe(404);
    const id = await started(handle);
    const headers = { 'mcp-session-id': id, ...VERSION };
    expect((await handle(new Request('http://127.0.0.1/mcp', { method: 'DELETE', headers })))?.status).toBe(
      200,
    );
    expect(await statusOf(handle, id)).toBe(404);
  });
});

describe('what is kept has an end', () => {
  test('sessions: the one that was used longest ago goes', async () => {
    const handle = createSessions(factory, { sessions: 2, age: 1000 });
    const ids = [await started(handle), await started(handle)];
    expect(await statusOf(handle, ids[0] ?? '')).toBe(200);
    const third = await started(handle);
    expect(await Promise.all([...ids, third].map((id) => statusOf(handle, id)))).toEqual([200, 404, 200]);
  });

  test('age', async () => {
    const handle = createSessions(factory, { sessions: 2, age: 1000 });
    const id = await started(handle);
    vi.setSystemTime(Date.now() + 900);
    expect(await statusOf(handle, id)).toBe(200);
    vi.setSystemTime(Date.now() + 900);
    expect(await statusOf(handle, id)).toBe(200);
    vi.setSystemTime(Date.now() + 1001);
    expect(await statusOf(handle, id)).toBe(404);
  });

  test.each([
    [{ events: 3, size: 1e6 }, ['8', '9', '10']],
    [{ events: 100, size: 150 }, ['9', '10']],
    [{ events: 100, size: 10 }, []],
  ])('events: %j', async (limits, kept) => {
    const store = createEventStore(limits);
    for (let index = 0; index < 10; index++)
      await store.storeEvent(index % 2 ? 'a' : 'b', { jsonrpc: '2.0', method: 'x'.repeat(30) });
    expect(store.size()).toBeLessThanOrEqual(limits.size);
    const known = await Promise.all(
      Array.from({ length: 12 }, (_, index) => store.getStreamIdForEventId?.(String(index))),
    );
    expect(known.flatMap((stream, index) => (stream === undefined ? [] : [String(index)]))).toEqual(kept);
  });

  test('only later events of the same stream are sent again', async () => {
    const store = createEventStore();
    for (const stream of ['a', 'b', 'a', 'b', 'a'])
      await store.storeEvent(stream, { jsonrpc: '2.0', method: stream });
    const sent: string[] = [];
    const send = (id: string): Promise<void> => Promise.resolve(void sent.push(id));
    expect(await store.replayEventsAfter('1', { send })).toBe('a');
    expect(sent).toEqual(['3', '5']);
    await expect(store.replayEventsAfter('77', { send })).rejects.toThrow();
  });
});

test('the stream of a client that has gone is free again', async () => {
  const { server, url } = await serveHttp(factory, 0);
  const { port } = new URL(url);
  const host = { ...HEADERS, host: `127.0.0.1:${port}` };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: FIRST });
  const first = await fetch(url, { method: 'POST', headers: host, body });
  await first.text();
  const id = first.headers.get('mcp-session-id') ?? '';
  const asked = `GET /mcp HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/event-stream\r\nmcp-session-id: ${id}\r\nmcp-protocol-version: 2025-11-25\r\n\r\n`;
  const listen = (): Promise<string> =>
    new Promise((done) => {
      const socket = connectSocket(Number(port), '127.0.0.1', () => socket.write(asked));
      socket.once('data', (data) => {
        done(data.toString().slice(9, 12));
        socket.destroy();
      });
    });
  expect(await listen()).toBe('200');
  // The server learns of it a moment later.
  let status = '';
  for (let turn = 0; turn < 100 && status !== '200'; turn++) status = await listen();
  expect(status).toBe('200');
  server.closeAllConnections();
  server.close();
});
