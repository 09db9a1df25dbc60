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

export const methodPath = ({ resource, key }: Pick<MethodName, 'resource' | 'key'>): ConfigPath => [
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

/** Every method as it is written, with aliases and webhooks. */
export function writtenMethods(
  root: JsonValue,
): readonly { readonly path: ConfigPath; readonly value: JsonValue }[] {
  const tree = valueAt(root, ['resources']);
  const inside = (resources: JsonValue | undefined, path: ConfigPath): ReturnType<typeof writtenMethods> =>
    Object.entries(isJsonObject(resources) ? resources : {}).flatMap(([key, resource]) => {
      const at = [...path, key];
      const methods = valueAt(resource, ['methods']);
      return [
        ...Object.entries(isJsonObject(methods) ? methods : {}).map(([name, value]) => ({
          path: [...at, 'methods', name],
          value,
        })),
        ...inside(valueAt(resource, ['subresources']), [...at, 'subresources']),
      ];
    });
  return inside(tree, ['resources']);
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
    if (entry.path.join('\0') === path.join('\0')) return [];
    return [
      { kind: 'move', path: entry.path, to: path },
      ...aliasesAlong(root, { path: entry.path, operation: method.operation }, to),
    ];
  });
}

/** What names something inside a resource in dots, aliases and models of events, follows the resource. */
export function referencesAlong(
  root: JsonValue,
  from: readonly string[],
  to: readonly string[],
): readonly ConfigChange[] {
  const inside = `${from.join('.')}.`;
  const keys = [['to'], ['streaming', 'stream_event_model'], ['event_model'], ['event_type']];
  return writtenMethods(root).flatMap(({ path, value }) =>
    keys.flatMap((key): readonly ConfigChange[] => {
      const named = valueAt(value, key);
      if (typeof named !== 'string' || !named.startsWith(inside)) return [];
      const next = [...to, named.slice(inside.length)].join('.');
      return [{ kind: 'set', path: [...path, ...key], value: next }];
    }),
  );
}

/** Aliases of a method stay where they are and name it by its new name. */
function aliasesAlong(
  root: JsonValue,
  { path: from, operation }: Pick<MethodEntry, 'path'> & { readonly operation: string },
  to: Pick<MethodName, 'resource' | 'key'>,
): readonly ConfigChange[] {
  const dotted = (path: ConfigPath): string => resourceKeys(path).join('.');
  return writtenMethods(root).flatMap(({ path, value }): readonly ConfigChange[] => {
    const named = valueAt(value, ['type']) === 'alias' ? valueAt(value, ['to']) : undefined;
    if (typeof named !== 'string') return [];
    const home = resourceKeys(path).slice(0, -1);
    const target = named.includes('.') ? named : [...home, named].join('.');
    if (target !== dotted(from)) return [];
    const isSibling = home.join('.') === to.resource.join('.');
    const next =
      isSibling && !named.includes('.')
        ? to.key
        : to.resource.length === 0 && !isSibling
          ? operation
          : [...to.resource, to.key].join('.');
    return next === named ? [] : [{ kind: 'set', path: [...path, 'to'], value: next }];
  });
}

/** `resources.books.subresources.copies.methods.list` → `['books', 'copies', 'list']`. */
const resourceKeys = (path: ConfigPath): readonly string[] =>
  path.filter((key, at) => at % 2 === 1 && key !== '$client');

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
  return unsetMethodKey({ path, value: before }, key);
}

/** Removes a key of a written method: `{ endpoint: get /books }` is shortened to `get /books`. */
export function unsetMethodKey(
  { path, value }: { readonly path: ConfigPath; readonly value: JsonValue },
  key: string,
): readonly ConfigChange[] {
  if (!isJsonObject(value) || value[key] === undefined) return [];
  const { [key]: _removed, ...left } = value;
  const [only, ...more] = Object.keys(left);
  return only === 'endpoint' && more.length === 0 && typeof left[only] === 'string'
    ? [{ kind: 'set', path, value: left[only] }]
    : [{ kind: 'unset', path: [...path, key] }];
}
