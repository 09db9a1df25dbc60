/** Turns words of the API into TypeScript names. */
import type { Casing } from '../../ir/types.ts';
import { pluralName, singular } from '../../lib/words.ts';
import { createWording, kebabOf, mapLast, remembered } from '../casing.ts';
import { isIdentifier } from './code.ts';

export interface Names {
  /** `phone_numbers` → `PhoneNumbers`, `connection_id` → `ConnectionID`. Always a valid identifier. */
  readonly pascal: (text: string) => string;
  /**
   * `phone_numbers` → `phoneNumbers`, `id` → `id`. Always a valid identifier; the caller handles reserved
   * words.
   */
  readonly camel: (text: string) => string;
  /** `phone_numbers` → `phone-numbers`. Safe as a file name. */
  readonly kebab: (text: string) => string;
  /** The last word in the singular: `phone_numbers` → `PhoneNumber`. */
  readonly pascalSingular: (text: string) => string;
  readonly pascalPlural: (text: string) => string;
}

export function createNames(casings: readonly Casing[]): Names {
  const { words, inner, leading } = createWording(casings);
  const pascalOf = (parts: readonly string[]) => legal(parts.map(inner).join(''), 'X');
  return {
    pascal: remembered((text) => pascalOf(words(text))),
    camel: remembered((text) => {
      const [first, ...rest] = words(text);
      // A leading underscore marks internal names. Users of existing SDKs know it as part of the name.
      return legal(
        first === undefined ? '' : (/^_*/.exec(text)?.[0] ?? '') + leading(first) + rest.map(inner).join(''),
        'x',
      );
    }),
    kebab: remembered((text) => kebabOf(words(text))),
    pascalSingular: remembered((text) => pascalOf(mapLast(words(text), singular))),
    pascalPlural: remembered((text) => pascalOf(words(pluralName(words(text))))),
  };
}

/** Removes characters that identifiers cannot contain; an underscore precedes a leading digit. */
function legal(text: string, fallback: string): string {
  const kept = text.replace(/[^\p{ID_Continue}$]/gu, '');
  if (kept === '') return fallback;
  return isIdentifier(kept) ? kept : `_${kept}`;
}
