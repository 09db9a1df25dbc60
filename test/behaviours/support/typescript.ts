/** The generated TypeScript SDK, as its users call it. */
import { inspect } from 'node:util';
import { importSdk } from '../../support/import-sdk.ts';
import { makeSdk } from '../../support/sdk.ts';
import { diskIo } from '../../../generator/source/io.ts';
import type { Case, Outcome } from './case.ts';

type Method = (...values: readonly unknown[]) => PromiseLike<unknown> & Partial<AsyncIterable<unknown>>;
type Failure = Partial<Pick<NonNullable<Outcome['error']>, 'status' | 'request'>> & { error?: unknown };
type Reconnecting = (connect: (options: object) => unknown, settings: object) => AsyncIterable<unknown>;
type Client = { readonly things: Readonly<Record<Case['call'], Method>> };

export type Play = (one: Case, baseURL: string) => Promise<Outcome>;

/** Of a secured API; others take the token alone. */
const CREDENTIALS = { token: 'SECRET-token', sid: 'SECRET-sid', session: 'SECRET-session' };

const ARGUMENTS: Readonly<Partial<Record<Case['call'], readonly unknown[]>>> = {
  get: ['t1'],
  delete: ['t1'],
  create: [{ name: 'New' }],
};

export async function typescriptPlayer(spec: string, config: string): Promise<Play> {
  const { files, diagnostics } = await makeSdk({ io: diskIo('/'), spec, config });
  if (files.length === 0) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  const exported = await importSdk(files, "export * from './index.ts'; export * from './streaming.ts';");
  const Class = exported['Things'] as new (options: object) => Client;
  const reconnecting = exported['reconnecting'] as Reconnecting;
  return async (one, baseURL) => {
    const log: unknown[] = [];
    const outcome = await playOne({ Class, reconnecting }, one, baseURL, log);
    return { ...outcome, shown: inspect(log, { depth: 9, maxStringLength: null }) };
  };
}

async function playOne(
  { Class, reconnecting }: { Class: new (options: object) => Client; reconnecting: Reconnecting },
  { call, id, reconnect, client: { maxRetries, timeout, headers, maxResponseBytes } = {} }: Case,
  baseURL: string,
  log: unknown[],
): Promise<Outcome> {
  const write = (...all: unknown[]): void => void log.push(all);
  const client = new Class({
    baseURL,
    ...CREDENTIALS,
    logLevel: 'debug',
    logger: { error: write, warn: write, info: write, debug: write },
    ...(headers && { defaultHeaders: headers }),
    ...(maxResponseBytes !== undefined && { maxResponseBytes }),
    ...(maxRetries !== undefined && { maxRetries }),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
  });
  log.push(client, client.things);
  const before: unknown[] = [];
  try {
    if (reconnect) {
      const { drops, delay = 0.001, ...settings } = reconnect;
      const connect = (options: object) => client.things[call](...(drops ? [] : [options]));
      for await (const event of reconnecting(connect, { ...settings, delay: delay * 1000 }))
        before.push(event);
      return { value: before };
    }
    const pending = client.things[call](...(id === undefined ? (ARGUMENTS[call] ?? []) : [Number(id)]));
    const isLoop = call.startsWith('list') || call === 'events' || call === 'lines';
    if (!isLoop) return { value: await pending };
    const values = call.startsWith('list') ? pending : await pending;
    for await (const one of values as AsyncIterable<unknown>) before.push(one);
    return { value: before };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    log.push(error);
    const { status, error: body, request } = error as Failure;
    return {
      before,
      error: {
        kind: kindOf(error),
        message: `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`.trim(),
        ...(status !== undefined && { status, body }),
        ...(request && { request }),
      },
    };
  }
}

/** The root class has the name of the client: `ThingsError`. */
const kindOf = ({ constructor: { name } }: Error): string =>
  name === 'ThingsError' ? 'SDKError' : name.replace(/^_/, '');
