/** The stages put together for one language: documents and config in, an SDK as planned out. Pure. */
import { emptyConfig } from './config/empty.ts';
import type { Config } from './config/types.ts';
import { publishedConfig } from './documented/config-file.ts';
import { documentedFiles } from './documented/files.ts';
import type { SampleKey } from './documented/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { TreeFile } from './emit/types.ts';
import { buildApi } from './ir/build.ts';
import type { Api } from './ir/types.ts';
import type { Language, Printed } from './languages/language.ts';
import { typescript } from './languages/typescript/language.ts';
import type { TypescriptPlan } from './languages/typescript/sdk.ts';
import type { RootView } from './languages/typescript/views/index.ts';
import { type Places, type SdkPlan, planSdk } from './plan/sdk.ts';
import type { Documents } from './source/types.ts';

export interface GenerationInput {
  readonly documents: Documents;
  /** As read for the language. */
  readonly config: Config;
  /** Where models were when the SDK was made before, by their names. */
  readonly former?: Places;
}

export interface Generation<TSdk = TypescriptPlan, TViews extends object = RootView> {
  readonly api: Api;
  readonly plan: SdkPlan;
  /** In the language's words. */
  readonly sdk: TSdk;
  readonly printed: Printed<TViews>;
  /** Files that no template makes and no formatter touches: the document with samples, and its pages. */
  readonly documented: readonly TreeFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function generateFor<TSdk, TViews extends object>(
  language: Language<TSdk, TViews>,
  { documents, config, former }: GenerationInput,
): Generation<TSdk, TViews> {
  const built = buildApi({ documents, config });
  const plan = planSdk(built.value, former);
  const sdk = language.design(plan);
  const printed = language.print(sdk, config);
  return {
    api: built.value,
    plan,
    sdk,
    printed,
    documented: config.output.docs.enabled ? documented(documents, config, { plan, printed }) : [],
    diagnostics: [...documents.diagnostics, ...built.diagnostics, ...sdk.diagnostics],
  };
}

/** In TypeScript. */
export const generate = (input: { readonly documents: Documents; readonly config?: Config }): Generation =>
  generateFor(typescript, { config: emptyConfig(), ...input });

/** Beyond this many operations their pages would outweigh the SDK. */
const MOST_PAGES = 200;

function documented(
  documents: Documents,
  config: Config,
  { plan, printed }: { readonly plan: SdkPlan; readonly printed: Printed },
): readonly TreeFile[] {
  const key = SAMPLE_KEYS.get(config.codeSamples ?? '');
  const operations = plan.resources.reduce((sum, one) => sum + one.methods.length, 0);
  const files = documentedFiles(documents, {
    operations: printed.samples,
    isWrittenAnew:
      config.overlays.length + config.transforms.length > 0 ||
      documents.diagnostics.some((one) => one.code === 'yaml-margin'),
    hasPages: config.output.docs.reference ?? operations <= MOST_PAGES,
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
