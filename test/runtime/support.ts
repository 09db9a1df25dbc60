import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import {
  type AuthSchemes,
  bearer,
  type Credential,
} from '../../templates/typescript/runtime/internal/auth.ts';
import { BaseClient } from '../../templates/typescript/runtime/internal/base-client.ts';
import type {
  BaseClientOptions,
  ClientSettings,
} from '../../templates/typescript/runtime/internal/client-options.ts';

/** Options of the client that the tests use in place of a generated one. */
export interface TestOptions extends BaseClientOptions {
  readonly token?: Credential;
  readonly settings?: Partial<ClientSettings>;
}

/** A client as the generator would write it. */
export class TestClient extends BaseClient<TestOptions> {
  token: Credential;

  constructor(options: TestOptions = {}) {
    super(
      { logLevel: 'off', ...options },
      { envPrefix: 'TESTAPI', baseURL: 'http://api.test', ...options.settings },
    );
    this.token = options.token;
  }

  protected override authSchemes(): AuthSchemes {
    return { bearerAuth: bearer(this.token) };
  }
}

/** A request that a fake `fetch` or a server has received. */
export interface Recorded {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A `fetch` that answers from a list (the last answer repeats) and records what it was asked. */
export function fakeFetch(
  ...answers: readonly (Response | Error | ((request: Recorded) => Response | Promise<Response>))[]
): {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly requests: Recorded[];
} {
  const requests: Recorded[] = [];
  return {
    requests,
    fetch: async (url, init = {}) => {
      const body = init.body ? await new Response(init.body).text() : '';
      const request = { url, method: init.method ?? 'GET', headers: new Headers(init.headers), body };
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1] ?? json({});
      if (answer instanceof Error) {
        throw answer;
      }
      return typeof answer === 'function' ? answer(request) : answer.clone();
    },
  };
}

/** A JSON response. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), {
    ...init,
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(init.headers)) },
  });
}

/** A retry without a wait. */
export const NOW = { 'retry-after-ms': '0' };

/** Starts an HTTP server for the tests of one file. */
export async function serve(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** The error that a promise rejects with. */
export async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure');
}

/** All values of an async iterable. */
export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) {
    all.push(value);
  }
  return all;
}
