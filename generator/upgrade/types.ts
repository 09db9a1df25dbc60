/** The data of `upgrade` about two SDKs and about its changes to a project. See docs/upgrade.md. */
import type { RuleId } from '../diff/rules/catalogue.ts';

/** A declaration, by its file below `src/` without extension: `resources/pets#Pet.Owner`. */
export type DeclarationKey = string;
/** Properties from the client on: `['pets', 'list']`. */
export type Path = readonly string[];

interface Told {
  /** Rule of the finding in `sdkwright diff`; absent if the rename follows from another finding. */
  readonly rule?: RuleId;
}

/** A type, a class or a function was renamed, or moved to another file. */
export interface DeclarationMove extends Told {
  readonly kind: 'declaration';
  readonly before: DeclarationKey;
  readonly after: DeclarationKey;
}

/** A property of a type was renamed. */
export interface MemberMove extends Told {
  readonly kind: 'member';
  readonly owner: DeclarationKey;
  readonly before: string;
  readonly after: string;
  /** Why both are considered the same: the document or the config declares it, or they only look alike. */
  readonly because: 'declared' | 'likeness';
}

/** A method was renamed or moved. */
export interface MethodMove extends Told {
  readonly kind: 'method';
  readonly before: Path;
  readonly after: Path;
}

/** A resource was renamed or moved with everything in it. */
export interface ResourceMove extends Told {
  readonly kind: 'resource';
  readonly before: Path;
  readonly after: Path;
}

/** The source of an argument of the new call. */
export type Source =
  | { readonly kind: 'positional'; readonly index: number }
  | { readonly kind: 'named'; readonly name: string };

/**
 * The arguments of a method were moved. Properties that keep their place are reported as members, not here.
 */
export interface ArgumentsMove extends Told {
  readonly kind: 'arguments';
  readonly method: Path;
  readonly before: Slots;
  readonly after: Slots;
  /** For each positional argument of the new call; undefined if the old call has no such value. */
  readonly positional: readonly (Source | undefined)[];
  /** Properties of the new argument that were positional. */
  readonly named: readonly { readonly name: string; readonly index: number }[];
}

export interface Slots {
  readonly positional: number;
  /** Whether there is an argument between the positional arguments and the options. */
  readonly params: 'none' | 'optional' | 'required';
}

/** A value of a closed list of texts was renamed. */
export interface ValueMove extends Told {
  readonly kind: 'value';
  /** All values of the old list, sorted; they identify the list. */
  readonly list: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** A method returns another part of the response: its `data`, or all of it. */
export interface ResultMove extends Told {
  readonly kind: 'result';
  readonly method: Path;
  /** Properties that led to the result, before and now. One of the two paths is the end of the other. */
  readonly before: Path;
  readonly after: Path;
}

export type Move =
  | DeclarationMove
  | MemberMove
  | MethodMove
  | ResourceMove
  | ArgumentsMove
  | ValueMove
  | ResultMove;

export interface CodePlace {
  readonly line: number;
  readonly column: number;
  /** The line at that position. */
  readonly excerpt: string;
}

/** A position in the written file, and in the file before it was changed. */
export interface MovedPlace extends CodePlace {
  readonly before: CodePlace;
}

/** What `upgrade` leaves to a person. */
export interface Left extends MovedPlace {
  readonly file: string;
  /** The fault: the compiler's message, or why nothing was written. */
  readonly reason: string;
  /** From `sdkwright diff`: `operation-removed: client.pets.list() was removed`. */
  readonly finding?: string;
  readonly advice: string;
}

export interface UpgradedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly edits: number;
}

export interface Upgraded {
  readonly files: readonly UpgradedFile[];
  readonly left: readonly Left[];
  /** Renames that were written because of likeness alone. */
  readonly guesses: readonly MemberMove[];
  /** Code that both SDKs reject. Its meaning is unknown, so it was not changed. */
  readonly unknown: readonly (MovedPlace & { readonly file: string; readonly reason: string })[];
  /** Files with names that meant something else before; a second run must not change them. */
  readonly ambiguous: readonly string[];
}
