/** The implementation of each language. Data that is needed earlier is in `data.ts`. */
import { languageData } from './data.ts';
import type { LanguageData } from './language-data.ts';
import type { LanguageName } from './names.ts';
import type { Language } from './language.ts';
import { go } from './go/language.ts';
import { python } from './python/language.ts';
import { typescript } from './typescript/language.ts';

/** A language whose types are only known to its own code. */
export interface KnownLanguage extends Pick<Language<never>, 'names'> {
  readonly data: LanguageData;
  readonly with: <TResult>(use: LanguageUse<TResult>) => TResult;
}

type LanguageUse<TResult> = <TSdk, TViews extends object>(language: Language<TSdk, TViews>) => TResult;
type Entry = Omit<KnownLanguage, 'data'>;

const known = <TSdk, TViews extends object>(language: Language<TSdk, TViews>): Entry => ({
  names: language.names,
  with: (use) => use(language),
});

const ENTRIES: Readonly<Record<LanguageName, Entry>> = {
  typescript: known(typescript),
  python: known(python),
  go: known(go),
};

export function languageNamed(name: string): KnownLanguage | undefined {
  const data = languageData(name);
  return data && { data, ...ENTRIES[data.language] };
}
