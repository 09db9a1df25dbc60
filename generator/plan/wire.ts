/**
 * The request of a call as data: how the method's arguments become a
 * request, and which response it accepts.
 */
import type { Content, Method, Parameter, SecurityRequirement, StreamRule, TypeNode } from '../ir/types.ts';
import type { JsonValue } from '../lib/json.ts';
import type { Arguments, Field } from './arguments.ts';
import type { MethodResult } from './result.ts';
import { defaultURL } from './server-url.ts';

export interface Request {
  /** In upper case, or as the document spells a custom method (RFC 9110 section 9.1). */
  readonly verb: string;
  readonly path: readonly PathPiece[];
  /** Query that is part of the document's path key. */
  readonly fixedQuery: Method['fixedQuery'];
  readonly query: readonly Field[];
  /** Query parameters whose style differs from the client's default. */
  readonly queryStyles: readonly QueryStyle[];
  readonly headers: readonly HeaderField[];
  readonly cookies: readonly CookieField[];
  readonly body?: RequestEncoding;
  /** `Accept`; absent: JSON, which is the client's default, or decided by the caller's choice. */
  readonly accept?: string;
  /** `Accept` if the caller requests a stream, and if not. */
  readonly acceptByFlag?: { readonly stream: string; readonly plain: string };
  /** How events are parsed. */
  readonly stream?: StreamReading;
  /** The method's own server, with its variables at their defaults. */
  readonly server?: string;
  /** Absent: the client's requirements. */
  readonly security?: readonly SecurityRequirement[];
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  /** Why a call that changes data may be sent twice: `keyed` by an idempotency key, or `harmless`. */
  readonly repetition?: 'keyed' | 'harmless';
}

export type PathPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** A value. `field` is set if it is part of the argument; otherwise it is positional. */
  | {
      readonly kind: 'value';
      readonly parameter: Parameter;
      readonly field?: Field;
      readonly encoding: 'plain' | 'json' | 'label' | 'matrix' | 'simple';
    };

export interface QueryStyle {
  readonly name: string;
  /** True if the value is encoded as JSON. */
  readonly isJson: boolean;
  /** Absent: `form`. */
  readonly style?: Parameter['style'];
  readonly explode?: boolean;
  readonly allowReserved: boolean;
}

export interface HeaderField {
  readonly field: Field;
  readonly isJson: boolean;
  readonly explode: boolean;
  /** Values that are always sent, after those of the caller. */
  readonly always?: readonly JsonValue[];
}

export interface CookieField {
  readonly field: Field;
  readonly explode: boolean;
}

/** How the body is encoded. */
export type RequestEncoding =
  | { readonly kind: 'json'; readonly mediaType: string }
  /** `forFiles`: sent as JSON if the body contains no file. */
  | { readonly kind: 'multipart'; readonly forFiles: boolean; readonly parts: Content['encoding'] }
  | { readonly kind: 'form'; readonly styles: Content['encoding'] }
  /** Sent as it is. With several types, the file's own type is used; with none, any type of the file. */
  | { readonly kind: 'raw'; readonly mediaTypes: readonly string[]; readonly isList: boolean };

export interface StreamReading {
  readonly format: 'event-stream' | 'json-lines';
  readonly data: 'json' | 'text';
  readonly rules: readonly StreamRule[];
  /** Property of the argument with which the caller requests a stream; absent: there is no choice. */
  readonly flag?: string;
}

export interface RequestData {
  readonly args: Arguments;
  readonly result: MethodResult;
  /** Requirements that apply if a method declares none. */
  readonly security: readonly SecurityRequirement[];
  /** False: requirements are ignored and all credentials are sent. */
  readonly perEndpoint: boolean;
  /** The API's header for idempotency keys. */
  readonly idempotencyHeader?: string | undefined;
}

export function planRequest(method: Method, facts: RequestData): Request {
  const { args, result } = facts;
  const server = method.servers?.[0];
  const body = encodingOf(method, args);
  const stream = result.kind === 'stream' ? readingOf(method, result) : undefined;
  const accept = acceptOf(method, result);
  const byFlag = stream?.flag !== undefined && result.kind === 'stream' && result.plain?.kind === 'binary';
  const security = facts.perEndpoint ? method.security : undefined;
  return {
    verb: method.sentVerb ?? method.verb.toUpperCase(),
    path: pathOf(method, args),
    fixedQuery: method.fixedQuery,
    query: args.fields.filter((field) => field.group === 'query'),
    queryStyles: queryStyles(method.parameters.filter((parameter) => parameter.in === 'query')),
    headers: args.fields.filter((field) => field.group === 'header').map(headerOf),
    cookies: args.fields
      .filter((field) => field.group === 'cookie')
      .map((field) => ({ field, explode: isExploded(field.parameter) })),
    ...(body && { body }),
    ...(accept !== undefined && { accept }),
    ...(byFlag && { acceptByFlag: { stream: streamType(method), plain: result.plain.mediaType } }),
    ...(stream && { stream }),
    ...(server && { server: defaultURL(server) }),
    ...(security && !isSame(security, facts.security) && { security }),
    ...(method.timeoutMs !== undefined && { timeoutMs: method.timeoutMs }),
    ...(method.maxRetries !== undefined && { maxRetries: method.maxRetries }),
    ...repetitionOf(method, facts),
  };
}

/** Verbs for which HTTP itself does not promise idempotency (RFC 9110 section 9.2.2). */
const CHANGING: ReadonlySet<string> = new Set(['post', 'patch']);

const repetitionOf = (
  { idempotent, verb }: Method,
  { idempotencyHeader }: RequestData,
): Pick<Request, 'repetition'> =>
  idempotent !== true || verb === 'get'
    ? {}
    : idempotencyHeader !== undefined
      ? { repetition: 'keyed' }
      : CHANGING.has(verb)
        ? { repetition: 'harmless' }
        : {};

const isSame = (a: readonly SecurityRequirement[], b: readonly SecurityRequirement[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function pathOf(method: Method, args: Arguments): readonly PathPiece[] {
  return method.pathParts.map((part): PathPiece => {
    if (part.kind === 'text') return part;
    const positional = args.positional.find((item) => item.name === part.name);
    const field = args.fields.find((item) => item.group === 'path' && item.wireName === part.name);
    const parameter = positional ?? field?.parameter;
    // A template expression without a declared parameter stays as text.
    if (parameter === undefined) return { kind: 'text', text: `{${part.name}}` };
    return {
      kind: 'value',
      parameter,
      encoding: pathEncoding(parameter),
      ...(positional === undefined && field && { field }),
    };
  });
}

function pathEncoding(parameter: Parameter): Extract<PathPiece, { kind: 'value' }>['encoding'] {
  if (parameter.mediaType !== undefined) return 'json';
  if (parameter.style === 'label' || parameter.style === 'matrix') return parameter.style;
  return isScalar(parameter.type) ? 'plain' : 'simple';
}

/** True if the value is a single text, whatever its style. */
function isScalar(type: TypeNode): boolean {
  const node = type.kind === 'nullable' ? type.type : type;
  return node.kind === 'scalar' || node.kind === 'literal' || (node.kind === 'union' && node.mode === 'enum');
}

const isExploded = (parameter: Parameter | undefined): boolean =>
  parameter?.explode === true && !isScalar(parameter.type);

const queryStyles = (parameters: readonly Parameter[]): readonly QueryStyle[] =>
  parameters
    .filter(
      (parameter) =>
        parameter.mediaType !== undefined ||
        parameter.allowReserved ||
        (parameter.styled && !isScalar(parameter.type)),
    )
    .map(({ name, mediaType, style, explode, allowReserved, type }) => {
      if (mediaType !== undefined) return { name, isJson: true, allowReserved };
      const isUsual = style !== 'form' && explode === (style === 'deepObject');
      return {
        name,
        isJson: false,
        allowReserved,
        ...(style !== 'form' && { style }),
        ...(!isUsual && !isScalar(type) && { explode }),
      };
    });

function headerOf(field: Field): HeaderField {
  const { parameter } = field;
  const always = parameter?.extendDefault === true ? alwaysSent(parameter) : undefined;
  return {
    field,
    isJson: parameter?.mediaType !== undefined,
    explode: isExploded(parameter),
    ...(always && { always }),
  };
}

/** The default of a list that is always sent. */
function alwaysSent(parameter: Parameter): readonly JsonValue[] | undefined {
  const type = parameter.type.kind === 'nullable' ? parameter.type.type : parameter.type;
  const fallback = parameter.type.default ?? type.default;
  if (type.kind !== 'array' || fallback === undefined) return undefined;
  return Array.isArray(fallback) ? fallback : [fallback];
}

function encodingOf(method: Method, args: Arguments): RequestEncoding | undefined {
  const content = args.fileForm ?? args.content;
  if (args.body.kind === 'none' || !content) return undefined;
  switch (content.kind) {
    case 'json':
      // A range, or an invalid media type, cannot be sent.
      return {
        kind: 'json',
        mediaType: /^[\w.+-]+\/[\w.+-]+(?:\s*;|$)/.test(content.mediaType)
          ? content.mediaType
          : 'application/json',
      };
    case 'multipart':
      return { kind: 'multipart', forFiles: args.fileForm !== undefined, parts: content.encoding };
    case 'form':
      return { kind: 'form', styles: content.encoding };
    case 'binary':
    case 'text':
    case 'xml':
    case 'event-stream':
    case 'json-lines':
      return { kind: 'raw', ...mediaTypes(content, method.body?.contents ?? []) };
    default:
      return content.kind satisfies never;
  }
}

/** Empty: the file's own type is used. */
function mediaTypes(
  content: Content,
  alternatives: readonly Content[],
): { readonly mediaTypes: readonly string[]; readonly isList: boolean } {
  if (content.mediaType === 'application/octet-stream' || content.mediaType.includes('*'))
    return { mediaTypes: [], isList: false };
  const files = alternatives.filter(
    (alternative) =>
      alternative.kind === 'binary' && alternative !== content && !alternative.mediaType.includes('*'),
  );
  const isList = content.kind === 'binary' && files.length > 0;
  return { mediaTypes: [content, ...(isList ? files : [])].map((item) => item.mediaType), isList };
}

/** `undefined` for JSON, because the client requests it by default. */
function acceptOf(method: Method, result: MethodResult): string | undefined {
  switch (result.kind) {
    case 'void':
      return '*/*';
    case 'binary':
      return result.content.mediaType;
    case 'value':
      return result.content.kind === 'json' ? undefined : result.content.mediaType;
    case 'page':
      return undefined;
    case 'stream':
      return result.plain ? undefined : streamType(method);
    default:
      return result satisfies never;
  }
}

const streamType = (method: Method): string =>
  method.streaming?.format === 'json-lines' ? linesType(method) : 'text/event-stream';

const linesType = (method: Method): string =>
  method.responses.flatMap((response) => response.contents).find((content) => content.kind === 'json-lines')
    ?.mediaType ?? 'application/jsonl';

function readingOf(method: Method, result: Extract<MethodResult, { kind: 'stream' }>): StreamReading {
  const { streaming } = method;
  const flag = result.plain && streaming?.discriminator?.property;
  return {
    format: streaming?.format === 'json-lines' ? 'json-lines' : 'event-stream',
    data: streaming?.data ?? 'text',
    rules: streaming?.onEvent ?? [],
    ...(flag !== undefined && { flag }),
  };
}
