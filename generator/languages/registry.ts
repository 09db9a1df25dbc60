/** The languages that SDKs are made in. */
import type { Audience } from '../lib/audience.ts';
import { typescript } from './typescript/language.ts';

const LANGUAGES = [typescript] as const;

export const languageNames: readonly string[] = LANGUAGES.map((one) => one.audience.language);

export const languageNamed = (name: string): (typeof LANGUAGES)[number] | undefined =>
  LANGUAGES.find((one) => one.audience.language === name);

export const audienceNamed = (name: string): Audience | undefined => languageNamed(name)?.audience;
