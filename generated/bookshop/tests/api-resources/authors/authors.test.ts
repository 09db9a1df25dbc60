import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('authors', () => {
  test('list: required arguments only', async () => {
    const page = await client.authors.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.authors.list({ limit: 1, starting_after: 'starting_after' });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.authors.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
