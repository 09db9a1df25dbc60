/**
 * Uploads whose stream fails, or is never read: the call is rejected, the process lives, nothing stays open.
 */
import { createReadStream, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { binaryRequestOptions } from '../../templates/typescript/runtime/internal/binary.ts';
import { multipartFormRequestOptions } from '../../templates/typescript/runtime/internal/multipart.ts';
import type { RequestOptions } from '../../templates/typescript/runtime/internal/request-options.ts';
import { toFile } from '../../templates/typescript/runtime/uploads.ts';
import { failure, fakeFetch, json, serve, TestClient } from '../runtime/support.ts';
import { host, sendJSON } from './hosts.ts';

const folder = mkdtempSync(join(tmpdir(), 'streams-'));
const big = join(folder, 'big.bin');
writeFileSync(big, new Uint8Array(4 * 1024 * 1024));
afterAll(() => rmSync(folder, { recursive: true }));

const missing = (): ReturnType<typeof createReadStream> => createReadStream(join(folder, 'missing'));
const isLinux = process.platform === 'linux';
/** Descriptors of the big file. */
const open = (): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === big;
    } catch {
      return false;
    }
  }).length;

/** The ways a stream gets into a request. */
const ways: readonly (readonly [string, (stream: Readable) => RequestOptions])[] = [
  ['multipart', (stream) => multipartFormRequestOptions({ body: { a: 'x', deep: [{ file: stream }] } })],
  ['binary', (stream) => binaryRequestOptions({ body: stream })],
  ['plain', (stream) => ({ body: stream })],
];

describe.each(ways)('a stream that fails (%s)', (_name, bodyOf) => {
  it('rejects the call with its own error, without another attempt', async () => {
    const api = await host((_request, response) => sendJSON(response, {}));
    const error = await failure(new TestClient({ baseURL: api.url }).post('/x', bodyOf(missing())));
    expect(error).toBeInstanceOf(Error);
    const causes = [error, (error as Error).cause, ((error as Error).cause as Error)?.cause];
    expect(causes).toContainEqual(expect.objectContaining({ code: 'ENOENT' }));
    expect(api.received).toEqual([]);
  });

  it('fails half-way, and is told all the same', async () => {
    const { url } = await serve((request) => void request.resume().on('error', () => undefined));
    async function* half() {
      yield new Uint8Array(100_000);
      await wait(20);
      throw new Error('the disk is gone');
    }
    const error = await failure(new TestClient({ baseURL: url }).post('/x', bodyOf(Readable.from(half()))));
    const causes = [(error as Error).cause, ((error as Error).cause as Error)?.cause];
    expect(causes).toContainEqual(expect.objectContaining({ message: 'the disk is gone' }));
  });

  it('does not end the process while credentials are being fetched', async () => {
    const api = await host((_request, response) => sendJSON(response, {}));
    const token = async () => {
      await wait(50);
      return 't';
    };
    expect(
      await failure(new TestClient({ baseURL: api.url, token }).post('/x', bodyOf(missing()))),
    ).toBeInstanceOf(Error);
  });
});

it('a stream that fails is the direct cause where the SDK reads it', async () => {
  const { url } = await serve((request) => void request.resume().on('error', () => undefined));
  for (const way of ways.slice(0, 2)) {
    expect(await failure(new TestClient({ baseURL: url }).post('/x', way[1](missing())))).toMatchObject({
      name: 'SDKError',
      message: 'The request body could not be read',
      cause: { code: 'ENOENT' },
    });
  }
});

it('toFile listens before anybody reads', async () => {
  const file = await toFile(missing(), 'a');
  await wait(50);
  expect(await failure(file.text())).toMatchObject({ code: 'ENOENT' });
});

describe.skipIf(!isLinux).each(ways)('streams that nobody reads (%s)', (_name, bodyOf) => {
  const settled = async (): Promise<void> => {
    for (let tries = 0; tries < 100 && open() > 0; tries++) {
      await wait(20);
    }
    expect(open()).toBe(0);
  };
  const twenty = (call: () => PromiseLike<unknown>): Promise<unknown[]> =>
    Promise.all(Array.from({ length: 20 }, () => failure(call())));

  it('are closed when the call is aborted, before or while it is sent', async () => {
    const { url } = await serve(() => undefined);
    const client = new TestClient({ baseURL: url });
    await twenty(() =>
      client.post('/x', { ...bodyOf(createReadStream(big, { start: 1 })), signal: AbortSignal.abort() }),
    );
    await twenty(() =>
      client.post('/x', { ...bodyOf(createReadStream(big, { start: 1 })), signal: AbortSignal.timeout(30) }),
    );
    await settled();
  });

  it('are closed when nothing can be sent', async () => {
    const lost = new TestClient({ settings: { security: [{ none: true }] } });
    await twenty(() => lost.post('/x', bodyOf(createReadStream(big, { start: 1 }))));
    const closed = new TestClient({ baseURL: 'http://127.0.0.1:1', maxRetries: 0 });
    await twenty(() => closed.post('/x', bodyOf(createReadStream(big, { start: 1 }))));
    await settled();
  });

  it('are closed when the server answers without reading them', async () => {
    const { url, server } = await serve(
      (_request, response) => void response.writeHead(413, { connection: 'close' }).end('{}'),
    );
    const client = new TestClient({ baseURL: url, maxRetries: 0 });
    await twenty(() => client.post('/x', bodyOf(createReadStream(big, { start: 1 }))));
    server.closeAllConnections();
    await settled();
  });
});

describe('maxResponseBytes', () => {
  const bomb = gzipSync(JSON.stringify('a'.repeat(5_000_000)));

  it('ends a response that is longer once it is decompressed', async () => {
    const api = await host((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(bomb.length).toBeLessThan(100_000);
    const limited = new TestClient({ baseURL: api.url, maxResponseBytes: 100_000 });
    expect(await failure(limited.get('/x'))).toMatchObject({
      name: 'SDKError',
      message: 'The response is longer than 100000 bytes (maxResponseBytes)',
    });
    expect(api.received).toHaveLength(1);
    expect(await limited.get('/x', { maxResponseBytes: 6_000_000 })).toHaveLength(5_000_000);
    expect(await new TestClient({ baseURL: api.url }).get('/x')).toHaveLength(5_000_000);
  });

  it('reads text whole up to the limit, also that of errors', async () => {
    const text = '{"a":"ä€𝄞"}';
    const { fetch } = fakeFetch(
      new Response(text, { headers: { 'content-type': 'application/json' } }),
      json({ message: 'x'.repeat(100) }, { status: 400 }),
    );
    const client = new TestClient({ fetch, maxResponseBytes: Buffer.byteLength(text) });
    expect(await client.get('/x')).toEqual({ a: 'ä€𝄞' });
    expect(await failure(client.get('/x'))).toMatchObject({ status: 400, error: undefined });
  });
});

it('a fetch that gives no response is told, once', async () => {
  for (const answer of [undefined, null, 'text', {}]) {
    let calls = 0;
    const client = new TestClient({ fetch: (() => (calls++, Promise.resolve(answer))) as never });
    expect(await failure(client.get('/x'))).toMatchObject({
      name: 'SDKError',
      message: expect.stringContaining('fetch and middleware must return a Response'),
    });
    expect(calls).toBe(1);
  }
});
