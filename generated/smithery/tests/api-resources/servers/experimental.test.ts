import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('servers.experimental', () => {
  test('inferToolOutputSchema: call', async () => {
    const { data, response } = await client.servers.experimental
      .inferToolOutputSchema('toolName', { qualifiedName: 'qualifiedName' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('inferToolOutputSchema: request options', async () => {
    await client.servers.experimental
      .inferToolOutputSchema(
        'toolName',
        { qualifiedName: 'qualifiedName' },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
