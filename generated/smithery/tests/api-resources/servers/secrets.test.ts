import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('servers.secrets', () => {
  test('list: call', async () => {
    const { data, response } = await client.servers.secrets.list('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.servers.secrets.list('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const { data, response } = await client.servers.secrets
      .delete('secretName', { qualifiedName: 'qualifiedName' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.servers.secrets
      .delete('secretName', { qualifiedName: 'qualifiedName' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('set: call', async () => {
    const { data, response } = await client.servers.secrets
      .set('qualifiedName', { name: 'x', value: 'x' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('set: request options', async () => {
    await client.servers.secrets
      .set('qualifiedName', { name: 'x', value: 'x' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
