/** How a body that is no JSON is encoded: a helper of the runtime around the options. */
import type { Content } from '../../../ir/types.ts';
import { type Code, code, join, literalKey, stringLiteral, valueLiteral } from '../code.ts';
import * as expr from '../types/expr.ts';

export interface Encoding {
  readonly content: Content;
  /** The form is only there for files, and is sent where there are any. */
  readonly forFiles: boolean;
  /** What the document offers for the body. */
  readonly alternatives: readonly Content[];
}

/** JSON stays as it is: the client encodes it itself. */
export function encoded(
  options: expr.TypeExpression,
  { content, forFiles, alternatives }: Encoding,
): expr.TypeExpression {
  const wrap = (name: string, module: string, extra: Code | undefined): expr.TypeExpression => [
    ...expr.runtimeValue(name, module),
    ...expr.text(code`(`),
    ...options,
    ...expr.text(extra === undefined ? code`)` : code`, ${extra})`),
  ];
  switch (content.kind) {
    case 'multipart':
      return wrap(
        forFiles ? 'maybeMultipartFormRequestOptions' : 'multipartFormRequestOptions',
        'internal/multipart',
        partEncodings(content),
      );
    case 'form':
      return wrap('urlEncodedRequestOptions', 'internal/form', formStyles(content));
    case 'binary':
    case 'text':
    case 'xml':
    case 'event-stream':
    case 'json-lines':
      return wrap('binaryRequestOptions', 'internal/binary', mediaTypes(content, alternatives));
    case 'json':
      return options;
    default:
      return content.kind satisfies never;
  }
}

/** Absent: what the file says itself. */
function mediaTypes(content: Content, alternatives: readonly Content[]): Code | undefined {
  if (content.mediaType === 'application/octet-stream' || content.mediaType.includes('*')) return undefined;
  const files = alternatives.filter(
    (one) => one.kind === 'binary' && one !== content && !one.mediaType.includes('*'),
  );
  return content.kind !== 'binary' || files.length === 0
    ? stringLiteral(content.mediaType)
    : valueLiteral([content, ...files].map((one) => one.mediaType));
}

function partEncodings(content: Content): Code | undefined {
  const entries = content.encoding
    .filter((one) => one.contentType !== undefined)
    .map(
      (one) => code`${literalKey(one.property)}: { contentType: ${stringLiteral(one.contentType ?? '')} }`,
    );
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

function formStyles(content: Content): Code | undefined {
  const entries = content.encoding
    .filter((one) => one.style !== undefined || one.explode !== undefined || one.allowReserved !== undefined)
    .map((one) => {
      const facts = [
        ...(one.style === undefined ? [] : [code`style: ${stringLiteral(one.style)}`]),
        ...(one.explode === undefined ? [] : [code`explode: ${valueLiteral(one.explode)}`]),
        ...(one.allowReserved ? [code`allowReserved: true`] : []),
      ];
      return code`${literalKey(one.property)}: { ${join(facts, ', ')} }`;
    });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}
