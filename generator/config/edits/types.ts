import type { JsonValue } from '../../lib/json.ts';
import type { Origin } from '../../lib/origin.ts';

/** One change to a document: a transform of the config, or an action of an overlay. */
export type ConfigEdit = SetEdit | AppendEdit | MergeEdit | RemoveEdit | CopyEdit;

interface EditBase {
  /** The entry, for diagnostics. */
  readonly origin: Origin;
}

interface TargetedEdit extends EditBase {
  readonly targets: readonly Target[];
}

export type Target =
  /** A JSONPath query, RFC 9535. */
  | { readonly kind: 'path'; readonly path: string; readonly origin: Origin }
  /** Everything that equals what `path` selects, except where `ignore` selects it. */
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

/** The value takes the place of each target. */
export interface SetEdit extends TargetedEdit {
  readonly kind: 'set';
  readonly value: WrittenValue;
  /** `{{value}}` in the text stands for the text that was there. */
  readonly template: boolean;
}

/** Items at the end of a list, or members that an object does not have yet. */
export interface AppendEdit extends TargetedEdit {
  readonly kind: 'append';
  readonly value: WrittenValue;
}

/** Objects are merged member by member. */
export interface MergeEdit extends TargetedEdit {
  readonly kind: 'merge';
  readonly value: WrittenValue;
  /** What becomes of a list where there is one already. */
  readonly lists: 'concat' | 'replace';
  /** Whether a list as target gets the value as a new item (OpenAPI Overlay 1.0 section 4.4.3). */
  readonly appendsToLists: boolean;
}

/** The targets, or only the named members of each. */
export interface RemoveEdit extends TargetedEdit {
  readonly kind: 'remove';
  readonly keys: readonly string[];
}

export interface CopyEdit extends EditBase {
  readonly kind: 'copy';
  readonly from: Target;
  readonly to: readonly Target[];
  /** Takes the value away from where it was. */
  readonly moves: boolean;
  /** Merges into what is at the destination (OpenAPI Overlay 1.1), in place of replacing it. */
  readonly merges: boolean;
}
