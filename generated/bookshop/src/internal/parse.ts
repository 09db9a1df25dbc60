/** Parses responses. */
import { APIConnectionError, APIParseError } from '../error.ts';
import type { BaseClient } from './base-client.ts';
import { JSON_TYPE } from './body.ts';
import { readAtMost } from './bounded.ts';
import { logAt, redactBody } from './log.ts';
import { buildHeaders } from './headers.ts';
import { parseJSON } from './json.ts';
import type { FinalRequestOptions, ResponseProps } from './request-options.ts';

/**
 * Parses a response. 204 becomes `null`, or `undefined` if the operation has no body. A binary operation
 * resolves to the `Response`, a streaming operation to a decoded stream. JSON is recognized by its media
 * type; any other body becomes a string.
 */
export async function parseResponse(client: BaseClient, props: ResponseProps): Promise<unknown> {
  const {
    response,
    attempt,
    call: { options, logID },
  } = props;
  if (options.__binaryResponse) {
    return attempt.handOver(response);
  }
  if (options.stream) {
    attempt.disarm();
    return options.stream(response, attempt);
  }
  let text;
  try {
    text = await readText(props, options.maxResponseBytes ?? client.maxResponseBytes);
  } catch (error) {
    if (!props.resend || !(error instanceof APIConnectionError)) {
      throw error;
    }
    const next = await props.resend(error);
    const value = await parseResponse(client, next);
    props.response = next.response;
    return value;
  }
  logAt(client, 'debug')?.(`[log_${logID}] response body`, redactBody(text, client._secrets));
  try {
    return parseText(response, text, options);
  } catch (error) {
    throw error instanceof APIParseError ? (attempt.describe?.(error) ?? error) : error;
  }
}

/** The `Accept` header of the request. Default: JSON. */
const acceptedBy = ({ headers }: FinalRequestOptions): string =>
  buildHeaders([{ accept: 'application/json' }, headers]).values.get('accept') ?? '';

/** Reads a body as text, within the timeout of its attempt and the size limit. */
export async function readText(
  { response, attempt }: Pick<ResponseProps, 'response' | 'attempt'>,
  limit?: number,
): Promise<string> {
  try {
    return await attempt.race(
      limit && response.body
        ? readAtMost(limit, response.body, `The response is longer than ${limit} bytes (maxResponseBytes)`)
        : response.text(),
    );
  } catch (cause) {
    throw attempt.failure(cause);
  } finally {
    attempt.release();
  }
}

/** Parses JSON, and converts it if the operation needs that. */
export function readJSON(text: string, { __decode: decode }: FinalRequestOptions, status: number): unknown {
  const body = parseJSON(text);
  return decode ? decode(body, status) : body;
}

function parseText(response: Response, text: string, options: FinalRequestOptions): unknown {
  const accepted = acceptedBy(options);
  const type = response.headers.get('content-type');
  const isJSON = type && JSON_TYPE.test(type);
  if (response.status === 204 || (!text && (isJSON || !type))) {
    // Methods without a declared body accept any media type.
    return accepted === '*/*' ? undefined : null;
  }
  if (!isJSON) {
    // An HTML page of a login form or a proxy is not the requested data.
    if (text && /html/i.test(type ?? '') && /json/i.test(accepted)) {
      throw new APIParseError(response, text);
    }
    return text;
  }
  try {
    return readJSON(text, options, response.status);
  } catch (cause) {
    throw new APIParseError(response, text, cause);
  }
}
