/** The complete SDK before printing: layout, types and methods. */
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Api, IntersectionType, Schema, TypeNode } from '../../ir/types.ts';
import type { ModelPlan, SdkPlan } from '../../plan/sdk.ts';
import { resolveNode } from '../../plan/shapes.ts';
import { clientClassName } from './client-name.ts';
import { proseLines } from './docs.ts';
import { type FormerModule, formerModules } from './former-types.ts';
import { type Layout, type ResourceLayout, layOut } from './layout.ts';
import { type PythonMethod, declareMethod } from './methods/method.ts';
import { type OpenModule, createModules } from './modules.ts';
import { type Names, createNames } from './names.ts';
import { type Pages, pageClasses } from './pages.ts';
import { declare } from './types/declare.ts';
import type { Declaration, TypeModule } from './types/declaration.ts';
import { base64Alphabet } from './types/scalars.ts';
import type { Way, TypeContext } from './types/type-context.ts';
import { type UnwrapMember, declareWebhooks } from './webhooks.ts';

export interface PythonSdk {
  /** The plan that it is based on. */
  readonly plan: SdkPlan;
  readonly api: Api;
  readonly names: Names;
  readonly context: TypeContext;
  readonly layout: Layout;
  readonly pages: Pages;
  /** By module name. */
  readonly types: readonly TypeModule[];
  /** Former places of types. */
  readonly formerTypes: readonly FormerModule[];
  readonly methods: readonly PythonMethod[];
  readonly methodsOf: ReadonlyMap<ResourceLayout, readonly PythonMethod[]>;
  /** Methods that verify and parse webhooks. */
  readonly unwraps: readonly UnwrapMember[];
  readonly diagnostics: readonly Diagnostic[];
}

const SHARED = 'types.shared';
const SHARED_PARAMS = 'types.shared_params';

export function declarePython(plan: SdkPlan): PythonSdk {
  const { api } = plan;
  const names = createNames(api.client.casings);
  const className = clientClassName(names, api.client);
  const layout = layOut(api, names, { className, asyncClassName: `Async${className}` });
  const folders = layout.all.flatMap((resourceLayout) =>
    resourceLayout.package === undefined
      ? []
      : [`${resourceLayout.types}.${resourceLayout.property}`.toLowerCase()],
  );
  const modules = createModules(names, [...folders, SHARED, SHARED_PARAMS, 'types.errors']);
  const context = createTypeContext(plan, { names, layout, modules });
  const declaredAs = ({ schema }: ModelPlan): readonly (readonly [Way, Declaration])[] =>
    waysOf(schema, context.isShared(schema)).flatMap((way) => {
      const declaration = context.modelFor(schema.id, way);
      return declaration ? [[way, declaration] as const] : [];
    });
  plan.models.forEach(declaredAs);
  context.finish();
  const plans = new Map(
    plan.resources
      .flatMap((resource) => resource.methods)
      .map((plannedMethod) => [plannedMethod.method, plannedMethod]),
  );
  const methodsOf = new Map(
    [layout.root, ...layout.all].map((resource) => [
      resource,
      resource.methods.flatMap((method) => {
        const planned = plans.get(method.method);
        return planned ? [declareMethod(context, { resource, layout: method, planned }, modules)] : [];
      }),
    ]),
  );
  const unwraps = declareWebhooks(context, plan, { layout, modules });
  const pages = pageClasses(context, plan.pages);
  context.finish();
  const types = modules.modules();
  return {
    plan,
    api,
    names,
    context,
    layout,
    pages,
    types,
    formerTypes: formerModules(plan.models, { layout, names, types, declaredAs }),
    methods: [...methodsOf.values()].flat(),
    methodsOf,
    unwraps,
    diagnostics: [
      ...layout.diagnostics,
      ...modules.diagnostics,
      ...context.diagnostics(),
      ...plan.diagnostics,
    ],
  };
}

/** The directions in which a model has a file. */
const waysOf = ({ usedIn }: Schema, isShared: boolean): readonly Way[] => [
  ...(usedIn !== 'request' || isShared ? (['response'] as const) : []),
  ...(usedIn === 'request' || usedIn === 'both' ? (['request'] as const) : []),
];

type OpenTypeContext = TypeContext & {
  /** Declares the requested models. */
  readonly finish: () => void;
  /**
   * Whether the schema belongs to no resource. It then has a file for each direction, both under one name.
   */
  readonly isShared: (schema: Schema) => boolean;
  readonly diagnostics: () => readonly Diagnostic[];
};

function createTypeContext(
  plan: SdkPlan,
  {
    names,
    layout,
    modules,
  }: Pick<PythonSdk, 'names' | 'layout'> & { modules: ReturnType<typeof createModules> },
): OpenTypeContext {
  const placed = new Map(plan.models.map((model) => [model.schema.id, model.model]));
  const bodies = new Map(plan.errorModels.map((schema) => [schema.id, schema]));
  const known = new Map<string, Declaration>();
  const waiting: { readonly module: OpenModule; readonly schema: Schema; readonly way: Way }[] = [];

  const open = (schema: Schema, way: Way): OpenModule | undefined => {
    const model = placed.get(schema.id);
    if (!model)
      return way === 'response' && bodies.has(schema.id)
        ? modules.open('types.errors', names.pascal(schema.name))
        : undefined;
    const name = names.pascal(model.name);
    const owner = layout.byPath.get(model.resource.join('.'));
    if (!owner && model.resource[0] !== '$client')
      return modules.open(way === 'request' ? SHARED_PARAMS : SHARED, name);
    const place = owner?.types ?? 'types';
    return modules.open(place, way === 'request' ? `${name}Param` : name);
  };
  const isShared = ({ id }: Schema): boolean => {
    const model = placed.get(id);
    return (
      model !== undefined && model.resource[0] !== '$client' && !layout.byPath.has(model.resource.join('.'))
    );
  };
  const modelFor: TypeContext['modelFor'] = (id, wanted) => {
    const schema = plan.shapes.schemas.get(id);
    if (!schema) return undefined;
    const way = wanted === 'request' && isSame(plan, schema) && !isShared(schema) ? 'response' : wanted;
    const key = `${way} ${id}`;
    const found = known.get(key);
    if (found) return found;
    const module = open(schema, way);
    if (!module) return undefined;
    known.set(key, module.root);
    waiting.push({ module, schema, way });
    return module.root;
  };
  // In Python, a variant has its own name, or that of its tag if it has none.
  const edition = { ...plan.shapes.edition, tagBeforeName: false };
  const wider = new Map<IntersectionType, Diagnostic>();
  const context: TypeContext = {
    ...plan.shapes,
    edition,
    names,
    modelFor,
    recursive: plan.recursive,
    twins: new Map(),
    widened: (node) => void wider.set(node, diagnostic('python-intersection', {}, { origin: node.origin })),
  };
  return {
    ...context,
    isShared,
    diagnostics: () => [...wider.values()],
    finish: () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { module, schema, way } = next;
        const site = { scope: module, path: '', way, within: new Map([[schema.id, module.root]]) };
        declare(context, module.root, schema.type, site);
        module.root.doc = proseLines(schema.type.description);
      }
    },
  };
}

/** Enums and scalars have the same type in both directions. */
function isSame(plan: SdkPlan, schema: Schema): boolean {
  const plain = (node: TypeNode): boolean => {
    const target = resolveNode(plan.shapes, node);
    switch (target.kind) {
      case 'literal':
        return true;
      case 'nullable':
        return plain(target.type);
      case 'union':
        return target.mode === 'enum' && target.members.every(plain);
      case 'scalar':
        return (
          target.scalar !== 'binary' &&
          !['date', 'date-time'].includes(target.format ?? '') &&
          base64Alphabet(target.format, target.constraints?.contentEncoding) === undefined
        );
      default:
        return false;
    }
  };
  return plain(schema.type);
}
