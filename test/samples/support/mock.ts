/**
 * Prism on a free port of the loopback, behind a small server of our own. Ours keeps book of what Prism
 * objects to, and stands in
 * where Prism has nothing to send: it makes no event streams and no files, it knows no endpoint that is not
 * in the document, and it
 * sends the same page for ever.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net';
import { dirname, join } from 'node:path';

export interface Mock {
  readonly url: string;
  /** What was sent: `GET /servers?q=a`. */
  readonly requests: string[];
  /** What the document does not allow in it. */
  readonly violations: string[];
  readonly stop: () => Promise<void>;
}

const require = createRequire(import.meta.url);
const PRISM = join(dirname(require.resolve('@stoplight/prism-cli/package.json')), 'dist/index.js');

export async function startMock(document: string): Promise<Mock> {
  const port = await freePort();
  const prism = spawn(
    process.execPath,
    [PRISM, 'mock', '--host', '127.0.0.1', '--port', String(port), document],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await answering(prism, port);
  const requests: string[] = [];
  const violations: string[] = [];
  const seen = new Set<string>();
  const server = createServer(
    (request, response) => void relay({ port, requests, violations, seen }, request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${own}`, requests, violations, stop: () => stop(server, prism) };
}

interface Relay {
  readonly port: number;
  readonly requests: string[];
  readonly violations: string[];
  readonly seen: Set<string>;
}

async function relay(context: Relay, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const line = `${request.method ?? ''} ${request.url ?? ''}`;
  context.requests.push(line);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const accept = request.headers.accept ?? '';
  if (String(Buffer.concat(chunks)).includes('grant_type='))
    return send(
      response,
      200,
      'application/json',
      '{"access_token":"token","token_type":"Bearer","expires_in":3600}',
    );
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && !HOP.has(name)) headers.set(name, value);
  const answer = await fetch(`http://127.0.0.1:${context.port}${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  const text = await answer.text();
  const found = requestViolations(answer, text);
  if (found.length > 0) {
    context.violations.push(`${line}: ${found.join('; ')}`);
    return send(response, 400, 'application/json', JSON.stringify({ violations: found }));
  }
  const asksForStream = /"stream":\s*true/.test(String(Buffer.concat(chunks)));
  if (asksForStream || /event-stream/.test(accept))
    return send(response, 200, 'text/event-stream', 'data: {}\n\ndata: {}\n\n');
  if (/jsonl|ndjson|json-seq/.test(accept)) return send(response, 200, accept, '{}\n{}\n');
  if (accept !== '' && !/json|\*\/\*|text/.test(accept)) return send(response, 200, accept, 'bytes');
  if (/NO_PATH_MATCHED|NO_METHOD_MATCHED/.test(text)) return send(response, 200, 'application/json', '{}');
  // Prism's stand-in for a URL would lead a list away from the mock.
  const local = text.replaceAll(
    '"http://example.com"',
    `"http://${String(request.headers.host)}${request.url ?? ''}"`,
  );
  const again = context.seen.has(pathOf(request)) && answer.ok;
  context.seen.add(pathOf(request));
  send(
    response,
    answer.status,
    answer.headers.get('content-type') ?? 'application/json',
    again ? emptied(local) : local,
  );
}

const pathOf = (request: IncomingMessage): string =>
  `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''} ${String(request.headers['x-sample'] ?? '')}`;
const HOP = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'accept-encoding',
  'expect',
]);

/** Prism reports faults of the request in a header, or answers with a problem of its own. */
function requestViolations(answer: Response, text: string): readonly string[] {
  const header = answer.headers.get('sl-violations');
  const listed =
    header === null
      ? []
      : (JSON.parse(header) as readonly { readonly location: readonly string[]; readonly message: string }[])
          .filter((one) => one.location[0] === 'request')
          .map((one) => `${one.location.join('.')} ${one.message}`);
  const problem =
    /"type":"https:\/\/stoplight\.io\/prism\/errors#(UNPROCESSABLE_ENTITY|UNAUTHORIZED|INVALID_CONTENT_TYPE)"/.exec(
      text,
    );
  return problem ? [...listed, `${problem[1] ?? ''} ${text.slice(0, 600)}`] : listed;
}

/** The end of a list: no items, no further page. */
const emptied = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
      Array.isArray(value)
        ? []
        : typeof value === 'number'
          ? 1
          : /next|cursor|more/i.test(key) && typeof value !== 'object'
            ? null
            : value,
    );
  } catch {
    return text;
  }
};

function send(response: ServerResponse, status: number, type: string, text: string): void {
  const empty = status === 204 || status === 304;
  response.writeHead(status, { ...(empty ? {} : { 'content-type': type }), connection: 'close' });
  response.end(empty ? undefined : text);
}

async function stop(server: Server, prism: ChildProcess): Promise<void> {
  prism.kill();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createSocketServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

async function answering(prism: ChildProcess, port: number): Promise<void> {
  let output = '';
  prism.stdout?.on('data', (chunk) => (output += String(chunk)));
  prism.stderr?.on('data', (chunk) => (output += String(chunk)));
  for (let waited = 0; waited < 90_000; waited += 100) {
    if (prism.exitCode !== null) throw new Error(`Prism ended:\n${output}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true));
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  prism.kill();
  throw new Error(`Prism did not start:\n${output}`);
}
