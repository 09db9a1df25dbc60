/** The terms of verdicts. */
import type { LanguageName } from '../languages/names.ts';

/**
 * Effect on a client built from the base that talks to a server of the revision. `ignored`: servers usually
 * ignore what the old client still sends. `depends`: depends on client or server, the document does not tell.
 * `silent`: nothing fails, but the same request means something else. `silent` and `break` count as breaking.
 */
export type Wire = 'ok' | 'ignored' | 'depends' | 'silent' | 'break';

/**
 * Kinds of user code that no longer compile after the upgrade. `call`: arguments and literals; `read`:
 * results; `name`: imported types; `exhaust`: exhaustive switches; `fake`: mocks and `implements`;
 * `type-level`: `Parameters<>`, `extends`, reading an input type.
 */
export type SourceClass = 'call' | 'read' | 'name' | 'exhaust' | 'fake' | 'type-level';

/**
 * Effect on code that compiles after the upgrade. `repaired`: the old SDK fails, and the new one works with
 * the same code.
 */
export type Runtime = 'same' | 'repaired' | 'changed' | 'rejected' | 'silent';

/** The version bump that semantic versioning requires of the SDK. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';
export type Direction = 'request' | 'response';
/**
 * The context of a change; a rule has a verdict for each. `header` is a response header, `parameter` the type
 * of a parameter.
 */
export type FactContext = 'api' | 'parameter' | 'request' | 'response' | 'header';

export interface Cell {
  readonly wire: Wire;
  /** @uniqueItems true */
  readonly source: readonly SourceClass[];
  readonly runtime: Runtime;
  readonly bump: Bump;
}

/** The language whose users a report is for. */
export type SdkLanguage = LanguageName;
