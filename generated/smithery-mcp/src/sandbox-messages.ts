/** Messages between the sandbox and its host. They contain only text. */

export interface SandboxData {
  readonly code: string;
  readonly memoryBytes: number;
  readonly deadlineMs: number;
  /** Maximum length of `console` output in characters. */
  readonly mostLogged: number;
  /** Maximum length of the returned value in characters. */
  readonly longestResult: number;
}

export type FromWorker =
  | { readonly kind: 'ask'; readonly number: number; readonly json: string }
  | { readonly kind: 'log'; readonly line: string }
  /** `json` is absent if nothing was returned. */
  | { readonly kind: 'done'; readonly json: string | undefined }
  | { readonly kind: 'failed'; readonly message: string };

export interface ToWorker {
  readonly number: number;
  readonly json: string;
}
