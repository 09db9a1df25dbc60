/**
 * The config file, read and normalized: the user's options, independent of the file's notation.
 *
 * Lists keep the file's order. Keys from the file become list items and never object keys, so that no
 * name can clash. Durations are in milliseconds. An entry's `origin` is its value in the config's
 * text (the key's value, not the key).
 */
import type { PAGINATION_TYPES } from './schema/client.ts';
import type { ValuesOf } from './schema/keys.ts';
import type { DOCS, ORGANIZATION, OUTPUT, SETTINGS, SPELLINGS } from './schema/tables.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';

export interface Config {
  readonly kind: 'config';
  /** The language for which it was read: `skip`, `only` and language-specific options are already applied. */
  readonly audience: LanguageSelector;
  /** The file as the user named it; absent: there is no config and all options have their defaults. */
  readonly file?: string;
  /**
   * Date of the output contract, `2025-10-10`. A file without a date keeps the first edition;
   * without a file, the newest applies.
   */
  readonly edition?: string;
  /**
   * The document: a path relative to the working folder (already joined with
   * the config's folder), or a URL.
   */
  readonly spec?: Located<string>;
  readonly organization: OrganizationConfig;
  readonly client: ClientConfig;
  /** The first is the default. Absent: the document's servers. */
  readonly environments?: readonly EnvironmentConfig[];
  /**
   * Includes keys that begin with `$` (`$client`, `$shared`), marked by `special`. A missing key
   * and an empty tree are both `[]`.
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
  /** OpenAPI Overlay files in order, relative to the working folder. They are applied before `transforms`. */
  readonly overlays: readonly Located<string>[];
  readonly codeSamples?: string;
  /** The target of the language: `targets.typescript`, completed from `targets.node`. */
  readonly target: TargetConfig;
  /** Further targets generated from template sets, in file order. */
  readonly targets: readonly ExtraTarget[];
  readonly agents: AgentTargets;
  readonly unspecifiedEndpoints: UnspecifiedEndpoints;
  readonly diagnosticsIgnored: readonly IgnoredDiagnostic[];
  readonly output: OutputConfig;
  /** The file as written; absent if there is none or it is empty. */
  readonly written?: JsonObject;
}

export interface Located<T> {
  readonly value: T;
  readonly origin: Origin;
}

export type OrganizationConfig = ValuesOf<typeof ORGANIZATION> & { readonly origin?: Origin };

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
  /** No trailing slash. May contain server variables: `https://{region}.example.com`. */
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
  /** Format of lists in multipart forms, which depends only on the edition. */
  readonly formLists: 'repeat' | 'brackets';
}

// ── resources ──────────────────────────────────────────────────────────────────────────────────────

export interface ResourceConfig {
  readonly key: string;
  /** Keys from the root, its own last. `$client` has the path `[]`, `$shared` has `['$shared']`. */
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
   * True if `skip` or `only`, here or on an enclosing resource, excludes the language. The
   * entries still count as configured.
   */
  readonly skipped: boolean;
  readonly origin: Origin;
}

/** The `mcp` options of a method or a resource. */
export interface AgentsConfig {
  /** Absent: inherited from the enclosing resource. */
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
  /** Path of its resource. */
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
   * True: must be paginated, with any scheme that fits. Text: with the scheme of that name. Absent: with
   * any scheme that fits, if there is one.
   */
  readonly paginated?: boolean | string;
  readonly bodyParamName?: string;
  readonly streaming?: MethodStreamingConfig;
  /** `all`, `none`, or the names of the positional path parameters in order. */
  readonly positionalParams?: 'all' | 'none' | 'last' | readonly string[];
  /** Property paths to return instead of the whole result; false: never, whatever the settings are. */
  readonly unwrapResponse?: readonly string[] | false;
  readonly skipTestReason?: string;
  readonly idempotent?: boolean;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
}

/** A second name for the same call. */
export interface AliasMethodConfig extends MethodBase {
  readonly kind: 'alias';
  /** The method that it repeats, as a dotted path from the root: `chats.create`. */
  readonly to:
    | { readonly kind: 'method'; readonly path: string }
    | { readonly kind: 'endpoint'; readonly endpoint: EndpointConfig };
}

export interface WebhookMethodConfig extends MethodBase {
  readonly kind: 'webhook_unwrap';
  /** Union of the events: the dotted path of a model (`webhooks.unwrap_event`). */
  readonly eventModel?: string;
  /** The client option that holds the signing secret. */
  readonly keyOption?: string;
}

export interface MethodStreamingConfig {
  /** Null: the method always streams. */
  readonly paramDiscriminator?: string | null;
  /** The dotted path of a model: `chat.chat_completion_chunk`. */
  readonly streamEventModel?: string;
  readonly paramsTypeName?: string;
  readonly origin: Origin;
}

export interface ModelConfig {
  readonly name: string;
  /** Path of its resource; `['$client']` for models of the client itself, `['$shared']` for shared models. */
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
  /** A JSONPath (RFC 9535) that selects a single schema. */
  | { readonly kind: 'path'; readonly path: string };

// ── behaviour ──────────────────────────────────────────────────────────────────────────────────────

export interface PaginationConfig {
  readonly name: string;
  readonly type: (typeof PAGINATION_TYPES)[number];
  /**
   * Property maps (name → schema). Purposes are in `x-stainless-pagination-property` of the
   * schemas, including nested schemas.
   */
  readonly request: Located<JsonObject>;
  readonly response: Located<JsonObject>;
  readonly paramLocation: 'query' | 'body';
  readonly continueOnEmptyItems: boolean;
  readonly skipped: boolean;
  readonly origin: Origin;
}

export interface StreamRuleConfig {
  /** Value of the SSE `event` field; null: an event without this field; absent: any event. */
  readonly eventType?: string | null;
  readonly dataPrefix?: string;
  readonly handle: 'done' | 'yield' | 'error' | 'ignore';
  readonly errorProperty?: string;
  readonly origin: Origin;
}

export interface WebhooksConfig {
  /** The client option that holds the signing secret. */
  readonly signingKeyOption?: Located<string>;
}

export type SettingsConfig = ValuesOf<typeof SETTINGS>;

export type CasingConfig = ValuesOf<typeof SPELLINGS> & {
  readonly word: string;
  /**
   * True: upper-cased as a whole inside names. False: never an initialism, not even
   * by default. Absent: the default.
   */
  readonly initialism?: boolean;
  readonly origin: Origin;
};

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
   * What happens to operations that a non-empty `resources` tree does not name: `omit` excludes them with a
   * note, `generate` names them by the later rules.
   */
  readonly mode: 'omit' | 'generate';
  /** Operations that are deliberately missing and therefore not reported. */
  readonly silenced: readonly EndpointConfig[];
}

export interface IgnoredDiagnostic {
  readonly code: string;
  /** Pointers or endpoints at which the diagnostic is ignored; empty: everywhere. */
  readonly at: readonly string[];
  readonly reason?: string;
  readonly origin: Origin;
}

// ── targets and output ─────────────────────────────────────────────────────────────────────────────

export interface TargetConfig {
  readonly packageName?: string;
  /** The published name of the package, if it differs from the imported name (PyPI). */
  readonly projectName?: string;
  /** The path by which the package is downloaded, if its repository does not say it (Go). */
  readonly modulePath?: string;
  /** Date of the output contract of this target, as written. */
  readonly edition?: string;
  readonly productionRepo?: string;
  /** Registries as written, which the language interprets: `{ npm: false, jsr: '@acme/pets' }`. */
  readonly publish: JsonObject;
  /** Options of the language as written. */
  readonly options: JsonObject;
  readonly browser: 'allow' | 'disallow' | 'dangerous_allow';
  readonly skip: boolean;
  /** A template set or overlay, as in `OutputConfig`. */
  readonly templates?: Located<string>;
  /** Folder of the package, relative to the working folder. */
  readonly out?: string;
  readonly version?: string;
  readonly origin?: Origin;
}

/**
 * How a further target is generated: with a template set, or by a program of
 * the user that receives the plan.
 */
export type ExtraTarget = {
  readonly name: string;
  readonly out: string;
  readonly origin: Origin;
} & (
  | { readonly kind: 'templates'; readonly templates: Located<string> }
  | { readonly kind: 'command'; readonly command: string }
);

/** Options of the packages for agents. */
export interface AgentTargets {
  readonly mcp: {
    readonly packageName?: string;
    /** The server's mode unless it is started with `--mode`. */
    readonly mode?: 'tools' | 'code' | 'both';
    /** Instructions about the whole server for the model. */
    readonly instructions?: string;
    /** `full`: tools have the schemas of the document, with references and conditions. */
    readonly schemas?: 'agents' | 'full';
    /** Patterns for ids such as `servers.list`; what they exclude is not in the package. */
    readonly tools: readonly string[];
    readonly toolsOrigin?: Origin;
    readonly readOnly: boolean;
    /** True if only methods and resources with `mcp` are offered. */
    readonly isNamedOnly: boolean;
    /** Maximum number of tokens in the list of tools, for `check --agents`. */
    readonly budget?: number;
    /** True if the package contains a file for Cloudflare Workers. */
    readonly hasWorker: boolean;
    /** The Worker's metadata about its authorization servers (RFC 9728). */
    readonly resourceMetadata?: JsonObject;
    readonly permissions?: CodePermissions;
  };
  readonly cli: { readonly packageName?: string; readonly binaryName?: string };
}

/** `code_exec_permissions`: allowed methods, plus GETs if enabled, minus blocked methods. */
export interface CodePermissions {
  readonly allowsGets: boolean;
  readonly allowed?: readonly string[];
  readonly blocked: readonly string[];
}

export type OutputConfig = ValuesOf<typeof OUTPUT> & {
  /** Folder of the SDK, relative to the working folder. */
  readonly out?: Located<string>;
  /** A template set or overlay: a shipped name, or a folder relative to the working folder. */
  readonly templates?: Located<string>;
  readonly format: boolean;
  readonly docs: ValuesOf<typeof DOCS>;
  /**
   * Whether to generate the files of the repository around the package; with `github-package` in the folder of
   * the package, even if that is not the root of git.
   */
  readonly repository?: 'github' | 'github-package';
};
