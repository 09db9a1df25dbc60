/** The Python language for SDKs. */
import type { Config } from '../../config/types.ts';
import { DEFAULT_STYLE } from '../../plan/samples/value.ts';
import type { Language, SdkViews } from '../language.ts';
import { explainMethod, explainPython } from './explain.ts';
import { packageInfo } from './package.ts';
import { type PythonSdk, declarePython } from './sdk.ts';
import { pythonNames } from './sdk-names.ts';
import { documentedSamples } from './samples/documented.ts';
import { type RootView, type ViewOptions, viewsOf } from './views/index.ts';
import { withVersion } from './views/own-version.ts';

export const python: Language<PythonSdk, RootView> = {
  names: pythonNames,
  declare: declarePython,
  viewsOf: pythonViews,
};

function pythonViews(sdk: PythonSdk, config: Config): SdkViews<RootView> {
  const options = viewOptions(sdk, config);
  let views: RootView | undefined;
  let samples: SdkViews['samples'] | undefined;
  return {
    forTemplates: ({ own: version } = {}) => {
      views ??= viewsOf(sdk, options);
      return version === undefined ? views : withVersion(views, version);
    },
    forFiles: (paths) => viewsOf(sdk, options, paths),
    get samples() {
      return (samples ??= documentedSamples({ design: sdk, packageName: options.package.importName }));
    },
    get explained() {
      return explainPython(sdk, options.package.importName);
    },
    explainCall: (method) => explainMethod(sdk, options.package.importName, method),
  };
}

function viewOptions({ api }: PythonSdk, { output, readme, settings, ...config }: Config): ViewOptions {
  return {
    package: packageInfo(api, { settings, ...config }),
    docs: output.docs.enabled,
    tests: output.tests,
    settings,
    style:
      output.docs.samples === 'placeholders'
        ? { placeholders: 'angle', optional: 'with-example' }
        : DEFAULT_STYLE,
    repositoryFiles: output.repository !== undefined,
    examples: readme.examples.map(({ name, endpoint, params }) => ({ name, ...endpoint, params })),
  };
}
