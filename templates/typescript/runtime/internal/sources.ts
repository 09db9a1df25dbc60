/**
 * The streams in a body: they must not end the process when they fail, nor stay open when nobody reads them.
 */
import type { RequestOptions } from './request-options.ts';
import type { Attempt } from './attempt.ts';
import { isStream } from './is-stream.ts';
import { isRecord } from './style.ts';
import { StreamedFile } from './streamed-file.ts';

/** What is used of streams, those of Node and those of the web, and of generators. */
interface Closable {
  readonly on?: (event: string, listener: () => void) => unknown;
  readonly destroy?: () => unknown;
  readonly cancel?: () => unknown;
  readonly return?: () => unknown;
}

/** Listens for failures of a stream of Node, which would end the process while nobody reads it. */
export function watch(source: unknown): void {
  const { on }: Closable = Object(source);
  if (isSource(source) && typeof on === 'function') {
    on.call(source, 'error', () => undefined);
  }
}

/** Watches every stream in the body of a call, at once. */
export function watchBody<T extends RequestOptions>(options: T): T {
  eachSource(options.body, watch);
  return options;
}

/** Lets go of every stream in a body when the attempt that would read it is over. */
export function holdSources(body: unknown, attempt: Attempt | undefined): void {
  attempt?.hold(() => eachSource(body, close));
}

/** Whether a value is read piece by piece. */
export function isSource(value: unknown): value is ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> {
  return isStream(value) || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);
}

/** Closes a stream that is not read to its end; one that is does not mind. */
export function close(source: unknown): void {
  const { destroy, cancel, return: end }: Closable = Object(source);
  // Somebody who is reading a stream of the web ends it: it cannot be cancelled then.
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
