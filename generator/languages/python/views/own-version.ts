/** The same views for a package that already has a version. */
import { lineText } from '../code.ts';
import type { RootView } from './index.ts';

export const withVersion = (views: RootView, version: string): RootView =>
  Object.create(null, {
    // Not spread, because some fields are getters that compute on first use.
    ...Object.getOwnPropertyDescriptors(views),
    package: {
      value: { ...views.package, version: lineText(version) },
      enumerable: true,
      configurable: true,
    },
  });
