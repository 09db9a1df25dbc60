// Uploads a file from disk and downloads as much, reporting the most memory held beyond the start. Run with --expose-gc.
import { once } from 'node:events';
import { createReadStream, openAsBlob } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

const [, , runtime, folder, megabytes] = process.argv;
const load = (name) => import(pathToFileURL(join(runtime, name)).href);
const { BaseClient } = await load('internal/base-client.js');
const { multipartFormRequestOptions } = await load('internal/multipart.js');
const { binaryRequestOptions } = await load('internal/binary.js');
const { toFile } = await load('uploads.js');
class Client extends BaseClient {}

const SIZE = Number(megabytes) * 1024 * 1024;
const file = join(folder, 'large.bin');
const handle = await open(file, 'w');
await handle.truncate(SIZE);
await handle.close();

// In a thread of its own, so that only the memory of the client is measured.
const worker = new Worker(new URL('./transfer-server.mjs', import.meta.url), { workerData: SIZE });
const [port] = await once(worker, 'message');
const client = new Client({ logLevel: 'off', timeout: 0 }, { baseURL: `http://127.0.0.1:${port}` });
await client.post('/warm', { body: { a: 1 } });

const held = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
async function measure(name, run) {
  globalThis.gc();
  const start = held();
  const rss = process.memoryUsage().rss;
  let peak = 0;
  let rssPeak = 0;
  const timer = setInterval(() => {
    globalThis.gc();
    peak = Math.max(peak, held() - start);
    rssPeak = Math.max(rssPeak, process.memoryUsage().rss - rss);
  }, 50);
  const began = performance.now();
  const bytes = await run();
  clearInterval(timer);
  if (bytes < SIZE) throw new Error(`${name}: only ${bytes} bytes arrived`);
  const result = { name, heldMB: Math.round(peak / 1e6), rssMB: Math.round(rssPeak / 1e6), ms: Math.round(performance.now() - began) };
  console.log(JSON.stringify(result));
}

await measure('multipart from fs.ReadStream', () => client.post('/x', multipartFormRequestOptions({ body: { f: createReadStream(file) } })));
await measure('multipart from openAsBlob', async () => client.post('/x', multipartFormRequestOptions({ body: { f: await openAsBlob(file) } })));
await measure('multipart from toFile(stream)', async () => client.post('/x', multipartFormRequestOptions({ body: { f: await toFile(createReadStream(file)) } })));
await measure('multipart from Response', async () => {
  const download = await client.get('/x', { __binaryResponse: true });
  return client.post('/x', multipartFormRequestOptions({ body: { f: download } }));
});
await measure('raw body from fs.ReadStream', () => client.put('/x', binaryRequestOptions({ body: createReadStream(file) })));
await measure('download', async () => {
  let bytes = 0;
  for await (const chunk of (await client.get('/x', { __binaryResponse: true })).body) bytes += chunk.length;
  return bytes;
});
await rm(file);
await worker.terminate();
