/** The same views for a package that already has a version. */
import { lineText } from '../code.ts';
import type { RootView } from './index.ts';

export const withVersion = (views: RootView, version: string): RootView => ({
  ...views,
  package: { ...views.package, version: lineText(version) },
});
