/** Names of resources and models that hold in the whole SDK, where those of classes hold in their file. */
import { fileStem } from '../../../lib/file-names.ts';
import type { TypescriptSdk } from '../sdk.ts';

/** Leaves room for a folder and an ending in the 240 characters of a path. */
const LONGEST = 190;

/**
 * File stem and variable that none in `taken` is equal to, not even in another case; both are added to it.
 */
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
