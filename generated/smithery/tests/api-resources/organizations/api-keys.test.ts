import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('organizations.apiKeys', () => {
  test('create: call', async () => {
    const { data, response } = await client.organizations.apiKeys
      .create('orgId', { name: 'x' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.organizations.apiKeys
      .create('orgId', { name: 'x' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: call', async () => {
    const { data, response } = await client.organizations.apiKeys.list('orgId').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.organizations.apiKeys.list('orgId', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const { data, response } = await client.organizations.apiKeys
      .delete('keyId', { orgId: 'orgId' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.organizations.apiKeys
      .delete('keyId', { orgId: 'orgId' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
