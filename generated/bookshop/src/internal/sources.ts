/**
 * Handles the streams in a body: an error must not terminate the process, and unread streams are closed.
 */
import type { RequestOptions } from './request-options.ts';
import type { Attempt } from './attempt.ts';
import { isStream } from './is-stream.ts';
import { isRecord } from './style.ts';
import { StreamedFile } from './streamed-file.ts';

/** The methods used of Node streams, web streams and generators. */
interface Closable {
  readonly on?: (event: string, listener: () => void) => unknown;
  readonly destroy?: () => unknown;
  readonly cancel?: () => unknown;
  readonly return?: () => unknown;
}

/** Adds an error listener to a Node stream; an error without a listener would terminate the process. */
export function watch(source: unknown): void {
  const { on }: Closable = Object(source);
  if (isSource(source) && typeof on === 'function') {
    on.call(source, 'error', () => undefined);
  }
}

/** Adds error listeners to all streams in a body. */
export function watchBody<T extends RequestOptions>(options: T): T {
  eachSource(options.body, watch);
  return options;
}

/** Closes all streams in a body when the attempt ends. */
export function holdSources(body: unknown, attempt: Attempt | undefined): void {
  attempt?.hold(() => eachSource(body, close));
}

/** Whether a value is a stream or an async iterable. */
export function isSource(value: unknown): value is ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> {
  return isStream(value) || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);
}

/** Closes a stream. Has no effect on a stream that was read to its end. */
export function close(source: unknown): void {
  const { destroy, cancel, return: end }: Closable = Object(source);
  // Rejects if a reader has locked a web stream; that reader closes it.
  Promise.resolve((destroy ?? cancel ?? end)?.call(source)).catch(() => undefined);
}

function eachSource(value: unknown, visit: (source: unknown) => void): void {
  if (value instanceof StreamedFile) {
    visit(value.source);
  } else if (value instanceof Response) {
    visit(value.body);
  } else if (isSource(value)) {
    visit(value);
  } else if (Array.isArray(value) || isRecord(value)) {
    Object.values(value).forEach((item) => eachSource(item, visit));
  }
}
