import { describe, expect, test } from 'vitest';
import { answering, client, requests } from '../../support.ts';

describe('servers.icon', () => {
  test('delete: call', async () => {
    const { data, response } = await client.servers.icon.delete('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.servers.icon.delete('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'image/*');
    const response = await stub.servers.icon.get('qualifiedName');
    expect(await response.text()).toBe('bytes');
  });

  test('get: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'image/*');
    await stub.servers.icon.get('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('upload: call', async () => {
    const { data, response } = await client.servers.icon.upload('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('upload: request options', async () => {
    await client.servers.icon.upload('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
