/** The language whose users a report is for. */
import type { SdkLanguage } from '../diff/types.ts';
import { type KnownLanguage, languageNamed } from '../languages/registry.ts';

/** TypeScript, where none is named. */
export function languageOf(name: SdkLanguage = 'typescript'): KnownLanguage {
  const found = languageNamed(name);
  if (found === undefined) throw new Error(`No SDK is made in ${name}.`);
  return found;
}
