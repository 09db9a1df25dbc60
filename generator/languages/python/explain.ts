/** What `sdkwright explain` tells of a Python SDK. */
import type { Schema } from '../../ir/types.ts';
import type { Explained, ExplainedCall, ExplainedType } from '../explained.ts';
import type { MethodDesign } from './methods/method.ts';
import { createPrinter } from './print.ts';
import type { PythonDesign } from './sdk.ts';
import type { Declaration } from './types/declaration.ts';
import { namesIn } from './types/expr.ts';
import { methodView } from './views/method.ts';
import { contextOf } from './views/resource.ts';

export function explainPython(design: PythonDesign, packageName: string): Explained {
  const fileOf = (module: string): string =>
    `src/${[...packageName.split('.'), ...module.split('.')].join('/')}.py`;
  return {
    calls: design.methods.map((method) => explainCall(design, method, fileOf)),
    types: explainTypes(design, packageName, fileOf),
  };
}

function explainCall(
  design: PythonDesign,
  method: MethodDesign,
  fileOf: (module: string) => string,
): ExplainedCall {
  const { resource } = method;
  const printer = createPrinter({ module: 'explain', taken: new Set() });
  const view = methodView(method, { ...contextOf(design, 'sync', false), printer });
  const signatures = view.hasOverloads ? view.overloads : [view];
  return {
    method: method.method,
    resource: resource.resource,
    call: ['client', ...resource.properties, method.layout.name].join('.'),
    signatures: signatures.map(
      ({ parameters, returns }) =>
        // The object is there before the dot.
        `${method.layout.name}(\n${parameters
          .slice(1)
          .map((each) => `  ${each},\n`)
          .join('')}) -> ${returns}`,
    ),
    className: resource.path.length === 0 ? undefined : `${resource.className}, ${resource.asyncClassName}`,
    types: typesOf(method),
    file: fileOf(resource.module),
  };
}

/** Declarations that its result, its errors and what it is given name, each once. */
const typesOf = ({ params, result, errors }: MethodDesign): readonly string[] => {
  const given = result.kind === 'value' ? [result.type] : result.kind === 'page' ? [result.item] : [];
  const streamed = result.kind === 'stream' ? [result.event] : [];
  const named = [...given, ...streamed, ...errors.map((error) => error.type)]
    .flatMap(namesIn)
    .flatMap((nameExpression) => (nameExpression.kind === 'declaration' ? [nameExpression.declaration] : []));
  return [...new Set([...(params ? [params] : []), ...named].map((declaration) => declaration.name))];
};

/** What declarations were made from; both of them, where a schema is sent and received. */
function schemasOf({ plan, world }: PythonDesign): ReadonlyMap<Declaration, Schema> {
  const found = new Map<Declaration, Schema>();
  const add = (schema: Schema, way: 'request' | 'response'): void => {
    const declaration = world.modelFor(schema.id, way);
    if (declaration && !found.has(declaration)) found.set(declaration, schema);
  };
  for (const { schema } of plan.models) {
    if (schema.usedIn !== 'request') add(schema, 'response');
    if (schema.usedIn === 'request' || schema.usedIn === 'both') add(schema, 'request');
  }
  for (const schema of plan.errorModels) add(schema, 'response');
  return found;
}

function explainTypes(
  design: PythonDesign,
  packageName: string,
  fileOf: (module: string) => string,
): readonly ExplainedType[] {
  const schemas = schemasOf(design);
  const methods = new Map(
    design.methods.flatMap((method) => typesOf(method).map((name) => [name, method.method] as const)),
  );
  return design.types.flatMap(({ declarations, root }) =>
    declarations.map((declaration): ExplainedType => {
      const isRoot = root === undefined || declaration === root;
      const schema = isRoot ? schemas.get(declaration) : undefined;
      // What stands beside the type that a file is for is imported from the file.
      const from = isRoot
        ? declaration.module.slice(0, declaration.module.lastIndexOf('.'))
        : declaration.module;
      return {
        name: declaration.name,
        names: schema ? [declaration.name, schema.name] : [declaration.name],
        schema,
        method: schema ? undefined : methods.get(declaration.name),
        ...(isRoot ? {} : { within: root.name }),
        imported: `from ${packageName}.${from} import ${declaration.name}`,
        file: fileOf(declaration.module),
      };
    }),
  );
}
