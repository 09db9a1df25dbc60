/** `api.md`: one line per type and per method. */
import { type Code, code, identifier, join, lineText } from '../code.ts';
import type { ResourceLayout } from '../layout.ts';
import { positionalNames } from '../methods/variables.ts';
import type { MethodPlan } from '../methods/method.ts';
import { SHARED_MODULE } from '../layout.ts';
import { TOP_LEVEL_MODULE } from '../sdk.ts';
import { createFileScope } from '../print.ts';
import { valueType } from './method.ts';
import { type Printing, aliasesOf, fileOf, typesOf } from './resource.ts';

export interface SurfaceView {
  readonly sections: readonly SurfaceSection[];
}

export interface SurfaceSection {
  /** `#`, `##` …: as deep as the resource. */
  readonly marks: Code;
  readonly title: Code;
  readonly file: Code;
  readonly types: readonly Code[];
  readonly hasTypes: boolean;
  readonly methods: readonly { readonly verb: Code; readonly path: Code; readonly call: Code; readonly arguments: Code; readonly returns: Code }[];
  readonly hasMethods: boolean;
}

export function viewSurface(printing: Printing): SurfaceView {
  const { sdk } = printing;
  const shared = typesOf(sdk, SHARED_MODULE);
  const sections = [
    ...(shared.length > 0 ? [section(printing, { title: code`Shared`, module: SHARED_MODULE, depth: 1, plans: [] })] : []),
    ...[sdk.layout.root, ...sdk.layout.all].flatMap((layout) => {
      const plans = sdk.methodsOf.get(layout) ?? [];
      if (layout.path.length === 0 && plans.length === 0) return [];
      return [section(printing, { title: identifier(layout.className), module: layout.path.length === 0 ? TOP_LEVEL_MODULE : layout.module, depth: layout.path.length || 1, plans })];
    }),
  ];
  return { sections };
}

function section(printing: Printing, options: { readonly title: Code; readonly module: string; readonly depth: number; readonly plans: readonly MethodPlan[] }): SurfaceSection {
  const { sdk, context } = printing;
  const types = [...typesOf(sdk, options.module), ...aliasesOf(sdk, options.module)];
  // Names are printed as in the file of the resource, so that they can be searched for.
  const scope = createFileScope({ module: options.module, declarations: types, names: [], aliasOf: printing.aliasOf });
  return {
    marks: join(Array.from({ length: Math.min(options.depth, 6) }, () => code`#`), ''),
    title: options.title,
    file: fileOf(options.module),
    types: types.map((one) => identifier(one.name)),
    hasTypes: types.length > 0,
    methods: options.plans.map((plan) => ({
      verb: lineText(plan.method.verb),
      path: lineText(plan.method.path),
      call: callPath(plan.resource, plan),
      arguments: join([...positionalNames(context.names, plan).map((one) => identifier(one.variable)), ...(plan.arguments.kind === 'none' ? [] : [code`{ ...${identifier(plan.arguments.kind)} }`])], ', '),
      returns: scope.print(valueType(plan, context)),
    })),
    hasMethods: options.plans.length > 0,
  };
}

/** `client.servers.list` */
export const callPath = (resource: ResourceLayout, plan: MethodPlan): Code => join([code`client`, ...propertyPath(resource, plan)], '.');

function propertyPath(resource: ResourceLayout, plan: MethodPlan): readonly Code[] {
  return [...resource.properties.map(identifier), identifier(plan.layout.name)];
}
