/** Which method and which type of two APIs are the same one, as the report takes them. */
import type { Api } from '../ir/types.ts';
import { matchMethods, prefixOf } from './compare/match-methods.ts';
import { meetings } from './compare/models.ts';
import { compareApis } from './diff-apis.ts';
import type { Naming } from './names.ts';
import { type MethodSurface, surfaceOf } from './surface.ts';

export interface Pairing {
  readonly methods: readonly { readonly base: MethodSurface; readonly revision: MethodSurface }[];
  /** Base id → id in the revision. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Place of the type of a property or a parameter that has another name → where its type stands now. */
  readonly renamed: ReadonlyMap<string, string>;
}

export function pairApis(base: Api, revision: Api, naming: Naming): Pairing {
  const { walk } = compareApis(base, revision, { naming });
  const { pairs } = matchMethods(surfaceOf(base, walk.base), surfaceOf(revision, walk.revision), {
    base: prefixOf(base),
    revision: prefixOf(revision),
    schemas: walk,
  });
  const schemas = new Map([...meetings(walk)].map(([id, other]) => [id, other.id]));
  for (const [id, other] of walk.match.toRevision) schemas.set(id, other.id);
  return { methods: pairs, schemas, renamed: walk.renamed };
}
