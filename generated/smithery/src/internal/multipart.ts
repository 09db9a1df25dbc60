/**
 * `multipart/form-data` (RFC 7578). Encoded here instead of by `FormData`, so
 * that parts keep their order, parts that are not files can have a media type,
 * and files are streamed from disk.
 */
import { SDKError } from '../error.ts';
import { isUploadable, toFile, type Uploadable } from '../uploads.ts';
import type { Attempt } from './attempt.ts';
import { readChunks, toStream } from './chunks.ts';
import { stringifyJSON } from './json.ts';
import { randomID } from './random.ts';
import type { EncodedBody, RequestOptions } from './request-options.ts';
import type { QueryDefaults } from './query.ts';
import { holdSources, isSource, watchBody } from './sources.ts';
import { StreamedFile, supportsRequestStreams, transferInit } from './streamed-file.ts';
import { isRecord, scalar } from './style.ts';

/** How the part of a property is encoded (OpenAPI 3.1.1 section 4.8.15). */
export interface PartEncoding {
  /**
   * Media type, or a list of allowed media types, which may contain `image/*`. A file keeps its own type if
   * that type is allowed. With a JSON type, a value that is not a file is sent as one JSON part.
   */
  readonly contentType?: string;
  /** Whether the items of a list are sent as `name` or as `name[]`. Default: the client's `formLists`. */
  readonly repeat?: boolean;
}

/** Encodings by property name. */
export type PartEncodings = { readonly [property: string]: PartEncoding };

interface FormSettings {
  readonly encodings: PartEncodings;
  readonly attempt: Attempt | undefined;
  readonly formLists: QueryDefaults['formLists'] | undefined;
}

interface Part {
  readonly name: string;
  readonly value: string | Blob;
  readonly type?: string | undefined;
}

/** Options that send the body as `multipart/form-data`. */
export function multipartFormRequestOptions(
  options: RequestOptions,
  encodings: PartEncodings = {},
): RequestOptions {
  return {
    ...watchBody(options),
    __encode: (body, { formLists }, attempt) => encodeMultipart(body, { encodings, attempt, formLists }),
  };
}

/** Options that send the body as `multipart/form-data` if it contains a file, else as JSON. */
export function maybeMultipartFormRequestOptions(
  options: RequestOptions,
  encodings: PartEncodings = {},
): RequestOptions {
  return hasFile(options.body) ? multipartFormRequestOptions(options, encodings) : options;
}

function hasFile(value: unknown): boolean {
  if (
    value instanceof FormData ||
    value instanceof Promise ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  ) {
    return true;
  }
  return (
    isUploadable(value) ||
    isSource(value) ||
    ((Array.isArray(value) || isRecord(value)) && Object.values(value).some(hasFile))
  );
}

async function encodeMultipart(
  body: unknown,
  { encodings, attempt, formLists }: FormSettings,
): Promise<EncodedBody> {
  holdSources(body, attempt);
  if (body instanceof FormData) {
    return { body };
  }
  const parts: Part[] = [];
  for (const [name, value] of Object.entries(isRecord(body) ? body : { body })) {
    const encoding = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
    await addParts(parts, name, value, { repeat: formLists !== 'brackets', ...encoding });
  }
  // Fields come before files, for servers that read the form as a stream.
  parts.sort((a, b) => Number(a.value instanceof Blob) - Number(b.value instanceof Blob));
  const boundary = `form-${randomID()}`;
  const pieces = parts.flatMap((part) => [headOf(part, boundary), part.value, '\r\n']);
  pieces.push(`--${boundary}--\r\n`);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  if (!pieces.some((piece) => piece instanceof StreamedFile)) {
    // A blob of blobs has a length, keeps files on disk and can be sent again.
    const form = new Blob(pieces);
    return { body: form, headers, init: transferInit(form) };
  }
  const stream = toStream(bytesOf(pieces), attempt);
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
      `A form cannot contain null (property ${name}); omit the property or send the string 'null'`,
    );
  }
  const allowed = type?.split(/\s*,\s*/) ?? [];
  const json = allowed.find((one) => /[/+]json\b/i.test(one));
  if (isUploadable(value)) {
    const file = await fileOf(value);
    parts.push({ name, value: file, type: typeOf(file, allowed) });
  } else if (isSource(value) || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    parts.push({ name, value: await toFile(value as BlobPart, name), type: typeOf(undefined, allowed) });
  } else if (json) {
    parts.push({ name, value: stringifyJSON(value), type: json });
  } else if (Array.isArray(value)) {
    for (const item of value) {
      await addParts(parts, repeat || name.endsWith('[]') ? name : `${name}[]`, item, encoding);
    }
  } else if (value instanceof Promise) {
    await addParts(parts, name, await value, encoding);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      await addParts(parts, `${name}[${key}]`, item, encoding);
    }
  } else {
    parts.push({ name, value: scalar(value, name), type: typeOf(undefined, allowed) });
  }
}

// The file's own type if it is allowed, else the first allowed type that is not a pattern.
function typeOf(file: Blob | undefined, allowed: readonly string[]): string | undefined {
  const own = file?.type.split(';')[0];
  const isAllowed = allowed.some(
    (one) => one === own || (one.endsWith('*') && own && own.startsWith(one.slice(0, -1).replace('*/', ''))),
  );
  return isAllowed ? file?.type : allowed.find((one) => !one.includes('*'));
}

async function fileOf(value: Uploadable): Promise<Blob> {
  return value instanceof StreamedFile ? value : toFile(value);
}

function headOf({ name, value, type }: Part, boundary: string): string {
  const file =
    value instanceof Blob ? `; filename="${quote('name' in value ? String(value.name) : 'blob')}"` : '';
  const media = type ?? (value instanceof Blob ? value.type || 'application/octet-stream' : undefined);
  const typed = media ? `\r\nContent-Type: ${media.replace(/[\r\n]/g, '')}` : '';
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"${file}${typed}\r\n\r\n`;
}

// Line breaks and quotes would end the header (WHATWG HTML section 4.10.21.8).
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
