/** A generated file before it is written. `path` is relative to the output folder, `/` as separator. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** What the plan stage hands over: one view per name, collections as arrays. Leaves are `Code` strings, booleans or nested views. */
export type Views = Readonly<Record<string, unknown>>;
