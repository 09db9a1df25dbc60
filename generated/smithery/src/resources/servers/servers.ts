import type { APIPromise } from '../../api-promise.ts';
import { buildHeaders } from '../../internal/headers.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { ServersPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import * as DomainsAPI from './domains.ts';
import * as ExperimentalAPI from './experimental.ts';
import * as IconAPI from './icon.ts';
import * as LogsAPI from './logs.ts';
import * as ReleasesAPI from './releases.ts';
import * as SecretsAPI from './secrets.ts';
import {
  type ToolOutputSchemaError,
  type ToolOutputSchemaResponse,
  type ExperimentalInferToolOutputSchemaParams,
  Experimental,
} from './experimental.ts';
import {
  type DomainListResponse,
  type DomainResource,
  type DomainsError,
  type UpdateDomainRequest,
  type DomainUpdateParams,
  Domains,
} from './domains.ts';
import { type IconDeleteResponse, type IconError, type IconResponse, Icon } from './icon.ts';
import {
  type ExceptionEntry,
  type Invocation,
  type InvocationDuration,
  type InvocationRequest,
  type InvocationResponse,
  type RuntimeLogEntry,
  type RuntimeLogsError,
  type RuntimeLogsResponse,
  type LogListParams,
  Logs,
} from './logs.ts';
import {
  type DeployResponse,
  type DeploymentError,
  type DeploymentInfo,
  type DeploymentListPage,
  type DeploymentLogEntry,
  type DeploymentLogEntryError,
  type ResumeResponse,
  type ReleaseListResponse,
  type ReleaseStreamResponse,
  type ReleaseListParams,
  type ReleaseDeployParams,
  type ReleaseGetParams,
  type ReleaseResumeParams,
  type ReleaseStreamParams,
  type ReleaseListResponsesReleasesPage,
  Releases,
} from './releases.ts';
import {
  type SecretListResponse,
  type SecretDeleteResponse,
  type SecretSetResponse,
  type SecretDeleteParams,
  type SecretSetParams,
  Secrets,
} from './secrets.ts';

export class Servers extends APIResource {
  experimental: ExperimentalAPI.Experimental = new ExperimentalAPI.Experimental(this._client);
  domains: DomainsAPI.Domains = new DomainsAPI.Domains(this._client);
  icon: IconAPI.Icon = new IconAPI.Icon(this._client);
  logs: LogsAPI.Logs = new LogsAPI.Logs(this._client);
  releases: ReleasesAPI.Releases = new ReleasesAPI.Releases(this._client);
  secrets: SecretsAPI.Secrets = new SecretsAPI.Secrets(this._client);

  /**
   * Create a new server. Idempotent — returns success if the server already exists
   * and is owned by the caller.
   *
   * @throws {BadRequestError} 400: Bad request (invalid name format)
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden (namespace not owned by user or
   *   missing servers:write permission)
   * @throws {NotFoundError} 404: Namespace not found
   *
   * @example
   * ```ts
   * const server = await client.servers.create('qualifiedName');
   *
   * console.log(server.createdAt);
   * ```
   */
  create(
    qualifiedName: string,
    body: ServerCreateParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<CreateNamespaceServerResponse, ServerCreateErrors> {
    return this._client.put(pathOf('qualifiedName')`/servers/${qualifiedName}`, { body, ...options });
  }

  /**
   * Update server metadata such as display name, description, repository, icon, or
   * visibility.
   *
   * @throws {BadRequestError} 400: Bad request
   * @throws {PermissionDeniedError} 403: Forbidden
   * @throws {NotFoundError} 404: Server not found
   *
   * @example
   * ```ts
   * const server = await client.servers.update('qualifiedName');
   *
   * console.log(server.namespace);
   * ```
   */
  update(
    qualifiedName: string,
    body: ServerUpdateParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<UpdateServerResponse, ServerUpdateErrors> {
    return this._client.patch(pathOf('qualifiedName')`/servers/${qualifiedName}`, { body, ...options });
  }

  /**
   * Search and browse public MCP servers in the Smithery registry. Supports
   * full-text and semantic search via the `q` parameter, and filtering by deployment
   * status, verification, ownership, and more.
   *
   * @throws {BadRequestError} 400: Bad request
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {UnprocessableEntityError} 422: Unprocessable entity
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const server of client.servers.list()) {
   *   console.log(server.id);
   * }
   * ```
   */
  list(
    query: ServerListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<ServerSummariesServersPage, ServerSummary, ServerListErrors> {
    return this._client.getAPIList('/servers', ServersPage<ServerSummary>, { query, ...options });
  }

  /**
   * Permanently delete a server, its releases, and associated resources.
   *
   * @throws {NotFoundError} 404: Server not found or not owned by user
   *
   * @example
   * ```ts
   * const server = await client.servers.delete('qualifiedName');
   *
   * console.log(server.namespace);
   * ```
   */
  delete(qualifiedName: string, options?: RequestOptions): APIPromise<DeleteSuccess, ServerDeleteErrors> {
    return this._client.delete(pathOf('qualifiedName')`/servers/${qualifiedName}`, options);
  }

  /**
   * Download the MCPB bundle for the latest successful stdio release.
   *
   * @throws {NotFoundError} 404: Bundle not found
   *
   * @example
   * ```ts
   * const response = await client.servers.download('qualifiedName');
   *
   * const content = await response.blob();
   * console.log(content);
   * ```
   */
  download(qualifiedName: string, options?: RequestOptions): APIPromise<Response, ServerDownloadErrors> {
    return this._client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/download`, {
      ...options,
      headers: buildHeaders([{ Accept: 'application/zip' }, options?.headers]),
      __binaryResponse: true,
    });
  }

  /**
   * Retrieve server details including connections, tools, and security status.
   *
   * @throws {NotFoundError} 404: Server or namespace not found
   *
   * @example
   * ```ts
   * const server = await client.servers.get('qualifiedName');
   *
   * console.log(server.connections);
   * ```
   */
  get(qualifiedName: string, options?: RequestOptions): APIPromise<Server, ServerGetErrors> {
    return this._client.get(pathOf('qualifiedName')`/servers/${qualifiedName}`, options);
  }
}

export type ServerSummariesServersPage = ServersPage<ServerSummary>;

export interface BundleDownloadError {
  error: string;
}

export type ConfigSchema = { [key: string]: unknown };

export interface CreateNamespaceServerResponse {
  createdAt: string;

  description: string;

  displayName: string;

  namespace: string;

  server: string;
}

export interface DeleteSuccess {
  namespace: string;

  server: string;

  success: boolean;
}

export interface HTTPConnection {
  configSchema: ConfigSchema;

  deploymentUrl: string;

  type: 'http';
}

export type InputSchemaProperties = { [key: string]: unknown };

export type OutputSchemaProperties = { [key: string]: unknown };

export interface RegistryError {
  error: string;
}

export interface Server {
  connections: Array<StdioConnection | HTTPConnection>;

  deploymentUrl: string | null;

  description: string;

  displayName: string;

  iconUrl: string | null;

  prompts: Array<ServerPrompt> | null;

  qualifiedName: string;

  remote: boolean;

  resources: Array<ServerResource> | null;

  security: ServerSecurity | null;

  tools: Array<ServerTool> | null;
}

export interface ServerPrompt {
  name: string;

  arguments?: Array<ServerPrompt.Argument>;

  description?: string;
}

export declare namespace ServerPrompt {
  export interface Argument {
    name: string;

    description?: string;

    required?: boolean;
  }
}

export interface ServerResource {
  name: string;

  uri: string;

  description?: string;

  mimeType?: string;
}

export interface ServerSecurity {
  scanPassed: boolean;
}

export interface ServerSummary {
  id: string;

  /**
   * Whether this server is maintained by Smithery (i.e. owned by the Smithery
   * organization).
   */
  bySmithery: boolean;

  /** ISO 8601 timestamp of when the server was registered. */
  createdAt: string;

  description: string;

  displayName: string;

  /**
   * The server owner's homepage URL, or the server's Smithery page as a fallback.
   * Will become nullable in a future release.
   */
  homepage: string;

  iconUrl: string | null;

  /** Whether the server is currently hosted on Smithery infrastructure. */
  isDeployed: boolean;

  /** The namespace this server belongs to, or null if unassigned. */
  namespace: string | null;

  /** User ID of the server owner, or null for community servers. */
  owner: string | null;

  /** Unique identifier in namespace/slug format. */
  qualifiedName: string;

  /**
   * Whether the server is accessed via URL (true) or runs locally via stdio (false).
   * Null if unknown.
   */
  remote: boolean | null;

  /** RRF relevance score from search (null for browse requests). */
  score: number | null;

  /** URL-friendly short name within the namespace. */
  slug: string | null;

  /** Total number of times this server has been connected to. */
  useCount: number;

  /** Whether this server has been verified by Smithery. */
  verified: boolean;
}

export interface ServerTool {
  description: string | null;

  inputSchema: ToolInputSchema;

  name: string;

  outputSchema?: ToolOutputSchema;
}

export interface ServersListError {
  error: string;
}

export interface ServersListResponse {
  pagination: ServersListResponse.Pagination;

  servers: Array<ServerSummary>;
}

export declare namespace ServersListResponse {
  export interface Pagination {
    /** Current page number (1-indexed). */
    currentPage: number;

    /** Number of results per page. */
    pageSize: number;

    /** Total number of matching servers. */
    totalCount: number;

    /** Total number of pages available. */
    totalPages: number;
  }
}

export interface StdioConnection {
  bundleUrl: string;

  configSchema: ConfigSchema;

  runtime: 'node' | 'binary' | 'python' | 'bun';

  type: 'stdio';
}

export interface ToolInputSchema {
  type: 'object';

  properties?: InputSchemaProperties;
}

export interface ToolOutputSchema {
  type: 'object';

  properties?: OutputSchemaProperties;

  required?: Array<string>;
}

export interface UpdateServerResponse {
  namespace: string;

  server: string;

  success: boolean;
}

export interface ServerCreateParams {
  description?: string;

  displayName?: string;
}

export interface ServerUpdateParams {
  backlinkUrl?: string | null;

  description?: string;

  displayName?: string;

  homepage?: string | null;

  iconUrl?: string | null;

  license?: string | null;

  repositoryUrl?: string | null;

  unlisted?: boolean;
}

export interface ServerListParams {
  /** Comma-separated list of fields to include in response */
  fields?: string;

  ids?: Array<string>;

  /**
   * Filter by deployment status. Deployed servers are hosted on Smithery
   * infrastructure.
   */
  isDeployed?: '0' | '1' | 'true' | 'false';

  /** Filter by the namespace that owns the server. */
  namespace?: string;

  /** Filter by the server owner's user ID. */
  ownerId?: string;

  /**
   * Page number (1-indexed).
   *
   * At least 1.
   */
  page?: number;

  /**
   * Number of results per page (default 10, max 100).
   *
   * From 1 to 100.
   */
  pageSize?: number;

  /**
   * Search query for full-text and semantic search across server names and
   * descriptions.
   */
  q?: string;

  /**
   * Exact match on the server's qualified name (e.g. "smithery/hello-world").
   * Deprecated: use GET /servers/:namespace/:server instead.
   */
  qualifiedName?: string;

  /**
   * Filter by remote status. Remote servers are accessed via URL; non-remote servers
   * run locally via stdio.
   */
  remote?: '0' | '1' | 'true' | 'false';

  /** Filter by GitHub repository name from repository_url. */
  repoName?: string;

  /** Filter by GitHub repository owner from repository_url. */
  repoOwner?: string;

  /**
   * Random seed for deterministic pagination. When provided, results use a stable
   * sort order that is consistent across pages for the same seed value.
   */
  seed?: number;

  /** Filter to servers whose namespace is owned by the Smithery org. */
  smitheryManaged?: '0' | '1' | 'true' | 'false';

  /**
   * Maximum number of candidate results to consider from the search index before
   * pagination. The server applies a hard cap of 500 to keep the rerank window
   * bounded; pass `seed` for stable deep pagination.
   *
   * From 10 to 500.
   */
  topK?: number;

  /** Filter to only verified servers. */
  verified?: '0' | '1' | 'true' | 'false';
}

export interface ServerCreateErrors {
  /** Bad request (invalid name format) */
  400: RegistryError;

  /** Unauthorized */
  401: RegistryError;

  /** Forbidden (namespace not owned by user or missing servers:write permission) */
  403: RegistryError;

  /** Namespace not found */
  404: RegistryError;
}

export interface ServerUpdateErrors {
  /** Bad request */
  400: RegistryError;

  /** Forbidden */
  403: RegistryError;

  /** Server not found */
  404: RegistryError;
}

export interface ServerListErrors {
  /** Bad request */
  400: ServersListError;

  /** Unauthorized */
  401: ServersListError;

  /** Unprocessable entity */
  422: ServersListError;
}

export interface ServerDeleteErrors {
  /** Server not found or not owned by user */
  404: RegistryError;
}

export interface ServerDownloadErrors {
  /** Bundle not found */
  404: BundleDownloadError;
}

export interface ServerGetErrors {
  /** Server or namespace not found */
  404: RegistryError;
}

Servers.Experimental = Experimental;
Servers.Domains = Domains;
Servers.Icon = Icon;
Servers.Logs = Logs;
Servers.Releases = Releases;
Servers.Secrets = Secrets;

export declare namespace Servers {
  export {
    type BundleDownloadError as BundleDownloadError,
    type ConfigSchema as ConfigSchema,
    type CreateNamespaceServerResponse as CreateNamespaceServerResponse,
    type DeleteSuccess as DeleteSuccess,
    type HTTPConnection as HTTPConnection,
    type InputSchemaProperties as InputSchemaProperties,
    type OutputSchemaProperties as OutputSchemaProperties,
    type RegistryError as RegistryError,
    type Server as Server,
    type ServerPrompt as ServerPrompt,
    type ServerResource as ServerResource,
    type ServerSecurity as ServerSecurity,
    type ServerSummary as ServerSummary,
    type ServerTool as ServerTool,
    type ServersListError as ServersListError,
    type ServersListResponse as ServersListResponse,
    type StdioConnection as StdioConnection,
    type ToolInputSchema as ToolInputSchema,
    type ToolOutputSchema as ToolOutputSchema,
    type UpdateServerResponse as UpdateServerResponse,
    type ServerCreateParams as ServerCreateParams,
    type ServerUpdateParams as ServerUpdateParams,
    type ServerListParams as ServerListParams,
    type ServerSummariesServersPage as ServerSummariesServersPage,
  };
  export {
    Experimental as Experimental,
    type ToolOutputSchemaError as ToolOutputSchemaError,
    type ToolOutputSchemaResponse as ToolOutputSchemaResponse,
    type ExperimentalInferToolOutputSchemaParams as ExperimentalInferToolOutputSchemaParams,
  };
  export {
    Domains as Domains,
    type DomainListResponse as DomainListResponse,
    type DomainResource as DomainResource,
    type DomainsError as DomainsError,
    type UpdateDomainRequest as UpdateDomainRequest,
    type DomainUpdateParams as DomainUpdateParams,
  };
  export {
    Icon as Icon,
    type IconDeleteResponse as IconDeleteResponse,
    type IconError as IconError,
    type IconResponse as IconResponse,
  };
  export {
    Logs as Logs,
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
  export {
    Releases as Releases,
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
  export {
    Secrets as Secrets,
    type SecretListResponse as SecretListResponse,
    type SecretDeleteResponse as SecretDeleteResponse,
    type SecretSetResponse as SecretSetResponse,
    type SecretDeleteParams as SecretDeleteParams,
    type SecretSetParams as SecretSetParams,
  };
}
