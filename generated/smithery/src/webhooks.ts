/**
 * Webhooks: verification of Standard Webhooks signatures (standardwebhooks.com, version 1) with WebCrypto.
 */
import { SDKError } from './error.ts';
import { buildHeaders, type HeadersLike } from './internal/headers.ts';

/** The request was not signed with one of the keys, is too old, or is not a webhook at all. */
export class WebhookVerificationError extends SDKError {
  override name = 'WebhookVerificationError';
}

/** What is needed to trust a webhook request. */
export interface VerifyOptions {
  /** Headers of the request. */
  readonly headers: HeadersLike;
  /** Secret in the form `whsec_…`; several while keys are being replaced. */
  readonly key: string | readonly string[] | null | undefined;
  /** Largest difference between the time of signing and now, in seconds; 5 minutes by default. */
  readonly toleranceSeconds?: number;
}

const TOLERANCE_SECONDS = 5 * 60;
const PREFIX = 'whsec_';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * Verifies a webhook request and parses its body.
 *
 * @param body the body exactly as received; parsing and printing it again breaks the signature
 * @throws WebhookVerificationError when the request cannot be trusted
 */
export async function unwrapWebhook<T>(body: string, options: VerifyOptions): Promise<T> {
  await verifyWebhook(body, options);
  return parseWebhook<T>(body);
}

/**
 * Parses the body of a webhook request, whoever sent it: nothing is verified.
 *
 * @throws WebhookVerificationError when it is not JSON
 */
export function parseWebhook<T>(body: string): T {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new WebhookVerificationError('The webhook body is not JSON', { cause });
  }
}

/**
 * Verifies a webhook request.
 *
 * @throws WebhookVerificationError when the request cannot be trusted
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
      'A webhook needs the headers webhook-id, webhook-timestamp and webhook-signature',
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
      // WebCrypto compares in constant time; all pairs are tried, so the time tells nothing about which one
      // fits.
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
