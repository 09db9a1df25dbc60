/** The server behind the suite: a few operations of the Smithery API, and some that go wrong on purpose. */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const NAMES = ['one', 'two', 'three', 'four', 'five'];

export async function startServer(): Promise<{
  readonly baseURL: string;
  readonly close: () => Promise<void>;
}> {
  const failures = new Map<string, number>();
  const server = createServer((request, response) => {
    cors(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    answer(request, response, failures).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  failures: Map<string, number>,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const key = `${request.method} ${url.pathname}`;
  if (key === 'GET /servers' && url.searchParams.get('q') === 'fails')
    return json(response, 404, { error: 'none' });
  if (key === 'GET /servers') return page(response, url);
  if (key === 'DELETE /empty') return void response.writeHead(204).end();
  if (key === 'POST /organizations/org/api-keys')
    return json(response, 200, {
      id: 'k',
      name: (JSON.parse(await text(request)) as { name: string }).name,
      key: 's',
    });
  if (request.method === 'PUT' && url.pathname.endsWith('/releases'))
    return json(response, 202, { deploymentId: await summarize(request), status: 'PENDING' });
  if (url.pathname.endsWith('/download'))
    return void response
      .writeHead(200, { 'content-type': 'application/zip' })
      .end(Buffer.from([80, 75, 3, 4, 255]));
  if (url.pathname.endsWith('/releases/rel/stream')) return stream(response);
  if (url.pathname.endsWith('/releases/endless/stream')) return endless(response);
  if (request.method === 'GET' && url.pathname.startsWith('/servers/'))
    return one(request, response, {
      name: decodeURIComponent(url.pathname.slice('/servers/'.length)),
      failures,
    });
  json(response, 404, { error: `no route ${key}` });
}

function one(
  request: IncomingMessage,
  response: ServerResponse,
  { name, failures }: { readonly name: string; readonly failures: Map<string, number> },
): void {
  const count = failures.get(name) ?? 0;
  if (name === 'missing') return json(response, 404, { error: 'Server not found' });
  if (name === 'limited') return json(response, 429, { error: 'slow down' }, { 'retry-after-ms': '5' });
  if (name === 'slow')
    return void setTimeout(() => json(response, 200, { qualifiedName: name }), 2000).unref();
  if (name === 'flaky' && count < 2) {
    failures.set(name, count + 1);
    return json(response, 503, { error: 'later' }, { 'retry-after-ms': '5' });
  }
  failures.delete(name);
  json(
    response,
    200,
    { qualifiedName: name },
    {
      'x-seen-url': request.url ?? '',
      'x-seen-authorization': request.headers.authorization ?? '',
      'x-seen-extra': String(request.headers['x-extra'] ?? ''),
    },
  );
}

function page(response: ServerResponse, url: URL): void {
  const size = Number(url.searchParams.get('pageSize') ?? 10);
  const current = Number(url.searchParams.get('page') ?? 1);
  const servers = NAMES.slice((current - 1) * size, current * size).map((qualifiedName) => ({
    id: qualifiedName,
    qualifiedName,
  }));
  json(response, 200, {
    servers,
    pagination: {
      currentPage: current,
      pageSize: size,
      totalPages: Math.ceil(NAMES.length / size),
      totalCount: NAMES.length,
    },
  });
}

/** Events cut inside a character and inside a line end. */
function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const bytes = Buffer.from(
    ': hello\r\ndata: first\r\n\r\nevent: log\ndata: zwei ü\n\ndata: three\ndata: lines\n\n',
  );
  let at = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, at + 7));
    at += 7;
    if (at < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, 2);
}

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const timer = setInterval(() => response.write('data: again\n\n'), 2);
  response.on('close', () => clearInterval(timer));
}

async function summarize(request: IncomingMessage): Promise<string> {
  const form = await new Response(await bytes(request), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  return [...form]
    .map(([name, value]) =>
      typeof value === 'string' ? `${name}:${value}` : `${name}:${value.name}:${value.size}`,
    )
    .join(';');
}

const text = async (request: IncomingMessage): Promise<string> => (await bytes(request)).toString('utf8');

async function bytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function cors(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, PUT, POST, PATCH, DELETE');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? '*',
  );
  response.setHeader(
    'access-control-expose-headers',
    '*, authorization, x-seen-url, x-seen-authorization, x-seen-extra',
  );
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
