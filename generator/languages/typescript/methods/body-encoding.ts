/** Encodes bodies other than JSON, with a helper of the runtime around the options. */
import type { Content } from '../../../ir/types.ts';
import type { RequestEncoding } from '../../../plan/wire.ts';
import { type Code, code, join, literalKey, stringLiteral, valueLiteral } from '../code.ts';
import * as expr from '../types/expr.ts';

/** JSON needs no helper, because the client encodes it. */
export function encoded(options: expr.TypeExpression, body: RequestEncoding): expr.TypeExpression {
  const wrap = (name: string, module: string, extra: Code | undefined): expr.TypeExpression => [
    ...expr.runtimeValue(name, module),
    ...expr.text(code`(`),
    ...options,
    ...expr.text(extra === undefined ? code`)` : code`, ${extra})`),
  ];
  switch (body.kind) {
    case 'multipart':
      return wrap(
        body.forFiles ? 'maybeMultipartFormRequestOptions' : 'multipartFormRequestOptions',
        'internal/multipart',
        partEncodings(body.parts),
      );
    case 'form':
      return wrap('urlEncodedRequestOptions', 'internal/form', formStyles(body.styles));
    case 'raw':
      return wrap('binaryRequestOptions', 'internal/binary', mediaTypes(body));
    case 'json':
      return options;
    default:
      return body satisfies never;
  }
}

/** Absent: the media type of the file itself. */
function mediaTypes({
  mediaTypes: all,
  isList,
}: Extract<RequestEncoding, { kind: 'raw' }>): Code | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  return isList ? valueLiteral(all) : stringLiteral(first);
}

function partEncodings(parts: Content['encoding']): Code | undefined {
  const entries = parts
    .filter((part) => part.contentType !== undefined)
    .map(
      (part) => code`${literalKey(part.property)}: { contentType: ${stringLiteral(part.contentType ?? '')} }`,
    );
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

function formStyles(styles: Content['encoding']): Code | undefined {
  const entries = styles
    .filter(
      (style) =>
        style.style !== undefined || style.explode !== undefined || style.allowReserved !== undefined,
    )
    .map((style) => {
      const facts = [
        ...(style.style === undefined ? [] : [code`style: ${stringLiteral(style.style)}`]),
        ...(style.explode === undefined ? [] : [code`explode: ${valueLiteral(style.explode)}`]),
        ...(style.allowReserved ? [code`allowReserved: true`] : []),
      ];
      return code`${literalKey(style.property)}: { ${join(facts, ', ')} }`;
    });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}
