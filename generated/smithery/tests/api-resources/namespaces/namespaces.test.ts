import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('namespaces', () => {
  test('create: call', async () => {
    const { data, response } = await client.namespaces.create().withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.namespaces.create({ headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.namespaces.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.namespaces.list({
      fields: 'fields',
      hasServers: '0',
      hasSkills: '0',
      ownerId: 'ownerId',
      page: 1,
      pageSize: 1,
      q: 'q',
    });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.namespaces.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const { data, response } = await client.namespaces.delete('xxx').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.namespaces.delete('xxx', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('set: call', async () => {
    const { data, response } = await client.namespaces.set('xxx').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('set: request options', async () => {
    await client.namespaces.set('xxx', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
