import type { BookshopCore } from '../core.ts';
import type { HeadersLike } from '../internal/headers.ts';
import { APIResource } from '../resource.ts';
import type * as OrdersAPI from './orders.ts';
import { parseWebhook, unwrapWebhook } from '../webhooks.ts';

export class Webhooks extends APIResource<BookshopCore> {
  /**
   * Verifies a webhook request (Standard Webhooks) and parses its body.
   *
   * @param body the body exactly as it was received
   * @param options the headers of the request, and the signing key; several keys while one is being replaced
   * @throws WebhookVerificationError when the request cannot be trusted
   */
  unwrap(
    body: string,
    options: { headers: HeadersLike; key?: string | readonly string[] },
  ): Promise<UnwrapWebhookEvent> {
    return unwrapWebhook<UnwrapWebhookEvent>(body, { key: this._client.webhookKey, ...options });
  }

  /**
   * Parses the body of a webhook request **without verifying it**: anyone can
   * forge such a request.
   * Check its signature (`webhook-signature`) as the API's documentation says before you act on it.
   *
   * @param body the body as it was received
   * @throws WebhookVerificationError when it is not JSON
   */
  unsafeUnwrap(body: string): UnsafeUnwrapWebhookEvent {
    return parseWebhook<UnsafeUnwrapWebhookEvent>(body);
  }
}

export interface BookRestockedWebhookEvent {
  copies: number;

  isbn: string;

  type: 'book.restocked';
}

export interface OrderPaidWebhookEvent {
  order: OrdersAPI.Order;

  type: 'order.paid';
}

/** Every event that the API sends. */
export type UnwrapWebhookEvent = BookRestockedWebhookEvent | OrderPaidWebhookEvent;

/** Every event that the API sends. */
export type UnsafeUnwrapWebhookEvent = BookRestockedWebhookEvent | OrderPaidWebhookEvent;

export declare namespace Webhooks {
  export {
    type BookRestockedWebhookEvent as BookRestockedWebhookEvent,
    type OrderPaidWebhookEvent as OrderPaidWebhookEvent,
    type UnwrapWebhookEvent as UnwrapWebhookEvent,
    type UnsafeUnwrapWebhookEvent as UnsafeUnwrapWebhookEvent,
  };
}
