import { type QueryDefaults, stringifyQuery } from './query.ts';
import { type ParamStyles, styled } from './query-styles.ts';
import type { EncodedBody, RequestOptions } from './request-options.ts';
import { SDKError } from '../error.ts';

/** Options that send the body as `application/x-www-form-urlencoded`. */
export function urlEncodedRequestOptions(
  options: RequestOptions,
  encodings: ParamStyles = {},
): RequestOptions {
  return { ...options, __encode: (body, defaults) => encodeForm(body, defaults, encodings) };
}

function encodeForm(body: unknown, defaults: QueryDefaults, encodings: ParamStyles): EncodedBody {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  if (typeof body === 'string' || body instanceof URLSearchParams) {
    return { body: String(body), headers };
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const kind = Array.isArray(body) ? 'a list' : body === null ? 'null' : `a value of type ${typeof body}`;
    throw new SDKError(`The body of a form request must be an object, not ${kind}`);
  }
  return { body: stringifyQuery(body, defaults, styled(encodings)), headers };
}
