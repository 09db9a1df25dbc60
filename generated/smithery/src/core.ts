import { SDKError } from './error.ts';
import { type AuthSchemes, type Credential, bearer } from './internal/auth.ts';
import { BaseClient } from './internal/base-client.ts';
import type { BaseClientOptions } from './internal/client-options.ts';
import { readEnv } from './internal/env.ts';
import { hide } from './internal/inspect.ts';

/** Options of the client. */
export interface ClientOptions extends BaseClientOptions {
  /**
   * Smithery API key.
   * Defaults to the environment variable `SMITHERY_API_KEY`.
   */
  apiKey?: Credential | undefined;
}

/** The client without its resources: what the standalone functions need, and no more. */
export class SmitheryCore extends BaseClient<ClientOptions> {
  declare apiKey: Credential;

  constructor(options: ClientOptions = {}) {
    const { apiKey = readEnv('SMITHERY_API_KEY') } = options;
    if (apiKey === undefined) {
      throw new SDKError('No credential: set SMITHERY_API_KEY, or pass new Smithery({ apiKey })');
    }
    super(
      { ...options, apiKey },
      { envPrefix: 'SMITHERY', baseURL: 'https://api.smithery.ai', browser: 'dangerous_allow' },
    );
    this.apiKey = apiKey;
    hide(this, 'apiKey');
  }

  protected override authSchemes(): AuthSchemes {
    return {
      bearerAuth: bearer(this.apiKey),
    };
  }
}
