/** The tree as rows in the order that they are shown. */
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
  | { readonly kind: 'left-out'; readonly id: string; readonly level: number; readonly row: LeftOutRow };

export const LEFT_OUT = '#left-out';

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
  { root, leftOut }: StudioState,
  {
    text,
    kind,
    closed,
  }: { readonly text: string; readonly kind: Kind; readonly closed: ReadonlySet<string> },
): readonly TreeRow[] {
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
    ...(hasOut
      ? [
          {
            kind: 'resource' as const,
            id: LEFT_OUT,
            level: 1,
            isOpen: isListed,
            count: out.length,
            resource: { path: LEFT_OUT, key: 'left out', methods: [], children: [] },
          },
          ...(isListed ? out.map((row) => ({ kind: 'left-out' as const, id: row.id, level: 2, row })) : []),
        ]
      : []),
  ];
}

export const resourcesOf = (resource: ResourceRow): readonly string[] =>
  resource.children.flatMap((child) => [child.path, ...resourcesOf(child)]);

export const methodsIn = (resource: ResourceRow): readonly MethodRow[] => [
  ...resource.methods,
  ...resource.children.flatMap(methodsIn),
];
