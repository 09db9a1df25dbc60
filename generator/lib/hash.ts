import * as crypto from 'node:crypto';

/**
 * SHA-256 in base64url, 43 characters of 6 bits; callers cut it to what they need. The one-shot function is
 * the quicker one; Node 20 has it from 20.12 on.
 */
export const sha256: (content: string | Uint8Array) => string =
  'hash' in crypto
    ? (content) => crypto.hash('sha256', content, 'base64url')
    : (content) => crypto.createHash('sha256').update(content).digest('base64url');
