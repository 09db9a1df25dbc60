/** A page leads elsewhere: the next request must not carry the credentials there. */
import { expect, it } from 'vitest';
import {
  AbstractCursorURLPage,
  type CursorURLScheme,
} from '../../templates/typescript/runtime/pagination.ts';
import { collect, failure } from '../runtime/support.ts';
import { host, SecretClient, sendJSON, told } from './hosts.ts';

class Linked<Item> extends AbstractCursorURLPage<Item> {
  declare items: Item[];
  static override readonly scheme: CursorURLScheme = { items: ['items'], next: ['next'] };
}

it('a link to another origin is refused', async () => {
  const thief = await host((_request, response) => sendJSON(response, { items: [] }));
  const api = await host((_request, response) => sendJSON(response, { items: [1], next: `${thief.url}/2` }));
  const list = new SecretClient({ baseURL: api.url }).getAPIList('/1', Linked<number>);
  expect(await failure(collect(list))).toMatchObject({
    message: `The link to the next page points to another host: ${thief.url}`,
  });
  expect(thief.received).toEqual([]);
});

it.each(['absolute', 'relative'])(
  'a redirected list does not make its target the origin (%s link)',
  async (kind) => {
    const thief = await host((_request, response) =>
      sendJSON(response, { items: [1], next: kind === 'absolute' ? `${thief.url}/2` : '/2' }),
    );
    const api = await host((_request, response) =>
      response.writeHead(302, { location: `${thief.url}/1` }).end(),
    );
    const client = new SecretClient({ baseURL: api.url });
    expect(await failure(collect(client.getAPIList('/1', Linked<number>)))).toMatchObject({
      message: expect.stringContaining('another host'),
    });
    expect(thief.received.map(({ url }) => url)).toEqual(['/1']);
    expect(thief.received[0]?.headers.authorization).toBeUndefined();
  },
);

it('a link to the origin that was asked is followed, with the credentials', async () => {
  const api = await host((request, response) =>
    sendJSON(response, request.url?.startsWith('/1') ? { items: [1], next: `${api.url}/2` } : { items: [2] }),
  );
  expect(await collect(new SecretClient({ baseURL: api.url }).getAPIList('/1', Linked<number>))).toEqual([
    1, 2,
  ]);
  expect(told(api).match(/SECRET-bearer/g)).toHaveLength(2);
});

it('a relative link counts from where the list was found', async () => {
  const pathOf = (url = ''): string => new URL(url, 'http://localhost').pathname;
  const api = await host((request, response) => {
    const path = pathOf(request.url);
    if (path === '/1') return void response.writeHead(302, { location: '/deep/1' }).end();
    return sendJSON(response, path === '/deep/1' ? { items: [1], next: '2' } : { items: [2] });
  });
  expect(await collect(new SecretClient({ baseURL: api.url }).getAPIList('/1', Linked<number>))).toEqual([
    1, 2,
  ]);
  expect(api.received.map(({ url }) => pathOf(url))).toEqual(['/1', '/deep/1', '/deep/2']);
});
