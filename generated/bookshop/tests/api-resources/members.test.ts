import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('members', () => {
  test('signIn: required arguments only', async () => {
    const { data, response } = await client.members
      .signIn({ email: 'dev@example.com', password: 'password' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('signIn: all arguments', async () => {
    const { data, response } = await client.members
      .signIn({ email: 'dev@example.com', password: 'password', remember: false, scopes: ['scopes'] })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('signIn: request options', async () => {
    await client.members
      .signIn({ email: 'dev@example.com', password: 'password' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
