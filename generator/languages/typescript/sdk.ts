/** The whole SDK as decided: layout, types and methods, before anything is printed. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api, Schema } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import type { Origin } from '../../lib/origin.ts';
import { type Names, createNames } from './casing.ts';
import { clientClassName } from './client-name.ts';
import { clientStatics, hasServers } from './client.ts';
import { proseLines, deprecationLines } from './docs.ts';
import { type Layout, type ResourceLayout, SHARED_MODULE, layOut } from './layout.ts';
import { type MethodPlan, planMethod } from './methods/method.ts';
import type { NewType } from './methods/result.ts';
import { type PageAliases, planPageAliases } from './page-aliases.ts';
import { type PagePlan, planPages } from './pages.ts';
import { isReservedType } from './reserved.ts';
import { editionRules } from '../../plan/edition.ts';
import { declare } from './types/declare.ts';
import { type Declaration, createDeclaration } from './types/declaration.ts';
import { type UnwrapPlan, planWebhooks, withWebhooks } from './webhooks.ts';
import { type World, modelDirection, oneWaySchemas, recursiveSchemas } from '../../plan/world.ts';

export interface SdkPlan {
  readonly api: Api;
  readonly names: Names;
  readonly world: World;
  readonly layout: Layout;
  readonly pages: readonly PagePlan[];
  /** By module, in file order. */
  readonly types: ReadonlyMap<string, ModuleTypes>;
  readonly methods: readonly MethodPlan[];
  /** The same by resource, in their order. */
  readonly methodsOf: ReadonlyMap<ResourceLayout, readonly MethodPlan[]>;
  readonly pageAliases: PageAliases;
  /** Methods that verify and read what the API sends. */
  readonly unwraps: readonly UnwrapPlan[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ModuleTypes {
  readonly models: Declaration[];
  readonly responses: Declaration[];
  readonly params: Declaration[];
  readonly errors: Declaration[];
}

/** Error bodies that are no models. */
export const ERRORS_MODULE = 'error-types';
export const TOP_LEVEL_MODULE = 'resources/top-level';

export function planSdk(input: Api): SdkPlan {
  const api = withWebhooks({
    ...input,
    schemas: [...input.schemas].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id)),
  });
  const names = createNames(api.client.casings);
  const modelNames = new Map<string, Set<string>>();
  for (const schema of api.schemas) {
    if (!schema.model) continue;
    const key = schema.model.resource.join('.');
    modelNames.set(key, (modelNames.get(key) ?? new Set()).add(names.pascal(schema.model.name)));
  }
  const layout = layOut(api, names, {
    modelNames,
    reservedClasses: clientStatics(clientClassName(names, api.client)),
  });
  const diagnostics: Diagnostic[] = [
    ...layout.diagnostics,
    ...(hasServers(api) ? [] : [diagnostic('server-missing', {})]),
  ];
  const types = new Map<string, ModuleTypes>();
  // A class and those of its children share the class's namespace.
  const classes = new Map(
    layout.all.map((one) => [
      one.module,
      new Set([one.className, ...one.children.map((child) => child.className)]),
    ]),
  );
  classes.set(
    TOP_LEVEL_MODULE,
    new Set([
      ...clientStatics(layout.root.className),
      ...layout.root.children.map((child) => child.className),
    ]),
  );
  const used = new Map<string, Set<string>>();
  const open =
    (module: string, kind: keyof ModuleTypes, origin?: Origin): NewType =>
    (wanted) => {
      const own = types.get(module) ?? { models: [], responses: [], params: [], errors: [] };
      types.set(module, own);
      const names = used.get(module) ?? new Set<string>();
      used.set(module, names);
      const taken = (name: string) =>
        isReservedType(name) || classes.get(module)?.has(name) === true || names.has(name);
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

  const byPath = new Map(layout.all.map((one) => [one.path.join('.'), one]));
  const models = new Map<string, Declaration>();
  for (const schema of api.schemas) {
    if (!schema.model) continue;
    models.set(
      schema.id,
      open(moduleOf(schema.model.resource, byPath), 'models', schema.origin)(names.pascal(schema.model.name)),
    );
  }
  const schemas = new Map(api.schemas.map((schema) => [schema.id, schema]));
  const oneWay = oneWaySchemas(schemas);
  const sentModels = new Map<string, Declaration>();
  for (const [id, model] of models) {
    const schema = schemas.get(id);
    if (schema?.usedIn === 'both' && oneWay.has(id))
      sentModels.set(id, open(model.module, 'models', schema.origin)(`${model.name}Param`));
  }
  const world: World = {
    names,
    schemas,
    models,
    sentModels,
    sortProperties: api.client.sortProperties,
    edition: editionRules(api.client.edition),
    recursive: recursiveSchemas(schemas, (id) => models.has(id)),
  };
  for (const [id, declaration] of models) {
    const schema = schemas.get(id);
    if (!schema) continue;
    declareModel(world, declaration, schema);
    const sent = sentModels.get(id);
    if (sent) declareModel(world, sent, { ...schema, usedIn: 'request' });
  }
  const bodies = errorBodies(api, models);
  const errorModels = new Map(
    bodies.map((schema) => [
      schema.id,
      open(ERRORS_MODULE, 'models', schema.origin)(names.pascal(schema.name)),
    ]),
  );
  const errorWorld: World = { ...world, models: new Map([...models, ...errorModels]) };
  for (const schema of bodies) {
    const declaration = errorModels.get(schema.id);
    if (declaration) declareModel(errorWorld, declaration, schema);
  }
  const methodsOf = new Map(
    [layout.root, ...layout.all].map((resource) => {
      const module = resource.path.length === 0 ? TOP_LEVEL_MODULE : resource.module;
      return [
        resource,
        resource.methods.map((one) => {
          const { origin } = one.method;
          const openers = {
            response: open(module, 'responses', origin),
            params: open(module, 'params', origin),
            errors: open(module, 'errors', origin),
          };
          return planMethod({ world, errorWorld }, { resource, layout: one }, openers);
        }),
      ] as const;
    }),
  );
  const methods = [...methodsOf.values()].flat();
  const unwraps = planWebhooks(world, api, (resource) =>
    open(
      resource.length === 0 ? TOP_LEVEL_MODULE : (byPath.get(resource.join('.'))?.module ?? SHARED_MODULE),
      'responses',
    ),
  );
  const pages = planPages(world, api);
  const pageAliases = planPageAliases({ names, pages, types, methods, edition: world.edition });
  return { api, names, world, layout, pages, pageAliases, types, methods, methodsOf, unwraps, diagnostics };
}

/** Bodies of errors that the document names and the config does not: declared once, not in every method. */
function errorBodies(api: Api, models: ReadonlyMap<string, Declaration>): readonly Schema[] {
  const ids = new Set<string>();
  const visit = (resource: Api['root']): void => {
    for (const method of resource.methods) {
      method.responses.forEach((response, index) => {
        const type = response.chosen === undefined ? undefined : response.contents[response.chosen]?.type;
        if (index !== method.success && type?.kind === 'ref' && !models.has(type.id)) ids.add(type.id);
      });
    }
    resource.children.forEach(visit);
  };
  visit(api.root);
  return api.schemas.filter((schema) => ids.has(schema.id));
}

const SUFFIX: Readonly<Record<keyof ModuleTypes, string>> = {
  models: 'Model',
  responses: 'Result',
  params: 'Argument',
  errors: 'Map',
};

function moduleOf(resource: readonly string[], byPath: ReadonlyMap<string, ResourceLayout>): string {
  if (resource[0] === '$client') return TOP_LEVEL_MODULE;
  return byPath.get(resource.join('.'))?.module ?? SHARED_MODULE;
}

function declareModel(world: World, declaration: Declaration, schema: Schema): void {
  declare(world, declaration, schema.type, modelDirection(schema));
  declaration.doc = [...proseLines(schema.type.description), ...deprecationLines(schema.type.deprecated)];
}
