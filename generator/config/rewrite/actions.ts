/** Converts a user's request in terms of the SDK to changes of the config. */
import type { JsonValue } from '../../lib/json.ts';
import { looseOperation } from '../../lib/loose-operation.ts';
import {
  type MethodName,
  entryFor,
  methodEntries,
  nameMethods,
  resourcePath,
  setMethodKey,
} from './methods.ts';
import type { ConfigChange } from './types.ts';
import { valueAt } from './value.ts';

/** Methods are named by a dotted path, `books.copies.list`, or by their operation, `get /books`. */
export type ConfigAction =
  | { readonly kind: 'changes'; readonly changes: readonly ConfigChange[] }
  | { readonly kind: 'rename'; readonly method: string; readonly key: string }
  /** Every method named `key`, in all resources. */
  | { readonly kind: 'rename-all'; readonly key: string; readonly to: string }
  /** `[]` is the client itself. */
  | { readonly kind: 'move'; readonly methods: readonly string[]; readonly resource: readonly string[] }
  | {
      readonly kind: 'move-resource';
      readonly resource: readonly string[];
      readonly to: readonly string[];
    }
  /** Without a value the key is removed. */
  | {
      readonly kind: 'method-key';
      readonly methods: readonly string[];
      readonly key: 'skip' | 'paginated' | 'deprecated' | 'description';
      readonly value?: JsonValue;
    };

export type PlannedChanges =
  | { readonly kind: 'changes'; readonly changes: readonly ConfigChange[] }
  | { readonly kind: 'fault'; readonly reason: string };

const fault = (reason: string): PlannedChanges => ({ kind: 'fault', reason });
const planned = (changes: readonly ConfigChange[]): PlannedChanges => ({ kind: 'changes', changes });

/** `methods` are those of the current SDK. Methods that the config excludes are found by their entries. */
export function planAction(
  root: JsonValue,
  methods: readonly MethodName[],
  action: ConfigAction,
): PlannedChanges {
  const find = (name: string): MethodName | undefined => findMethod(root, methods, name);
  switch (action.kind) {
    case 'changes':
      return planned(action.changes);
    case 'rename': {
      const method = find(action.method);
      if (method === undefined) return noMethod(action.method, methods);
      return renamed(root, methods, [{ method, to: { resource: method.resource, key: action.key } }]);
    }
    case 'rename-all': {
      const found = methods.filter(({ key }) => key === action.key);
      if (found.length === 0) return fault(`No method is called ${action.key}.`);
      return renamed(
        root,
        methods,
        found.map((method) => ({ method, to: { resource: method.resource, key: action.to } })),
      );
    }
    case 'move': {
      const found = action.methods.map((name) => find(name));
      const missing = action.methods.find((_, at) => found[at] === undefined);
      if (missing !== undefined) return noMethod(missing, methods);
      return renamed(
        root,
        methods,
        found.flatMap((method) =>
          method === undefined ? [] : [{ method, to: { resource: action.resource, key: method.key } }],
        ),
      );
    }
    case 'move-resource':
      return moveResource(root, methods, action);
    case 'method-key': {
      const changes: ConfigChange[] = [];
      for (const name of action.methods) {
        const method = find(name);
        if (method === undefined) return noMethod(name, methods);
        changes.push(...setMethodKey(root, method, { key: action.key, value: action.value }));
      }
      return planned(changes);
    }
    default:
      return action satisfies never;
  }
}

const nameOf = ({ resource, key }: Pick<MethodName, 'resource' | 'key'>): string =>
  [...resource, key].join('.');

function findMethod(root: JsonValue, methods: readonly MethodName[], name: string): MethodName | undefined {
  const [verb = '', ...path] = name.trim().split(/\s+/);
  const wanted = looseOperation(verb, path.join(' '));
  const isNamed = (method: MethodName): boolean =>
    nameOf(method) === name || (path.length > 0 && looseOf(method) === wanted);
  const known = methods.find(isNamed);
  if (known !== undefined) return known;
  const entries = methodEntries(root).map((entry): MethodName => {
    const keys = entry.path.filter((_, at) => at % 2 === 1);
    return {
      operation: entry.operation,
      resource: keys.slice(0, -1).filter((key) => key !== '$client'),
      key: keys.at(-1) ?? '',
    };
  });
  return entries.find(isNamed);
}

function looseOf({ operation }: MethodName): string {
  const [verb = '', ...path] = operation.split(' ');
  return looseOperation(verb, path.join(' '));
}

function noMethod(name: string, methods: readonly MethodName[]): PlannedChanges {
  const key = name.split('.').at(-1);
  const alike = methods.filter((method) => method.key === key).slice(0, 3);
  const hint = alike.length === 0 ? '' : ` Methods of that name: ${alike.map(nameOf).join(', ')}.`;
  return fault(`There is no method ${name}.${hint}`);
}

/** Letters, digits and underscores, as in names of the document. */
const KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;

function renamed(
  root: JsonValue,
  methods: readonly MethodName[],
  names: Parameters<typeof nameMethods>[1],
): PlannedChanges {
  const wrong = names.flatMap(({ to }) => [to.key, ...to.resource]).find((key) => !KEY.test(key));
  if (wrong !== undefined)
    return fault(`${wrong || 'An empty text'} is no name: use letters, digits and underscores.`);
  const moving = new Set(names.map(({ method }) => method.operation));
  const taken = new Map(
    methods
      .filter(({ operation }) => !moving.has(operation))
      .map((method) => [nameOf(method), method.operation]),
  );
  for (const { method, to } of names) {
    const other = taken.get(nameOf(to));
    if (other !== undefined) return fault(`${nameOf(to)} is there already: ${other}.`);
    taken.set(nameOf(to), method.operation);
  }
  return planned(nameMethods(root, names));
}

/** A resource in the config moves as a whole. Methods with names from other sources get an entry. */
function moveResource(
  root: JsonValue,
  methods: readonly MethodName[],
  { resource, to }: { readonly resource: readonly string[]; readonly to: readonly string[] },
): PlannedChanges {
  const isInside = (path: readonly string[]): boolean => resource.every((key, at) => path[at] === key);
  if (isInside(to) && to.length > resource.length)
    return fault(`${resource.join('.')} cannot be moved into itself.`);
  const inside = methods.filter((method) => isInside(method.resource));
  if (inside.length === 0) return fault(`There is no resource ${resource.join('.')}.`);
  const names = inside.map((method) => ({
    method,
    to: { resource: [...to, ...method.resource.slice(resource.length)], key: method.key },
  }));
  const checked = renamed(root, methods, names);
  const [from, target] = [resourcePath(resource), resourcePath(to)];
  if (checked.kind === 'fault' || valueAt(root, from) === undefined || valueAt(root, target) !== undefined)
    return checked;
  const entries = methodEntries(root);
  const others = names.filter(({ method }) => entryFor(entries, method.operation) === undefined);
  return planned([{ kind: 'move', path: from, to: target }, ...nameMethods(root, others)]);
}
