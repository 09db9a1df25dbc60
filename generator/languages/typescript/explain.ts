/** The output of `sdkwright explain` for a TypeScript SDK. */
import type { Method } from '../../ir/types.ts';
import { type Explained, type ExplainedCall, type ExplainedType, isSameMethod } from '../explained.ts';
import type { TypescriptMethod } from './methods/method.ts';
import { createFileScope } from './file-scope.ts';
import { TOP_LEVEL_MODULE } from './sdk.ts';
import { lineage } from './types/declaration.ts';
import type { TypeExpression } from './types/expr.ts';
import { viewMethod } from './views/method.ts';
import { type ViewContext, exportedTypes } from './views/resource.ts';

export function explainTypescript(view: ViewContext): Explained {
  const { sdk } = view;
  return {
    calls: sdk.methods.map((plan) => explainCall(view, plan)),
    types: [...modelTypes(view), ...methodTypes(view)],
  };
}

export function explainMethod(view: ViewContext, method: Method): ExplainedCall | undefined {
  const found = view.sdk.methods.find((item) => isSameMethod(item.method, method));
  return found && explainCall(view, found);
}

function explainCall({ sdk, aliasOf, context }: ViewContext, plan: TypescriptMethod): ExplainedCall {
  const { resource, layout } = plan;
  const module = resource.path.length === 0 ? TOP_LEVEL_MODULE : resource.module;
  const declarations = exportedTypes(sdk, module);
  // Types are named as in the file of the resource.
  const scope = createFileScope({ module, declarations, names: [], aliasOf });
  const view = viewMethod(scope, plan, { ...context, examples: () => [] });
  const signatures = view.overloads.length > 0 ? view.overloads : [view];
  return {
    method: plan.method,
    resource: resource.resource,
    call: ['client', ...resource.properties, layout.name].join('.'),
    signatures: signatures.map((signature) => `${layout.name}(${signature.arguments}): ${signature.returns}`),
    className: resource.path.length === 0 ? undefined : resource.className,
    types: namesOf(plan),
    file: `src/${resource.module}.ts`,
  };
}

const namesOf = ({ params, result, errors }: TypescriptMethod): readonly string[] => {
  const given = result.kind === 'value' ? [result.type] : result.kind === 'page' ? [result.item] : [];
  const streamed = result.kind === 'stream' ? [result.event] : [];
  const named = [...(params ? [params] : []), ...given, ...streamed].flatMap(declarationsIn);
  return [...new Set([...named, ...(errors ? [errors] : [])].map((declaration) => declaration.name))];
};

const declarationsIn = (type: TypeExpression) =>
  type.flatMap((part) => (part.kind === 'declaration' ? [part.declaration] : []));

const modelTypes = ({ sdk: { context } }: ViewContext): readonly ExplainedType[] =>
  [...context.models].flatMap(([id, declaration]) => {
    const schema = context.schemas.get(id);
    return schema === undefined
      ? []
      : [
          {
            name: declaration.name,
            names: [declaration.name, schema.name],
            schema,
            method: undefined,
            imported: undefined,
            file: `src/${declaration.module}.ts`,
          },
        ];
  });

const methodTypes = ({ sdk }: ViewContext): readonly ExplainedType[] =>
  [...sdk.types].flatMap(([module, own]) =>
    [...own.responses, ...own.params, ...own.errors].map((declaration) => ({
      name: lineage(declaration)
        .map((item) => item.name)
        .join('.'),
      names: [declaration.name],
      schema: undefined,
      method: sdk.methods.find(
        (method) => declaration.name.startsWith(method.prefix) && method.resource.module === module,
      )?.method,
      imported: undefined,
      file: `src/${module}.ts`,
    })),
  );
