import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('client', () => {
  test('ping: call', async () => {
    const { data, response } = await client.ping().withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('ping: request options', async () => {
    await client.ping({ headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('status: call', async () => {
    const { data, response } = await client.status().withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('status: request options', async () => {
    await client.status({ headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
