import { describe, expect, test } from 'vitest';
import { toFile } from '../../../src/index.ts';
import { answering, client, requests } from '../../support.ts';

describe('servers.releases', () => {
  test('list: required arguments only', async () => {
    const page = await client.servers.releases.list('qualifiedName');
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.servers.releases.list('qualifiedName', { page: 1, pageSize: 20 });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.servers.releases
      .list('qualifiedName', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('deploy: required arguments only', async () => {
    const { data, response } = await client.servers.releases
      .deploy('qualifiedName', { payload: 'payload' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('deploy: all arguments', async () => {
    const { data, response } = await client.servers.releases
      .deploy('qualifiedName', {
        payload: 'payload',
        bundle: await toFile(new Uint8Array([1, 2, 3]), 'file.bin'),
        module: await toFile(new Uint8Array([1, 2, 3]), 'file.bin'),
        sourcemap: await toFile(new Uint8Array([1, 2, 3]), 'file.bin'),
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('deploy: request options', async () => {
    await client.servers.releases
      .deploy('qualifiedName', { payload: 'payload' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    const { data, response } = await client.servers.releases
      .get('id', { qualifiedName: 'qualifiedName' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('get: request options', async () => {
    await client.servers.releases
      .get('id', { qualifiedName: 'qualifiedName' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('resume: call', async () => {
    const { data, response } = await client.servers.releases
      .resume('id', { qualifiedName: 'qualifiedName' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('resume: request options', async () => {
    await client.servers.releases
      .resume('id', { qualifiedName: 'qualifiedName' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('stream: call', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('data: {}\n\ndata: {}\n\n', 'text/event-stream');
    const events: unknown[] = [];
    for await (const event of await stub.servers.releases.stream('id', { qualifiedName: 'qualifiedName' })) {
      events.push(event);
    }
    expect(events).toHaveLength(2);
  });

  test('stream: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('data: {}\n\ndata: {}\n\n', 'text/event-stream');
    await stub.servers.releases
      .stream('id', { qualifiedName: 'qualifiedName' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
