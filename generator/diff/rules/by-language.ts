/** Adjusts the verdict of a rule to one language. */
import { languageData } from '../../languages/data.ts';
import type { Fact } from '../compare/fact.ts';
import type { Cell, FactContext, SdkLanguage } from '../terms.ts';
import type { Difference } from './difference.ts';

export const differencesOf = (language: SdkLanguage): readonly Difference[] =>
  languageData(language)?.differences ?? [];

/** The cell adjusted to the language. */
export function inLanguage(
  language: SdkLanguage,
  { fact, context }: { readonly fact: Fact; readonly context: FactContext },
  cell: Cell,
): Cell {
  let spoken = cell;
  for (const difference of differencesOf(language))
    if (difference.rules.includes(fact.rule) && (difference.contexts?.includes(context) ?? true))
      spoken = { ...spoken, ...difference.change(fact, spoken) };
  return spoken;
}
