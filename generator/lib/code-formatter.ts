/** The formatter of a language. Each is loaded when the first file needs it. */
export interface CodeFormatter {
  /** File extensions, with the dot. */
  readonly endings: readonly string[];
  /** The formatter's version and settings: a part of the cache key of every formatted file. */
  readonly key: () => string;
  /**
   * Formats a text; throws if it does not parse. `native: false` selects the
   * slow implementation, for comparison.
   */
  readonly format: (path: string, text: string, options: { readonly native: boolean }) => Promise<string>;
}

/** The formatter is not installed, which is not a fault of the text. */
export class FormatterMissing extends Error {
  readonly packageName: string;

  constructor(packageName: string) {
    super(`the package ${packageName} is not installed`);
    this.packageName = packageName;
  }
}
