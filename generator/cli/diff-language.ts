/** The language whose users a report is for. */
import type { Config } from '../config/types.ts';
import type { SdkLanguage } from '../diff/types.ts';
import { LANGUAGES, defaultLanguage } from '../languages/data.ts';
import { type KnownLanguage, languageNamed } from '../languages/registry.ts';
import { madeLanguages } from '../targets.ts';

/** The default, where none is named. */
export function languageOf(name: SdkLanguage = defaultLanguage.language): KnownLanguage {
  const found = languageNamed(name);
  if (found === undefined) throw new Error(`No SDK is made in ${name}.`);
  return found;
}

/** All that one of the configs makes: a change cannot take a language out of its own judgement. */
export function languagesMade(configs: readonly (Config | undefined)[]): readonly SdkLanguage[] {
  const made = new Set(configs.flatMap((config) => (config === undefined ? [] : madeLanguages(config))));
  const known = LANGUAGES.map(({ language }) => language).filter((language) => made.has(language));
  return known.length === 0 ? [defaultLanguage.language] : known;
}
