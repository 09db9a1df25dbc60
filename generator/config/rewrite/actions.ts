/** Converts a user's request in terms of the SDK to changes of the config. */
import type { JsonValue } from '../../lib/json.ts';
import { looseOperation } from '../../lib/loose-operation.ts';
import {
  type MethodName,
  entryFor,
  methodEntries,
  nameMethods,
  referencesAlong,
  resourcePath,
  setMethodKey,
} from './methods.ts';
import {
  removeScheme,
  renameOption,
  renameScheme,
  nameUnwrap,
  schemeIndex,
  setOption,
  setWebhookKey,
} from './client.ts';
import { type ModelPlace, findModel, leaveOutModel, modelNameOf, nameModel } from './models.ts';
import { type PageChoice, addScheme } from './page-scheme.ts';
import type { EditedSdk } from './sdk.ts';
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
    }
  /** Models are named `books.book`, or by their schema. `to` absent: no type of its own any more. */
  | {
      readonly kind: 'model';
      readonly model: string;
      readonly to?: { readonly resource: readonly string[]; readonly key: string };
    }
  | { readonly kind: 'rename-option'; readonly option: string; readonly to: string }
  /** A key of a client option, such as `read_env`; without a value it is removed. */
  | {
      readonly kind: 'option-key';
      readonly option: string;
      readonly key: 'read_env' | 'default' | 'description' | 'nullable' | 'example' | 'auth';
      readonly value?: JsonValue;
    }
  | { readonly kind: 'page-scheme'; readonly scheme: PageChoice; readonly method?: string }
  | { readonly kind: 'rename-scheme'; readonly scheme: string; readonly to: string }
  | { readonly kind: 'remove-scheme'; readonly scheme: string }
  | { readonly kind: 'rename-unwrap'; readonly method: string; readonly key: string }
  /** The client option with the secret; absent: nothing is verified. */
  | { readonly kind: 'webhook-key'; readonly method: string; readonly option?: string };

export type PlannedChanges =
  | { readonly kind: 'changes'; readonly changes: readonly ConfigChange[] }
  | { readonly kind: 'fault'; readonly reason: string };

const fault = (reason: string): PlannedChanges => ({ kind: 'fault', reason });
const planned = (changes: readonly ConfigChange[]): PlannedChanges => ({ kind: 'changes', changes });

/**
 * Methods that the config excludes are found by their entries. A config that names a method leaves out all that
 * it does not name, so the first name comes with `unspecified_endpoints: generate`.
 */
export function planAction(root: JsonValue, sdk: EditedSdk, action: ConfigAction): PlannedChanges {
  const found = planChanges(root, sdk, action);
  if (found.kind === 'fault' || sdk.methods.length === 0 || methodEntries(root).length > 0) return found;
  const isFirst = found.changes.some(
    ({ kind, path }) => kind === 'set' && path[0] === 'resources' && path.at(-2) === 'methods',
  );
  const key = 'unspecified_endpoints';
  return isFirst && valueAt(root, [key]) === undefined
    ? planned([{ kind: 'set', path: [key], value: 'generate' }, ...found.changes])
    : found;
}

function planChanges(root: JsonValue, sdk: EditedSdk, action: ConfigAction): PlannedChanges {
  const { methods, models, options, unwraps } = sdk;
  const find = (name: string): MethodName | undefined => findMethod(root, methods, name);
  switch (action.kind) {
    case 'changes': {
      const paths = action.changes.flatMap((change) =>
        change.kind === 'move' ? [change.path, change.to] : [change.path],
      );
      if (paths.some((path) => path.includes(UNSAFE))) return fault(`${UNSAFE} is no key of a config.`);
      return paths.some((path) => path.length === 0 || path.includes(''))
        ? fault('A path is keys with dots between, and no key is empty: client_settings.client_name.')
        : planned(action.changes);
    }
    case 'rename': {
      const method = find(action.method);
      const resource = action.method.split('.');
      // A resource is renamed with all that it holds.
      if (method === undefined && hasResource(methods, resource))
        return moveResource(root, methods, { resource, to: [...resource.slice(0, -1), action.key] });
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
      const resource = (missing ?? '').split('.');
      if (action.methods.length === 1 && missing !== undefined && hasResource(methods, resource))
        return moveResource(root, methods, { resource, to: [...action.resource, resource.at(-1) ?? ''] });
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
    case 'model':
      return planModel(root, models, action);
    case 'rename-option': {
      const { option, to } = action;
      if (!options.some(({ key }) => key === option)) return fault(`There is no client option ${option}.`);
      if (options.some(({ key }) => key === to)) return fault(`${to} is there already.`);
      return keyFault([to]) ?? planned(renameOption(root, options, action));
    }
    case 'option-key':
      return options.some(({ key }) => key === action.option)
        ? planned(setOption(root, options, action))
        : fault(`There is no client option ${action.option}.`);
    case 'page-scheme': {
      const { scheme, method } = action;
      const found = method === undefined ? undefined : find(method);
      if (method !== undefined && found === undefined) return noMethod(method, methods);
      const isTaken =
        schemeIndex(root, scheme.name) >= 0 || sdk.schemes.some(({ name }) => name === scheme.name);
      if (isTaken) return fault(`${scheme.name} is there already.`);
      return keyFault([scheme.name]) ?? planned(addScheme(root, sdk, { scheme, method: found }));
    }
    case 'rename-scheme':
    case 'remove-scheme': {
      const index = schemeIndex(root, action.scheme);
      if (index < 0) return fault(`The config has no pagination scheme ${action.scheme}.`);
      if (action.kind === 'remove-scheme') return planned(removeScheme(root, index));
      if (schemeIndex(root, action.to) >= 0) return fault(`${action.to} is there already.`);
      return keyFault([action.to]) ?? planned(renameScheme(root, index, action.to));
    }
    case 'rename-unwrap':
    case 'webhook-key': {
      const unwrap = unwraps.find((item) => nameOf(item) === action.method);
      if (unwrap === undefined) return fault(`There is no webhook method ${action.method}.`);
      if (action.kind === 'webhook-key') return planned(setWebhookKey(unwrap, action.option));
      return keyFault([action.key]) ?? planned(nameUnwrap(unwrap, action.key));
    }
    default:
      return action satisfies never;
  }
}

function planModel(
  root: JsonValue,
  models: EditedSdk['models'],
  { model: name, to }: { readonly model: string; readonly to?: ModelPlace },
): PlannedChanges {
  const model = findModel(models, name);
  if (model === undefined) return fault(`There is no model ${name}.`);
  if (to === undefined) return planned(leaveOutModel(models, model));
  const other = models.find((item) => item !== model && modelNameOf(item) === modelNameOf(to));
  if (other !== undefined) return fault(`${modelNameOf(to)} is there already: ${other.schema}.`);
  return (
    keyFault([to.key, ...to.resource.filter((key) => key !== '$shared' && key !== '$client')]) ??
    planned(nameModel(root, models, { model, to }))
  );
}

const hasResource = (methods: readonly MethodName[], path: readonly string[]): boolean =>
  methods.some(({ resource }) => path.every((key, at) => resource[at] === key));

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

/** Objects have it without being given it, so what is written there would not be found again. */
const UNSAFE = '__proto__';

/** Letters, digits and underscores, as in names of the document. */
const KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;

function keyFault(keys: readonly string[]): PlannedChanges | undefined {
  const wrong = keys.find((key) => !KEY.test(key) || key === UNSAFE);
  return wrong === undefined
    ? undefined
    : fault(`${wrong || 'An empty text'} is no name: use letters, digits and underscores.`);
}

function renamed(
  root: JsonValue,
  methods: readonly MethodName[],
  names: Parameters<typeof nameMethods>[1],
): PlannedChanges {
  const wrong = keyFault(names.flatMap(({ to }) => [to.key, ...to.resource]));
  if (wrong !== undefined) return wrong;
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
  return planned([
    ...referencesAlong(root, resource, to),
    { kind: 'move', path: from, to: target },
    ...nameMethods(root, others),
  ]);
}
