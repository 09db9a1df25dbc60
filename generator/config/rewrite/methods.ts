/** Converts requests about a method to changes of the config: a name, a resource, a key such as `skip`. */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { looseOperation } from '../../lib/loose-operation.ts';
import { readEndpoint } from '../read-resources.ts';
import type { ConfigChange, ConfigPath } from './types.ts';
import { valueAt } from './value.ts';

/** A method of the SDK, whether the config has an entry for it or not. */
export interface MethodName {
  /** `get /books/{book_id}` */
  readonly operation: string;
  /** Keys from the root; `[]` is the client itself. */
  readonly resource: readonly string[];
  readonly key: string;
}

export interface MethodEntry {
  readonly path: ConfigPath;
  readonly value: JsonValue;
  readonly operation: string;
}

/** `['books', 'copies']` → `resources.books.subresources.copies`. */
export const resourcePath = (resource: readonly string[]): ConfigPath =>
  resource.length === 0
    ? ['resources', '$client']
    : resource.flatMap((key, at) => [at === 0 ? 'resources' : 'subresources', key]);

const methodPath = ({ resource, key }: Pick<MethodName, 'resource' | 'key'>): ConfigPath => [
  ...resourcePath(resource),
  'methods',
  key,
];

/** Every entry that refers to an operation. */
export function methodEntries(root: JsonValue): readonly MethodEntry[] {
  const tree = valueAt(root, ['resources']);
  return isJsonObject(tree) ? entriesIn(tree, ['resources']) : [];
}

const entriesIn = (resources: JsonObject, path: ConfigPath): readonly MethodEntry[] =>
  Object.entries(resources).flatMap(([key, resource]) => {
    const at = [...path, key];
    const [methods, inner] = [valueAt(resource, ['methods']), valueAt(resource, ['subresources'])];
    return [
      ...(isJsonObject(methods)
        ? Object.entries(methods).flatMap(([name, value]) => entryOf([...at, 'methods', name], value) ?? [])
        : []),
      ...(isJsonObject(inner) ? entriesIn(inner, [...at, 'subresources']) : []),
    ];
  });

function entryOf(path: ConfigPath, value: JsonValue): MethodEntry | undefined {
  const written = typeof value === 'string' ? value : isJsonObject(value) ? value['endpoint'] : undefined;
  const endpoint = typeof written === 'string' && readEndpoint(written, { document: '', pointer: '' });
  return endpoint ? { path, value, operation: looseOperation(endpoint.verb, endpoint.path) } : undefined;
}

/** The entry of an operation. Undefined if its name has another source. */
export function entryFor(entries: readonly MethodEntry[], operation: string): MethodEntry | undefined {
  const [verb = '', ...path] = operation.split(' ');
  const wanted = looseOperation(verb, path.join(' '));
  return entries.find((entry) => entry.operation === wanted);
}

/** Gives methods other names or resources. */
export function nameMethods(
  root: JsonValue,
  names: readonly { readonly method: MethodName; readonly to: Pick<MethodName, 'resource' | 'key'> }[],
): readonly ConfigChange[] {
  const entries = methodEntries(root);
  return names.flatMap(({ method, to }): readonly ConfigChange[] => {
    const entry = entryFor(entries, method.operation);
    const path = methodPath(to);
    if (entry === undefined) return [{ kind: 'set', path, value: method.operation }];
    return entry.path.join('\0') === path.join('\0') ? [] : [{ kind: 'move', path: entry.path, to: path }];
  });
}

/** Sets a key of a method (`skip`, `paginated`, `deprecated`), or removes it if there is no value. */
export function setMethodKey(
  root: JsonValue,
  method: MethodName,
  { key, value }: { readonly key: string; readonly value: JsonValue | undefined },
): readonly ConfigChange[] {
  const entry = entryFor(methodEntries(root), method.operation);
  const path = entry?.path ?? methodPath(method);
  const before = entry?.value ?? method.operation;
  if (value !== undefined)
    return typeof before === 'string'
      ? [{ kind: 'set', path, value: { endpoint: before, [key]: value } }]
      : [{ kind: 'set', path: [...path, key], value }];
  if (!isJsonObject(before) || before[key] === undefined) return [];
  const { [key]: _removed, ...left } = before;
  const [only, ...more] = Object.keys(left);
  // `{ endpoint: get /books }` is shortened to `get /books`.
  return only === 'endpoint' && more.length === 0 && typeof left[only] === 'string'
    ? [{ kind: 'set', path, value: left[only] }]
    : [{ kind: 'unset', path: [...path, key] }];
}
