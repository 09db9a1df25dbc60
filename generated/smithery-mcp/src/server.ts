/** The server of the protocol, both revisions, around a set of tools. */
import { inspect } from 'node:util';
import {
  CLIENT_CAPABILITIES_META_KEY,
  type CallToolResult,
  type McpServerFactory,
  Server,
} from '@modelcontextprotocol/server';
import { type Catalogue, isRecord } from './catalogue-types.ts';
import { type ConsentCodec, consentCodec, consentFor } from './consent.ts';
import { type Session, type Toolset, type ToolsetOptions, createToolset } from './handlers.ts';
import { type Redactor, createRedactor } from './redact.ts';
import { watchingFetch } from './secrets.ts';

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes the client of the SDK. `authorization` is the header of the request that is served, over HTTP. */
export type ClientMaker = (options: ClientOptions) => object | Promise<object>;

export interface ClientOptions {
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly authorization?: string;
}

/** Standard output belongs to the protocol, so lines of the SDK's log go elsewhere. */
type Logger = Readonly<
  Record<'error' | 'warn' | 'info' | 'debug', (message: string, ...more: unknown[]) => void>
>;

export interface ServerParts {
  readonly catalogue: Catalogue;
  readonly makeClient: ClientMaker;
  readonly options?: ToolsetOptions;
  readonly instructions?: string;
  /** Credentials that are known before anything is sent. */
  readonly secrets?: readonly string[];
  /** How requests are sent. Default: `fetch`. */
  readonly fetch?: Fetch;
}

export interface McpParts {
  readonly toolset: Toolset;
  /** One server for each connection or request. */
  readonly factory: McpServerFactory;
}

/** A list of tools changes with the version of the package alone. */
const LIST_LIFETIME_MS = 3_600_000;

export function createParts(parts: ServerParts): McpParts {
  const { catalogue } = parts;
  const toolset = createToolset(catalogue, parts.options);
  const own = sessionOf(parts, undefined);
  const codec = consentCodec();
  const factory: McpServerFactory = ({ requestInfo }) => {
    const authorization = requestInfo?.headers.get('authorization') ?? undefined;
    const session = authorization === undefined ? own : sessionOf(parts, authorization);
    return serverOf(parts, { toolset, session, codec });
  };
  return { toolset, factory };
}

function sessionOf(
  { catalogue, makeClient, secrets = [], fetch: send }: ServerParts,
  authorization: string | undefined,
): Session {
  const redactor = createRedactor();
  for (const { env } of catalogue.credentials) redactor.add(process.env[env] ?? '');
  for (const secret of secrets) redactor.add(secret);
  if (authorization !== undefined) redactor.add(authorization.replace(/^[\w-]+\s+/, ''));
  const watching = watchingFetch(redactor, catalogue.secretNames, send);
  let client: Promise<object> | undefined;
  return {
    redactor,
    // At the first call, so that tools can be listed without a credential.
    client: async () =>
      (client ??= Promise.resolve(
        makeClient({
          fetch: watching,
          logger: loggerOf(redactor),
          ...(authorization !== undefined && { authorization }),
        }),
      )),
  };
}

interface Served {
  readonly toolset: Toolset;
  readonly session: Session;
  readonly codec: ConsentCodec;
}

function serverOf({ catalogue, instructions }: ServerParts, { toolset, session, codec }: Served): Server {
  const { name, version, title } = catalogue;
  const server = new Server(
    { name, version, title },
    {
      capabilities: { tools: {} },
      requestState: { verify: codec.verify },
      ...(instructions !== undefined && { instructions }),
      cacheHints: { 'tools/list': { ttlMs: LIST_LIFETIME_MS, cacheScope: 'public' } },
    },
  );
  server.setRequestHandler('tools/list', () => ({ tools: [...toolset.tools] as never }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const entry = toolset.destroying(params.name);
    if (entry) {
      const args = isRecord(params.arguments) ? params.arguments : {};
      // The newer revision says it with each request, the older one says it once.
      const { envelope } = context.mcpReq;
      const capabilities = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.getClientCapabilities();
      const canAsk = capabilities?.elicitation !== undefined;
      const unfinished = await consentFor(codec, { entry, args, canAsk }, context);
      if (unfinished) return unfinished;
    }
    const answer = await toolset.call(params.name, params.arguments, session, context.mcpReq.signal);
    return answer as CallToolResult;
  });
  return server;
}

function loggerOf(redactor: Redactor): Logger {
  const line = (message: string, ...more: unknown[]): void => {
    const texts = more.map((part) => inspect(part, { depth: 4, breakLength: Infinity, colors: false }));
    process.stderr.write(`${redactor.text([message, ...texts].join(' '))}\n`);
  };
  return { error: line, warn: line, info: line, debug: line };
}
