import { isUploadable, toFile } from '../uploads.ts';
import type { Attempt } from './attempt.ts';
import { readChunks, toStream } from './chunks.ts';
import { SDKError } from '../error.ts';
import { isStream } from './is-stream.ts';
import type { EncodedBody, RequestOptions } from './request-options.ts';
import { holdSources, isSource, watchBody } from './sources.ts';
import { StreamedFile, supportsRequestStreams, transferInit } from './streamed-file.ts';

/**
 * Options that send the body unchanged: bytes, text, a file or a stream. If `contentType` is missing or a
 * list, the type of the file is used.
 */
export function binaryRequestOptions(
  options: RequestOptions,
  contentType?: string | readonly string[],
): RequestOptions {
  return {
    ...watchBody(options),
    __encode: (body, _defaults, attempt) => encodeBinary(body, contentType, attempt),
  };
}

async function encodeBinary(
  body: unknown,
  contentType: string | readonly string[] | undefined,
  attempt?: Attempt,
): Promise<EncodedBody> {
  holdSources(body, attempt);
  const file = isUploadable(body) ? await toFile(body) : body;
  if (isPlain(file)) {
    // fetch would convert it to the string `[object Object]`.
    throw new SDKError('The body must be a string, bytes, a file or a stream');
  }
  const own = file instanceof Blob ? file.type : '';
  const allowed = typeof contentType === 'string' ? [contentType] : contentType;
  const fitting = allowed ? (allowed.find((one) => one === own) ?? allowed[0]) : own;
  const headers = { 'content-type': fitting || 'application/octet-stream' };
  if (file instanceof StreamedFile && !supportsRequestStreams()) {
    return { body: await file.arrayBuffer(), headers, once: true };
  }
  const stream = streamOf(file, attempt);
  if (stream) {
    return { body: stream, headers, once: true, init: transferInit(stream) };
  }
  return {
    body: file as EncodedBody['body'],
    headers,
    ...(file instanceof Blob && { init: transferInit(file) }),
  };
}

function isPlain(value: unknown): boolean {
  return (
    Array.isArray(value) ||
    (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value)))
  );
}

function streamOf(file: unknown, attempt: Attempt | undefined): ReadableStream | undefined {
  const source = file instanceof StreamedFile ? file.stream() : file;
  return isSource(source) ? toStream(isStream(source) ? readChunks(source) : source, attempt) : undefined;
}
