/** The page of a resource below `docs/`. */

/** Resources with methods, the client first. */
export function resourcePages<
  TResource extends { readonly path: readonly string[]; readonly methods: readonly object[] },
>(resources: readonly TResource[], kebab: (text: string) => string): ReadonlyMap<TResource, string> {
  const taken = new Set<string>();
  const pages = new Map<TResource, string>();
  for (const resource of resources) {
    if (resource.methods.length === 0) continue;
    let stem = resource.path.map(kebab).join('-') || 'client';
    while (taken.has(stem.toLowerCase())) stem = `${stem}_`;
    taken.add(stem.toLowerCase());
    pages.set(resource, `sdks/${stem}/README.md`);
  }
  return pages;
}
