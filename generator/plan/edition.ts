/** What an edition of the output contract decides: its date stands in the config, so that an upgrade of the generator renames nothing. */

export interface EditionRules {
  /** `type: object` that says no more: anything, or a map of anything. */
  readonly bareObjects: 'unknown' | 'map';
  /** A variant of a union is called by its tag even where it has a name or a title. */
  readonly tagBeforeName: boolean;
}

const NAMED_VARIANTS = '2025-10-10';

/** Rules of the edition; without one, those of the newest. Dates of one form compare as text. */
export const editionRules = (edition: string | undefined): EditionRules => {
  const isOld = edition !== undefined && edition < NAMED_VARIANTS;
  return { bareObjects: isOld ? 'unknown' : 'map', tagBeforeName: isOld };
};
