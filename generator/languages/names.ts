/**
 * The languages of SDKs. The first is the default. The compiler then requires the data of each (`data.ts`)
 * and its implementation (`registry.ts`).
 */
export const languageNames = ['typescript', 'python', 'go'] as const;

export type LanguageName = (typeof languageNames)[number];

export const isLanguage = (name: string): name is LanguageName =>
  languageNames.some((language) => language === name);
