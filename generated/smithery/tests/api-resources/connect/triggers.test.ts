import { describe, expect, test } from 'vitest';
import { client, requests } from '../../support.ts';

describe('connect.triggers', () => {
  test('list: call', async () => {
    const { data, response } = await client.connect.triggers
      .list('connectionId', { namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('list: request options', async () => {
    await client.connect.triggers
      .list('connectionId', { namespace: 'namespace' }, { headers: { 'X-Test-Option': 'sent' } })
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('get: call', async () => {
    const { data, response } = await client.connect.triggers
      .get('triggerName', { connectionId: 'connectionId', namespace: 'namespace' })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('get: request options', async () => {
    await client.connect.triggers
      .get(
        'triggerName',
        { connectionId: 'connectionId', namespace: 'namespace' },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('subscribe: required arguments only', async () => {
    const { data, response } = await client.connect.triggers
      .subscribe('triggerName', {
        connectionId: 'connectionId',
        namespace: 'namespace',
        delivery: {
          secret: 'whsec_dGVzdF9zZWNyZXRfMjRfYnl0ZXNfbWluaW11bSE=',
          url: 'https://my-app.example.com/events',
        },
        params: {},
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('subscribe: all arguments', async () => {
    const { data, response } = await client.connect.triggers
      .subscribe('triggerName', {
        connectionId: 'connectionId',
        namespace: 'namespace',
        delivery: {
          secret: 'whsec_dGVzdF9zZWNyZXRfMjRfYnl0ZXNfbWluaW11bSE=',
          url: 'https://my-app.example.com/events',
        },
        params: { key: {} },
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('subscribe: request options', async () => {
    await client.connect.triggers
      .subscribe(
        'triggerName',
        {
          connectionId: 'connectionId',
          namespace: 'namespace',
          delivery: {
            secret: 'whsec_dGVzdF9zZWNyZXRfMjRfYnl0ZXNfbWluaW11bSE=',
            url: 'https://my-app.example.com/events',
          },
          params: {},
        },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });

  test('unsubscribe: required arguments only', async () => {
    const { data, response } = await client.connect.triggers
      .unsubscribe('triggerName', {
        connectionId: 'connectionId',
        namespace: 'namespace',
        delivery: { url: 'https://my-app.example.com/events' },
        params: {},
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('unsubscribe: all arguments', async () => {
    const { data, response } = await client.connect.triggers
      .unsubscribe('triggerName', {
        connectionId: 'connectionId',
        namespace: 'namespace',
        delivery: { url: 'https://my-app.example.com/events' },
        params: { key: {} },
      })
      .withResponse();
    expect(response.ok).toBe(true);
    expect(data).toBeDefined();
  });

  test('unsubscribe: request options', async () => {
    await client.connect.triggers
      .unsubscribe(
        'triggerName',
        {
          connectionId: 'connectionId',
          namespace: 'namespace',
          delivery: { url: 'https://my-app.example.com/events' },
          params: {},
        },
        { headers: { 'X-Test-Option': 'sent' } },
      )
      .asResponse();
    expect(requests.at(-1)?.headers.get('X-Test-Option')).toBe('sent');
  });
});
