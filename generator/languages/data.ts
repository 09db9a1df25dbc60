/** Data about each language that is needed before an SDK is generated. */
import type { LanguageData } from './language-data.ts';
import { type LanguageName, languageNames } from './names.ts';
import { go } from './go/data.ts';
import { python } from './python/data.ts';
import { typescript } from './typescript/data.ts';

const DATA: { readonly [TName in LanguageName]: LanguageData<TName> } = { typescript, python, go };

export const LANGUAGES: readonly LanguageData<LanguageName>[] = languageNames.map((name) => DATA[name]);

/** The language of an SDK if no other is named. */
export const defaultLanguage: LanguageData<LanguageName> = DATA[languageNames[0]];

export const languageData = (name: string): LanguageData<LanguageName> | undefined =>
  LANGUAGES.find(({ language }) => language === name);

/** The language for a key of `targets`. */
export const languageOfTarget = (key: string): LanguageData<LanguageName> | undefined =>
  LANGUAGES.find(({ targets }) => targets.includes(key));
