import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

export class Logs extends APIResource {
  /**
   * Fetch recent runtime logs grouped by invocation.
   *
   * @throws {PermissionDeniedError} 403: Forbidden
   * @throws {NotFoundError} 404: Server not found
   * @throws {InternalServerError} 500: Internal server error
   *
   * @example
   * ```ts
   * const logs = await client.servers.logs.list('qualifiedName');
   *
   * console.log(logs.invocations);
   * ```
   */
  list(
    qualifiedName: string,
    query: LogListParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<RuntimeLogsResponse, LogListErrors> {
    return this._client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/logs`, { query, ...options });
  }
}

export interface ExceptionEntry {
  message: string;

  name: string;

  timestamp: string;
}

export interface Invocation {
  id: string;

  duration: InvocationDuration;

  exceptions: Array<ExceptionEntry>;

  logs: Array<RuntimeLogEntry>;

  request: InvocationRequest;

  response: InvocationResponse;

  timestamp: string;
}

export interface InvocationDuration {
  cpuMs: number;

  wallMs: number;
}

export interface InvocationRequest {
  method: string;

  url: string;
}

export interface InvocationResponse {
  outcome: string;

  status: number;
}

export interface RuntimeLogEntry {
  level: string;

  message: string;

  timestamp: string;
}

export interface RuntimeLogsError {
  error: string;
}

export interface RuntimeLogsResponse {
  invocations: Array<Invocation>;

  /** Total invocations matching query */
  total: number;
}

export interface LogListParams {
  /** Start of time range (ISO 8601). */
  from?: string;

  /**
   * Max invocations to return. Defaults to 20.
   *
   * From 1 to 100.
   */
  limit?: number;

  /** Text search across log messages. */
  search?: string;

  /** End of time range (ISO 8601). */
  to?: string;
}

export interface LogListErrors {
  /** Forbidden */
  403: RuntimeLogsError;

  /** Server not found */
  404: RuntimeLogsError;

  /** Internal server error */
  500: RuntimeLogsError;
}

export declare namespace Logs {
  export {
    type ExceptionEntry as ExceptionEntry,
    type Invocation as Invocation,
    type InvocationDuration as InvocationDuration,
    type InvocationRequest as InvocationRequest,
    type InvocationResponse as InvocationResponse,
    type RuntimeLogEntry as RuntimeLogEntry,
    type RuntimeLogsError as RuntimeLogsError,
    type RuntimeLogsResponse as RuntimeLogsResponse,
    type LogListParams as LogListParams,
  };
}
