import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('stores', () => {
  test('list: call', async () => {
    const { data, response } = await client.stores.list().withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.stores.list({ headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('checkStock: call', async () => {
    const { data, response } = await client.stores
      .checkStock('9780000000000', { store_id: 'paris' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('checkStock: request options', async () => {
    await client.stores
      .checkStock('9780000000000', { store_id: 'paris' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('lookAtShelf: call', async () => {
    const { data, response } = await client.stores
      .lookAtShelf({ aisle: 1, row: 'row' }, { store_id: 'paris' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('lookAtShelf: request options', async () => {
    await client.stores
      .lookAtShelf({ aisle: 1, row: 'row' }, { store_id: 'paris' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('transfer: required arguments only', async () => {
    const response = await client.stores
      .transfer('from', 'to', { store_id: 'paris', copies: {} })
      .asResponse();
    expect(response.ok).toBe(true);
  });

  test('transfer: all arguments', async () => {
    const response = await client.stores
      .transfer('from', 'to', { store_id: 'paris', copies: { key: 1 } })
      .asResponse();
    expect(response.ok).toBe(true);
  });

  test('transfer: request options', async () => {
    await client.stores
      .transfer('from', 'to', { store_id: 'paris', copies: {} }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
