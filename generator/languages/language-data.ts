/** What the program must know of a language before it makes an SDK in it: names, keys, words. Data alone. */
import type { Schema } from '../config/schema/parts.ts';
import type { Difference } from '../diff/rules/difference.ts';
import type { CodeFormatter } from '../lib/code-formatter.ts';
import type { Sample } from '../lib/sample.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';

/** `TName`: what the generator calls it. */
export interface LanguageData<TName extends string = string> extends LanguageSelector {
  readonly language: TName;
  /** The files of a package that may hold its version, the best first, and a reader of the version. */
  readonly manifest: {
    readonly files: readonly string[];
    /** Undefined where the file has no version that the language accepts. */
    readonly versionIn: (text: string) => string | undefined;
  };
  /** What code stops doing that no longer fits the SDK: `compiling`, `type-checking`. */
  readonly check: 'compiling' | 'type-checking';
  /** Whether `templates check` compiles what a template set makes. */
  readonly isCompiled: boolean;
  readonly config: LanguageConfig;
  /**
   * Where its users feel a change of an API otherwise than the catalogue of rules says. Undefined: nobody has
   * looked yet, so `diff` makes no report for the language.
   */
  readonly differences: readonly Difference[] | undefined;
  /** Undefined: files stay as templates print them. */
  readonly formatter: CodeFormatter | undefined;
  readonly code: CodeData;
  /** Repositories of other generators that `adopt` takes over. */
  readonly adoption: AdoptionData;
  /** Undefined: samples of a document in this language give no names. */
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
  /** Names of the scripts that a generated file defines; undefined if it is not a file that has scripts. */
  readonly scriptNames: (path: string, text: string) => readonly string[] | undefined;
  /** What a replaced file loses that users or workflows may rely on, as sentences. */
  readonly losses: (path: string, before: string, after: string) => readonly string[];
}

export interface FormerFiles {
  readonly patterns: readonly string[];
  readonly reason: string;
}

export interface StaleCommand {
  readonly command: RegExp;
  /** A sentence about the line that has the command. */
  readonly reason: string;
}

/** Reads the call that a code sample of a document shows. */
export interface SampleReader {
  /** What documents call the language: the `lang` of `x-codeSamples`. */
  readonly labels: RegExp;
  /** A text that is no program, or makes no call on a client, gives no call. */
  readonly read: (source: string) => Sample;
}

/** Its part of the config file. */
export interface LanguageConfig {
  /** The section `targets.<language>`. */
  readonly section: Schema;
  /** Keys outside `targets`, in dots, that mean something in this language and not in all. */
  readonly keys: readonly string[];
  /** Keys that `init` writes below `targets.<language>`; `name` is that of the client in kebab case. */
  readonly proposed: (name: string) => Readonly<Record<string, string>>;
}

/** Code in Markdown. */
export interface CodeData {
  /** Words after the three backticks that begin a block of it, each with the ending of such a file. */
  readonly fences: readonly (readonly [word: string, ending: string])[];
  /** Comment, text, keyword and number as groups 1 to 4, with the flag `g`. */
  readonly tokens: RegExp;
}

/** The pattern of `CodeData.tokens` for a language with words of its own. */
export const tokensOf = (parts: {
  readonly comment: string;
  readonly text: string;
  /** With spaces between them. */
  readonly keywords: string;
}): RegExp =>
  new RegExp(
    `(${parts.comment})|(${parts.text})|\\b(${parts.keywords.split(' ').join('|')})\\b|\\b(\\d[\\d_.]*)\\b`,
    'g',
  );
