/** Validates a request of the page, which is untrusted JSON. */
import type { ConfigAction } from '../config/rewrite/actions.ts';
import { PURPOSES } from '../config/pagination-purposes.ts';
import type { PageChoice, PageUse } from '../config/rewrite/page-scheme.ts';
import type { ConfigChange } from '../config/rewrite/types.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
const OPTION_KEYS = ['read_env', 'default', 'description', 'nullable', 'example', 'auth'] as const;
const METHOD_KEYS = ['skip', 'paginated', 'deprecated', 'description'] as const;

/** Undefined if it is not a valid action. */
export function readAction(value: unknown): ConfigAction | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind, method, key, to, option, scheme } = value;
  const [methods, resource, target] = [texts(value['methods']), texts(value['resource']), texts(to)];
  switch (kind) {
    case 'rename':
      return typeof method === 'string' && typeof key === 'string' ? { kind, method, key } : undefined;
    case 'rename-all':
      return typeof key === 'string' && typeof to === 'string' ? { kind, key, to } : undefined;
    case 'move':
      return methods && resource && { kind, methods, resource };
    case 'move-resource':
      return resource && target && { kind, resource, to: target };
    case 'method-key': {
      const known = METHOD_KEYS.find((name) => name === key);
      if (methods === undefined || known === undefined) return undefined;
      return { kind, methods, key: known, ...(value['value'] !== undefined && { value: value['value'] }) };
    }
    case 'model':
      return readModel(value);
    case 'rename-option':
      return typeof option === 'string' && typeof to === 'string' ? { kind, option, to } : undefined;
    case 'option-key': {
      const known = OPTION_KEYS.find((name) => name === key);
      if (typeof option !== 'string' || known === undefined) return undefined;
      return { kind, option, key: known, ...(value['value'] !== undefined && { value: value['value'] }) };
    }
    case 'page-scheme': {
      const choice = readChoice(scheme);
      if (choice === undefined) return undefined;
      return { kind, scheme: choice, ...(typeof method === 'string' && { method }) };
    }
    case 'rename-scheme':
      return typeof scheme === 'string' && typeof to === 'string' ? { kind, scheme, to } : undefined;
    case 'remove-scheme':
      return typeof scheme === 'string' ? { kind, scheme } : undefined;
    case 'rename-unwrap':
      return typeof method === 'string' && typeof key === 'string' ? { kind, method, key } : undefined;
    case 'webhook-key':
      if (typeof method !== 'string') return undefined;
      return { kind, method, ...(typeof option === 'string' && { option }) };
    case 'changes': {
      const changes = Array.isArray(value['changes']) ? value['changes'].map(readChange) : [undefined];
      return changes.every((change) => change !== undefined) ? { kind, changes } : undefined;
    }
    default:
      return undefined;
  }
}

function readModel({ model, to }: JsonObject): ConfigAction | undefined {
  if (typeof model !== 'string') return undefined;
  if (to === undefined) return { kind: 'model', model };
  const resource = isJsonObject(to) ? texts(to['resource']) : undefined;
  const key = isJsonObject(to) ? to['key'] : undefined;
  return resource && typeof key === 'string' ? { kind: 'model', model, to: { resource, key } } : undefined;
}

function readChoice(value: JsonValue | undefined): PageChoice | undefined {
  if (!isJsonObject(value) || typeof value['name'] !== 'string' || typeof value['type'] !== 'string')
    return undefined;
  const uses = Array.isArray(value['uses']) ? value['uses'].map(readUse) : [undefined];
  return uses.every((use) => use !== undefined)
    ? { name: value['name'], type: value['type'], uses }
    : undefined;
}

function readUse(value: JsonValue): PageUse | undefined {
  if (!isJsonObject(value)) return undefined;
  const purpose = PURPOSES.find((name) => name === value['purpose']);
  const type = (['string', 'integer', 'number', 'boolean'] as const).find((name) => name === value['type']);
  const path = texts(value['path']);
  return purpose && type && path && { purpose, type, path };
}

function readChange(value: JsonValue): ConfigChange | undefined {
  if (!isJsonObject(value)) return undefined;
  const [path, to, next] = [texts(value['path']), texts(value['to']), value['value']];
  if (path === undefined || path.length === 0) return undefined;
  switch (value['kind']) {
    case 'set':
    case 'append':
      return next === undefined ? undefined : { kind: value['kind'], path, value: next };
    case 'unset':
      return { kind: 'unset', path };
    case 'move':
      return to === undefined || to.length === 0 ? undefined : { kind: 'move', path, to };
    default:
      return undefined;
  }
}
