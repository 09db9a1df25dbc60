/** What the current SDK has, as far as config changes name it. */
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import type { MethodName } from './methods.ts';
import type { ConfigPath } from './types.ts';

export interface EditedSdk {
  /** Without aliases. */
  readonly methods: readonly MethodName[];
  readonly models: readonly ModelName[];
  readonly options: readonly OptionName[];
  readonly unwraps: readonly UnwrapName[];
  /** Page schemes, each as an item of `pagination`. */
  readonly schemes: readonly { readonly name: string; readonly value: JsonValue }[];
}

export interface ModelName {
  /** How the config refers to the schema: `Book`, or `#/components/schemas/Book`. */
  readonly target: string;
  /** Name of the schema in the document. */
  readonly schema: string;
  /** `['$shared']` for shared models. */
  readonly resource: readonly string[];
  readonly key: string;
  /** The entry of the config that names it. */
  readonly entry?: ConfigPath;
}

export interface OptionName {
  readonly key: string;
  /** The option as an entry of `client_settings.opts`. */
  readonly value: JsonObject;
}

/** A method that verifies and parses webhooks. */
export interface UnwrapName {
  readonly resource: readonly string[];
  readonly key: string;
  readonly entry?: ConfigPath;
}

export const NO_SDK: EditedSdk = { methods: [], models: [], options: [], unwraps: [], schemes: [] };
