/** Dates from which the output contract says something else. Dates of this form compare as text. */
export const EDITIONS = {
  /** Variants of unions are called by their names before their tags, and a bare `type: object` is a map. */
  namedVariants: '2025-10-10',
  /** Configs are ours alone: what is older keeps the wire format and the arguments of the SDKs that exist. */
  own: '2026-11-21',
  /** Lists page in more ways without a config, and schemes are called by what tells them apart. */
  inferred: '2026-11-22',
  /**
   * Resources and methods that nothing names are named by more of what the document says
   * (`ir/naming/rules.ts`).
   */
  names: '2026-11-22',
  /**
   * Packages without what only users of earlier SDKs need: paths that end in `.js` and `.mjs`, exported maps of
   * errors, functions of large APIs, pages about the HTTP interface.
   */
  lean: '2026-11-23',
} as const;

/** What new configs, and new SDKs without a config, are made for. */
export const NEWEST_EDITION: string = EDITIONS.lean;

/** Whether an edition has what came with a date. None given: the newest. */
export const isSince = (edition: string | undefined, date: string): boolean =>
  edition === undefined || edition >= date;
