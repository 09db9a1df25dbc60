/**
 * The stages put together: documents and config in, an SDK as planned out. Pure; disk and process are the
 * caller's.
 */
import type { Config } from './config/types.ts';
import { emptyConfig } from './config/empty.ts';
import { publishedConfig } from './documented/config-file.ts';
import { documentedFiles } from './documented/files.ts';
import type { SampleKey } from './documented/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { buildApi } from './ir/build.ts';
import type { TreeFile } from './emit/types.ts';
import type { Api } from './ir/types.ts';
import { packageInfo } from './package-info.ts';
import { type SdkPlan, planSdk } from './plan/sdk.ts';
import { documentedSamples } from './plan/samples/documented.ts';
import { type RootView, type ViewOptions, planViews, snippetContext } from './plan/views/index.ts';
import type { Documents } from './source/types.ts';

export interface Generation {
  readonly api: Api;
  readonly sdk: SdkPlan;
  /** What templates get. */
  readonly views: RootView;
  /** Files that no template makes and no formatter touches: the document with samples, and its pages. */
  readonly documented: readonly TreeFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function generate(input: { readonly documents: Documents; readonly config?: Config }): Generation {
  const config = input.config ?? emptyConfig();
  const built = buildApi({ documents: input.documents, config });
  const sdk = planSdk(built.value);
  const options = viewOptions(built.value, config, sdk.methods.length);
  const views = planViews(sdk, options);
  return {
    api: built.value,
    sdk,
    views,
    documented: options.docs?.enabled === true ? documented(input.documents, config, { sdk, options }) : [],
    diagnostics: [...input.documents.diagnostics, ...built.diagnostics, ...sdk.diagnostics],
  };
}

function documented(
  documents: Documents,
  config: Config,
  { sdk, options }: { readonly sdk: SdkPlan; readonly options: ViewOptions },
): readonly TreeFile[] {
  const key = SAMPLE_KEYS.get(config.codeSamples ?? '');
  const files = documentedFiles(documents, {
    operations: documentedSamples(sdk, snippetContext(sdk, options)),
    isWrittenAnew:
      config.overlays.length + config.transforms.length > 0 ||
      documents.diagnostics.some((one) => one.code === 'yaml-margin'),
    hasPages: options.docs?.reference === true,
    ...(key ? { key } : {}),
  });
  return files.length === 0 ? files : [...files, publishedConfig(config.written, config.edition)];
}

/** Where the doc tools look for samples; all others take the first one's key. */
const SAMPLE_KEYS: ReadonlyMap<string, SampleKey> = new Map([
  ['readme', 'x-readme'],
  ['x-readme', 'x-readme'],
  ['x-code-samples', 'x-code-samples'],
]);

/** Beyond this many operations their pages would outweigh the SDK. */
const MOST_PAGES = 200;

const viewOptions = (api: Api, config: Config, operations: number): ViewOptions => ({
  package: packageInfo(api, config),
  functions: config.output.functions,
  tests: config.output.tests,
  repositoryFiles: config.output.repository !== undefined,
  docs: {
    enabled: config.output.docs.enabled,
    reference: config.output.docs.enabled && (config.output.docs.reference ?? operations <= MOST_PAGES),
    style:
      config.output.docs.samples === 'placeholders'
        ? { placeholders: 'angle', optional: 'with-example' }
        : { placeholders: 'names', optional: 'omit' },
    variable: config.output.docs.samples === 'placeholders' ? 'name' : 'client',
  },
  readme: config.readme.examples.map((one) => ({
    name: one.name,
    verb: one.endpoint.verb,
    path: one.endpoint.path,
    params: one.params,
  })),
});
