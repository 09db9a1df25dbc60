/** Messages between the page and its server. Both import this file, which contains only types. */
import type { ConfigAction } from '../config/rewrite/actions.ts';
import type { AuthRole } from '../ir/types.ts';
import type { EffectView } from './answers.ts';

export type { ConfigAction };
export type * from './answers.ts';

export interface StudioState {
  /** Increases with each change of the config or a document. */
  readonly revision: number;
  readonly title: string;
  readonly document: string;
  readonly config: {
    readonly file: string;
    readonly exists: boolean;
    /** It was there, and has been deleted. */
    readonly isGone: boolean;
    readonly hash: string;
  };
  readonly languages: readonly { readonly name: string; readonly title: string }[];
  readonly root: ResourceRow;
  /** Operations of the document that are not in the SDK. */
  readonly leftOut: readonly LeftOutRow[];
  readonly models: readonly ModelRow[];
  readonly client: ClientSummary;
  readonly packages: readonly PackageRow[];
  readonly unwraps: readonly UnwrapRow[];
  readonly schemes: readonly SchemeRow[];
  readonly diagnostics: readonly DiagnosticRow[];
  /** Descriptions of the changes that undo and redo would apply. */
  readonly undo?: string;
  readonly redo?: string;
  /** The config or a document has errors, so this is the last valid tree. */
  readonly isStale: boolean;
}

export interface ResourceRow {
  /** Dotted keys; empty for the client itself. */
  readonly path: string;
  readonly key: string;
  readonly methods: readonly MethodRow[];
  readonly children: readonly ResourceRow[];
}

export interface MethodRow {
  /** HTTP method and path; independent of names. */
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly verb: string;
  readonly path: string;
  /** The same call under a second name. */
  readonly isAlias?: true;
  /** The rule that named it: config, sample, default and so on. */
  readonly rule: string;
  readonly pages?: string;
  readonly isDeprecated?: true;
  /** The method is new or has another name than when the studio was opened. */
  readonly isChanged?: true;
  readonly warnings?: number;
}

export interface LeftOutRow {
  readonly id: string;
  /** The name, if an entry of the config excludes it; otherwise the config does not mention it. */
  readonly name?: string;
}

export interface ModelRow {
  /** Id of the schema; independent of names. */
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly resource: string;
  /** Name of the schema in the document. */
  readonly schema: string;
}

/** The client and its options. */
export interface ClientSummary {
  readonly name: string;
  readonly envPrefix: string;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly environments: readonly EnvironmentRow[];
  readonly options: readonly OptionRow[];
  /** What an option can be: each part of each security scheme. */
  readonly credentials: readonly CredentialRow[];
}

export interface EnvironmentRow {
  readonly name: string;
  readonly url: string;
  /** Path of the URL in the config; absent: the config names no environments. */
  readonly path?: readonly string[];
}

export interface CredentialRow {
  /** Name of the security scheme. */
  readonly scheme: string;
  readonly role: AuthRole;
}

export interface OptionRow {
  readonly key: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly readEnv?: string;
  readonly default?: string | number | boolean;
  readonly description?: string;
  /** The credential that it gives. */
  readonly auth?: CredentialRow;
  readonly isRequired: boolean;
}

/** A package that the config can make: of a language, or for agents. */
export interface PackageRow {
  /** Key of `targets`. */
  readonly target: string;
  readonly title: string;
  /** Absent: a package for agents. */
  readonly language?: string;
  /** The config names it. */
  readonly isWritten: boolean;
  /** The section that makes it. */
  readonly proposed: Readonly<Record<string, string>>;
  readonly settings: readonly SettingRow[];
}

export interface SettingRow {
  /** Path in the config. */
  readonly path: readonly string[];
  readonly label: string;
  /** What the schema of the config says. */
  readonly about: string;
  /** All values; absent: any text. */
  readonly values?: readonly string[];
  /** As the config has it; absent: the default holds. */
  readonly value?: string;
  /** The config has a section there, which is edited as YAML. */
  readonly isSection?: true;
}

/** A method that verifies and parses webhooks. */
export interface UnwrapRow {
  readonly name: string;
  readonly key: string;
  /** The client option with the secret; absent: nothing is verified. */
  readonly option?: string;
}

export interface SchemeRow {
  readonly name: string;
  readonly type: string;
  readonly methods: readonly string[];
  /** The config names it, so it can be renamed and removed. */
  readonly isWritten: boolean;
  readonly purposes: readonly { readonly purpose: string; readonly at: string }[];
}

export interface DiagnosticRow {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly place?: string;
  readonly line?: number;
  readonly excerpt?: string;
  /** The diagnostic is about the config. */
  readonly isConfig?: true;
  /** The operation that it is about. */
  readonly method?: string;
  /** A change of the config that settles it. */
  readonly fix?: { readonly label: string; readonly action: ConfigAction };
}

/** `ok: false` with a reason: nothing was changed. */
export type ActionAnswer =
  | { readonly ok: true; readonly state: StudioState; readonly merged?: true }
  | { readonly ok: false; readonly reason: string; readonly conflict?: true; readonly line?: number };

export type StudioEvent =
  | { readonly kind: 'changed'; readonly revision: number; readonly outside?: true }
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'generated'; readonly code: number; readonly lines: readonly string[] }
  | { readonly kind: 'told'; readonly text: string };

/** Work that takes too long for a click, done in another thread. */
export interface StudioWork {
  readonly effect: (request: {
    readonly base: string;
    readonly language: string;
    /** The config when the studio was opened, for the base `start`. */
    readonly start: string | undefined;
  }) => Promise<EffectView>;
  readonly generate: (progress: (text: string) => void) => Promise<{
    readonly code: number;
    readonly lines: readonly string[];
  }>;
  readonly close: () => Promise<void>;
}
