import { isUploadable, toFile } from '../uploads.ts';
import { toStream } from './chunks.ts';
import type { EncodedBody, RequestOptions } from './request-options.ts';
import { StreamedFile, supportsRequestStreams } from './streamed-file.ts';

/** Options that send the body as it is: bytes, text, a file or a stream. */
export function binaryRequestOptions(
  options: RequestOptions,
  contentType = 'application/octet-stream',
): RequestOptions {
  return { ...options, __encode: (body) => encodeBinary(body, contentType) };
}

async function encodeBinary(body: unknown, contentType: string): Promise<EncodedBody> {
  const headers = { 'content-type': contentType };
  const file = isUploadable(body) ? await toFile(body) : body;
  if (file instanceof StreamedFile) {
    return supportsRequestStreams()
      ? { body: file.stream(), headers, once: true }
      : { body: await file.arrayBuffer(), headers, once: true };
  }
  if (file instanceof ReadableStream) {
    return { body: file, headers, once: true };
  }
  if (typeof file === 'object' && file !== null && Symbol.asyncIterator in file) {
    return { body: toStream(file as AsyncIterable<Uint8Array>), headers, once: true };
  }
  return { body: file as EncodedBody['body'], headers };
}
