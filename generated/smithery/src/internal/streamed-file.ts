import { SDKError } from '../error.ts';
import { readChunks, toStream } from './chunks.ts';
import { isStream } from './is-stream.ts';

/** The stream or iterable that a file is read from. */
export type Source = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

// The class must exist on platforms without `File`, where it is never used.
const FileOfPlatform: typeof File = globalThis.File ?? Object;

/**
 * A file that is read from a stream while it is sent. It can only be read once, and its size is unknown.
 */
export class StreamedFile extends FileOfPlatform {
  /** The source of the content. */
  readonly source: Source;
  #started = false;

  constructor(source: Source, name: string, bag: FilePropertyBag) {
    super([], name, bag);
    this.source = source;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return toStream(this.#bytes());
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#buffer()).arrayBuffer();
  }

  override async text(): Promise<string> {
    return (await this.#buffer()).text();
  }

  async #buffer(): Promise<Blob> {
    const parts: BlobPart[] = [];
    for await (const part of this.#bytes()) {
      parts.push(part);
    }
    return new Blob(parts);
  }

  async *#bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    if (this.#started) {
      // A second upload would be empty.
      throw new SDKError('A file created from a stream can only be read once');
    }
    this.#started = true;
    const encoder = new TextEncoder();
    for await (const chunk of isStream(this.source) ? readChunks(this.source) : this.source) {
      yield typeof chunk === 'string' ? encoder.encode(chunk) : (chunk as Uint8Array<ArrayBuffer>);
    }
  }
}

const LARGE = 16 * 1024 * 1024;

/**
 * Options of `fetch` for a body. Node buffers every body for redirects, unless
 * redirects are errors. A stream cannot be sent again anyway, and a large file
 * would fill the memory.
 */
export function transferInit(body: ReadableStream | Blob): RequestInit {
  const { process, navigator } = globalThis as {
    readonly process?: { readonly versions?: { readonly node?: string } };
    readonly navigator?: { readonly userAgent?: string };
  };
  // Deno, Bun and Cloudflare Workers look like Node in `process`, but not in this check. Workers do not
  // support redirect: 'error'.
  const isNode = process?.versions?.node && (navigator?.userAgent ?? 'Node').startsWith('Node');
  return isNode && !(body instanceof Blob && body.size < LARGE) ? { window: null, redirect: 'error' } : {};
}

let streams: boolean | undefined;

/**
 * Whether `fetch` can send a stream as a request body; a browser without support converts it to a string.
 */
export function supportsRequestStreams(): boolean {
  streams ??= detect();
  return streams;
}

function detect(): boolean {
  try {
    let asked = false;
    const init = {
      method: 'POST',
      body: new ReadableStream(),
      get duplex(): string {
        asked = true;
        return 'half';
      },
    };
    // Without support the stream is converted to a string, which adds a content type.
    return !new Request('http://localhost', init).headers.has('content-type') && asked;
  } catch {
    return false;
  }
}
