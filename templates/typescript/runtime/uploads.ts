/** Files to upload: what counts as one, and how other values become one. */
import { SDKError } from './error.ts';
import { close, isSource, watch } from './internal/sources.ts';
import { type Source, StreamedFile, supportsRequestStreams } from './internal/streamed-file.ts';

/** An `fs.ReadStream` of Node, described by what is used of it. */
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
  // A stream may fail before anybody reads it.
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

/** Whether a value is sent as a file, not as data. */
export function isUploadable(value: unknown): value is Uploadable {
  return value instanceof Blob || value instanceof Response || isReadStream(value);
}

function isReadStream(value: unknown): value is ReadStreamLike {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'path' in value;
}

/**
 * The whole file behind a stream of Node that nobody has read from: it has a length, and can be sent again.
 * Pipes and devices have none; they stay streams, and so does everything where files cannot be opened.
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
    // A stream of a descriptor may tell any path.
    if (!blob?.size || (typeof fd === 'number' && fs?.fstatSync(fd).ino !== fs?.statSync(path).ino)) {
      return undefined;
    }
    close(stream);
    return blob;
  } catch {
    // The stream itself tells what is wrong with the file.
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
