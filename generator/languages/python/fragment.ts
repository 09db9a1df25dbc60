/** Code with names that are only known when the file is printed. */
import type { Code } from './code.ts';
import { code } from './code.ts';
import type { NameExpression, TypeExpression } from './types/expr.ts';

export type Fragment = readonly FragmentPart[];

export type FragmentPart =
  | { readonly kind: 'code'; readonly code: Code }
  /** A type or name, imported because it is needed at run time. */
  | { readonly kind: 'value'; readonly type: TypeExpression }
  /** `"Type[X]"`: the type that a type checker should assume for a value. */
  | { readonly kind: 'quoted'; readonly type: TypeExpression }
  /** The type as a string: `"X"`. */
  | { readonly kind: 'spelt'; readonly type: TypeExpression }
  /** A module of types as a whole: `server_list_params`. */
  | { readonly kind: 'module'; readonly module: string };

export const plain = (text: Code): Fragment => [{ kind: 'code', code: text }];
export const value = (type: TypeExpression): Fragment => [{ kind: 'value', type }];
export const moduleOf = (module: string): Fragment => [{ kind: 'module', module }];

/** For example `head(argument, …)`. */
export const call = (head: NameExpression, holes: readonly Fragment[]): Fragment => [
  ...value(head),
  ...plain(code`(`),
  ...separated(holes),
  ...plain(code`)`),
];

/** For example `name=value`. */
export const keyword = (name: Code, fragment: Fragment): Fragment => [...plain(code`${name}=`), ...fragment];

export function separated(items: readonly Fragment[]): Fragment {
  return items.flatMap((item, index) => (index === 0 ? item : [...plain(code`, `), ...item]));
}

export const dictionary = (entries: readonly (readonly [Code, Fragment])[]): Fragment => [
  ...plain(code`{`),
  ...separated(entries.map(([key, fragment]) => [...plain(code`${key}: `), ...fragment])),
  ...plain(code`}`),
];

export const list = (items: readonly Fragment[]): Fragment => [
  ...plain(code`[`),
  ...separated(items),
  ...plain(code`]`),
];
