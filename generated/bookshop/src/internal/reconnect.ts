/** Reads an event stream again from where it was cut off. */
import { APIConnectionError, APIError, SDKError } from '../error.ts';
import type { Stream } from '../streaming.ts';
import { sleep } from './retry.ts';

/** How a stream is reconnected. */
export interface ReconnectSettings {
  /** Reconnect also when the server closes the stream, for streams that have no end. Default: `false`. */
  readonly endless?: boolean;
  /** Number of attempts in a row that may fail before an event arrives. Default: 5. */
  readonly maxReconnects?: number;
  /** Delay before reconnecting in milliseconds, if the server sent none; it doubles with each failure. Default: 1000. */
  readonly delay?: number;
  /** Ends the stream. */
  readonly signal?: AbortSignal;
}

/** Request options that ask the server to continue after an event. Pass them to the method. */
export interface ResumeOptions {
  readonly headers: { readonly 'last-event-id'?: string };
  readonly signal?: AbortSignal;
}

// Longest delay that grows with each failure, in milliseconds.
const LONGEST = 30_000;
// Longest delay that a server may ask for, in milliseconds, and of a timer. Longer delays are ignored.
const LONGEST_ASKED = 2 ** 31 - 1;

/**
 * The values of a stream of server-sent events, read again with the header `Last-Event-ID` (WHATWG HTML
 * section 9.2.4) when its connection fails. Only for servers that send event IDs and continue after the ID
 * in the header: without an ID, the failure is thrown, because events would be lost or repeated.
 *
 * ```ts
 * for await (const event of reconnecting((options) => client.events.watch(params, options))) { … }
 * ```
 */
export async function* reconnecting<T>(
  connect: (options: ResumeOptions) => PromiseLike<Stream<T>>,
  { endless = false, maxReconnects = 5, delay = 1000, signal }: ReconnectSettings = {},
): AsyncGenerator<T, void, undefined> {
  let id: string | null = null;
  let asked: number | undefined;
  for (let failures = 0; ; failures++) {
    let stream: Stream<T> | undefined;
    let failure: unknown;
    try {
      let isUsed = false;
      const headers = id ? { 'last-event-id': id } : {};
      stream = await connect({
        get headers() {
          isUsed = true;
          return headers;
        },
        ...(signal && { signal }),
      });
      // Without the header the server would send the same events again and again.
      if (!isUsed) {
        stream.controller.abort();
        throw new SDKError('The function must pass its options to the method');
      }
      for await (const value of stream) {
        failures = 0;
        yield value;
      }
    } catch (thrown) {
      failure = thrown;
    }
    id = stream?.progress.id ?? id;
    const retry = stream?.progress.retry;
    asked = retry !== undefined && retry <= LONGEST_ASKED ? retry : asked;
    if (signal?.aborted || stream?.progress.isDone || (!failure && !endless)) {
      return;
    }
    if (failure && !(id && isTemporary(failure))) {
      throw failure;
    }
    if (failures >= maxReconnects) {
      throw failure ?? new SDKError(`The server closed the stream ${failures + 1} times without an event`);
    }
    const wait = Math.min((asked ?? delay) * 2 ** failures, Math.max(LONGEST, asked ?? 0));
    // An abort ends the stream without an error, as in a loop over a stream.
    await sleep(wait, signal).catch(() => undefined);
    if (signal?.aborted) {
      return;
    }
  }
}

/** The connection failed, or the server or a proxy in front of it is restarting. */
const isTemporary = (failure: unknown): boolean =>
  failure instanceof APIConnectionError || (failure instanceof APIError && (failure.status ?? 0) >= 500);
