import { type AuthSchemes, type Credential, apiKey, bearer } from './internal/auth.ts';
import { basic } from './internal/auth-basic.ts';
import { clientCredentials } from './internal/auth-oauth2.ts';
import { BaseClient } from './internal/base-client.ts';
import type { BaseClientOptions } from './internal/client-options.ts';
import { readEnv } from './internal/env.ts';
import type { HeadersLike } from './internal/headers.ts';
import { hide } from './internal/inspect.ts';
import { followRedirects } from './internal/redirects.ts';

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

  region?: 'eu' | 'us' | (string & {}) | undefined;

  /**
   * What the shop signs its events with.
   * Defaults to the environment variable `BOOKSHOP_WEBHOOK_KEY`.
   */
  webhookKey?: string | null | undefined;

  /** Which server to talk to. Defaults to the first one; `baseURL` wins over it. */
  environment?: 'production' | 'sandbox' | undefined;
}

/** The client without its resources: what the standalone functions need, and no more. */
export class BookshopCore extends BaseClient<ClientOptions> {
  declare apiKey: Credential;
  declare staffName: Credential;
  declare staffPassword: Credential;
  declare partnerKey: Credential;
  declare session: Credential;
  declare clientID: Credential;
  declare clientSecret: Credential;
  declare storeID: string | null;
  declare till: string | null;
  declare region: 'eu' | 'us' | (string & {});
  declare webhookKey: string | null;

  constructor(options: ClientOptions = {}) {
    const {
      apiKey = readEnv('BOOKSHOP_API_KEY') ?? null,
      staffName = readEnv('BOOKSHOP_STAFF_NAME') ?? null,
      staffPassword = readEnv('BOOKSHOP_STAFF_PASSWORD') ?? null,
      partnerKey = readEnv('BOOKSHOP_PARTNER_KEY') ?? null,
      session = null,
      clientID = readEnv('BOOKSHOP_CLIENT_ID') ?? null,
      clientSecret = readEnv('BOOKSHOP_CLIENT_SECRET') ?? null,
      storeID = readEnv('BOOKSHOP_STORE') ?? null,
      till = null,
      region = 'eu',
      webhookKey = readEnv('BOOKSHOP_WEBHOOK_KEY') ?? null,
    } = options;
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
        webhookKey,
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
        credentials: {
          apiKey: 'apiKey',
          staff: 'staffName and staffPassword',
          partner: 'partnerKey',
          session: 'session',
          machine: 'clientID and clientSecret',
        },
        redirects: followRedirects(['partner_key']),
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
    this.webhookKey = webhookKey;
    hide(
      this,
      'apiKey',
      'staffName',
      'staffPassword',
      'partnerKey',
      'session',
      'clientID',
      'clientSecret',
      'storeID',
      'till',
      'region',
      'webhookKey',
    );
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
    return [{ 'X-Bookshop-Channel': 'api', 'X-Bookshop-Till': this.till }, ...super.defaultHeaders()];
  }
}
