/** What a user asks of the build, in the build's own words: the config in, or nothing at all. */
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
  SerializationDefaults,
  StreamRule,
} from './types.ts';
import type { ConfiguredResource } from './naming/tree.ts';

export interface BuildOptions {
  readonly audience: LanguageSelector;
  readonly organization: { readonly name?: string; readonly docs?: string; readonly contact?: string };
  readonly clientName?: string;
  readonly envPrefix?: string;
  /** Absent: derived from the security schemes. */
  readonly options?: readonly ClientOption[];
  /** The built-in option for the URL of the API, where the config says something about it. */
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
  readonly positionalParams?: 'all' | 'last' | 'none';
  /** False: every call sends all credentials that are set, whatever an operation says. */
  readonly perEndpointSecurity: boolean;
  readonly paginationSchemes: readonly PaginationScheme[];
  readonly resources: readonly ConfiguredResource[];
  readonly methods: readonly RequestedMethod[];
  readonly unwrapMethods: readonly RequestedUnwrap[];
  readonly models: readonly RequestedModel[];
  /** What becomes of operations that a non-empty resource tree does not mention. */
  readonly unspecified: 'omit' | 'generate';
  /** Operations (`get /health`) that are known to be missing from the tree. */
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
  /** The same call under a second name. */
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
  /** Set for methods that another target gets: they count as configured and are not generated. */
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
   * The document says so itself (`x-stainless-model`); what the config says of the same schema comes first.
   */
  readonly hinted?: boolean;
}

/** `webhooks.unwrap`: the method that checks and parses what the API sends. */
export interface RequestedUnwrap {
  readonly resource: readonly string[];
  readonly key: string;
  /** A model in dots. */
  readonly eventModel?: string;
  /** Client option that holds the signing secret. */
  readonly keyOption?: string;
  readonly origin: Origin;
}
