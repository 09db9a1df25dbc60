/**
 * Sessions of protocol revision 2025-11-25 over HTTP: a client that lost a stream resumes it and receives the
 * events that it missed. They are kept in memory, with limits. The newer revision has no sessions.
 */
import { randomUUID } from 'node:crypto';
import {
  type McpServerFactory,
  WebStandardStreamableHTTPServerTransport as Transport,
  isInitializeRequest,
  readRequestBody,
} from '@modelcontextprotocol/server';
import { createEventStore } from './event-store.ts';

export interface SessionLimits {
  /** If there are more, the least recently used session is removed. */
  readonly sessions: number;
  /** Lifetime of an unused session in milliseconds. */
  readonly age: number;
}

const LIMITS: SessionLimits = { sessions: 50, age: 30 * 60_000 };

/** Delay before a client reconnects to a closed stream, in milliseconds. */
const RETRY = 1000;

interface OpenSession {
  readonly transport: Transport;
  readonly authorization: string | null;
  usedAt: number;
}

/** Answers requests of a session; undefined if the request does not belong to one. */
export type SessionHandler = (request: Request) => Promise<Response | undefined>;

export function createSessions(factory: McpServerFactory, limits: SessionLimits = LIMITS): SessionHandler {
  // Ordered by last use.
  const open = new Map<string, OpenSession>();
  const use = (id: string, session: OpenSession): void => {
    open.delete(id);
    open.set(id, Object.assign(session, { usedAt: Date.now() }));
  };
  const sweep = (room: number): void => {
    for (const [id, { transport, usedAt }] of open) {
      if (open.size <= limits.sessions - room && Date.now() - usedAt <= limits.age) return;
      open.delete(id);
      void transport.close();
    }
  };

  const start = async (request: Request, parsedBody: unknown): Promise<Response> => {
    sweep(1);
    const authorization = request.headers.get('authorization');
    const transport: Transport = new Transport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => use(id, { transport, authorization, usedAt: 0 }),
      onsessionclosed: (id) => void open.delete(id),
      eventStore: createEventStore(),
      retryInterval: RETRY,
    });
    await (await factory({ era: 'legacy', requestInfo: request })).connect(transport);
    const response = await transport.handleRequest(request, { parsedBody });
    if (transport.sessionId === undefined) await transport.close();
    return response;
  };

  return async (request) => {
    sweep(0);
    const id = request.headers.get('mcp-session-id');
    if (id === null) {
      const body = request.method === 'POST' ? await messageIn(request) : undefined;
      return isInitializeRequest(body) ? start(request, body) : undefined;
    }
    const session = open.get(id);
    // A client that learns the ID of another client's session must not use its credential.
    if (session?.authorization !== request.headers.get('authorization'))
      return new Response('Session not found; start a new session.\n', { status: 404 });
    use(id, session);
    return session.transport.handleRequest(request);
  };
}

/** Undefined if the body is not JSON or too large; the handler of the request reports it. */
async function messageIn(request: Request): Promise<unknown> {
  const body = await readRequestBody(request.clone());
  if (body.tooLarge) return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return undefined;
  }
}
