/**
 * Answers the first requests of every client: `initialize`, `server/discover` and `tools/list`. The
 * protocol's library takes three times as long to load as Node itself, and a client that only lists tools
 * never needs it. Anything unusual is left to the library. A test checks that these answers equal those of
 * the library.
 */
import { type Catalogue, isRecord } from './catalogue-types.ts';
import { CAPABILITIES, LIST_CACHE, identityOf } from './identity.ts';
import type { Tool } from './tools.ts';

const NEWER = '2026-07-28';
const OLDER: readonly unknown[] = ['2025-11-25', '2025-06-18', '2025-03-26'];
const META = 'io.modelcontextprotocol/';

export interface FirstParts {
  readonly catalogue: Catalogue;
  readonly tools: readonly Tool[];
  readonly instructions?: string;
}

/** The answer to a line; `none` for a notification; undefined if the library must answer. */
export type FirstAnswers = (line: string) => string | 'none' | undefined;

type Params = Readonly<Record<string, unknown>>;

export function createFirstAnswers({ catalogue, tools, instructions }: FirstParts): FirstAnswers {
  const told = instructions === undefined ? {} : { instructions };
  const serverInfo = identityOf(catalogue);
  const meta = { _meta: { [`${META}serverInfo`]: serverInfo } };
  let revision: 'older' | 'newer' | undefined;

  const resultOf = (method: unknown, params: Params): object | undefined => {
    if (method === 'initialize' && revision === undefined && isOlderClient(params)) {
      revision = 'older';
      const { protocolVersion } = params;
      return { protocolVersion, capabilities: CAPABILITIES, serverInfo, ...told };
    }
    if (method === 'tools/list' && revision === 'older')
      return Object.keys(params).length === 0 ? { tools } : undefined;
    if (revision === 'older' || !isNewerClient(params)) return undefined;
    if (method === 'server/discover' && revision === undefined) {
      const about = { supportedVersions: [NEWER], capabilities: CAPABILITIES, ...told };
      return { ...about, resultType: 'complete', ttlMs: 0, cacheScope: 'private', ...meta };
    }
    if (method !== 'tools/list') return undefined;
    revision = 'newer';
    return { tools, resultType: 'complete', ...LIST_CACHE, ...meta };
  };

  return (line) => {
    const message = parsed(line);
    if (message?.['jsonrpc'] !== '2.0') return undefined;
    const { id, method, params = {} } = message;
    if (id === undefined)
      return method === 'notifications/initialized' && revision === 'older' ? 'none' : undefined;
    if ((typeof id !== 'string' && !Number.isSafeInteger(id)) || !isRecord(params)) return undefined;
    const result = resultOf(method, params);
    return result && JSON.stringify({ result, jsonrpc: '2.0', id });
  };
}

function parsed(line: string): Params | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isOlderClient = ({ protocolVersion, capabilities, clientInfo, ...rest }: Params): boolean =>
  OLDER.includes(protocolVersion) &&
  isRecord(capabilities) &&
  isProgram(clientInfo) &&
  Object.keys(rest).length === 0;

function isNewerClient({ _meta: meta, ...rest }: Params): boolean {
  if (!isRecord(meta) || Object.keys(rest).length > 0) return false;
  const {
    [`${META}protocolVersion`]: version,
    [`${META}clientInfo`]: client,
    [`${META}clientCapabilities`]: capabilities,
    ...others
  } = meta;
  return version === NEWER && isProgram(client) && isRecord(capabilities) && Object.keys(others).length === 0;
}

const isProgram = (value: unknown): boolean =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['version'] === 'string';
