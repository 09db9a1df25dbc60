import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';
import type * as ConnectAPI from './connect.ts';

export class Tools extends APIResource {
  /**
   * List tools exposed by a connection.
   *
   * @throws {NotFoundError} 404: Connection not found
   *
   * @example
   * ```ts
   * const tools = await client.connect.tools.list('connectionId', {
   *   namespace: 'namespace',
   * });
   *
   * console.log(tools.tools);
   * ```
   */
  list(
    connectionID: string,
    params: ToolListParams,
    options?: RequestOptions,
  ): APIPromise<ToolList, ToolListErrors> {
    const { namespace } = params;
    return this._client.get(
      pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}/.tools`,
      options,
    );
  }

  /**
   * Invoke a tool with JSON arguments.
   *
   * @throws {BadRequestError} 400: Validation error
   * @throws {NotFoundError} 404: Connection not found
   * @throws {UnprocessableEntityError} 422: Tool error
   *
   * @example
   * ```ts
   * const looseObject = await client.connect.tools.call('toolPath', {
   *   connectionId: 'connectionId',
   *   namespace: 'namespace',
   *   body: {},
   * });
   *
   * console.log(looseObject);
   * ```
   */
  call(
    toolPath: string,
    params: ToolCallParams,
    options?: RequestOptions,
  ): APIPromise<LooseObject, ToolCallErrors> {
    const { connectionId, namespace, body } = params;
    return this._client.post(
      pathOf(
        'namespace',
        'connectionId',
        'toolPath',
      )`/connect/${namespace}/${connectionId}/.tools/${toolPath}`,
      { body, ...options },
    );
  }

  /**
   * Get one tool or list tools under a slash-separated category.
   *
   * @throws {NotFoundError} 404: Connection or tool not found
   *
   * @example
   * ```ts
   * const tool = await client.connect.tools.get('toolPath', {
   *   connectionId: 'connectionId',
   *   namespace: 'namespace',
   * });
   *
   * console.log(tool);
   * ```
   */
  get(
    toolPath: string,
    params: ToolGetParams,
    options?: RequestOptions,
  ): APIPromise<ToolResponse, ToolGetErrors> {
    const { connectionId, namespace } = params;
    return this._client.get(
      pathOf(
        'namespace',
        'connectionId',
        'toolPath',
      )`/connect/${namespace}/${connectionId}/.tools/${toolPath}`,
      options,
    );
  }

  /**
   * List tools for every connection in a namespace in one response. Each connection
   * is wrapped in an envelope so a failure on one upstream doesn't fail the request.
   * Skips connections in `auth_required`/`input_required` states without calling the
   * upstream.
   *
   * @example
   * ```ts
   * const looseObject = await client.connect.tools.listAll('namespace');
   *
   * console.log(looseObject);
   * ```
   */
  listAll(namespace: string, options?: RequestOptions): APIPromise<LooseObject> {
    return this._client.get(pathOf('namespace')`/connect/${namespace}/.tools`, options);
  }
}

export type LooseObject = { [key: string]: unknown };

export interface Tool {
  inputSchema: Tool.InputSchema;

  name: string;

  _meta?: { [key: string]: unknown };

  annotations?: Tool.Annotations;

  description?: string;

  execution?: Tool.Execution;

  icons?: Array<Tool.Icon>;

  outputSchema?: Tool.OutputSchema;

  title?: string;
}

export declare namespace Tool {
  export interface InputSchema {
    type: 'object';

    properties?: { [key: string]: unknown };

    required?: Array<string>;

    [key: string]: unknown;
  }

  export interface Annotations {
    destructiveHint?: boolean;

    idempotentHint?: boolean;

    openWorldHint?: boolean;

    readOnlyHint?: boolean;

    title?: string;
  }

  export interface Execution {
    taskSupport?: 'required' | 'optional' | 'forbidden';
  }

  export interface Icon {
    src: string;

    mimeType?: string;

    sizes?: Array<string>;

    theme?: 'light' | 'dark';
  }

  export interface OutputSchema {
    type: 'object';

    properties?: { [key: string]: unknown };

    required?: Array<string>;

    [key: string]: unknown;
  }
}

export interface ToolList {
  tools: Array<Tool>;
}

export type ToolResponse = Tool | ToolList;

export interface ToolListParams {
  /** Path param */
  namespace: string;
}

export interface ToolCallParams {
  /** Path param */
  connectionId: string;

  /** Path param */
  namespace: string;

  /** Body param */
  body: LooseObject;
}

export interface ToolGetParams {
  /** Path param */
  connectionId: string;

  /** Path param */
  namespace: string;
}

export interface ToolListErrors {
  /** Connection not found */
  404: ConnectAPI.Error;
}

export interface ToolCallErrors {
  /** Validation error */
  400: ConnectAPI.ValidationError;

  /** Connection not found */
  404: ConnectAPI.Error;

  /** Tool error */
  422: ConnectAPI.Error;
}

export interface ToolGetErrors {
  /** Connection or tool not found */
  404: ConnectAPI.Error;
}

export declare namespace Tools {
  export {
    type LooseObject as LooseObject,
    type Tool as Tool,
    type ToolList as ToolList,
    type ToolResponse as ToolResponse,
    type ToolListParams as ToolListParams,
    type ToolCallParams as ToolCallParams,
    type ToolGetParams as ToolGetParams,
  };
}
