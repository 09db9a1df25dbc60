/** A pagination scheme from a choice of parameters and response fields, as an item of `pagination`. */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { PURPOSES } from '../pagination-purposes.ts';
import { setMethodKey } from './methods.ts';
import type { EditedSdk } from './sdk.ts';
import type { MethodName } from './methods.ts';
import type { ConfigChange } from './types.ts';
import { valueAt } from './value.ts';

export type PagePurpose = (typeof PURPOSES)[number];

export interface PageUse {
  readonly purpose: PagePurpose;
  /** Name of the parameter, or path of the field; empty if the response itself is the list. */
  readonly path: readonly string[];
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
}

export interface PageChoice {
  readonly name: string;
  readonly type: string;
  readonly uses: readonly PageUse[];
}

const MARK = 'x-stainless-pagination-property';

function pageScheme({ name, type, uses }: PageChoice): JsonObject {
  const request = uses.filter(({ purpose }) => purpose.endsWith('_param'));
  const itemKey = uses.find(({ purpose }) => purpose === 'cursor_item_id');
  const response = uses.filter((use) => !request.includes(use) && use !== itemKey);
  const list: JsonObject = {
    type: 'array',
    items:
      itemKey === undefined
        ? {}
        : { type: 'object', properties: fieldsOf([{ ...itemKey, path: itemKey.path.slice(-1) }], {}) },
  };
  return { name, type, request: fieldsOf(request, list), response: fieldsOf(response, list) };
}

function fieldsOf(uses: readonly PageUse[], list: JsonObject): JsonObject {
  let fields: JsonObject = {};
  for (const { purpose, path, type } of uses) {
    const isTop = purpose === 'items' && path.length === 0;
    const schema: JsonObject = {
      ...(purpose === 'items' ? list : { type }),
      [MARK]: { purpose, ...(isTop && { is_top_level_array: true }) },
    };
    fields = withField(fields, isTop ? ['items'] : path, schema);
  }
  return fields;
}

function withField(
  fields: JsonObject,
  [key = '', ...rest]: readonly string[],
  schema: JsonObject,
): JsonObject {
  if (rest.length === 0) return { ...fields, [key]: schema };
  const holder = fields[key];
  const inner = isJsonObject(holder) ? holder['properties'] : undefined;
  const properties = withField(isJsonObject(inner) ? inner : {}, rest, schema);
  return { ...fields, [key]: { type: 'object', properties } };
}

/**
 * A config that lists schemes lists all of them, so the first scheme comes with those that were found without a
 * config. `method`: names the scheme explicitly, because another scheme fits too.
 */
export function addScheme(
  root: JsonValue,
  { schemes }: Pick<EditedSdk, 'schemes'>,
  { scheme, method }: { readonly scheme: PageChoice; readonly method: MethodName | undefined },
): readonly ConfigChange[] {
  const written = valueAt(root, ['pagination']);
  const isFirst = !Array.isArray(written) || written.length === 0;
  const append = (value: JsonValue): ConfigChange => ({ kind: 'append', path: ['pagination'], value });
  return [
    ...(isFirst ? schemes.map(({ value }) => append(value)) : []),
    append(pageScheme(scheme)),
    ...(method === undefined ? [] : setMethodKey(root, method, { key: 'paginated', value: scheme.name })),
  ];
}
