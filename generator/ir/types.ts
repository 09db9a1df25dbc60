/**
 * The intermediate representation: what an API offers, independent of OpenAPI and of any target language.
 *
 * An `Api` is a finite JSON value (cycles are `ref` nodes by schema id): printable, diffable,
 * structured-clonable.
 * Names are as the document or the config spells them (`phone_numbers`, `markAsRead`); casing belongs to the
 * target.
 */
import type { JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';

export interface Api {
  readonly kind: 'api';
  readonly info: Info;
  readonly client: Client;
  /** The tree of resources. The root has no key; its methods stand on the client itself. */
  readonly root: Resource;
  /**
   * Every named schema (component, `$defs` entry or inline `id`), in document order. Models are those with
   * `model`.
   */
  readonly schemas: readonly Schema[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Requirements of a method that declares none; `[]` is public. */
  readonly security: readonly SecurityRequirement[];
  readonly paginationSchemes: readonly PaginationScheme[];
  readonly webhooks: readonly Webhook[];
  /**
   * Methods that check and parse a request that the API sent (`type: webhook_unwrap`); absent:
   * `webhooks.unwrap` where there are webhooks.
   */
  readonly unwrapMethods?: readonly UnwrapMethod[];
  /** False: every call sends all credentials that are set, whatever `security` says. */
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
  /** The config names the class: `WorkOS` stays as it is. */
  readonly isNameGiven?: boolean;
  /** Prefix of environment variables: `SMITHERY`. */
  readonly envPrefix: string;
  /** Variable of the base URL where it is not `<PREFIX>_BASE_URL`. */
  readonly baseURLEnv?: string;
  readonly options: readonly ClientOption[];
  /** First is the default. Empty when the document names no server. */
  readonly environments: readonly Environment[];
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly idempotencyHeader?: string;
  readonly defaultHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly browser: 'allow' | 'disallow' | 'dangerous_allow';
  /** Words that keep a fixed spelling in names: `linq` → `Linq`, and further initialisms. */
  readonly casings: readonly Casing[];
  readonly sortProperties: boolean;
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
  /** In small letters, where it is not the word itself: `o_auth`. */
  readonly snake?: string;
  /** True when the word is upper-cased as a whole inside names. */
  readonly initialism?: boolean;
  /**
   * `pascal` is one word wherever a name holds it, whatever its capitals say: `OAuthToken` is `OAuth`,
   * `Token`.
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
  /** Texts that are known to be taken; there may be more. */
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

/** How agents are offered a method, or the methods of a resource. */
export interface AgentsHint {
  /** False: not at all. Absent: as what is around it says. */
  readonly isOffered?: boolean;
  /** Name of the tool. */
  readonly toolName?: string;
  /** In place of the document's words. */
  readonly description?: string;
  readonly tags?: readonly string[];
}

export interface Resource {
  /** The key in its parent: `phone_numbers`; `''` for the root. */
  readonly key: string;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly agents?: AgentsHint;
  /** Its types are a package of their own, in languages that have packages. */
  readonly hasOwnPackage?: boolean;
  readonly methods: readonly Method[];
  readonly children: readonly Resource[];
  readonly provenance: Provenance;
}

/** Which rule made a name and where the fact stands that it used. */
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
   * One phrase for `explain`: `resources.servers.methods.list`, `the call client.servers.list() in
   * x-codeSamples`.
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
   * The method as it is sent, for those that OpenAPI has no field for: HTTP methods are case-sensitive (RFC
   * 9110 section 9.1). Absent: `verb` in upper case.
   */
  readonly sentVerb?: string;
  /** The path template as written, without query and fragment: `/servers/{id}`. */
  readonly path: string;
  readonly pathParts: readonly PathPart[];
  /** Query that is written into the path key itself (`/responses?beta=true`). */
  readonly fixedQuery: readonly { readonly name: string; readonly value: string }[];
  readonly operationId?: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: string;
  readonly deprecated?: Deprecation;
  readonly stability?: string;
  readonly hidden?: boolean;
  /** The document asks to show this call first. */
  readonly showcase?: true;
  /**
   * Path parameters in path order, then query, header, cookie in document order. Names are unique per
   * location.
   */
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** Success and error responses by status, in document order. */
  readonly responses: readonly Response[];
  /** Index into `responses` of the one that the method's result comes from; absent: nothing is returned. */
  readonly success?: number;
  /** Absent: the client's default requirements apply. `[]`: none. */
  readonly security?: readonly SecurityRequirement[];
  /** Own host: the environments of this method alone. */
  readonly servers?: readonly Environment[];
  readonly pagination?: MethodPagination;
  readonly streaming?: Streaming;
  /** Property path that the result is unwrapped by (`['data']`). */
  readonly unwrap?: readonly string[];
  /** Names of path parameters that are positional, in order; absent: the last one of the path. */
  readonly positional?: readonly string[];
  /** Name of the property that holds a body which is no object. */
  readonly bodyName?: string;
  /** Properties of the body that a client option gives where the caller does not. */
  readonly bodyOptions?: readonly { readonly property: string; readonly option: string }[];
  readonly idempotent?: boolean;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly skipTest?: string;
  readonly agents?: AgentsHint;
  /** Samples of the document (`x-codeSamples`), as written. */
  readonly samples: readonly { readonly language: string; readonly source: string }[];
  /** Examples of the request body or of parameters live on their types. */
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
  /** On the wire. */
  readonly name: string;
  /** As a hint asks it to be called; absent: from the wire name. */
  readonly alias?: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly type: TypeNode;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /**
   * False when style and explode are the document's silence, so that the config's `query_settings` decide.
   */
  readonly styled: boolean;
  readonly allowReserved: boolean;
  /** Media type when the parameter is declared by `content`. */
  readonly mediaType?: string;
  /** Key of the client option that gives the default. */
  readonly clientOption?: string;
  /** Values given add to the default of its type, which is always sent. */
  readonly extendDefault?: true;
  /** The header that carries it beside the body of a tool's call. */
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
   * In document order; the first of `preferred` order (json, multipart, form, binary, text, xml) is `chosen`.
   */
  readonly contents: readonly Content[];
  readonly chosen: number;
  /** Beside JSON: the multipart form that is sent instead where the caller gives a file. */
  readonly fileForm?: number;
  readonly origin: Origin;
}

export interface Content {
  /** As written, `application/json; charset=utf-8`. */
  readonly mediaType: string;
  readonly kind: ContentKind;
  readonly type: TypeNode;
  /** What the document says of text that the SDK hands on unread (XML); absent: `type`. */
  readonly described?: TypeNode;
  /** OpenAPI 3.2 `itemSchema`, or the event's type of a stream. */
  readonly itemType?: TypeNode;
  /** What tells one kind of event from the others. */
  readonly events?: EventKinds;
  /** Per property of a multipart or form body; OpenAPI 3.1 section 4.8.15. */
  readonly encoding: readonly PartEncoding[];
  readonly example?: JsonValue;
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
  /** Index into `contents` that the SDK asks for and parses; absent: no body. */
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
  /** What one event's data is. */
  readonly event: TypeNode;
  /** `text`: the data is handed out as it is. */
  readonly data: 'json' | 'text';
  /** Boolean body or query property that chooses between stream and plain result; absent: always a stream. */
  readonly discriminator?: { readonly in: 'body' | 'query'; readonly property: string };
  readonly paramsTypeName?: string;
  readonly onEvent?: readonly StreamRule[];
  readonly origin: Origin;
}

/** Events among others that hold JSON. */
export interface EventKinds {
  /** Data of the event that ends the stream: a text that is no JSON, always the same. */
  readonly end?: string;
  /** Types of the events whose data is text. */
  readonly texts: readonly string[];
}

export interface StreamRule {
  /** Value of the event's type; null: an event without one. */
  readonly eventType?: string | null;
  readonly dataPrefix?: string;
  readonly handle: 'done' | 'yield' | 'error' | 'ignore';
  /** The data is text, whatever other events hold. */
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
  /** Where an operation's callback declares it; absent: the document's own `webhooks`. */
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
   * Key of the client option that holds the signing secret; absent: nothing is verified, as the key of the
   * method says.
   */
  readonly keyOption?: string;
  /** Union of the events; absent: that of the document's webhooks. */
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
  /** The response is the array of items itself. */
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

/** All of `schemes` together; a list of requirements are alternatives, `{ schemes: [] }` is "none needed". */
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
  /** Names of the items of a list in a multipart form: all the property's own, or `a[]`. */
  readonly formLists: 'repeat' | 'brackets';
}

// ── schemas and types ──────────────────────────────────────────────────────────────────────────────

export interface Schema {
  /** `document#pointer` of the schema, or `id:Name` for schemas that an inline `id` names. */
  readonly id: string;
  /** The component's key, the `$defs` key or the inline `id`. */
  readonly name: string;
  readonly type: TypeNode;
  readonly origin: Origin;
  /** `$anchor`, by which others may refer to it. */
  readonly anchor?: string;
  /**
   * Present: the target gives it a named type of its own. Absent: it is inlined where it is used, unless it
   * refers to itself.
   */
  readonly model?: {
    /** As configured (`agent_state`) or the schema's own name. */
    readonly name: string;
    /** Keys of the owning resource; `['$shared']` for shared ones, `['$client']` for the client's own. */
    readonly resource: readonly string[];
    readonly provenance: Provenance;
  };
  /**
   * Id of the schema that this one repeats with bytes where that one has text: forms refer to it, and it is
   * never a model.
   */
  readonly copyOf?: string;
  /** Where the API uses it, through any number of references. */
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
  /** Names offered by the document for an inline type, best first: `x-stainless-variantName`, `title`. */
  readonly nameHints?: readonly string[];
  /** Name that the document insists on for an inline type. */
  readonly typeName?: string;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly constraints?: Constraints;
}

/**
 * `binary` is raw bytes (upload or download), whatever dialect said so; where only text is carried it is a
 * string of `format: binary`. `format` as written: `int64`, `date-time`.
 */
export interface ScalarType extends NodeBase {
  readonly kind: 'scalar';
  readonly scalar: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'binary';
  readonly format?: string;
}

export interface LiteralType extends NodeBase {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  /** `x-enum-varnames` and its like. */
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
  /** How many of `items` must be there (`minItems`). */
  readonly required: number;
}

/** A free-form map. `keys` restricts the names (`propertyNames`), and then the map is partial. */
export interface RecordType extends NodeBase {
  readonly kind: 'record';
  readonly values: TypeNode;
  readonly keys?: TypeNode;
}

export interface ObjectType extends NodeBase {
  readonly kind: 'object';
  /** In document order, names unique. */
  readonly properties: readonly Property[];
  /** Named schemas it extends (`allOf`); own properties win over theirs. Each resolves to an object. */
  readonly bases: readonly RefType[];
  /**
   * Type of undeclared properties; false: forbidden; absent: the document is silent. `unknown` when it says
   * `true`.
   */
  readonly additional?: TypeNode | false;
  readonly patterns?: readonly { readonly pattern: string; readonly type: TypeNode }[];
  /**
   * Names that `required` lists and nothing declares: the SDK cannot send them, and a server that insists
   * refuses what it sends.
   */
  readonly undeclared?: readonly string[];
  /** A hint (`x-stainless-empty-object`) makes it a model, although it has no properties. */
  readonly isModel?: true;
}

export interface Property {
  /** On the wire. */
  readonly name: string;
  /** As a hint asks it to be called. */
  readonly alias?: string;
  readonly type: TypeNode;
  readonly required: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** From the place of use when it says something of its own, else from the type. */
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly default?: JsonValue;
  readonly example?: JsonValue;
  readonly stability?: string;
  /** Optional, and still worth giving: examples show it. */
  readonly expected?: true;
  /** What the document says the property is for in pagination (`next_cursor_field`), as written. */
  readonly paginationPurpose?: string;
  readonly origin: Origin;
}

export interface UnionType extends NodeBase {
  readonly kind: 'union';
  readonly members: readonly TypeNode[];
  /** `enum`: all members are literals of one enum; `types`: from a `type` array. */
  readonly mode: 'oneOf' | 'anyOf' | 'enum' | 'types';
  readonly discriminator?: Discriminator;
  /**
   * An enum that allows further values of its base type (string | enum, `x-extensible-enum`,
   * `x-speakeasy-unknown-values: allow`).
   */
  readonly open?: 'string' | 'number';
}

export interface Discriminator {
  readonly property: string;
  /** Tag value → index into `members`. */
  readonly mapping: readonly { readonly value: string; readonly member: number }[];
  /**
   * The document writes the mapping out; else the values are those that the members declare, or their names.
   */
  readonly explicit?: true;
}

/** Only where the parts cannot be merged into one object (an intersection over a union). */
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

/** Anything. `reason` tells a deliberate one (`any`, empty schema) from one we could not read. */
export interface UnknownType extends NodeBase {
  readonly kind: 'unknown';
  readonly reason: 'any' | 'empty' | 'unsupported';
}

/** Nothing satisfies it: `false`, `not: {}`. */
export interface NeverType extends NodeBase {
  readonly kind: 'never';
}

/**
 * JSON Schema assertions that narrow values but not types; they matter to docs, samples and to what a change
 * breaks.
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
