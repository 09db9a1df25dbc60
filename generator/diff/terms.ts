/** The words of verdicts. */
import type { LanguageName } from '../languages/names.ts';

/**
 * A client built from the base against a server of the revision.
 * `ignored`: servers usually ignore what the old client still sends. `depends`: on the client or the server,
 * the document cannot say.
 * `silent`: nothing fails, but the same request now means something else. `silent` and `break` count as
 * breaking.
 */
export type Wire = 'ok' | 'ignored' | 'depends' | 'silent' | 'break';

/**
 * Kinds of user code that stop compiling after the upgrade. `call`: arguments and literals; `read`: results;
 * `name`: imported types;
 * `exhaust`: switches with `never` and their like; `fake`: mocks and `implements`; `type-level`:
 * `Parameters<>`, `extends`, reading an input type.
 */
export type SourceClass = 'call' | 'read' | 'name' | 'exhaust' | 'fake' | 'type-level';

/**
 * Code that compiles after the upgrade. `repaired`: the old SDK fails and the new one works with the same
 * code.
 */
export type Runtime = 'same' | 'repaired' | 'changed' | 'rejected' | 'silent';

/** What the SDK owes its users by semver. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';
export type Direction = 'request' | 'response';
/**
 * Where a change bites: a rule has one verdict for each. `header` is a response header, `parameter` the
 * parameter's own type.
 */
export type FactContext = 'api' | 'parameter' | 'request' | 'response' | 'header';

export interface Cell {
  readonly wire: Wire;
  /** @uniqueItems true */
  readonly source: readonly SourceClass[];
  readonly runtime: Runtime;
  readonly bump: Bump;
}

/** Whose users a report is for. */
export type SdkLanguage = LanguageName;
