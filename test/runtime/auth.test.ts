import { describe, expect, it, vi } from 'vitest';
import { apiKey, type AuthSchemes, bearer } from '../../templates/typescript/runtime/internal/auth.ts';
import { basic } from '../../templates/typescript/runtime/internal/auth-basic.ts';
import {
  clientCredentials,
  type ClientCredentials,
} from '../../templates/typescript/runtime/internal/auth-oauth2.ts';
import type {
  RequestOptions,
  SecurityRequirement,
} from '../../templates/typescript/runtime/internal/request-options.ts';
import { failure, fakeFetch, json, NOW, type Recorded, TestClient } from './support.ts';

class AuthClient extends TestClient {
  schemes: AuthSchemes = {};

  protected override authSchemes(): AuthSchemes {
    return this.schemes;
  }
}

async function sent(
  schemes: AuthSchemes,
  options: RequestOptions = {},
  security?: readonly SecurityRequirement[],
): Promise<Recorded> {
  const { fetch, requests } = fakeFetch(json({}));
  const client = new AuthClient({ fetch, ...(security && { settings: { security } }) });
  client.schemes = schemes;
  await client.get('/x', options);
  const [request] = requests;
  if (!request) {
    throw new Error('nothing was sent');
  }
  return request;
}

const all: AuthSchemes = {
  bearer: bearer('t'),
  header: apiKey({ in: 'header', name: 'X-Key' }, 'h'),
  query: apiKey({ in: 'query', name: 'key' }, 'q&'),
  cookie: apiKey({ in: 'cookie', name: 'session' }, 'c;'),
  none: apiKey({ in: 'header', name: 'X-None' }, undefined),
};

describe('schemes', () => {
  it('send every credential that is there, when nothing is required', async () => {
    const request = await sent(all, { headers: { Cookie: 'own=1' }, query: { a: 1 } });
    expect(request.url).toBe('http://api.test/x?key=q%26&a=1');
    expect(Object.fromEntries(request.headers)).toMatchObject({
      authorization: 'Bearer t',
      'x-key': 'h',
      cookie: 'session=c%3B; own=1',
    });
    expect(request.headers.has('x-none')).toBe(false);
  });

  it('write basic credentials in UTF-8', async () => {
    expect((await sent({ a: basic('test', '123£') })).headers.get('authorization')).toBe(
      'Basic dGVzdDoxMjPCow==',
    );
    for (const none of [basic('user', null), basic(undefined, 'pass'), basic(null, null)]) {
      expect((await sent({ a: none })).headers.has('authorization')).toBe(false);
    }
  });

  it('are told the scopes that the operation asks for, and none where it asks for a scheme alone', async () => {
    const asked: unknown[] = [];
    const scheme = {
      in: 'header',
      name: 'x-key',
      value: ({ scopes }: { readonly scopes: readonly string[] }) => void asked.push(scopes),
    } as const;
    for (const security of [
      [{ a: ['read'] }, {}],
      [{ a: true }, {}],
    ]) {
      await sent({ a: scheme }, { security });
    }
    expect(asked).toEqual([['read'], []]);
  });

  it('call a credential for each attempt', async () => {
    const { fetch, requests } = fakeFetch(new Response('', { status: 503, headers: NOW }), json({}));
    let calls = 0;
    await new TestClient({ fetch, token: async () => `t${++calls}` }).get('/x');
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual([
      'Bearer t1',
      'Bearer t2',
    ]);
  });
});

describe('requirements', () => {
  it('choose the first alternative that can be met', async () => {
    const request = await sent(all, {
      security: [
        { none: true },
        { bearer: true, none: true },
        { header: true, query: true },
        { cookie: true },
      ],
    });
    expect(request.url).toBe('http://api.test/x?key=q%26');
    expect(request.headers.get('x-key')).toBe('h');
    expect(request.headers.has('authorization')).toBe(false);
    expect(request.headers.has('cookie')).toBe(false);
  });

  it('come from the client when the operation has none', async () => {
    const request = await sent(all, {}, [{ bearer: true }]);
    expect([request.headers.has('authorization'), request.headers.has('x-key')]).toEqual([true, false]);
    expect((await sent(all, { security: [] }, [{ bearer: true }])).headers.has('authorization')).toBe(false);
    const optional = await sent({ none: bearer(null) }, { security: [{ none: true }, {}] });
    expect([...optional.headers.keys()]).toEqual(['accept', 'user-agent']);
    expect((await sent(all, { security: [{}, { bearer: true }] })).headers.has('authorization')).toBe(true);
  });

  it('fail before anything is sent', async () => {
    expect(await failure(sent({ none: bearer(null) }, {}, [{ none: true }]))).toMatchObject({
      name: 'SDKError',
      message: 'Missing credentials for this request: none',
    });
    expect(await failure(sent({}, {}, [{ constructor: true }]))).toMatchObject({ name: 'SDKError' });
  });

  it('accept what the caller sets or removes', async () => {
    const need = [{ a: true }];
    const none = {
      a: bearer(null),
      b: apiKey({ in: 'query', name: 'key' }, null),
      c: apiKey({ in: 'cookie', name: 's' }, null),
    };
    expect((await sent(none, { headers: { authorization: 'own' } }, need)).headers.get('authorization')).toBe(
      'own',
    );
    await sent(none, { headers: { authorization: null } }, need);
    await sent(none, { query: { key: 'x' } }, need);
    await sent(none, { headers: { cookie: 's=1' } }, need);
  });
});

describe('client credentials', () => {
  const grant: ClientCredentials = {
    tokenURL: 'http://auth.test/token',
    clientID: 'me:',
    clientSecret: 's&',
    scopes: ['b', 'a'],
    params: { audience: 'x' },
  };

  function setup(
    overrides: Partial<ClientCredentials> = {},
    token: () => Response | Promise<Response> = () => json({ access_token: 'T', expires_in: 3600 }),
  ) {
    const tokens: Recorded[] = [];
    const { fetch, requests } = fakeFetch((request) => {
      if (request.url.endsWith('/token')) {
        tokens.push(request);
        return token();
      }
      return json({});
    });
    const client = new AuthClient({ fetch, maxRetries: 0 });
    client.schemes = { oauth: clientCredentials({ ...grant, ...overrides }) };
    return { client, tokens, requests };
  }

  it('are not asked for where the caller has a token', async () => {
    const { client, tokens, requests } = setup({ token: () => 'mine' });
    await client.get('/x');
    expect(tokens).toHaveLength(0);
    expect(requests.at(-1)?.headers.get('authorization')).toBe('Bearer mine');
  });

  it.each([
    ['long', `{"access_token":"${'a'.repeat(1_000_000)}"}`, /longer than 1000000 bytes/],
    ['deep', '['.repeat(200_000), /has no access_token/],
  ])('end with an error where the answer is too %s; nothing is asked again', async (_name, body, message) => {
    const { client, tokens, requests } = setup({}, () => new Response(body));
    client.maxRetries = 2;
    expect(await failure(client.get('/x'))).toMatchObject({
      name: 'SDKError',
      message: expect.stringMatching(message),
    });
    expect([tokens.length, requests.length]).toEqual([1, 1]);
  });

  it('share one token among concurrent requests and copies of the client', async () => {
    const { client, tokens, requests } = setup({}, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return json({ access_token: 'T', expires_in: 3600 });
    });
    await Promise.all(Array.from({ length: 20 }, () => client.get('/x')));
    const copy = client.withOptions({ timeout: 5 });
    copy.schemes = client.schemes;
    await copy.get('/x');
    expect(tokens).toHaveLength(1);
    expect(new URLSearchParams(tokens[0]?.body).toString()).toBe(
      'grant_type=client_credentials&audience=x&scope=a+b',
    );
    expect(tokens[0]?.headers.get('authorization')).toBe(`Basic ${btoa('me%3A:s%26')}`);
    expect(requests.at(-1)?.headers.get('authorization')).toBe('Bearer T');
  });

  it('ask again when the token endpoint could not be reached', async () => {
    const { client, tokens } = setup({}, () => {
      if (tokens.length === 1) {
        throw new TypeError('reset');
      }
      return json({ access_token: 'T' });
    });
    expect(await failure(client.get('/x'))).toMatchObject({
      name: 'APIConnectionError',
      cause: { message: 'reset' },
    });
    await client.get('/x');
    tokens.length = 0;
    client.schemes = { oauth: clientCredentials({ ...grant, scopes: ['other'] }) };
    expect(await client.get('/x', { maxRetries: 1 })).toEqual({});
    expect(tokens).toHaveLength(2);
  });

  it('replace a token before it expires, once for all', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let count = 0;
    const { client, tokens, requests } = setup({}, () =>
      json({ access_token: `T${++count}`, expires_in: 100 }),
    );
    await client.get('/x');
    vi.setSystemTime(Date.now() + 89_000);
    await client.get('/x');
    expect(tokens).toHaveLength(1);
    vi.setSystemTime(Date.now() + 2_000);
    await Promise.all([client.get('/x'), client.get('/x'), client.get('/x')]);
    vi.useRealTimers();
    expect(tokens).toHaveLength(2);
    expect(requests.at(-1)?.headers.get('authorization')).toBe('Bearer T2');
  });

  it('ask for the scopes of the operation, and can send the secret in the body', async () => {
    const { client, tokens } = setup({ send: 'body', scopes: [], clientID: async () => 'me' });
    await client.get('/x', { security: [{ oauth: ['read'] }] });
    await client.get('/x');
    expect(tokens.map((request) => new URLSearchParams(request.body).get('scope'))).toEqual(['read', null]);
    expect(tokens[0]?.body).toContain('client_id=me&client_secret=s%26');
    expect(tokens[0]?.headers.has('authorization')).toBe(false);
  });

  it('report a refusal, and ask again the next time', async () => {
    const answers = [
      json({ error: 'invalid_client' }, { status: 401 }),
      new Response('oops'),
      json({ access_token: '' }),
      json([]),
      json({ access_token: 'T' }),
    ];
    const { client, tokens } = setup({}, () => answers.shift() ?? json({}));
    expect(await failure(client.get('/x'))).toMatchObject({ name: 'AuthenticationError', status: 401 });
    for (let count = 0; count < 3; count++) {
      expect(await failure(client.get('/x'))).toMatchObject({
        message: expect.stringContaining('access_token'),
      });
    }
    await client.get('/x');
    await client.get('/x');
    expect(tokens).toHaveLength(5);
  });

  it('are left out without a secret', async () => {
    const { client, requests } = setup({ clientSecret: undefined });
    await client.get('/x');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers.has('authorization')).toBe(false);
  });

  it('are sent to no one without an id', async () => {
    const { client, tokens, requests } = setup({ clientID: null });
    await client.get('/x');
    expect([tokens.length, requests[0]?.headers.has('authorization')]).toEqual([0, false]);
  });

  it('are asked for as a form, for JSON, and without scopes where there are none', async () => {
    const { client, tokens } = setup();
    client.schemes = {
      oauth: clientCredentials({ tokenURL: grant.tokenURL, clientID: 'me', clientSecret: 's' }),
    };
    await client.get('/x');
    expect(tokens[0]).toMatchObject({ method: 'POST', body: 'grant_type=client_credentials' });
    expect(Object.fromEntries(tokens[0]?.headers ?? [])).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    });
  });

  it('renew a token that the API refuses, once', async () => {
    const { fetch, requests } = fakeFetch((request) => {
      if (request.url.endsWith('/token')) {
        return json({ access_token: `T${requests.filter((one) => one.url.endsWith('/token')).length}` });
      }
      return request.headers.get('authorization') === 'Bearer T1'
        ? json({}, { status: 401 })
        : json({ ok: 1 });
    });
    const client = new AuthClient({ fetch, maxRetries: 0 });
    client.schemes = { oauth: clientCredentials(grant) };
    expect(await client.get('/x')).toEqual({ ok: 1 });
    expect(await client.get('/x')).toEqual({ ok: 1 });
    expect(
      requests.map(({ url, headers }) => (url.endsWith('/token') ? 'token' : headers.get('authorization'))),
    ).toEqual(['token', 'Bearer T1', 'token', 'Bearer T2', 'Bearer T2']);
  });

  it('give a refusal of the API on when a new token does not help', async () => {
    const { fetch, requests } = fakeFetch((request) =>
      request.url.endsWith('/token') ? json({ access_token: 'T' }) : json({}, { status: 401 }),
    );
    const client = new AuthClient({ fetch, maxRetries: 0 });
    client.schemes = { oauth: clientCredentials(grant) };
    expect(await failure(client.get('/x'))).toMatchObject({ status: 401 });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/token', '/x', '/token', '/x']);
  });

  it('replace a token at the moment when it is stale', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { client, tokens } = setup({}, () => json({ access_token: 'T', expires_in: 1000 }));
    await client.get('/x');
    vi.setSystemTime(Date.now() + 970_000 - 1);
    await client.get('/x');
    expect(tokens).toHaveLength(1);
    vi.setSystemTime(Date.now() + 1);
    await client.get('/x');
    vi.useRealTimers();
    expect(tokens).toHaveLength(2);
  });

  it.each([
    [300, 'redirected'],
    [307, 'redirected'],
    [399, 'redirected'],
    ['opaqueredirect', 'redirected'],
    [400, 'The token endpoint rejected the credentials'],
  ] as const)('are an error where the token endpoint answers %s', async (answer, message) => {
    const hidden = { type: 'opaqueredirect', status: 0, headers: new Headers(), text: async () => '' };
    const { client } = setup({}, () =>
      typeof answer === 'number' ? new Response('', { status: answer }) : (hidden as unknown as Response),
    );
    expect(await failure(client.get('/x'))).toMatchObject({ message: expect.stringContaining(message) });
  });

  it.each(['', 'not JSON', 'null', '7', '"text"', '{}', '{"access_token":""}', '{"access_token":7}'])(
    'are an error where the answer %j has no token',
    async (text) => {
      const { client } = setup({}, () => new Response(text));
      expect(await failure(client.get('/x'))).toMatchObject({
        name: 'SDKError',
        message: 'The token response has no access_token',
      });
      const refused = setup({}, () => new Response(text, { status: 400 }));
      expect(await failure(refused.client.get('/x'))).toMatchObject({
        status: 400,
        error: text.startsWith('{') ? JSON.parse(text) : undefined,
      });
    },
  );

  it('tell that the token endpoint could not be reached', async () => {
    const { client } = setup({}, () => Promise.reject(new TypeError('reset')));
    expect(await failure(client.get('/x'))).toMatchObject({
      message: 'Could not connect to the token endpoint. (GET /x)',
    });
  });

  it('do not fail for others when one caller aborts', async () => {
    const { client } = setup({}, async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return json({ access_token: 'T' });
    });
    const aborted = failure(client.get('/x', { signal: AbortSignal.timeout(5) }));
    const other = client.get('/x');
    expect(await aborted).toMatchObject({ name: 'APIUserAbortError' });
    expect(await other).toEqual({});
  });
});
