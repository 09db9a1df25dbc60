/** Behaviour that depends on the config's edition, so that an upgrade of the generator renames nothing. */
import { EDITIONS, isPublished, isSince } from '../lib/editions.ts';

export interface EditionRules {
  /** Meaning of a bare `type: object`: anything, or a map of anything. */
  readonly bareObjects: 'unknown' | 'map';
  /** True if a variant of a union is named after its tag even if it has a name or a title. */
  readonly tagBeforeName: boolean;
  /**
   * True if the SDK must keep what users import from a package published by another generator: arguments of
   * optional bodies, a single type for sending and receiving, names of pages, every import path and file.
   */
  readonly isPublished: boolean;
}

/** The rules of an edition; undefined means the newest. */
export const editionRules = (edition: string | undefined): EditionRules => {
  const isOld = !isSince(edition, EDITIONS.namedVariants);
  return {
    bareObjects: isOld ? 'unknown' : 'map',
    tagBeforeName: isOld,
    isPublished: isPublished(edition),
  };
};
