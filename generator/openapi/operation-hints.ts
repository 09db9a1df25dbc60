/**
 * Reads vendor extensions on operations, path items, parameters and the document into typed
 * hints. No other module reads them.
 */
import { type AgentsHint, agentsHint } from './agents-hint.ts';
import { DEPRECATED, stabilityOf, stageOf } from './schema-hints.ts';
import { type LanguageSelector, isMeant, ownScopes } from '../lib/language-selector.ts';
import { type JsonObject, type JsonValue, isJsonObject, own as read } from '../lib/json.ts';
import {
  type PaginationHint,
  type StreamingHint,
  fernPagination,
  fernStreaming,
  number,
  speakeasyPagination,
  text,
} from './pagination-hints.ts';

export interface NameHint {
  readonly rule: 'x-stainless' | 'x-speakeasy' | 'x-fern';
  /** Resource keys from the root; absent if the hint has no group. */
  readonly group?: readonly string[];
  readonly method?: string;
  /** The extension that contains the hint, for positions. */
  readonly keyword: string;
}

/** Marks what is not for the public. An operation that the config names is generated all the same. */
const INTERNAL = 'x-internal';

export interface OperationHints {
  readonly names: readonly NameHint[];
  readonly pagination?: PaginationHint;
  /** The extension that excludes the operation from the SDK. */
  readonly ignore?: string;
  readonly hidden: boolean;
  readonly sunset?: string;
  readonly stability?: string;
  readonly deprecated?: true;
  readonly deprecation?: string;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly idempotent?: boolean;
  /** True if readers should see this call first. */
  readonly showcase?: true;
  /** Data that ends an event stream. */
  readonly streamEnd?: string;
  /** Property of the body that requests a stream, and the formats of both responses. */
  readonly streaming?: StreamingHint;
  readonly agents?: AgentsHint;
  readonly samples: readonly WrittenSample[];
}

export interface WrittenSample {
  /** The extension that contains the samples. */
  readonly keyword: string;
  readonly language: string;
  readonly source: string;
}

export interface ParameterHints {
  /** True if values of the caller are added to its default instead of replacing it. */
  readonly extendDefault?: true;
  readonly alias?: string;
  readonly ignore?: string;
  readonly deprecated?: true;
  readonly deprecation?: string;
  readonly stability?: string;
  /** As written: an RFC 3339 date if it is valid. */
  readonly sunset?: string;
}

/** The extensions of an operation. Those of its path item apply if the operation has none. */
export function readOperationHints(
  operation: JsonObject,
  pathItem: JsonObject,
  audience: LanguageSelector,
): OperationHints {
  const streaming = fernStreaming(read(operation, 'x-fern-streaming'));
  const sunset = text(operation, 'x-sunset');
  const stability =
    stabilityOf(read(operation, 'x-stability-level')) ?? stageOf(read(operation, 'x-fern-availability'));
  const method = read(operation, 'x-stainless-method');
  const deprecation =
    (isJsonObject(method) ? text(method, 'deprecated') : undefined) ??
    text(operation, 'x-stainless-deprecation-message') ??
    text(operation, 'x-speakeasy-deprecation-message') ??
    text(operation, 'x-deprecated-reason');
  const timeoutMs = number(operation, 'x-speakeasy-timeout');
  const streamEnd = text(operation, 'x-speakeasy-sse-sentinel');
  const ignore =
    ignoredBy(operation, audience) ??
    ignoredBy(pathItem, audience) ??
    (read(operation, INTERNAL) === true || read(pathItem, INTERNAL) === true ? INTERNAL : undefined);
  const pagination =
    speakeasyPagination(read(operation, 'x-speakeasy-pagination')) ??
    fernPagination(read(operation, 'x-fern-pagination'));
  const agents = agentsHint(operation, pathItem);
  const retries = read(operation, 'x-speakeasy-retries');
  const maxRetries =
    retries === false || (isJsonObject(retries) && retries['strategy'] === 'none') ? 0 : undefined;
  const idempotent =
    read(operation, 'x-fern-idempotent') === true || read(operation, 'x-idempotent') === true
      ? true
      : undefined;
  return {
    names: nameHints(operation, audience),
    hidden: read(operation, 'x-hidden') === true || read(operation, INTERNAL) === true,
    samples: samplesOf(operation),
    ...(pagination && { pagination }),
    ...(ignore && { ignore }),
    ...(sunset && { sunset }),
    ...(stability && { stability }),
    ...(read(operation, 'x-fern-availability') === DEPRECATED && { deprecated: true }),
    ...(deprecation && { deprecation }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(maxRetries !== undefined && { maxRetries }),
    ...(idempotent && { idempotent }),
    ...(isShowcase(read(operation, 'x-speakeasy-usage-example')) && { showcase: true }),
    ...(streamEnd !== undefined && { streamEnd }),
    ...(streaming && { streaming }),
    ...(agents && { agents }),
  };
}

export function readParameterHints(parameter: JsonObject, audience: LanguageSelector): ParameterHints {
  const alias =
    text(parameter, 'x-speakeasy-name-override') ??
    text(parameter, 'x-fern-parameter-name') ??
    text(parameter, 'x-stainless-param');
  const ignore = ignoredBy(parameter, audience);
  const deprecation =
    text(parameter, 'x-stainless-deprecation-message') ?? text(parameter, 'x-speakeasy-deprecation-message');
  const stability =
    stabilityOf(read(parameter, 'x-stability-level')) ?? stageOf(read(parameter, 'x-fern-availability'));
  const sunset = text(parameter, 'x-sunset');
  const schema = read(parameter, 'schema');
  const extendDefault = [parameter, ...(isJsonObject(schema) ? [schema] : [])].some(
    (jsonObject) => read(jsonObject, 'x-stainless-extend-default') === true,
  );
  return {
    ...(read(parameter, 'x-fern-availability') === DEPRECATED && { deprecated: true }),
    ...(extendDefault && { extendDefault }),
    ...(alias && { alias }),
    ...(ignore && { ignore }),
    ...(deprecation && { deprecation }),
    ...(stability && { stability }),
    ...(sunset && { sunset }),
  };
}

/** Name of a server as an environment: `x-speakeasy-server-id`, `x-fern-server-name`. */
export const serverName = (server: JsonObject): string | undefined =>
  text(server, 'x-speakeasy-server-id') ?? text(server, 'x-fern-server-name') ?? text(server, 'name');

/** Takes precedence over an operation's `security`. */
export const SECURITY_HINT = 'x-stainless-auth';

/** `false`, the name of a scheme, a Security Requirement Object, or a list of these as alternatives. */
export function readSecurityHint(operation: JsonObject): readonly JsonObject[] | undefined {
  const hint = read(operation, SECURITY_HINT);
  if (hint === undefined || hint === true || hint === null) return undefined;
  if (hint === false || hint === 'none') return [];
  return (Array.isArray(hint) ? hint : [hint]).flatMap((item: JsonValue) =>
    typeof item === 'string' ? [{ [item]: [] }] : isJsonObject(item) ? [item] : [],
  );
}

function ignoredBy(node: JsonObject, audience: LanguageSelector): string | undefined {
  const only = read(node, 'x-stainless-only');
  if (Array.isArray(only) && !isMeant(only, audience)) return 'x-stainless-only';
  return ['x-stainless-skip', 'x-speakeasy-ignore', 'x-fern-ignore'].find((key) =>
    isMeant(read(node, key), audience),
  );
}

/**
 * The role of a parameter or property in pagination: `x-stainless-pagination-property: { purpose }`. Bare
 * text is ignored, as in published SDKs.
 */
export function paginationPurpose(node: JsonObject): string | undefined {
  const mark = read(node, 'x-stainless-pagination-property');
  return isJsonObject(mark) ? text(mark, 'purpose') : undefined;
}

export interface RetryHint {
  readonly statuses: readonly string[];
  readonly initialMs?: number;
  readonly maxMs?: number;
  readonly maxElapsedMs?: number;
  readonly exponent?: number;
}

/**
 * `x-speakeasy-retries: { strategy: backoff, backoff: { initialInterval … }, statusCodes }` of the document.
 */
export function readRetryHint(root: JsonObject): RetryHint | undefined {
  const hint = read(root, 'x-speakeasy-retries');
  if (!isJsonObject(hint) || hint['strategy'] !== 'backoff') return undefined;
  const backoff = isJsonObject(hint['backoff']) ? hint['backoff'] : {};
  const statuses = Array.isArray(hint['statusCodes'])
    ? hint['statusCodes'].flatMap((item) =>
        typeof item === 'string' || typeof item === 'number' ? [String(item).toUpperCase()] : [],
      )
    : [];
  const [initialMs, maxMs, maxElapsedMs, exponent] = [
    'initialInterval',
    'maxInterval',
    'maxElapsedTime',
    'exponent',
  ].map((key) => number(backoff, key));
  return {
    statuses,
    ...(initialMs !== undefined && { initialMs }),
    ...(maxMs !== undefined && { maxMs }),
    ...(maxElapsedMs !== undefined && { maxElapsedMs }),
    ...(exponent !== undefined && { exponent }),
  };
}

/** `x-speakeasy-usage-example: true | { title, position }`. */
const isShowcase = (value: JsonValue | undefined): boolean => value === true || isJsonObject(value);

/**
 * `x-fern-idempotency-headers: [{ header }]` of the document: the header that carries the idempotency key.
 */
export function readIdempotencyHeader(root: JsonObject): string | undefined {
  const list = read(root, 'x-fern-idempotency-headers');
  const first = Array.isArray(list) ? list.find(isJsonObject) : undefined;
  return first && text(first, 'header');
}

function nameHints(operation: JsonObject, audience: LanguageSelector): readonly NameHint[] {
  const hints: NameHint[] = [];
  for (const keyword of ['x-stainless-method', 'x-stainless-naming']) {
    const stainless = stainlessName(read(operation, keyword), audience) ?? {};
    if (stainless.method !== undefined || stainless.group !== undefined)
      hints.push({ rule: 'x-stainless', keyword, ...stainless });
  }
  const group = text(operation, 'x-speakeasy-group');
  const override = text(operation, 'x-speakeasy-name-override');
  if (group !== undefined || override !== undefined) {
    hints.push({
      rule: 'x-speakeasy',
      keyword: override !== undefined ? 'x-speakeasy-name-override' : 'x-speakeasy-group',
      ...(group !== undefined && { group: group.split('.').filter((part) => part !== '') }),
      ...(override !== undefined && { method: override }),
    });
  }
  const fernGroup = read(operation, 'x-fern-sdk-group-name');
  const fernMethod = text(operation, 'x-fern-sdk-method-name');
  const fernKeys =
    typeof fernGroup === 'string'
      ? fernGroup.split('.')
      : Array.isArray(fernGroup)
        ? fernGroup.filter((item) => typeof item === 'string')
        : undefined;
  if (fernKeys !== undefined || fernMethod !== undefined) {
    hints.push({
      rule: 'x-fern',
      keyword: fernMethod !== undefined ? 'x-fern-sdk-method-name' : 'x-fern-sdk-group-name',
      ...(fernKeys !== undefined && { group: fernKeys.filter((part) => part !== '') }),
      ...(fernMethod !== undefined && { method: fernMethod }),
    });
  }
  return hints;
}

/**
 * `accounts.list`, `$client.me`, `{ path: accounts.list }`, or `{ method_name }`, for
 * all languages or for each language.
 */
function stainlessName(
  value: JsonValue | undefined,
  audience: LanguageSelector,
): { readonly group?: readonly string[]; readonly method?: string } | undefined {
  if (typeof value === 'string') {
    const keys = value.split('.').filter((part) => part !== '');
    const method = keys.at(-1);
    const group = keys[0] === '$client' ? keys.slice(1, -1) : keys.slice(0, -1);
    return method === undefined ? undefined : { ...(keys.length > 1 && { group }), method };
  }
  if (!isJsonObject(value)) return undefined;
  const path = text(value, 'path');
  if (path !== undefined) return stainlessName(path, audience);
  const scope = ownScopes(value, audience)[0] ?? value;
  const method = text(scope, 'method_name') ?? text(scope, 'method') ?? text(scope, 'name');
  const resource = text(scope, 'resource');
  return {
    ...(method !== undefined && { method }),
    ...(resource !== undefined && { group: resource.split('.').filter((part) => part !== '') }),
  };
}

function samplesOf(operation: JsonObject): OperationHints['samples'] {
  const readme = read(operation, 'x-readme');
  const lists = [
    ...['x-codeSamples', 'x-code-samples', 'x-readme-code-samples'].map(
      (keyword) => [keyword, read(operation, keyword)] as const,
    ),
    ['x-readme', isJsonObject(readme) ? read(readme, 'code-samples') : undefined] as const,
  ];
  return [
    ...lists.flatMap(([keyword, list]) =>
      (Array.isArray(list) ? list : []).flatMap((sample: JsonValue) => {
        if (!isJsonObject(sample)) return [];
        const source = text(sample, 'source') ?? text(sample, 'code');
        const language = text(sample, 'lang') ?? text(sample, 'language') ?? text(sample, 'label') ?? '';
        return source === undefined ? [] : [{ keyword, language, source }];
      }),
    ),
    ...snippetsOf(operation, 'x-stainless-snippets'),
  ];
}

/** Samples by language: `{ typescript: "…", python: "…" }`. */
function snippetsOf(operation: JsonObject, keyword: string): OperationHints['samples'] {
  const snippets = read(operation, keyword);
  return Object.entries(isJsonObject(snippets) ? snippets : {}).flatMap(([language, source]) =>
    typeof source === 'string' ? [{ keyword, language, source }] : [],
  );
}
