import { dirname, relative, resolve } from 'node:path';
import { isCredential, isPrivate } from '../lib/private-files.ts';
import { isSafePath, isWithin, projectRoot } from '../lib/boundary.ts';
import { type Fetched, errorCode, readLimitedFile, readStandardInput } from './read-file.ts';

export type { Fetched };
import { isUrl } from './reference.ts';

/** All disk and network access of the reading stages, so that a test can replace it by memory. */
export interface Io extends IoAccess {
  /**
   * Reads a file; undefined if it does not exist. Other faults (no permission, a folder) are returned
   * as `fault`. `namedBy` is the document or config whose text names the file and which may be
   * untrusted; absent: the user names it.
   */
  readonly readFile: (path: string, namedBy?: string) => Promise<Fetched | undefined>;
  /** Reads an http(s) URL within the limits of the implementation. */
  readonly fetch: (url: string) => Promise<Fetched>;
}

export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** The name for standard input on the command line. */
const STANDARD_INPUT = '-';

const LIMITS: FetchLimits = { milliseconds: 20_000, bytes: 64 * 1024 * 1024 };

/** Checks which files the text of a document, a config or a template set must not name. */
export interface IoAccess {
  readonly isPrivate?: (path: string, of: { readonly namedBy: string; readonly isEntry: boolean }) => boolean;
}

export interface DiskOptions {
  /** True if documents, configs and links may name files outside their project. */
  readonly allowOutside?: boolean;
  readonly limits?: FetchLimits;
}

/** Access to the real disk and network. Paths are relative to `folder`. */
export function diskIo(folder: string, { allowOutside = false, limits = LIMITS }: DiskOptions = {}): Io {
  return {
    readFile: async (path, namedBy) => {
      if (path === STANDARD_INPUT && namedBy === undefined) return readStandardInput(limits.bytes);
      const outside = allowOutside ? undefined : outsideOf(folder, path, namedBy);
      return (
        outside ??
        readLimitedFile(fullPath(folder, path), { bytes: limits.bytes, regular: namedBy !== undefined })
      );
    },
    fetch: (url) => fetchUrl(url, limits),
    ...(!allowOutside && {
      isPrivate: (path: string, { namedBy, isEntry }: { namedBy: string; isEntry: boolean }) =>
        isEntry
          ? isCredential(fullPath(folder, path))
          : isPrivate(fullPath(folder, path), fullPath(folder, namedBy)),
    }),
  };
}

const fullPath = (folder: string, path: string): string =>
  path.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(path) ? path : `${folder}/${path}`;

function outsideOf(folder: string, path: string, namedBy: string | undefined): Fetched | undefined {
  const full = fullPath(folder, path);
  if (namedBy === undefined)
    return isSafePath(folder, full)
      ? undefined
      : { kind: 'outside', folder: shown(folder, projectRoot(folder)) };
  if (isUrl(namedBy)) return { kind: 'outside', folder: namedBy };
  const root = projectRoot(dirname(fullPath(folder, namedBy)));
  return isWithin(root, full) ? undefined : { kind: 'outside', folder: shown(folder, root) };
}

const shown = (folder: string, root: string): string =>
  `the project (${relative(resolve(folder), root).replaceAll('\\', '/') || '.'})`;

/** Files and URLs in memory; no other name exists. */
export function memoryIo(files: Readonly<Record<string, string | Uint8Array>>): Io {
  const table = new Map(Object.entries(files));
  const read = (name: string): Fetched | undefined => {
    const content = table.get(name);
    if (content === undefined) return undefined;
    return {
      kind: 'bytes',
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    };
  };
  return {
    readFile: async (path) => read(path),
    fetch: async (url) => read(url) ?? { kind: 'fault', reason: 'status 404' },
  };
}

async function fetchUrl(url: string, limits: FetchLimits): Promise<Fetched> {
  try {
    const response = await fetchInOrigin(url, AbortSignal.timeout(limits.milliseconds));
    if (typeof response === 'string') return { kind: 'fault', reason: response };
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'fault', reason: `status ${response.status}` };
    }
    return await readLimited(response, limits.bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { kind: 'fault', reason: `no answer within ${limits.milliseconds / 1000} s` };
    return {
      kind: 'fault',
      reason: errorCode(error instanceof Error && error.cause !== undefined ? error.cause : error),
    };
  }
}

const MAX_REDIRECTS = 5;

/**
 * Follows redirects within the same host, including `http` to `https`. For any other redirect it returns
 * the reason for refusing it: it could lead to a network that only this machine can reach, and its content
 * would reach whoever controls the URL.
 */
async function fetchInOrigin(start: string, signal: AbortSignal): Promise<Response | string> {
  let url = new URL(start);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await fetch(url, {
      signal,
      redirect: 'manual',
      headers: { accept: 'application/json, application/yaml, */*' },
    });
    const location =
      response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) return `status ${response.status} to no URL`;
    const next = new URL(location, url);
    const isUpgrade =
      next.protocol === 'https:' &&
      url.protocol === 'http:' &&
      next.hostname === url.hostname &&
      next.port === '' &&
      url.port === '';
    if (next.origin !== url.origin && !isUpgrade)
      return `it redirects to another host, ${next.href}; name that address if it is the one that is meant`;
    url = next;
  }
  return `more than ${MAX_REDIRECTS} redirects`;
}

/** The length header may be absent or wrong, so the received bytes are counted. */
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
