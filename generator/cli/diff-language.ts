/** The language for whose users a report is written. */
import type { Config } from '../config/types.ts';
import type { SdkLanguage } from '../diff/types.ts';
import { LANGUAGES, defaultLanguage } from '../languages/data.ts';
import { type KnownLanguage, languageNamed } from '../languages/registry.ts';
import { madeLanguages } from '../targets.ts';

/** The named language, or the default. */
export function languageOf(name: SdkLanguage = defaultLanguage.language): KnownLanguage {
  const found = languageNamed(name);
  if (found === undefined) throw new Error(`No SDK is made in ${name}.`);
  return found;
}

/** Why a language has no report. Undefined if it has a report. */
export function noReport(language: SdkLanguage | undefined): string | undefined {
  const data = LANGUAGES.find((each) => each.language === language);
  return data === undefined || data.differences !== undefined ? undefined : withoutReport([data]);
}

const withoutReport = (languages: readonly { readonly title: string }[]): string =>
  `There is no report yet for users of the SDK in ${languages.map(({ title }) => title).join(', ')}.`;

/**
 * All languages that any of the configs generates, because a change must not exclude a language from its
 * own check. `note` is called with a line about languages that have no report.
 */
export function languagesMade(
  configs: readonly (Config | undefined)[],
  note: (line: string) => void,
): readonly SdkLanguage[] {
  const names = new Set(configs.flatMap((config) => (config === undefined ? [] : madeLanguages(config))));
  const made = LANGUAGES.filter(({ language }) => names.has(language));
  const without = made.filter(({ differences }) => differences === undefined);
  if (without.length > 0) note(withoutReport(without));
  const reported = made.filter((data) => !without.includes(data)).map(({ language }) => language);
  return reported.length === 0 ? [defaultLanguage.language] : reported;
}
