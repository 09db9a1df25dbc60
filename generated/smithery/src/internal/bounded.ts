/** Reads a whole body with a size limit. */
import { SDKError } from '../error.ts';

/** The text of a body; throws an error with `message` if it is longer than the limit after decompression. */
export function readAtMost(
  limit: number,
  body: ReadableStream<Uint8Array>,
  message: string,
): Promise<string> {
  let left = limit;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller): void {
      left -= chunk.length;
      if (left < 0) {
        // An error here cancels the readable and the writable side.
        throw new SDKError(message);
      }
      controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counter)).text();
}
