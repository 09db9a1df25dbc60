/** Reads an operation with its types, before it has a name. */
import { splitWords } from '../../lib/words.ts';
import type { SecurityScheme } from '../types.ts';
import { type Context, type ReportContext, place } from '../context.ts';
import { defined, flagAt, objectAt, textAt, wordsAt } from '../read.ts';
import { readRequirements } from '../security/schemes.ts';
import type { Deprecation, Method } from '../types.ts';
import { readBody } from './body.ts';
import type { Operation } from './collect.ts';
import { type ClientParameters, readParameters } from './parameters.ts';
import { readResponses, withPlainResult } from './responses.ts';
import { absoluteServer, readServers } from './servers.ts';

/** The part of a method that depends on its operation alone. */
export type Draft = Omit<
  Method,
  'key' | 'provenance' | 'pagination' | 'streaming' | 'unwrap' | 'positional' | 'bodyName' | 'skipTest'
>;

/** What reading an operation requires from the client. */
export interface ClientContext {
  readonly parameters: ClientParameters;
  readonly schemes: readonly SecurityScheme[];
}

export function readMethod(context: Context, operation: Operation, client: ClientContext): Draft {
  const { node } = operation.place;
  const { responses, success } = withPlainResult(
    readResponses(context, operation.place),
    operation.hints.streaming?.plain,
    (schema) => context.readType(schema, operation.place.origin),
  );
  const body = readBody(context, operation.place);
  if (body !== undefined && (operation.verb === 'get' || operation.verb === 'head'))
    context.report('body-on-get', { verb: operation.verb.toUpperCase() }, body.origin);
  const clue = body === undefined ? uploadClue(operation) : undefined;
  if (clue !== undefined)
    context.report('upload-without-body', { operation: operation.id, clue }, operation.place.origin);
  const base = absoluteServer(documentRoot(context));
  const servers = (
    readServers(context, operation.place, base) ?? readServers(context, operation.pathItem, base)
  )?.filter(({ url }) => !url.startsWith('/') || url.startsWith('//'));
  const isWebSocket =
    responses.some((response) => response.status === '101') ||
    servers?.some((server) => /^wss?:/i.test(server.url)) === true ||
    operation.hints.samples.some((sample) => WEB_SOCKET.test(sample.source));
  if (isWebSocket) context.report('websocket-endpoint', { operation: operation.id }, operation.place.origin);
  const docs = objectAt(node, 'externalDocs');
  return {
    verb: operation.verb,
    ...(operation.sentVerb !== undefined && { sentVerb: operation.sentVerb }),
    path: operation.path.path,
    pathParts: operation.path.parts,
    fixedQuery: operation.path.fixedQuery,
    tags: operation.tags,
    parameters: readParameters(context, operation.pathItem, {
      operation: operation.place,
      path: operation.path,
      client: client.parameters,
    }),
    responses,
    samples: operation.hints.samples.map(({ language, source }) => ({ language, source })),
    origin: operation.place.origin,
    ...(operation.hints.hidden && { hidden: true }),
    ...(operation.hints.showcase && { showcase: true }),
    ...defined({
      operationId: operation.operationId,
      summary: wordsAt(node, 'summary') ?? wordsAt(operation.pathItem.node, 'summary'),
      description: wordsAt(node, 'description') ?? wordsAt(operation.pathItem.node, 'description'),
      externalDocs: docs && textAt(docs, 'url'),
      deprecated: deprecationOf(operation),
      stability: operation.hints.stability,
      body,
      success,
      security: readRequirements(context, operation.place, client.schemes),
      servers: servers?.length === 0 ? undefined : servers,
      idempotent: operation.hints.idempotent,
      timeoutMs: operation.hints.timeoutMs,
      agents: operation.hints.agents,
      maxRetries: operation.hints.maxRetries,
    }),
  };
}

/** Code that opens a WebSocket, in JavaScript and Python. */
const WEB_SOCKET = /\bnew WebSocket\(|\bwebsockets?\.connect\(|\bcreate_connection\(\s*["'`]wss?:/;

/**
 * The evidence that an operation sends a file: an operationId or a summary that begins with such a
 * word, or a path that ends with it.
 */
function uploadClue(operation: Operation): string | undefined {
  if (!['post', 'put', 'patch'].includes(operation.verb)) return undefined;
  const begins = (text: string | undefined): boolean => splitWords(text ?? '')[0]?.toLowerCase() === 'upload';
  if (begins(operation.operationId)) return 'operationId';
  if (begins(wordsAt(operation.place.node, 'summary'))) return 'summary';
  return /\/upload$/i.test(operation.path.path) ? 'path' : undefined;
}

function deprecationOf(operation: Operation): Deprecation | undefined {
  const { sunset, deprecation, deprecated: hinted } = operation.hints;
  const deprecated =
    flagAt(operation.place.node, 'deprecated') === true ||
    hinted === true ||
    deprecation !== undefined ||
    sunset !== undefined;
  return deprecated ? defined({ message: deprecation, sunset }) : undefined;
}

/** The root of the document as a node. */
export const documentRoot = (context: ReportContext) =>
  place(context, context.documents.root, { document: '', pointer: '' });
