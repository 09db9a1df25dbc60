/** The formatter of a language. Each is loaded when the first file needs it. */
export interface CodeFormatter {
  /** Endings of its files, with the dot. */
  readonly endings: readonly string[];
  /** Part of the key of every formatted file: the formatter's version and its settings. */
  readonly key: () => string;
  /** Throws where the text does not parse. `native: false` asks for the slow way, for comparing. */
  readonly format: (path: string, text: string, options: { readonly native: boolean }) => Promise<string>;
}

/** A formatter that is not installed: no fault of any text. */
export class FormatterMissing extends Error {
  readonly packageName: string;

  constructor(packageName: string) {
    super(`the package ${packageName} is not installed`);
    this.packageName = packageName;
  }
}
