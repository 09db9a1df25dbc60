/** `api.md`: one line per type and method. */
import { type Code, code, empty, identifier, join, lineText } from '../code.ts';
import type { ResourceLayout } from '../layout.ts';
import { positionalNames } from '../methods/variables.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { isRawBody } from '../../../plan/arguments.ts';
import { SHARED_MODULE } from '../layout.ts';
import { TOP_LEVEL_MODULE } from '../sdk.ts';
import { type FileScope, createFileScope } from '../file-scope.ts';
import { valueType } from './method.ts';
import { type ViewContext, exportedTypes, fileOf, listedExports, typesOf } from './resource.ts';

export interface SurfaceView {
  readonly sections: readonly SurfaceSection[];
}

export interface SurfaceSection {
  /** `#`, `##` and so on, by the depth of the resource. */
  readonly marks: Code;
  readonly title: Code;
  /** The file of its types, and the file of its methods. */
  readonly file: Code;
  readonly source: Code;
  readonly types: readonly Code[];
  readonly hasTypes: boolean;
  readonly methods: readonly {
    readonly verb: Code;
    readonly path: Code;
    readonly call: Code;
    readonly arguments: Code;
    readonly returns: Code;
  }[];
  readonly hasMethods: boolean;
  /** Methods that parse webhooks. */
  readonly webhooks: readonly WebhookLine[];
  readonly hasWebhooks: boolean;
}

/** `client.webhooks.unwrap`, with arguments, result and description. */
export interface WebhookLine {
  readonly call: Code;
  readonly arguments: Code;
  readonly returns: Code;
  readonly about: Code;
}

export function viewSurface(view: ViewContext): SurfaceView {
  const { sdk } = view;
  const shared = typesOf(sdk, SHARED_MODULE);
  const sections = [
    ...(shared.length > 0
      ? [section(view, { title: code`Shared`, module: SHARED_MODULE, depth: 1, plans: [] })]
      : []),
    ...[sdk.layout.root, ...sdk.layout.all].flatMap((layout) => {
      const plans = sdk.methodsOf.get(layout) ?? [];
      if (
        layout.path.length === 0 &&
        plans.length === 0 &&
        !sdk.unwraps.some((unwrap) => unwrap.resource.length === 0)
      )
        return [];
      return [
        section(view, {
          title: identifier(layout.className),
          module: layout.path.length === 0 ? TOP_LEVEL_MODULE : layout.module,
          depth: layout.path.length || 1,
          plans,
          layout,
        }),
      ];
    }),
  ];
  return { sections };
}

function section(
  view: ViewContext,
  options: {
    readonly title: Code;
    readonly module: string;
    readonly depth: number;
    readonly plans: readonly TypescriptMethod[];
    readonly layout?: ResourceLayout;
  },
): SurfaceSection {
  const { sdk, context } = view;
  const types = exportedTypes(sdk, options.module);
  const listed = listedExports(sdk, options.module);
  // Names are printed as in the file of the resource, so that readers can search for them.
  const scope = createFileScope({
    module: options.module,
    declarations: types,
    names: [],
    aliasOf: view.aliasOf,
  });
  const webhooks = options.layout ? webhookLines(view, options.layout, scope) : [];
  return {
    marks: join(
      Array.from({ length: Math.min(options.depth, 6) }, () => code`#`),
      '',
    ),
    title: options.title,
    file: fileOf(options.module),
    source: fileOf(options.layout?.module ?? options.module),
    types: listed.map((declaration) => identifier(declaration.name)),
    hasTypes: listed.length > 0,
    methods: options.plans.map((plan) => ({
      verb: lineText(plan.method.verb),
      path: lineText(plan.method.path),
      call: callPath(plan.resource, plan),
      arguments: join(
        [
          ...positionalNames(context.names, plan).map((positionalName) =>
            identifier(positionalName.variable),
          ),
          ...(plan.arguments.kind === 'none'
            ? []
            : [
                plan.arguments.kind === 'body' && isRawBody(plan.arguments.body)
                  ? code`body`
                  : code`{ ...${identifier(plan.arguments.kind)} }`,
              ]),
        ],
        ', ',
      ),
      returns: scope.print(valueType(plan, context)),
    })),
    hasMethods: options.plans.length > 0,
    webhooks,
    hasWebhooks: webhooks.length > 0,
  };
}

/** The lines for webhook methods of a resource; types are named as in its file. */
function webhookLines(
  { sdk }: Pick<ViewContext, 'sdk'>,
  layout: ResourceLayout,
  scope: FileScope,
): readonly WebhookLine[] {
  return sdk.unwraps
    .filter((unwrap) => unwrap.resource.join('.') === layout.path.join('.'))
    .map((unwrap) => {
      const isUnsafe = unwrap.signing.kind === 'none';
      const event = scope.print(unwrap.event);
      return {
        call: join(
          [code`client`, ...layout.properties.map(identifier), identifier(sdk.names.camel(unwrap.key))],
          '.',
        ),
        arguments: isUnsafe
          ? code`body`
          : code`body, { headers, key${unwrap.signing.kind === 'option' ? code`?` : empty} }`,
        returns: isUnsafe ? event : code`Promise<${event}>`,
        about: isUnsafe ? code`parses a webhook without verifying it` : code`verifies and parses a webhook`,
      };
    });
}

/** For example `client.servers.list`. */
const callPath = (resource: ResourceLayout, plan: TypescriptMethod): Code =>
  join([code`client`, ...propertyPath(resource, plan)], '.');

function propertyPath(resource: ResourceLayout, plan: TypescriptMethod): readonly Code[] {
  return [...resource.properties.map(identifier), identifier(plan.layout.name)];
}
