/** Files to upload: what counts as one, and how other values become one. */
import { SDKError } from './error.ts';
import { readChunks } from './internal/chunks.ts';
import { StreamedFile, supportsRequestStreams } from './internal/streamed-file.ts';

/** An `fs.ReadStream` of Node, described by what is used of it. */
export interface ReadStreamLike extends AsyncIterable<Uint8Array | string> {
  readonly path: string | { toString(): string };
}

/** A file to upload: `File`, `fs.ReadStream`, the `Response` of a download, or a file of Bun. */
export type Uploadable = File | Blob | Response | ReadStreamLike;

/** A body that is sent as it is: bytes, text, a file or a stream. */
export type RawBody =
  | Uploadable
  | string
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** Bytes or text, as one piece or as an (async) sequence of pieces. */
export type ToFileInput =
  | Uploadable
  | BlobPart
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Iterable<BlobPart>;

/** What to record about a file. */
export interface FileOptions {
  /** Media type, taken from the source when absent. */
  readonly type?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly lastModified?: number | undefined;
}

/**
 * Makes a file of bytes, text, a blob, a response, a stream, an (async)
 * iterable of pieces, or a promise of one of them. Streams are not read
 * here: an upload reads them as it sends them, where the runtime allows that.
 *
 * @param name file name; else that of the source, else `unknown_file`
 */
export async function toFile(
  value: ToFileInput | PromiseLike<ToFileInput>,
  name?: string | null,
  options: FileOptions = {},
): Promise<File> {
  const source = await value;
  if (source instanceof File && !name && options.type === undefined && options.lastModified === undefined) {
    return source;
  }
  const fileName = name || nameOf(source) || 'unknown_file';
  const type = options.type ?? typeOf(source);
  const bag: FilePropertyBag = {
    ...(type ? { type } : {}),
    ...(options.lastModified === undefined ? {} : { lastModified: options.lastModified }),
  };
  if (source instanceof StreamedFile) {
    return fromStream(readChunks(source.stream()), fileName, bag);
  }
  if (source instanceof Response) {
    if (source.bodyUsed) {
      throw new SDKError('The response to upload has already been read');
    }
    return source.body ? fromStream(readChunks(source.body), fileName, bag) : new File([], fileName, bag);
  }
  if (
    typeof source === 'string' ||
    source instanceof Blob ||
    source instanceof ArrayBuffer ||
    ArrayBuffer.isView(source)
  ) {
    return new File([source], fileName, bag);
  }
  if (source instanceof ReadableStream) {
    return fromStream(readChunks(source), fileName, bag);
  }
  return Symbol.asyncIterator in source
    ? fromStream(source, fileName, bag)
    : new File([...source], fileName, bag);
}

/** Whether a value is sent as a file, not as data. */
export function isUploadable(value: unknown): value is Uploadable {
  return value instanceof Blob || value instanceof Response || isReadStream(value);
}

function isReadStream(value: unknown): value is ReadStreamLike {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'path' in value;
}

async function fromStream(
  source: AsyncIterable<Uint8Array | string>,
  name: string,
  bag: FilePropertyBag,
): Promise<File> {
  const file = new StreamedFile(source, name, bag);
  return supportsRequestStreams() ? file : new File([await file.arrayBuffer()], name, bag);
}

function nameOf(source: ToFileInput): string | undefined {
  const path =
    source instanceof Response
      ? decode(new URL(source.url || 'file:').pathname)
      : typeof source === 'object' && 'name' in source && typeof source.name === 'string'
        ? source.name
        : isReadStream(source)
          ? String(source.path)
          : undefined;
  return path?.split(/[\\/]/).pop() || undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A path may hold a percent sign that encodes nothing.
    return path;
  }
}

function typeOf(source: ToFileInput): string | undefined {
  return source instanceof Response
    ? (source.headers.get('content-type') ?? undefined)
    : source instanceof Blob
      ? source.type
      : undefined;
}
