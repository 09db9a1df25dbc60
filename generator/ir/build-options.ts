/**
 * The options of the build: what the user's config requests, independent of the config's
 * format. All are empty without a config.
 */
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';
import type {
  AgentsHint,
  Casing,
  Client,
  ClientOption,
  Deprecation,
  Environment,
  PaginationScheme,
  Provenance,
  SerializationDefaults,
  StreamRule,
} from './types.ts';
import type { ConfiguredResource } from './naming/tree.ts';

export interface BuildOptions {
  readonly audience: LanguageSelector;
  readonly organization: { readonly name?: string; readonly docs?: string; readonly contact?: string };
  readonly clientName?: string;
  readonly envPrefix?: string;
  /** Absent: the options are derived from the security schemes. */
  readonly options?: readonly ClientOption[];
  /** The built-in option for the API's base URL, if the config mentions it. */
  readonly baseURL?: Pick<ClientOption, 'default' | 'readEnv'>;
  /** Absent: the document's servers. */
  readonly environments?: readonly Environment[];
  readonly client: Pick<
    Client,
    | 'timeoutMs'
    | 'maxRetries'
    | 'idempotencyHeader'
    | 'defaultHeaders'
    | 'browser'
    | 'sortProperties'
    | 'values'
    | 'edition'
    | 'fileHeader'
    | 'retryPolicy'
  >;
  readonly casings: readonly Casing[];
  readonly license?: string;
  readonly security?: { readonly list: readonly JsonValue[]; readonly origin: Origin };
  readonly securitySchemes?: { readonly map: JsonObject; readonly origin: Origin };
  readonly serialization: SerializationDefaults;
  readonly onEvent: readonly StreamRule[];
  readonly unwrapFields: readonly string[];
  /** Enums with several values accept further values. */
  readonly openEnums: boolean;
  readonly positionalParams?: 'all' | 'last' | 'none';
  /** False: every call sends all credentials that are set, whatever security an operation declares. */
  readonly perEndpointSecurity: boolean;
  readonly paginationSchemes: readonly PaginationScheme[];
  readonly resources: readonly ConfiguredResource[];
  readonly methods: readonly RequestedMethod[];
  readonly unwrapMethods: readonly RequestedUnwrap[];
  /** The client option that holds the signing secret of methods that name none. */
  readonly webhookKey?: { readonly value: string; readonly origin: Origin };
  readonly models: readonly RequestedModel[];
  /** What to do with operations that a non-empty resource tree does not mention. */
  readonly unspecified: 'omit' | 'generate';
  /** Operations (`get /health`) that are deliberately left out of the tree, so no diagnostic reports them. */
  readonly silenced: ReadonlySet<string>;
}

export interface RequestedMethod {
  readonly resource: readonly string[];
  readonly key: string;
  readonly verb: string;
  readonly path: string;
  readonly origin: Origin;
  readonly paginated?: boolean | string;
  readonly bodyName?: string;
  readonly positional?: 'all' | 'none' | 'last' | readonly string[];
  readonly idempotent?: boolean;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly description?: string;
  /** True if this method is a second name for the same call. */
  readonly alias?: boolean;
  readonly unwrap?: readonly string[] | false;
  readonly deprecated?: Deprecation;
  readonly skipTest?: string;
  readonly agents?: AgentsHint;
  readonly streaming?: {
    readonly discriminator?: string | null;
    readonly eventModel?: string;
    readonly paramsTypeName?: string;
  };
  /**
   * True if the method is generated for another target only: it counts as
   * configured but is not generated here.
   */
  readonly skipped?: boolean;
}

export interface RequestedModel {
  readonly resource: readonly string[];
  readonly name: string;
  readonly target:
    | { readonly kind: 'schema'; readonly name: string }
    | { readonly kind: 'pointer'; readonly pointer: string }
    | { readonly kind: 'reference'; readonly ref: string }
    | { readonly kind: 'path'; readonly path: string };
  readonly origin: Origin;
  readonly skipped?: boolean;
  /**
   * True if the model comes from the document (`x-stainless-model`). What the config declares for
   * the same schema takes precedence.
   */
  readonly hinted?: boolean;
}

/** `webhooks.unwrap`: the method that verifies and parses a webhook's payload. */
export interface RequestedUnwrap {
  readonly resource: readonly string[];
  readonly key: string;
  /** The model's dotted path. */
  readonly eventModel?: string;
  /** The client option that holds the signing secret. */
  readonly keyOption?: string;
  readonly origin: Origin;
  /** Absent if the config has the method. */
  readonly provenance?: Provenance;
}
