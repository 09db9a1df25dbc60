/** The host of a run of code: checks and makes each call that the code requests. */
import { type Progress, bytesOf } from './answers.ts';
import { type CallOptions, callSdk } from './call.ts';
import { type Catalogue, CallError, type Entry, isRecord } from './catalogue-types.ts';
import { checkArguments } from './check.ts';
import { failureOf } from './failures.ts';
import type { Offer } from './filter.ts';
import { asJson, isAsyncIterable } from './plain.ts';
import type { Redactor } from './redact.ts';

export interface HostOptions extends CallOptions {
  readonly catalogue: Catalogue;
  readonly offer: Offer;
  readonly redactor: Redactor;
  readonly client: () => Promise<object>;
  /** Refuse destructive calls, because the user cannot be asked during a run. */
  readonly refusesDestroying: boolean;
  /** Called before each call. */
  readonly progress?: Progress;
}

const MOST_CALLS = 100;

export interface CodeHost {
  /** Answers requests of the sandbox: JSON in, JSON out. Never rejects. */
  readonly ask: (json: string) => Promise<string>;
  /** Closes lists and streams that the code has left open. */
  readonly close: () => void;
}

export function createCodeHost(options: HostOptions): CodeHost {
  const { catalogue, redactor } = options;
  const open = new Map<number, AsyncIterator<unknown>>();
  let calls = 0;
  const answer = async (json: string): Promise<unknown> => {
    if (++calls > MOST_CALLS)
      throw new CallError(`A run can make at most ${MOST_CALLS} calls; make the others in another run`);
    const request: unknown = JSON.parse(json);
    if (!isRecord(request)) throw new CallError('not a request');
    const { kind, what, args } = request;
    if (kind === 'next') return nextOf(open, what);
    const entry = options.offer.byAccessor(String(what));
    const named = namedArguments(entry, Array.isArray(args) ? args : []);
    checkArguments(entry, named, []);
    if (entry.effect === 'destroy' && options.refusesDestroying)
      throw new CallError(
        `client.${entry.accessor.join('.')} destroys: --confirm has such calls made as tools, where the user is asked`,
      );
    options.progress?.(calls, `client.${entry.accessor.join('.')}`);
    const { promise } = await callSdk(await options.client(), entry, named, options);
    if (kind !== 'open') return plainOf(await promise);
    if (entry.result !== 'page' && entry.result !== 'stream')
      throw new CallError(`client.${entry.accessor.join('.')} gives no pages; await it instead of for await`);
    const batches = batchesOf(await promise);
    open.set(calls, batches);
    return calls;
  };
  const ask: CodeHost['ask'] = async (json) => {
    try {
      return JSON.stringify({ value: redactor.value(await answer(json)) ?? null });
    } catch (error) {
      const { message, status } = failureOf(error, catalogue, redactor);
      return JSON.stringify({ error: message, ...(status !== undefined && { status }) });
    }
  };
  const close = (): void => {
    for (const batches of open.values()) void batches.return?.(undefined)?.catch(() => undefined);
  };
  return { ask, close };
}

/** Converts the arguments to those of the SDK's method: values by position, and an object with the others. */
function namedArguments(entry: Entry, args: readonly unknown[]): Record<string, unknown> {
  const positional = entry.arguments.filter((argument) => argument.as === 'positional');
  const rest = entry.arguments.filter((argument) => argument.as !== 'positional');
  const most = positional.length + (rest.length > 0 || entry.input['additionalProperties'] === true ? 1 : 0);
  if (args.length > most)
    throw new CallError(
      `client.${entry.accessor.join('.')} takes ${most} arguments and got ${args.length}; options of requests cannot be given`,
    );
  const named: Record<string, unknown> = {};
  for (const [index, { name }] of positional.entries())
    if (args[index] !== undefined) named[name] = args[index];
  const params = args[positional.length];
  if (params === undefined || params === null) return named;
  const [only] = rest;
  if (only?.as === 'whole') return { ...named, [only.name]: params };
  if (!isRecord(params))
    throw new CallError(
      `client.${entry.accessor.join('.')}: the last argument is an object with ${rest.map(({ name }) => name).join(', ')}`,
    );
  // Listing all of them would take longer than a call.
  if (Object.keys(params).length > MOST_FIELDS)
    throw new CallError(`client.${entry.accessor.join('.')}: more than ${MOST_FIELDS} arguments`);
  const byKey = new Map(rest.filter(({ as }) => as === 'field').map(({ name, key = name }) => [key, name]));
  const spread = rest.find(({ as }) => as === 'spread');
  const left: [string, unknown][] = [];
  for (const [key, value] of Object.entries(params)) {
    const name = byKey.get(key);
    if (name !== undefined) named[name] = value;
    else if (spread !== undefined) left.push([key, value]);
    else Object.defineProperty(named, key, { value, enumerable: true, configurable: true, writable: true });
  }
  if (spread !== undefined && left.length > 0) named[spread.name] = Object.fromEntries(left);
  return named;
}

const MOST_FIELDS = 1000;

async function plainOf(value: unknown): Promise<unknown> {
  if (value instanceof Response) {
    const bytes = Buffer.from(await bytesOf(value));
    const type = value.headers.get('content-type') ?? '';
    return /^text\/|json|xml|csv/.test(type)
      ? bytes.toString('utf8')
      : { type, base64: bytes.toString('base64') };
  }
  if (typeof value === 'object' && value !== null && 'getPaginatedItems' in value) {
    const page = value as { getPaginatedItems: () => unknown };
    return { ...(asJson(value) as object), __items: asJson(page.getPaginatedItems()) };
  }
  if (isAsyncIterable(value)) throw new CallError('this is a stream; use for await to read its events');
  return asJson(value);
}

interface Batch {
  readonly items: unknown;
  readonly done: boolean;
}

/** Sends a page at a time, or an event of a stream at a time. */
async function* batchesOf(value: unknown): AsyncGenerator<Batch, void, undefined> {
  if (typeof value === 'object' && value !== null && 'iterPages' in value) {
    const pages = value as { iterPages: () => AsyncIterable<{ getPaginatedItems: () => unknown }> };
    for await (const page of pages.iterPages())
      yield { items: asJson(page.getPaginatedItems()), done: false };
  } else if (isAsyncIterable(value))
    for await (const event of value) yield { items: [asJson(event)], done: false };
}

async function nextOf(open: ReadonlyMap<number, AsyncIterator<unknown>>, id: unknown): Promise<unknown> {
  const batches = open.get(Number(id));
  if (!batches) throw new CallError('no such list');
  const { value, done } = await batches.next();
  return done === true ? { items: [], done: true } : value;
}
