import { describe, expect, it } from 'vitest';
import { path } from '../../templates/typescript/runtime/internal/path.ts';
import {
  AbstractPageNumberPage,
  type PageNumberScheme,
} from '../../templates/typescript/runtime/pagination.ts';
import { toResult } from '../../templates/typescript/runtime/result.ts';
import { collect, fakeFetch, json, TestClient } from './support.ts';

class ServersPage<Item> extends AbstractPageNumberPage<Item> {
  declare servers: Item[];
  declare pagination: { readonly totalPages: number };

  static override readonly scheme: PageNumberScheme = {
    items: ['servers'],
    page: 'page',
    current: ['pagination', 'currentPage'],
    total: ['pagination', 'totalPages'],
  };
}

describe('a call', () => {
  it('sends method, path, query, credentials and identification', async () => {
    const { fetch, requests } = fakeFetch(json({ name: 'mail' }));
    const client = new TestClient({ fetch, token: 'secret' });
    const value = await client.get<{ name: string }>(path`/servers/${'@acme/mail'}`, {
      query: { verbose: true },
    });
    expect(value).toEqual({ name: 'mail' });
    expect(requests[0]?.url).toBe('http://api.test/servers/@acme%2Fmail?verbose=true');
    expect(requests[0]?.method).toBe('GET');
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer secret',
      'user-agent': 'SDK/JS 0.0.0',
    });
  });

  it('iterates over all pages without awaiting the first', async () => {
    const page = (currentPage: number): Response =>
      json({ servers: [{ id: currentPage }], pagination: { currentPage, totalPages: 3 } });
    const { fetch, requests } = fakeFetch(page(1), page(2), page(3));
    const client = new TestClient({ fetch });
    const list = client.getAPIList('/servers', ServersPage<{ id: number }>, { query: { q: 'x' } });
    expect(await collect(list)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(requests.map((request) => request.url)).toEqual([
      'http://api.test/servers?q=x',
      'http://api.test/servers?q=x&page=2',
      'http://api.test/servers?q=x&page=3',
    ]);
    const first = await client.getAPIList('/servers', ServersPage<{ id: number }>);
    expect(first.pagination.totalPages).toBe(3);
    expect(Object.keys(first)).toEqual(['servers', 'pagination']);
  });

  it('turns every failure into a result', async () => {
    const { fetch } = fakeFetch(json({ message: 'gone' }, { status: 404 }));
    const client = new TestClient({ fetch });
    expect(await toResult(() => client.get('/x'))).toMatchObject({
      ok: false,
      error: { status: 404, message: '404 gone (GET /x)' },
    });
    expect(await toResult(() => client.get(path`/x/${'..'}`))).toMatchObject({
      ok: false,
      error: { name: 'SDKError' },
    });
  });
});
