/**
 * Verifies Standard Webhooks signatures (standardwebhooks.com, version 1) with WebCrypto.
 */
import { SDKError } from './error.ts';
import { buildHeaders, type HeadersLike } from './internal/headers.ts';
import { parseJSON } from './internal/json.ts';

/** The webhook signature is invalid or too old, or the body is not a webhook. */
export class WebhookVerificationError extends SDKError {
  override name = 'WebhookVerificationError';
}

/** Options for verifying a webhook request. */
export interface VerifyOptions {
  /** Headers of the request. */
  readonly headers: HeadersLike;
  /** Signing key in the form `whsec_…`; a list of keys during key rotation. */
  readonly key: string | readonly string[] | null | undefined;
  /** Maximum difference between the signing time and now, in seconds. Default: 5 minutes. */
  readonly toleranceSeconds?: number;
}

const TOLERANCE_SECONDS = 5 * 60;
const PREFIX = 'whsec_';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Verifies a webhook request and parses its body.
 *
 * @param body the body exactly as received; parsing and serializing it again invalidates the signature
 * @throws WebhookVerificationError if the signature or the body is invalid
 */
export async function unwrapWebhook<T>(body: string, options: VerifyOptions): Promise<T> {
  await verifyWebhook(body, options);
  return parseWebhook<T>(body);
}

/**
 * Parses the body of a webhook request **without verifying it**.
 *
 * @throws WebhookVerificationError if the body is not JSON
 */
export function parseWebhook<T>(body: string): T {
  try {
    return parseJSON(body);
  } catch (cause) {
    throw new WebhookVerificationError('The webhook body is not JSON', { cause });
  }
}

/**
 * Verifies the signature of a webhook request.
 *
 * @throws WebhookVerificationError if the signature is invalid
 */
export async function verifyWebhook(
  body: string,
  { headers, key, toleranceSeconds = TOLERANCE_SECONDS }: VerifyOptions,
): Promise<void> {
  const { values } = buildHeaders([headers]);
  const id = values.get('webhook-id');
  const timestamp = values.get('webhook-timestamp');
  const signatures = values.get('webhook-signature');
  if (!id || !timestamp || !signatures) {
    throw new WebhookVerificationError(
      'Missing webhook headers: webhook-id, webhook-timestamp and webhook-signature are required',
    );
  }
  const age = Date.now() / 1000 - (/^\d+$/.test(timestamp) ? Number(timestamp) : NaN);
  if (!(Math.abs(age) <= toleranceSeconds)) {
    throw new WebhookVerificationError('The webhook timestamp is too old or in the future');
  }
  const keys = typeof key === 'string' ? [key] : (key ?? []);
  if (!keys.length || keys.some((secret) => !secret)) {
    throw new SDKError('Missing webhook key');
  }
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const claimed = signatures.split(' ').flatMap((entry) => {
    const [version, signature] = entry.split(/,(.*)/s);
    return version === 'v1' && signature ? [decodeBase64(signature)] : [];
  });
  let valid = false;
  for (const secret of keys) {
    const cryptoKey = await crypto.subtle.importKey('raw', keyBytes(secret), HMAC, false, ['verify']);
    for (const signature of claimed) {
      // WebCrypto compares in constant time. All pairs are tried, so the duration does not reveal a match.
      valid =
        (signature !== undefined && (await crypto.subtle.verify('HMAC', cryptoKey, signature, content))) ||
        valid;
    }
  }
  if (!valid) {
    throw new WebhookVerificationError('The webhook signature is invalid');
  }
}

function keyBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret);
  if (!bytes?.length) {
    throw new SDKError('The webhook key is not base64');
  }
  return bytes;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
