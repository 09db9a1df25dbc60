/** Arrays and tuples. */
import { type JsonObject, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { TypeNode } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { unknownType } from './docs.ts';
import { listOf, own } from './view.ts';

/** `items`, `prefixItems` (2020-12), or the list form of `items` with `additionalItems` of older drafts. */
export function readArray(context: SchemaContext, node: JsonObject, origin: Origin): TypeNode {
  const items = own(node, 'items');
  const oldForm = Array.isArray(items);
  const prefix = oldForm ? items : listOf(node, 'prefixItems');
  const further = oldForm ? own(node, 'additionalItems') : items;
  const prefixKey = oldForm ? 'items' : 'prefixItems';
  if (prefix.length === 0) {
    const type =
      further === undefined || further === false || oldForm
        ? unknownType(origin, 'empty')
        : context.read(further, at(origin, 'items'));
    return further === false
      ? { kind: 'tuple', items: [], rest: false, required: 0, origin }
      : { kind: 'array', items: type, origin };
  }
  const minItems = own(node, 'minItems');
  const isFull = further === false || own(node, 'maxItems') === prefix.length;
  const rest = isFull
    ? false
    : isJsonObject(further)
      ? context.read(further, at(origin, oldForm ? 'additionalItems' : 'items'))
      : undefined;
  return {
    kind: 'tuple',
    items: prefix.map((item, index) => context.read(item, at(origin, prefixKey, index))),
    ...(rest !== undefined && { rest }),
    // JSON Schema allows every element to be absent, but authors of tuples intend all of them
    // to be present unless `minItems` is lower.
    required:
      typeof minItems === 'number' && minItems < prefix.length
        ? Math.max(0, Math.floor(minItems))
        : prefix.length,
    origin,
  };
}
