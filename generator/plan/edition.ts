/**
 * What an edition of the output contract decides: its date stands in the config, so that an upgrade of the
 * generator renames nothing.
 */
import { EDITIONS, isSince } from '../lib/editions.ts';

export interface EditionRules {
  /** `type: object` that says no more: anything, or a map of anything. */
  readonly bareObjects: 'unknown' | 'map';
  /** A variant of a union is called by its tag even where it has a name or a title. */
  readonly tagBeforeName: boolean;
  /** A body that the document does not require can be left out, whatever it requires of itself. */
  readonly mayLeaveOutBody: boolean;
  /** A model with read-only or write-only properties is declared twice: as received and as sent. */
  readonly splitsModels: boolean;
  /** No word stands twice on end in the name of a page. */
  readonly plainPageNames: boolean;
  /** The package has only what its users need, and large APIs have fewer files. */
  readonly isLean: boolean;
}

/** Rules of the edition; without one, those of the newest. Dates of one form compare as text. */
export const editionRules = (edition: string | undefined): EditionRules => {
  const isOld = !isSince(edition, EDITIONS.namedVariants);
  return {
    bareObjects: isOld ? 'unknown' : 'map',
    tagBeforeName: isOld,
    mayLeaveOutBody: isSince(edition, EDITIONS.own),
    splitsModels: isSince(edition, EDITIONS.own),
    plainPageNames: isSince(edition, EDITIONS.names),
    isLean: isSince(edition, EDITIONS.lean),
  };
};
