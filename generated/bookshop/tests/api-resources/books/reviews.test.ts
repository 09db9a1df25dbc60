import { describe, expect, test } from 'vitest';
import { answering, client, requests } from '../../support.ts';

describe('books.reviews', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.books.reviews
      .create('bok_pride', { stars: 1, text: 'text' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    const { data, response } = await client.books.reviews
      .create('bok_pride', { stars: 1, text: 'text', author: 'Anonymous 🐈' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.books.reviews
      .create('bok_pride', { stars: 1, text: 'text' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.books.reviews.list('bok_pride');
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.books.reviews.list('bok_pride', {
      before: 'before',
      cursor: 'cursor',
      limit: 10,
      stars: [1],
    });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.books.reviews
      .list('bok_pride', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('watch: call', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('data: {}\n\ndata: {}\n\n', 'text/event-stream');
    const events: unknown[] = [];
    for await (const event of await stub.books.reviews.watch('bok_pride')) {
      events.push(event);
    }
  });

  test('watch: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('data: {}\n\ndata: {}\n\n', 'text/event-stream');
    await stub.books.reviews.watch('bok_pride', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
