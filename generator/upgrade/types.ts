/** What `upgrade` knows of two SDKs, as data, and what it does to a project. See docs/upgrade.md. */
import type { RuleId } from '../diff/rules/catalogue.ts';

/** A declaration by its file below `src/`, without extension: `resources/pets#Pet.Owner`. */
export type DeclarationKey = string;
/** Properties from the client down: `['pets', 'list']`. */
export type Path = readonly string[];

interface Told {
  /** Rule of the finding in `sdkwright diff`; absent where the name follows from another finding. */
  readonly rule?: RuleId;
}

/** A type, a class or a function has another name, or stands in another file. */
export interface DeclarationMove extends Told {
  readonly kind: 'declaration';
  readonly before: DeclarationKey;
  readonly after: DeclarationKey;
}

/** A property of a type has another name. */
export interface MemberMove extends Told {
  readonly kind: 'member';
  readonly owner: DeclarationKey;
  readonly before: string;
  readonly after: string;
  /** What says that the two are one: the document or the config; or only that they look alike. */
  readonly because: 'declared' | 'likeness';
}

/** A method is called otherwise. */
export interface MethodMove extends Told {
  readonly kind: 'method';
  readonly before: Path;
  readonly after: Path;
}

/** A resource with all that is in it is called otherwise, or stands elsewhere. */
export interface ResourceMove extends Told {
  readonly kind: 'resource';
  readonly before: Path;
  readonly after: Path;
}

/** Where an argument of the new call comes from. */
export type Source =
  | { readonly kind: 'positional'; readonly index: number }
  | { readonly kind: 'named'; readonly name: string };

/** The arguments of a method stand elsewhere. Properties that keep their place are members, not told here. */
export interface ArgumentsMove extends Told {
  readonly kind: 'arguments';
  readonly method: Path;
  readonly before: Slots;
  readonly after: Slots;
  /** For each positional argument of the new call; undefined: the old call has no such value. */
  readonly positional: readonly (Source | undefined)[];
  /** Properties of the new argument that were positional. */
  readonly named: readonly { readonly name: string; readonly index: number }[];
}

export interface Slots {
  readonly positional: number;
  /** Whether an argument stands between the positional ones and the options. */
  readonly params: 'none' | 'optional' | 'required';
}

/** A value of a closed list of texts is spelled otherwise. */
export interface ValueMove extends Told {
  readonly kind: 'value';
  /** All values of the list before, sorted: what tells the list. */
  readonly list: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** A method gives another part of the response: `data` of it, or all of it. */
export interface ResultMove extends Told {
  readonly kind: 'result';
  readonly method: Path;
  /** Properties that led to the result, before and now; one of the two is the end of the other. */
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
  /** The line there. */
  readonly excerpt: string;
}

/** A place in the file as it is written, and in the file before that. */
export interface MovedPlace extends CodePlace {
  readonly before: CodePlace;
}

/** What `upgrade` leaves to a person. */
export interface Left extends MovedPlace {
  readonly file: string;
  /** What is wrong: the compiler's words, or why nothing was written. */
  readonly reason: string;
  /** Of `sdkwright diff`: `operation-removed: client.pets.list() was removed`. */
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
  /** Renames that rest on likeness alone, where they were written. */
  readonly guesses: readonly MemberMove[];
  /** Refused with both SDKs: what stands there is not known, so nothing was done about it. */
  readonly unknown: readonly (MovedPlace & { readonly file: string; readonly reason: string })[];
  /** Files with names that meant something else before: a second run must leave them. */
  readonly ambiguous: readonly string[];
}
