/** The overlay `oauth`: a user signs in at a server that checks what it gets. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryIo } from '../../generator/source/io.ts';
import { generateFrom, runProgram, typeCheck } from '../support/overlay.ts';

const SPEC = `openapi: 3.1.0
info: { title: Notes, version: '1' }
servers: [{ url: https://notes.example }]
security: [{ login: [] }]
paths:
  /notes:
    get: { tags: [notes], operationId: list, responses: { '204': { description: ok } } }
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: "https://login.example/authorize?tenant='a"
          tokenUrl: https://login.example/token
          scopes: { read: Read notes, "w'rite": Write notes }
        implicit: { authorizationUrl: https://login.example/implicit, scopes: {} }
`;

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAt?: number;
}
interface SignIn {
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
}
type Where = { readonly authorizationURL: string; readonly tokenURL: string };
interface Module {
  readonly authorizationServers: { readonly login: Where & { readonly scopes: readonly string[] } };
  readonly startSignIn: (
    where: Where,
    options: object,
    scopes?: string[],
    params?: object,
  ) => Promise<SignIn>;
  readonly finishSignIn: (where: Where, options: object, signIn: object, url: string) => Promise<Tokens>;
  readonly refreshing: (
    where: Where,
    options: object,
    tokens: Tokens,
    onTokens?: (tokens: Tokens) => void,
  ) => () => Promise<string>;
}

let dir = '';
let oauth: Module;
let server: Server;
let where: Where;
/** Forms that the token endpoint got, and what it answers. */
let forms: Record<string, string>[] = [];
let answers: object[] = [];
let status = 200;

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return Object.fromEntries(new URLSearchParams(text));
}

beforeAll(async () => {
  ({ dir } = await generateFrom({
    io: memoryIo({ 'openapi.yml': SPEC }),
    spec: 'openapi.yml',
    templates: 'oauth',
    formatted: true,
  }));
  await typeCheck(
    dir,
    `import { Notes } from './client.js';
import { authorizationServers, finishSignIn, refreshing, startSignIn } from './oauth.js';
const app = { clientID: 'app', redirectURI: 'https://app.example/back' };
export async function use(callbackURL: string): Promise<Notes> {
  const signIn = await startSignIn(authorizationServers.login, app, ['read']);
  const tokens = await finishSignIn(authorizationServers.login, app, signIn, callbackURL);
  return new Notes({ accessToken: refreshing(authorizationServers.login, app, tokens) });
}
export * from './oauth.js';`,
  );
  oauth = (await runProgram(dir)) as unknown as Module;
  server = createServer((request, response) => {
    void formOf(request).then((form) => {
      forms.push(form);
      response.writeHead(status, { 'content-type': 'application/json', location: 'http://other.example' });
      response.end(JSON.stringify(answers.shift() ?? { error: 'invalid_grant' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  where = { authorizationURL: `${url}/authorize?tenant=a`, tokenURL: `${url}/token` };
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => {
  forms = [];
  answers = [];
  status = 200;
});

const app = { clientID: 'app', redirectURI: 'https://app.example/back' };
const back = (query: object): string =>
  `https://app.example/back?${new URLSearchParams({ ...query } as Record<string, string>).toString()}`;

it('the servers of the document are there, as data', () => {
  expect(oauth.authorizationServers).toEqual({
    login: {
      authorizationURL: "https://login.example/authorize?tenant='a",
      tokenURL: 'https://login.example/token',
      scopes: ['read', "w'rite"],
    },
  });
});

describe('a sign-in', () => {
  it('proves at the end that it has started it', async () => {
    const signIn = await oauth.startSignIn(where, app, ['read', 'write'], {
      prompt: 'consent',
      state: 'mine',
    });
    const query = Object.fromEntries(new URL(signIn.url).searchParams);
    expect(query).toEqual({
      tenant: 'a',
      prompt: 'consent',
      response_type: 'code',
      client_id: 'app',
      redirect_uri: 'https://app.example/back',
      scope: 'read write',
      state: signIn.state,
      code_challenge: createHash('sha256').update(signIn.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    expect(signIn.verifier).toMatch(/^[\w-]{43}$/);
    answers = [{ access_token: 'first', refresh_token: 'r1', expires_in: 3600 }];
    const before = Date.now();
    const tokens = await oauth.finishSignIn(where, app, signIn, back({ code: 'c', state: signIn.state }));
    expect(tokens).toMatchObject({ accessToken: 'first', refreshToken: 'r1' });
    expect((tokens.expiresAt ?? 0) - before).toBeGreaterThanOrEqual(3_600_000);
    expect(forms).toEqual([
      {
        grant_type: 'authorization_code',
        code: 'c',
        redirect_uri: 'https://app.example/back',
        code_verifier: signIn.verifier,
        client_id: 'app',
      },
    ]);
  });

  it('never repeats its secrets, and asks for no scope if there is none', async () => {
    const [first, second] = [await oauth.startSignIn(where, app), await oauth.startSignIn(where, app)];
    expect(first.state).not.toBe(second.state);
    expect(first.verifier).not.toBe(second.verifier);
    expect(new URL(first.url).searchParams.has('scope')).toBe(false);
  });

  it.each([
    ['another state', { code: 'c', state: 'other' }, 's', 'state is different'],
    ['no state', { code: 'c' }, 's', 'state is different'],
    ['an empty state on both sides', { code: 'c', state: '' }, '', 'state is different'],
    ['a foreign error', { error: 'access_denied', state: 'x' }, 's', 'state is different'],
    ['a refusal', { error: 'access_denied', error_description: 'No', state: 's' }, 's', 'access_denied (No)'],
    ['no code', { state: 's' }, 's', 'no code'],
  ])('that comes back with %s fails without a request', async (_what, query, state, message) => {
    const finished = oauth.finishSignIn(where, app, { state, verifier: 'v' }, back(query));
    await expect(finished).rejects.toThrow(message);
    expect(forms).toEqual([]);
  });

  it.each([
    [400, '400 invalid_grant'],
    [302, 'redirected the request'],
  ])('that the token endpoint answers with %i fails', async (code, message) => {
    status = code;
    const query = back({ code: 'c', state: 's' });
    await expect(oauth.finishSignIn(where, app, { state: 's', verifier: 'v' }, query)).rejects.toThrow(
      message,
    );
    expect(forms).toHaveLength(1);
  });
});

describe('a credential', () => {
  const expired: Tokens = { accessToken: 'old', refreshToken: 'r1', expiresAt: Date.now() - 1 };

  it('is refreshed once for all requests, and keeps the refresh token unless it is replaced', async () => {
    const stored: Tokens[] = [];
    const credential = oauth.refreshing(where, { ...app, clientSecret: 'shh' }, expired, (tokens) => {
      stored.push(tokens);
    });
    answers = [
      { access_token: 'new', expires_in: 10 },
      { access_token: 'newer', refresh_token: 'r2', expires_in: 3600 },
    ];
    expect(await Promise.all([credential(), credential()])).toEqual(['new', 'new']);
    // Ten seconds are less than the time before its end that a token is replaced.
    expect([await credential(), await credential()]).toEqual(['newer', 'newer']);
    expect(forms.map((form) => form['refresh_token'])).toEqual(['r1', 'r1']);
    expect(forms[0]).toMatchObject({ grant_type: 'refresh_token', client_id: 'app', client_secret: 'shh' });
    expect(stored.map((tokens) => [tokens.accessToken, tokens.refreshToken])).toEqual([
      ['new', 'r1'],
      ['newer', 'r2'],
    ]);
  });

  it('is used as it is while it is valid, or if it cannot be refreshed', async () => {
    const valid = { accessToken: 'a', refreshToken: 'r', expiresAt: Date.now() + 60_000 };
    const fixed = { accessToken: 'b', expiresAt: 0 };
    expect(await oauth.refreshing(where, app, valid)()).toBe('a');
    expect(await oauth.refreshing(where, app, fixed)()).toBe('b');
    expect(forms).toEqual([]);
  });

  it('tries again after a failed refresh', async () => {
    const credential = oauth.refreshing(where, app, expired);
    status = 400;
    await expect(credential()).rejects.toThrow('400 invalid_grant');
    status = 200;
    answers = [{ access_token: 'new' }];
    expect(await credential()).toBe('new');
  });
});
