/** From a response to the value a call resolves to. */
import { APIConnectionError, APIParseError } from '../error.ts';
import type { BaseClient } from './base-client.ts';
import { JSON_TYPE } from './body.ts';
import { readAtMost } from './bounded.ts';
import { logAt, redactBody } from './log.ts';
import { buildHeaders } from './headers.ts';
import type { FinalRequestOptions, ResponseProps } from './request-options.ts';

/**
 * Reads a response: 204 is `null`, or `undefined` where no body is promised, JSON by its media type, a binary operation
 * is the `Response`, a stream what its decoder makes of it, all else text.
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
  return parseText(response, text, acceptedBy(options));
}

/** The media types that the call asks for; JSON, unless its method or its caller says otherwise. */
const acceptedBy = ({ headers }: FinalRequestOptions): string =>
  buildHeaders([{ accept: 'application/json' }, headers]).values.get('accept') ?? '';

/** Reads a body as text, within the limits of its attempt and up to a number of bytes. */
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

function parseText(response: Response, text: string, accepted: string): unknown {
  const type = response.headers.get('content-type');
  const isJSON = type && JSON_TYPE.test(type);
  if (response.status === 204 || (!text && (isJSON || !type))) {
    // Methods that promise nothing ask for anything.
    return accepted === '*/*' ? undefined : null;
  }
  if (!isJSON) {
    // A page to sign in, or of a proxy, is not the data that was asked for.
    if (text && /html/i.test(type ?? '') && /json/i.test(accepted)) {
      throw new APIParseError(response, text);
    }
    return text;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new APIParseError(response, text, cause);
  }
}
