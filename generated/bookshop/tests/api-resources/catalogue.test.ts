import { describe, expect, test } from 'vitest';
import { answering, requests } from '../support.ts';

describe('catalogue', () => {
  test('export: required arguments only', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('{}\n{}\n', 'application/jsonl');
    const events: unknown[] = [];
    for await (const event of await stub.catalogue.export('jsonl')) {
      events.push(event);
    }
  });

  test('export: all arguments', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('{}\n{}\n', 'application/jsonl');
    const events: unknown[] = [];
    for await (const event of await stub.catalogue.export('jsonl', { partner_url: 'https://example.com' })) {
      events.push(event);
    }
  });

  test('export: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('{}\n{}\n', 'application/jsonl');
    await stub.catalogue.export('jsonl', undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
