/** The introduction of a page about a resource. */
import type { Api, Resource } from '../ir/types.ts';

/** If the resource has no description, that of the document's tag is used. */
export function overviewOf(
  { tags: known }: Pick<Api, 'tags'>,
  {
    description,
    methods,
    path,
  }: Pick<Resource, 'description' | 'methods'> & { readonly path: readonly string[] },
): string | undefined {
  if (description !== undefined || path.length > 1) return description;
  const tags = new Set(methods.flatMap((method) => method.tags.slice(0, 1)));
  const only = tags.size === 1 ? [...tags][0] : undefined;
  return known.find((tag) => tag.name === only)?.description;
}
