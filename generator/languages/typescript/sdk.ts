/** The complete SDK before printing: layout, types and methods. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api, Schema } from '../../ir/types.ts';
import type { Origin } from '../../lib/origin.ts';
import { type Names, createNames } from './casing.ts';
import { clientClassName } from './client-name.ts';
import { clientStatics } from './client.ts';
import { proseLines, deprecationLines } from './docs.ts';
import { type Layout, type ResourceLayout, SHARED_MODULE, layOut } from './layout.ts';
import { type TypescriptMethod, declareMethod } from './methods/method.ts';
import type { NewType } from './methods/result.ts';
import { type PageAliases, planPageAliases } from './page-aliases.ts';
import { type PageClass, pageClasses } from './pages.ts';
import { isReservedType } from './reserved.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import type { Direction } from '../../plan/shapes.ts';
import { keepFormerTypes } from './former-types.ts';
import { declare } from './types/declare.ts';
import { type Declaration, type ModuleTypes, createDeclaration } from './types/declaration.ts';
import { type UnwrapMember, declareWebhooks } from './webhooks.ts';
import { modelDirection } from '../../plan/models.ts';
import type { TypeContext } from './types/type-context.ts';
import { NO_VALUES } from '../../ir/values.ts';
import { type SdkValues, declareValues } from './values/sdk-values.ts';

export interface TypescriptSdk {
  /** The plan that it is based on. */
  readonly plan: SdkPlan;
  readonly api: Api;
  readonly names: Names;
  readonly context: TypeContext;
  readonly layout: Layout;
  readonly pages: readonly PageClass[];
  /** By module, in file order. */
  readonly types: ReadonlyMap<string, ModuleTypes>;
  readonly methods: readonly TypescriptMethod[];
  /** Methods by resource, in their order. */
  readonly methodsOf: ReadonlyMap<ResourceLayout, readonly TypescriptMethod[]>;
  readonly pageAliases: PageAliases;
  /** Methods that verify and parse webhooks. */
  readonly unwraps: readonly UnwrapMember[];
  /** Conversions of times and 64-bit integers; undefined if the config asks for none. */
  readonly values: SdkValues | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The module of error bodies that are not models. */
export const ERRORS_MODULE = 'error-types';
export const TOP_LEVEL_MODULE = 'resources/top-level';

export function declareTypescript(plan: SdkPlan): TypescriptSdk {
  const { api } = plan;
  const names = createNames(api.client.casings);
  const modelNames = new Map<string, Set<string>>();
  for (const { model, formerly } of plan.models)
    for (const key of [model.resource, ...formerly].map((row) => row.join('.')))
      modelNames.set(key, (modelNames.get(key) ?? new Set()).add(names.pascal(model.name)));
  const layout = layOut(api, names, {
    modelNames,
    reservedClasses: clientStatics(clientClassName(names, api.client)),
  });
  const diagnostics: Diagnostic[] = [...layout.diagnostics, ...plan.diagnostics];
  const types = new Map<string, ModuleTypes>();
  // A class and the classes of its children share the namespace of the class.
  const classes = new Map(
    layout.all.map((resourceLayout) => [
      resourceLayout.module,
      new Set([resourceLayout.className, ...resourceLayout.children.map((child) => child.className)]),
    ]),
  );
  const namesOfClient = new Set([
    ...clientStatics(layout.root.className),
    ...layout.root.children.map((child) => child.className),
  ]);
  classes.set(TOP_LEVEL_MODULE, namesOfClient);
  const used = new Map<string, Set<string>>();
  const spaceOf = (module: string) => {
    const own = types.get(module) ?? { models: [], responses: [], params: [], errors: [], former: [] };
    types.set(module, own);
    const names = used.get(module) ?? new Set<string>();
    used.set(module, names);
    const taken = (name: string): boolean =>
      isReservedType(name) || classes.get(module)?.has(name) === true || names.has(name);
    return { own, names, taken };
  };
  const open =
    (module: string, kind: TypeGroup, origin?: Origin): NewType =>
    (wanted) => {
      const { own, names, taken } = spaceOf(module);
      let name = wanted;
      for (let suffix = 2; taken(name); suffix++)
        name = suffix === 2 ? `${wanted}${SUFFIX[kind]}` : `${wanted}${SUFFIX[kind]}${suffix}`;
      if (name !== wanted)
        diagnostics.push(
          diagnostic('type-name-taken', { name: wanted, renamed: name }, origin ? { origin } : {}),
        );
      names.add(name);
      const declaration = createDeclaration({ name, module });
      own[kind].push(declaration);
      return declaration;
    };

  const byPath = new Map(layout.all.map((resourceLayout) => [resourceLayout.path.join('.'), resourceLayout]));
  const models = new Map<string, Declaration>();
  for (const { schema, model } of plan.models)
    models.set(
      schema.id,
      open(moduleOf(model.resource, byPath), 'models', schema.origin)(names.pascal(model.name)),
    );
  const sentModels = new Map<string, Declaration>();
  for (const { schema, isSplit } of plan.models) {
    const declared = models.get(schema.id);
    if (declared && isSplit)
      sentModels.set(schema.id, open(declared.module, 'models', schema.origin)(`${declared.name}Param`));
  }
  const options = api.client.values ?? NO_VALUES;
  const values = declareValues(
    plan.shapes,
    options,
    (id) => models.get(id)?.name ?? names.pascal(plan.shapes.schemas.get(id)?.name ?? id),
  );
  const context: TypeContext = {
    ...plan.shapes,
    names,
    values: options,
    models,
    sentModels,
    recursive: plan.recursive,
  };
  for (const { schema, direction } of plan.models) {
    const declaration = models.get(schema.id);
    if (declaration) declareModel(context, declaration, { schema, direction });
    const sent = sentModels.get(schema.id);
    if (sent) declareModel(context, sent, { schema, direction: 'request' });
  }
  const bodies = plan.errorModels;
  const errorModels = new Map(
    bodies.map((schema) => [
      schema.id,
      open(ERRORS_MODULE, 'models', schema.origin)(names.pascal(schema.name)),
    ]),
  );
  const errorContext: TypeContext = { ...context, models: new Map([...models, ...errorModels]) };
  for (const schema of bodies) {
    const declaration = errorModels.get(schema.id);
    if (declaration) declareModel(errorContext, declaration, { schema, direction: modelDirection(schema) });
  }
  const plans = new Map(
    plan.resources
      .flatMap((resource) => resource.methods)
      .map((plannedMethod) => [plannedMethod.method, plannedMethod]),
  );
  const methodsOf = new Map(
    [layout.root, ...layout.all].map((resource) => {
      const module = resource.path.length === 0 ? TOP_LEVEL_MODULE : resource.module;
      return [
        resource,
        resource.methods.flatMap((method) => {
          const planned = plans.get(method.method);
          if (planned === undefined) return [];
          const { origin } = method.method;
          const openers = {
            response: open(module, 'responses', origin),
            params: open(module, 'params', origin),
            errors: open(module, 'errors', origin),
          };
          return declareMethod(
            { context, errorContext, values: values?.code },
            { resource, layout: method, planned },
            openers,
          );
        }),
      ] as const;
    }),
  );
  const methods = [...methodsOf.values()].flat();
  const unwraps = declareWebhooks(context, plan, {
    values: values?.code,
    open: (resource) =>
      open(
        resource.length === 0 ? TOP_LEVEL_MODULE : (byPath.get(resource.join('.'))?.module ?? SHARED_MODULE),
        'responses',
      ),
  });
  keepFormerTypes(
    plan.models,
    (id) => [models.get(id), sentModels.get(id)].filter((declaration) => declaration !== undefined),
    (resource) => {
      const isSpecial = resource[0]?.startsWith('$') === true;
      if (!isSpecial && !byPath.has(resource.join('.'))) return undefined;
      const module = moduleOf(resource, byPath);
      return {
        module,
        isTaken: (name) => spaceOf(module).taken(name),
        add: (kept) => {
          const { own, names: here } = spaceOf(module);
          here.add(kept.name);
          own.former.push(kept);
        },
      };
    },
  );
  const pages = pageClasses(context, plan.pages, namesOfClient);
  const pageAliases = planPageAliases({ names, pages, types, methods, edition: context.edition, classes });
  return {
    plan,
    api,
    names,
    context,
    layout,
    pages,
    pageAliases,
    types,
    methods,
    methodsOf,
    unwraps,
    values,
    diagnostics: [...diagnostics, ...(values?.diagnostics() ?? [])],
  };
}

type TypeGroup = Exclude<keyof ModuleTypes, 'former'>;

const SUFFIX: Readonly<Record<TypeGroup, string>> = {
  models: 'Model',
  responses: 'Result',
  params: 'Argument',
  errors: 'Map',
};

function moduleOf(resource: readonly string[], byPath: ReadonlyMap<string, ResourceLayout>): string {
  if (resource[0] === '$client') return TOP_LEVEL_MODULE;
  return byPath.get(resource.join('.'))?.module ?? SHARED_MODULE;
}

function declareModel(
  context: TypeContext,
  declaration: Declaration,
  { schema, direction }: { readonly schema: Schema; readonly direction: Direction },
): void {
  declare(context, declaration, { node: schema.type, direction });
  declaration.doc = [...proseLines(schema.type.description), ...deprecationLines(schema.type.deprecated)];
}
