import type { BaseClient } from './internal/base-client.ts';
import { hide, printAs } from './internal/inspect.ts';

/** Base class of all resources; holds the client that sends the requests. */
export abstract class APIResource<TClient extends BaseClient = BaseClient> {
  protected readonly _client: TClient;

  constructor(client: TClient) {
    this._client = client;
    hide(this, '_client');
  }
}

printAs(APIResource);
