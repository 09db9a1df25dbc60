import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { ConnectionsPage } from '../../pages.ts';
import type { PagePromise } from '../../pagination.ts';
import { APIResource } from '../../resource.ts';
import * as ToolsAPI from './tools.ts';
import * as TriggersAPI from './triggers.ts';
import {
  type LooseObject,
  type Tool,
  type ToolList,
  type ToolResponse,
  type ToolListParams,
  type ToolCallParams,
  type ToolGetParams,
  Tools,
} from './tools.ts';
import {
  type CreateTriggerRequest,
  type DeleteTriggerRequest,
  type TriggerDefinition,
  type TriggerDefinitionList,
  type TriggerDelivery,
  type TriggerSubscription,
  type UnsubscribeDelivery,
  type TriggerListParams,
  type TriggerGetParams,
  type TriggerSubscribeParams,
  type TriggerUnsubscribeParams,
  Triggers,
} from './triggers.ts';

/** Connections to MCP servers, with their tools and triggers. */
export class Connect extends APIResource {
  tools: ToolsAPI.Tools = new ToolsAPI.Tools(this._client);
  triggers: TriggersAPI.Triggers = new TriggersAPI.Triggers(this._client);

  /**
   * Create a new MCP connection with an auto-generated ID. Requires API key and
   * namespace ownership.
   *
   * @throws {BadRequestError} 400: Validation error
   * @throws {NotFoundError} 404: Namespace not found or access denied
   *
   * @example
   * ```ts
   * const connect = await client.connect.create('namespace');
   *
   * console.log(connect.connectionId);
   * ```
   */
  create(
    namespace: string,
    body: ConnectCreateParams | null | undefined = {},
    options?: RequestOptions,
  ): APIPromise<Connection, ConnectCreateErrors> {
    return this._client.post(pathOf('namespace')`/connect/${namespace}`, { body, ...options });
  }

  /**
   * List all connections in a namespace. Supports filtering by metadata using
   * `metadata.{key}={value}` query params.
   *
   * @throws {BadRequestError} 400: Bad request
   *
   * @example
   * ```ts
   * // Asks for further pages as the loop gets to them.
   * for await (const connection of client.connect.list('namespace')) {
   *   console.log(connection.connectionId);
   * }
   * ```
   */
  list(
    namespace: string,
    query: ConnectListParams | null | undefined = {},
    options?: RequestOptions,
  ): PagePromise<ConnectionPage, Connection, ConnectListErrors> {
    return this._client.getAPIList(pathOf('namespace')`/connect/${namespace}`, ConnectionsPage<Connection>, {
      query,
      ...options,
    });
  }

  /**
   * Delete a connection and terminate its MCP session. Requires API key and
   * namespace ownership.
   *
   * @throws {BadRequestError} 400: Bad request
   * @throws {NotFoundError} 404: Namespace or connection not found
   *
   * @example
   * ```ts
   * const connect = await client.connect.delete('connectionId', {
   *   namespace: 'namespace',
   * });
   *
   * console.log(connect.success);
   * ```
   */
  delete(
    connectionID: string,
    params: ConnectDeleteParams,
    options?: RequestOptions,
  ): APIPromise<Success, ConnectDeleteErrors> {
    const { namespace } = params;
    return this._client.delete(
      pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}`,
      options,
    );
  }

  /**
   * Get details for a specific connection. Requires service token with
   * connections:read scope.
   *
   * @throws {BadRequestError} 400: Bad request
   * @throws {NotFoundError} 404: Connection not found
   *
   * @example
   * ```ts
   * const connect = await client.connect.get('connectionId', {
   *   namespace: 'namespace',
   * });
   *
   * console.log(connect.connectionId);
   * ```
   */
  get(
    connectionID: string,
    params: ConnectGetParams,
    options?: RequestOptions,
  ): APIPromise<Connection, ConnectGetErrors> {
    const { namespace } = params;
    return this._client.get(
      pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}`,
      options,
    );
  }

  /**
   * Create or update an MCP connection with the given ID. mcpUrl is required when
   * creating a new connection, but optional when updating. Returns 409 if a
   * different mcpUrl is provided, except while the connection is input_required and
   * the new URL keeps the same host and path.
   *
   * @throws {BadRequestError} 400: Validation error
   * @throws {NotFoundError} 404: Namespace not found or access denied
   * @throws {ConflictError} 409: URL mismatch
   *
   * @example
   * ```ts
   * const connection = await client.connect.set('connectionId', {
   *   namespace: 'namespace',
   * });
   *
   * console.log(connection.connectionId);
   * ```
   */
  set(
    connectionID: string,
    params: ConnectSetParams,
    options?: RequestOptions,
  ): APIPromise<Connection, ConnectSetErrors> {
    const { namespace, ...body } = params;
    return this._client.put(pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}`, {
      body,
      ...options,
    });
  }
}

export type ConnectionPage = ConnectionsPage<Connection>;

export interface Connection {
  /** Connection ID (auto-generated or developer-defined) */
  connectionId: string;

  /** MCP server URL. Null for uplink connections. */
  mcpUrl: string | null;

  metadata: { [key: string]: unknown } | null;

  /** Human-readable name */
  name: string;

  /** ISO 8601 timestamp */
  createdAt?: string;

  iconUrl?: string | null;

  /**
   * Mock-mode config: `{enabled: true, scenario?}` when LLM-simulated, absent
   * otherwise.
   */
  mock?: MockConfig;

  /** Server information from MCP initialization (name, version) */
  serverInfo?: ServerInfo;

  /** Last known connection status */
  status?: ConnectionStatus;

  /** Connection transport */
  transport?: 'http' | 'uplink';
}

export type ConnectionStatus =
  | ConnectionStatus.ConnectionStatusConnected
  | ConnectionStatus.ConnectionStatusDisconnected
  | ConnectionStatus.ConnectionStatusAuthRequired
  | ConnectionStatus.ConnectionStatusInputRequired
  | ConnectionStatus.ConnectionStatusError;

export declare namespace ConnectionStatus {
  export interface ConnectionStatusConnected {
    state: 'connected';
  }

  export interface ConnectionStatusDisconnected {
    state: 'disconnected';
  }

  export interface ConnectionStatusAuthRequired {
    state: 'auth_required';

    /**
     * Deprecated compatibility alias for setupUrl
     *
     * @deprecated deprecated
     */
    authorizationUrl?: string;

    /** Hosted Smithery URL for completing setup and OAuth */
    setupUrl?: string;
  }

  export interface ConnectionStatusInputRequired {
    http: CredentialProfileHTTP;

    missing: ConnectionStatus.ConnectionStatusInputRequired.Missing;

    state: 'input_required';

    /** Hosted Smithery URL for completing setup in the browser */
    setupUrl?: string;
  }

  export namespace ConnectionStatusInputRequired {
    export interface Missing {
      headers: Array<string>;

      query: Array<string>;
    }
  }

  export interface ConnectionStatusError {
    /** Error message */
    message: string;

    state: 'error';
  }
}

export interface ConnectionsListResponse {
  connections: Array<Connection>;

  /** Cursor for next page, null if no more results */
  nextCursor: string | null;
}

export interface CreateConnectionRequest {
  /**
   * Custom headers to send with MCP requests (stored securely, not returned in
   * responses)
   */
  headers?: { [key: string]: string };

  /**
   * URL of the MCP server. Required for HTTP connections. Omit for uplink
   * connections.
   */
  mcpUrl?: string;

  /** Custom metadata for filtering connections */
  metadata?: { [key: string]: unknown };

  /**
   * Run this connection in mock mode. Tool calls are LLM-simulated against the
   * registry's scanned schemas and never reach the upstream server. Provide an
   * optional `scenario` to seed the simulator with a starting-state description.
   * Registry servers only; frozen at creation (cannot be toggled via PUT).
   */
  mock?: MockConfig;

  /**
   * Human-readable name (optional, defaults to connection ID)
   *
   * From 1 to 255 characters.
   */
  name?: string;

  /** Connection transport. Use `uplink` for a local server paired over Smithery CLI. */
  transport?: 'http' | 'uplink';
}

export interface CredentialProfileHTTP {
  headers?: { [key: string]: HTTPInputField };

  query?: { [key: string]: HTTPInputField };
}

export interface Error {
  error: string;

  message: string;
}

export interface HTTPInputField {
  label: string;

  description?: string;

  required?: boolean;
}

export interface MockConfig {
  /** Turn mock mode on for this connection. */
  enabled: boolean;

  /**
   * Natural-language starting-state for the simulator (threaded into the LLM system
   * prompt so generated data is consistent with the scenario across calls).
   */
  scenario?: string;
}

export interface ServerInfo {
  name: string;

  version: string;

  description?: string;

  icons?: Array<ServerInfo.Icon>;

  title?: string;

  websiteUrl?: string;
}

export declare namespace ServerInfo {
  export interface Icon {
    src: string;

    mimeType?: string;

    sizes?: Array<string>;

    theme?: 'light' | 'dark';
  }
}

export interface Success {
  success: true;
}

export interface UpsertConnectionRequest {
  /**
   * Custom headers to send with MCP requests (stored securely, not returned in
   * responses)
   */
  headers?: { [key: string]: string };

  /**
   * URL of the MCP server. Required when creating a new connection. Optional when
   * updating — omit to keep the existing URL.
   */
  mcpUrl?: string;

  /** Custom metadata for filtering connections */
  metadata?: { [key: string]: unknown };

  /**
   * Run this connection in mock mode. Only honored on first creation; ignored on
   * updates to an existing connection.
   */
  mock?: MockConfig;

  /**
   * Human-readable name (optional, defaults to connection ID)
   *
   * From 1 to 255 characters.
   */
  name?: string;

  /**
   * Connection transport. Defaults to the existing connection transport when
   * updating.
   */
  transport?: 'http' | 'uplink';
}

export interface ValidationError {
  error: 'validation_error';

  message: string;
}

export interface ConnectCreateParams {
  /**
   * Custom headers to send with MCP requests (stored securely, not returned in
   * responses)
   */
  headers?: { [key: string]: string };

  /**
   * URL of the MCP server. Required for HTTP connections. Omit for uplink
   * connections.
   */
  mcpUrl?: string;

  /** Custom metadata for filtering connections */
  metadata?: { [key: string]: unknown };

  /**
   * Run this connection in mock mode. Tool calls are LLM-simulated against the
   * registry's scanned schemas and never reach the upstream server. Provide an
   * optional `scenario` to seed the simulator with a starting-state description.
   * Registry servers only; frozen at creation (cannot be toggled via PUT).
   */
  mock?: MockConfig;

  /**
   * Human-readable name (optional, defaults to connection ID)
   *
   * From 1 to 255 characters.
   */
  name?: string;

  /** Connection transport. Use `uplink` for a local server paired over Smithery CLI. */
  transport?: 'http' | 'uplink';
}

export interface ConnectListParams {
  /** Pagination cursor from previous response's nextCursor */
  cursor?: string;

  /**
   * Maximum number of items to return (default 100, max 100)
   *
   * From 1 to 100.
   */
  limit?: number;

  /** Filter by exact MCP server URL */
  mcpUrl?: string;

  /** Filter by exact connection name */
  name?: string;
}

export interface ConnectDeleteParams {
  /** Path param */
  namespace: string;
}

export interface ConnectGetParams {
  /** Path param */
  namespace: string;
}

export interface ConnectSetParams {
  /** Path param */
  namespace: string;

  /**
   * Body param: Custom headers to send with MCP requests (stored securely, not returned in
   * responses)
   */
  headers?: { [key: string]: string };

  /**
   * Body param: URL of the MCP server. Required when creating a new connection. Optional when
   * updating — omit to keep the existing URL.
   */
  mcpUrl?: string;

  /** Body param: Custom metadata for filtering connections */
  metadata?: { [key: string]: unknown };

  /**
   * Body param: Run this connection in mock mode. Only honored on first creation; ignored on
   * updates to an existing connection.
   */
  mock?: MockConfig;

  /**
   * Body param: Human-readable name (optional, defaults to connection ID)
   *
   * From 1 to 255 characters.
   */
  name?: string;

  /**
   * Body param: Connection transport. Defaults to the existing connection transport when
   * updating.
   */
  transport?: 'http' | 'uplink';
}

export interface ConnectCreateErrors {
  /** Validation error */
  400: ValidationError;

  /** Namespace not found or access denied */
  404: Error;
}

export interface ConnectListErrors {
  /** Bad request */
  400: Error;
}

export interface ConnectDeleteErrors {
  /** Bad request */
  400: Error;

  /** Namespace or connection not found */
  404: Error;
}

export interface ConnectGetErrors {
  /** Bad request */
  400: Error;

  /** Connection not found */
  404: Error;
}

export interface ConnectSetErrors {
  /** Validation error */
  400: ValidationError;

  /** Namespace not found or access denied */
  404: Error;

  /** URL mismatch */
  409: Error;
}

Connect.Tools = Tools;
Connect.Triggers = Triggers;

export declare namespace Connect {
  export {
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
  export {
    Tools as Tools,
    type LooseObject as LooseObject,
    type Tool as Tool,
    type ToolList as ToolList,
    type ToolResponse as ToolResponse,
    type ToolListParams as ToolListParams,
    type ToolCallParams as ToolCallParams,
    type ToolGetParams as ToolGetParams,
  };
  export {
    Triggers as Triggers,
    type CreateTriggerRequest as CreateTriggerRequest,
    type DeleteTriggerRequest as DeleteTriggerRequest,
    type TriggerDefinition as TriggerDefinition,
    type TriggerDefinitionList as TriggerDefinitionList,
    type TriggerDelivery as TriggerDelivery,
    type TriggerSubscription as TriggerSubscription,
    type UnsubscribeDelivery as UnsubscribeDelivery,
    type TriggerListParams as TriggerListParams,
    type TriggerGetParams as TriggerGetParams,
    type TriggerSubscribeParams as TriggerSubscribeParams,
    type TriggerUnsubscribeParams as TriggerUnsubscribeParams,
  };
}
