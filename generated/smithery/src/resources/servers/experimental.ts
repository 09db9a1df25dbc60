import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';

/** Endpoints that may change without notice. */
export class Experimental extends APIResource {
  /**
   * Infer a best-effort Zod schema from recent successful Tinybird tool outputs. All
   * discovered object fields are marked optional.
   *
   * @throws {AuthenticationError} 401: Unauthorized
   * @throws {PermissionDeniedError} 403: Forbidden
   * @throws {NotFoundError} 404: No output samples found
   * @throws {InternalServerError} 503: Tinybird is not configured
   *
   * @example
   * ```ts
   * const toolOutputSchemaResponse = await client.servers.experimental.inferToolOutputSchema('toolName', {
   *   qualifiedName: 'qualifiedName',
   * });
   *
   * console.log(toolOutputSchemaResponse.qualifiedName);
   * ```
   */
  inferToolOutputSchema(
    toolName: string,
    params: ExperimentalInferToolOutputSchemaParams,
    options?: RequestOptions,
  ): APIPromise<ToolOutputSchemaResponse, ExperimentalInferToolOutputSchemaErrors> {
    const { qualifiedName } = params;
    return this._client.get(
      pathOf(
        'qualifiedName',
        'toolName',
      )`/servers/${qualifiedName}/experimental/tools/${toolName}/output-schema`,
      options,
    );
  }
}

export interface ToolOutputSchemaError {
  error: string;
}

export interface ToolOutputSchemaResponse {
  qualifiedName: string;

  sampleCount: number;

  toolName: string;

  zodSchema: string;
}

export interface ExperimentalInferToolOutputSchemaParams {
  /**
   * Path param: The server's qualified name (e.g. 'namespace/server' or 'namespace' for
   * namespace-only servers). Use %2F to encode the slash.
   */
  qualifiedName: string;
}

export interface ExperimentalInferToolOutputSchemaErrors {
  /** Unauthorized */
  401: ToolOutputSchemaError;

  /** Forbidden */
  403: ToolOutputSchemaError;

  /** No output samples found */
  404: ToolOutputSchemaError;

  /** Tinybird is not configured */
  503: ToolOutputSchemaError;
}

export declare namespace Experimental {
  export {
    type ToolOutputSchemaError as ToolOutputSchemaError,
    type ToolOutputSchemaResponse as ToolOutputSchemaResponse,
    type ExperimentalInferToolOutputSchemaParams as ExperimentalInferToolOutputSchemaParams,
  };
}
