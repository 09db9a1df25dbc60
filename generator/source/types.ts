import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';
import type { Result } from '../lib/result.ts';

/** A text that was read, whether or not a value could be made of it. */
export interface SourceText {
  /** As the user named it (relative path or URL), `/` as separator. */
  readonly name: string;
  readonly text: string;
  /**
   * 1-based line and column of the value at a JSON Pointer (of the key where the value is an object or
   * array); of its nearest existing parent if it is missing.
   */
  readonly locate: (pointer: string) => { readonly line: number; readonly column: number };
}

/** One text that was read and parsed: an OpenAPI document, a part of one, an overlay or a config. */
export interface SourceDocument extends SourceText {
  readonly root: JsonValue;
}

export interface Resolved {
  readonly value: JsonValue;
  /** The same target has the same id however it is spelled: `document#pointer`. */
  readonly id: string;
  readonly origin: Origin;
}

/** The parsed documents behind one API. Object and array nodes are identities: one node, one origin. */
export interface Documents {
  /** The entry document's root, upgraded to OpenAPI 3.1 forms (3.2 keywords kept). */
  readonly root: JsonObject;
  /** The version as written: `2.0`, `3.0.3`, `3.1.0` … */
  readonly version: string;
  /** Every text read, by name, for printing excerpts. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Where an object or array node of any document stands in the text as it was written. */
  readonly originOf: (node: object) => Origin;
  /**
   * Follows one `$ref` (not a chain) as written in `from`. Undefined value: nothing there, the diagnostic
   * says so.
   */
  readonly resolve: (ref: string, from: object) => Result<Resolved | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What overlays and transforms make of the entry document before it is upgraded. Untouched nodes are the same
 * objects as before.
 */
export interface Prepared extends Result<JsonValue> {
  /**
   * Where nodes that came in from an overlay or a config are written. A node it does not know stands where
   * its position in the tree says.
   */
  readonly origins?: { readonly get: (node: object) => Origin | undefined };
  /** The overlay and config texts, for excerpts. */
  readonly sources?: readonly SourceText[];
}

/** What an upgrade may ask and must tell. It changes no node that it is given. */
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
  /** What has become of a node so far; the node itself if nothing has. */
  readonly current: (node: JsonObject) => JsonObject;
  /** `upgraded` takes the place of `written` wherever a reference leads to it, and has its origin. */
  readonly became: (written: object, upgraded: object) => void;
  /** `made` is new, and has the origin of `source`. */
  readonly madeFrom: (result: object, source: object) => void;
}

export interface Upgraded {
  readonly root: JsonObject;
  readonly version: string;
  /** The pointer of a value of the entry document as written → its pointer in the upgraded root, for ids. */
  readonly movedPointer: (pointer: string) => string;
}

/**
 * Turns the forms of older versions into those of OpenAPI 3.1. Undefined: not a document that can be read.
 */
export type Upgrade = (input: UpgradeInput) => Result<Upgraded | undefined>;
