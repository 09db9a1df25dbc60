/** The languages that SDKs are made in. */
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { Language } from './language.ts';
import { go } from './go/language.ts';
import { python } from './python/language.ts';
import { typescript } from './typescript/language.ts';

/** A language whose own types only the one who uses it needs to know. */
export interface KnownLanguage extends Pick<Language<never>, 'audience' | 'manifest' | 'names'> {
  readonly with: <TResult>(use: LanguageUse<TResult>) => TResult;
}

type LanguageUse<TResult> = <TSdk, TViews extends object>(language: Language<TSdk, TViews>) => TResult;

const known = <TSdk, TViews extends object>(language: Language<TSdk, TViews>): KnownLanguage => ({
  audience: language.audience,
  manifest: language.manifest,
  names: language.names,
  with: (use) => use(language),
});

const LANGUAGES: readonly KnownLanguage[] = [known(typescript), known(python), known(go)];

export const languageNames: readonly string[] = LANGUAGES.map((language) => language.audience.language);

export const languageNamed = (name: string): KnownLanguage | undefined =>
  LANGUAGES.find((language) => language.audience.language === name);

export const audienceNamed = (name: string): LanguageSelector | undefined => languageNamed(name)?.audience;
