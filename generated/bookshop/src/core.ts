import { type AuthSchemes, type Credential, apiKey, bearer } from './internal/auth.ts';
import { basic } from './internal/auth-basic.ts';
import { clientCredentials } from './internal/auth-oauth2.ts';
import { BaseClient } from './internal/base-client.ts';
import type { BaseClientOptions } from './internal/client-options.ts';
import { readEnv } from './internal/env.ts';
import type { HeadersLike } from './internal/headers.ts';

/** Options of the client. */
export interface ClientOptions extends BaseClientOptions {
  /**
   * Made in the shop's settings.
   * Defaults to the environment variable `BOOKSHOP_API_KEY`.
   */
  apiKey?: Credential | undefined;

  /** Defaults to the environment variable `BOOKSHOP_STAFF_NAME`. */
  staffName?: Credential | undefined;

  /** Defaults to the environment variable `BOOKSHOP_STAFF_PASSWORD`. */
  staffPassword?: Credential | undefined;

  /** Defaults to the environment variable `BOOKSHOP_PARTNER_KEY`. */
  partnerKey?: Credential | undefined;

  /** Cookie of a signed-in member. */
  session?: Credential | undefined;

  /** Defaults to the environment variable `BOOKSHOP_CLIENT_ID`. */
  clientID?: Credential | undefined;

  /** Defaults to the environment variable `BOOKSHOP_CLIENT_SECRET`. */
  clientSecret?: Credential | undefined;

  /**
   * The store that calls about stock and shelves mean when they name none.
   * Defaults to the environment variable `BOOKSHOP_STORE`.
   */
  storeID?: string | null | undefined;

  /** Number of the till, for the shop's own machines. */
  till?: string | null | undefined;

  region?: string | undefined;

  /** Which server to talk to. Defaults to the first one; `baseURL` wins over it. */
  environment?: 'production' | 'sandbox' | undefined;
}

/** The client without its resources: what the standalone functions need, and no more. */
export class BookshopCore extends BaseClient<ClientOptions> {
  apiKey: Credential;
  staffName: Credential;
  staffPassword: Credential;
  partnerKey: Credential;
  session: Credential;
  clientID: Credential;
  clientSecret: Credential;
  storeID: string | null;
  till: string | null;
  region: string;

  constructor(options: ClientOptions = {}) {
    const apiKey = options.apiKey ?? readEnv('BOOKSHOP_API_KEY') ?? null;
    const staffName = options.staffName ?? readEnv('BOOKSHOP_STAFF_NAME') ?? null;
    const staffPassword = options.staffPassword ?? readEnv('BOOKSHOP_STAFF_PASSWORD') ?? null;
    const partnerKey = options.partnerKey ?? readEnv('BOOKSHOP_PARTNER_KEY') ?? null;
    const session = options.session ?? null;
    const clientID = options.clientID ?? readEnv('BOOKSHOP_CLIENT_ID') ?? null;
    const clientSecret = options.clientSecret ?? readEnv('BOOKSHOP_CLIENT_SECRET') ?? null;
    const storeID = options.storeID ?? readEnv('BOOKSHOP_STORE') ?? null;
    const till = options.till ?? null;
    const region = options.region ?? 'eu';
    super(
      {
        ...options,
        apiKey,
        staffName,
        staffPassword,
        partnerKey,
        session,
        clientID,
        clientSecret,
        storeID,
        till,
        region,
      },
      {
        envPrefix: 'BOOKSHOP',
        baseURL: `https://${region}.bookshop.example/v2`,
        environments: {
          production: `https://${region}.bookshop.example/v2`,
          sandbox: 'https://sandbox.bookshop.example/v2',
        },
        timeout: 30000,
        maxRetries: 3,
        retry: { first: 500, longest: 8000 },
        idempotencyHeader: 'Idempotency-Key',
        browser: 'dangerous_allow',
        security: [{ apiKey: true }, { machine: ['catalogue:read'] }],
      },
    );
    this.apiKey = apiKey;
    this.staffName = staffName;
    this.staffPassword = staffPassword;
    this.partnerKey = partnerKey;
    this.session = session;
    this.clientID = clientID;
    this.clientSecret = clientSecret;
    this.storeID = storeID;
    this.till = till;
    this.region = region;
  }

  protected override authSchemes(): AuthSchemes {
    return {
      apiKey: bearer(this.apiKey),
      machine: clientCredentials({
        tokenURL: 'https://auth.bookshop.example/token',
        clientID: this.clientID,
        clientSecret: this.clientSecret,
      }),
      partner: apiKey({ in: 'query', name: 'partner_key' }, this.partnerKey),
      session: apiKey({ in: 'cookie', name: 'bookshop_session' }, this.session),
      staff: basic(this.staffName, this.staffPassword),
    };
  }

  protected override defaultHeaders(): readonly HeadersLike[] {
    return [{ 'X-Bookshop-Till': this.till }, ...super.defaultHeaders()];
  }
}
