/**
 * The languages that SDKs are made in. The first is made where nothing names another. The compiler then asks for
 * the data of each (`data.ts`) and for what makes its SDK (`registry.ts`).
 */
export const languageNames = ['typescript', 'python', 'go'] as const;

export type LanguageName = (typeof languageNames)[number];

export const isLanguage = (name: string): name is LanguageName =>
  languageNames.some((language) => language === name);
