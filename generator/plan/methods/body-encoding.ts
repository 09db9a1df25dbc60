/** How a body that is no JSON is encoded: a helper of the runtime around the options. */
import type { Content } from '../../ir/types.ts';
import { type Code, code, join, literalKey, stringLiteral, valueLiteral } from '../code.ts';
import * as expr from '../types/expr.ts';

/** JSON stays as it is: the client encodes it itself. A form that is only there for files is sent where there are any. */
export function encoded(options: expr.TypeExpression, content: Content, forFiles = false): expr.TypeExpression {
  const wrap = (name: string, module: string, extra: Code | undefined): expr.TypeExpression => [
    ...expr.runtimeValue(name, module), ...expr.text(code`(`), ...options, ...expr.text(extra === undefined ? code`)` : code`, ${extra})`),
  ];
  switch (content.kind) {
    case 'multipart': return wrap(forFiles ? 'maybeMultipartFormRequestOptions' : 'multipartFormRequestOptions', 'internal/multipart', partEncodings(content));
    case 'form': return wrap('urlEncodedRequestOptions', 'internal/form', formStyles(content));
    case 'binary': case 'text': case 'xml': case 'event-stream': case 'json-lines':
      return wrap('binaryRequestOptions', 'internal/binary', content.mediaType === 'application/octet-stream' || content.mediaType.includes('*') ? undefined : stringLiteral(content.mediaType));
    case 'json': return options;
    default: return content.kind satisfies never;
  }
}

function partEncodings(content: Content): Code | undefined {
  const entries = content.encoding.filter((one) => one.contentType !== undefined).map((one) => code`${literalKey(one.property)}: { contentType: ${stringLiteral(one.contentType ?? '')} }`);
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}

function formStyles(content: Content): Code | undefined {
  const entries = content.encoding.filter((one) => one.style !== undefined || one.explode !== undefined || one.allowReserved !== undefined).map((one) => {
    const facts = [
      ...(one.style === undefined ? [] : [code`style: ${stringLiteral(one.style)}`]),
      ...(one.explode === undefined ? [] : [code`explode: ${valueLiteral(one.explode)}`]),
      ...(one.allowReserved ? [code`allowReserved: true`] : []),
    ];
    return code`${literalKey(one.property)}: { ${join(facts, ', ')} }`;
  });
  return entries.length === 0 ? undefined : code`{ ${join(entries, ', ')} }`;
}
