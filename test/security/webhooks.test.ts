/** A forged event: no method called `unwrap` gives it to anybody. */
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { failure } from '../runtime/support.ts';
import { importSdk } from './sdk.ts';

const SPEC = `
openapi: 3.1.0
info: { title: T, version: '1' }
servers: [{ url: https://x.test }]
paths: {}
webhooks:
  made:
    post:
      requestBody: { content: { application/json: { schema: { type: object, required: [type], properties: { type: { type: string, const: made } } } } } }
      responses: { '200': { description: ok } }
`;
const config = (methods: string): string => `
organization: { name: t }
client_settings: { opts: { webhook_key: { type: string, nullable: true, read_env: T_WEBHOOK_KEY } } }
resources: { webhooks: { methods: ${methods} } }
`;
const FORGED = '{"type":"made"}';
const KEY = `whsec_${Buffer.from('a key of the tests').toString('base64')}`;

function signed(body: string): Record<string, string> {
  const [id, time] = ['msg_1', String(Math.floor(Date.now() / 1000))];
  const signature = createHmac('sha256', 'a key of the tests')
    .update(`${id}.${time}.${body}`)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` };
}

it('with a key: forged events, and calls that leave something out, are refused', async () => {
  const { Client, text, codes } = await importSdk(
    'unwrap',
    SPEC,
    config('{ unwrap: { type: webhook_unwrap, webhook_key_opt: webhook_key } }'),
  );
  const { webhooks } = new Client({ webhookKey: KEY });
  for (const options of [
    undefined,
    {},
    { headers: {} },
    { headers: signed('{"type":"other"}') },
    { headers: signed(FORGED), key: undefined },
    { headers: signed(FORGED), key: '' },
    { headers: signed(FORGED), key: [] },
    { headers: { ...signed(FORGED), 'webhook-timestamp': '1'.repeat(5000) } },
  ]) {
    expect(await failure(webhooks.unwrap(FORGED, options))).toBeInstanceOf(Error);
  }
  expect(await failure(new Client().webhooks.unwrap(FORGED, { headers: signed(FORGED) }))).toMatchObject({
    message: 'Missing webhook key',
  });
  expect(await webhooks.unwrap(FORGED, { headers: signed(FORGED) })).toEqual({ type: 'made' });
  expect(codes).not.toContain('webhook-key-missing');
  for (const file of ['api.md', 'README.md', 'docs/webhooks.md'])
    expect(text(file)).toContain('client.webhooks.unwrap');
});

it('without a key there is no unwrap, only a method that says what it is, and a diagnostic', async () => {
  const { Client, text, codes } = await importSdk(
    'unsafe',
    SPEC,
    config('{ unwrap: { type: webhook_unwrap }, unsafe_unwrap: { type: webhook_unwrap } }'),
  );
  const { webhooks } = new Client();
  expect(webhooks.unwrap).toBeUndefined();
  // Nothing is awaited.
  expect(webhooks.unsafeUnwrap(FORGED)).toEqual({ type: 'made' });
  expect(() => webhooks.unsafeUnwrap('<forged>')).toThrow('not JSON');
  expect(codes).toContain('webhook-key-missing');
  expect(text('src/resources/webhooks.ts')).toContain('without verifying it');
  for (const file of ['api.md', 'README.md', 'docs/webhooks.md'])
    expect(text(file)).toContain('client.webhooks.unsafeUnwrap');
});

it('without a config the caller must give the key', async () => {
  const header = '{ name: webhook-signature, in: header, schema: { type: string } }';
  const standard = SPEC.replace(/(made:\n\s+post:\n)(\s+)/, `$1$2parameters: [${header}]\n$2`);
  expect(standard).toContain(header);
  const { Client } = await importSdk('given', standard);
  const { webhooks } = new Client();
  for (const options of [undefined, { headers: signed(FORGED) }])
    expect(await failure(webhooks.unwrap(FORGED, options))).toBeInstanceOf(Error);
  expect(await webhooks.unwrap(FORGED, { headers: signed(FORGED), key: KEY })).toEqual({ type: 'made' });
});
