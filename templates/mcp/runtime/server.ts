/** The server of the protocol, both revisions, around a set of tools. */
import {
  type CallToolResult,
  type McpServerFactory,
  Server,
  acceptedContent,
  inputRequired,
} from '@modelcontextprotocol/server';
import type { Catalogue } from './catalogue-types.ts';
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
  const factory: McpServerFactory = ({ requestInfo }) => {
    const authorization = requestInfo?.headers.get('authorization') ?? undefined;
    return serverOf(parts, toolset, authorization === undefined ? own : sessionOf(parts, authorization));
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

function serverOf({ catalogue, instructions }: ServerParts, toolset: Toolset, session: Session): Server {
  const { name, version, title } = catalogue;
  const server = new Server(
    { name, version, title },
    {
      capabilities: { tools: {} },
      ...(instructions !== undefined && { instructions }),
      cacheHints: { 'tools/list': { ttlMs: LIST_LIFETIME_MS, cacheScope: 'public' } },
    },
  );
  server.setRequestHandler('tools/list', () => ({ tools: [...toolset.tools] as never }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const entry = toolset.destroying(params.name);
    if (entry) {
      const consent = acceptedContent(context.mcpReq.inputResponses, 'consent');
      const isAnswered = context.mcpReq.inputResponses?.['consent'] !== undefined;
      if (isAnswered && consent?.['agreed'] !== true)
        return refused('The user did not agree; nothing was sent.');
      if (!isAnswered) {
        if (server.getClientCapabilities()?.elicitation === undefined)
          return refused(
            'This call destroys, and your client cannot ask the user. Start the server without --confirm to allow it.',
          );
        return inputRequired({
          inputRequests: {
            consent: inputRequired.elicit({
              message: `${entry.title} (${entry.verb} ${entry.path}) with ${JSON.stringify(params.arguments ?? {}).slice(0, 500)}. Shall it be done?`,
              requestedSchema: {
                type: 'object',
                properties: { agreed: { type: 'boolean', title: 'Do it' } },
                required: ['agreed'],
              },
            }),
          },
        });
      }
    }
    const answer = await toolset.call(params.name, params.arguments, session, context.mcpReq.signal);
    return answer as CallToolResult;
  });
  return server;
}

const refused = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] });

function loggerOf(redactor: Redactor): Logger {
  const line = (message: string, ...more: unknown[]): void => {
    const texts = more.map((part) => (part instanceof Error ? String(part) : JSON.stringify(part)));
    process.stderr.write(`${redactor.text([message, ...texts].join(' '))}\n`);
  };
  return { error: line, warn: line, info: line, debug: line };
}
