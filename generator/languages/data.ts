/** What is known of each language before an SDK is made in it. */
import type { LanguageData } from './language-data.ts';
import { type LanguageName, languageNames } from './names.ts';
import { go } from './go/data.ts';
import { python } from './python/data.ts';
import { typescript } from './typescript/data.ts';

const DATA: { readonly [TName in LanguageName]: LanguageData<TName> } = { typescript, python, go };

export const LANGUAGES: readonly LanguageData<LanguageName>[] = languageNames.map((name) => DATA[name]);

/** The language of an SDK where nothing names another. */
export const defaultLanguage: LanguageData<LanguageName> = DATA[languageNames[0]];

export const languageData = (name: string): LanguageData<LanguageName> | undefined =>
  LANGUAGES.find(({ language }) => language === name);

/** The language that a key of `targets` means. */
export const languageOfTarget = (key: string): LanguageData<LanguageName> | undefined =>
  LANGUAGES.find(({ targets }) => targets.includes(key));
