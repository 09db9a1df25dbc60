import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  unwrapWebhook,
  verifyWebhook,
  WebhookVerificationError,
} from '../../templates/typescript/runtime/webhooks.ts';
import { failure } from './support.ts';

const KEY = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
const OLD = Buffer.from('the key before').toString('base64');
const BODY = '{"type":"server.created","ü":1}';

function sign(key: string, seconds = Math.floor(Date.now() / 1000), body = BODY): Record<string, string> {
  const secret = Buffer.from(key.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', secret).update(`msg_1.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

describe('webhooks', () => {
  it('verifies the example of the Standard Webhooks specification libraries', async () => {
    // Signed at a fixed time, hence the wide window.
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    await expect(
      verifyWebhook('{"test": 2432232314}', { headers, key, toleranceSeconds: 1e10 }),
    ).resolves.toBeUndefined();
  });

  it('parses a trusted body', async () => {
    expect(await unwrapWebhook(BODY, { headers: sign(KEY), key: KEY })).toEqual({
      type: 'server.created',
      ü: 1,
    });
    expect(
      await unwrapWebhook(BODY, { headers: new Headers(sign(KEY)), key: KEY.replace('whsec_', '') }),
    ).toBeTruthy();
  });

  it('accepts any of several keys and signatures', async () => {
    const headers = sign(OLD);
    await verifyWebhook(BODY, { headers, key: [KEY, OLD] });
    const both = {
      ...headers,
      'webhook-signature': `v1a,AAAA v1,$$$ v1 v1,AAAA ${headers['webhook-signature']}`,
    };
    await verifyWebhook(BODY, { headers: both, key: [KEY, OLD] });
  });

  it.each([
    ['another key', { headers: sign(OLD), key: KEY }, BODY],
    ['a changed body', { headers: sign(KEY), key: KEY }, `${BODY} `],
    ['an old request', { headers: sign(KEY, Math.floor(Date.now() / 1000) - 301), key: KEY }, BODY],
    [
      'a request from the future',
      { headers: sign(KEY, Math.floor(Date.now() / 1000) + 302), key: KEY },
      BODY,
    ],
    ['a time that is no number', { headers: { ...sign(KEY), 'webhook-timestamp': 'now' }, key: KEY }, BODY],
    ['a missing header', { headers: { ...sign(KEY), 'webhook-id': undefined }, key: KEY }, BODY],
    ['an unknown version', { headers: { ...sign(KEY), 'webhook-signature': 'v2,AAAA' }, key: KEY }, BODY],
    ['trusted text that is not JSON', { headers: sign(KEY, undefined, 'x'), key: KEY }, 'x'],
  ])('refuses %s', async (_title, options, body) => {
    expect(await failure(unwrapWebhook(body, options))).toBeInstanceOf(WebhookVerificationError);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'names the headers when %s is missing',
    async (name) => {
      const error = await failure(
        verifyWebhook(BODY, { headers: { ...sign(KEY), [name]: undefined }, key: KEY }),
      );
      expect(error).toMatchObject({
        name: 'WebhookVerificationError',
        message: 'Missing webhook headers: webhook-id, webhook-timestamp and webhook-signature are required',
      });
    },
  );

  it.each(['12x', 'x12', '1e9', '1.5e9', '-5', '0x10'])('takes %j for no time', async (time) => {
    // Read as a number it would lie within the window.
    const headers = { ...sign(KEY), 'webhook-timestamp': time };
    expect(await failure(verifyWebhook(BODY, { headers, key: KEY, toleranceSeconds: 1e10 }))).toMatchObject({
      message: expect.stringContaining('too old'),
    });
  });

  it('keeps the reason when the body is not JSON', async () => {
    expect(await failure(unwrapWebhook('x', { headers: sign(KEY, undefined, 'x'), key: KEY }))).toMatchObject(
      { name: 'WebhookVerificationError', cause: expect.any(SyntaxError) },
    );
  });

  it('does not go on with the keys that are there when one is missing', async () => {
    for (const key of [
      [KEY, ''],
      ['', KEY],
    ])
      expect(await failure(verifyWebhook(BODY, { headers: sign(KEY), key }))).toMatchObject({
        message: 'Missing webhook key',
      });
    expect(await failure(verifyWebhook(BODY, { headers: sign(KEY), key: undefined }))).toMatchObject({
      message: 'Missing webhook key',
    });
  });

  it('trusts signatures of its own version only', async () => {
    const headers = sign(KEY);
    const other = {
      ...headers,
      'webhook-signature': (headers['webhook-signature'] ?? '').replace('v1,', 'v2,'),
    };
    expect(await failure(verifyWebhook(BODY, { headers: other, key: KEY }))).toMatchObject({
      message: 'The webhook signature is invalid',
    });
    const bare = { ...headers, 'webhook-signature': 'v1 $$$' };
    expect(await failure(verifyWebhook(BODY, { headers: bare, key: KEY }))).toBeInstanceOf(
      WebhookVerificationError,
    );
  });

  it('narrows or widens the window', async () => {
    const headers = sign(KEY, Math.floor(Date.now() / 1000) - 20);
    await verifyWebhook(BODY, { headers, key: KEY, toleranceSeconds: 30 });
    expect(await failure(verifyWebhook(BODY, { headers, key: KEY, toleranceSeconds: 10 }))).toBeInstanceOf(
      WebhookVerificationError,
    );
  });

  it('takes the end of the window for a part of it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
    for (const [seconds, isIn] of [
      [1_699_999_700, true],
      [1_699_999_699, false],
      [1_700_000_300, true],
      [1_700_000_301, false],
    ] as const) {
      const verified = verifyWebhook(BODY, { headers: sign(KEY, seconds), key: KEY });
      expect(await verified.then(() => true).catch(() => false)).toBe(isIn);
    }
    vi.useRealTimers();
  });

  it.each(['', '$$$', 'whsec_', []])('says when the key %j cannot be one', async (key) => {
    expect(await failure(verifyWebhook(BODY, { headers: sign(KEY), key }))).toMatchObject({
      name: 'SDKError',
      message: expect.stringContaining('webhook key'),
    });
  });
});
