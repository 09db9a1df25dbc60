import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('authors.works', () => {
  test('list: required arguments only', async () => {
    const page = await client.authors.works.list('author_id');
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.authors.works.list('author_id', { after: 'after' });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.authors.works
      .list('author_id', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
