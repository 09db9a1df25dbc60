import { SDKError } from '../error.ts';
import type { Attempt } from './attempt.ts';
import { buildHeaders } from './headers.ts';
import { isStream } from './is-stream.ts';
import { stringifyJSON } from './json.ts';
import { type QueryDefaults, stringifyQuery } from './query.ts';
import type { EncodedBody, PromiseOrValue, RequestOptions } from './request-options.ts';

/**
 * JSON media types: `application/json`, and types with the suffix `+json` (RFC 6839 section 3.1).
 */
export const JSON_TYPE: RegExp = /^[^;]*[/+]json\s*(;|$)/i;

/** Encodes the body of a call, once per attempt; `undefined` if there is no body. */
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
  // Includes the read streams of Node, which are not web streams but accepted by `fetch`.
  if (isStream(body) || Symbol.asyncIterator in Object(body)) {
    const { on, destroy }: NodeStream = body;
    // Without a listener, an error before the first read would terminate the process.
    on?.call(body, 'error', () => {});
    attempt.hold(() => destroy?.call(body));
    return { body: body as ReadableStream, once: true };
  }
  const type = buildHeaders([options.headers]).values.get('content-type');
  if (isRaw(body) || (typeof body === 'string' && type && !JSON_TYPE.test(type))) {
    return { body };
  }
  if (type?.startsWith('application/x-www-form-urlencoded')) {
    if (Array.isArray(body)) {
      throw new SDKError('The body of a form request must be an object, not a list');
    }
    return { body: stringifyQuery(body, defaults) };
  }
  return { body: stringifyJSON(body), headers: { 'content-type': 'application/json' } };
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
