/** What the new document says of the findings, added once they are known. */
import type { Api } from '../ir/types.ts';
import { placeText } from './compare/renames.ts';
import type { Walk } from './compare/walk.ts';
import { type MethodSurface, surfaceOf } from './surface.ts';
import type { Change } from './types.ts';
import { insteadOf, worded } from './words.ts';

/** What a new type is, and what to use in place of what ends. */
export function withWords(revision: Api, walk: Walk): (one: Change) => Change {
  let methods: readonly MethodSurface[] | undefined;
  return (one) => {
    if (one.rule === 'model-added' && one.revision !== undefined)
      return { ...one, ...worded(walk.revision.get(placeText(one.revision))?.type.description) };
    if (one.rule !== 'operation-added' && one.rule !== 'deprecated') return one;
    methods ??= surfaceOf(revision, walk.revision);
    if (one.rule === 'operation-added') {
      const added = methods.find(({ symbol }) => `${symbol}()` === one.subject);
      const page = added && walk.revision.names.page(added.resource);
      return page === undefined ? one : { ...one, page };
    }
    if (one.after === undefined) return one;
    const instead = insteadOf(
      one.after,
      methods.filter(({ symbol }) => `${symbol}()` !== one.subject),
    );
    return instead === undefined ? one : { ...one, instead };
  };
}
