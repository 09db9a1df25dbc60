import { describe, expect, expectTypeOf, it } from 'vitest';
import type { APIPromise } from '../../templates/typescript/runtime/api-promise.ts';
import * as errors from '../../templates/typescript/runtime/error.ts';
import { type Result, toResult } from '../../templates/typescript/runtime/result.ts';
import { errorMessages } from '../behaviours/support/error-messages.ts';
import { failure, fakeFetch, json, NOW, TestClient } from './support.ts';

const { APIError, isErrorOf, SDKError } = errors;

interface Missing {
  readonly message: string;
  readonly missing: string;
}
interface Invalid {
  readonly issues: readonly string[];
}
interface GetErrors {
  404: Missing;
  '4XX': Invalid;
  default: { readonly code: number };
}

class Servers {
  readonly client: TestClient;
  constructor(client: TestClient) {
    this.client = client;
  }
  get(id: string): APIPromise<{ id: string }, GetErrors> {
    return this.client.get(`/servers/${id}`);
  }
  untyped(): APIPromise<unknown> {
    return this.client.get('/x');
  }
}

function serversGet(client: TestClient, id: string): Promise<Result<{ id: string }, GetErrors>> {
  return toResult(() => client.get<{ id: string }, GetErrors>(`/servers/${id}`));
}

describe('statuses', () => {
  it.each([
    [400, 'BadRequestError'],
    [401, 'AuthenticationError'],
    [403, 'PermissionDeniedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [422, 'UnprocessableEntityError'],
    [429, 'RateLimitError'],
    [500, 'InternalServerError'],
    [599, 'InternalServerError'],
    [418, 'APIError'],
    [304, 'APIError'],
  ] as const)('%i is %s', async (status, name) => {
    const { fetch } = fakeFetch(
      new Response(status === 304 ? null : '{"message":"no"}', { status, headers: { 'x-id': '7' } }),
    );
    const error = await failure(new TestClient({ fetch, maxRetries: 0 }).get('/x'));
    expect(error).toBeInstanceOf(APIError);
    expect(error).toBeInstanceOf(SDKError);
    expect(error).toBeInstanceOf(errors[name]);
    expect(error).toMatchObject({ status, name });
    expect(error instanceof APIError && error.headers?.get('x-id')).toBe('7');
  });

  it.each(errorMessages)('the body %s gives the message %s', async (body, message) => {
    const { fetch } = fakeFetch(new Response(body, { status: 400 }));
    expect(await failure(new TestClient({ fetch }).get('/x'))).toMatchObject({
      message: `400 ${message} (GET /x)`,
    });
  });

  it('names the root error after the client', () => {
    expect(new SDKError('x')).toMatchObject({ name: 'SDKError', message: 'x' });
  });

  it('makes a connection error of a failure without a response', () => {
    expect(APIError.generate(undefined, new Error('x'), undefined, undefined)).toBeInstanceOf(
      errors.APIConnectionError,
    );
    expect(new APIError(undefined, undefined, undefined, undefined).message).toBe('status code (no body)');
    expect(new errors.APIUserAbortError().message).toBe('Request was aborted.');
    expect(new errors.APIConnectionError().message).toBe('Connection error.');
    expect(new errors.APIConnectionTimeoutError()).toMatchObject({
      message: 'Request timed out.',
      name: 'APIConnectionTimeoutError',
    });
  });
});

describe('typed errors', () => {
  const client = new TestClient({
    fetch: fakeFetch(json({ message: 'gone', missing: 'a' }, { status: 404 })).fetch,
  });
  const servers = new Servers(client);

  it('narrows by method and status', async () => {
    const error = await failure(servers.get('a'));
    expect(isErrorOf(servers.get, error, 404)).toBe(true);
    expect(isErrorOf(servers.get, error, 409)).toBe(false);
    expect(isErrorOf(servers.get, error)).toBe(true);
    expect(isErrorOf(servers.get, new errors.APIConnectionError(), 404)).toBe(false);
    expect(isErrorOf(servers.get, new errors.APIConnectionError())).toBe(false);
    expect(isErrorOf(servers.get, new Error('x'))).toBe(false);
    if (isErrorOf(servers.get, error, 404)) {
      expectTypeOf(error).toEqualTypeOf<errors.NotFoundError<Missing>>();
      expect(error.error.missing).toBe('a');
    }
  });

  it('types exact statuses, then ranges, then the default', () => {
    expectTypeOf<errors.ErrorFor<GetErrors, 404>['error']>().toEqualTypeOf<Missing>();
    expectTypeOf<errors.ErrorFor<GetErrors, 422>>().toEqualTypeOf<errors.UnprocessableEntityError<Invalid>>();
    expectTypeOf<errors.ErrorFor<GetErrors, 503>>().toEqualTypeOf<
      errors.InternalServerError<{ readonly code: number }, 503>
    >();
    expectTypeOf<errors.ErrorFor<{ 404: Missing }, 500>['error']>().toEqualTypeOf<unknown>();
    expectTypeOf<errors.ErrorsOf<Servers['get']>>().toEqualTypeOf<GetErrors>();
    expectTypeOf<errors.ErrorsOf<typeof serversGet>>().toEqualTypeOf<GetErrors>();
    expectTypeOf<errors.ErrorsOf<Servers['untyped']>>().toEqualTypeOf<unknown>();
    type Two = errors.DocumentedError<{ 404: Missing; 422: Invalid }>;
    expectTypeOf<Two>().toEqualTypeOf<
      errors.NotFoundError<Missing> | errors.UnprocessableEntityError<Invalid>
    >();
  });

  it('works for results of standalone functions', async () => {
    const result = await serversGet(client, 'a');
    expect(result.ok).toBe(false);
    if (!result.ok && isErrorOf(serversGet, result.error, 404)) {
      expectTypeOf(result.error.error).toEqualTypeOf<Missing>();
      expect(result.error.error.missing).toBe('a');
    }
  });
});

describe('toResult', () => {
  it('gives values', async () => {
    expect(await toResult(Promise.resolve(1))).toEqual({ ok: true, value: 1 });
    expect(await toResult(() => 1)).toEqual({ ok: true, value: 1 });
  });

  it('wraps what is not an error of the client', async () => {
    const cause = new TypeError('bad');
    const result = await toResult(() => {
      throw cause;
    });
    expect(result).toMatchObject({ ok: false, error: { name: 'SDKError', message: 'bad', cause } });
    expect(await toResult(Promise.reject('text'))).toMatchObject({ ok: false, error: { message: 'text' } });
  });
});

it('gives invalid JSON of a success as an error with the text, and retries nothing', async () => {
  const { fetch, requests } = fakeFetch(
    new Response('<html>', { headers: { 'content-type': 'application/json', ...NOW } }),
  );
  const error = await failure(new TestClient({ fetch }).get('/x'));
  expect(error).toBeInstanceOf(errors.APIParseError);
  expect(error).toMatchObject({ text: '<html>', message: 'Invalid JSON (status 200): <html> (GET /x)' });
  expect(requests).toHaveLength(1);
});

describe('the name that the server gives a request', () => {
  const answering = (status: number, headers: Record<string, string>): Servers =>
    new Servers(
      new TestClient({
        maxRetries: 0,
        fetch: async () =>
          new Response('{}', { status, headers: { 'content-type': 'application/json', ...headers } }),
      }),
    );

  it.each(['X-Request-ID', 'request-id', 'X-Correlation-Id'])(
    '%s is on errors, and beside the answer',
    async (name) => {
      expect(
        ((await failure(answering(404, { [name]: 'req_1' }).get('a'))) as errors.APIError).requestID,
      ).toBe('req_1');
      expect(
        await answering(200, { [name]: 'req_2' })
          .get('a')
          .withResponse(),
      ).toMatchObject({ data: {}, request_id: 'req_2' });
    },
  );

  it('is null where the server tells none, or did not answer', async () => {
    expect(((await failure(answering(404, {}).get('a'))) as errors.APIError).requestID).toBeNull();
    expect((await answering(200, {}).get('a').withResponse()).request_id).toBeNull();
    expect(new errors.APIConnectionError().requestID).toBeNull();
  });
});
