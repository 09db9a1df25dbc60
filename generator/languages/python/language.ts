/** Python as a language of SDKs. */
import type { Config } from '../../config/types.ts';
import { PYTHON } from '../../lib/audience.ts';
import type { Language, Printed } from '../language.ts';
import { packageInfo, versionIn } from './package.ts';
import { type PythonDesign, designPython } from './sdk.ts';
import { type RootView, viewsOf } from './views/index.ts';
import { withVersion } from './views/own-version.ts';

export const python: Language<PythonDesign, RootView> = {
  audience: PYTHON,
  design: designPython,
  print: printPython,
  manifest: { files: ['pyproject.toml'], versionIn },
};

function printPython(design: PythonDesign, config: Config): Printed<RootView> {
  let views: RootView | undefined;
  return {
    views: (version) => {
      views ??= viewsOf(design, { package: packageInfo(design.api, config) });
      return version === undefined ? views : withVersion(views, version);
    },
    samples: [],
  };
}
