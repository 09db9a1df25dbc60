import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('servers.logs', () => {
  test('list: required arguments only', async () => {
    const { data, response } = await client.servers.logs.list('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: all arguments', async () => {
    const { data, response } = await client.servers.logs
      .list('qualifiedName', {
        from: '2026-01-01T00:00:00Z',
        limit: 20,
        search: 'error',
        to: '2026-01-01T01:00:00Z',
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.servers.logs
      .list('qualifiedName', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
