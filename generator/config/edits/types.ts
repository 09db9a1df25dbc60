import type { JsonValue } from '../../lib/json.ts';
import type { Origin } from '../../lib/origin.ts';

/** A change to a document: a transform of the config, or an action of an overlay. */
export type ConfigEdit = SetEdit | AppendEdit | MergeEdit | RemoveEdit | CopyEdit;

interface EditBase {
  /** The config entry, for diagnostics. */
  readonly origin: Origin;
}

interface TargetedEdit extends EditBase {
  readonly targets: readonly Target[];
}

export type Target =
  /** A JSONPath query, RFC 9535. */
  | { readonly kind: 'path'; readonly path: string; readonly origin: Origin }
  /** Everything that equals the selection of `path`, except what `ignore` selects. */
  | {
      readonly kind: 'equal';
      readonly path: string;
      readonly ignore: readonly string[];
      readonly origin: Origin;
    };

export interface WrittenValue {
  readonly value: JsonValue;
  readonly origin: Origin;
}

/** The value replaces each target. */
export interface SetEdit extends TargetedEdit {
  readonly kind: 'set';
  readonly value: WrittenValue;
  /** True if `{{value}}` in the text is replaced by the previous text. */
  readonly template: boolean;
}

/** Appends items to a list, or members that an object lacks. */
export interface AppendEdit extends TargetedEdit {
  readonly kind: 'append';
  readonly value: WrittenValue;
}

/** Objects are merged member by member. */
export interface MergeEdit extends TargetedEdit {
  readonly kind: 'merge';
  readonly value: WrittenValue;
  /** How a list is combined with an existing list. */
  readonly lists: 'concat' | 'replace';
  /** True if a list as target gets the value as a new item (OpenAPI Overlay 1.0 section 4.4.3). */
  readonly appendsToLists: boolean;
}

/** Removes the targets, or only the named members of each target. */
export interface RemoveEdit extends TargetedEdit {
  readonly kind: 'remove';
  readonly keys: readonly string[];
}

export interface CopyEdit extends EditBase {
  readonly kind: 'copy';
  readonly from: Target;
  readonly to: readonly Target[];
  /** True if the value is removed from its old place. */
  readonly moves: boolean;
  /** True if the value is merged into the destination (OpenAPI Overlay 1.1) instead of replacing it. */
  readonly merges: boolean;
}
