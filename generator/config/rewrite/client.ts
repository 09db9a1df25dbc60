/** Converts requests about client options, page schemes and webhooks to changes of the config. */
import { isDeepStrictEqual } from 'node:util';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { methodPath, unsetMethodKey, writtenMethods } from './methods.ts';
import type { OptionName, UnwrapName } from './sdk.ts';
import type { ConfigChange, ConfigPath } from './types.ts';
import { valueAt } from './value.ts';

const OPTIONS: ConfigPath = ['client_settings', 'opts'];

/** A config that lists options lists all of them, so the first change writes those of the document. */
function optionsWritten(root: JsonValue, options: readonly OptionName[]): readonly ConfigChange[] {
  const written = valueAt(root, OPTIONS);
  return isJsonObject(written) && Object.keys(written).length > 0
    ? []
    : options.map(({ key, value }) => ({ kind: 'set', path: [...OPTIONS, key], value }));
}

/** Without a value the key of the option is removed. */
export function setOption(
  root: JsonValue,
  options: readonly OptionName[],
  { option, key, value }: { readonly option: string; readonly key: string; readonly value?: JsonValue },
): readonly ConfigChange[] {
  const path = [...OPTIONS, option, key];
  const known = options.find((item) => item.key === option)?.value ?? {};
  const before = valueAt(root, path) ?? (valueAt(root, OPTIONS) === undefined ? known[key] : undefined);
  if (isDeepStrictEqual(value, before)) return [];
  const first = optionsWritten(root, options);
  return value === undefined ? [...first, { kind: 'unset', path }] : [...first, { kind: 'set', path, value }];
}

export function renameOption(
  root: JsonValue,
  options: readonly OptionName[],
  { option, to }: { readonly option: string; readonly to: string },
): readonly ConfigChange[] {
  const signing: ConfigPath = ['webhooks', 'signing_key_option'];
  return [
    ...optionsWritten(root, options),
    { kind: 'move', path: [...OPTIONS, option], to: [...OPTIONS, to] },
    ...(valueAt(root, signing) === option ? [{ kind: 'set' as const, path: signing, value: to }] : []),
    ...writtenMethods(root)
      .filter(({ value }) => valueAt(value, ['webhook_key_opt']) === option)
      .map(({ path }): ConfigChange => ({ kind: 'set', path: [...path, 'webhook_key_opt'], value: to })),
  ];
}

/** The scheme at `index`, and every method that names it. */
export function renameScheme(root: JsonValue, index: number, to: string): readonly ConfigChange[] {
  const path = ['pagination', String(index), 'name'];
  const before = valueAt(root, path);
  return [
    { kind: 'set', path, value: to },
    ...writtenMethods(root)
      .filter(({ value }) => before !== undefined && valueAt(value, ['paginated']) === before)
      .map(({ path: method }): ConfigChange => ({ kind: 'set', path: [...method, 'paginated'], value: to })),
  ];
}

/** Methods no longer name it. An empty list is the same as none, so the last scheme goes with its key. */
export function removeScheme(root: JsonValue, index: number): readonly ConfigChange[] {
  const all = valueAt(root, ['pagination']);
  const isOnly = Array.isArray(all) && all.length === 1;
  const name = valueAt(root, ['pagination', String(index), 'name']);
  return [
    { kind: 'unset', path: isOnly ? ['pagination'] : ['pagination', String(index)] },
    ...writtenMethods(root)
      .filter(({ value }) => name !== undefined && valueAt(value, ['paginated']) === name)
      .flatMap((method) => unsetMethodKey(method, 'paginated')),
  ];
}

/** Index of a scheme in the config; -1 if the config does not name it. */
export function schemeIndex(root: JsonValue, name: string): number {
  const all = valueAt(root, ['pagination']);
  return Array.isArray(all) ? all.findIndex((scheme) => valueAt(scheme, ['name']) === name) : -1;
}

/** A method of the document gets an entry. */
export function nameUnwrap(unwrap: UnwrapName, key: string): readonly ConfigChange[] {
  const path = methodPath({ resource: unwrap.resource, key });
  return unwrap.entry === undefined
    ? [{ kind: 'set', path, value: { type: 'webhook_unwrap' } }]
    : [{ kind: 'move', path: unwrap.entry, to: path }];
}

/** The client option with the secret that signatures are verified with. */
export function setWebhookKey(unwrap: UnwrapName, option: string | undefined): readonly ConfigChange[] {
  const path = unwrap.entry && [...unwrap.entry, 'webhook_key_opt'];
  if (path !== undefined)
    return [option === undefined ? { kind: 'unset', path } : { kind: 'set', path, value: option }];
  const signing: ConfigPath = ['webhooks', 'signing_key_option'];
  return [
    option === undefined ? { kind: 'unset', path: signing } : { kind: 'set', path: signing, value: option },
  ];
}
