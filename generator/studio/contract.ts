/** Messages between the page and its server. Both import this file, which contains only types. */
import type { ConfigAction } from '../config/rewrite/actions.ts';
import type { AuthRole } from '../ir/types.ts';

export type { ConfigAction };

export interface StudioState {
  /** Increases with each change of the config or a document. */
  readonly revision: number;
  readonly title: string;
  readonly document: string;
  readonly config: { readonly file: string; readonly exists: boolean; readonly hash: string };
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
  /** The config has errors, so this is the last valid tree. */
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

export interface ModelDetail {
  readonly id: string;
  readonly name: string;
  readonly resource: string;
  readonly key: string;
  readonly schema: string;
  readonly rule: string;
  readonly description?: string;
  readonly types: readonly { readonly language: string; readonly title: string; readonly name: string }[];
  readonly fields: readonly FieldRow[];
  /** Methods and models that use it directly. */
  readonly methods: readonly { readonly id: string; readonly name: string }[];
  readonly models: readonly { readonly id: string; readonly name: string }[];
  readonly source?: SourceView;
}

export interface FieldRow {
  /** Empty for a type that is not an object, and for types that it extends. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description?: string;
}

/** A part of a document as it is written. */
export interface SourceView {
  readonly place: string;
  readonly text: string;
}

export interface PagePart {
  /** Name of a parameter, or path of a field; empty: the response itself. */
  readonly path: readonly string[];
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
}

/** From which parts of a list a page scheme can be made. */
export interface ListParts {
  readonly params: readonly PagePart[];
  readonly lists: readonly PagePart[];
  readonly fields: readonly PagePart[];
  readonly itemKeys: readonly PagePart[];
  /** What the rules without a config found. */
  readonly type?: string;
  readonly found: readonly { readonly purpose: string; readonly path: readonly string[] }[];
}

export interface FactRow {
  readonly label: string;
  readonly value: string;
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

export interface MethodDetail {
  readonly id: string;
  readonly name: string;
  readonly resource: string;
  readonly key: string;
  /** The name when the studio was opened, if it is different. */
  readonly was?: string;
  readonly summary?: string;
  readonly operationId?: string;
  readonly facts: readonly FactRow[];
  readonly calls: readonly {
    readonly language: string;
    readonly title: string;
    readonly call: string;
    readonly signatures: readonly string[];
  }[];
  readonly proposals: readonly ProposalRow[];
  /** The value of `paginated` in the config: a scheme, true, false, or absent. */
  readonly paginated?: string;
  readonly isDeprecated: boolean;
  /** The operation as written in the document. */
  readonly source?: SourceView;
  /** Absent: the response contains no list. */
  readonly list?: ListParts;
}

export interface ProposalRow {
  readonly resource: string;
  readonly key: string;
  /** The source of the proposal. */
  readonly from: string;
}

export interface CodeView {
  readonly path: string;
  /** Lines of pieces, each with its colour: comment, string, keyword, number or none. */
  readonly lines: readonly (readonly CodePiece[])[];
  /** 1-based line of the method. */
  readonly at?: number;
  readonly disk: DiskState;
}

export type CodePiece = readonly [text: string, kind?: string];

export interface DiskState {
  readonly kind: 'no-output' | 'new' | 'same' | 'changed' | 'edited' | 'conflict';
  readonly folder?: string;
  /** Unified diff between the file on disk and the file that Generate would write. */
  readonly changes?: readonly string[];
}

export interface DocsView {
  readonly path?: string;
  /** Rendered from Markdown without raw HTML. */
  readonly html: string;
  /** Name of the method in this language, which its heading contains. */
  readonly name?: string;
}

/** A result of the search in the documentation. */
export interface FoundRow {
  /** A method or a model, as in the tree, or `page` and the path of a guide. */
  readonly id: string;
  /** The heading in a guide. */
  readonly anchor?: string;
  readonly name: string;
  readonly text: string;
}

export interface EffectView {
  readonly base: string;
  readonly bump: string;
  readonly findings: readonly {
    readonly bump: string;
    readonly rule: string;
    readonly subject: string;
    readonly message: string;
    readonly mitigation?: string;
  }[];
  readonly fault?: string;
  /** A later request replaced this request before it began. */
  readonly isOutdated?: true;
}

/** `ok: false` with a reason: nothing was changed. */
export type ActionAnswer =
  | { readonly ok: true; readonly state: StudioState; readonly merged?: true }
  | { readonly ok: false; readonly reason: string; readonly conflict?: true; readonly line?: number };

export interface ConfigTextView {
  readonly text: string;
  readonly hash: string;
  readonly exists: boolean;
}

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
