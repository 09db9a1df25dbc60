import { describe, expect, test } from 'vitest';
import { answering, client, requests } from '../../support.ts';

describe('books.cover', () => {
  test('download: required arguments only', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'image/jpeg');
    const response = await stub.books.cover.download('bok_pride');
    expect(await response.text()).toBe('bytes');
  });

  test('download: all arguments', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'image/jpeg');
    const response = await stub.books.cover.download('bok_pride', { width: 480 });
    expect(await response.text()).toBe('bytes');
  });

  test('download: request options', async () => {
    // The mock server makes neither files nor streams, so the answer is made here.
    const stub = answering('bytes', 'image/jpeg');
    await stub.books.cover
      .download('bok_pride', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('upload: call', async () => {
    const response = await client.books.cover
      .upload('bok_pride', new Blob(['content'], { type: 'image/png' }))
      .asResponse();
    expect(response.ok).toBe(true);
  });

  test('upload: request options', async () => {
    await client.books.cover
      .upload('bok_pride', new Blob(['content'], { type: 'image/png' }), {
        headers: { 'X-Test-Option': 'sent' },
      })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
