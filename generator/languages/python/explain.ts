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
    calls: design.methods.map((one) => explainCall(design, one, fileOf)),
    types: explainTypes(design, packageName, fileOf),
  };
}

function explainCall(
  design: PythonDesign,
  one: MethodDesign,
  fileOf: (module: string) => string,
): ExplainedCall {
  const { resource } = one;
  const printer = createPrinter({ module: 'explain', taken: new Set() });
  const view = methodView(one, { ...contextOf(design, 'sync', false), printer });
  const signatures = view.hasOverloads ? view.overloads : [view];
  return {
    method: one.method,
    resource: resource.resource,
    call: ['client', ...resource.properties, one.layout.name].join('.'),
    signatures: signatures.map(
      ({ parameters, returns }) =>
        // The object is there before the dot.
        `${one.layout.name}(\n${parameters
          .slice(1)
          .map((each) => `  ${each},\n`)
          .join('')}) -> ${returns}`,
    ),
    className: resource.path.length === 0 ? undefined : `${resource.className}, ${resource.asyncClassName}`,
    types: typesOf(one),
    file: fileOf(resource.module),
  };
}

/** Declarations that its result, its errors and what it is given name, each once. */
const typesOf = ({ params, result, errors }: MethodDesign): readonly string[] => {
  const given = result.kind === 'value' ? [result.type] : result.kind === 'page' ? [result.item] : [];
  const streamed = result.kind === 'stream' ? [result.event] : [];
  const named = [...given, ...streamed, ...errors.map((one) => one.type)]
    .flatMap(namesIn)
    .flatMap((one) => (one.kind === 'declaration' ? [one.declaration] : []));
  return [...new Set([...(params ? [params] : []), ...named].map((one) => one.name))];
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
    design.methods.flatMap((one) => typesOf(one).map((name) => [name, one.method] as const)),
  );
  return design.types.flatMap(({ declarations, root }) =>
    declarations.map((one): ExplainedType => {
      const isRoot = root === undefined || one === root;
      const schema = isRoot ? schemas.get(one) : undefined;
      // What stands beside the type that a file is for is imported from the file.
      const from = isRoot ? one.module.slice(0, one.module.lastIndexOf('.')) : one.module;
      return {
        name: one.name,
        names: schema ? [one.name, schema.name] : [one.name],
        schema,
        method: schema ? undefined : methods.get(one.name),
        ...(isRoot ? {} : { within: root.name }),
        imported: `from ${packageName}.${from} import ${one.name}`,
        file: fileOf(one.module),
      };
    }),
  );
}
