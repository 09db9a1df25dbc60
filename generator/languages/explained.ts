/** What an SDK tells of its names: how a call is written, of which types, in which file. */
import type { Method, Resource, Schema } from '../ir/types.ts';

export interface Explained {
  readonly calls: readonly ExplainedCall[];
  readonly types: readonly ExplainedType[];
}

export interface ExplainedCall {
  readonly method: Method;
  readonly resource: Resource;
  /** `client.servers.list` */
  readonly call: string;
  /** One for each overload, over lines: `list(⏎  *,⏎  q: str | Omit = omit,⏎) -> Page[Server]`. */
  readonly signatures: readonly string[];
  /** Of the resource; undefined where the client itself has the method. */
  readonly className: string | undefined;
  /** The types that its callers name, as they import them. */
  readonly types: readonly string[];
  /** Relative to the package. */
  readonly file: string;
}

export interface ExplainedType {
  /** As users write it; a type in a type's namespace behind its name. */
  readonly name: string;
  /** All that it is asked for by. */
  readonly names: readonly string[];
  /** That it is made from; undefined where a method made it. */
  readonly schema: Schema | undefined;
  readonly method: Method | undefined;
  /** The type for which it is made, in whose file it stands. */
  readonly within?: string;
  /** The line that brings it into a file of a user, where there is one way. */
  readonly imported: string | undefined;
  readonly file: string;
}
