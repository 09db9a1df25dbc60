/** Data about an SDK's names: how a call is written, with which types, in which file. */
import type { Method, Resource, Schema } from '../ir/types.ts';

export interface Explained {
  readonly calls: readonly ExplainedCall[];
  readonly types: readonly ExplainedType[];
}

export interface ExplainedCall {
  readonly method: Method;
  readonly resource: Resource;
  /** For example `client.servers.list`. */
  readonly call: string;
  /** One per overload, possibly on several lines: `list(⏎  *,⏎  q: str | Omit = omit,⏎) -> Page[Server]`. */
  readonly signatures: readonly string[];
  /** Class of the resource; undefined if the client itself has the method. */
  readonly className: string | undefined;
  /** Types that callers use, as they import them. */
  readonly types: readonly string[];
  /** Relative to the package. */
  readonly file: string;
}

/** The API of another language may be a copy of this API, so methods are compared by their places. */
export const isSameMethod = (a: Method, b: Method): boolean =>
  a === b ||
  (a.key === b.key && a.origin.pointer === b.origin.pointer && a.origin.document === b.origin.document);

export interface ExplainedType {
  /** As users write it. A nested type follows the name of its parent. */
  readonly name: string;
  /** All names under which it can be looked up. */
  readonly names: readonly string[];
  /** The schema of the type; undefined if it was derived from a method. */
  readonly schema: Schema | undefined;
  readonly method: Method | undefined;
  /** The main type of its file, if it is a different one. */
  readonly within?: string;
  /** The import statement for users' files, if there is exactly one way. */
  readonly imported: string | undefined;
  readonly file: string;
}
