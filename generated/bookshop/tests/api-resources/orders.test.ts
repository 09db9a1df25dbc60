import { describe, expect, test } from 'vitest';
import { answering, client, requests } from '../support.ts';

describe('orders', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.orders
      .create({ delivery: { store_id: 'store_id' }, lines: [{ isbn: 'isbn' }] })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    const { data, response } = await client.orders
      .create({
        delivery: { store_id: 'store_id' },
        lines: [{ isbn: 'isbn' }],
        callback_url: 'https://example.com',
        note: 'note',
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.orders
      .create(
        { delivery: { store_id: 'store_id' }, lines: [{ isbn: 'isbn' }] },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('retrieve: call', async () => {
    const { data, response } = await client.orders
      .retrieve('3f2504e0-4f89-41d3-9a0c-0305e82c3301')
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('retrieve: request options', async () => {
    await client.orders
      .retrieve('3f2504e0-4f89-41d3-9a0c-0305e82c3301', { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.orders.list();
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.orders.list({ placed_after: '2026-01-31T09:30:00Z', status: 'open' });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.orders.list(undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('cancel: required arguments only', async () => {
    const { data, response } = await client.orders
      .cancel('3f2504e0-4f89-41d3-9a0c-0305e82c3301')
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('cancel: all arguments', async () => {
    const { data, response } = await client.orders
      .cancel('3f2504e0-4f89-41d3-9a0c-0305e82c3301', { reason: 'reason' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('cancel: request options', async () => {
    await client.orders
      .cancel('3f2504e0-4f89-41d3-9a0c-0305e82c3301', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('receipt: call', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'application/pdf');
    const response = await stub.orders.receipt('3f2504e0-4f89-41d3-9a0c-0305e82c3301');
    expect(await response.text()).toBe('bytes');
  });

  test('receipt: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'application/pdf');
    await stub.orders
      .receipt('3f2504e0-4f89-41d3-9a0c-0305e82c3301', { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
