import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('connect', () => {
  test('create: required arguments only', async () => {
    const { data, response } = await client.connect.create('namespace').withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: all arguments', async () => {
    const { data, response } = await client.connect
      .create('namespace', {
        headers: { key: 'value' },
        mcpUrl: 'https://mcp.example.com/sse',
        metadata: { key: {} },
        mock: {
          enabled: true,
          scenario:
            'Slack workspace with an active #community-ops channel containing recent event-planning messages, plus 50 Airtable candidate records with mixed tenure and interests.',
        },
        name: 'My MCP Server',
        transport: 'http',
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('create: request options', async () => {
    await client.connect
      .create('namespace', undefined, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('list: required arguments only', async () => {
    const page = await client.connect.list('namespace');
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: all arguments', async () => {
    const page = await client.connect.list('namespace', {
      cursor: 'cursor',
      limit: 50,
      mcpUrl: 'mcpUrl',
      name: 'name',
    });
    expect(Array.isArray(page.getPaginatedItems())).toBe(true);
  });

  test('list: request options', async () => {
    await client.connect.list('namespace', undefined, { headers: { 'X-Test-Option': 'sent' } }).asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('delete: call', async () => {
    const { data, response } = await client.connect
      .delete('connectionId', { namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('delete: request options', async () => {
    await client.connect
      .delete('connectionId', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    const { data, response } = await client.connect
      .get('connectionId', { namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('get: request options', async () => {
    await client.connect
      .get('connectionId', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('set: required arguments only', async () => {
    const { data, response } = await client.connect
      .set('connectionId', { namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('set: all arguments', async () => {
    const { data, response } = await client.connect
      .set('connectionId', {
        namespace: 'namespace',
        headers: { key: 'value' },
        mcpUrl: 'https://mcp.example.com/sse',
        metadata: { key: {} },
        mock: {
          enabled: true,
          scenario:
            'Slack workspace with an active #community-ops channel containing recent event-planning messages, plus 50 Airtable candidate records with mixed tenure and interests.',
        },
        name: 'My MCP Server',
        transport: 'http',
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('set: request options', async () => {
    await client.connect
      .set('connectionId', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
