/** A body that is read as a whole, up to a number of bytes. */
import { SDKError } from '../error.ts';

/** The text of a body; an error with the message where there are more bytes, after decompression. */
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
        // What throws here ends both sides.
        throw new SDKError(message);
      }
      controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counter)).text();
}
