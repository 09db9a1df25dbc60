import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('tokens', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.tokens.create().withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    const { data, response } = await client.tokens
      .create({ organizationId: 'org_01H1234567890', policy: [{}] })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.tokens.create(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
