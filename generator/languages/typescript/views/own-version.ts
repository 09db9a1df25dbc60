/** An existing package keeps its version, because people and release tools maintain it. */
import type { PackageVersions } from '../../language.ts';
import { lineText, stringLiteral } from '../code.ts';
import { json } from '../package.ts';
import type { RootView } from './index.ts';

/** The same views for packages that already have versions. */
export function withVersions(views: RootView, { own, sdk }: PackageVersions): RootView {
  if (own === undefined && sdk === undefined) return views;
  const shown = <T>(value: T): TypedPropertyDescriptor<T> => ({
    value,
    enumerable: true,
    configurable: true,
  });
  const ofPackage = own === undefined ? {} : { version: json(own), plainVersion: lineText(own) };
  const ofSdk = sdk === undefined ? {} : { sdkRange: json(`^${sdk}`) };
  const fields: { readonly [Key in keyof RootView]: TypedPropertyDescriptor<RootView[Key]> } = {
    // Not spread, because some fields are getters that compute on first use.
    ...Object.getOwnPropertyDescriptors(views),
    package: shown({ ...views.package, ...ofPackage, ...ofSdk }),
    ...(own !== undefined && { brand: shown({ ...views.brand, version: stringLiteral(own) }) }),
  };
  return Object.create(null, fields);
}
