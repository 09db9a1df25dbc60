import { describe, expect, test } from 'vitest';
import { answering, client, requests } from '../support.ts';

describe('members', () => {
  test('signIn: required arguments only', async () => {
    const { data, response } = await client.members
      .signIn({ email: 'dev@example.com', password: 'password' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('signIn: all arguments', async () => {
    // The mock server does not understand such a body, so the answer is made here.
    const stub = answering('{}', 'application/json');
    const { data, response } = await stub.members
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
