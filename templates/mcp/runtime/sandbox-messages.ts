/** What the sandbox and its host say to each other: text alone. */

export interface SandboxData {
  readonly code: string;
  readonly memoryBytes: number;
  readonly deadlineMs: number;
  /** Characters of `console`. */
  readonly mostLogged: number;
  /** Characters of what is returned. */
  readonly longestResult: number;
}

export type FromWorker =
  | { readonly kind: 'ask'; readonly number: number; readonly json: string }
  | { readonly kind: 'log'; readonly line: string }
  /** `json` is absent where nothing is returned. */
  | { readonly kind: 'done'; readonly json: string | undefined }
  | { readonly kind: 'failed'; readonly message: string };

export interface ToWorker {
  readonly number: number;
  readonly json: string;
}
