import { describe, expect, test } from 'vitest';
import { client, requests } from '../support.ts';

describe('bookseller', () => {
  test('ask: required arguments only', async () => {
    const { data, response } = await client.bookseller.ask({ question: 'question' }).withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('ask: all arguments', async () => {
    const { data, response } = await client.bookseller
      .ask({ question: 'question', history: [{ role: 'reader', text: 'text' }], stream: false })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('ask: request options', async () => {
    await client.bookseller
      .ask({ question: 'question' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
