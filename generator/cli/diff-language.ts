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

/** Why a language of `languages` has no report. Undefined if it has a report. */
export function noReport(
  language: SdkLanguage | undefined,
  languages: readonly ReportedLanguage[] = LANGUAGES,
): string | undefined {
  const data = languages.find((each) => each.language === language);
  return data === undefined || data.differences !== undefined ? undefined : withoutReport([data]);
}

type ReportedLanguage = Pick<(typeof LANGUAGES)[number], 'language' | 'title' | 'differences'>;

const withoutReport = (languages: readonly ReportedLanguage[]): string =>
  `There is no report yet for users of the SDK in ${languages.map(({ title }) => title).join(', ')}.`;

/**
 * All languages that any of the configs generates, because a change must not exclude a language from its
 * own check. `note` is called with a line about languages that have no report.
 */
export function languagesMade(
  configs: readonly (Config | undefined)[],
  note: (line: string) => void,
  languages: readonly ReportedLanguage[] = LANGUAGES,
): readonly SdkLanguage[] {
  const names = new Set(configs.flatMap((config) => (config === undefined ? [] : madeLanguages(config))));
  const made = languages.filter(({ language }) => names.has(language));
  const without = made.filter(({ differences }) => differences === undefined);
  if (without.length > 0) note(withoutReport(without));
  const reported = made.filter((data) => !without.includes(data)).map(({ language }) => language);
  return reported.length === 0 ? [defaultLanguage.language] : reported;
}
