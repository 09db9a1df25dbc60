/** The server of Smithery's golden as it would be installed, a service that it calls, and official clients. */
import { mkdirSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { build } from 'esbuild';
import { projectRoot } from '../support/shared.ts';

let built: Promise<string> | undefined;

/** Path of the program; made once. It lies where Node finds the packages that it needs. */
export const serverProgram = (): Promise<string> => (built ??= bundle());

async function bundle(): Promise<string> {
  const outdir = join(projectRoot, 'node_modules/.cache/agents-server', String(process.pid));
  mkdirSync(outdir, { recursive: true });
  const source = join(projectRoot, 'generated/smithery-mcp/src');
  await build({
    entryPoints: ['main', 'index', 'sandbox', 'sandbox-worker'].map((name) => join(source, `${name}.ts`)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    alias: { '@smithery/api': join(projectRoot, 'generated/smithery/src/index.ts') },
    external: ['@modelcontextprotocol/*', '@jitl/*', 'quickjs-emscripten-core'],
  });
  return join(outdir, 'main.js');
}

export const CANARY = 'sk_live_canary_0123456789';

export interface Service {
  readonly url: string;
  /** Method, path and body of each request. */
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly body: string;
    readonly headers: IncomingMessage['headers'];
  }[];
  readonly close: () => Promise<void>;
}

/** Answers like Smithery's, and echoes the credential wherever an API might. */
export async function startService(): Promise<Service> {
  const requests: Service['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers });
      answer(request, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${portOf(server)}`, requests, close: () => closed(server) };
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://service');
  const key = request.headers.authorization ?? '';
  const token = key.replace(/^Bearer /, '');
  const send = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_1' });
    response.end(JSON.stringify(body));
  };
  const name = url.pathname.split('/').at(-1) ?? '';
  if (url.pathname === '/servers') {
    const page = Number(url.searchParams.get('page') ?? 1);
    const servers = Array.from({ length: 10 }, (_, index) => ({
      qualifiedName: `acme/s${page}-${index}`,
      displayName: 'Weather',
      useCount: index,
      description: `for ${key}`,
    }));
    return send(200, {
      servers,
      pagination: { currentPage: page, pageSize: 10, totalPages: 3, totalCount: 30 },
    });
  }
  if (name === 'stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let count = 0; count < 60; count++) response.write(`data: {"message":"${count} ${key}"}\n\n`);
    return;
  }
  if (name === 'missing') return send(404, { error: `Server not found for ${key}` });
  if (name === 'denied') return send(401, { error: 'Unauthorized' });
  if (name === 'huge') return send(200, { qualifiedName: 'x'.repeat(100_000) });
  return send(200, {
    qualifiedName: decodeURIComponent(name),
    echo: [
      key,
      token,
      encodeURIComponent(key),
      Buffer.from(`user:${token}`).toString('base64'),
      Buffer.from(token).toString('hex'),
    ],
    [token]: 1,
  });
}

export interface Connection {
  readonly client: Client;
  /** What the server has written to standard error. */
  readonly errors: () => string;
  readonly close: () => Promise<void>;
}

export type Era = 'modern' | 'legacy';

const clientOf = (era: Era, capabilities: object = {}): Client =>
  new Client(
    { name: 'test', version: '1.0.0' },
    { capabilities, versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' } },
  );

export async function connect(
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly era?: Era; readonly client?: Client } = {},
): Promise<Connection> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [await serverProgram(), ...args],
    env: { PATH: process.env['PATH'] ?? '', ...options.env },
    stderr: 'pipe',
  });
  let errors = '';
  transport.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const client = options.client ?? clientOf(options.era ?? 'legacy');
  await client.connect(transport);
  return { client, errors: () => errors, close: () => client.close() };
}

export async function connectHttp(
  url: string,
  era: Era,
  headers: Record<string, string> = {},
): Promise<Client> {
  const client = clientOf(era);
  await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }) as never,
  );
  return client;
}

export const environment = (service: Service): Record<string, string> => ({
  SMITHERY_API_KEY: CANARY,
  SMITHERY_BASE_URL: service.url,
});

/** All texts of an answer. */
export const textOf = (answer: unknown): string => {
  const { content } = answer as { readonly content: readonly { readonly text?: string }[] };
  return content.map((part) => part.text ?? '').join('\n');
};
