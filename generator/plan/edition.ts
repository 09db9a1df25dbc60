/** What the edition in a config decides, so that an upgrade of the generator renames nothing. */
import { EDITIONS, isPublished, isSince } from '../lib/editions.ts';

export interface EditionRules {
  /** `type: object` that says no more: anything, or a map of anything. */
  readonly bareObjects: 'unknown' | 'map';
  /** A variant of a union is named by its tag even where it has a name or a title. */
  readonly tagBeforeName: boolean;
  /**
   * The SDK keeps what its users import from the package that another generator published: arguments of optional
   * bodies, one type for sending and receiving, names of pages, every import path and file.
   */
  readonly isPublished: boolean;
}

/** Rules of the edition; without one, those of the newest. */
export const editionRules = (edition: string | undefined): EditionRules => {
  const isOld = !isSince(edition, EDITIONS.namedVariants);
  return {
    bareObjects: isOld ? 'unknown' : 'map',
    tagBeforeName: isOld,
    isPublished: isPublished(edition),
  };
};
