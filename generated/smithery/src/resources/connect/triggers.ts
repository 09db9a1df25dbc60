import type { APIPromise } from '../../api-promise.ts';
import { pathOf } from '../../internal/path.ts';
import type { RequestOptions } from '../../internal/request-options.ts';
import { APIResource } from '../../resource.ts';
import type * as ConnectAPI from './connect.ts';
import type * as ToolsAPI from './tools.ts';

export class Triggers extends APIResource {
  /**
   * List trigger types exposed by a connection.
   *
   * @throws {NotFoundError} 404: Connection not found
   *
   * @example
   * ```ts
   * const triggers = await client.connect.triggers.list('connectionId', {
   *   namespace: 'namespace',
   * });
   *
   * console.log(triggers);
   * ```
   */
  list(
    connectionID: string,
    params: TriggerListParams,
    options?: RequestOptions,
  ): APIPromise<TriggerDefinitionList, TriggerListErrors> {
    const { namespace } = params;
    return this._client.get(
      pathOf('namespace', 'connectionID')`/connect/${namespace}/${connectionID}/.triggers`,
      options,
    );
  }

  /**
   * Get the schema for a single trigger type.
   *
   * @throws {NotFoundError} 404: Trigger not found
   *
   * @example
   * ```ts
   * const trigger = await client.connect.triggers.get('triggerName', {
   *   connectionId: 'connectionId',
   *   namespace: 'namespace',
   * });
   *
   * console.log(trigger.delivery);
   * ```
   */
  get(
    triggerName: string,
    params: TriggerGetParams,
    options?: RequestOptions,
  ): APIPromise<TriggerDefinition, TriggerGetErrors> {
    const { connectionId, namespace } = params;
    return this._client.get(
      pathOf(
        'namespace',
        'connectionId',
        'triggerName',
      )`/connect/${namespace}/${connectionId}/.triggers/${triggerName}`,
      options,
    );
  }

  /**
   * Subscribe to (or refresh) a trigger. Supplying the same (params, delivery.url)
   * refreshes the TTL and may rotate the secret.
   *
   * @throws {BadRequestError} 400: Validation error
   * @throws {NotFoundError} 404: Connection or trigger not found
   *
   * @example
   * ```ts
   * const trigger = await client.connect.triggers.subscribe('triggerName', {
   *   connectionId: 'connectionId',
   *   namespace: 'namespace',
   *   delivery: {
   *     secret: 'whsec_dGVzdF9zZWNyZXRfMjRfYnl0ZXNfbWluaW11bSE=',
   *     url: 'https://my-app.example.com/events',
   *   },
   *   params: {},
   * });
   *
   * console.log(trigger.id);
   * ```
   */
  subscribe(
    triggerName: string,
    params: TriggerSubscribeParams,
    options?: RequestOptions,
  ): APIPromise<TriggerSubscription, TriggerSubscribeErrors> {
    const { connectionId, namespace, ...body } = params;
    return this._client.post(
      pathOf(
        'namespace',
        'connectionId',
        'triggerName',
      )`/connect/${namespace}/${connectionId}/.triggers/${triggerName}`,
      { body, ...options },
    );
  }

  /**
   * Unsubscribe by subscription key (params + delivery.url). Eager teardown —
   * subscriptions also expire naturally on TTL.
   *
   * @throws {NotFoundError} 404: Subscription not found
   *
   * @example
   * ```ts
   * const success = await client.connect.triggers.unsubscribe('triggerName', {
   *   connectionId: 'connectionId',
   *   namespace: 'namespace',
   *   delivery: { url: 'https://my-app.example.com/events' },
   *   params: {},
   * });
   *
   * console.log(success.success);
   * ```
   */
  unsubscribe(
    triggerName: string,
    params: TriggerUnsubscribeParams,
    options?: RequestOptions,
  ): APIPromise<ConnectAPI.Success, TriggerUnsubscribeErrors> {
    const { connectionId, namespace, ...body } = params;
    return this._client.delete(
      pathOf(
        'namespace',
        'connectionId',
        'triggerName',
      )`/connect/${namespace}/${connectionId}/.triggers/${triggerName}`,
      { body, ...options },
    );
  }
}

export interface CreateTriggerRequest {
  delivery: TriggerDelivery;

  /**
   * Trigger-specific parameters defined by the trigger inputSchema
   *
   * @default {}
   */
  params: ToolsAPI.LooseObject;
}

export interface DeleteTriggerRequest {
  delivery: UnsubscribeDelivery;

  /**
   * The same params used at subscribe time. Forms part of the subscription key.
   *
   * @default {}
   */
  params: ToolsAPI.LooseObject;
}

export interface TriggerDefinition {
  delivery: Array<string>;

  /** Trigger name exposed by the MCP server */
  name: string;

  description?: string;

  /** JSON Schema for the params required to create the trigger */
  inputSchema?: ToolsAPI.LooseObject;

  /** JSON Schema for the event payload delivered by the trigger */
  payloadSchema?: ToolsAPI.LooseObject;
}

export type TriggerDefinitionList = Array<TriggerDefinition>;

export interface TriggerDelivery {
  /**
   * Standard Webhooks signing secret (whsec_). The upstream MCP server signs each
   * delivery with this.
   */
  secret: string;

  /** HTTPS webhook destination where the upstream MCP server delivers events. */
  url: string;
}

export interface TriggerSubscription {
  /**
   * Stable subscription id derived from (namespace, connection, name, params,
   * delivery.url). Used by the receiver to route via X-MCP-Subscription-Id.
   */
  id: string;

  /** ISO 8601 timestamp at which the subscription expires unless refreshed. */
  refreshBefore: string;
}

export interface UnsubscribeDelivery {
  /**
   * The delivery URL of the subscription to remove. Together with name+params it
   * forms the subscription key.
   */
  url: string;
}

export interface TriggerListParams {
  /** Path param */
  namespace: string;
}

export interface TriggerGetParams {
  /** Path param */
  connectionId: string;

  /** Path param */
  namespace: string;
}

export interface TriggerSubscribeParams {
  /** Path param */
  connectionId: string;

  /** Path param */
  namespace: string;

  /** Body param */
  delivery: TriggerDelivery;

  /**
   * Body param: Trigger-specific parameters defined by the trigger inputSchema
   *
   * @default {}
   */
  params: ToolsAPI.LooseObject;
}

export interface TriggerUnsubscribeParams {
  /** Path param */
  connectionId: string;

  /** Path param */
  namespace: string;

  /** Body param */
  delivery: UnsubscribeDelivery;

  /**
   * Body param: The same params used at subscribe time. Forms part of the subscription key.
   *
   * @default {}
   */
  params: ToolsAPI.LooseObject;
}

export interface TriggerListErrors {
  /** Connection not found */
  404: ConnectAPI.Error;
}

export interface TriggerGetErrors {
  /** Trigger not found */
  404: ConnectAPI.Error;
}

export interface TriggerSubscribeErrors {
  /** Validation error */
  400: ConnectAPI.ValidationError;

  /** Connection or trigger not found */
  404: ConnectAPI.Error;
}

export interface TriggerUnsubscribeErrors {
  /** Subscription not found */
  404: ConnectAPI.Error;
}

export declare namespace Triggers {
  export {
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
