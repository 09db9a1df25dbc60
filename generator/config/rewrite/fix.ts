/** Converts the fix of a diagnostic to changes of the config at its place. */
import { type Fix, type FixEdit, fixes } from '../../diagnostics/fixes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { pointerTokens } from '../../lib/origin.ts';
import type { ConfigAction } from './actions.ts';
import { methodPath, resourcePath, unsetMethodKey } from './methods.ts';
import type { ConfigChange, ConfigPath } from './types.ts';
import { valueAt } from './value.ts';

export interface PlannedFix {
  readonly label: string;
  readonly action: ConfigAction;
}

/** Undefined if the config cannot settle it. `file`: the config; `root`: its value. */
export function fixOf(diagnostic: Diagnostic, root: JsonValue, file: string): PlannedFix | undefined {
  const fix: Fix | undefined = fixes[diagnostic.code];
  const { origin, parameters = {} } = diagnostic;
  if (fix === undefined) return undefined;
  const isMissing = ({ label }: Fix): boolean =>
    [...label.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => (parameters[name] ?? '') === '');
  if (isMissing(fix)) return undefined;
  const text = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
  const place = origin?.document === file ? pointerTokens(origin.pointer) : undefined;
  const action = actionOf(fix.edit, { root, place, text });
  return action && { label: text(fix.label), action };
}

interface FixPlace {
  readonly root: JsonValue;
  readonly place: ConfigPath | undefined;
  readonly text: (template: string) => string;
}

function actionOf(edit: FixEdit, { root, place, text }: FixPlace): ConfigAction | undefined {
  const changes = (...list: readonly ConfigChange[]): ConfigAction | undefined =>
    list.length === 0 ? undefined : { kind: 'changes', changes: list };
  switch (edit.kind) {
    case 'method':
      return { kind: 'method-key', methods: [text('{operation}')], key: edit.key, value: edit.value };
    case 'keep-name': {
      const keys = text('{renamed}').split('.');
      const path = methodPath({ resource: keys.slice(0, -1), key: keys.at(-1) ?? '' });
      return changes({ kind: 'set', path, value: text('{operation}') });
    }
    case 'set': {
      const path = edit.path.flatMap((key, at) => {
        const keys = text(key).split('.');
        return key === '{resource}' && edit.path[at - 1] === 'resources'
          ? resourcePath(keys).slice(1)
          : [text(key)];
      });
      return changes({
        kind: 'set',
        path,
        value: typeof edit.value === 'string' ? text(edit.value) : edit.value,
      });
    }
    default:
      return place === undefined || valueAt(root, place) === undefined
        ? undefined
        : changes(...changesAt(edit, { root, place, text }));
  }
}

function changesAt(
  edit: Exclude<FixEdit, { readonly kind: 'method' | 'keep-name' | 'set' }>,
  { root, place, text }: FixPlace & { readonly place: ConfigPath },
): readonly ConfigChange[] {
  const value = valueAt(root, place);
  switch (edit.kind) {
    case 'remove':
      return removal(root, edit.what === 'item' ? itemAround(root, place) : place);
    case 'rename-key':
      return [{ kind: 'move', path: place, to: [...place.slice(0, -1), text(edit.key)] }];
    case 'replace': {
      const path = isJsonObject(value) && edit.key !== undefined ? [...place, edit.key] : place;
      return typeof valueAt(root, path) === 'string' ? [{ kind: 'set', path, value: text(edit.value) }] : [];
    }
    case 'drop': {
      const method = isJsonObject(value) ? place : place.slice(0, -1);
      const holder = [...method, ...edit.path.slice(0, -1)];
      const key = edit.path.at(-1) ?? '';
      const inside = valueAt(root, holder);
      if (!isJsonObject(inside) || inside[key] === undefined) return [];
      const isOnly = Object.keys(inside).length === 1;
      return isOnly && edit.path.length > 1
        ? unsetMethodKey({ path: method, value: valueAt(root, method) ?? null }, edit.path[0] ?? '')
        : unsetMethodKey({ path: holder, value: inside }, key);
    }
    default:
      return edit satisfies never;
  }
}

/** The last item of a list goes with the key of the list. */
function removal(root: JsonValue, path: ConfigPath): readonly ConfigChange[] {
  const list = valueAt(root, path.slice(0, -1));
  const isOnly = Array.isArray(list) && list.length === 1;
  return [{ kind: 'unset', path: isOnly ? path.slice(0, -1) : path }];
}

/** The item of the innermost list that contains a place. */
function itemAround(root: JsonValue, place: ConfigPath): ConfigPath {
  const depth = place.findLastIndex((_, at) => Array.isArray(valueAt(root, place.slice(0, at))));
  return depth < 0 ? place : place.slice(0, depth + 1);
}
