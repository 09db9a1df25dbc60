/**
 * All data for templates: the contract between plan and template sets. Increase its version when a field
 * changes its meaning.
 */
import { clientClass } from '../client.ts';
import { type Code, code, docComment, empty, lineText, stringLiteral } from '../code.ts';
import { GENERATED } from '../../prose.ts';
import { everyEntryPoint, openFolders } from '../entry-points.ts';
import { SHARED_MODULE } from '../layout.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { type PackageInfo, json } from '../package.ts';
import { docPages } from '../docs/pages.ts';
import { planSample } from '../samples/call.ts';
import { type SnippetContext, exampleLines } from '../samples/snippet.ts';
import { once } from '../../../lib/once.ts';
import { type FileFilter, everyFile } from '../../language.ts';
import type { SampleStyle } from '../../../plan/samples/value.ts';
import { ERRORS_MODULE, TOP_LEVEL_MODULE, type TypescriptSdk } from '../sdk.ts';
import type { PathsToSdk } from './mcp.ts';
import { type AgentsView, viewAgents } from './agents.ts';
import { type ClientView, type CoreView, viewClient, viewCore } from './client.ts';
import { type DocsView, NO_DOCS, viewDocs } from './docs.ts';
import type { RequestedCall } from '../../../plan/samples/showcase.ts';
import { type ReadmeView, viewReadme } from './readme.ts';
import { type FunctionView, nameFunctions, viewFunction } from './function.ts';
import { type FolderFileView, type FolderView, viewFolderFile, viewFolders } from './folders.ts';
import { type FactsView, viewFacts } from './facts.ts';
import type { AgentTargets, SettingsConfig } from '../../../config/types.ts';
import { type SettingFlags, settingFlags } from '../../setting-flags.ts';
import { type CliView, viewCli } from './cli.ts';
import { type McpView, viewMcp } from './mcp.ts';
import { type OperationsView, viewOperations } from './operations.ts';
import { type EntryView, type PackageView, viewEntry, viewPackage } from './package.ts';
import { type PagesView, viewPages } from './pages.ts';
import { type RequestGroupView, type ServerView, viewRequests, viewServer } from './requests.ts';
import {
  type ViewContext,
  type ResourceView,
  type TypesView,
  fileOf,
  viewResource,
  viewTypes,
} from './resource.ts';
import { type TestingView, NO_TESTING, viewTesting } from './testing.ts';
import { type SupportView, type TestsView, viewSupport, viewTests } from './tests.ts';
import { type SurfaceView, viewSurface } from './surface.ts';

export interface RootView {
  readonly header: Code;
  readonly settings: SettingFlags;
  readonly client: ClientView;
  readonly core: CoreView;
  readonly resources: readonly ResourceView[];
  readonly shared: readonly TypesView[];
  readonly topLevel: readonly TypesView[];
  readonly errorTypes: readonly TypesView[];
  readonly folders: readonly FolderView[];
  /** Files that export the index of a folder under the folder's name. */
  readonly folderFiles: readonly FolderFileView[];
  readonly pagination: PagesView;
  readonly hasPages: boolean;
  readonly functions: readonly FunctionView[];
  readonly operations: OperationsView;
  readonly surface: SurfaceView;
  /** Language-independent data: the server and a sample request per operation. */
  readonly server: ServerView;
  readonly requests: readonly RequestGroupView[];
  /** The API as data, for template sets that do not generate classes. */
  readonly facts: FactsView;
  readonly tests: readonly TestsView[];
  readonly hasTests: boolean;
  readonly support: SupportView;
  readonly docs: DocsView;
  readonly docsResources: DocsView['resources'];
  readonly docsModels: DocsView['models'];
  readonly hasFunctions: boolean;
  readonly hasDocs: boolean;
  readonly hasWebhookDocs: boolean;
  readonly hasJsr: boolean;
  /** JSR does not support patterns, so each entry point is listed. */
  readonly jsr: { readonly name: Code; readonly entries: readonly EntryView[] };
  readonly repository: RepositoryView;
  readonly hasRepositoryFiles: boolean;
  /** A page for contributors, an example, and settings for Git. */
  readonly hasGuide: boolean;
  readonly testing: TestingView;
  readonly hasReference: boolean;
  readonly readme: ReadmeView;
  readonly agents: AgentsView;
  /** The MCP server, generated as a separate package. */
  readonly mcp: McpView;
  /** The command line, generated as a separate package. */
  readonly cli: CliView;
  readonly package: PackageView;
  readonly brand: { readonly name: Code; readonly version: Code };
  /** Where models contain times and 64-bit integers that are converted. */
  readonly shapes: readonly { readonly name: Code; readonly shape: Code }[];
  readonly hasShapes: boolean;
  readonly hasValues: boolean;
  /** Times are a `Date`. */
  readonly hasDates: boolean;
  /** JSON keeps integers beyond 2^53. */
  readonly hasExactIntegers: boolean;
}

export interface RepositoryView {
  /** A program with one call. */
  readonly example: Code;
}

/** How pages of `docs/` show calls. */
export interface DocsOptions {
  readonly style: SampleStyle;
  /** `client`, or the name of the client in camelCase. */
  readonly variable: 'client' | 'name';
  readonly enabled: boolean;
  readonly reference: boolean;
  readonly models: boolean;
}

export interface ViewOptions {
  readonly package: PackageInfo;
  readonly functions: boolean;
  /** Import paths of former SDKs are supported. */
  readonly hasFormerPaths: boolean;
  readonly tests: boolean;
  readonly settings: SettingsConfig;
  /** Files of the repository around the package. */
  readonly repositoryFiles: boolean;
  readonly docs: DocsOptions;
  readonly readme: readonly RequestedCall[];
  readonly agents: AgentTargets;
  /** From the folders of the packages for agents to that of the SDK, if the config has both. */
  readonly pathsToSdk: PathsToSdk;
}

/** Data that samples need, also for `documentedSamples`. */
export function snippetContext(sdk: TypescriptSdk, options: ViewOptions): SnippetContext {
  const functions = options.functions
    ? nameFunctions(sdk)
    : new Map<TypescriptMethod, { readonly file: string; readonly name: string }>();
  return {
    client: clientClass(sdk.names, sdk.plan),
    packageName: options.package.name,
    variable: 'client',
    security: sdk.api.security,
    functionOf: (plan) => functions.get(plan),
  };
}

export const viewContextOf = (sdk: TypescriptSdk): ViewContext => ({
  sdk,
  client: clientClass(sdk.names, sdk.plan),
  aliasOf: aliases(sdk),
  context: {
    names: sdk.names,
    pages: sdk.pages,
    pageAlias: (plan) => sdk.pageAliases.byMethod.get(plan),
    examples: (plan) => exampleOf(sdk, plan),
  },
});

/** Parts that many runs do not need are computed when they are read. `isWanted`: files that are generated. */
export function viewsOf(
  sdk: TypescriptSdk,
  options: ViewOptions,
  isWanted: FileFilter = everyFile,
): RootView {
  const { api } = sdk;
  const view = viewContextOf(sdk);
  const { client } = view;
  const shared = viewTypes(view, SHARED_MODULE);
  const topLevel = viewTypes(view, TOP_LEVEL_MODULE);
  const errorTypes = viewTypes(view, ERRORS_MODULE);
  const functions = nameFunctions(sdk);
  const testsOf = (filter: FileFilter): readonly TestsView[] =>
    options.tests ? viewTests(sdk, { isOffline: options.settings.disableMockTests, isWanted: filter }) : [];
  const allTests = once(() => testsOf(everyFile));
  const snippets = snippetContext(sdk, options);
  const variable = options.docs.variable === 'name' ? sdk.names.camel(api.client.name) : 'client';
  const hasDocs = options.docs.enabled;
  const docs = once(() =>
    !hasDocs
      ? NO_DOCS
      : viewDocs(
          {
            sdk,
            pages: docPages(sdk, options.docs.models),
            snippets: { ...snippets, variable },
            style: options.docs.style,
          },
          isWanted,
        ),
  );
  const parts = {
    tests: once(() => testsOf(isWanted)),
    readme: once(() => viewReadme(sdk, snippets, options.readme)),
    testing: once(() => (hasDocs ? viewTesting(sdk, { ...snippets, variable }) : NO_TESTING)),
    operations: once(() => viewOperations(sdk)),
    surface: once(() => viewSurface(view)),
    server: once(() => viewServer(sdk)),
    agents: once(() => viewAgents(sdk)),
    // Sample requests, trees of all types, and packages of their own.
    requests: once(() => viewRequests(sdk)),
    facts: once(() => viewFacts(view)),
    mcp: once(() => viewMcp(sdk, client, options)),
    cli: once(() => viewCli(sdk, client, options)),
  };
  const shapes = sdk.values?.shapes() ?? [];
  return {
    header: headerOf(sdk),
    settings: settingFlags(options.settings),
    client: viewClient(view, client),
    core: viewCore(view, client),
    resources: sdk.layout.all
      .filter((layout) => isWanted(fileOf(layout.module)))
      .map((layout) => viewResource(view, layout)),
    shared: shared ? [shared] : [],
    topLevel: topLevel ? [topLevel] : [],
    errorTypes: errorTypes ? [errorTypes] : [],
    folders: viewFolders(sdk),
    folderFiles: openFolders(sdk).map(viewFolderFile),
    pagination: viewPages(view),
    hasPages: sdk.pages.length > 0,
    functions: options.functions
      ? sdk.methods.flatMap((plan) => {
          const named = functions.get(plan);
          return named && isWanted(fileOf(`funcs/${named.file}`))
            ? [viewFunction(view, plan, { ...named, coreName: client.coreName })]
            : [];
        })
      : [],
    get operations() {
      return parts.operations();
    },
    get surface() {
      return parts.surface();
    },
    get server() {
      return parts.server();
    },
    get requests() {
      return parts.requests();
    },
    get facts() {
      return parts.facts();
    },
    get tests() {
      return parts.tests();
    },
    get hasTests() {
      return allTests().length > 0;
    },
    support: viewSupport(client),
    get docs() {
      return docs();
    },
    get docsResources() {
      return docs().resources;
    },
    get docsModels() {
      return docs().models;
    },
    get hasFunctions() {
      return docs().hasFunctions;
    },
    hasDocs,
    hasWebhookDocs: hasDocs && sdk.unwraps.length > 0,
    hasJsr: options.package.jsr !== undefined,
    jsr: {
      name: json(options.package.jsr ?? ''),
      entries: everyEntryPoint(
        sdk,
        options.functions ? [...functions.values()].map((item) => item.file) : [],
        options.hasFormerPaths,
      ).map(viewEntry),
    },
    get repository() {
      return { example: parts.readme().example };
    },
    hasRepositoryFiles: options.repositoryFiles,
    hasGuide: !sdk.context.edition.isPublished || options.repositoryFiles,
    get testing() {
      return parts.testing();
    },
    hasReference: options.docs.reference,
    get agents() {
      return parts.agents();
    },
    get mcp() {
      return parts.mcp();
    },
    get cli() {
      return parts.cli();
    },
    get readme() {
      return parts.readme();
    },
    package: viewPackage(sdk, options.package, {
      hasFunctions: options.functions && functions.size > 0,
      hasFormerPaths: options.hasFormerPaths,
    }),
    shapes,
    hasShapes: shapes.length > 0,
    hasValues: sdk.values !== undefined,
    hasDates: sdk.values?.options.dates === true,
    hasExactIntegers: sdk.values?.options.int64 === true,
    brand: { name: stringLiteral(client.className), version: stringLiteral(options.package.version) },
  };
}

function exampleOf(sdk: TypescriptSdk, plan: TypescriptMethod): readonly string[] {
  const sample = planSample(sdk, plan, { extent: 'required' });
  return sample ? exampleLines({ variable: 'client' }, sample) : [];
}

function headerOf({ api, context }: TypescriptSdk): Code {
  const { fileHeader } = api.client;
  const own = fileHeader === undefined ? empty : docComment(fileHeader.split('\n'));
  return context.edition.isPublished ? own : code`// ${lineText(GENERATED)}\n${own}`;
}

function aliases(sdk: TypescriptSdk): (module: string) => string {
  const byModule = new Map([
    ...sdk.layout.all.map((resourceLayout) => [resourceLayout.module, resourceLayout.alias] as const),
    [SHARED_MODULE, 'Shared'] as const,
    [TOP_LEVEL_MODULE, 'TopLevelAPI'] as const,
    ['error', 'Errors'] as const,
    [ERRORS_MODULE, 'ErrorTypes'] as const,
    ['uploads', 'Uploads'] as const,
  ]);
  return (module) => byModule.get(module) ?? 'Other';
}
