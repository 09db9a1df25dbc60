/** The TypeScript language for SDKs. */
import { relative } from 'node:path';
import { sdkFolder } from '../sdk-folder.ts';
import type { Config } from '../../config/types.ts';
import { extentOf } from '../../plan/extent.ts';
import type { Language, SdkViews } from '../language.ts';
import { once } from '../../lib/once.ts';
import { explainMethod, explainTypescript } from './explain.ts';
import { packageInfo } from './package-info.ts';
import { sdkNames } from './sdk-names.ts';
import { documentedSamples } from './samples/documented.ts';
import { type TypescriptSdk, declareTypescript } from './sdk.ts';
import { type RootView, type ViewOptions, viewsOf, viewContextOf, snippetContext } from './views/index.ts';
import { withVersions } from './views/own-version.ts';

export const typescript: Language<TypescriptSdk, RootView> = {
  names: sdkNames,
  declare: declareTypescript,
  viewsOf: typescriptViews,
};

function typescriptViews(sdk: TypescriptSdk, config: Config): SdkViews<RootView> {
  const options = viewOptions(sdk, config);
  const viewContext = once(() => viewContextOf(sdk));
  let views: RootView | undefined;
  let samples: SdkViews['samples'] | undefined;
  return {
    forTemplates: (versions = {}) => {
      views ??= viewsOf(sdk, options);
      return withVersions(views, versions);
    },
    forFiles: (paths) => viewsOf(sdk, options, (path) => paths.has(path)),
    get samples() {
      return (samples ??= documentedSamples(sdk, snippetContext(sdk, options)));
    },
    get explained() {
      return explainTypescript(viewContext());
    },
    explainCall: (method) => explainMethod(viewContext(), method),
  };
}

/** A path with other characters than these is not put into a workflow. */
const PLAIN_PATH = /^[\w./-]+$/;

function pathToSdk(config: Config, target: string): string | undefined {
  const own = config.targets.find(({ name }) => name === target)?.out;
  const sdk = sdkFolder(config, 'typescript');
  if (own === undefined || sdk === undefined) return undefined;
  const path = relative(own, sdk).replaceAll('\\', '/');
  return PLAIN_PATH.test(path) ? path : undefined;
}

function viewOptions(sdk: TypescriptSdk, config: Config): ViewOptions {
  const { output, readme } = config;
  const extent = extentOf(output, sdk.plan);
  return {
    package: packageInfo(sdk.api, config),
    functions: extent.functions,
    hasFormerPaths: sdk.context.edition.isPublished || output.compat === 'stainless',
    tests: output.tests,
    settings: config.settings,
    repositoryFiles: output.repository !== undefined,
    docs: {
      enabled: output.docs.enabled,
      reference: extent.reference,
      models: extent.modelPages,
      style:
        output.docs.samples === 'placeholders'
          ? { placeholders: 'angle', optional: 'with-example' }
          : { placeholders: 'names', optional: 'omit' },
      variable: output.docs.samples === 'placeholders' ? 'name' : 'client',
    },
    agents: config.agents,
    pathsToSdk: {
      mcp: pathToSdk(config, 'mcp'),
      cli: pathToSdk(config, 'cli'),
    },
    readme: readme.examples.map((example) => ({
      name: example.name,
      verb: example.endpoint.verb,
      path: example.endpoint.path,
      params: example.params,
    })),
  };
}
