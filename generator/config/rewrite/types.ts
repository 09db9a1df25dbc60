/** Changes to the text of a config file, as data. */
import type { JsonValue } from '../../lib/json.ts';

/** Keys from the top of the file; the index of an entry of a list as text: `['pagination', '0', 'name']`. */
export type ConfigPath = readonly string[];

export type ConfigChange =
  /** Replaces a value, or adds it with all the keys that lead to it. */
  | { readonly kind: 'set'; readonly path: ConfigPath; readonly value: JsonValue }
  /** Removes a key with its value; inside `resources` also what is empty then. */
  | { readonly kind: 'unset'; readonly path: ConfigPath }
  /** Takes a key with its value, comments included, to another place, or gives it another name in its place. */
  | { readonly kind: 'move'; readonly path: ConfigPath; readonly to: ConfigPath };

/** What stands from `from` to `to` in a text (UTF-16 units) becomes `text`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Rewritten =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Each applies to the text that its predecessor left. */
      readonly splices: readonly Splice[];
    }
  /** A sentence that says why nothing was changed. */
  | { readonly kind: 'fault'; readonly reason: string };
