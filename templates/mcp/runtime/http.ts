/** Serves HTTP on this computer only; web pages must not reach it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type McpServerFactory,
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { createSessions } from './sessions.ts';

const LOOPBACK = '127.0.0.1';

/** Answers requests to `/mcp`, in the session that they name, if any. */
export function createFetchHandler(factory: McpServerFactory): (request: Request) => Promise<Response> {
  const handler = createMcpHandler(factory);
  const inSession = createSessions(factory);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== '/mcp' && pathname !== '/') return new Response('Not found\n', { status: 404 });
    return (await inSession(request)) ?? handler.fetch(request);
  };
}

export async function serveHttp(
  factory: McpServerFactory,
  port: number,
): Promise<{ readonly server: Server; readonly url: string }> {
  const answer = createFetchHandler(factory);
  const server = createServer((request, response) => {
    respond(request, response, answer).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, LOOPBACK, done);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { server, url: `http://${LOOPBACK}:${bound}/mcp` };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  if (!isPlain(incoming)) {
    outgoing.writeHead(400).end('Bad request\n');
    return;
  }
  const request = requestOf(incoming, outgoing);
  // Rejects other hosts (DNS rebinding) and other origins (web pages).
  const refusal =
    hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
    originValidationResponse(request, localhostAllowedOrigins());
  const response = refusal ?? (await answer(request));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  // A stream may stay silent for a long time.
  outgoing.flushHeaders();
  if (!response.body) return void outgoing.end();
  // The stream ends when the client disconnects.
  await pipeline(Readable.fromWeb(response.body as never), outgoing);
}

/** Headers that identify the caller must not occur twice: a proxy may read the other one. */
const ONCE = ['host', 'origin', 'authorization'];

function isPlain({ headers, rawHeaders }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const isOnce = ONCE.every((name) => names.filter((other) => other === name).length <= 1);
  return isOnce && headers.origin !== '' && !/[^\w.:[\]-]/.test(headers.host ?? '');
}

function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const text of Array.isArray(value) ? value : value === undefined ? [] : [value])
      headers.append(name, text);
  const abort = new AbortController();
  outgoing.once('close', () => abort.abort());
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // The host of this URL is a placeholder; the `Host` header is checked instead.
  const url = new URL((incoming.url ?? '/').replace(/^\/+/, '/'), `http://${LOOPBACK}`);
  return new Request(url, {
    method,
    headers,
    signal: abort.signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as never, duplex: 'half' }),
  } as RequestInit);
}
