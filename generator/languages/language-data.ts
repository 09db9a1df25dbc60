/** Data about a language that the program needs before it generates an SDK: names, config keys, words. */
import type { Schema } from '../config/schema/parts.ts';
import type { Difference } from '../diff/rules/difference.ts';
import type { CodeFormatter } from '../lib/code-formatter.ts';
import type { Sample } from '../lib/sample.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';

/** `TName` is the generator's name of the language. */
export interface LanguageData<TName extends string = string> extends LanguageSelector {
  readonly language: TName;
  /**
   * Files of a package that may contain its version, in order of preference, and a reader for the version.
   */
  readonly manifest: {
    readonly files: readonly string[];
    /** Undefined if the file has no version that the language accepts. */
    readonly versionIn: (text: string) => string | undefined;
  };
  /** What code that no longer fits the SDK stops doing: `compiling`, `type-checking`. */
  readonly check: 'compiling' | 'type-checking';
  /** Whether `templates check` compiles the output of a template set. */
  readonly isCompiled: boolean;
  readonly config: LanguageConfig;
  /**
   * Changes that affect users of the language differently from the rule catalogue. Undefined: not examined
   * yet, so `diff` makes no report for the language.
   */
  readonly differences: readonly Difference[] | undefined;
  /** Undefined: files are written as templates print them. */
  readonly formatter: CodeFormatter | undefined;
  readonly code: CodeData;
  /** Repositories of other generators that `adopt` takes over. */
  readonly adoption: AdoptionData;
  /** Undefined: samples of a document in this language are not used for names. */
  readonly samples: SampleReader | undefined;
}

/** What `adopt` knows of a repository that another generator filled. Patterns are globs of paths in it. */
export interface AdoptionData {
  /** Files of other generators that carry no mark, and why each goes. */
  readonly former: readonly FormerFiles[];
  /**
   * Scripts that workflows call, by path, as the new files need them. Only scripts that exist are replaced.
   */
  readonly scripts: Readonly<Record<string, string>>;
  /** In workflows that publish a package of the language. */
  readonly publisher: RegExp;
  /** Commands in workflows that do something else with the new files. */
  readonly stale: readonly StaleCommand[];
  /** Kept files that do not work with the new files, by their text. */
  readonly staleFiles: readonly StaleFile[];
  /** How users import a module of the former package; undefined if they cannot. */
  readonly importedAs: (path: string) => string | undefined;
  /** Names of the scripts that a generated file defines; undefined if it is not a file that has scripts. */
  readonly scriptNames: (path: string, text: string) => readonly string[] | undefined;
  /** The license in a manifest. */
  readonly licenseIn: (path: string, text: string) => string | undefined;
  /** What a replaced file loses that users or workflows may rely on, as sentences. */
  readonly losses: (path: string, before: string, after: string) => readonly string[];
}

export interface FormerFiles {
  readonly patterns: readonly string[];
  readonly reason: string;
}

export interface StaleFile {
  readonly path: RegExp;
  readonly text: RegExp;
  /** A sentence about the file. */
  readonly reason: string;
}

export interface StaleCommand {
  readonly command: RegExp;
  /** A sentence about the line that has the command. */
  readonly reason: string;
}

/** Finds the call that a code sample of a document shows. */
export interface SampleReader {
  /** Names of the language in documents: the `lang` of `x-codeSamples`. */
  readonly labels: RegExp;
  /** Text that is not a program, or does not call a client, gives no call. */
  readonly read: (source: string) => Sample;
}

/** The language's part of the config file. */
export interface LanguageConfig {
  /** The section `targets.<language>`. */
  readonly section: Schema;
  /** Dotted keys outside `targets` that only some languages use, including this one. */
  readonly keys: readonly string[];
  /**
   * What needs `production_repo`: `module`, the path of the package itself; `provenance`, the statement
   * that the workflow publishes with it.
   */
  readonly needsRepository?: 'module' | 'provenance';
  /** The file with the path by which the package is downloaded, which names its folder in the repository. */
  readonly module?: { readonly file: string; readonly pathIn: (text: string) => string | undefined };
  /** Keys that `init` writes below `targets.<language>`; `name` is the name of the client in kebab-case. */
  readonly proposed: (name: string) => Readonly<Record<string, string>>;
}

/** Data about code blocks in Markdown. */
export interface CodeData {
  /** Info strings of code blocks, each with the file extension of the language. */
  readonly fences: readonly (readonly [word: string, ending: string])[];
  /** Groups 1 to 4 are comment, string, keyword and number. Has the flag `g`. */
  readonly tokens: RegExp;
}

/** The pattern of `CodeData.tokens` for a language with its own keywords. */
export const tokensOf = (parts: {
  readonly comment: string;
  readonly text: string;
  /** Separated by spaces. */
  readonly keywords: string;
}): RegExp =>
  new RegExp(
    `(${parts.comment})|(${parts.text})|\\b(${parts.keywords.split(' ').join('|')})\\b|\\b(\\d[\\d_.]*)\\b`,
    'g',
  );
