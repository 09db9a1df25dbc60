import { isUploadable, toFile } from '../uploads.ts';
import { readChunks, toStream } from './chunks.ts';
import type { EncodedBody, RequestOptions } from './request-options.ts';
import { StreamedFile, supportsRequestStreams, transferInit } from './streamed-file.ts';

/** Options that send the body as it is: bytes, text, a file or a stream. Without a `contentType` a file tells its own. */
export function binaryRequestOptions(options: RequestOptions, contentType?: string): RequestOptions {
  return { ...options, __encode: (body, _defaults, signal) => encodeBinary(body, contentType, signal) };
}

async function encodeBinary(
  body: unknown,
  contentType: string | undefined,
  signal?: AbortSignal,
): Promise<EncodedBody> {
  const file = isUploadable(body) ? await toFile(body) : body;
  const headers = {
    'content-type': contentType ?? ((file instanceof Blob && file.type) || 'application/octet-stream'),
  };
  if (file instanceof StreamedFile && !supportsRequestStreams()) {
    return { body: await file.arrayBuffer(), headers, once: true };
  }
  const stream = streamOf(file, signal);
  if (stream) {
    return { body: stream, headers, once: true, init: transferInit(stream) };
  }
  return {
    body: file as EncodedBody['body'],
    headers,
    ...(file instanceof Blob && { init: transferInit(file) }),
  };
}

function streamOf(file: unknown, signal: AbortSignal | undefined): ReadableStream | undefined {
  if (file instanceof StreamedFile) {
    return toStream(readChunks(file.stream()), signal);
  }
  if (file instanceof ReadableStream) {
    return file;
  }
  return typeof file === 'object' && file !== null && Symbol.asyncIterator in file
    ? toStream(file as AsyncIterable<Uint8Array>, signal)
    : undefined;
}
