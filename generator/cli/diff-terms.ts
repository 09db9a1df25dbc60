/** Exit codes and formats of the command line of `diff`. */

/**
 * 0 within the limit, 1 beyond it, 2 wrong use or config, 3 a document
 * cannot be loaded, 4 an internal error.
 */
export const DIFF_EXIT = { within: 0, exceeded: 1, usage: 2, load: 3, internal: 4 } as const;

/**
 * How a report groups changes. Defined here, because the command line is parsed before anything is loaded.
 */
export const GROUPINGS = ['rule', 'endpoint'] as const;

/**
 * `changesets`: the files in `.changeset`. `package`: the version in
 * package.json compared with that of the base.
 */
export const DECLARED = ['none', 'patch', 'minor', 'major', 'changesets', 'package'] as const;
/** Either a named source or the title of a pull request. */
export type Declared = (typeof DECLARED)[number] | { readonly title: string };

/** Value of `--language` for the report about the tools offered to agents. */
export const AGENTS = 'agents';

/** Layers whose verdict alone can be the limit. */
export const LAYERS = ['wire', 'source', 'runtime'] as const;

export const DIFF_FORMATS = ['text', 'markdown', 'html', 'json', 'github', 'sarif'] as const;
export const CHANGELOG_FORMATS = ['changelog', 'changeset', 'commit'] as const;
export type DiffFormat = (typeof DIFF_FORMATS | typeof CHANGELOG_FORMATS)[number];

/** A format of the report; without a file it is printed. */
export interface AskedFormat {
  readonly format: DiffFormat;
  readonly file?: string;
}

/** A report that is written in addition to the printed report. */
export interface FurtherFormat extends AskedFormat {
  readonly file: string;
}
