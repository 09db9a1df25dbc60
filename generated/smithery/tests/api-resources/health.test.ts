import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('health', () => {
  test('check: call', async () => {
    const { data, response } = await client.health.check().withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('check: request options', async () => {
    await client.health.check({ headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
