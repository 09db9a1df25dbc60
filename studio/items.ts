/** Rows of the tree beside methods: models, page schemes, webhooks and the client. */
import type { ConfigAction, StudioState } from '../generator/studio/contract.ts';

export type ItemKind = 'model' | 'scheme' | 'unwrap' | 'client';

export interface ItemRow {
  readonly kind: 'item';
  readonly id: string;
  readonly level: number;
  readonly what: ItemKind;
  readonly label: string;
  readonly note: string;
}

export interface ItemGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly ItemRow[];
}

export const CLIENT_ID = 'client';
export const modelId = (schema: string): string => `model ${schema}`;

/** The id of a schema, if a row is that of a model. */
export const schemaOf = (id: string | undefined): string | undefined =>
  id?.startsWith('model ') ? id.slice('model '.length) : undefined;

export const isItem = (id: string): boolean => id === CLIENT_ID || /^(?:model|scheme|unwrap) /.test(id);

export function groupsOf({ models, schemes, unwraps }: StudioState): readonly ItemGroup[] {
  const row = (what: ItemKind, id: string, label: string, note: string): ItemRow => ({
    kind: 'item',
    id: `${what} ${id}`,
    level: 2,
    what,
    label,
    note,
  });
  return [
    {
      id: '#models',
      label: 'models',
      items: models.map(({ id, name, schema, key }) => row('model', id, name, schema === key ? '' : schema)),
    },
    {
      id: '#schemes',
      label: 'page schemes',
      items: schemes.map(({ name, methods }) => row('scheme', name, name, String(methods.length))),
    },
    {
      id: '#webhooks',
      label: 'webhooks',
      items: unwraps.map(({ name, option }) => row('unwrap', name, name, option ?? 'no key')),
    },
  ].filter(({ items }) => items.length > 0);
}

/** The last part of a dotted name is what a rename changes. */
export const keyOfItem = ({ label }: ItemRow): string => label.split('.').at(-1) ?? label;

interface NamedAction {
  readonly action: ConfigAction;
  readonly label: string;
}

/** Another name for an item, in the place where it is. */
export function renameItem(state: StudioState, id: string, key: string): NamedAction | undefined {
  const name = id.slice(id.indexOf(' ') + 1);
  const model = state.models.find((item) => item.id === schemaOf(id));
  if (model !== undefined) return placeModel(model, model.resource, key);
  if (id.startsWith('scheme '))
    return { action: { kind: 'rename-scheme', scheme: name, to: key }, label: `rename ${name} to ${key}` };
  if (id.startsWith('unwrap '))
    return { action: { kind: 'rename-unwrap', method: name, key }, label: `rename ${name} to ${key}` };
  return undefined;
}

/** A model with a name in a resource; an empty path is the client itself. */
export const placeModel = (
  { name }: { readonly name: string },
  resource: string,
  key: string,
): NamedAction => {
  const keys = resource === '' ? ['$client'] : resource.split('.');
  return {
    action: { kind: 'model', model: name, to: { resource: keys, key } },
    label: `${name} is now ${[...keys, key].join('.')}`,
  };
};

export const leaveOutModel = ({ name }: { readonly name: string }): NamedAction => ({
  action: { kind: 'model', model: name },
  label: `leave out ${name}`,
});
