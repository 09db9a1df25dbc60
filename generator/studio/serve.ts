/** `sdkwright studio`: serves the page, its JSON and events on the loopback interface. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { configSchema } from '../config/schema/config-schema.ts';
import { plainApi } from '../init/plain-api.ts';
import { isJsonObject } from '../lib/json.ts';
import { packageFolder } from '../lib/package-folder.ts';
import type { LoadedProject } from '../project.ts';
import type { ActionAnswer, ConfigTextView, StudioEvent, StudioWork } from './contract.ts';
import { codeOf, docsOf } from './code.ts';
import { detailOf } from './detail.ts';
import { HEADERS, cookieName, isToken, refusalOf } from './guard.ts';
import { modelDetailOf } from './model.ts';
import { readAction } from './read-action.ts';
import { type Refusal, type Session, type SessionRequest, openSession } from './session.ts';
import { namesOf, stateOf } from './state.ts';

export interface StudioServer {
  /** Includes the token. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface StudioRequest extends SessionRequest {
  readonly port: number;
  readonly work: StudioWork;
  /** Milliseconds between two checks of the files on disk. */
  readonly lookEvery?: number;
}

const ASSETS: ReadonlyMap<string, readonly [file: string, type: string]> = new Map([
  ['/', ['index.html', 'text/html; charset=utf-8']],
  ['/studio.js', ['studio.js', 'text/javascript; charset=utf-8']],
  ['/studio.css', ['studio.css', 'text/css; charset=utf-8']],
]);

/** Milliseconds after the first tree was sent. */
const WARM_UP_AFTER = 150;

/** Larger than any config; longer requests are rejected before they use memory. */
const MOST_BYTES = 8 * 1024 * 1024;

export async function serveStudio(
  request: StudioRequest,
): Promise<{ readonly server: StudioServer } | { readonly failed: LoadedProject }> {
  const listeners = new Set<ServerResponse>();
  const tell = (event: StudioEvent): void => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const opened = await openSession(request, tell);
  if ('failed' in opened) return opened;
  const { session } = opened;
  const token = randomBytes(24).toString('base64url');
  const answer = createAnswers(session, request, tell);
  let port = 0;
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) =>
      send(response, 500, { reason: error instanceof Error ? error.message : String(error) }),
    );
  });

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const method = incoming.method ?? 'GET';
    const given = url.searchParams.get('token');
    const guard = { port, token };
    const name = cookieName(port);
    // The token is removed from the URL at once, so that it does not appear in history or logs.
    if (url.pathname === '/' && method === 'GET' && given !== null && isToken(given, token)) {
      const cookie = `${name}=${token}; HttpOnly; SameSite=Strict; Path=/`;
      const refusal = refusalOf(
        { method, headers: { ...incoming.headers, cookie: `${name}=${token}` } },
        guard,
      );
      if (refusal !== undefined) return send(response, refusal.status, { reason: refusal.reason });
      response.writeHead(303, { ...HEADERS, location: '/', 'set-cookie': cookie }).end();
      return;
    }
    const refusal = refusalOf({ method, headers: incoming.headers }, guard);
    if (refusal !== undefined) return send(response, refusal.status, { reason: refusal.reason });
    const asset = ASSETS.get(url.pathname);
    if (asset && method === 'GET') {
      const body = readFileSync(packageFolder(`dist/studio-page/${asset[0]}`));
      response.writeHead(200, { ...HEADERS, 'content-type': asset[1] }).end(body);
      return;
    }
    if (url.pathname === '/api/events' && method === 'GET') {
      response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' }).write(': open\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    const run = answer(method, url.pathname);
    if (run === undefined) return send(response, 404, { reason: 'There is no such page.' });
    const body = method === 'GET' ? {} : await bodyOf(incoming);
    if (body === undefined) return send(response, 400, { reason: 'The request is not JSON, or too long.' });
    const { status = 200, value } = await run({ query: url.searchParams, body });
    send(response, status, value);
  }

  port = await listen(server, request.port);
  const looking = setInterval(() => void session.look().catch(() => undefined), request.lookEvery ?? 700);
  looking.unref();
  return {
    server: {
      url: `http://127.0.0.1:${port}/?token=${token}`,
      close: async () => {
        clearInterval(looking);
        for (const listener of listeners) listener.end();
        await request.work.close();
        server.closeAllConnections();
        await new Promise<void>((done) => server.close(() => done()));
      },
    },
  };
}

interface Asked {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Reply {
  readonly status?: number;
  readonly value: unknown;
}

/** The handlers of all URLs; only GET has no effects. */
function createAnswers(
  session: Session,
  { work, cwd }: StudioRequest,
  tell: (event: StudioEvent) => void,
): (method: string, path: string) => ((asked: Asked) => Promise<Reply> | Reply) | undefined {
  const before = namesOf(session.plan());
  const state = () => stateOf(session, before);
  const found = (value: unknown): Reply =>
    value === undefined ? { status: 404, value: { reason: 'It is not in the SDK.' } } : { value };
  const changed = (refusal: Refusal | undefined): Reply => {
    const value: ActionAnswer =
      refusal === undefined ? { ok: true, state: state() } : { ok: false, ...refusal };
    return { status: refusal === undefined ? 200 : refusal.conflict === true ? 409 : 422, value };
  };
  const fileRequest = ({ query }: Asked) => ({
    plan: session.plan(),
    id: query.get('id') ?? '',
    language:
      session.plan().languages.find((name) => name === query.get('language')) ??
      session.plan().languages[0] ??
      '',
    cwd,
  });
  let isWarm = false;
  /** What the first choice of a method needs is made while the user looks at the tree. */
  const warmUp = (): void => {
    if (isWarm) return;
    isWarm = true;
    setTimeout(() => plainApi(session.plan().project.documents), WARM_UP_AFTER).unref();
  };
  let isGenerating = false;
  const answers: Readonly<Record<string, (asked: Asked) => Promise<Reply> | Reply>> = {
    'GET /api/state': () => {
      warmUp();
      return { value: state() };
    },
    'GET /api/method': ({ query }) => found(detailOf(session.plan(), query.get('id') ?? '', before)),
    'GET /api/model': ({ query }) => found(modelDetailOf(session.plan(), query.get('id') ?? '')),
    'GET /api/code': async (asked) => found(await codeOf(fileRequest(asked))),
    'GET /api/docs': async (asked) => found(await docsOf(fileRequest(asked))),
    'GET /api/search': async (asked) => {
      const { searchDocs } = await import('./search.ts');
      const words = (asked.query.get('words') ?? '').slice(0, 200);
      return { value: await searchDocs(fileRequest(asked), words) };
    },
    'GET /api/config': () => ({ value: session.text() satisfies ConfigTextView }),
    'GET /api/schema': () => ({ value: configSchema }),
    'POST /api/action': async ({ body }) => {
      const action = readAction(body['action']);
      if (action === undefined)
        return { status: 400, value: { ok: false, reason: 'It is no known action.' } };
      return changed(await session.act(action, textIn(body, 'label').slice(0, 120)));
    },
    'POST /api/text': async ({ body }) =>
      changed(await session.type(textIn(body, 'text'), textIn(body, 'base'))),
    'POST /api/undo': async () => changed(await session.undo()),
    'POST /api/redo': async () => changed(await session.redo()),
    'POST /api/effect': async ({ body }) => ({
      value: await work.effect({
        base: textIn(body, 'base'),
        language: textIn(body, 'language'),
        start: session.start,
      }),
    }),
    'POST /api/generate': () => {
      if (isGenerating)
        return { status: 409, value: { ok: false, reason: 'It is being generated already.' } };
      isGenerating = true;
      void work
        .generate((text) => tell({ kind: 'progress', text }))
        .then(
          (outcome) => tell({ kind: 'generated', ...outcome }),
          (error: unknown) => tell({ kind: 'generated', code: 1, lines: [String(error)] }),
        )
        .finally(() => void (isGenerating = false));
      return { value: { ok: true } };
    },
  };
  return (method, path) => {
    const key = `${method} ${path}`;
    return Object.hasOwn(answers, key) ? answers[key] : undefined;
  };
}

const textIn = (body: Asked['body'], key: string): string => {
  const value = body[key];
  return typeof value === 'string' ? value : '';
};

function send(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.end();
  response
    .writeHead(status, { ...HEADERS, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

async function bodyOf(incoming: IncomingMessage): Promise<Asked['body'] | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    // Read to its end, because a connection that is cut looks like a server that has ended.
    if (size <= MOST_BYTES) chunks.push(chunk as Buffer);
  }
  if (size > MOST_BYTES) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
