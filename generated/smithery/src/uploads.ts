/** Files to upload: accepted values, and conversion of other values to files. */
import { SDKError } from './error.ts';
import { close, isSource, watch } from './internal/sources.ts';
import { type Source, StreamedFile, supportsRequestStreams } from './internal/streamed-file.ts';

/** The members used of an `fs.ReadStream` of Node. */
export interface ReadStreamLike extends AsyncIterable<Uint8Array | string> {
  readonly path: string | { toString(): string };
  readonly fd?: unknown;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly bytesRead?: number;
  readonly flags?: string | number | undefined;
}

/** A file to upload: `File`, `fs.ReadStream`, the `Response` of a download, or a file of Bun. */
export type Uploadable = File | Blob | Response | ReadStreamLike;

/** A body that is sent unchanged: bytes, text, a file or a stream. */
export type RawBody =
  | Uploadable
  | string
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** Bytes or text, or an (async) iterable of bytes or text. */
export type ToFileInput =
  | Uploadable
  | BlobPart
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Iterable<BlobPart>;

/** Properties of a file. */
export interface FileOptions {
  /** Media type. Default: the type of the source. */
  readonly type?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly lastModified?: number | undefined;
}

/**
 * Creates a file from bytes, text, a blob, a response, a stream, an (async)
 * iterable, or a promise of any of them. Streams are read during the upload if
 * the runtime supports that.
 *
 * @param name file name; default: the name of the source, else `unknown_file`
 */
export async function toFile(
  value: ToFileInput | PromiseLike<ToFileInput>,
  name?: string | null,
  options: FileOptions = {},
): Promise<File> {
  // A stream can fail before it is read.
  watch(value);
  if (!globalThis.File) {
    throw new SDKError('File is not available on this platform');
  }
  const source = await value;
  watch(source);
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
    return fromStream(source.source, fileName, bag);
  }
  if (source instanceof Response) {
    if (source.bodyUsed) {
      throw new SDKError('Cannot upload a response whose body was already read');
    }
    if (!source.ok) {
      throw new SDKError(`Cannot upload a response with status ${source.status}`);
    }
    return source.body ? fromStream(source.body, fileName, bag) : new File([], fileName, bag);
  }
  if (
    typeof source === 'string' ||
    source instanceof Blob ||
    source instanceof ArrayBuffer ||
    ArrayBuffer.isView(source)
  ) {
    return new File([source], fileName, bag);
  }
  if (isSource(source)) {
    const blob = isReadStream(source) ? await onDisk(source) : undefined;
    return blob ? new File([blob], fileName, bag) : fromStream(source, fileName, bag);
  }
  if (typeof Object(source)[Symbol.iterator] !== 'function') {
    throw new SDKError(`toFile expects bytes, text, a stream, a Blob or a Response, got ${describe(source)}`);
  }
  return new File([...(source as Iterable<BlobPart>)], fileName, bag);
}

const describe = (value: unknown): string =>
  typeof value === 'object' && value !== null ? 'a plain object' : String(value);

/** Whether a value is sent as a file. */
export function isUploadable(value: unknown): value is Uploadable {
  return value instanceof Blob || value instanceof Response || isReadStream(value);
}

function isReadStream(value: unknown): value is ReadStreamLike {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'path' in value;
}

/**
 * The whole file of a Node stream that was not read yet, because a file has a length and can be sent again.
 * Pipes and devices have no file and stay streams, as do all streams if the runtime cannot open files.
 */
async function onDisk(stream: ReadStreamLike): Promise<Blob | undefined> {
  const { path, fd, start, end = Infinity, bytesRead, flags = 'r' } = stream;
  const { process } = globalThis as {
    readonly process?: { readonly getBuiltinModule?: (name: string) => Files };
  };
  if (start || end !== Infinity || bytesRead || flags !== 'r') {
    return undefined;
  }
  try {
    const fs = process?.getBuiltinModule?.('fs');
    const blob = await fs?.openAsBlob?.(path);
    // The path of a stream of a file descriptor is not reliable.
    if (!blob?.size || (typeof fd === 'number' && fs?.fstatSync(fd).ino !== fs?.statSync(path).ino)) {
      return undefined;
    }
    close(stream);
    return blob;
  } catch {
    // Reading the stream reports the error.
    return undefined;
  }
}

interface Files {
  readonly openAsBlob?: (path: unknown) => Promise<Blob>;
  readonly fstatSync: (fd: number) => { readonly ino: number };
  readonly statSync: (path: unknown) => { readonly ino: number };
}

async function fromStream(source: Source, name: string, bag: FilePropertyBag): Promise<File> {
  const file = new StreamedFile(source, name, bag);
  return supportsRequestStreams() ? file : new File([await file.arrayBuffer()], name, bag);
}

function nameOf(source: ToFileInput): string | undefined {
  const path =
    source instanceof Response
      ? decode(new URL(source.url || 'file:').pathname)
      : typeof source === 'object' && source !== null && 'name' in source && typeof source.name === 'string'
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
    // A path can contain a percent sign that is not an escape sequence.
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
