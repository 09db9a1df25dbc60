import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('servers.domains', () => {
  test('update: call', async () => {
    const { data, response } = await client.servers.domains
      .update('domainId', { qualifiedName: 'qualifiedName', subdomain: 'subdomain' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('update: request options', async () => {
    await client.servers.domains
      .update(
        'domainId',
        { qualifiedName: 'qualifiedName', subdomain: 'subdomain' },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: call', async () => {
    const { data, response } = await client.servers.domains.list('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.servers.domains.list('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
