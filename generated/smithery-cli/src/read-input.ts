/** Reads input that may be endless: a pipe, a device or standard input. */
import { UsageError } from './exit.ts';

/** Files of any size can be sent with `@path`. */
const MOST_BYTES = 200_000_000;

/** `what` names the input in the message. */
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
