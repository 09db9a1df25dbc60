/** The root view: everything that templates can ask for. */
import { byCodeUnit } from '../../lib/order.ts';
import { VIEW_VERSION } from '../../lib/view-version.ts';
import { label, prose, summaryText } from '../../text/markdown.ts';
import { GENERATED, proseLines } from '../prose.ts';
import { apiFields, environmentMembers } from './client.ts';
import {
  type Code,
  code,
  comment,
  filePath,
  identifier,
  lineText,
  proseText,
  stringLiteral,
} from './code.ts';
import { importLines } from './imports.ts';
import type { Service } from './layout.ts';
import { type GoMethodView, methodViews, signatureOf } from './method-view.ts';
import type { ModuleInfo } from './package.ts';
import type { GoSdk } from './sdk.ts';
import { type TypeView, typeView } from './type-view.ts';

export interface GoRootView {
  readonly view: number;
  readonly header: Code;
  readonly hasHeader: boolean;
  readonly package: ModuleView;
  readonly api: Code;
  readonly apiImports: Code;
  readonly services: readonly ChildService[];
  readonly clientMethods: readonly GoMethodView[];
  readonly options: readonly OptionView[];
  readonly optionImports: Code;
  readonly environments: readonly EnvironmentView[];
  readonly files: readonly FileView[];
  readonly hasConstants: boolean;
  readonly constants: readonly { readonly name: Code; readonly literal: Code }[];
  readonly hasPages: boolean;
  readonly pages: readonly PageView[];
  readonly surface: readonly SurfaceView[];
  readonly hasCredential: boolean;
  readonly firstOption: Code;
  readonly firstEnv: Code;
}

interface ModuleView {
  readonly name: Code;
  readonly module: Code;
  readonly version: Code;
  readonly title: Code;
  readonly summary: Code;
  readonly description: Code;
  readonly licenseText: Code;
}

interface ChildService {
  readonly field: Code;
  readonly type: Code;
}

interface OptionView {
  readonly name: Code;
  readonly key: Code;
  readonly type: Code;
  readonly value: Code;
  readonly doc: Code;
}

interface EnvironmentView {
  readonly name: Code;
  readonly server: Code;
}

interface FileView {
  readonly path: Code;
  readonly imports: Code;
  readonly services: readonly ServiceView[];
  readonly types: readonly TypeView[];
}

interface ServiceView {
  readonly name: Code;
  readonly doc: Code;
  readonly children: readonly ChildService[];
  readonly methods: readonly GoMethodView[];
}

interface PageView {
  readonly name: Code;
  readonly schemeName: Code;
  readonly scheme: Code;
  readonly items: Code;
  readonly structs: readonly {
    readonly isPage: boolean;
    readonly name: Code;
    readonly parameters: Code;
    readonly fields: readonly { readonly name: Code; readonly type: Code; readonly tag: Code }[];
  }[];
}

interface SurfaceView {
  readonly title: Code;
  readonly hasTypes: boolean;
  readonly types: readonly Code[];
  readonly methods: readonly {
    readonly verb: Code;
    readonly path: Code;
    readonly signature: Code;
    readonly call: Code;
  }[];
}

export function viewsOf(sdk: GoSdk, info: ModuleInfo, version: string): GoRootView {
  const { plan, api, layout } = sdk;
  const header = [GENERATED, ...(api.client.fileHeader?.split('\n') ?? [])];
  const root = methodViews(sdk, layout.root);
  const apiText = apiFields(plan, sdk.options, sdk.names.pascal(api.client.name));
  const secret = sdk.options.find((_, index) => plan.client.options[index]?.isCredential);
  const env = plan.client.options.find(({ isCredential }) => isCredential)?.option.readEnv;
  return {
    view: VIEW_VERSION,
    header: comment(header),
    hasHeader: header.length > 0,
    package: {
      name: identifier(info.name),
      module: filePath(info.module),
      version: stringLiteral(version),
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
    files: fileViews(sdk, info),
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
    surface: surfaceViews(sdk),
    hasCredential: secret !== undefined && env !== undefined,
    firstOption: identifier(secret?.name ?? 'BaseURL'),
    firstEnv: lineText(env ?? ''),
  };
}

const childViews = (service: Service): readonly ChildService[] =>
  service.children.map(({ field, name }) => ({ field: identifier(field), type: identifier(name) }));

function fileViews(sdk: GoSdk, info: ModuleInfo): readonly FileView[] {
  const services = new Map<string, ServiceView[]>();
  for (const service of sdk.layout.all.slice(1)) {
    services.set(service.file, [
      ...(services.get(service.file) ?? []),
      {
        name: identifier(service.name),
        doc: comment([
          `${service.name} has the methods of ${['client', ...service.fields].join('.')}.`,
          ...proseLines(service.resource.description),
        ]),
        children: childViews(service),
        methods: methodViews(sdk, service),
      },
    ]);
  }
  const types = new Map<string, TypeView[]>();
  for (const declaration of sdk.declarations) {
    const file = declaration.file;
    types.set(file, [...(types.get(file) ?? []), typeView(declaration)]);
  }
  return [...new Set([...services.keys(), ...types.keys()])].map((file): FileView => {
    const own = services.get(file) ?? [];
    const declared = types.get(file) ?? [];
    const texts = [
      ...own.flatMap(({ methods }) => methods.flatMap(methodTexts)),
      ...declared.flatMap(typeTexts),
    ];
    // The types of the client's own methods stand beside it.
    const name = file === 'client' ? 'client_types' : file;
    return {
      path: filePath(`${name}.go`),
      imports: importLines(info.module, texts, own.length > 0 ? ['option'] : []),
      services: own,
      types: declared,
    };
  });
}

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

function surfaceViews(sdk: GoSdk): readonly SurfaceView[] {
  return sdk.layout.all.flatMap((service): readonly SurfaceView[] => {
    const methods = sdk.methods.filter((method) => method.service === service);
    if (methods.length === 0) return [];
    const types = sdk.declarations.filter(
      ({ file, schema }) => schema !== undefined && file === service.file,
    );
    return [
      {
        title: lineText(service.fields.join('.') || 'Client'),
        hasTypes: types.length > 0,
        types: types.map(({ name }) => identifier(name)),
        methods: methods.map((method) => ({
          verb: lineText(method.planned.request.verb),
          path: lineText(method.planned.method.path),
          call: lineText(['client', ...service.fields, method.name].join('.')),
          signature: lineText(signatureOf(method)),
        })),
      },
    ];
  });
}
