import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';
import type { Result } from '../lib/result.ts';

/** A text that was read, whether or not it could be parsed. */
export interface SourceText {
  /** As the user named it (relative path or URL), `/` as separator. */
  readonly name: string;
  readonly text: string;
  /**
   * 1-based line and column of the value at a JSON Pointer (of its key if the value is an object or array),
   * or of the nearest existing parent if the value is missing.
   */
  readonly locate: (pointer: string) => { readonly line: number; readonly column: number };
}

/** A text that was read and parsed: an OpenAPI document, a part of a document, an overlay or a config. */
export interface SourceDocument extends SourceText {
  readonly root: JsonValue;
}

export interface Resolved {
  readonly value: JsonValue;
  /** `document#pointer`; the same for the same target, however the reference is spelt. */
  readonly id: string;
  readonly origin: Origin;
}

/**
 * The parsed documents of an API. Object and array nodes are identities: each node has exactly one origin.
 */
export interface Documents {
  /** The entry document's root, upgraded to OpenAPI 3.1 forms (3.2 keywords kept). */
  readonly root: JsonObject;
  /** The version as written: `2.0`, `3.0.3`, `3.1.0` … */
  readonly version: string;
  /** Every text read, by name, for printing excerpts. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** The origin of an object or array node of any document, in the text as written. */
  readonly originOf: (node: object) => Origin;
  /**
   * Follows a single `$ref` (not a chain) as written in `from`. The value is undefined if the target does
   * not exist, which the diagnostic reports.
   */
  readonly resolve: (ref: string, from: object) => Result<Resolved | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The entry document after overlays and transforms and before it is upgraded.
 * Untouched nodes stay the same objects.
 */
export interface Prepared extends Result<JsonValue> {
  /**
   * Origins of nodes that an overlay or a config added. The origin of any other node
   * follows from its position in the tree.
   */
  readonly origins?: { readonly get: (node: object) => Origin | undefined };
  /** The overlay and config texts, for excerpts. */
  readonly sources?: readonly SourceText[];
}

/** The input and the callbacks of an upgrade. An upgrade never changes the nodes that it is given. */
export interface UpgradeInput {
  readonly root: JsonObject;
  /** The entry document's name. */
  readonly entry: string;
  readonly originOf: (node: object) => Origin;
  /** The target of a reference, as written. */
  readonly find: (
    ref: string,
    from: object,
  ) => Result<{ readonly value: JsonValue; readonly document: string } | undefined>;
  /** The upgraded form of a node so far; the node itself if it has not changed. */
  readonly current: (node: JsonObject) => JsonObject;
  /** Records that `upgraded` replaces `written` for every reference to it, and has its origin. */
  readonly became: (written: object, upgraded: object) => void;
  /** Records that `result` is new and has the origin of `source`. */
  readonly madeFrom: (result: object, source: object) => void;
}

export interface Upgraded {
  readonly root: JsonObject;
  readonly version: string;
  /**
   * Maps the pointer of a value in the entry document as written to its
   * pointer in the upgraded root, for ids.
   */
  readonly movedPointer: (pointer: string) => string;
}

/** Converts older versions to OpenAPI 3.1. Undefined if the document cannot be read. */
export type Upgrade = (input: UpgradeInput) => Result<Upgraded | undefined>;
