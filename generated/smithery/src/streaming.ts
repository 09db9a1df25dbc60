/**
 * Streamed responses: server-sent events and JSON lines. A method passes its
 * decoder in the option `stream`, so bundles without streams do not contain this.
 */
import { APIConnectionError, APIError, APIParseError, SDKError } from './error.ts';
import type { Attempt } from './internal/attempt.ts';
import { readChunks, toStream } from './internal/chunks.ts';
import { parseJSON, stringifyJSON } from './internal/json.ts';
import { readLines } from './internal/lines.ts';
import type { StreamDecoder } from './internal/request-options.ts';

export { reconnecting, type ReconnectSettings, type ResumeOptions } from './internal/reconnect.ts';

/** An event as the server sent it. */
export interface ServerSentEvent {
  /** Type of the event; `null` if the server sent none. */
  readonly event: string | null;
  /** The data lines, joined by line feeds. */
  readonly data: string;
  /** The last event ID that the server sent. */
  readonly id: string | null;
  /** Reconnection time in milliseconds, as sent by the server. */
  readonly retry: number | null;
}

/** How to handle matching events. The first matching rule applies. */
export interface EventRule {
  /** The data starts with this text. */
  readonly data?: string;
  /** The event has this type, or one of these types; `null` matches events without a type. */
  readonly event?: string | null | readonly (string | null)[];
  /** `done` ends the stream, `yield` yields the data, `error` throws it, `skip` ignores the event. */
  readonly handle: 'done' | 'yield' | 'error' | 'skip';
  /** Yields the data as text; overrides `EventStreamSettings.data`. */
  readonly isText?: boolean;
  /** Throws instead of yielding if the JSON data has this property. */
  readonly errorProperty?: string;
}

/** How events are converted to values. */
export interface EventStreamSettings {
  /** `text` yields the data as text, `json` parses it, `event` yields the whole event. */
  readonly data?: 'text' | 'json' | 'event';
  /** Without rules every event is yielded. With rules, events that match no rule are ignored. */
  readonly rules?: readonly EventRule[];
}

/** What is known of an event stream so far. */
export interface EventProgress {
  /** ID of the last event that was read; not set if the server sent none. */
  id?: string | null;
  /** Delay before a reconnection in milliseconds, as sent by the server. */
  retry?: number;
  /** The server said that the stream is complete: by an event that ends it, or with status 204. */
  isDone?: boolean;
}

/** A stream of values. It can only be read once; breaking out of the loop cancels the request. */
export class Stream<T> implements AsyncIterable<T> {
  /** Aborting it cancels the request and ends the loop without an error. */
  readonly controller: AbortController;
  /** For streams of server-sent events. */
  readonly progress: Readonly<EventProgress>;
  readonly #iterate: () => AsyncGenerator<T, void, undefined>;
  #started = false;

  constructor(
    iterate: () => AsyncGenerator<T, void, undefined>,
    controller: AbortController,
    progress: EventProgress = {},
  ) {
    this.#iterate = iterate;
    this.controller = controller;
    this.progress = progress;
  }

  /** Reads a stream created by `toReadableStream()`, for example in another process. */
  static fromReadableStream<T>(readable: ReadableStream<Uint8Array>, controller: AbortController): Stream<T> {
    return new Stream(() => parseLines<T>(readLines(readChunks(readable), 'lf')), controller);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    if (this.#started) {
      throw new SDKError('A stream can only be read once; see tee()');
    }
    this.#started = true;
    let finished = false;
    try {
      yield* this.#iterate();
      finished = true;
    } finally {
      if (!finished) {
        this.controller.abort();
      }
    }
  }

  /** Two streams with the same values. Values that only one stream has read are kept in memory. */
  tee(): [Stream<T>, Stream<T>] {
    const source = this[Symbol.asyncIterator]();
    const queues: [Promise<IteratorResult<T, void>>[], Promise<IteratorResult<T, void>>[]] = [[], []];
    let left = 0;
    const branch = (own: Promise<IteratorResult<T, void>>[]): Stream<T> => {
      const controller = new AbortController();
      // The request is cancelled when both streams are closed.
      controller.signal.addEventListener('abort', () => ++left === 2 && this.controller.abort());
      return new Stream(async function* () {
        for (;;) {
          if (!own.length) {
            const next = source.next();
            // The other stream may never read the error.
            next.catch(() => undefined);
            queues[0].push(next);
            queues[1].push(next);
          }
          const result = await own.shift();
          if (!result || result.done) {
            return;
          }
          yield result.value;
        }
      }, controller);
    };
    return [branch(queues[0]), branch(queues[1])];
  }

  /** The values as lines of JSON, for forwarding. */
  toReadableStream(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    const values = this[Symbol.asyncIterator]();
    return toStream(
      (async function* () {
        for await (const value of values) {
          yield encoder.encode(`${stringifyJSON(value)}\n`);
        }
      })(),
    );
  }
}

/** Decoder for `text/event-stream` that yields the data as text. */
export function eventStream(response: Response, attempt: Attempt): Stream<string> {
  return decodeEvents<string>({}, response, attempt);
}

/** Decoder for `text/event-stream` that yields the data parsed as JSON. */
export function jsonEventStream<T>(response: Response, attempt: Attempt): Stream<T> {
  return decodeEvents<T>({ data: 'json' }, response, attempt);
}

/** Creates a decoder for `text/event-stream` with the rules of an API. */
export function eventStreamWith<T>(settings: EventStreamSettings): StreamDecoder<Stream<T>> {
  return (response, attempt) => decodeEvents<T>(settings, response, attempt);
}

/** Decoder for lines of JSON (`application/jsonl`, `application/x-ndjson`). */
export function jsonLines<T>(response: Response, attempt: Attempt): Stream<T> {
  return new Stream(
    () => guard(attempt, parseLines<T>(readLines(readBody(response), 'lf'), response)),
    attempt.controller,
  );
}

/**
 * Parses server-sent events (WHATWG HTML section 9.2.6). An incomplete event at
 * the end of the stream is ignored. An event with a type but no data is only used by rules.
 */
export async function* parseEvents(
  lines: AsyncIterable<string>,
  progress: EventProgress = {},
  bare = false,
): AsyncGenerator<ServerSentEvent & { readonly [BARE]?: true }, void, undefined> {
  let event: string | null = null;
  let data: string[] = [];
  let id: string | null = null;
  let retry: number | null = null;
  for await (const line of lines) {
    if (line === '') {
      progress.id = id;
      if (data.length) {
        yield { event, data: data.join('\n'), id, retry };
      } else if (event !== null && bare) {
        yield { event, data: '', id, retry, [BARE]: true };
      }
      event = null;
      data = [];
      retry = null;
      continue;
    }
    const field = line.replace(/:.*/s, '');
    const value = line.slice(field.length + 1).replace(/^ /, '');
    if (field === 'data') {
      data.push(value);
    } else if (field === 'event') {
      event = value;
    } else if (field === 'id' && !value.includes('\0')) {
      id = value;
    } else if (field === 'retry' && /^\d+$/.test(value)) {
      retry = progress.retry = Number(value);
    }
  }
}

function decodeEvents<T>(settings: EventStreamSettings, response: Response, attempt: Attempt): Stream<T> {
  // 204 tells event sources to stop reconnecting (WHATWG HTML section 9.2.3).
  const progress: EventProgress = { isDone: response.status === 204 };
  return new Stream(
    () => guard(attempt, applyRules<T>(settings, response, progress)),
    attempt.controller,
    progress,
  );
}

async function* applyRules<T>(
  { data: form = 'text', rules }: EventStreamSettings,
  response: Response,
  progress: EventProgress,
): AsyncGenerator<T, void, undefined> {
  if (progress.isDone) {
    return;
  }
  let hasEvents = false;
  // An empty line ends an event, so the line reader must not add one at the end of the stream.
  for await (const event of parseEvents(readLines(readBody(response)), progress, !!rules)) {
    hasEvents = true;
    const rule = rules
      ? rules.find((candidate) => matches(candidate, event))
      : form === 'json' && event.data === '[DONE]'
        ? DONE
        : YIELD;
    switch (rule?.handle) {
      case 'done':
        progress.isDone = true;
        return;
      case 'error':
        throw streamError(tryJSON(event.data), event.data, response);
      case 'yield': {
        if (event[BARE]) {
          break;
        }
        const { data } = event;
        const value =
          rule.isText || form === 'text' ? data : form === 'json' ? parseData(data, response) : event;
        const failure = propertyOf(value, rule.errorProperty);
        if (failure) {
          throw streamError(failure, undefined, response);
        }
        // The API document declares the shape; events are not validated.
        yield value as T;
        break;
      }
      default:
        break;
    }
  }
  // Other media types are accepted, but an HTML login page must not look like a stream without events.
  const type = response.headers.get('content-type');
  if (!hasEvents && type && !/event-stream/i.test(type)) {
    throw new SDKError(`Expected an event stream, got ${type}`);
  }
}

/** Events without any data line. */
const BARE: unique symbol = /* @__PURE__ */ Symbol('bare');

// `[DONE]`, the usual end marker, is not JSON. APIs with rules declare their own marker.
const DONE: EventRule = { handle: 'done' };

const YIELD: EventRule = { handle: 'yield' };

function matches({ data = '', event }: EventRule, received: ServerSentEvent): boolean {
  return received.data.startsWith(data) && (event === undefined || [event].flat().includes(received.event));
}

async function* parseLines<T>(
  lines: AsyncIterable<string>,
  response?: Response,
): AsyncGenerator<T, void, undefined> {
  for await (const line of lines) {
    if (line.trim()) {
      yield parseData(line, response) as T;
    }
  }
}

// Converts connection failures to errors of the client; an abort ends the loop.
async function* guard<T>(attempt: Attempt, values: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  try {
    yield* values;
  } catch (cause) {
    if (attempt.controller.signal.aborted) {
      return;
    }
    const error = cause instanceof SDKError ? cause : new APIConnectionError({ cause });
    throw attempt.describe?.(error) ?? error;
  } finally {
    attempt.release();
  }
}

function readBody(response: Response): AsyncIterable<Uint8Array> {
  if (!response.body) {
    throw new SDKError('The response has no body');
  }
  return readChunks(response.body);
}

function parseData(text: string, response: Response | undefined): unknown {
  try {
    return parseJSON(text);
  } catch (cause) {
    throw new APIParseError(response ?? new Response(), text, cause);
  }
}

function tryJSON(text: string): unknown {
  try {
    return parseJSON(text);
  } catch {
    return undefined;
  }
}

function propertyOf(value: unknown, name: string | undefined): unknown {
  return name !== undefined && value instanceof Object && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function streamError(error: unknown, text: string | undefined, response: Response): APIError {
  return new APIError(undefined, error, text, response.headers);
}
