import { SmitheryCore } from './core.ts';
import * as Errors from './error.ts';
import * as ConnectAPI from './resources/connect/connect.ts';
import * as HealthResourceAPI from './resources/health.ts';
import * as NamespacesAPI from './resources/namespaces/namespaces.ts';
import * as OrganizationsAPI from './resources/organizations/organizations.ts';
import * as ServersAPI from './resources/servers/servers.ts';
import * as SkillsAPI from './resources/skills.ts';
import * as TokensAPI from './resources/tokens.ts';
import * as Uploads from './uploads.ts';
import type { ClientOptions as SDKClientOptions } from './core.ts';
import type { RequestOptions as SDKRequestOptions } from './internal/request-options.ts';
import { ServersPage, SkillsPage, NamespacesPage, ReleasesPage, ConnectionsPage } from './pages.ts';
import {
  type BundleDownloadError,
  type ConfigSchema,
  type CreateNamespaceServerResponse,
  type DeleteSuccess,
  type HTTPConnection,
  type InputSchemaProperties,
  type OutputSchemaProperties,
  type RegistryError,
  type Server,
  type ServerPrompt,
  type ServerResource,
  type ServerSecurity,
  type ServerSummary,
  type ServerTool,
  type ServersListError,
  type ServersListResponse,
  type StdioConnection,
  type ToolInputSchema,
  type ToolOutputSchema,
  type UpdateServerResponse,
  type ServerCreateParams,
  type ServerUpdateParams,
  type ServerListParams,
  type ServerSummariesServersPage,
  Servers,
} from './resources/servers/servers.ts';
import {
  type Connection,
  type ConnectionStatus,
  type ConnectionsListResponse,
  type CreateConnectionRequest,
  type CredentialProfileHTTP,
  type Error,
  type HTTPInputField,
  type MockConfig,
  type ServerInfo,
  type Success,
  type UpsertConnectionRequest,
  type ValidationError,
  type ConnectCreateParams,
  type ConnectListParams,
  type ConnectDeleteParams,
  type ConnectGetParams,
  type ConnectSetParams,
  type ConnectionPage,
  Connect,
} from './resources/connect/connect.ts';
import { type Health, type HealthError, HealthResource } from './resources/health.ts';
import {
  type CreateNamespaceResponse,
  type DeleteNamespaceResponse,
  type NamespaceSearchResult,
  type NamespacesError,
  type NamespacesSearchResponse,
  type NamespaceListParams,
  type NamespaceSearchResultsNamespacesPage,
  Namespaces,
} from './resources/namespaces/namespaces.ts';
import { Organizations } from './resources/organizations/organizations.ts';
import {
  type CreateSkillError,
  type CreateSkillRequest,
  type CreateSkillResponse,
  type DeleteSkillResponse,
  type PutSkillResponse,
  type SkillError,
  type SkillResponse,
  type SkillSummary,
  type SkillsListError,
  type SkillsListResponse,
  type SyncSkillResponse,
  type SkillCreateParams,
  type SkillListParams,
  type SkillDeleteParams,
  type SkillDownloadParams,
  type SkillGetParams,
  type SkillSetParams,
  type SkillSyncParams,
  type SkillUploadParams,
  type SkillSummariesSkillsPage,
  Skills,
} from './resources/skills.ts';
import {
  type Constraint,
  type CreateTokenRequest,
  type CreateTokenResponse,
  type TokenError,
  type TokenCreateParams,
  Tokens,
} from './resources/tokens.ts';

export type { ClientOptions } from './core.ts';

/**
 * API for the Smithery platform — discover, deploy, and manage MCP (Model Context
 * Protocol) servers. Provides endpoints for browsing the server registry, managing
 * deployments, creating scoped access tokens, and connecting to MCP servers.
 */
export class Smithery extends SmitheryCore {
  servers: ServersAPI.Servers = new ServersAPI.Servers(this);
  connect: ConnectAPI.Connect = new ConnectAPI.Connect(this);
  health: HealthResourceAPI.HealthResource = new HealthResourceAPI.HealthResource(this);
  namespaces: NamespacesAPI.Namespaces = new NamespacesAPI.Namespaces(this);
  organizations: OrganizationsAPI.Organizations = new OrganizationsAPI.Organizations(this);
  skills: SkillsAPI.Skills = new SkillsAPI.Skills(this);
  tokens: TokensAPI.Tokens = new TokensAPI.Tokens(this);

  static readonly Smithery: typeof Smithery = this;
  static readonly DEFAULT_TIMEOUT: number = 60_000;

  static readonly SmitheryError: typeof Errors.SDKError = Errors.SDKError;
  static readonly APIError: typeof Errors.APIError = Errors.APIError;
  static readonly APIConnectionError: typeof Errors.APIConnectionError = Errors.APIConnectionError;
  static readonly APIConnectionTimeoutError: typeof Errors.APIConnectionTimeoutError =
    Errors.APIConnectionTimeoutError;
  static readonly APIUserAbortError: typeof Errors.APIUserAbortError = Errors.APIUserAbortError;
  static readonly BadRequestError: typeof Errors.BadRequestError = Errors.BadRequestError;
  static readonly AuthenticationError: typeof Errors.AuthenticationError = Errors.AuthenticationError;
  static readonly PermissionDeniedError: typeof Errors.PermissionDeniedError = Errors.PermissionDeniedError;
  static readonly NotFoundError: typeof Errors.NotFoundError = Errors.NotFoundError;
  static readonly ConflictError: typeof Errors.ConflictError = Errors.ConflictError;
  static readonly UnprocessableEntityError: typeof Errors.UnprocessableEntityError =
    Errors.UnprocessableEntityError;
  static readonly RateLimitError: typeof Errors.RateLimitError = Errors.RateLimitError;
  static readonly InternalServerError: typeof Errors.InternalServerError = Errors.InternalServerError;

  static readonly toFile: typeof Uploads.toFile = Uploads.toFile;
}

Smithery.Servers = Servers;
Smithery.Connect = Connect;
Smithery.HealthResource = HealthResource;
Smithery.Namespaces = Namespaces;
Smithery.Organizations = Organizations;
Smithery.Skills = Skills;
Smithery.Tokens = Tokens;

export declare namespace Smithery {
  export type ClientOptions = SDKClientOptions;
  export type RequestOptions = SDKRequestOptions;
  export {
    ServersPage as ServersPage,
    SkillsPage as SkillsPage,
    NamespacesPage as NamespacesPage,
    ReleasesPage as ReleasesPage,
    ConnectionsPage as ConnectionsPage,
  };
  export {
    Servers as Servers,
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
    Connect as Connect,
    type Connection as Connection,
    type ConnectionStatus as ConnectionStatus,
    type ConnectionsListResponse as ConnectionsListResponse,
    type CreateConnectionRequest as CreateConnectionRequest,
    type CredentialProfileHTTP as CredentialProfileHTTP,
    type Error as Error,
    type HTTPInputField as HTTPInputField,
    type MockConfig as MockConfig,
    type ServerInfo as ServerInfo,
    type Success as Success,
    type UpsertConnectionRequest as UpsertConnectionRequest,
    type ValidationError as ValidationError,
    type ConnectCreateParams as ConnectCreateParams,
    type ConnectListParams as ConnectListParams,
    type ConnectDeleteParams as ConnectDeleteParams,
    type ConnectGetParams as ConnectGetParams,
    type ConnectSetParams as ConnectSetParams,
    type ConnectionPage as ConnectionPage,
  };
  export { HealthResource as HealthResource, type Health as Health, type HealthError as HealthError };
  export {
    Namespaces as Namespaces,
    type CreateNamespaceResponse as CreateNamespaceResponse,
    type DeleteNamespaceResponse as DeleteNamespaceResponse,
    type NamespaceSearchResult as NamespaceSearchResult,
    type NamespacesError as NamespacesError,
    type NamespacesSearchResponse as NamespacesSearchResponse,
    type NamespaceListParams as NamespaceListParams,
    type NamespaceSearchResultsNamespacesPage as NamespaceSearchResultsNamespacesPage,
  };
  export { Organizations as Organizations };
  export {
    Skills as Skills,
    type CreateSkillError as CreateSkillError,
    type CreateSkillRequest as CreateSkillRequest,
    type CreateSkillResponse as CreateSkillResponse,
    type DeleteSkillResponse as DeleteSkillResponse,
    type PutSkillResponse as PutSkillResponse,
    type SkillError as SkillError,
    type SkillResponse as SkillResponse,
    type SkillSummary as SkillSummary,
    type SkillsListError as SkillsListError,
    type SkillsListResponse as SkillsListResponse,
    type SyncSkillResponse as SyncSkillResponse,
    type SkillCreateParams as SkillCreateParams,
    type SkillListParams as SkillListParams,
    type SkillDeleteParams as SkillDeleteParams,
    type SkillDownloadParams as SkillDownloadParams,
    type SkillGetParams as SkillGetParams,
    type SkillSetParams as SkillSetParams,
    type SkillSyncParams as SkillSyncParams,
    type SkillUploadParams as SkillUploadParams,
    type SkillSummariesSkillsPage as SkillSummariesSkillsPage,
  };
  export {
    Tokens as Tokens,
    type Constraint as Constraint,
    type CreateTokenRequest as CreateTokenRequest,
    type CreateTokenResponse as CreateTokenResponse,
    type TokenError as TokenError,
    type TokenCreateParams as TokenCreateParams,
  };
}
