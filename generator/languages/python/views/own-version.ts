/** The same views for a package that has a version already. */
import { lineText } from '../code.ts';
import type { RootView } from './index.ts';

export const withVersion = (views: RootView, version: string): RootView => ({
  ...views,
  package: { ...views.package, version: lineText(version) },
});
