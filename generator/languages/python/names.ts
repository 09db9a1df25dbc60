/** Turns words of the API into Python names. */
import type { Casing } from '../../ir/types.ts';
import { pluralName, singular } from '../../lib/words.ts';
import { createWording, kebabOf, mapLast, remembered } from '../casing.ts';
import { isIdentifier } from './code.ts';
import { className } from './reserved.ts';

export interface Names {
  /** `phone_numbers` → `PhoneNumbers`, `connection_id` → `ConnectionID`. Always a valid class name. */
  readonly pascal: (text: string) => string;
  /** `phoneNumbers` → `phone_numbers`. Always a valid identifier; the caller handles reserved words. */
  readonly snake: (text: string) => string;
  /** The last word in the singular: `phone_numbers` → `PhoneNumber`. */
  readonly pascalSingular: (text: string) => string;
  /** The last word in the singular: `phone_numbers` → `phone_number`. */
  readonly snakeSingular: (text: string) => string;
  readonly pascalPlural: (text: string) => string;
  /** Safe in file names and URLs: `phone-numbers`. */
  readonly kebab: (text: string) => string;
}

export function createNames(casings: readonly Casing[]): Names {
  const { words, inner, small } = createWording(casings);
  const pascalOf = (parts: readonly string[]) => className(legal(parts.map(inner).join(''), 'X'));
  const snakeOf = (parts: readonly string[]) => legal(parts.map(small).join('_'), 'x_');
  return {
    pascal: remembered((text) => pascalOf(words(text))),
    snake: remembered((text) => snakeOf(words(text))),
    pascalSingular: remembered((text) => pascalOf(mapLast(words(text), singular))),
    snakeSingular: remembered((text) => snakeOf(mapLast(words(text), singular))),
    pascalPlural: remembered((text) => pascalOf(words(pluralName(words(text))))),
    kebab: remembered((text) => kebabOf(words(text))),
  };
}

/**
 * Removes characters that identifiers cannot contain. `lead` precedes a leading digit, because an underscore
 * would mark the name as private.
 */
function legal(text: string, lead: string): string {
  const kept = text.normalize('NFKC').replace(/[^\p{ID_Continue}]/gu, '');
  if (kept === '') return lead.replace(/_$/, '');
  return isIdentifier(kept) ? kept : `${lead}${kept}`;
}
