/** What the server says about a method, a model, a file or a page. Only types. */

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

/** Text of a part of a document, and its location. */
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
  /** The type of pagination that the generator finds without a config. */
  readonly type?: string;
  readonly found: readonly { readonly purpose: string; readonly path: readonly string[] }[];
}

export interface FactRow {
  readonly label: string;
  readonly value: string;
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

export interface ConfigTextView {
  readonly text: string;
  readonly hash: string;
  readonly exists: boolean;
}
