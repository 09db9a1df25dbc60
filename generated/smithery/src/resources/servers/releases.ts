import type { APIPromise } from '../../api-promise.ts';
import { buildHeaders } from '../../internal/headers.ts';
import { multipartFormRequestOptions } from '../../internal/multipart.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { ReleasesPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import { type Stream, eventStream } from '../../streaming.ts';
import type { Uploadable } from '../../uploads.ts';

export class Releases extends APIResource {
  /**
   * List releases ordered by most recent first. Logs are omitted — fetch a specific
   * release to see logs.
   *
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const release of client.servers.releases.list('qualifiedName')) {
   *   console.log(release.id);
   * }
   * ```
   */
  list(
    qualifiedName: string,
    query: ReleaseListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<ReleaseListResponsesReleasesPage, ReleaseListResponse, ReleaseListErrors> {
    return this._client.getAPIList(
      pathOf('qualifiedName')`/servers/${qualifiedName}/releases`,
      ReleasesPage<ReleaseListResponse>,
      { query, ...options },
    );
  }

  /**
   * Submit a release via multipart form. Supports hosted (JS module upload),
   * external (URL), and stdio (MCPB bundle) release types.
   *
   * @throws {BadRequestError} 400: Invalid payload
   *
   * @example
   * ```ts
   * const deployResponse = await client.servers.releases.deploy('qualifiedName', {
   *   payload: 'payload',
   * });
   *
   * console.log(deployResponse.deploymentId);
   * ```
   */
  deploy(
    qualifiedName: string,
    body?: ReleaseDeployParams | null,
    options?: RequestOptions,
  ): APIPromise<DeployResponse, ReleaseDeployErrors> {
    return this._client.put(
      pathOf('qualifiedName')`/servers/${qualifiedName}/releases`,
      multipartFormRequestOptions({ body, ...options }),
    );
  }

  /**
   * Retrieve release details including status, git metadata, pipeline logs, and MCP
   * endpoint URL.
   *
   * @throws {NotFoundError} 404: Server or release not found
   *
   * @example
   * ```ts
   * const release = await client.servers.releases.get('id', {
   *   qualifiedName: 'qualifiedName',
   * });
   *
   * console.log(release.id);
   * ```
   */
  get(
    id: string,
    params: ReleaseGetParams,
    options?: RequestOptions,
  ): APIPromise<DeploymentInfo, ReleaseGetErrors> {
    const { qualifiedName } = params;
    return this._client.get(pathOf('qualifiedName', 'id')`/servers/${qualifiedName}/releases/${id}`, options);
  }

  /**
   * Resume a paused release (e.g. after OAuth authorization). Use id='latest' to
   * resume the most recent one.
   *
   * @throws {BadRequestError} 400: Release not in resumable state
   * @throws {NotFoundError} 404: Server or release not found
   *
   * @example
   * ```ts
   * const resumeResponse = await client.servers.releases.resume('id', {
   *   qualifiedName: 'qualifiedName',
   * });
   *
   * console.log(resumeResponse.deploymentId);
   * ```
   */
  resume(
    id: string,
    params: ReleaseResumeParams,
    options?: RequestOptions,
  ): APIPromise<ResumeResponse, ReleaseResumeErrors> {
    const { qualifiedName } = params;
    return this._client.post(
      pathOf('qualifiedName', 'id')`/servers/${qualifiedName}/releases/${id}/resume`,
      options,
    );
  }

  /**
   * Real-time SSE stream of release logs and status updates.
   *
   * @throws {NotFoundError} 404: Release not found
   *
   * @example
   * ```ts
   * const stream = await client.servers.releases.stream('id', {
   *   qualifiedName: 'qualifiedName',
   * });
   *
   * for await (const event of stream) {
   *   console.log(event);
   * }
   * ```
   */
  stream(
    id: string,
    params: ReleaseStreamParams,
    options?: RequestOptions,
  ): APIPromise<Stream<ReleaseStreamResponse>, ReleaseStreamErrors> {
    const { qualifiedName } = params;
    return this._client.get(pathOf('qualifiedName', 'id')`/servers/${qualifiedName}/releases/${id}/stream`, {
      ...options,
      headers: buildHeaders([{ Accept: 'text/event-stream' }, options?.headers]),
      stream: eventStream,
    });
  }
}

export type ReleaseListResponsesReleasesPage = ReleasesPage<ReleaseListResponse>;

export interface DeployResponse {
  /** Unique identifier for this release. */
  deploymentId: string;

  /** The MCP endpoint URL for connecting to this server once published. */
  mcpUrl: string;

  /** Initial status. Will be WORKING while the release is in progress. */
  status: string;

  /** Non-fatal warnings encountered during submission. */
  warnings?: Array<string>;
}

export interface DeploymentError {
  error: string;
}

export interface DeploymentInfo {
  id: string;

  /** ISO 8601 timestamp of when the release was created. */
  createdAt: string;

  /**
   * Current status: QUEUED, WORKING, SUCCESS, FAILURE, FAILURE_SCAN, AUTH_REQUIRED,
   * AUTH_TIMEOUT, CANCELLED, or INTERNAL_ERROR.
   */
  status: string;

  /**
   * Release type: hosted_shttp (Smithery-hosted), external_shttp (external URL), or
   * stdio (local binary).
   */
  type: string;

  /** ISO 8601 timestamp of the last status change. */
  updatedAt: string;

  /** Git branch this release was built from. */
  branch?: string | null;

  /** Git commit SHA that triggered this release. */
  commit?: string | null;

  /** Git commit message associated with this release. */
  commitMessage?: string | null;

  /** Pipeline log entries. Only included when fetching a single release. */
  logs?: Array<DeploymentLogEntry>;

  /** The MCP endpoint URL for connecting to this server. */
  mcpUrl?: string;

  /** Upstream MCP server URL. Present only for external releases. */
  upstreamUrl?: string | null;
}

export interface DeploymentListPage {
  pagination: DeploymentListPage.Pagination;

  releases: Array<DeploymentListPage.Release>;
}

export declare namespace DeploymentListPage {
  export interface Pagination {
    currentPage: number;

    pageSize: number;

    totalCount: number;

    totalPages: number;
  }

  export interface Release {
    id: string;

    /** ISO 8601 timestamp of when the release was created. */
    createdAt: string;

    /**
     * Current status: QUEUED, WORKING, SUCCESS, FAILURE, FAILURE_SCAN, AUTH_REQUIRED,
     * AUTH_TIMEOUT, CANCELLED, or INTERNAL_ERROR.
     */
    status: string;

    /**
     * Release type: hosted_shttp (Smithery-hosted), external_shttp (external URL), or
     * stdio (local binary).
     */
    type: string;

    /** ISO 8601 timestamp of the last status change. */
    updatedAt: string;

    /** Git branch this release was built from. */
    branch?: string | null;

    /** Git commit SHA that triggered this release. */
    commit?: string | null;

    /** Git commit message associated with this release. */
    commitMessage?: string | null;

    /** The MCP endpoint URL for connecting to this server. */
    mcpUrl?: string;

    /** Upstream MCP server URL. Present only for external releases. */
    upstreamUrl?: string | null;
  }
}

export interface DeploymentLogEntry {
  /** Log level: 'start', 'end', 'info', 'success', or 'failure'. */
  level: string;

  /** Human-readable log message. */
  message: string;

  /**
   * Pipeline stage: deploy (bundle upload), scan (security/OAuth check), metadata
   * (tool discovery), publish (generated artifacts).
   */
  stage: 'deploy' | 'scan' | 'metadata' | 'publish';

  /** ISO 8601 timestamp of the log entry. */
  timestamp: string;

  /** Error details, present only when the stage failed. */
  error?: DeploymentLogEntryError;
}

export interface DeploymentLogEntryError {
  message?: string;
}

export interface ResumeResponse {
  deploymentId: string;

  status: string;
}

export interface ReleaseListResponse {
  id: string;

  /** ISO 8601 timestamp of when the release was created. */
  createdAt: string;

  /**
   * Current status: QUEUED, WORKING, SUCCESS, FAILURE, FAILURE_SCAN, AUTH_REQUIRED,
   * AUTH_TIMEOUT, CANCELLED, or INTERNAL_ERROR.
   */
  status: string;

  /**
   * Release type: hosted_shttp (Smithery-hosted), external_shttp (external URL), or
   * stdio (local binary).
   */
  type: string;

  /** ISO 8601 timestamp of the last status change. */
  updatedAt: string;

  /** Git branch this release was built from. */
  branch?: string | null;

  /** Git commit SHA that triggered this release. */
  commit?: string | null;

  /** Git commit message associated with this release. */
  commitMessage?: string | null;

  /** The MCP endpoint URL for connecting to this server. */
  mcpUrl?: string;

  /** Upstream MCP server URL. Present only for external releases. */
  upstreamUrl?: string | null;
}

export type ReleaseStreamResponse = string;

export interface ReleaseListParams {
  /**
   * At least 1.
   *
   * @default 1
   */
  page?: number;

  /**
   * From 1 to 100.
   *
   * @default 20
   */
  pageSize?: number;
}

export interface ReleaseDeployParams {
  /** JSON-encoded release payload. See DeployPayload schema for structure. */
  payload: string;

  /** MCPB bundle file (for stdio releases) */
  bundle?: Uploadable;

  /** JavaScript module file (for hosted releases) */
  module?: Uploadable;

  /** Source map file (for hosted releases) */
  sourcemap?: Uploadable;
}

export interface ReleaseGetParams {
  /**
   * Path param: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
   * namespace-only servers). Use %2F to encode the slash.
   */
  qualifiedName: string;
}

export interface ReleaseResumeParams {
  /**
   * Path param: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
   * namespace-only servers). Use %2F to encode the slash.
   */
  qualifiedName: string;
}

export interface ReleaseStreamParams {
  /**
   * Path param: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
   * namespace-only servers). Use %2F to encode the slash.
   */
  qualifiedName: string;
}

export interface ReleaseListErrors {
  /** Server not found */
  404: DeploymentError;
}

export interface ReleaseDeployErrors {
  /** Invalid payload */
  400: DeploymentError;
}

export interface ReleaseGetErrors {
  /** Server or release not found */
  404: DeploymentError;
}

export interface ReleaseResumeErrors {
  /** Release not in resumable state */
  400: DeploymentError;

  /** Server or release not found */
  404: DeploymentError;
}

export interface ReleaseStreamErrors {
  /** Release not found */
  404: DeploymentError;
}

export declare namespace Releases {
  export {
    type DeployResponse as DeployResponse,
    type DeploymentError as DeploymentError,
    type DeploymentInfo as DeploymentInfo,
    type DeploymentListPage as DeploymentListPage,
    type DeploymentLogEntry as DeploymentLogEntry,
    type DeploymentLogEntryError as DeploymentLogEntryError,
    type ResumeResponse as ResumeResponse,
    type ReleaseListResponse as ReleaseListResponse,
    type ReleaseStreamResponse as ReleaseStreamResponse,
    type ReleaseListParams as ReleaseListParams,
    type ReleaseDeployParams as ReleaseDeployParams,
    type ReleaseGetParams as ReleaseGetParams,
    type ReleaseResumeParams as ReleaseResumeParams,
    type ReleaseStreamParams as ReleaseStreamParams,
    type ReleaseListResponsesReleasesPage as ReleaseListResponsesReleasesPage,
  };
}
