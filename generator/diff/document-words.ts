/** Adds text of the new document to the findings. */
import type { Api } from '../ir/types.ts';
import { placeText } from './compare/renames.ts';
import type { Walk } from './compare/walk.ts';
import { type MethodSurface, surfaceOf } from './surface.ts';
import type { Change } from './types.ts';
import { insteadOf, worded } from './words.ts';

/** Adds the description of a new type, and the replacement of a deprecated item. */
export function withWords(revision: Api, walk: Walk): (change: Change) => Change {
  let methods: readonly MethodSurface[] | undefined;
  return (change) => {
    if (change.rule === 'model-added' && change.revision !== undefined)
      return { ...change, ...worded(walk.revision.get(placeText(change.revision))?.type.description) };
    if (change.rule !== 'operation-added' && change.rule !== 'deprecated') return change;
    methods ??= surfaceOf(revision, walk.revision);
    if (change.rule === 'operation-added') {
      const added = methods.find(({ symbol }) => isAbout(change, symbol));
      const page = added && walk.revision.names.page(added.resource);
      return page === undefined ? change : { ...change, page };
    }
    if (change.after === undefined) return change;
    const instead = insteadOf(
      change.after,
      methods.filter(({ symbol }) => !isAbout(change, symbol)),
    );
    return instead === undefined ? change : { ...change, instead };
  };
}

const isAbout = ({ about }: Change, method: string): boolean =>
  about.kind === 'method' && about.method === method;
