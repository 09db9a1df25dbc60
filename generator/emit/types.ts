/** A generated file before it is written. `path` is relative to the output folder, `/` as separator. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
  /** True if the file is generated only if it is missing, and then belongs to the user. */
  readonly once?: boolean;
  /** True if no formatter would change it. */
  readonly isLaidOut?: boolean;
  /** The file of the template set that rendered it, as named in messages. */
  readonly template?: string;
}

/**
 * The result of the plan stage: a view for each name, collections as arrays. Some views are computed when
 * they are first read. Leaves are `Code` strings, booleans or nested views.
 */
export type Views = object;
