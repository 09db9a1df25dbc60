import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('genres', () => {
  test('list: call', async () => {
    const page = await client.genres.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.genres.list({ headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
