/** The root view: all data for templates. */
import { byCodeUnit } from '../../lib/order.ts';
import { VIEW_VERSION } from '../../lib/view-version.ts';
import { once } from '../../lib/once.ts';
import type { FileFilter } from '../language.ts';
import { label, prose, summaryText } from '../../text/markdown.ts';
import { GENERATED, proseLines } from '../prose.ts';
import { apiFields, environmentMembers } from './client.ts';
import {
  type Code,
  code,
  comment,
  filePath,
  identifier,
  join,
  lineText,
  proseText,
  stringLiteral,
} from './code.ts';
import { importLines } from './imports.ts';
import type { Service } from './layout.ts';
import { serviceDocs } from './docs.ts';
import { type GoMethodView, methodViews, parametersOf, resultsOf } from './method-view.ts';
import type { ModuleInfo } from './package.ts';
import { readmeView } from './readme.ts';
import { createSnippets } from './samples/snippet.ts';
import type { GoSdk } from './sdk.ts';
import type { GoStruct } from './types.ts';
import { testFiles } from './tests.ts';
import type { SettingsConfig } from '../../config/types.ts';
import { settingFlags } from '../setting-flags.ts';
import type { SampleStyle } from '../../plan/samples/value.ts';
import type { RequestedCall } from '../../plan/samples/showcase.ts';
import { type TypeView, typeView } from './type-view.ts';

export type GoRootView = ReturnType<typeof viewsOf>;

export interface GoViewOptions {
  readonly info: ModuleInfo;
  readonly docs: boolean;
  readonly tests: boolean;
  readonly settings: SettingsConfig;
  /** How pages show values without an example in the document. */
  readonly style: SampleStyle;
  readonly hasRepositoryFiles: boolean;
  readonly contact: string | undefined;
  /** Calls that the config requests for the README, by section. */
  readonly examples: readonly RequestedCall[];
}

/** Parts that many runs do not need are computed when they are read. `paths`: files that are generated. */
export function viewsOf(
  sdk: GoSdk,
  options: GoViewOptions,
  { version, paths }: { readonly version: string; readonly paths?: ReadonlySet<string> },
) {
  const isWanted: FileFilter = (path) => paths === undefined || paths.has(path);
  const hasTests =
    options.tests && (paths === undefined || [...paths].some((path) => path.endsWith('_test.go')));
  const { plan, api, layout } = sdk;
  const { info } = options;
  const snippets = createSnippets(sdk, info);
  const header = [GENERATED, ...(api.client.fileHeader?.split('\n') ?? [])];
  const files = once(() => fileViews(sdk, info, isWanted));
  const surface = once(() => surfaceViews(sdk));
  const readme = once(() => readmeView(sdk, snippets, options.examples));
  const docs = once(() =>
    options.docs ? serviceDocs(sdk, snippets, { style: options.style, isWanted }) : [],
  );
  const tests = once(() =>
    hasTests ? testFiles(sdk, snippets, info, options.settings.disableMockTests) : [],
  );
  const root = methodViews(sdk, layout.root);
  const apiText = apiFields(plan, sdk.options, sdk.names.pascal(api.client.name));
  return {
    view: VIEW_VERSION,
    settings: settingFlags(options.settings),
    header: comment(header),
    hasHeader: header.length > 0,
    package: {
      name: identifier(info.name),
      module: filePath(info.module),
      version: stringLiteral(version),
      plainVersion: lineText(version),
      repository: lineText(info.repository ?? ''),
      plainName: lineText(api.info.title),
      hasContact: options.contact !== undefined,
      contact: lineText(options.contact ?? ''),
      title: label(api.info.title),
      summary: prose(summaryText(api.info.description ?? '')),
      description: comment([info.description]),
      licenseText: proseText(info.licenseText),
    },
    api: apiText,
    apiImports: importLines(
      info.module,
      [apiText, ...root.flatMap(methodTexts)],
      ['context', 'http', 'internal', 'request', 'option', 'slices'],
    ),
    services: childViews(layout.root),
    clientMethods: root,
    options: sdk.options.map(({ key, name, type, description }) => ({
      name: identifier(name),
      key: stringLiteral(key),
      type: { string: code`string`, number: code`float64`, boolean: code`bool` }[type],
      value: type === 'string' ? code`value` : code`fmt.Sprint(value)`,
      doc: comment([`With${name} sets ${key}.`, ...proseLines(description)]),
    })),
    optionImports: sdk.options.some(({ type }) => type !== 'string') ? code`"fmt"` : code``,
    environments: environmentMembers(plan, sdk.names).map(({ name, server }) => ({
      name: identifier(name),
      server: stringLiteral(server),
    })),
    get files() {
      return files();
    },
    ...sentViews(sdk),
    hasConstants: sdk.constants.size > 0,
    constants: [...sdk.constants]
      .sort(([, a], [, b]) => byCodeUnit(a, b))
      .map(([value, name]) => ({ name: identifier(name), literal: stringLiteral(value) })),
    hasPages: sdk.pages.length > 0,
    pages: sdk.pages.map((page) => ({
      name: identifier(page.name),
      schemeName: identifier(`scheme${page.name}`),
      scheme: page.scheme,
      items: page.items,
      structs: page.structs.map((struct) => ({ ...struct, isPage: struct.name === page.name })),
    })),
    get surface() {
      return surface();
    },
    get readme() {
      return readme();
    },
    hasDocs: options.docs,
    get docs() {
      return docs();
    },
    hasTests: options.tests && sdk.methods.length > 0,
    get tests() {
      return tests();
    },
    testOptions: testOptions(sdk),
    hasRepositoryFiles: options.hasRepositoryFiles,
  };
}

/** A value for each required option, whatever the environment contains. */
const testOptions = ({ options, plan }: GoSdk): Code =>
  join(
    options.flatMap(({ name, key, type }, index) => {
      const own = plan.client.options[index];
      const isNeeded =
        own?.option.auth !== undefined || (own?.isRequired && own.option.default === undefined);
      const value = type === 'string' ? stringLiteral(`My ${key}`) : type === 'number' ? code`1` : code`true`;
      return isNeeded ? [code`option.With${identifier(name)}(${value}),\n`] : [];
    }),
    '',
  );

const childViews = (service: Service) =>
  service.children.map(({ field, name }) => ({ field: identifier(field), type: identifier(name) }));

/** The file with the types of the client's own methods has another name than the client. */
const pathOf = (file: string): string => `${file === 'client' ? 'client_types' : file}.go`;

function fileViews(sdk: GoSdk, info: ModuleInfo, isWanted: FileFilter) {
  const services = new Map<string, ReturnType<typeof serviceView>[]>();
  for (const service of sdk.layout.all.slice(1)) {
    if (!isWanted(pathOf(service.file))) continue;
    services.set(service.file, [...(services.get(service.file) ?? []), serviceView(sdk, service)]);
  }
  const types = new Map<string, TypeView[]>();
  for (const declaration of sdk.declarations) {
    const { file } = declaration;
    if (!isWanted(pathOf(file))) continue;
    types.set(file, [...(types.get(file) ?? []), typeView(declaration)]);
  }
  return [...new Set([...services.keys(), ...types.keys()])].map((file) => {
    const own = services.get(file) ?? [];
    const declared = types.get(file) ?? [];
    const texts = [
      ...own.flatMap(({ methods }) => methods.flatMap(methodTexts)),
      ...declared.flatMap(typeTexts),
    ];
    return {
      path: filePath(pathOf(file)),
      imports: importLines(info.module, texts, own.length > 0 ? ['option'] : []),
      services: own,
      types: declared,
    };
  });
}

const serviceView = (sdk: GoSdk, service: Service) => ({
  name: identifier(service.name),
  doc: comment([
    `${service.name} has the methods of ${['client', ...service.fields].join('.')}.`,
    ...proseLines(service.resource.description),
  ]),
  children: childViews(service),
  methods: methodViews(sdk, service),
});

const methodTexts = ({ parameters, results, body }: GoMethodView): readonly Code[] => [
  parameters,
  results,
  body,
];

const typeTexts = (view: TypeView): readonly Code[] => [
  ...view.fields.map(({ type }) => type),
  view.aliased,
  ...(view.isReceived ? [code`respjson.Field apijson.Unmarshal`] : []),
  ...(view.isSent ? [code`apijson.Marshal`] : []),
];

function surfaceViews(sdk: GoSdk) {
  return sdk.layout.all.flatMap((service) => {
    const methods = sdk.methods.filter((method) => method.service === service);
    const unwraps = sdk.unwraps.filter((unwrap) => unwrap.service === service);
    const types = sdk.declarations.filter(
      ({ file, schema }) => schema !== undefined && file === service.file,
    );
    if (methods.length + types.length + unwraps.length === 0) return [];
    return [
      {
        title: lineText(service.fields.join('.') || 'Client'),
        hasTypes: types.length > 0,
        types: types.map(({ name }) => identifier(name)),
        hasMethods: methods.length + unwraps.length > 0,
        unwraps: unwraps.map(({ name, event }) => ({
          call: lineText(['client', ...service.fields, name].join('.')),
          event: lineText(event.text),
        })),
        methods: methods.map((method) => ({
          verb: lineText(method.planned.request.verb.toLowerCase()),
          path: lineText(method.planned.method.path),
          call: lineText(['client', ...service.fields, method.name].join('.')),
          parameters: parametersOf(method),
          results: resultsOf(sdk, method),
        })),
      },
    ];
  });
}

/** What the types of requests embed. */
function sentViews({ declarations, methods }: GoSdk) {
  const sent = [...declarations, ...methods.flatMap(({ struct }) => struct ?? [])].filter(
    (item): item is GoStruct => item.kind === 'struct' && item.way === 'request',
  );
  return {
    hasSent: sent.length > 0,
    hasSentObjects: sent.some(({ isUnion }) => !isUnion),
    hasSentUnions: sent.some(({ isUnion }) => isUnion),
  };
}
