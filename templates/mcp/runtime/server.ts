/** The MCP server of both protocol revisions for a set of tools. */
import {
  CLIENT_CAPABILITIES_META_KEY,
  type CallToolResult,
  type ClientCapabilities,
  McpServer,
  type McpServerFactory,
  type Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type Catalogue, type Schema, isRecord } from './catalogue-types.ts';
import { type ConsentCodec, consentCodec, consentFor } from './consent.ts';
import { type Session, type SessionParts, sessionOf } from './client-maker.ts';
import type { Progress } from './answers.ts';
import { type CallContext, type Toolset, type ToolsetOptions, createToolset } from './handlers.ts';
import { CAPABILITIES, LIST_CACHE, identityOf } from './identity.ts';

export interface ServerParts extends SessionParts {
  readonly catalogue: Catalogue;
  readonly options?: ToolsetOptions;
  readonly instructions?: string;
  /** Default: created from the options. */
  readonly toolset?: Toolset;
}

export interface McpParts {
  readonly toolset: Toolset;
  /** Creates a server for each connection or request. */
  readonly factory: McpServerFactory;
}

export function createParts(parts: ServerParts): McpParts {
  const { toolset = createToolset(parts.catalogue, parts.options) } = parts;
  const own = sessionOf(parts);
  const codec = consentCodec();
  const factory: McpServerFactory = ({ requestInfo }) => {
    const authorization = requestInfo?.headers.get('authorization') ?? undefined;
    const session = authorization === undefined ? own : sessionOf(parts, authorization);
    return serverOf(parts, { toolset, session, codec });
  };
  return { toolset, factory };
}

interface Served {
  readonly toolset: Toolset;
  readonly session: Session;
  readonly codec: ConsentCodec;
}

function serverOf({ catalogue, instructions }: ServerParts, { toolset, session, codec }: Served): McpServer {
  const whole = new McpServer(identityOf(catalogue), {
    capabilities: CAPABILITIES,
    requestState: { verify: codec.verify },
    ...(instructions !== undefined && { instructions }),
    cacheHints: { 'tools/list': LIST_CACHE },
  });
  // The library checks headers against arguments only for tools that it knows.
  for (const { name, inputSchema } of toolset.tools)
    if (hasHeaders(inputSchema))
      whole.registerTool(name, { inputSchema: asLibrary(inputSchema) }, () => ({ content: [] }));
  const { server } = whole;
  server.setRequestHandler('tools/list', () => ({ tools: [...toolset.tools] as never }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const entry = toolset.destroying(params.name);
    if (entry) {
      const args = isRecord(params.arguments) ? params.arguments : {};
      const unfinished = await consentFor(codec, { entry, args, canAsk: canAsk(server, context) }, context);
      if (unfinished) return unfinished;
    }
    const { signal } = context.mcpReq;
    const { told, ...progress } = progressOf(context);
    const answer = await toolset.call(params.name, params.arguments, session, { signal, ...progress });
    // After the answer, progress messages have no receiver.
    await told();
    return answer as CallToolResult;
  });
  return whole;
}

const hasHeaders = ({ properties }: Schema): boolean =>
  isRecord(properties) &&
  Object.values(properties).some((schema) => isRecord(schema) && 'x-mcp-header' in schema);

/** Accepts any arguments here; the handlers check them. */
const asLibrary = (schema: Schema) => ({
  '~standard': {
    version: 1 as const,
    vendor: 'json-schema',
    jsonSchema: { input: () => schema, output: () => schema },
    validate: (value: unknown) => ({ value }),
  },
});

/** Sends progress to clients that request it. */
function progressOf({
  mcpReq,
}: ServerContext): Pick<CallContext, 'progress'> & { readonly told: () => Promise<void> } {
  const progressToken = mcpReq._meta?.progressToken;
  let last: Promise<void> = Promise.resolve();
  const told = (): Promise<void> => last;
  if (progressToken === undefined) return { told };
  const progress: Progress = (count, message) => {
    const params = { progressToken, progress: count, message };
    // An error here means that the client has disconnected.
    last = mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
  return { progress, told };
}

/** The newer revision states the client's capabilities in each request, the older one only once. */
function canAsk(server: Server, { mcpReq }: ServerContext): boolean {
  const envelope = mcpReq.envelope as Readonly<Record<string, ClientCapabilities>> | undefined;
  const capabilities = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.getClientCapabilities();
  return capabilities?.elicitation !== undefined;
}
