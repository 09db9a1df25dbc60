/** Input that may have no end: a pipe, a device, the standard input. */
import { UsageError } from './exit.ts';

/** A file of any size is sent with @path. */
const MOST_BYTES = 200_000_000;

/** `what` is for the message. */
export async function readInput(stream: AsyncIterable<unknown>, what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BYTES) throw new UsageError(`${what} has more than ${MOST_BYTES} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
