/** The Go language for SDKs. */
import type { Config } from '../../config/types.ts';
import { sampleCall } from '../../plan/samples/call.ts';
import { DEFAULT_STYLE } from '../../plan/samples/value.ts';
import type { Language, SdkViews } from '../language.ts';
import { operationSamples } from '../operation-samples.ts';
import { explainMethod, explainGo } from './explain.ts';
import { type ModuleInfo, packageInfo } from './package.ts';
import { createSnippets } from './samples/snippet.ts';
import { type GoSdk, declareGo } from './sdk.ts';
import { goNames } from './sdk-names.ts';
import { type GoRootView, type GoViewOptions, viewsOf } from './views.ts';

export const go: Language<GoSdk, GoRootView> = {
  names: goNames,
  declare: declareGo,
  viewsOf: goViews,
};

const LABELS = { lang: 'Go', names: new Set(['go', 'golang']) };

function goViews(
  sdk: GoSdk,
  { output, readme, settings, organization, ...config }: Config,
): SdkViews<GoRootView> {
  const info = packageInfo(sdk.api, { settings, organization, ...config });
  const known = new Map<string, GoRootView>();
  const options: GoViewOptions = {
    info,
    docs: output.docs.enabled,
    tests: output.tests,
    settings,
    style:
      output.docs.samples === 'placeholders'
        ? { placeholders: 'angle', optional: 'with-example' }
        : DEFAULT_STYLE,
    hasRepositoryFiles: output.repository !== undefined,
    contact: organization.contact,
    examples: readme.examples.map(({ name, endpoint, params }) => ({ name, ...endpoint, params })),
  };
  return {
    forTemplates: ({ own: version = info.version } = {}) => {
      const views = known.get(version) ?? viewsOf(sdk, options, { version });
      known.set(version, views);
      return views;
    },
    forFiles: (paths) => viewsOf(sdk, options, { version: info.version, paths }),
    get samples() {
      return samplesOf(sdk, info);
    },
    get explained() {
      return explainGo(sdk, info.module);
    },
    explainCall: (method) => explainMethod(sdk, method),
  };
}

function samplesOf(sdk: GoSdk, info: ModuleInfo): SdkViews['samples'] {
  const { program } = createSnippets(sdk, info);
  return operationSamples(
    sdk.methods.map((method) => ({
      planned: method.planned,
      slug: [...method.service.path, method.planned.method.key].map(sdk.names.kebab).join('-'),
      call: [...method.service.fields, method.name].join('.'),
      source: () => {
        const sample = sampleCall(sdk.plan, method.planned, { extent: 'required' });
        return sample && program(method, sample);
      },
    })),
    LABELS,
  );
}
