/** Reads vendor extensions on schemas into typed hints. No other module reads them. */
import { type LanguageSelector, isMeant, ownScopes } from '../lib/language-selector.ts';
import { type JsonObject, type JsonValue, isJsonObject, own } from '../lib/json.ts';

export interface SchemaHints {
  /** True if the author wants an untyped value. */
  readonly any?: true;
  /** True for an object that deliberately has no properties. */
  readonly emptyObject?: true;
  /** The extension that excludes this schema from the SDK. */
  readonly skip?: string;
  /** The schema to read instead of the schema that contains the hint. */
  readonly override?: JsonValue;
  /** Names for the type, best first. */
  readonly names: readonly string[];
  /** Dotted path of the model that the schema defines: `wallets.chain_type` (`x-stainless-model`). */
  readonly model?: string;
  /** Name for the property or parameter that has this schema. */
  readonly propertyName?: string;
  readonly deprecated?: true;
  readonly deprecation?: string;
  readonly stability?: string;
  readonly default?: JsonValue;
  /** True if the enum accepts values that it does not list. */
  readonly open?: true;
  /** Values of an open enum that the schema declares instead of `enum`. */
  readonly openValues?: readonly JsonValue[];
  /** Names of enum members, keyed by the value as text. */
  readonly labels?: ReadonlyMap<string, string>;
  /** Docs of enum members, keyed by the value as text. */
  readonly valueDescriptions?: ReadonlyMap<string, string>;
  /** The property's purpose in pagination (`x-stainless-pagination-property`). */
  readonly paginationPurpose?: string;
  /** Properties that are optional in the type but shown in examples. */
  readonly softRequired?: readonly string[];
  /** Name for the type in every place, even where other types are named after their place. */
  readonly typeName?: string;
}

/** Types that a vendor hint may request instead of the schema's own (`x-speakeasy-type-override: any`). */
const ANY_OVERRIDES = new Set(['any', 'unknown']);

/** The only value of `x-fern-availability` that means deprecation and not a stage of development. */
export const DEPRECATED = 'deprecated';

/**
 * The stability as written. A value other than text is kept as JSON, so that a
 * mistake is not ignored silently.
 */
export const stabilityOf = (value: JsonValue | undefined): string | undefined =>
  value === undefined || value === null || value === ''
    ? undefined
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

export const stageOf = (availability: JsonValue | undefined): string | undefined =>
  typeof availability === 'string' && availability !== '' && availability !== DEPRECATED
    ? availability
    : undefined;

const NONE: SchemaHints = { names: [] };

export function readSchemaHints(node: JsonObject, audience: LanguageSelector): SchemaHints {
  if (!hasExtension(node)) return NONE;
  const override = own(node, 'x-stainless-override-schema');
  const typeOverride = text(node, 'x-speakeasy-type-override');
  const any =
    own(node, 'x-stainless-any') === true || (typeOverride !== undefined && ANY_OVERRIDES.has(typeOverride));
  const naming = readNaming(own(node, 'x-stainless-naming'), audience);
  const model = text(node, 'x-stainless-model');
  const names = [
    text(node, 'x-stainless-variantName'),
    naming.type,
    lastWord(model),
    text(node, 'x-speakeasy-name-override'),
    text(node, 'x-fern-type-name'),
    enumName(own(node, 'x-ms-enum')),
  ].filter((name) => name !== undefined);
  const typeName = naming.type ?? text(node, 'x-fern-type-name');
  const soft = own(node, 'x-stainless-soft-required');
  const propertyName =
    text(node, 'x-stainless-param') ?? naming.property ?? text(node, 'x-fern-property-name');
  const skip = skipKeyword(node, audience);
  const deprecation =
    text(node, 'x-stainless-deprecation-message') ??
    text(node, 'x-speakeasy-deprecation-message') ??
    text(node, 'x-deprecated-reason');
  const stability = stabilityOf(own(node, 'x-stability-level')) ?? stageOf(own(node, 'x-fern-availability'));
  const fallback = own(node, 'x-fern-default');
  const extensible = own(node, 'x-extensible-enum');
  const isOpen =
    own(node, 'x-speakeasy-unknown-values') === 'allow' ||
    Array.isArray(extensible) ||
    extensible === true ||
    isOpenMicrosoftEnum(own(node, 'x-ms-enum'));
  const labels = readLabels(node);
  const valueDescriptions = readValueDescriptions(node);
  const paginationPurpose = purposeOf(own(node, 'x-stainless-pagination-property'));
  return {
    names,
    ...(any && { any }),
    ...(own(node, 'x-stainless-empty-object') === true && { emptyObject: true }),
    ...(skip !== undefined && { skip }),
    ...(override !== undefined && (isJsonObject(override) || typeof override === 'boolean') && { override }),
    ...(model !== undefined && { model }),
    ...(propertyName !== undefined && { propertyName }),
    ...(deprecation !== undefined && { deprecation }),
    ...(own(node, 'x-fern-availability') === DEPRECATED && { deprecated: true }),
    ...(stability !== undefined && { stability }),
    ...(fallback !== undefined && { default: fallback }),
    ...(isOpen && { open: true }),
    ...(Array.isArray(extensible) && { openValues: extensible }),
    ...(labels.size > 0 && { labels }),
    ...(valueDescriptions.size > 0 && { valueDescriptions }),
    ...(paginationPurpose !== undefined && { paginationPurpose }),
    ...(typeName !== undefined && { typeName }),
    ...(Array.isArray(soft) && { softRequired: soft.filter((item) => typeof item === 'string') }),
  };
}

function hasExtension(node: JsonObject): boolean {
  for (const key in node) if (key.startsWith('x-')) return true;
  return false;
}

function skipKeyword(node: JsonObject, audience: LanguageSelector): string | undefined {
  const skipped = ['x-stainless-skip', 'x-speakeasy-ignore', 'x-fern-ignore'].find((key) =>
    isMeant(own(node, key), audience),
  );
  if (skipped !== undefined) return skipped;
  const only = own(node, 'x-stainless-only');
  return Array.isArray(only) && !isMeant(only, audience) ? 'x-stainless-only' : undefined;
}

/**
 * `x-stainless-naming`: a name, or `{ type_name, property_name }`, for all
 * languages or for a single language.
 */
function readNaming(
  value: JsonValue | undefined,
  audience: LanguageSelector,
): {
  readonly type?: string | undefined;
  readonly property?: string | undefined;
} {
  if (typeof value === 'string' && value !== '') return { type: value };
  if (!isJsonObject(value)) return {};
  const scopes = [...ownScopes(value, audience), value];
  const first = (...keys: readonly string[]): string | undefined =>
    scopes.flatMap((scope) => keys.map((key) => text(scope, key))).find((name) => name !== undefined);
  return {
    type: first('type_name', 'model_name', 'variant_name'),
    property: first('property_name', 'param_name', 'method_argument'),
  };
}

/**
 * Names of enum members: lists beside `enum`, maps from a value,
 * or `x-stainless-renameMap` from the name to the value.
 */
function readLabels(node: JsonObject): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const values = own(node, 'enum') ?? own(node, 'x-extensible-enum');
  for (const key of ['x-enum-varnames', 'x-enumNames', 'x-speakeasy-enums'])
    collect(labels, own(node, key), values);
  const microsoft = own(node, 'x-ms-enum');
  for (const item of isJsonObject(microsoft) && Array.isArray(microsoft['values'])
    ? microsoft['values']
    : []) {
    if (isJsonObject(item) && typeof item['name'] === 'string')
      labels.set(String(item['value']), item['name']);
  }
  const fern = own(node, 'x-fern-enum');
  for (const [value, details] of isJsonObject(fern) ? Object.entries(fern) : []) {
    if (isJsonObject(details) && typeof details['name'] === 'string') labels.set(value, details['name']);
  }
  const renamed = own(node, 'x-stainless-renameMap');
  for (const [name, value] of isJsonObject(renamed) ? Object.entries(renamed) : []) {
    if (typeof value !== 'object') labels.set(String(value), name);
  }
  return labels;
}

function readValueDescriptions(node: JsonObject): ReadonlyMap<string, string> {
  const descriptions = new Map<string, string>();
  const values = own(node, 'enum') ?? own(node, 'x-extensible-enum');
  for (const key of ['x-enum-descriptions', 'x-enumDescriptions', 'x-speakeasy-enum-descriptions'])
    collect(descriptions, own(node, key), values);
  const fern = own(node, 'x-fern-enum');
  for (const [value, details] of isJsonObject(fern) ? Object.entries(fern) : []) {
    if (isJsonObject(details) && typeof details['description'] === 'string')
      descriptions.set(value, details['description']);
  }
  return descriptions;
}

/** Adds labels: a list is parallel to `values`, an object maps the value's text. */
function collect(
  into: Map<string, string>,
  given: JsonValue | undefined,
  values: JsonValue | undefined,
): void {
  if (Array.isArray(given) && Array.isArray(values)) {
    for (const [index, value] of values.entries()) {
      const label: unknown = given[index];
      if (typeof label === 'string' && typeof value !== 'object') into.set(String(value), label);
    }
  } else if (isJsonObject(given)) {
    for (const [value, label] of Object.entries(given)) if (typeof label === 'string') into.set(value, label);
  }
}

const purposeOf = (value: JsonValue | undefined): string | undefined => {
  const purpose = isJsonObject(value) ? own(value, 'purpose') : undefined;
  return typeof purpose === 'string' ? purpose : undefined;
};

const isOpenMicrosoftEnum = (value: JsonValue | undefined): boolean =>
  isJsonObject(value) && own(value, 'modelAsString') === true;
const enumName = (value: JsonValue | undefined): string | undefined =>
  isJsonObject(value) ? text(value, 'name') : undefined;
const lastWord = (path: string | undefined): string | undefined =>
  path?.split('.').at(-1)?.replace(/^\$+/, '') || undefined;
const text = (node: JsonObject, key: string): string | undefined => {
  const value = own(node, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
