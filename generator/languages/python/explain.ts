/** The output of `sdkwright explain` for a Python SDK. */
import type { Method, Schema } from '../../ir/types.ts';
import { type Explained, type ExplainedCall, type ExplainedType, isSameMethod } from '../explained.ts';
import type { PythonMethod } from './methods/method.ts';
import { createFileScope } from './file-scope.ts';
import type { PythonSdk } from './sdk.ts';
import type { Declaration } from './types/declaration.ts';
import { namesIn } from './types/expr.ts';
import { methodView } from './views/method.ts';
import { contextOf } from './views/resource.ts';

/** Undefined if the SDK does not have the method. */
export function explainMethod(
  sdk: PythonSdk,
  packageName: string,
  method: Method,
): ExplainedCall | undefined {
  const found = sdk.methods.find((item) => isSameMethod(item.method, method));
  return found && explainCall(sdk, found, filesOf(packageName));
}

const filesOf =
  (packageName: string) =>
  (module: string): string =>
    `src/${[...packageName.split('.'), ...module.split('.')].join('/')}.py`;

export function explainPython(sdk: PythonSdk, packageName: string): Explained {
  const fileOf = filesOf(packageName);
  return {
    calls: sdk.methods.map((method) => explainCall(sdk, method, fileOf)),
    types: explainTypes(sdk, packageName, fileOf),
  };
}

function explainCall(
  sdk: PythonSdk,
  method: PythonMethod,
  fileOf: (module: string) => string,
): ExplainedCall {
  const { resource } = method;
  const scope = createFileScope({ module: 'explain', taken: new Set() });
  const view = methodView(method, { ...contextOf(sdk, 'sync', false), printer: scope });
  const signatures = view.hasOverloads ? view.overloads : [view];
  return {
    method: method.method,
    resource: resource.resource,
    call: ['client', ...resource.properties, method.layout.name].join('.'),
    signatures: signatures.map(
      ({ parameters, returns }) =>
        // Omits `self`, because the object precedes the dot.
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

/** Declarations named by its result, errors and arguments, each once. */
const typesOf = ({ params, result, errors }: PythonMethod): readonly string[] => {
  const given = result.kind === 'value' ? [result.type] : result.kind === 'page' ? [result.item] : [];
  const streamed = result.kind === 'stream' ? [result.event] : [];
  const named = [...given, ...streamed, ...errors.map((error) => error.type)]
    .flatMap(namesIn)
    .flatMap((nameExpression) => (nameExpression.kind === 'declaration' ? [nameExpression.declaration] : []));
  return [...new Set([...(params ? [params] : []), ...named].map((declaration) => declaration.name))];
};

/** The schema of each declaration; a schema may have one for requests and one for responses. */
function schemasOf({ plan, context }: PythonSdk): ReadonlyMap<Declaration, Schema> {
  const found = new Map<Declaration, Schema>();
  const add = (schema: Schema, way: 'request' | 'response'): void => {
    const declaration = context.modelFor(schema.id, way);
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
  sdk: PythonSdk,
  packageName: string,
  fileOf: (module: string) => string,
): readonly ExplainedType[] {
  const schemas = schemasOf(sdk);
  const methods = new Map(
    sdk.methods.flatMap((method) => typesOf(method).map((name) => [name, method.method] as const)),
  );
  return sdk.types.flatMap(({ declarations, root }) =>
    declarations.map((declaration): ExplainedType => {
      const isRoot = root === undefined || declaration === root;
      const schema = isRoot ? schemas.get(declaration) : undefined;
      // Types next to the main type of a file are imported from the file.
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
