import { expect, it } from 'vitest';
import { requestToken } from '../../templates/typescript/runtime/internal/token-request.ts';

const answering = (body: object) => async (): Promise<Response> => Response.json(body);
const ask = (body: object): ReturnType<typeof requestToken> =>
  requestToken(answering(body), { url: 'https://a.example', form: new URLSearchParams() });

it.each([
  [
    { access_token: 't', expires_in: 60 },
    { token: 't', life: 60_000 },
  ],
  [{ access_token: 't' }, { token: 't', life: Infinity }],
  [
    { access_token: 't', refresh_token: 'r' },
    { token: 't', life: Infinity, refreshToken: 'r' },
  ],
  [
    { access_token: 't', refresh_token: '' },
    { token: 't', life: Infinity },
  ],
  [
    { access_token: 't', refresh_token: 5 },
    { token: 't', life: Infinity },
  ],
])('a response %j', async (body, expected) => {
  expect(await ask(body)).toEqual(expected);
});

it('a response without a body has no token', async () => {
  const empty = async (): Promise<Response> => new Response(null);
  const asked = requestToken(empty, { url: 'https://a.example', form: new URLSearchParams() });
  await expect(asked).rejects.toThrow('no access_token');
});
