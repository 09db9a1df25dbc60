/** Dates at which the output contract changed. Dates in this form compare as text. */
export const EDITIONS = {
  /** Variants of unions get their names before their tags, and a bare `type: object` is a map. */
  namedVariants: '2025-10-10',
  /**
   * Configs before this date belong to SDKs published by another generator: their wire format,
   * arguments, names and import paths stay.
   */
  own: '2026-11-21',
} as const;

/** Edition of new configs, and of new SDKs without a config. */
export const NEWEST_EDITION = '2026-11-23';

/** True if an edition contains the changes of a date. Undefined is the newest edition. */
export const isSince = (edition: string | undefined, date: string): boolean =>
  edition === undefined || edition >= date;

/** True if SDKs of this edition were published by another generator. Without a config there is no edition. */
export const isPublished = (edition: string | undefined): boolean => !isSince(edition, EDITIONS.own);
