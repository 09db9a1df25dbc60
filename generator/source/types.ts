import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Origin } from '../lib/origin.ts';
import type { Result } from '../lib/result.ts';

/** One text that was read: an OpenAPI document, a part of one, an overlay or a config. */
export interface SourceDocument {
  /** As the user named it (relative path or URL), `/` as separator. */
  readonly name: string;
  readonly text: string;
  readonly root: JsonValue;
  /** 1-based line and column of the value at a JSON Pointer; of its nearest existing parent if it is missing. */
  readonly locate: (pointer: string) => { readonly line: number; readonly column: number };
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
  readonly sources: ReadonlyMap<string, SourceDocument>;
  /** Where an object or array node of any document stands in the text as it was written. */
  readonly originOf: (node: object) => Origin;
  /** Follows one `$ref` (not a chain) as written in `from`. Undefined value: nothing there, the diagnostic says so. */
  readonly resolve: (ref: string, from: object) => Result<Resolved | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}
