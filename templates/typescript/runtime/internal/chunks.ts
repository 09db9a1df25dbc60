import { SDKError } from '../error.ts';
import type { Attempt } from './attempt.ts';

/**
 * The chunks of a stream, in every runtime (Safari cannot iterate over a
 * `ReadableStream`). Leaving the loop cancels the stream.
 */
export async function* readChunks<T>(stream: ReadableStream<T>): AsyncGenerator<T, void, undefined> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        finished = true;
        return;
      }
      yield value;
    }
  } finally {
    if (!finished) {
      // The stream may already have failed; then there is nothing left to cancel.
      reader.cancel().catch(() => undefined);
    }
    reader.releaseLock();
  }
}

/**
 * A stream that pulls from an iterable as fast as it is read, and closes it
 * when cancelled. As the body of a request it ends with the attempt, and a
 * failure of the source is one of the attempt.
 */
export function toStream<T>(source: AsyncIterable<T> | Iterable<T>, attempt?: Attempt): ReadableStream<T> {
  const iterator = iterate(source);
  return new ReadableStream<T>(
    {
      start(controller): void {
        // Not every fetch cancels the body of a request that is aborted.
        attempt?.hold(() => {
          controller.error(new SDKError('The request is over'));
          iterator.return().catch(() => undefined);
        });
      },
      async pull(controller): Promise<void> {
        try {
          const { done, value } = await iterator.next();
          if (done) {
            controller.close();
          } else {
            controller.enqueue(value);
          }
        } catch (cause) {
          // Not every fetch tells why a body failed.
          attempt?.fail(
            cause instanceof SDKError ? cause : new SDKError('The body to send cannot be read', { cause }),
          );
          throw cause;
        }
      },
      async cancel(): Promise<void> {
        await iterator.return();
      },
    },
    // Nothing is read ahead of the consumer.
    { highWaterMark: 0 },
  );
}

async function* iterate<T>(source: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* source;
}
