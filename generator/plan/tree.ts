/** Resources with their methods, in the order that readers expect. */
import type { Api, Method, Resource } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';

export interface ResourceNode {
  /** Keys from the root; empty for the client itself. */
  readonly path: readonly string[];
  readonly resource: Resource;
  readonly methods: readonly Method[];
}

/** The root first, parents before children. */
export function resourcesOf({ root }: Api): readonly ResourceNode[] {
  const below = (resource: Resource, path: readonly string[]): readonly ResourceNode[] => [
    { path, resource, methods: inOrder(resource.methods) },
    ...resource.children.flatMap((child) => below(child, [...path, child.key])),
  ];
  return below(root, []);
}

const ORDER = ['create', 'retrieve', 'update', 'list', 'delete'];

/** The most common methods first, then by key. */
function inOrder(methods: readonly Method[]): readonly Method[] {
  const rank = (key: string): number => (ORDER.indexOf(key) + ORDER.length + 1) % (ORDER.length + 1);
  return [...methods].sort((a, b) => rank(a.key) - rank(b.key) || byCodeUnit(a.key, b.key));
}
