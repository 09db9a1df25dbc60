/** Messages between the page and its server. Both import this file, which contains only types. */
import type { ConfigAction } from '../config/rewrite/actions.ts';

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
  readonly client: readonly FactRow[];
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
  readonly name: string;
  readonly resource: string;
}

export interface FactRow {
  readonly label: string;
  readonly value: string;
}

export interface SchemeRow {
  readonly name: string;
  readonly type: string;
  readonly methods: readonly string[];
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
  readonly source?: { readonly place: string; readonly text: string };
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
