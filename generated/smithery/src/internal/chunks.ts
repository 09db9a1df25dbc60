import { SDKError } from '../error.ts';
import type { Attempt } from './attempt.ts';

/**
 * Iterates over the chunks of a stream, also in Safari, where a `ReadableStream`
 * is not iterable. Breaking out of the loop cancels the stream.
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
      // Fails if the stream has already failed, and then there is nothing to cancel.
      reader.cancel().catch(() => undefined);
    }
    reader.releaseLock();
  }
}

/**
 * A stream that reads from an iterable on demand, and closes it when cancelled.
 * With an attempt, the stream ends with the attempt, and an error of the source
 * aborts the attempt.
 */
export function toStream<T>(source: AsyncIterable<T> | Iterable<T>, attempt?: Attempt): ReadableStream<T> {
  const iterator = iterate(source);
  return new ReadableStream<T>(
    {
      start(controller): void {
        // Some fetch implementations do not cancel the body of an aborted request.
        attempt?.hold(() => {
          controller.error(new SDKError('The request has ended'));
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
          // Some fetch implementations do not report why a body failed.
          attempt?.fail(
            cause instanceof SDKError ? cause : new SDKError('The request body could not be read', { cause }),
          );
          throw cause;
        }
      },
      async cancel(): Promise<void> {
        await iterator.return();
      },
    },
    // Do not read ahead of the consumer.
    { highWaterMark: 0 },
  );
}

async function* iterate<T>(source: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* source;
}
