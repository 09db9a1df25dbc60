import { describe, expect, test } from 'vitest';
import { toFile } from '../../src/index.ts';
import { answering, client, requests } from '../support.ts';

describe('skills', () => {
  test('create: call', async () => {
    const { data, response } = await client.skills
      .create({ gitUrl: 'https://example.com', namespace: 'x', slug: 'slug' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.skills
      .create(
        { gitUrl: 'https://example.com', namespace: 'x', slug: 'slug' },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.skills.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.skills.list({
      category: 'category',
      fields: 'fields',
      namespace: 'namespace',
      ownerId: 'ownerId',
      page: 1,
      pageSize: 1,
      q: 'q',
      seed: 0,
      slug: 'slug',
      topK: 10,
      verified: true,
    });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.skills.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const { data, response } = await client.skills.delete('slug', { namespace: 'namespace' }).withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.skills
      .delete('slug', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('download: call', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'application/zip');
    const response = await stub.skills.download('slug', { namespace: 'namespace' });
    expect(await response.text()).toBe('bytes');
  });

  test('download: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'application/zip');
    await stub.skills
      .download('slug', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    const { data, response } = await client.skills.get('slug', { namespace: 'namespace' }).withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('get: request options', async () => {
    await client.skills
      .get('slug', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('set: call', async () => {
    const { data, response } = await client.skills
      .set('slug', { namespace: 'namespace', body: {} })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('set: request options', async () => {
    await client.skills
      .set('slug', { namespace: 'namespace', body: {} }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('sync: call', async () => {
    const { data, response } = await client.skills.sync('slug', { namespace: 'namespace' }).withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('sync: request options', async () => {
    await client.skills
      .sync('slug', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('upload: call', async () => {
    const { data, response } = await client.skills
      .upload('slug', {
        namespace: 'namespace',
        archive: await toFile(new Uint8Array([1, 2, 3]), 'file.bin'),
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('upload: request options', async () => {
    await client.skills
      .upload(
        'slug',
        { namespace: 'namespace', archive: await toFile(new Uint8Array([1, 2, 3]), 'file.bin') },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
