/**
 * The intermediate representation: what an API offers, independent of OpenAPI and of any target language.
 *
 * An `Api` is a finite JSON value: it can be printed, compared and cloned, because cycles are `ref`
 * nodes by schema id. Names are spelt as in the document or the config (`phone_numbers`, `markAsRead`);
 * each target applies its own casing.
 */
import type { JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';

export interface Api {
  readonly kind: 'api';
  readonly info: Info;
  readonly client: Client;
  /** The resource tree. The root has no key; its methods belong to the client itself. */
  readonly root: Resource;
  /**
   * Every named schema (component, `$defs` entry or inline `id`), in document
   * order. Models are those with `model`.
   */
  readonly schemas: readonly Schema[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Requirements of a method that declares none; `[]` means public. */
  readonly security: readonly SecurityRequirement[];
  readonly paginationSchemes: readonly PaginationScheme[];
  readonly webhooks: readonly Webhook[];
  /**
   * Methods that verify and parse a request from the API (`type: webhook_unwrap`); absent:
   * `webhooks.unwrap` if there are webhooks.
   */
  readonly unwrapMethods?: readonly UnwrapMethod[];
  /** False: every call sends all credentials that are set, whatever its `security` declares. */
  readonly perEndpointSecurity: boolean;
  readonly serialization: SerializationDefaults;
  readonly tags: readonly {
    readonly name: string;
    readonly description?: string;
    readonly parent?: string;
  }[];
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly contact?: string;
  readonly docsURL?: string;
  readonly license?: string;
  readonly organization?: string;
}

// ── client ─────────────────────────────────────────────────────────────────────────────────────────

export interface Client {
  /** As configured or derived from the title: `Smithery`, `e2b`. */
  readonly name: string;
  /** True if the config names the class: `WorkOS` stays as it is. */
  readonly isNameGiven?: boolean;
  /** Prefix of environment variables: `SMITHERY`. */
  readonly envPrefix: string;
  /** Variable of the base URL if it is not `<PREFIX>_BASE_URL`. */
  readonly baseURLEnv?: string;
  readonly options: readonly ClientOption[];
  /** The first is the default. Empty if the document names no server. */
  readonly environments: readonly Environment[];
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly idempotencyHeader?: string;
  readonly defaultHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly browser: 'allow' | 'disallow' | 'dangerous_allow';
  /** Words with a fixed spelling in names (`linq` → `Linq`), and further initialisms. */
  readonly casings: readonly Casing[];
  readonly sortProperties: boolean;
  /** Scalars that the SDK converts; absent: none. */
  readonly values?: ValueOptions;
  /** Date of the output contract that types and their names follow (`2025-10-10`); absent: the newest. */
  readonly edition?: string;
  readonly fileHeader?: string;
  readonly retryPolicy?: {
    readonly statuses: readonly string[];
    readonly maxElapsedMs?: number;
    readonly initialMs?: number;
    readonly maxMs?: number;
    readonly exponent?: number;
  };
}

export interface Casing {
  readonly word: string;
  readonly camel?: string;
  readonly pascal?: string;
  /** The spelling in lower case if it differs from the word itself: `o_auth`. */
  readonly snake?: string;
  /** True if the word is upper-cased as a whole inside names. */
  readonly initialism?: boolean;
  /**
   * True if `pascal` is a single word in any name, whatever its capitals suggest:
   * `OAuthToken` is `OAuth`, `Token`.
   */
  readonly whole?: boolean;
}

export interface Environment {
  readonly name: string;
  /** Absolute URL or server template (`https://{region}.example.com`), no trailing slash. */
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

export interface ClientOption {
  /** As configured: `api_key`. */
  readonly key: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly required: boolean;
  readonly nullable: boolean;
  readonly default?: string | number | boolean;
  /** Known values; there may be more. */
  readonly values?: readonly string[];
  readonly readEnv?: string;
  readonly description?: string;
  readonly example?: string;
  readonly auth?: { readonly scheme: string; readonly role: AuthRole };
  readonly send?: {
    readonly in: 'header' | 'query' | 'path' | 'body' | 'cookie' | 'server_variable';
    readonly name: string;
  };
  readonly origin?: Origin;
}

export type AuthRole = 'value' | 'username' | 'password' | 'client_id' | 'client_secret';

// ── resources and methods ──────────────────────────────────────────────────────────────────────────

/** Whether and how a method, or the methods of a resource, are offered to agents. */
export interface AgentsHint {
  /** False: not offered. Absent: inherited from the parent. */
  readonly isOffered?: boolean;
  /** Name of the tool. */
  readonly toolName?: string;
  /** Replaces the document's description. */
  readonly description?: string;
  readonly tags?: readonly string[];
}

export interface Resource {
  /** The key in its parent: `phone_numbers`; `''` for the root. */
  readonly key: string;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly agents?: AgentsHint;
  /** True if its types form a separate package, in languages that have packages. */
  readonly hasOwnPackage?: boolean;
  readonly methods: readonly Method[];
  readonly children: readonly Resource[];
  readonly provenance: Provenance;
}

/** The rule that chose a name and the origin of the evidence that it used. */
export interface Provenance {
  readonly rule:
    | 'config'
    | 'x-stainless'
    | 'x-speakeasy'
    | 'x-fern'
    | 'sample'
    | 'default'
    | 'component'
    | 'inline-id';
  /**
   * A phrase for `explain`: `resources.servers.methods.list`,
   * `the call client.servers.list() in x-codeSamples`.
   */
  readonly detail: string;
  readonly origin?: Origin;
}

export interface Deprecation {
  readonly message?: string;
  /** RFC 3339 date from `x-sunset` or config. */
  readonly sunset?: string;
}

export type Verb =
  | 'get'
  | 'put'
  | 'post'
  | 'delete'
  | 'options'
  | 'head'
  | 'patch'
  | 'trace'
  | 'query'
  | (string & {});

export interface Method {
  /** The key in its resource: `mark_as_read`. */
  readonly key: string;
  /** Lower-case HTTP method. */
  readonly verb: Verb;
  /**
   * The method as it is sent, if OpenAPI has no field for it: HTTP methods are case-sensitive (RFC 9110
   * section 9.1). Absent: `verb` in upper case.
   */
  readonly sentVerb?: string;
  /** The path template as written, without query and fragment: `/servers/{id}`. */
  readonly path: string;
  readonly pathParts: readonly PathPart[];
  /** Query that is part of the path key itself (`/responses?beta=true`). */
  readonly fixedQuery: readonly { readonly name: string; readonly value: string }[];
  readonly operationId?: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: string;
  readonly deprecated?: Deprecation;
  readonly stability?: string;
  readonly hidden?: boolean;
  /** True if the document wants this call to be shown first. */
  readonly showcase?: true;
  /**
   * Path parameters in path order, then query, header and cookie in document order. Names
   * are unique within each location.
   */
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** Success and error responses by status, in document order. */
  readonly responses: readonly Response[];
  /**
   * Index into `responses` of the response that holds the method's result;
   * absent: the method returns nothing.
   */
  readonly success?: number;
  /** Absent: the client's default requirements apply. `[]`: none. */
  readonly security?: readonly SecurityRequirement[];
  /** The environments of this method, if it has its own host. */
  readonly servers?: readonly Environment[];
  readonly pagination?: MethodPagination;
  readonly streaming?: Streaming;
  /** Path of the property that the method returns instead of the whole result (`['data']`). */
  readonly unwrap?: readonly string[];
  /** Names of the positional path parameters, in order; absent: the last path parameter. */
  readonly positional?: readonly string[];
  /** Name of the property that holds a body which is not an object. */
  readonly bodyName?: string;
  /** Properties of the body that a client option fills unless the caller does. */
  readonly bodyOptions?: readonly { readonly property: string; readonly option: string }[];
  readonly idempotent?: boolean;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly skipTest?: string;
  readonly agents?: AgentsHint;
  /** Samples of the document (`x-codeSamples`), as written. */
  readonly samples: readonly { readonly language: string; readonly source: string }[];
  /** Examples of the request body or of parameters are stored on their types. */
  readonly origin: Origin;
  readonly provenance: Provenance;
}

export type PathPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string };

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle =
  | 'matrix'
  | 'label'
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie';

/** OpenAPI 3.1 section 4.8.12. */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  /** The name that a hint requests; absent: derived from the wire name. */
  readonly alias?: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly type: TypeNode;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /**
   * False if the document declares neither style nor explode, so that the config's `query_settings` decide.
   */
  readonly styled: boolean;
  readonly allowReserved: boolean;
  /** Media type when the parameter is declared by `content`. */
  readonly mediaType?: string;
  /** Key of the client option that provides the default. */
  readonly clientOption?: string;
  /** True if values of the caller are added to the type's default, which is always sent. */
  readonly extendDefault?: true;
  /** The header that carries the parameter in addition to the body of a tool call. */
  readonly mcpHeader?: string;
  readonly stability?: string;
  readonly example?: JsonValue;
  readonly origin: Origin;
}

export type ContentKind =
  | 'json'
  | 'multipart'
  | 'form'
  | 'binary'
  | 'text'
  | 'xml'
  | 'event-stream'
  | 'json-lines';

export interface RequestBody {
  readonly required: boolean;
  readonly description?: string;
  /**
   * In document order; the first of the preferred order (json, multipart, form,
   * binary, text, xml) is `chosen`.
   */
  readonly contents: readonly Content[];
  readonly chosen: number;
  /** Index of the multipart form that is sent instead of JSON if the caller provides a file. */
  readonly fileForm?: number;
  readonly origin: Origin;
}

export interface Content {
  /** As written: `application/json; charset=utf-8`. */
  readonly mediaType: string;
  readonly kind: ContentKind;
  readonly type: TypeNode;
  /** The documented type of text that the SDK returns unparsed (XML); absent: `type`. */
  readonly described?: TypeNode;
  /** OpenAPI 3.2 `itemSchema`, or the event type of a stream. */
  readonly itemType?: TypeNode;
  /** How the kinds of events are distinguished. */
  readonly events?: EventKinds;
  /** For each property of a multipart or form body; OpenAPI 3.1 section 4.8.15. */
  readonly encoding: readonly PartEncoding[];
  readonly example?: JsonValue;
  /** True if the document names no media type, so that JSON, or bytes for a file, is assumed. */
  readonly isAssumed?: true;
  readonly origin: Origin;
}

export interface PartEncoding {
  readonly property: string;
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Response {
  /** `200`, `4XX` (upper case) or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly headers: readonly ResponseHeader[];
  readonly contents: readonly Content[];
  /** Index into `contents` of the content that the SDK requests and parses; absent: no body. */
  readonly chosen?: number;
  readonly origin: Origin;
}

export interface ResponseHeader {
  readonly name: string;
  readonly required: boolean;
  readonly type: TypeNode;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly origin: Origin;
}

export interface Streaming {
  readonly format: 'event-stream' | 'json-lines';
  /** Type of a single event's data. */
  readonly event: TypeNode;
  /** `text`: the data is returned as it is. */
  readonly data: 'json' | 'text';
  /**
   * Boolean body or query property that chooses between a stream and a plain
   * result; absent: always a stream.
   */
  readonly discriminator?: { readonly in: 'body' | 'query'; readonly property: string };
  readonly paramsTypeName?: string;
  readonly onEvent?: readonly StreamRule[];
  readonly origin: Origin;
}

/** Special events among those that hold JSON. */
export interface EventKinds {
  /** Data of the event that ends the stream: a constant text that is not JSON. */
  readonly end?: string;
  /** Names of the event types whose data is text. */
  readonly texts: readonly string[];
}

export interface StreamRule {
  /** Value of the event's type; null: an event without a type. */
  readonly eventType?: string | null;
  readonly dataPrefix?: string;
  readonly handle: 'done' | 'yield' | 'error' | 'ignore';
  /** True if the data is text, whatever other events hold. */
  readonly isText?: boolean;
  readonly errorProperty?: string;
}

export interface Webhook {
  readonly name: string;
  readonly verb: Verb;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly body?: RequestBody;
  readonly parameters: readonly Parameter[];
  /** Set if an operation's callback declares it; absent: it comes from the document's own `webhooks`. */
  readonly callback?: {
    readonly verb: Verb;
    readonly path: string;
    readonly name: string;
    readonly expression: string;
  };
  readonly origin: Origin;
}

export interface UnwrapMethod {
  /** Keys of its resource. */
  readonly resource: readonly string[];
  readonly key: string;
  /**
   * Key of the client option that holds the signing secret; absent: nothing is verified,
   * and the method's name shows that.
   */
  readonly keyOption?: string;
  /** Union of the events; absent: the events of the document's webhooks. */
  readonly event?: TypeNode;
  readonly provenance: Provenance;
}

// ── pagination ─────────────────────────────────────────────────────────────────────────────────────

export type PaginationType = 'page_number' | 'offset' | 'cursor' | 'cursor_id' | 'cursor_url' | 'fake_page';

export type PaginationPurpose =
  | 'items'
  | 'has_next_page'
  | 'is_last_page'
  | 'next_cursor_param'
  | 'next_cursor_field'
  | 'previous_cursor_param'
  | 'previous_cursor_field'
  | 'cursor_item_id'
  | 'next_cursor_id_param'
  | 'previous_cursor_id_param'
  | 'cursor_url_field'
  | 'page_number_param'
  | 'current_page_number_field'
  | 'total_page_count_field'
  | 'offset_count_param'
  | 'offset_count_start_field'
  | 'offset_total_count_field'
  | 'limit_count_param';

export interface PurposeUse {
  readonly purpose: PaginationPurpose;
  /** Property path in the request parameters or in the response body (`['pagination', 'totalPages']`). */
  readonly path: readonly string[];
  /** Response header that carries the value instead. */
  readonly header?: string;
}

export interface PaginationScheme {
  /** As configured (`servers_page`) or derived. */
  readonly name: string;
  readonly type: PaginationType;
  readonly paramLocation: 'query' | 'body';
  /**
   * Request parameters and response properties as the scheme declares them; `items` elements are `unknown`.
   */
  readonly request: ObjectType;
  readonly response: ObjectType;
  readonly purposes: readonly PurposeUse[];
  /** True if the response itself is the array of items. */
  readonly topLevelArray: boolean;
  readonly continueOnEmptyItems: boolean;
  /** Number of the first page; absent: 1. */
  readonly firstPage?: 0;
  readonly provenance: Provenance;
}

export interface MethodPagination {
  /** Name of the scheme. */
  readonly scheme: string;
  readonly item: TypeNode;
  readonly provenance: Provenance;
}

// ── security ───────────────────────────────────────────────────────────────────────────────────────

/**
 * All of `schemes` are required together. A list of requirements contains alternatives; `{ schemes: [] }`
 * means that no credentials are needed.
 */
export interface SecurityRequirement {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
}

export type SecurityScheme =
  | (SecuritySchemeBase & { readonly kind: 'bearer'; readonly format?: string })
  | (SecuritySchemeBase & { readonly kind: 'basic' })
  | (SecuritySchemeBase & { readonly kind: 'http'; readonly scheme: string })
  | (SecuritySchemeBase & {
      readonly kind: 'api_key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly parameter: string;
    })
  | (SecuritySchemeBase & { readonly kind: 'oauth2'; readonly flows: readonly OAuthFlow[] })
  | (SecuritySchemeBase & { readonly kind: 'open_id_connect'; readonly url: string })
  | (SecuritySchemeBase & { readonly kind: 'mutual_tls' })
  | (SecuritySchemeBase & { readonly kind: 'unknown' });

interface SecuritySchemeBase {
  readonly name: string;
  readonly description?: string;
  readonly origin: Origin;
}

export interface OAuthFlow {
  readonly flow:
    | 'client_credentials'
    | 'password'
    | 'implicit'
    | 'authorization_code'
    | 'device_authorization';
  readonly tokenURL?: string;
  readonly authorizationURL?: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

export interface SerializationDefaults {
  readonly arrayFormat: 'comma' | 'repeat' | 'indices' | 'brackets';
  readonly nestedFormat: 'brackets' | 'dots';
  /**
   * Names of the items of a list in a multipart form: each item repeats the
   * property's name, or is named `a[]`.
   */
  readonly formLists: 'repeat' | 'brackets';
}

// ── schemas and types ──────────────────────────────────────────────────────────────────────────────

export interface Schema {
  /** `document#pointer` of the schema, or `id:Name` if an inline `id` names it. */
  readonly id: string;
  /** The component's key, the `$defs` key or the inline `id`. */
  readonly name: string;
  readonly type: TypeNode;
  readonly origin: Origin;
  /** `$anchor`, by which others may refer to it. */
  readonly anchor?: string;
  /**
   * Present: the target declares a named type. Absent: the schema is inlined where it is
   * used, unless it refers to itself.
   */
  readonly model?: {
    /** As configured (`agent_state`) or the schema's own name. */
    readonly name: string;
    /**
     * Keys of the owning resource; `['$shared']` for shared models, `['$client']`
     * for those of the client itself.
     */
    readonly resource: readonly string[];
    readonly provenance: Provenance;
  };
  /**
   * Id of the schema of which this is a copy, with bytes instead of text: forms refer to
   * the copy, and it is never a model.
   */
  readonly copyOf?: string;
  /** Where the API uses it, directly or through references. */
  readonly usedIn: 'request' | 'response' | 'both' | 'none';
}

export type TypeNode =
  | ScalarType
  | LiteralType
  | ArrayType
  | TupleType
  | RecordType
  | ObjectType
  | UnionType
  | IntersectionType
  | NullableType
  | RefType
  | UnknownType
  | NeverType;

interface NodeBase {
  readonly origin: Origin;
  /** Names that the document suggests for an inline type, best first: `x-stainless-variantName`, `title`. */
  readonly nameHints?: readonly string[];
  /** Name that the document requires for an inline type. */
  readonly typeName?: string;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly constraints?: Constraints;
}

/** The conversions of an SDK. */
export interface ValueOptions {
  /** Texts with the format `date-time` become times of the language. */
  readonly dates: boolean;
  /** Integers of 64 bits keep all digits. */
  readonly int64: boolean;
}

/**
 * `binary` is raw bytes (upload or download), in whatever dialect they are declared. Where only text can be
 * carried, it is a string of `format: binary`. `format` is kept as written: `int64`, `date-time`.
 */
export interface ScalarType extends NodeBase {
  readonly kind: 'scalar';
  readonly scalar: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'binary';
  readonly format?: string;
}

export interface LiteralType extends NodeBase {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  /** From `x-enum-varnames` or similar extensions. */
  readonly label?: string;
}

export interface ArrayType extends NodeBase {
  readonly kind: 'array';
  readonly items: TypeNode;
}

export interface TupleType extends NodeBase {
  readonly kind: 'tuple';
  readonly items: readonly TypeNode[];
  /** Type of further elements; false: none allowed; absent: anything. */
  readonly rest?: TypeNode | false;
  /** How many of `items` are required (`minItems`). */
  readonly required: number;
}

/** A free-form map. `keys` restricts the names (`propertyNames`); the map is partial then. */
export interface RecordType extends NodeBase {
  readonly kind: 'record';
  readonly values: TypeNode;
  readonly keys?: TypeNode;
}

export interface ObjectType extends NodeBase {
  readonly kind: 'object';
  /** In document order, names unique. */
  readonly properties: readonly Property[];
  /**
   * Named schemas that it extends (`allOf`); its own properties override
   * theirs. Each resolves to an object.
   */
  readonly bases: readonly RefType[];
  /**
   * Type of undeclared properties; false: forbidden; absent: not declared in the
   * document; `unknown`: declared as `true`.
   */
  readonly additional?: TypeNode | false;
  readonly patterns?: readonly { readonly pattern: string; readonly type: TypeNode }[];
  /**
   * Names that `required` lists but nothing declares. The SDK cannot send them, and a server that
   * insists on them rejects its requests.
   */
  readonly undeclared?: readonly string[];
  /** True if a hint (`x-stainless-empty-object`) makes it a model although it has no properties. */
  readonly isModel?: true;
}

export interface Property {
  /** The name on the wire. */
  readonly name: string;
  /** The name that a hint requests. */
  readonly alias?: string;
  readonly type: TypeNode;
  readonly required: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** From the place of use if it has its own description, otherwise from the type. */
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly default?: JsonValue;
  readonly example?: JsonValue;
  readonly stability?: string;
  /** True if the property is optional but shown in examples. */
  readonly expected?: true;
  /** True for a tag whose value only a discriminator gives; the schema itself allows other values. */
  readonly isTag?: true;
  /** The property's purpose in pagination according to the document (`next_cursor_field`), as written. */
  readonly paginationPurpose?: string;
  readonly origin: Origin;
}

export interface UnionType extends NodeBase {
  readonly kind: 'union';
  readonly members: readonly TypeNode[];
  /** `enum`: all members are literals of the same enum; `types`: from a `type` array. */
  readonly mode: 'oneOf' | 'anyOf' | 'enum' | 'types';
  readonly discriminator?: Discriminator;
  /**
   * An enum that allows further values of its base type
   * (string | enum, `x-extensible-enum`, `x-speakeasy-unknown-values: allow`).
   */
  readonly open?: 'string' | 'number';
}

export interface Discriminator {
  readonly property: string;
  /** Tag value → index into `members`. */
  readonly mapping: readonly { readonly value: string; readonly member: number }[];
  /**
   * True if the document contains the mapping. Otherwise the values come from the
   * members' declarations or names.
   */
  readonly explicit?: true;
}

/** Used only if the parts cannot be merged into a single object (an intersection over a union). */
export interface IntersectionType extends NodeBase {
  readonly kind: 'intersection';
  readonly members: readonly TypeNode[];
}

export interface NullableType extends NodeBase {
  readonly kind: 'nullable';
  readonly type: TypeNode;
}

export interface RefType extends NodeBase {
  readonly kind: 'ref';
  /** `Schema.id`. */
  readonly id: string;
}

/**
 * Any value. `reason` distinguishes a deliberate unknown (`any`, empty schema) from
 * a schema that could not be read.
 */
export interface UnknownType extends NodeBase {
  readonly kind: 'unknown';
  readonly reason: 'any' | 'empty' | 'unsupported';
}

/** No value satisfies it: `false`, `not: {}`. */
export interface NeverType extends NodeBase {
  readonly kind: 'never';
}

/**
 * JSON Schema assertions that narrow values but not types. Docs, samples and the
 * detection of breaking changes use them.
 */
export interface Constraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  /**
   * Keywords with subschemas (`contains`, `not`, `if`, `then`, `else`, `dependentRequired`,
   * `dependentSchemas`, `propertyNames`, `unevaluatedItems` …), as written.
   */
  readonly assertions?: readonly { readonly keyword: string; readonly value: JsonValue }[];
}
