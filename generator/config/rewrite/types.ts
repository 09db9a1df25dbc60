/** Changes to the text of a config file, as data. */
import type { JsonValue } from '../../lib/json.ts';

/** Keys from the top of the file; the index of a list item is text: `['pagination', '0', 'name']`. */
export type ConfigPath = readonly string[];

export type ConfigChange =
  /** Replaces a value, or adds it together with all missing parents. */
  | { readonly kind: 'set'; readonly path: ConfigPath; readonly value: JsonValue }
  /** Adds an item to a list, which is made if it is missing. */
  | { readonly kind: 'append'; readonly path: ConfigPath; readonly value: JsonValue }
  /** Removes a key with its value, or an item of a list; inside `resources`, parents that become empty too. */
  | { readonly kind: 'unset'; readonly path: ConfigPath }
  /** Moves a key with its value and comments to another place, or renames it in place. */
  | { readonly kind: 'move'; readonly path: ConfigPath; readonly to: ConfigPath };

/** Replaces the text from `from` to `to` (UTF-16 units) by `text`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Rewritten =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Each applies to the result of its predecessor. */
      readonly splices: readonly Splice[];
    }
  /** A sentence that explains why nothing was changed. */
  | { readonly kind: 'fault'; readonly reason: string };
