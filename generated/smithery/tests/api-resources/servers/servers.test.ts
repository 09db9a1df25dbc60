import { describe, expect, test } from 'vitest';
import { answering, client, requests } from '../../support.ts';

describe('servers', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.servers.create('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    const { data, response } = await client.servers
      .create('qualifiedName', { description: 'A simple server', displayName: 'My Server' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.servers
      .create('qualifiedName', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('update: required arguments only', async () => {
    const { data, response } = await client.servers.update('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('update: all arguments', async () => {
    const { data, response } = await client.servers
      .update('qualifiedName', {
        backlinkUrl: 'backlinkUrl',
        description: 'description',
        displayName: 'displayName',
        homepage: 'homepage',
        iconUrl: 'iconUrl',
        license: 'license',
        repositoryUrl: 'repositoryUrl',
        unlisted: true,
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('update: request options', async () => {
    await client.servers
      .update('qualifiedName', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.servers.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.servers.list({
      fields: 'fields',
      ids: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      isDeployed: '0',
      namespace: 'namespace',
      ownerId: 'ownerId',
      page: 1,
      pageSize: 1,
      q: 'q',
      qualifiedName: 'qualifiedName',
      remote: '0',
      repoName: 'repoName',
      repoOwner: 'repoOwner',
      seed: 0,
      smitheryManaged: '0',
      topK: 10,
      verified: '0',
    });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.servers.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const { data, response } = await client.servers.delete('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.servers.delete('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('download: call', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'application/zip');
    const response = await stub.servers.download('qualifiedName');
    expect(await response.text()).toBe('bytes');
  });

  test('download: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'application/zip');
    await stub.servers.download('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    const { data, response } = await client.servers.get('qualifiedName').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('get: request options', async () => {
    await client.servers.get('qualifiedName', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
