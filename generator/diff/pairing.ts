/** The pairs of methods and types of two APIs, as the report uses them. */
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
  /** Location of the type of a renamed property or parameter → its current location. */
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
