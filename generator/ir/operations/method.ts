/** An operation with its types read, before it has a name. */
import type { SecurityScheme } from '../types.ts';
import { type Context, place } from '../context.ts';
import { defined, flagAt, objectAt, textAt, wordsAt } from '../read.ts';
import { readRequirements } from '../security/schemes.ts';
import type { Deprecation, Method } from '../types.ts';
import { readBody } from './body.ts';
import type { Operation } from './collect.ts';
import { type ClientParameters, readParameters } from './parameters.ts';
import { readResponses } from './responses.ts';
import { readServers } from './servers.ts';

/** All of a method that its operation alone decides. */
export type Draft = Omit<Method, 'key' | 'provenance' | 'pagination' | 'streaming' | 'unwrap' | 'positional' | 'bodyName' | 'skipTest'>;

export function readMethod(context: Context, operation: Operation, client: ClientParameters, schemes: readonly SecurityScheme[]): Draft {
  const { node } = operation.place;
  const { responses, success } = readResponses(context, operation.place);
  const body = readBody(context, operation.place);
  if (body !== undefined && (operation.verb === 'get' || operation.verb === 'head')) context.report('body-on-get', { verb: operation.verb.toUpperCase() }, body.origin);
  const servers = readServers(context, operation.place) ?? readServers(context, operation.pathItem);
  const docs = objectAt(node, 'externalDocs');
  return {
    verb: operation.verb,
    path: operation.path.path,
    pathParts: operation.path.parts,
    fixedQuery: operation.path.fixedQuery,
    tags: operation.tags,
    parameters: readParameters(context, operation.pathItem, operation.place, operation.path, client),
    responses,
    samples: operation.hints.samples,
    origin: operation.place.origin,
    ...(operation.hints.hidden && { hidden: true }),
    ...defined({
      operationId: operation.operationId,
      summary: wordsAt(node, 'summary') ?? wordsAt(operation.pathItem.node, 'summary'),
      description: wordsAt(node, 'description') ?? wordsAt(operation.pathItem.node, 'description'),
      externalDocs: docs && textAt(docs, 'url'),
      deprecated: deprecationOf(operation),
      stability: operation.hints.stability,
      body,
      success,
      security: readRequirements(context, operation.place, schemes),
      servers,
      idempotent: operation.hints.idempotent,
      timeoutMs: operation.hints.timeoutMs,
      maxRetries: operation.hints.maxRetries,
    }),
  };
}

function deprecationOf(operation: Operation): Deprecation | undefined {
  const { sunset, deprecation } = operation.hints;
  const deprecated = flagAt(operation.place.node, 'deprecated') === true || deprecation !== undefined || sunset !== undefined;
  return deprecated ? defined({ message: deprecation, sunset }) : undefined;
}

/** The root of the document as a place. */
export const documentRoot = (context: Context) => place(context, context.documents.root, { document: '', pointer: '' });
