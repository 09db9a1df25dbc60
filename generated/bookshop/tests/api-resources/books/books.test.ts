import { describe, expect, test } from 'vitest';
import { toFile } from '../../../src/index.ts';
import { answering, client, requests } from '../../support.ts';

describe('books', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.books
      .create({
        author_ids: ['aut_jausten'],
        isbn: '9780141439518',
        price: 999,
        title: 'Pride and Prejudice',
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    // The mock server does not understand such a body, so the answer is made here.
    const stub = answering('{}', 'application/json');
    const { data, response } = await stub.books
      .create({
        author_ids: ['author_ids'],
        isbn: '9780141439518',
        price: 0,
        title: 'Pride and Prejudice',
        genre: 'fiction',
        maße: [1, 1, 1],
        published_on: '2026-01-31',
        publisher_data: {},
        purchase_price: 1,
        ratings: { '1': 1 },
        subtitle: 'subtitle',
        translations: { key: 'value' },
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.books
      .create(
        { author_ids: ['aut_jausten'], isbn: '9780141439518', price: 999, title: 'Pride and Prejudice' },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('retrieve: required arguments only', async () => {
    const { data, response } = await client.books.retrieve('bok_pride').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('retrieve: all arguments', async () => {
    const { data, response } = await client.books
      .retrieve('bok_pride', { 'If-None-Match': 'If-None-Match', basket: 'basket' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('retrieve: request options', async () => {
    await client.books
      .retrieve('bok_pride', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('update: required arguments only', async () => {
    const { data, response } = await client.books.update('bok_pride', { genre: 'fiction' }).withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('update: all arguments', async () => {
    const { data, response } = await client.books
      .update('bok_pride', { genre: 'fiction', price: 1, subtitle: 'subtitle', title: 'title' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('update: request options', async () => {
    await client.books
      .update('bok_pride', { genre: 'fiction' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.books.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.books.list({
      genres: ['fiction'],
      languages: ['de', 'fr'],
      moods: ['cosy'],
      page: 1,
      per_page: 20,
      price: { gte: 1, lte: 1 },
      where: { field: 'field', op: 'eq', value: 'value' },
    });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.books.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const response = await client.books.delete('bok_pride').asResponse();
    expect(response.ok).toBe(true);
  });

  test('delete: request options', async () => {
    await client.books.delete('bok_pride', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('import: required arguments only', async () => {
    const { data, response } = await client.books
      .import({ catalogue: await toFile(new Uint8Array([1, 2, 3]), 'file.bin') })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('import: all arguments', async () => {
    // The mock server does not understand such a body, so the answer is made here.
    const stub = answering('{}', 'application/json');
    const { data, response } = await stub.books
      .import({
        catalogue: await toFile(new Uint8Array([1, 2, 3]), 'file.bin'),
        covers: [await toFile(new Uint8Array([1, 2, 3]), 'file.bin')],
        notify: ['dev@example.com'],
        options: { dry_run: false, publisher: 'publisher' },
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('import: request options', async () => {
    await client.books
      .import(
        { catalogue: await toFile(new Uint8Array([1, 2, 3]), 'file.bin') },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('replaceTags: call', async () => {
    const { data, response } = await client.books.replaceTags('bok_pride', { tags: ['tags'] }).withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('replaceTags: request options', async () => {
    await client.books
      .replaceTags('bok_pride', { tags: ['tags'] }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('search: required arguments only', async () => {
    const page = await client.books.search({ query: 'whale' });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('search: all arguments', async () => {
    const page = await client.books.search({ query: 'whale', limit: 20, offset: 0, sort: 'relevance' });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('search: request options', async () => {
    await client.books.search({ query: 'whale' }, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
