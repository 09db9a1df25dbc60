/**
 * Decides which results are streams of events or lines, and what chooses
 * between a stream and a plain result.
 */
import type { OperationHints } from '../../openapi/operation-hints.ts';
import type { Origin } from '../../lib/origin.ts';
import type { ReportContext } from '../context.ts';
import { type TypesById, bare } from '../type-walk.ts';
import { fits, propertiesOf } from '../pagination/view.ts';
import type { Content, Parameter, RequestBody, Response, StreamRule, Streaming, TypeNode } from '../types.ts';

export interface StreamOptions {
  /**
   * The property that requests a stream, as the config names it; null: there is none,
   * because the method always streams.
   */
  readonly discriminator?: string | null;
  /** Type of an event, as the config names it. */
  readonly event?: TypeNode;
  readonly paramsTypeName?: string;
  readonly onEvent: readonly StreamRule[];
  /** The option's position in the config. */
  readonly origin?: Origin;
}

export interface StreamInput {
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly response?: Response;
  readonly hints: OperationHints;
  readonly options: StreamOptions;
}

/**
 * OpenAPI 3.2 section 4.14.4 (sequential media types) and the earlier convention, in which the media type's
 * schema is that of a single event.
 */
export function readStreaming(
  context: ReportContext,
  types: TypesById,
  input: StreamInput,
): Streaming | undefined {
  const { response, hints, options } = input;
  if (response === undefined || hints.streaming?.never === true) return undefined;
  const content =
    response.contents.find((item) => item.kind === 'event-stream') ??
    response.contents.find((item) => item.kind === 'json-lines');
  const json = response.contents.find((item) => item.kind === 'json');
  const plain = json ?? response.contents.find((item) => item.kind === 'binary');
  const discriminator = discriminatorOf(types, input);
  if (typeof options.discriminator === 'string' && discriminator === undefined) {
    context.report(
      'stream-discriminator-missing',
      { property: options.discriminator },
      options.origin ?? response.origin,
    );
  }
  const source =
    content ??
    (options.event !== undefined ||
    hints.streaming?.format !== undefined ||
    options.discriminator !== undefined
      ? json
      : undefined);
  if (source === undefined) return undefined;
  if (
    plain !== undefined &&
    content !== undefined &&
    discriminator === undefined &&
    options.discriminator !== null
  ) {
    context.report(
      'stream-undecided',
      { plain: plain.mediaType, mediaType: content.mediaType },
      content.origin,
    );
    return undefined;
  }
  const format =
    source.kind === 'json-lines' || (source.kind === 'json' && hints.streaming?.format === 'json')
      ? 'json-lines'
      : 'event-stream';
  const event = options.event ?? eventOf(types, source, format);
  const onEvent = rulesOf(options.onEvent, {
    texts: source.events?.texts ?? [],
    end: hints.streamEnd ?? source.events?.end,
  });
  return {
    format,
    event,
    data: isText(types, event, source) ? 'text' : 'json',
    origin: source.origin,
    ...(discriminator !== undefined && (plain !== undefined || content === undefined) && { discriminator }),
    ...(options.paramsTypeName !== undefined && { paramsTypeName: options.paramsTypeName }),
    ...(onEvent.length > 0 && { onEvent }),
  };
}

/** The config's rules, otherwise those that follow from the event kinds of the document. */
function rulesOf(
  configured: readonly StreamRule[],
  { texts, end }: { readonly texts: readonly string[]; readonly end: string | undefined },
): readonly StreamRule[] {
  if (configured.length > 0 || (end === undefined && texts.length === 0)) return configured;
  return [
    ...(end === undefined ? [] : [{ dataPrefix: end, handle: 'done' } as const]),
    ...texts.map((eventType): StreamRule => ({ eventType, handle: 'yield', isText: true })),
    { handle: 'yield' },
  ];
}

/**
 * `stream` or `streaming` in the body or the query, or the property named by the config or a hint. It
 * must accept both true and false.
 */
function discriminatorOf(
  types: TypesById,
  { body, parameters, options, hints }: StreamInput,
): Streaming['discriminator'] | undefined {
  if (options.discriminator === null || hints.streaming?.always === true) return undefined;
  const named = (options.discriminator ?? hints.streaming?.condition)?.split('.').at(-1);
  const content = body && body.contents[body.chosen];
  for (const name of named === undefined ? ['stream', 'streaming'] : [named]) {
    const property = content && propertiesOf(types, content.type)?.get(name);
    if (property !== undefined && fits(types, property.type, 'flag')) return { in: 'body', property: name };
    const parameter = parameters.find((item) => item.in === 'query' && item.name === name);
    if (parameter !== undefined && fits(types, parameter.type, 'flag'))
      return { in: 'query', property: name };
  }
  return undefined;
}

/**
 * Type of a single event's data: `itemSchema`, otherwise the schema, the `data` property of a schema that
 * describes the event's fields, or the element of an array of lines.
 */
function eventOf(types: TypesById, content: Content, format: Streaming['format']): TypeNode {
  const type = content.itemType ?? content.type;
  const node = bare(types, type);
  if (format === 'json-lines') return node.kind === 'array' ? node.items : type;
  const properties = propertiesOf(types, node);
  const data = properties?.get('data');
  const described =
    data !== undefined &&
    [...(properties?.keys() ?? [])].every((name) =>
      ['data', 'event', 'id', 'retry', 'comment'].includes(name),
    );
  return described && data !== undefined ? data.type : type;
}

/** True if the data is returned as text: plain strings, and data without a schema. */
function isText(types: TypesById, event: TypeNode, content: Content): boolean {
  const node = bare(types, event);
  if (node.kind === 'unknown')
    return node.reason === 'empty' && content.type.kind === 'unknown' && content.itemType === undefined;
  if (node.kind === 'scalar')
    return (
      node.scalar === 'binary' ||
      (node.scalar === 'string' && node.constraints?.contentMediaType === undefined)
    );
  return false;
}
