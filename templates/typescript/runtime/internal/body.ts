import { buildHeaders } from './headers.ts';
import type { QueryDefaults } from './query.ts';
import type { EncodedBody, PromiseOrValue, RequestOptions } from './request-options.ts';

/** Media types whose content is JSON: `application/json`, and those with the suffix of RFC 6839 section 3.1. */
export const JSON_TYPE: RegExp = /^[^;]*[/+]json\s*(;|$)/i;

/** What to send for the body of a call, made anew for each attempt; `undefined` for no body. */
export function encodeBody(
  options: RequestOptions,
  defaults: QueryDefaults,
  signal: AbortSignal,
): PromiseOrValue<EncodedBody> | undefined {
  const { body, __encode: encode } = options;
  if (body === undefined || body === null) {
    return undefined;
  }
  if (encode) {
    return encode(body, defaults, signal);
  }
  // Also what is no stream of the web: Node's read streams, which `fetch` takes as well.
  if (body instanceof ReadableStream || Symbol.asyncIterator in Object(body)) {
    return { body: body as ReadableStream, once: true };
  }
  if (isRaw(body) || (typeof body === 'string' && hasOtherType(options))) {
    return { body };
  }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function isRaw(body: unknown): body is ArrayBuffer | ArrayBufferView<ArrayBuffer> | Blob | FormData | URLSearchParams {
  return (
    ArrayBuffer.isView(body) || [ArrayBuffer, Blob, FormData, URLSearchParams].some((type) => body instanceof type)
  );
}

// A string is JSON text only if the caller has not named another type.
function hasOtherType({ headers }: RequestOptions): boolean {
  const type = buildHeaders([headers]).values.get('content-type');
  return type !== null && !JSON_TYPE.test(type);
}
