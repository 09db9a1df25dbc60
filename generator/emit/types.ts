/** A generated file before it is written. `path` is relative to the output folder, `/` as separator. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
  /** Made where it is missing, and from then on the user's. */
  readonly once?: boolean;
  /** No formatter would change it. */
  readonly isLaidOut?: boolean;
  /** The file of the template set that it was made from, as messages call it. */
  readonly template?: string;
}

/**
 * What the plan stage hands over: one view per name, collections as arrays; some are made when they are first
 * asked for. Leaves are `Code` strings, booleans or nested views.
 */
export type Views = object;
