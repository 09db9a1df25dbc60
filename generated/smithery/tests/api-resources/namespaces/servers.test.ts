import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('namespaces.servers', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.namespaces.servers
      .create('xxx', { namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    const { data, response } = await client.namespaces.servers
      .create('xxx', { namespace: 'namespace', description: 'A simple server', displayName: 'My Server' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.namespaces.servers
      .create('xxx', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
