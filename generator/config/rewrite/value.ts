/** Applies a change to the parsed value of the file, against which the changed text is checked. */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { ConfigChange, ConfigPath } from './types.ts';

/** A sentence if the change is impossible. */
export type ChangedValue = { readonly value: JsonValue } | { readonly fault: string };

export function changeValue(root: JsonValue, change: ConfigChange): ChangedValue {
  switch (change.kind) {
    case 'set':
      return put(root, change.path, change.value);
    case 'append': {
      const list = valueAt(root, change.path) ?? [];
      return Array.isArray(list)
        ? put(root, change.path, [...(list as readonly JsonValue[]), change.value])
        : { fault: `${change.path.join('.')} is not a list.` };
    }
    case 'unset':
      return valueAt(root, change.path) === undefined
        ? missing(change.path)
        : { value: remove(root, change.path) };
    case 'move': {
      const { path, to } = change;
      const value = valueAt(root, path);
      if (value === undefined) return missing(path);
      if (valueAt(root, to) !== undefined) return { fault: `${to.join('.')} is there already.` };
      if (path.every((key, at) => to[at] === key))
        return { fault: `${path.join('.')} cannot be moved into itself.` };
      const moved = put(root, to, value);
      return 'fault' in moved ? moved : { value: remove(moved.value, path) };
    }
    default:
      return change satisfies never;
  }
}

const missing = (path: ConfigPath): ChangedValue => ({ fault: `There is no ${path.join('.')}.` });

export function valueAt(root: JsonValue | undefined, path: ConfigPath): JsonValue | undefined {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value))
      value = /^\d+$/.test(key) ? (value as readonly JsonValue[])[Number(key)] : undefined;
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function put(parent: JsonValue | undefined, path: ConfigPath, value: JsonValue): ChangedValue {
  const [key, ...rest] = path;
  if (key === undefined) return { value };
  if (Array.isArray(parent)) {
    const index = Number(key);
    const items: readonly JsonValue[] = parent;
    if (!/^\d+$/.test(key) || index >= items.length) return { fault: `The list has no entry ${key}.` };
    const inner = put(items[index], rest, value);
    return 'fault' in inner ? inner : { value: items.map((item, at) => (at === index ? inner.value : item)) };
  }
  if (parent !== undefined && parent !== null && !isJsonObject(parent))
    return { fault: `${key} cannot be set inside a single value.` };
  const members = parent ?? {};
  const inner = put(Object.hasOwn(members, key) ? members[key] : undefined, rest, value);
  return 'fault' in inner ? inner : { value: withMember(members, key, inner.value) };
}

function remove(parent: JsonValue, path: ConfigPath, prunes = path[0] === 'resources'): JsonValue {
  const [key = '', ...rest] = path;
  if (Array.isArray(parent)) {
    const items: readonly JsonValue[] = parent;
    return rest.length === 0
      ? items.filter((_, at) => at !== Number(key))
      : items.map((item, at) => (at === Number(key) ? remove(item, rest, prunes) : item));
  }
  const child = isJsonObject(parent) ? parent[key] : undefined;
  if (!isJsonObject(parent) || child === undefined) return parent;
  const left = rest.length === 0 ? undefined : remove(child, rest, prunes);
  const isEmpty = prunes && isJsonObject(left) && Object.keys(left).length === 0;
  if (left !== undefined && !isEmpty) return withMember(parent, key, left);
  const { [key]: _removed, ...others } = parent;
  return others;
}

const withMember = (members: JsonObject, key: string, value: JsonValue): JsonObject =>
  Object.fromEntries([...Object.entries(members).filter(([name]) => name !== key), [key, value]]);
