/** An existing package keeps its version, because people and release tools maintain it. */
import { lineText, stringLiteral } from '../code.ts';
import { json } from '../package.ts';
import type { RootView } from './index.ts';

/** The same views for a package that already has a version. */
export function withVersion(views: RootView, version: string): RootView {
  const shown = <T>(value: T): TypedPropertyDescriptor<T> => ({
    value,
    enumerable: true,
    configurable: true,
  });
  const fields: { readonly [Key in keyof RootView]: TypedPropertyDescriptor<RootView[Key]> } = {
    // Not spread, because some fields are getters that compute on first use.
    ...Object.getOwnPropertyDescriptors(views),
    package: shown({ ...views.package, version: json(version), plainVersion: lineText(version) }),
    brand: shown({ ...views.brand, version: stringLiteral(version) }),
  };
  return Object.create(null, fields);
}
