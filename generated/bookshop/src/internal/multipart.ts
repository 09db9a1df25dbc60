/**
 * `multipart/form-data` (RFC 7578), written here rather than by `FormData` so
 * that parts keep their order, may have a type without being files, and files
 * are streamed from disk.
 */
import { SDKError } from '../error.ts';
import { isUploadable, toFile, type Uploadable } from '../uploads.ts';
import { readChunks, toStream } from './chunks.ts';
import { randomID } from './random.ts';
import type { EncodedBody, RequestOptions } from './request-options.ts';
import { StreamedFile, supportsRequestStreams, transferInit } from './streamed-file.ts';
import { isRecord, scalar } from './style.ts';

/** How the part of one property is written. */
export interface PartEncoding {
  /** Media type; a JSON type writes the value as one JSON part. */
  readonly contentType?: string;
  /** A list is repeated under its own name, without `[]`. */
  readonly repeat?: boolean;
}

/** Encodings by property name. */
export type PartEncodings = { readonly [property: string]: PartEncoding };

interface Part {
  readonly name: string;
  readonly value: string | Blob;
  readonly type?: string | undefined;
}

/** Options that send the body as a multipart form. */
export function multipartFormRequestOptions(
  options: RequestOptions,
  encodings: PartEncodings = {},
): RequestOptions {
  return { ...options, __encode: (body, _defaults, signal) => encodeMultipart(body, encodings, signal) };
}

async function encodeMultipart(
  body: unknown,
  encodings: PartEncodings,
  signal?: AbortSignal,
): Promise<EncodedBody> {
  if (body instanceof FormData) {
    return { body };
  }
  const parts: Part[] = [];
  for (const [name, value] of Object.entries(isRecord(body) ? body : { body })) {
    await addParts(parts, name, value, (Object.hasOwn(encodings, name) && encodings[name]) || {});
  }
  const boundary = `form-${randomID()}`;
  const pieces = parts.flatMap((part) => [headOf(part, boundary), part.value, '\r\n']);
  pieces.push(`--${boundary}--\r\n`);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  if (!pieces.some((piece) => piece instanceof StreamedFile)) {
    // A blob of blobs knows its length, leaves files on disk, and can be sent again.
    const form = new Blob(pieces);
    return { body: form, headers, init: transferInit(form) };
  }
  const stream = toStream(bytesOf(pieces), signal);
  return supportsRequestStreams()
    ? { body: stream, headers, once: true, init: transferInit(stream) }
    : { body: await new Response(stream).blob(), headers, once: true };
}

async function addParts(parts: Part[], name: string, value: unknown, encoding: PartEncoding): Promise<void> {
  const { contentType: type, repeat } = encoding;
  if (value === undefined) {
    return;
  }
  if (value === null) {
    throw new SDKError(
      `A form cannot carry null (property ${name}); leave the property out, or send the text 'null'`,
    );
  }
  if (isUploadable(value)) {
    parts.push({ name, value: await fileOf(value), type });
  } else if (type && /[/+]json\b/i.test(type)) {
    parts.push({ name, value: JSON.stringify(value), type });
  } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    parts.push({ name, value: await toFile(value as BlobPart, name), type });
  } else if (Array.isArray(value)) {
    for (const item of value) {
      await addParts(parts, repeat ? name : `${name}[]`, item, encoding);
    }
  } else if (value instanceof Promise) {
    await addParts(parts, name, await value, encoding);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      await addParts(parts, `${name}[${key}]`, item, encoding);
    }
  } else {
    parts.push({ name, value: scalar(value, name), type });
  }
}

async function fileOf(value: Uploadable): Promise<Blob> {
  return value instanceof StreamedFile ? value : toFile(value);
}

function headOf({ name, value, type }: Part, boundary: string): string {
  const file =
    value instanceof Blob ? `; filename="${quote('name' in value ? String(value.name) : 'blob')}"` : '';
  const media = type ?? (value instanceof Blob ? value.type || 'application/octet-stream' : undefined);
  const typed = media ? `\r\ncontent-type: ${media.replace(/[\r\n]/g, '')}` : '';
  return `--${boundary}\r\ncontent-disposition: form-data; name="${quote(name)}"${file}${typed}\r\n\r\n`;
}

// WHATWG HTML section 4.10.21.8: line breaks and quotes would end the header.
function quote(text: string): string {
  return text.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

async function* bytesOf(pieces: readonly (string | Blob)[]): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      yield encoder.encode(piece);
    } else {
      yield* readChunks(piece.stream());
    }
  }
}
