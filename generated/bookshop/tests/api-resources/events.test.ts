import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('events', () => {
  test('list: required arguments only', async () => {
    const page = await client.events.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.events.list({ limit: 50, offset: 0 });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.events.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
