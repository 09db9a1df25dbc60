/** Clicks and keys of the tree as changes of the config, with a few words for undo. */
import type { StudioState } from '../generator/studio/contract.ts';
import { type Act, splitPath } from './act.ts';
import { isItem, leaveOutModel, placeModel, renameItem, schemaOf } from './items.ts';
import { methodsIn } from './rows.ts';

export interface Changes {
  /** How rows are called in a question: a name, or their number. */
  readonly labelOf: (ids: readonly string[]) => string;
  readonly move: (ids: readonly string[], resource: string) => Promise<void>;
  readonly rename: (id: string, key: string) => Promise<boolean>;
  readonly renameResource: (path: string, key: string) => void;
  readonly skip: (ids: readonly string[]) => Promise<void>;
  readonly takeUp: (id: string) => void;
}

export function changesOf(state: StudioState, act: Act): Changes {
  const names = new Map(methodsIn(state.root).map(({ id, name }) => [id, name]));
  const modelOf = (id: string) => state.models.find((item) => item.id === schemaOf(id));
  const nameOf = (id: string): string => names.get(id) ?? modelOf(id)?.name ?? id;
  const labelOf = (ids: readonly string[]): string =>
    ids.length === 1 ? nameOf(ids[0] ?? '') : `${ids.length} methods`;
  const modelsOf = (ids: readonly string[]) => ids.flatMap((id) => modelOf(id) ?? []);
  const methodsOf = (ids: readonly string[]) => ids.filter((id) => !isItem(id));
  return {
    labelOf,
    move: async (ids, resource) => {
      for (const found of modelsOf(ids)) {
        const { action, label } = placeModel(found, resource, found.key);
        await act(action, label);
      }
      const methods = methodsOf(ids);
      if (methods.length === 0) return;
      const label = `move ${labelOf(methods)} to ${resource || 'the client'}`;
      await act({ kind: 'move', methods, resource: splitPath(resource) }, label);
    },
    rename: (id, key) => {
      const item = isItem(id) ? renameItem(state, id, key) : undefined;
      return act(
        item?.action ?? { kind: 'rename', method: id, key },
        item?.label ?? `rename ${nameOf(id)} to ${key}`,
      );
    },
    renameResource: (path, key) => {
      const resource = splitPath(path);
      const to = [...resource.slice(0, -1), key];
      void act({ kind: 'move-resource', resource, to }, `rename ${path} to ${key}`);
    },
    skip: async (ids) => {
      for (const found of modelsOf(ids)) {
        const { action, label } = leaveOutModel(found);
        await act(action, label);
      }
      const methods = methodsOf(ids);
      if (methods.length === 0) return;
      await act({ kind: 'method-key', methods, key: 'skip', value: true }, `leave out ${labelOf(methods)}`);
    },
    takeUp: (id) => {
      const left = state.leftOut.find((row) => row.id === id);
      void act(
        left?.name === undefined
          ? { kind: 'move', methods: [id], resource: [] }
          : { kind: 'method-key', methods: [id], key: 'skip' },
        `take up ${left?.name ?? id}`,
      );
    },
  };
}
