/** Combines the stages for one language: from documents and config to an SDK. Pure. */
import type { Config } from './config/types.ts';
import { publishedConfig } from './documented/config-file.ts';
import { documentedFiles } from './documented/files.ts';
import type { SampleKey } from './documented/types.ts';
import { type Diagnostic, diagnostic } from './diagnostics/diagnostic.ts';
import type { TreeFile } from './emit/types.ts';
import { createApiBuilder } from './ir/build.ts';
import type { Api } from './ir/types.ts';
import { languageData } from './languages/data.ts';
import type { Language, OperationSamples, SdkViews } from './languages/language.ts';
import type { Result } from './lib/result.ts';
import { planCatalogue } from './plan/catalogue.ts';
import { extentOf } from './plan/extent.ts';
import { idlePatterns } from './plan/offer.ts';
import { type Places, type SdkPlan, planSdk } from './plan/sdk.ts';
import type { Documents } from './source/types.ts';

/** Plans the SDK of a config, independent of languages. */
export type Planner = (config: Config) => { readonly built: Result<Api>; readonly plan: SdkPlan };

/**
 * Languages that read the documents alike share the plan and its samples. `former`: locations of models in an
 * existing SDK.
 */
export function createPlanner(documents: Documents, former?: Places): Planner {
  const build = createApiBuilder(documents);
  const plans = new Map<Api, SdkPlan>();
  return (config) => {
    const built = build(config);
    const plan = plans.get(built.value) ?? planSdk(built.value, former);
    plans.set(built.value, plan);
    return { built, plan };
  };
}

export interface GenerationInput {
  readonly documents: Documents;
  /** The config as the language reads it. */
  readonly config: Config;
  /** A planner for the same documents, shared by several languages. */
  readonly plan?: Planner;
  /** Samples of the same operations in other languages, for the documented OpenAPI file. */
  readonly otherSamples?: () => readonly OperationSamples[];
}

export interface Generation<TSdk, TViews extends object = object> {
  readonly api: Api;
  readonly plan: SdkPlan;
  /** The SDK with the names of the language. */
  readonly sdk: TSdk;
  readonly views: SdkViews<TViews>;
  /** Files that no template creates and no formatter changes: the document with samples, and its pages. */
  readonly documented: readonly TreeFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function generateFor<TSdk, TViews extends object>(
  language: Language<TSdk, TViews>,
  { documents, config, plan: planFor = createPlanner(documents), otherSamples }: GenerationInput,
): Generation<TSdk, TViews> {
  const { built, plan } = planFor(config);
  const sdk = language.declare(plan);
  const views = language.viewsOf(sdk, config);
  let files: readonly TreeFile[] | undefined;
  return {
    api: built.value,
    plan,
    sdk,
    views,
    get documented() {
      return (files ??= config.output.docs.enabled
        ? documented(documents, config, {
            plan,
            operations: withOthers(views.samples, otherSamples?.() ?? []),
          })
        : []);
    },
    diagnostics: [
      ...documents.diagnostics,
      ...built.diagnostics,
      ...sdk.diagnostics,
      ...idleTools(plan, config),
      ...missingRepository(config),
    ],
  };
}

/** Tool patterns of the MCP server that match no call. */
function idleTools(plan: SdkPlan, { agents: { mcp } }: Config): readonly Diagnostic[] {
  if (mcp.tools.length === 0) return [];
  const patterns = idlePatterns(planCatalogue(plan), mcp).join(', ');
  const origin = mcp.toolsOrigin;
  return patterns === ''
    ? []
    : [diagnostic('mcp-pattern-idle', { patterns }, origin === undefined ? {} : { origin })];
}

/** A package without a repository, if its language or its workflow needs one. */
function missingRepository({ audience, target, output }: Config): readonly Diagnostic[] {
  const { language } = audience;
  const needs = languageData(language)?.config.needsRepository;
  if (needs === undefined || target.productionRepo !== undefined) return [];
  if (needs === 'module' && target.modulePath !== undefined) return [];
  if (output.repository !== undefined) return [diagnostic('repository-missing', { language })];
  return needs === 'module' ? [diagnostic('module-placeholder', { language })] : [];
}

function documented(
  documents: Documents,
  config: Config,
  { plan, operations }: { readonly plan: SdkPlan; readonly operations: readonly OperationSamples[] },
): readonly TreeFile[] {
  const key = SAMPLE_KEYS.get(config.codeSamples ?? '');
  const files = documentedFiles(documents, {
    operations,
    isWrittenAnew:
      config.overlays.length + config.transforms.length > 0 ||
      documents.diagnostics.some((diagnostic) => diagnostic.code === 'yaml-margin'),
    hasPages: extentOf(config.output, plan).reference,
    ...(key ? { key } : {}),
  });
  return files.length === 0 ? files : [...files, publishedConfig(config.written, config.edition)];
}

/**
 * Combines samples of all languages, this language first. Samples of the document that have the same language
 * are dropped.
 */
function withOthers(
  own: readonly OperationSamples[],
  others: readonly OperationSamples[],
): readonly OperationSamples[] {
  const keyOf = ({ origin }: OperationSamples): string => `${origin.document}#${origin.pointer}`;
  const samples = new Map<string, OperationSamples['samples'][number][]>();
  for (const operationSamples of others)
    samples.set(keyOf(operationSamples), [
      ...(samples.get(keyOf(operationSamples)) ?? []),
      ...operationSamples.samples.slice(0, 1),
    ]);
  return own.map((operationSamples) => {
    const more = samples.get(keyOf(operationSamples)) ?? [];
    const languages = new Set(more.map((each) => each.lang.toLowerCase()));
    const [first, ...rest] = operationSamples.samples;
    return more.length === 0
      ? operationSamples
      : {
          ...operationSamples,
          samples: [
            ...(first ? [first] : []),
            ...more,
            ...rest.filter((each) => !languages.has(each.lang.toLowerCase())),
          ],
        };
  });
}

/** Documentation tools with their own key for samples; all others use the default. */
const SAMPLE_KEYS: ReadonlyMap<string, SampleKey> = new Map([
  ['readme', 'x-readme'],
  ['x-readme', 'x-readme'],
  ['x-code-samples', 'x-code-samples'],
]);
