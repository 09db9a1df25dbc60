/**
 * Names of resources and models that are unique in the whole SDK. Class names are only unique in their file.
 */
import { fileStem } from '../../../lib/file-names.ts';
import type { TypescriptSdk } from '../sdk.ts';

/** Leaves space for a folder and an extension within 240 characters. */
const LONGEST = 190;

/** A file stem and a variable that differ from all in `taken`, ignoring case. Adds both to it. */
export function freeName(
  { names }: Pick<TypescriptSdk, 'names'>,
  words: string,
  taken: Set<string>,
): { readonly id: string; readonly name: string } {
  const stem = fileStem(names.kebab(words), LONGEST);
  const camel = names.camel(words);
  const isTaken = (end: string): boolean =>
    taken.has(`${stem}${end}`.toLowerCase()) ||
    taken.has(`${camel}${end}`.toLowerCase()) ||
    `${stem}${end}` === 'index';
  let end = '';
  while (isTaken(end)) end += '_';
  taken.add(`${stem}${end}`.toLowerCase()).add(`${camel}${end}`.toLowerCase());
  return { id: `${stem}${end}`, name: `${camel}${end}` };
}
