import type { Attempt } from './attempt.ts';
import { buildHeaders } from './headers.ts';
import { isStream } from './is-stream.ts';
import { type QueryDefaults, stringifyQuery } from './query.ts';
import type { EncodedBody, PromiseOrValue, RequestOptions } from './request-options.ts';

/**
 * Media types whose content is JSON: `application/json`, and those with the suffix of RFC 6839 section 3.1.
 */
export const JSON_TYPE: RegExp = /^[^;]*[/+]json\s*(;|$)/i;

/** What to send for the body of a call, made anew for each attempt; `undefined` for no body. */
export function encodeBody(
  options: RequestOptions,
  defaults: QueryDefaults,
  attempt: Attempt,
): PromiseOrValue<EncodedBody> | undefined {
  const { body, __encode: encode } = options;
  if (body === undefined || body === null) {
    return undefined;
  }
  if (encode) {
    return encode(body, defaults, attempt);
  }
  // Also what is no stream of the web: Node's read streams, which `fetch` takes as well.
  if (isStream(body) || Symbol.asyncIterator in Object(body)) {
    const { on, destroy }: NodeStream = body;
    // Without a listener a failure before anybody reads would end the process.
    on?.call(body, 'error', () => {});
    attempt.hold(() => destroy?.call(body));
    return { body: body as ReadableStream, once: true };
  }
  const type = buildHeaders([options.headers]).values.get('content-type');
  if (isRaw(body) || (typeof body === 'string' && type && !JSON_TYPE.test(type))) {
    return { body };
  }
  if (type?.startsWith('application/x-www-form-urlencoded')) {
    return { body: stringifyQuery(body, defaults) };
  }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

interface NodeStream {
  readonly on?: (event: string, listener: () => void) => void;
  readonly destroy?: () => void;
}

function isRaw(
  body: unknown,
): body is ArrayBuffer | ArrayBufferView<ArrayBuffer> | Blob | FormData | URLSearchParams {
  return (
    ArrayBuffer.isView(body) ||
    [ArrayBuffer, Blob, FormData, URLSearchParams].some((type) => body instanceof type)
  );
}
