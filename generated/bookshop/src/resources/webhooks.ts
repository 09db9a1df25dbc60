import type { HeadersLike } from '../internal/headers.ts';
import { APIResource } from '../resource.ts';
import type * as OrdersAPI from './orders.ts';
import { unwrapWebhook } from '../webhooks.ts';

export class Webhooks extends APIResource {
  /**
   * Verifies a webhook request (Standard Webhooks) and parses its body.
   *
   * @param body the body exactly as it was received
   * @param options the headers of the request, and the signing key; several keys while one is being replaced
   * @throws WebhookVerificationError when the request cannot be trusted
   */
  unwrap(
    body: string,
    options?: { headers: HeadersLike; key: string | readonly string[] },
  ): Promise<UnwrapWebhookEvent> {
    return unwrapWebhook<UnwrapWebhookEvent>(body, options);
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

export declare namespace Webhooks {
  export {
    type BookRestockedWebhookEvent as BookRestockedWebhookEvent,
    type OrderPaidWebhookEvent as OrderPaidWebhookEvent,
    type UnwrapWebhookEvent as UnwrapWebhookEvent,
  };
}
