/**
 * Requests that the API sends: `webhooks` (OpenAPI 3.1 section 4.8.1), its predecessor `x-webhooks`,
 * and callbacks of operations.
 */
import { isJsonObject } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import { readOperationHints } from '../../openapi/operation-hints.ts';
import { type Context, type DocumentNode, follow, originAt } from '../context.ts';
import { readBody } from '../operations/body.ts';
import { type Operation, operationsOf } from '../operations/collect.ts';
import { documentRoot } from '../operations/method.ts';
import { readParameters } from '../operations/parameters.ts';
import { parsePathKey } from '../operations/path.ts';
import { defined, flagAt, objectAt, wordsAt } from '../read.ts';
import type { Webhook } from '../types.ts';

const NO_CLIENT = {
  credentials: new Set<string>(),
  options: new Map<string, string>(),
  listsInBrackets: false,
};

export function readWebhooks(context: Context, operations: readonly Operation[]): readonly Webhook[] {
  const root = documentRoot(context);
  const webhooks: Webhook[] = [];
  for (const keyword of ['webhooks', 'x-webhooks']) {
    for (const [name, value] of sortedBy(
      Object.entries(objectAt(root.node, keyword) ?? {}),
      ([key]) => key,
    )) {
      if (name.startsWith('x-') && !isJsonObject(value)) continue;
      const pathItem = follow(context, value, originAt(context, root, keyword, name));
      if (pathItem !== undefined) webhooks.push(...requestsOf(context, name, pathItem));
    }
  }
  for (const operation of operations) webhooks.push(...callbacksOf(context, operation));
  return webhooks;
}

function requestsOf(
  context: Context,
  name: string,
  pathItem: DocumentNode,
  callback?: Webhook['callback'],
): readonly Webhook[] {
  return operationsOf(context, pathItem).map(({ verb, place }) => {
    const body = readBody(context, place);
    const hints = readOperationHints(place.node, pathItem.node, context.audience);
    return {
      name,
      verb,
      parameters: readParameters(context, pathItem, {
        operation: place,
        path: parsePathKey(''),
        client: NO_CLIENT,
      }),
      origin: place.origin,
      ...((flagAt(place.node, 'deprecated') === true || hints.deprecation !== undefined) && {
        deprecated: defined({ message: hints.deprecation }),
      }),
      ...defined({
        summary: wordsAt(place.node, 'summary'),
        description: wordsAt(place.node, 'description'),
        body,
        callback,
      }),
    };
  });
}

/** OpenAPI 3.1 section 4.8.18: the key is a runtime expression, the URL that the API will call. */
function callbacksOf(context: Context, operation: Operation): readonly Webhook[] {
  const webhooks: Webhook[] = [];
  for (const [name, value] of sortedBy(
    Object.entries(objectAt(operation.place.node, 'callbacks') ?? {}),
    ([key]) => key,
  )) {
    const callback = follow(context, value, originAt(context, operation.place, 'callbacks', name));
    for (const [expression, item] of sortedBy(Object.entries(callback?.node ?? {}), ([key]) => key)) {
      if (callback === undefined || expression.startsWith('x-')) continue;
      const pathItem = follow(context, item, originAt(context, callback, expression));
      if (pathItem !== undefined)
        webhooks.push(
          ...requestsOf(context, name, pathItem, {
            verb: operation.verb,
            path: operation.path.path,
            name,
            expression,
          }),
        );
    }
  }
  return webhooks;
}
