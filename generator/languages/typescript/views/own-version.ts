/** The version of a package belongs to its users once it is there: release tools and people raise it. */
import { lineText, stringLiteral } from '../code.ts';
import { json } from '../package.ts';
import type { RootView } from './index.ts';

/** The same views for a package that has a version already. */
export function withVersion(views: RootView, version: string): RootView {
  const shown = <T>(value: T): TypedPropertyDescriptor<T> => ({
    value,
    enumerable: true,
    configurable: true,
  });
  const fields: { readonly [Key in keyof RootView]: TypedPropertyDescriptor<RootView[Key]> } = {
    // Not spread, as some fields are made when they are asked for.
    ...Object.getOwnPropertyDescriptors(views),
    package: shown({ ...views.package, version: json(version), plainVersion: lineText(version) }),
    brand: shown({ ...views.brand, version: stringLiteral(version) }),
  };
  return Object.create(null, fields);
}
