/** The promise of a method, without a client behind it. */
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { APIPromise } from '../../templates/typescript/runtime/api-promise.ts';
import { fakeFetch, json, TestClient } from './support.ts';

type Client = ConstructorParameters<typeof APIPromise>[0];
type Props = Awaited<ConstructorParameters<typeof APIPromise>[1]>;

const client = { secret: 'x' } as unknown as Client;
const response = new Response('{"a":1}', {
  status: 201,
  headers: { 'x-request-id': 'r1', 'content-type': 'application/json' },
});
const props = {
  response,
  attempt: { handOver: (given: Response) => ({ handed: given }) },
} as unknown as Props;

interface Parsed {
  readonly calls: readonly unknown[];
  readonly promise: APIPromise<unknown>;
}

function promiseOf(given: Promise<Props> = Promise.resolve(props), parse?: () => unknown): Parsed {
  const calls: unknown[] = [];
  const promise = new APIPromise<unknown>(client, given, (...args) => {
    calls.push(args);
    return parse === undefined ? 'body' : parse();
  });
  return { calls, promise };
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe('the body', () => {
  it('is read when it is awaited, and once', async () => {
    const { calls, promise } = promiseOf();
    await turns(9);
    expect(calls).toEqual([]);
    expect([await promise, await promise.then((text) => `${String(text)}!`)]).toEqual(['body', 'body!']);
    expect(await promise.finally(() => undefined)).toBe('body');
    expect(calls).toEqual([[client, props]]);
  });

  it('stays unread behind the response', async () => {
    const { calls, promise } = promiseOf();
    expect(await promise.asResponse()).toEqual({ handed: response });
    expect(calls).toEqual([]);
  });

  it('comes with its response', async () => {
    const { calls, promise } = promiseOf();
    expect(await promise.withResponse()).toEqual({ data: 'body', status: 201, response, request_id: 'r1' });
    expect(calls).toHaveLength(1);
  });

  it('is changed by a function, with the same response', async () => {
    const { promise } = promiseOf();
    const changed = promise._thenUnwrap((data, given) => [data, given === props]);
    expect(changed).toBeInstanceOf(APIPromise);
    expect(await changed).toEqual(['body', true]);
    expect((await changed.withResponse()).request_id).toBe('r1');
  });

  it('is hidden from a print', () => {
    const { promise } = promiseOf();
    expect(inspect(promise)).toBe('APIPromise {}');
    expect(Object.keys(promise)).toEqual([]);
  });
});

describe('a failure', () => {
  const failed = new Error('no');
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  const settled = async (): Promise<readonly unknown[]> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', note);
    return unhandled.splice(0);
  };

  it('reaches the caller', async () => {
    const { promise } = promiseOf(Promise.reject(failed));
    expect(await promise.catch((error: unknown) => [error])).toEqual([failed]);
    expect(await promise.then(undefined, (error: unknown) => [error])).toEqual([failed]);
    await expect(promise.finally(() => undefined)).rejects.toBe(failed);
    await expect(promise.asResponse()).rejects.toBe(failed);
    await expect(promise.withResponse()).rejects.toBe(failed);
  });

  it('of the parsing does too', async () => {
    const { promise } = promiseOf(undefined, () => {
      throw failed;
    });
    await expect(promise).rejects.toBe(failed);
  });

  it('ends no process if nobody awaits the call', async () => {
    process.on('unhandledRejection', note);
    promiseOf(Promise.reject(failed));
    expect(await settled()).toEqual([]);
  });

  it('is unhandled if who awaits the call does not handle it', async () => {
    process.on('unhandledRejection', note);
    void promiseOf(Promise.reject(failed)).promise.then(() => undefined);
    expect(await settled()).toEqual([failed]);
  });

  it('gives the first reaction to the caller', async () => {
    const given = Promise.reject(failed);
    const ways: string[] = [];
    const own = given.catch.bind(given);
    given.catch = (reaction) => {
      ways.push('caught');
      return own(reaction);
    };
    const { promise } = promiseOf(given);
    await Promise.resolve();
    promise.then(undefined, () => ways.push('awaited'));
    await turns(20);
    expect(ways).toEqual(['awaited']);
  });
});

describe('in Bun', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const inBun = async (): Promise<typeof APIPromise> => {
    vi.stubGlobal('Bun', {});
    vi.resetModules();
    return (await import('../../templates/typescript/runtime/api-promise.ts')).APIPromise;
  };

  it('the stack of an error has the lines of the call', async () => {
    const Bunned = await inBun();
    const error = new Error('no');
    error.stack = 'Error: no';
    await new Bunned(client, Promise.reject(error)).catch(() => undefined);
    const lines = (error.stack ?? '').split('\n');
    expect(lines[0]).toBe('Error: no');
    expect(lines.slice(1).some((line) => line.includes('api-promise.test.ts'))).toBe(true);
    expect(lines.slice(1).every((line) => line.startsWith('    at '))).toBe(true);
  });

  it('what is no error stays as it is', async () => {
    const Bunned = await inBun();
    const thrown = { stack: 'own' };
    await expect(new Bunned(client, Promise.reject(thrown))).rejects.toBe(thrown);
    expect(thrown).toEqual({ stack: 'own' });
    expect(await new Bunned(client, Promise.resolve(props), () => 'body')).toBe('body');
  });

  it('elsewhere an error stays as it is', async () => {
    const error = new Error('no');
    error.stack = 'Error: no';
    await promiseOf(Promise.reject(error)).promise.catch(() => undefined);
    expect(error.stack).toBe('Error: no');
  });
});

it('parses by itself without a function', async () => {
  const { fetch } = fakeFetch(json({ a: 1 }));
  expect(await new TestClient({ fetch }).get('/x')).toEqual({ a: 1 });
});
