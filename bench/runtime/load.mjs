// Requests through the runtime beside bare fetch, in turns, against a server in another process.
// node --expose-gc bench/runtime/load.mjs [requests] [in flight]
import { fork } from 'node:child_process';
import { build } from 'esbuild';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TOTAL = Number(process.argv[2] ?? 10_000);
const IN_FLIGHT = Number(process.argv[3] ?? 100);
// Short rounds in turns, so that a slow moment of the machine meets all senders.
const ROUNDS = 10;

const folder = await mkdtemp(join(tmpdir(), 'sdk-load-'));
const outfile = join(folder, 'runtime.mjs');
await build({
  stdin: {
    contents: `export { BaseClient } from './internal/base-client.ts'; export { bearer } from './internal/auth.ts'; export { path } from './internal/path.ts';`,
    resolveDir: fileURLToPath(new URL('../../templates/typescript/runtime', import.meta.url)),
  },
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outfile,
});
const { BaseClient, bearer, path } = await import(pathToFileURL(outfile).href);
await rm(folder, { recursive: true });

// A process of its own, so that the processor time measured here is that of the client.
const server = fork(fileURLToPath(new URL('./server.mjs', import.meta.url)));
const [port] = await once(server, 'message');
const baseURL = `http://127.0.0.1:${port}`;

class Client extends BaseClient {
  authSchemes() {
    return { bearerAuth: bearer('token') };
  }
}
const client = new Client({ logLevel: 'warn' }, { baseURL });

const viaSDK = (index) => client.get(path`/servers/${`acme/${index}`}`, { query: { verbose: true } });
// Written by hand: the same request, checked and parsed.
const viaFetch = async (index, signal) => {
  const response = await fetch(`${baseURL}/servers/${encodeURIComponent(`acme/${index}`)}?verbose=true`, {
    headers: { accept: 'application/json', authorization: 'Bearer token', 'user-agent': 'bench' },
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};

// The same with a time limit, which every request of an SDK has.
const viaLimited = async (index) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  try {
    return await viaFetch(index, controller.signal);
  } finally {
    clearTimeout(timer);
  }
};

// What a careful person would write: the limit, merged headers, status and media type looked at, one reading of the body.
const viaHand = async (index) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries({ accept: 'application/json', 'user-agent': 'bench', authorization: 'Bearer token' })) {
      headers.set(name, value);
    }
    const url = `${baseURL}/servers/${encodeURIComponent(`acme/${index}`)}?verbose=true`;
    const response = await fetch(url, { method: 'GET', headers, signal: controller.signal });
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    return /[/+]json/.test(response.headers.get('content-type')) ? JSON.parse(text) : text;
  } finally {
    clearTimeout(timer);
  }
};

async function load(send, total) {
  let next = 0;
  const lane = async () => {
    while (next < total) {
      const { id } = await send(next++);
      if (id !== 'srv_1') throw new Error('wrong answer');
    }
  };
  const used = process.cpuUsage();
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000;
}

const senders = { fetch: (index) => viaFetch(index), limited: viaLimited, byHand: viaHand, sdk: viaSDK };
for (const send of Object.values(senders)) {
  await load(send, TOTAL / 5);
}
await settle();
const heapBefore = process.memoryUsage().heapUsed;
const rounds = [];
for (let round = 0; round < ROUNDS; round++) {
  const order = Object.keys(senders);
  const measured = {};
  for (const name of round % 2 === 1 ? order.reverse() : order) {
    measured[name] = await load(senders[name], TOTAL / ROUNDS);
  }
  rounds.push(measured);
}
await settle();
const heapGrowthMB = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
const sockets = Number(await (await fetch(`${baseURL}/sockets`)).text());
const cpu = (name, base) => quartiles(rounds.map((round) => round[name] / round[base]));
const result = {
  requests: TOTAL,
  inFlight: IN_FLIGHT,
  // Processor time as a ratio: lower quartile, median, upper quartile of the rounds.
  sdkToFetch: cpu('sdk', 'fetch'),
  limitedToFetch: cpu('limited', 'fetch'),
  byHandToFetch: cpu('byHand', 'fetch'),
  sdkToLimited: cpu('sdk', 'limited'),
  sdkToByHand: cpu('sdk', 'byHand'),
  addedMicroseconds: quartiles(rounds.map(({ fetch, sdk }) => ((sdk - fetch) * 1000 * ROUNDS) / TOTAL)),
  heapGrowthMB: Number(heapGrowthMB.toFixed(1)),
  sockets,
};
console.log(JSON.stringify(result, null, 2));
server.kill();

function quartiles(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((part) => Number(sorted[Math.floor((sorted.length - 1) * part)].toFixed(3)));
}

// Finalizers run between collections.
async function settle() {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
