/** Words of the command line of `diff`: its exit codes and formats. */

/**
 * 0 within the bound, 1 beyond it, 2 wrong use or config, 3 a document cannot be loaded, 4 a fault of ours.
 */
export const DIFF_EXIT = { within: 0, exceeded: 1, usage: 2, load: 3, internal: 4 } as const;

/** What stands together in a report. Here, because the command line is read before anything is loaded. */
export const GROUPINGS = ['rule', 'endpoint'] as const;

/**
 * `changesets`: the files in `.changeset`. `package`: the version in package.json beside that of the base.
 */
export const DECLARED = ['none', 'patch', 'minor', 'major', 'changesets', 'package'] as const;
/** Or the title of a pull request. */
export type Declared = (typeof DECLARED)[number] | { readonly title: string };

/** `--language` of the report about the tools that agents are offered. */
export const AGENTS = 'agents';

/** Verdicts that can be the bound by themselves. */
export const LAYERS = ['wire', 'source', 'runtime'] as const;

export const DIFF_FORMATS = ['text', 'markdown', 'html', 'json', 'github', 'sarif'] as const;
export const CHANGELOG_FORMATS = ['changelog', 'changeset', 'commit'] as const;
export type DiffFormat = (typeof DIFF_FORMATS | typeof CHANGELOG_FORMATS)[number];

/** A format of the report; without a file it is printed. */
export interface AskedFormat {
  readonly format: DiffFormat;
  readonly file?: string;
}

/** A report that is written beside the printed one. */
export interface FurtherFormat extends AskedFormat {
  readonly file: string;
}
