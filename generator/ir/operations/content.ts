/** Media Type Objects (OpenAPI 3.1 section 4.8.14). */
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import { ASSUMED_MEDIA_TYPE } from '../../openapi/upgrade/swagger-context.ts';
import { type Context, type DocumentNode, follow, originAt } from '../context.ts';
import { defined, flagAt, listAt, objectAt, objectEntries, textAt, valueAt } from '../read.ts';
import type { Content, ContentKind, EventKinds, ParameterStyle, PartEncoding, TypeNode } from '../types.ts';
import { isBinary as declaresBytes } from '../schema/scalars.ts';
import { byPreference, contentKind, isMediaType } from './media.ts';

/** The contents of a request body or response, in order of preference. */
export function readContents(
  context: Context,
  holder: DocumentNode,
  side: 'request' | 'response',
): readonly Content[] {
  const map = objectAt(holder.node, 'content');
  const contents: Content[] = [];
  for (const [mediaType, value] of Object.entries(map ?? {})) {
    if (isExtension(mediaType)) continue;
    const media = follow(context, value, originAt(context, holder, 'content', mediaType));
    if (media === undefined) continue;
    if (!isMediaType(mediaType))
      context.report('media-type-invalid', { mediaType }, originAt(context, holder, 'content', mediaType));
    contents.push(readContent(context, mediaType, { media, side }));
  }
  // An empty map is a common way to declare a response without a body.
  if (side === 'request' && map !== undefined && Object.keys(map).every(isExtension))
    context.report('content-empty', { what: 'request body' }, originAt(context, holder, 'content'));
  const ordered = byPreference(contents, side);
  if (side === 'response') return ordered.map(asBytes);
  const form = ordered.find((content) => content.kind === 'multipart');
  // As text, the request would lose the files that the form can carry.
  const isFormBetter =
    form !== undefined &&
    (ordered[0]?.kind === 'json' || ordered[0]?.kind === 'form') &&
    declaresFiles(context, holder, ordered[0].mediaType);
  return isFormBetter ? [form, ...ordered.filter((content) => content !== form)] : ordered;
}

/**
 * An SDK does not parse the parts of a multipart response. As text their bytes would be lost, so
 * the response is returned as binary.
 */
const asBytes = (content: Content): Content =>
  content.kind === 'multipart'
    ? { ...content, kind: 'binary', type: typeFor({ kind: 'binary', side: 'response' }, content.type) }
    : content;

/** `x-world/x-3dmf` is a media type; `x-internal` is an extension. */
const isExtension = (key: string): boolean => key.startsWith('x-') && !key.includes('/');

/** The form beside a JSON body, if only the form can carry files. */
export function fileForm(
  context: Context,
  holder: DocumentNode,
  [chosen, ...others]: readonly Content[],
): Content | undefined {
  const form = chosen?.kind === 'json' ? others.find((content) => content.kind === 'multipart') : undefined;
  return form && declaresFiles(context, holder, form.mediaType, true) ? form : undefined;
}

/**
 * True if a property of the body, or the items of a list property, are bytes. With `orUnion`, a
 * union with such a member counts too.
 */
function declaresFiles(context: Context, holder: DocumentNode, mediaType: string, orUnion = false): boolean {
  const media = follow(
    context,
    objectAt(holder.node, 'content')?.[mediaType],
    originAt(context, holder, 'content', mediaType),
  );
  const body = media && follow(context, valueAt(media.node, 'schema'), media.origin);
  if (body === undefined) return false;
  const membersOf = (place: DocumentNode, key: string): readonly DocumentNode[] =>
    listAt(place.node, key).flatMap(
      (item, index) => follow(context, item, originAt(context, place, key, index)) ?? [],
    );
  const isBytes = (place: DocumentNode): boolean => {
    const item = follow(context, valueAt(place.node, 'items'), place.origin);
    return declaresBytes(place.node) || (item !== undefined && declaresBytes(item.node));
  };
  return [body, ...membersOf(body, 'allOf')].some((part) =>
    objectEntries(objectAt(part.node, 'properties')).some(([name, property]) => {
      const place = follow(context, property, originAt(context, part, 'properties', name));
      if (place === undefined) return false;
      return (
        isBytes(place) || (orUnion && ['anyOf', 'oneOf'].some((key) => membersOf(place, key).some(isBytes)))
      );
    }),
  );
}

function readContent(
  context: Context,
  mediaType: string,
  { media, side }: { readonly media: DocumentNode; readonly side: 'request' | 'response' },
): Content {
  for (const [property, encoding] of objectEntries(objectAt(media.node, 'encoding')))
    context.visit('Encoding Object', encoding, originAt(context, media, 'encoding', property));
  const schema = valueAt(media.node, 'schema');
  const read: TypeNode =
    schema === undefined
      ? { kind: 'unknown', reason: 'empty', origin: media.origin }
      : context.readType(schema, originAt(context, media, 'schema'));
  const kind = kindOf(mediaType, schema === undefined ? undefined : follow(context, schema, media.origin));
  const isSequence = kind === 'event-stream' || kind === 'json-lines' || kind === 'multipart';
  context.visit(
    `Media Type Object${side === 'response' ? (isSequence ? ' of a response that is a sequence' : ' of a response') : isSequence ? ' of a sequence' : ''}`,
    media.node,
    media.origin,
  );
  const type = typeFor({ kind, side }, read);
  const { type: item, events } = itemsOf(context, media, kind);
  const example = exampleOf(media.node);
  return {
    mediaType,
    kind,
    type,
    encoding: encodings(media.node),
    origin: media.origin,
    ...((kind === 'xml' || kind === 'text') && type !== read && { described: read }),
    ...(item !== undefined && { itemType: item }),
    ...(events !== undefined && { events }),
    ...(example !== undefined && { example }),
    ...(valueAt(media.node, ASSUMED_MEDIA_TYPE) === true && { isAssumed: true }),
  };
}

interface Items {
  readonly type?: TypeNode;
  readonly events?: EventKinds;
}

/**
 * Item type of a sequence (OpenAPI 3.2 section 4.14.4). For events, the type of their data if
 * the document declares it as JSON.
 */
function itemsOf(context: Context, media: DocumentNode, kind: ContentKind): Items {
  const schema = valueAt(media.node, 'itemSchema');
  if (schema === undefined) return {};
  const at = originAt(context, media, 'itemSchema');
  const event = kind === 'event-stream' ? follow(context, schema, at) : undefined;
  const kinds = (event === undefined ? [] : kindsOf(context, event)).map((place) =>
    readEvent(context, place),
  );
  if (!kinds.some((eventKind) => eventKind.isJSON)) return { type: context.readType(schema, at) };
  const [first, ...others] = kinds.flatMap((eventKind) =>
    eventKind.content === undefined ? [] : [eventKind.content],
  );
  if (first === undefined) return { type: context.readType(schema, at) };
  // An unnamed event whose data is not JSON, among JSON events, carries no
  // value: it ends the stream (`[DONE]`).
  const end = kinds.find(
    (eventKind) => eventKind.name === undefined && eventKind.text !== undefined && !isJSON(eventKind.text),
  )?.text;
  const texts = kinds.flatMap(({ name, content, isJSON: parsed }) =>
    name === undefined || content === undefined || parsed ? [] : [name],
  );
  return {
    type:
      others.length === 0 ? first : { kind: 'union', mode: 'anyOf', members: [first, ...others], origin: at },
    ...((end !== undefined || texts.length > 0) && { events: { texts, ...defined({ end }) } }),
  };
}

/** The schema of an event and those of its alternatives. */
function kindsOf(context: Context, event: DocumentNode): readonly DocumentNode[] {
  const kinds = (['oneOf', 'anyOf'] as const).flatMap((keyword) =>
    listAt(event.node, keyword).map((item, index) =>
      follow(context, item, originAt(context, event, keyword, index)),
    ),
  );
  return [event, ...kinds].filter((place) => place !== undefined);
}

interface EventKind {
  readonly name?: string;
  /** Type of the data: the data itself is text, and `contentSchema` describes what the text contains. */
  readonly content?: TypeNode;
  readonly isJSON: boolean;
  /** Set if the data is always this text. */
  readonly text?: string;
}

function readEvent(context: Context, event: DocumentNode): EventKind {
  const field = (name: string): DocumentNode | undefined =>
    follow(
      context,
      objectAt(objectAt(event.node, 'properties') ?? {}, name),
      originAt(context, event, 'properties', name),
    );
  const [name, data] = [field('event'), field('data')];
  const mediaType = data && textAt(data.node, 'contentMediaType');
  const schema = data && valueAt(data.node, 'contentSchema');
  const content =
    data === undefined || mediaType === undefined || schema === undefined
      ? undefined
      : context.readType(schema, originAt(context, data, 'contentSchema'));
  return {
    isJSON: content !== undefined && mediaType !== undefined && contentKind(mediaType) === 'json',
    ...defined({
      name: name && textAt(name.node, 'const'),
      content,
      text: data && textAt(data.node, 'const'),
    }),
  };
}

function isJSON(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A body whose schema declares raw bytes is binary, whatever its media type
 * (`application/json` with `format: binary`).
 */
function kindOf(mediaType: string, schema: DocumentNode | undefined): ContentKind {
  const kind = contentKind(mediaType);
  const type = schema && valueAt(schema.node, 'type');
  // Bytes have no type in OpenAPI 3.1 (section 4.8.14.3).
  const isText = type === undefined || type === 'string' || (Array.isArray(type) && type.includes('string'));
  return kind === 'json' &&
    schema !== undefined &&
    (type === 'file' || (isText && declaresBytes(schema.node)))
    ? 'binary'
    : kind;
}

/**
 * Binary content stays bytes even if the schema is `format: byte` or an object. Text content stays a
 * string, whatever the schema says about it.
 */
function typeFor(
  { kind, side }: { readonly kind: ContentKind; readonly side: 'request' | 'response' },
  type: TypeNode,
): TypeNode {
  if (kind === 'binary')
    return bare(type).kind === 'scalar' && isBinary(bare(type))
      ? type
      : { kind: 'scalar', scalar: 'binary', origin: type.origin, ...docs(type) };
  // The SDK does not parse XML into an object, so its type is not an object either.
  if (kind === 'xml' && !isText(bare(type)))
    return {
      kind: 'scalar',
      scalar: 'string',
      origin: type.origin,
      ...defined({ description: type.description }),
    };
  // A number or a boolean can be sent as text, but a text response is not parsed to either.
  if (kind === 'text' && !(side === 'request' ? isPlain(bare(type)) : isTextual(bare(type))))
    return { kind: 'scalar', scalar: 'string', origin: type.origin, ...docs(type) };
  return type;
}

const isPlain = (type: TypeNode): boolean =>
  type.kind === 'scalar' || type.kind === 'literal' || type.kind === 'union';
const isTextual = (type: TypeNode): boolean =>
  type.kind === 'union'
    ? type.members.every((member) => isTextual(bare(member)))
    : type.kind === 'literal'
      ? typeof type.value === 'string'
      : isText(type) || isBinary(type);

const docs = (type: TypeNode) => defined({ description: type.description, examples: type.examples });
const bare = (type: TypeNode): TypeNode => (type.kind === 'nullable' ? type.type : type);
const isBinary = (type: TypeNode): boolean => type.kind === 'scalar' && type.scalar === 'binary';
const isText = (type: TypeNode): boolean => type.kind === 'scalar' && type.scalar === 'string';

function encodings(media: JsonObject): readonly PartEncoding[] {
  const entries = objectEntries(objectAt(media, 'encoding')).map(([property, node]) => ({
    property,
    ...defined({
      contentType: textAt(node, 'contentType'),
      style: styleOf(textAt(node, 'style')),
      explode: flagAt(node, 'explode'),
      allowReserved: flagAt(node, 'allowReserved'),
    }),
  }));
  return sortedBy(entries, (item) => item.property);
}

const STYLES: readonly ParameterStyle[] = [
  'matrix',
  'label',
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
  'cookie',
];
export const styleOf = (text: string | undefined): ParameterStyle | undefined =>
  STYLES.find((style) => style === text);

/** The example of a parameter or media type: `example`, otherwise the first of `examples` by name. */
export function exampleOf(node: JsonObject): JsonValue | undefined {
  const example = valueAt(node, 'example');
  if (example !== undefined) return example;
  const first = sortedBy(objectEntries(objectAt(node, 'examples')), ([name]) => name)[0]?.[1];
  return first === undefined ? undefined : valueAt(first, 'value');
}
