/**
 * The config file, read and normalised: what a user asks for, free of the file's spellings.
 *
 * Lists keep the file's order. Keys that come from the file are list items, never object keys, so that no
 * spelling can clash.
 * Durations are milliseconds. An entry's `origin` is its value in the config's text (the key's value, not the
 * key).
 */
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';

export interface Config {
  readonly kind: 'config';
  /** The language that it was read for: `skip`, `only` and what is said to one language alone are settled. */
  readonly audience: LanguageSelector;
  /** The file as the user named it; absent: no config, all is default. */
  readonly file?: string;
  /**
   * Date of the output contract, `2025-10-10`. A file that names none keeps the first one, no file has the
   * newest.
   */
  readonly edition?: string;
  /** The document, relative to the working folder (joined with the config's folder) or a URL. */
  readonly spec?: Located<string>;
  readonly organization: OrganizationConfig;
  readonly client: ClientConfig;
  /** First is the default. Absent: the document's servers. */
  readonly environments?: readonly EnvironmentConfig[];
  /**
   * Keys that begin with `$` (`$client`, `$shared`) are among them, marked by `special`. Absent key and empty
   * tree are the same: `[]`.
   */
  readonly resources: readonly ResourceConfig[];
  readonly pagination: readonly PaginationConfig[];
  /** Overrides the document's `security`. */
  readonly security?: Located<readonly JsonValue[]>;
  /** Overrides the document's `components.securitySchemes`; values are OpenAPI Security Scheme Objects. */
  readonly securitySchemes?: Located<JsonObject>;
  readonly querySettings: QuerySettings;
  readonly settings: SettingsConfig;
  readonly casings: readonly CasingConfig[];
  readonly streaming: { readonly onEvent: readonly StreamRuleConfig[] };
  readonly webhooks: WebhooksConfig;
  readonly readme: { readonly examples: readonly ReadmeExample[] };
  /** `openapi.transforms` (and its older name `openapi.transformations`), in order. */
  readonly transforms: readonly TransformConfig[];
  /** OpenAPI Overlay files, in order, relative to the working folder; applied before `transforms`. */
  readonly overlays: readonly Located<string>[];
  readonly codeSamples?: string;
  /** The target of the language: `targets.typescript` over `targets.node`. */
  readonly target: TargetConfig;
  /** Further targets made of template sets, in file order. */
  readonly targets: readonly ExtraTarget[];
  readonly agents: AgentTargets;
  readonly unspecifiedEndpoints: UnspecifiedEndpoints;
  readonly diagnosticsIgnored: readonly IgnoredDiagnostic[];
  readonly output: OutputConfig;
  /** The file as written; absent: there is none, or it says nothing. */
  readonly written?: JsonObject;
}

export interface Located<T> {
  readonly value: T;
  readonly origin: Origin;
}

export interface OrganizationConfig {
  readonly name?: string;
  readonly docs?: string;
  readonly contact?: string;
  readonly origin?: Origin;
}

// ── client ─────────────────────────────────────────────────────────────────────────────────────────

export interface ClientConfig {
  readonly name?: string;
  /** `default_env_prefix`: `SMITHERY`. */
  readonly envPrefix?: string;
  /** Absent: derived from the security schemes. */
  readonly options?: readonly ClientOptionConfig[];
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly retryInitialMs?: number;
  readonly retryMaxMs?: number;
  readonly idempotencyHeader?: string;
  readonly defaultHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly origin?: Origin;
}

export interface ClientOptionConfig {
  readonly key: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly nullable: boolean;
  readonly default?: string | number | boolean;
  readonly readEnv?: string;
  readonly description?: string;
  readonly example?: string;
  readonly auth?: {
    readonly scheme: string;
    readonly role: 'value' | 'username' | 'password' | 'client_id' | 'client_secret';
  };
  readonly send?: {
    readonly in: 'header' | 'query' | 'path' | 'body' | 'cookie' | 'server_variable';
    readonly name: string;
  };
  readonly skipped: boolean;
  readonly origin: Origin;
}

export interface EnvironmentConfig {
  readonly name: string;
  /** No trailing slash. May hold server variables: `https://{region}.example.com`. */
  readonly url: string;
  readonly variables: readonly {
    readonly name: string;
    readonly default?: string;
    readonly enum?: readonly string[];
    readonly description?: string;
  }[];
  readonly origin: Origin;
}

export interface QuerySettings {
  readonly arrayFormat: 'comma' | 'repeat' | 'indices' | 'brackets';
  readonly nestedFormat: 'brackets' | 'dots';
  /** Of lists in multipart forms, which the edition alone decides. */
  readonly formLists: 'repeat' | 'brackets';
}

// ── resources ──────────────────────────────────────────────────────────────────────────────────────

export interface ResourceConfig {
  readonly key: string;
  /** Keys from the root down, its own last. `$client` has the path `[]`, `$shared` has `['$shared']`. */
  readonly path: readonly string[];
  readonly special?: 'client' | 'shared';
  readonly methods: readonly MethodConfig[];
  readonly models: readonly ModelConfig[];
  readonly subresources: readonly ResourceConfig[];
  readonly description?: string;
  readonly deprecated?: DeprecatedConfig;
  readonly agents?: AgentsConfig;
  readonly hasOwnPackage?: boolean;
  /**
   * True when `skip` or `only`, here or on a resource around it, leaves TypeScript out. Its entries still
   * count as configured.
   */
  readonly skipped: boolean;
  readonly origin: Origin;
}

/** What `mcp` says of a method or a resource. */
export interface AgentsConfig {
  /** Absent: as the resource around it says. */
  readonly isOffered?: boolean;
  readonly toolName?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
}

export interface DeprecatedConfig {
  readonly message?: string;
}

export interface EndpointConfig {
  /** Lower-case. */
  readonly verb: string;
  readonly path: string;
  readonly origin: Origin;
}

export type MethodConfig = HttpMethodConfig | AliasMethodConfig | WebhookMethodConfig;

interface MethodBase {
  readonly key: string;
  /** Of the resource that it stands in. */
  readonly resource: readonly string[];
  readonly skipped: boolean;
  readonly deprecated?: DeprecatedConfig;
  readonly description?: string;
  readonly agents?: AgentsConfig;
  readonly origin: Origin;
}

export interface HttpMethodConfig extends MethodBase {
  readonly kind: 'http';
  readonly endpoint: EndpointConfig;
  /**
   * True: must be paginated, by whichever scheme fits. A text: by the scheme of that name. Absent: by
   * whichever fits, if one does.
   */
  readonly paginated?: boolean | string;
  readonly bodyParamName?: string;
  readonly streaming?: MethodStreamingConfig;
  /** `all`, `none`, or the names of the positional path parameters in order. */
  readonly positionalParams?: 'all' | 'none' | 'last' | readonly string[];
  /** Property paths to unwrap by; false: as it is, whatever the settings say. */
  readonly unwrapResponse?: readonly string[] | false;
  readonly skipTestReason?: string;
  readonly idempotent?: boolean;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
}

/** The same call under a second name. */
export interface AliasMethodConfig extends MethodBase {
  readonly kind: 'alias';
  /** The method that it repeats, in dots from the root: `chats.create`. */
  readonly to:
    | { readonly kind: 'method'; readonly path: string }
    | { readonly kind: 'endpoint'; readonly endpoint: EndpointConfig };
}

export interface WebhookMethodConfig extends MethodBase {
  readonly kind: 'webhook_unwrap';
  /** Union of events: a model in dots (`webhooks.unwrap_event`). */
  readonly eventModel?: string;
  /** Client option that holds the signing secret. */
  readonly keyOption?: string;
}

export interface MethodStreamingConfig {
  /** Null: the method always streams. */
  readonly paramDiscriminator?: string | null;
  /** A model in dots: `chat.chat_completion_chunk`. */
  readonly streamEventModel?: string;
  readonly paramsTypeName?: string;
  readonly origin: Origin;
}

export interface ModelConfig {
  readonly name: string;
  /**
   * Path of the resource that it stands in; `['$client']` for the client's own, `['$shared']` for shared
   * ones.
   */
  readonly resource: readonly string[];
  readonly target: ModelTarget;
  readonly skipped: boolean;
  readonly origin: Origin;
}

export type ModelTarget =
  /** The key under `components.schemas` (or `definitions`). */
  | { readonly kind: 'schema'; readonly name: string }
  /** JSON Pointer (RFC 6901) into the entry document, without `#`. */
  | { readonly kind: 'pointer'; readonly pointer: string }
  /** A reference into another file, relative to the entry document: `parts/book.yml#/Book`. */
  | { readonly kind: 'reference'; readonly ref: string }
  /** A JSONPath (RFC 9535) that selects one schema. */
  | { readonly kind: 'path'; readonly path: string };

// ── behaviour ──────────────────────────────────────────────────────────────────────────────────────

export interface PaginationConfig {
  readonly name: string;
  readonly type: 'page_number' | 'offset' | 'cursor' | 'cursor_id' | 'cursor_url' | 'fake_page';
  /**
   * Property maps (name → schema); purposes are in `x-stainless-pagination-property` of the schemas, nested
   * ones included.
   */
  readonly request: Located<JsonObject>;
  readonly response: Located<JsonObject>;
  readonly paramLocation: 'query' | 'body';
  readonly continueOnEmptyItems: boolean;
  readonly skipped: boolean;
  readonly origin: Origin;
}

export interface StreamRuleConfig {
  /** Value of the SSE `event` field; null: an event without one; absent: any. */
  readonly eventType?: string | null;
  readonly dataPrefix?: string;
  readonly handle: 'done' | 'yield' | 'error' | 'ignore' | 'continue';
  readonly errorProperty?: string;
  readonly origin: Origin;
}

export interface WebhooksConfig {
  /** Client option that holds the signing secret. */
  readonly signingKeyOption?: string;
}

export interface SettingsConfig {
  readonly license?: string;
  readonly disableMockTests: boolean;
  readonly unwrapResponseFields: readonly string[];
  readonly fileHeader?: string;
  readonly sortSchemaProperties: boolean;
  readonly positionalParams?: 'all' | 'last' | 'none';
  /**
   * False, as in a config that does not say: every call sends all credentials that are set, whatever its
   * operation asks for.
   */
  readonly perEndpointSecurity: boolean;
}

export interface CasingConfig {
  readonly word: string;
  /**
   * True: upper-cased as a whole inside names. False: no initialism even if it is one by default. Absent: as
   * by default.
   */
  readonly initialism?: boolean;
  readonly camel?: string;
  readonly pascal?: string;
  readonly snake?: string;
  readonly capital?: string;
  readonly origin: Origin;
}

export interface ReadmeExample {
  /** `default`, `headline`, `pagination`, `errors`, `streaming`, `file_uploads`, `undocumented_params` … */
  readonly name: string;
  readonly endpoint: EndpointConfig;
  readonly params: JsonObject;
  readonly assign?: string;
  readonly origin: Origin;
}

export interface TransformConfig {
  readonly command: string;
  readonly reason?: string;
  readonly args: JsonObject;
  readonly origin: Origin;
}

export interface UnspecifiedEndpoints {
  /**
   * What becomes of operations that a non-empty `resources` tree does not name: left out with a note, or
   * named by the later rules.
   */
  readonly mode: 'omit' | 'generate';
  /** Operations that are known to be missing; nothing is said of them. */
  readonly silenced: readonly EndpointConfig[];
}

export interface IgnoredDiagnostic {
  readonly code: string;
  /** Pointers or endpoints it is ignored at; empty: everywhere. */
  readonly at: readonly string[];
  readonly reason?: string;
  readonly origin: Origin;
}

// ── targets and output ─────────────────────────────────────────────────────────────────────────────

export interface TargetConfig {
  readonly packageName?: string;
  /** What the package is published as, where that is not the name that is imported (PyPI). */
  readonly projectName?: string;
  /** Date of the output contract of this target, as written. */
  readonly edition?: string;
  readonly productionRepo?: string;
  /** Registries as written, for the language to read: `{ npm: false, jsr: '@acme/pets' }`. */
  readonly publish: JsonObject;
  /** Options of the language as written. */
  readonly options: JsonObject;
  readonly browser: 'allow' | 'disallow' | 'dangerous_allow';
  readonly skip: boolean;
  /** A template set or overlay, as in `OutputConfig`. */
  readonly templates?: Located<string>;
  /** Where the package goes, relative to the working folder. */
  readonly out?: string;
  readonly version?: string;
  readonly origin?: Origin;
}

/** What makes a further target: a template set, or a program of the user that gets the plan. */
export type ExtraTarget = {
  readonly name: string;
  readonly out: string;
  readonly origin: Origin;
} & (
  | { readonly kind: 'templates'; readonly templates: Located<string> }
  | { readonly kind: 'command'; readonly command: string }
);

/** The packages for agents. */
export interface AgentTargets {
  readonly mcp: {
    readonly packageName?: string;
    /** What the server does unless it is started with `--mode`. */
    readonly mode?: 'tools' | 'code' | 'both';
    /** Told to the model about the whole server. */
    readonly instructions?: string;
    /** `full`: tools have the schemas of the document, with references and conditions. */
    readonly schemas?: 'agents' | 'full';
    /** Patterns over `servers.list`; what they leave out is not in the package. */
    readonly tools: readonly string[];
    readonly toolsOrigin?: Origin;
    readonly readOnly: boolean;
    /** Only methods and resources with `mcp` are offered. */
    readonly isNamedOnly: boolean;
    /** Most tokens of the list of tools, for `check --agents`. */
    readonly budget?: number;
    /** The package has a file for Cloudflare Workers. */
    readonly hasWorker: boolean;
    /** What the Worker says of who gives tokens (RFC 9728). */
    readonly resourceMetadata?: JsonObject;
    readonly permissions?: CodePermissions;
  };
  readonly cli: { readonly packageName?: string; readonly binaryName?: string };
}

/** `code_exec_permissions`: what is allowed, then GETs, then what is blocked is taken away. */
export interface CodePermissions {
  readonly allowsGets: boolean;
  readonly allowed?: readonly string[];
  readonly blocked: readonly string[];
}

export interface OutputConfig {
  /** Where the SDK goes, relative to the working folder. */
  readonly out?: Located<string>;
  /** A template set or overlay: a shipped name or a folder relative to the working folder. */
  readonly templates?: Located<string>;
  readonly format: boolean;
  readonly docs: {
    readonly enabled: boolean;
    /** Pages about the HTTP interface of each operation. Absent: none; editions before 2026-11-23 have them. */
    readonly reference?: boolean;
    /** Pages about models. Absent: unless there are more than 200. */
    readonly models?: boolean;
    /**
     * Made-up values of samples: the name of what they stand for, or `<value>`, and then with the optional
     * values that the document has examples for.
     */
    readonly samples: 'names' | 'placeholders';
  };
  /** A function for each method. Absent: unless there are more than 100 operations. */
  readonly functions?: boolean;
  /** Imports may also be spelled as in SDKs of that generator. */
  readonly compat?: 'stainless';
  readonly tests: boolean;
  /** Files of the repository around the package. */
  readonly repository?: 'github';
  readonly customCode: 'merge' | 'refuse' | 'overwrite';
}
