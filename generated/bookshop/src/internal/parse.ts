/** From a response to the value a call resolves to. */
import { APIConnectionError, APIParseError } from '../error.ts';
import type { BaseClient } from './base-client.ts';
import { JSON_TYPE } from './body.ts';
import { logAt, redactBody } from './log.ts';
import type { ResponseProps } from './request-options.ts';

/**
 * Reads a response: 204 is `null`, JSON by its media type, a binary operation
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
    text = await readText(props);
  } catch (error) {
    if (!props.resend || !(error instanceof APIConnectionError)) {
      throw error;
    }
    const next = await props.resend(error);
    const value = await parseResponse(client, next);
    props.response = next.response;
    return value;
  }
  logAt(client, 'debug')?.(`[log_${logID}] response body`, redactBody(text, client.redact));
  return parseText(response, text);
}

/** Reads a body as text, within the limits of its attempt. */
export async function readText({
  response,
  attempt,
}: Pick<ResponseProps, 'response' | 'attempt'>): Promise<string> {
  try {
    return await attempt.race(response.text());
  } catch (cause) {
    throw attempt.failure(cause);
  } finally {
    attempt.release();
  }
}

function parseText(response: Response, text: string): unknown {
  if (response.status === 204) {
    return null;
  }
  if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) {
    return text;
  }
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (cause) {
    throw new APIParseError(response, text, cause);
  }
}
