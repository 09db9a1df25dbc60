import { readFile } from 'node:fs/promises';

/** All contact of the reading stages with disk and network, so that a test can put memory in its place. */
export interface Io {
  /** The bytes of a file, or undefined when there is none. Other faults (no permission, a folder) come as `fault`. */
  readonly readFile: (path: string) => Promise<Fetched | undefined>;
  /** The bytes behind an http(s) URL, within the limits of the implementation. */
  readonly fetch: (url: string) => Promise<Fetched>;
}

export type Fetched = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'fault'; readonly reason: string };

export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

const LIMITS: FetchLimits = { milliseconds: 20_000, bytes: 64 * 1024 * 1024 };

/** The real disk and network. Paths are relative to `folder`. */
export function diskIo(folder: string, limits: FetchLimits = LIMITS): Io {
  return { readFile: (path) => readDisk(folder, path), fetch: (url) => fetchUrl(url, limits) };
}

/** Files and URLs in memory; every other name is absent. */
export function memoryIo(files: Readonly<Record<string, string | Uint8Array>>): Io {
  const table = new Map(Object.entries(files));
  const read = (name: string): Fetched | undefined => {
    const content = table.get(name);
    if (content === undefined) return undefined;
    return { kind: 'bytes', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
  };
  return {
    readFile: async (path) => read(path),
    fetch: async (url) => read(url) ?? { kind: 'fault', reason: 'status 404' },
  };
}

async function readDisk(folder: string, path: string): Promise<Fetched | undefined> {
  const full = path.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(path) ? path : `${folder}/${path}`;
  try {
    return { kind: 'bytes', bytes: await readFile(full) };
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { kind: 'fault', reason: code };
  }
}

async function fetchUrl(url: string, limits: FetchLimits): Promise<Fetched> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.milliseconds), headers: { accept: 'application/json, application/yaml, */*' } });
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'fault', reason: `status ${response.status}` };
    }
    return await readLimited(response, limits.bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'fault', reason: `no answer within ${limits.milliseconds / 1000} s` };
    return { kind: 'fault', reason: errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error) };
  }
}

/** The length header may be absent or false, so the bytes are counted as they come. */
async function readLimited(response: Response, limit: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return { kind: 'fault', reason: `larger than ${limit} bytes` };
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

const errorCode = (error: unknown): string =>
  error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.message) : String(error);
