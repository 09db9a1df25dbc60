/** Go as a language of SDKs. */
import type { Config } from '../../config/types.ts';
import type { Language, SdkViews } from '../language.ts';
import { explainGo } from './explain.ts';
import { packageInfo } from './package.ts';
import { type GoSdk, declareGo } from './sdk.ts';
import { goNames } from './sdk-names.ts';
import { type GoRootView, viewsOf } from './views.ts';

export const go: Language<GoSdk, GoRootView> = {
  names: goNames,
  declare: declareGo,
  viewsOf: printGo,
};

function printGo(sdk: GoSdk, config: Config): SdkViews<GoRootView> {
  const info = packageInfo(sdk.api, config);
  const known = new Map<string, GoRootView>();
  return {
    forTemplates: (version = info.version) => {
      const views = known.get(version) ?? viewsOf(sdk, info, version);
      known.set(version, views);
      return views;
    },
    samples: [],
    get explained() {
      return explainGo(sdk, info.module);
    },
  };
}
