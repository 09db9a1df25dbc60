/** The tree as rows in the order that they are shown. */
import { type ItemRow, CLIENT_ID, groupsOf } from './items.ts';
import type { LeftOutRow, MethodRow, ResourceRow, StudioState } from '../generator/studio/contract.ts';

export type Kind = 'all' | 'default' | 'warnings' | 'changed' | 'pages' | 'left-out';

export type TreeRow =
  | {
      readonly kind: 'resource';
      readonly id: string;
      readonly level: number;
      readonly resource: ResourceRow;
      readonly isOpen: boolean;
      readonly count: number;
    }
  | {
      readonly kind: 'method';
      readonly id: string;
      readonly level: number;
      readonly method: MethodRow;
      readonly parent: string;
    }
  | ItemRow
  | { readonly kind: 'left-out'; readonly id: string; readonly level: number; readonly row: LeftOutRow };

export const LEFT_OUT = '#left-out';
/** Closed when the page opens. */
export const CLOSED = [LEFT_OUT, '#models', '#schemes', '#webhooks'];

/** A row that holds others and is not a resource. */
export const isGroup = (id: string): boolean => id.startsWith('#');

const groupRow = (
  id: string,
  key: string,
  { isOpen, count }: { isOpen: boolean; count: number },
): TreeRow => ({
  kind: 'resource',
  id,
  level: 1,
  isOpen,
  count,
  resource: { path: id, key, methods: [], children: [] },
});

const isShown = (method: MethodRow, text: string, kind: Kind): boolean => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = `${method.name} ${method.id}`.toLowerCase();
  if (!words.every((word) => all.includes(word))) return false;
  switch (kind) {
    case 'default':
      return method.rule === 'default';
    case 'warnings':
      return method.warnings !== undefined;
    case 'changed':
      return method.isChanged === true;
    case 'pages':
      return method.pages !== undefined;
    case 'left-out':
      return false;
    default:
      return true;
  }
};

export function rowsOf(
  state: StudioState,
  {
    text,
    kind,
    closed,
  }: { readonly text: string; readonly kind: Kind; readonly closed: ReadonlySet<string> },
): readonly TreeRow[] {
  const { root, leftOut } = state;
  const inside = (resource: ResourceRow, level: number): readonly TreeRow[] => [
    ...resource.methods
      .filter((method) => isShown(method, text, kind))
      .map((method): TreeRow => ({ kind: 'method', id: method.id, level, method, parent: resource.path })),
    ...resource.children.flatMap((child): readonly TreeRow[] => {
      const rows = inside(child, level + 1);
      if (rows.length === 0) return [];
      const isOpen = text !== '' || kind !== 'all' || !closed.has(child.path);
      const count = rows.filter((row) => row.kind === 'method').length;
      return [
        { kind: 'resource', id: `resource ${child.path}`, level, resource: child, isOpen, count },
        ...(isOpen ? rows : []),
      ];
    }),
  ];
  const out = leftOut.filter(({ id, name }) =>
    `${id} ${name ?? ''}`.toLowerCase().includes(text.toLowerCase()),
  );
  const isListed = kind === 'left-out' || !closed.has(LEFT_OUT);
  const hasOut = out.length > 0 && (kind === 'all' || kind === 'left-out');
  return [
    ...inside(root, 1),
    ...(kind === 'all' ? itemRows(state, text, closed) : []),
    ...(hasOut
      ? [
          groupRow(LEFT_OUT, 'left out', { isOpen: isListed, count: out.length }),
          ...(isListed ? out.map((row) => ({ kind: 'left-out' as const, id: row.id, level: 2, row })) : []),
        ]
      : []),
  ];
}

function itemRows(state: StudioState, text: string, closed: ReadonlySet<string>): readonly TreeRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (label: string): boolean => words.every((word) => label.toLowerCase().includes(word));
  const client: ItemRow = {
    kind: 'item',
    id: CLIENT_ID,
    level: 1,
    what: 'client',
    label: 'client',
    note: '',
  };
  return [
    ...groupsOf(state).flatMap(({ id, label, items }): readonly TreeRow[] => {
      const found = items.filter((item) => fits(`${item.label} ${item.note}`));
      if (found.length === 0) return [];
      const isOpen = text !== '' || !closed.has(id);
      return [groupRow(id, label, { isOpen, count: found.length }), ...(isOpen ? found : [])];
    }),
    ...(fits('client') ? [client] : []),
  ];
}

export const resourcesOf = (resource: ResourceRow): readonly string[] =>
  resource.children.flatMap((child) => [child.path, ...resourcesOf(child)]);

export const methodsIn = (resource: ResourceRow): readonly MethodRow[] => [
  ...resource.methods,
  ...resource.children.flatMap(methodsIn),
];

export const canMove = (row: TreeRow): boolean =>
  row.kind === 'method' || (row.kind === 'item' && row.what === 'model');

export const canRename = (row: TreeRow): boolean =>
  row.kind === 'item' ? row.what !== 'client' : row.kind !== 'left-out' && !isGroup(row.id);
