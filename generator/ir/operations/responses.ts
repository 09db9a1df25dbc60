/**
 * Responses Objects (OpenAPI 3.1 sections 4.8.16 and 4.8.17), and which
 * response determines the method's result.
 */
import type { JsonObject } from '../../lib/json.ts';
import { byCodeUnit, sortedBy } from '../../lib/order.ts';
import { type Context, type DocumentNode, follow, originAt, place } from '../context.ts';
import { defined, flagAt, objectAt, objectEntries, valueAt, wordsAt } from '../read.ts';
import { structuralHash } from '../type-walk.ts';
import type { Content, Response, ResponseHeader, TypeNode } from '../types.ts';
import { readContents } from './content.ts';

export interface Responses {
  /** By status: numbers, then ranges, then `default`. */
  readonly responses: readonly Response[];
  readonly success?: number;
}

export function readResponses(context: Context, operation: DocumentNode): Responses {
  const map = objectAt(operation.node, 'responses');
  const holder = map && place(context, map, originAt(context, operation, 'responses'));
  const responses: Response[] = [];
  for (const [key, value] of Object.entries(map ?? {})) {
    if (holder === undefined || key.startsWith('x-') || key === '$ref') continue;
    const status = statusOf(key);
    const at = originAt(context, holder, key);
    if (status === undefined) {
      context.report('status-invalid', { status: key }, at);
      continue;
    }
    const target = follow(context, value, at);
    if (target !== undefined) responses.push(readResponse(context, status, target));
  }
  const ordered = sortedBy(
    responses,
    (response) => response.status,
    (a, b) => rank(a) - rank(b) || byCodeUnit(a, b),
  );
  const success = successOf(ordered);
  const main = success === undefined ? undefined : ordered[success];
  const others = otherBodies(ordered, main);
  if (main !== undefined && others.length > 0) {
    context.report(
      'success-alternatives',
      { chosen: main.status, others: others.map((response) => response.status).join(', ') },
      operation.origin,
    );
  }
  const left = mediaTypesLeft(main);
  if (main !== undefined && left.length > 0) {
    context.report(
      'media-type-alternatives',
      { chosen: contentOf(main)?.mediaType ?? '', others: left.join(', '), what: 'response' },
      main.origin,
    );
  }
  return { responses: ordered, ...(success !== undefined && { success }) };
}

/** Other media types of the result. Events and lines beside JSON are covered by the method's overloads. */
const mediaTypesLeft = (main: Response | undefined): readonly string[] => {
  const own = contentOf(main);
  const isStream = ({ kind }: Content): boolean => kind === 'event-stream' || kind === 'json-lines';
  return own === undefined || isStream(own)
    ? []
    : (main?.contents ?? [])
        .filter((content) => content !== own && !isStream(content))
        .map((content) => content.mediaType);
};

/**
 * A method has a single result type, that of the first success response. Other 2xx responses with a
 * different body are distinguished by their status.
 */
function otherBodies(responses: readonly Response[], main: Response | undefined): readonly Response[] {
  const own = contentOf(main);
  return responses.filter((response) => {
    const content = response === main || !/^2/.test(response.status) ? undefined : contentOf(response);
    return (
      content !== undefined &&
      own !== undefined &&
      (content.kind !== own.kind || structuralHash(content.type) !== structuralHash(own.type))
    );
  });
}

/**
 * Adds the result of a call that does not request a stream, if a hint declares it beside the response
 * (`x-fern-streaming: { response }`).
 */
export function withPlainResult(
  { responses, success }: Responses,
  plain: JsonObject | undefined,
  readType: (schema: JsonObject) => TypeNode,
): Responses {
  const main = success === undefined ? undefined : responses[success];
  const json = main?.contents.find((content) => content.kind === 'json');
  if (plain === undefined || main === undefined || json === undefined)
    return { responses, ...(success !== undefined && { success }) };
  const contents = main.contents.map((content) =>
    content === json ? { ...json, type: readType(plain) } : content,
  );
  return {
    responses: responses.map((response) => (response === main ? { ...main, contents } : response)),
    ...(success !== undefined && { success }),
  };
}

const contentOf = (response: Response | undefined): Content | undefined =>
  response?.chosen === undefined ? undefined : response.contents[response.chosen];

/** `200`, `2xx` → `2XX`, `default`. */
function statusOf(key: string): string | undefined {
  const text = key.trim();
  if (/^[1-5]\d\d$/.test(text)) return text;
  if (/^[1-5][xX]{2}$/.test(text)) return text.toUpperCase();
  return text.toLowerCase() === 'default' ? 'default' : undefined;
}

const rank = (status: string): number => (status === 'default' ? 2 : status.endsWith('X') ? 1 : 0);

function readResponse(context: Context, status: string, target: DocumentNode): Response {
  context.visit('Response Object', target.node, target.origin);
  const contents = readContents(context, target, 'response');
  const chosen = contents[0];
  if (chosen?.kind === 'xml')
    context.report('xml-only', { mediaType: chosen.mediaType, what: 'response' }, chosen.origin);
  const links = objectAt(target.node, 'links');
  if (links !== undefined && Object.keys(links).length > 0)
    context.report('links-ignored', {}, originAt(context, target, 'links'));
  return {
    status,
    headers: headersOf(context, target),
    contents,
    origin: target.origin,
    ...(chosen !== undefined && status !== '204' && status !== '304' && { chosen: 0 }),
    ...defined({ description: wordsAt(target.node, 'description') }),
  };
}

function headersOf(context: Context, response: DocumentNode): readonly ResponseHeader[] {
  const headers: ResponseHeader[] = [];
  for (const [name, value] of objectEntries(objectAt(response.node, 'headers'))) {
    const target = follow(context, value, originAt(context, response, 'headers', name));
    if (target === undefined) continue;
    context.visit('Header Object', target.node, target.origin);
    headers.push({
      name,
      required: flagAt(target.node, 'required') === true,
      type: typeOf(context, target),
      origin: target.origin,
      ...(flagAt(target.node, 'deprecated') === true && { deprecated: {} }),
      ...defined({ description: wordsAt(target.node, 'description') }),
    });
  }
  return sortedBy(headers, (responseHeader) => responseHeader.name);
}

function typeOf(context: Context, header: DocumentNode): TypeNode {
  const schema = valueAt(header.node, 'schema');
  if (schema !== undefined) return context.readType(schema, originAt(context, header, 'schema'));
  const media = objectEntries(objectAt(header.node, 'content'))[0];
  const inner = media && valueAt(media[1], 'schema');
  if (media !== undefined && inner !== undefined)
    return context.readType(inner, originAt(context, header, 'content', media[0], 'schema'));
  return { kind: 'scalar', scalar: 'string', origin: header.origin };
}

/**
 * The first 2xx with a body, otherwise the first 2xx, otherwise `2XX`. `default` is the result only if the
 * operation declares no other success response and does not describe its `default` as the error.
 */
function successOf(responses: readonly Response[]): number | undefined {
  const exact = (test: (response: Response) => boolean) => responses.findIndex(test);
  for (const index of [
    exact((response) => /^2/.test(response.status) && response.chosen !== undefined),
    exact((response) => /^2/.test(response.status)),
  ]) {
    if (index >= 0) return index;
  }
  const index = exact((response) => response.status === 'default');
  const fallback = responses[index];
  if (fallback === undefined || responses.some((response) => response.status.startsWith('3')))
    return undefined;
  const words = `${fallback.description ?? ''} ${schemaName(fallback)}`;
  const others = responses.length > 1;
  const failing = /error|problem|fault|fail|unexpected|exception|invalid/i.test(words);
  const succeeding = /success|\bok\b|succeed/i.test(words);
  return succeeding && !failing ? index : failing || others ? undefined : index;
}

/** The name of the schema that the body refers to, which distinguishes errors from results. */
function schemaName(response: Response): string {
  const type = response.chosen === undefined ? undefined : response.contents[response.chosen]?.type;
  return type?.kind === 'ref' ? (type.id.split('/').at(-1) ?? '') : '';
}
