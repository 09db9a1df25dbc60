/**
 * The words after which types inside others are named, in every language: a language adds the case and,
 * except for TypeScript, the name of the outer type. For members of unions see `member-name.ts`.
 */
import type { Property } from '../ir/types.ts';
import { type Field, isWholeBody } from './arguments.ts';

/** The name of the type that a property contains. */
export const nestedName = ({ alias, name }: Pick<Property, 'name'> & Partial<Property>): string =>
  alias ?? name;

/** The name of the type that an argument of a method contains. */
export function nestedArgumentName(field: Field): string {
  if (field.property) return nestedName(field.property);
  return isWholeBody(field) ? field.name : field.wireName;
}
