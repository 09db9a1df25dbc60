/** Where the page of a resource stands below `docs/`. */
import type { Layout, ResourceLayout } from './layout.ts';
import type { Names } from './names.ts';

/** Of resources with methods. */
export function resourcePages({
  layout,
  names,
}: {
  readonly layout: Layout;
  readonly names: Names;
}): ReadonlyMap<ResourceLayout, string> {
  const taken = new Set<string>();
  const pages = new Map<ResourceLayout, string>();
  for (const resource of [layout.root, ...layout.all]) {
    if (resource.methods.length === 0) continue;
    let stem = resource.path.map(names.kebab).join('-') || 'client';
    while (taken.has(stem.toLowerCase())) stem = `${stem}_`;
    taken.add(stem.toLowerCase());
    pages.set(resource, `sdks/${stem}/README.md`);
  }
  return pages;
}
