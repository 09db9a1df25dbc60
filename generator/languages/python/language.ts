/** Python as a language of SDKs. */
import type { Config } from '../../config/types.ts';
import { PYTHON } from '../../lib/audience.ts';
import { DEFAULT_STYLE } from '../../plan/samples/value.ts';
import type { Language, Printed } from '../language.ts';
import { explainPython } from './explain.ts';
import { packageInfo, versionIn } from './package.ts';
import { type PythonDesign, designPython } from './sdk.ts';
import { pythonNames } from './sdk-names.ts';
import { documentedSamples } from './samples/documented.ts';
import { type RootView, type ViewOptions, viewsOf } from './views/index.ts';
import { withVersion } from './views/own-version.ts';

export const python: Language<PythonDesign, RootView> = {
  audience: PYTHON,
  names: pythonNames,
  design: designPython,
  print: printPython,
  manifest: { files: ['pyproject.toml'], versionIn },
};

function printPython(design: PythonDesign, config: Config): Printed<RootView> {
  const options = viewOptions(design, config);
  let views: RootView | undefined;
  let samples: Printed['samples'] | undefined;
  return {
    views: (version) => {
      views ??= viewsOf(design, options);
      return version === undefined ? views : withVersion(views, version);
    },
    get samples() {
      return (samples ??= documentedSamples({ design, packageName: options.package.importName }));
    },
    get explained() {
      return explainPython(design, options.package.importName);
    },
  };
}

function viewOptions({ api }: PythonDesign, { output, readme, settings, ...config }: Config): ViewOptions {
  return {
    package: packageInfo(api, { settings, ...config }),
    docs: output.docs.enabled,
    tests: output.tests,
    disableMockTests: settings.disableMockTests,
    style:
      output.docs.samples === 'placeholders'
        ? { placeholders: 'angle', optional: 'with-example' }
        : DEFAULT_STYLE,
    repositoryFiles: output.repository !== undefined,
    examples: readme.examples.map(({ name, endpoint, params }) => ({ name, ...endpoint, params })),
  };
}
