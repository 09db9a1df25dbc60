/** Dates from which the output contract differs. Dates of this form compare as text. */
export const EDITIONS = {
  /** Variants of unions are named by their names before their tags, and a bare `type: object` is a map. */
  namedVariants: '2025-10-10',
  /**
   * Configs before this date belong to SDKs that another generator published: their wire format, arguments, names
   * and import paths stay.
   */
  own: '2026-11-21',
} as const;

/** Edition of new configs, and of new SDKs without a config. */
export const NEWEST_EDITION = '2026-11-23';

/** Whether an edition contains the changes of a date. Undefined is the newest edition. */
export const isSince = (edition: string | undefined, date: string): boolean =>
  edition === undefined || edition >= date;

/** Whether the SDKs of this edition were published by another generator. Without an edition there is no config. */
export const isPublished = (edition: string | undefined): boolean => !isSince(edition, EDITIONS.own);
