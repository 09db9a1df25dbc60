import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('connect.tools', () => {
  test('list: call', async () => {
    const { data, response } = await client.connect.tools
      .list('connectionId', { namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.connect.tools
      .list('connectionId', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('call: required arguments only', async () => {
    const { data, response } = await client.connect.tools
      .call('toolPath', { connectionId: 'connectionId', namespace: 'namespace', body: {} })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('call: all arguments', async () => {
    const { data, response } = await client.connect.tools
      .call('toolPath', { connectionId: 'connectionId', namespace: 'namespace', body: { key: {} } })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('call: request options', async () => {
    await client.connect.tools
      .call(
        'toolPath',
        { connectionId: 'connectionId', namespace: 'namespace', body: {} },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    const { data, response } = await client.connect.tools
      .get('toolPath', { connectionId: 'connectionId', namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('get: request options', async () => {
    await client.connect.tools
      .get(
        'toolPath',
        { connectionId: 'connectionId', namespace: 'namespace' },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('listAll: call', async () => {
    const { data, response } = await client.connect.tools.listAll('namespace').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('listAll: request options', async () => {
    await client.connect.tools.listAll('namespace', { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
