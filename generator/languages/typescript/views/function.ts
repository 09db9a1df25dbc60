/** A standalone function for the same operation as the class method, from the same plan. */
import { fileStem } from '../../../lib/file-names.ts';
import { type Code, code, docComment, identifier, join, stringLiteral } from '../code.ts';
import { methodDoc } from '../docs.ts';
import { planCall } from '../methods/call.ts';
import { variablesOf } from '../methods/variables.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { createFileScope } from '../file-scope.ts';
import { variableName } from '../reserved.ts';
import type { TypescriptSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';
import { argumentsCode, callCode, errorHole, overloads, valueType } from './method.ts';
import { type ViewContext, fileOf } from './resource.ts';

export interface FunctionView {
  readonly file: Code;
  readonly imports: readonly Code[];
  readonly doc: Code;
  readonly name: Code;
  /** The last part of its import path: `'servers-list'`. */
  readonly module: Code;
  readonly overloads: readonly { readonly arguments: Code; readonly returns: Code }[];
  readonly arguments: Code;
  readonly returns: Code;
  readonly destructure: Code;
  readonly call: Code;
}

/** Keeps `src/funcs/… .ts` and `docs/reference/… .md` within 240 characters. */
const LONGEST = 215;

/** File name and function name of each method, unique in the SDK. */
export function nameFunctions(
  sdk: TypescriptSdk,
): ReadonlyMap<TypescriptMethod, { readonly file: string; readonly name: string }> {
  const files = new Set<string>();
  const names = new Set<string>();
  const result = new Map<TypescriptMethod, { readonly file: string; readonly name: string }>();
  for (const plan of sdk.methods) {
    const words = [...plan.resource.path, plan.method.key].join('_');
    let file = fileStem(sdk.names.kebab(words), LONGEST);
    let name = sdk.names.camel(words);
    while (files.has(file)) file = `${file}_`;
    while (
      names.has(name) ||
      variableName(name) !== name ||
      !/^[\p{ID_Start}$_]/u.test(name) ||
      RESERVED.has(name)
    )
      name = `${name}_`;
    files.add(file);
    names.add(name);
    result.set(plan, { file, name });
  }
  return result;
}

/** Names that functions use themselves. A function of the SDK's root may have a single word as its name. */
const RESERVED = new Set(['toResult', 'buildHeaders']);

export function viewFunction(
  viewContext: ViewContext,
  plan: TypescriptMethod,
  options: { readonly file: string; readonly name: string; readonly coreName: string },
): FunctionView {
  const module = `funcs/${options.file}`;
  const scope = createFileScope({
    module,
    declarations: [],
    names: [options.name, ...variablesOf(viewContext.context.names, [plan])],
    aliasOf: viewContext.aliasOf,
  });
  const { context } = viewContext;
  const receiver = code`client`;
  const call = planCall(plan, context);
  const client = code`client: ${scope.print(expr.runtimeType(options.coreName, 'core'))}`;
  const args = (overload: Parameters<typeof argumentsCode>[3]): Code =>
    join([client, argumentsCode(scope, plan, context, overload)], ', ');
  const returns = (overload: Parameters<typeof argumentsCode>[3]): Code =>
    scope.print(
      expr.generic(
        expr.text(code`Promise`),
        expr.generic(
          expr.runtimeType('Result', 'result'),
          valueType(plan, context, overload),
          ...errorHole(plan),
        ),
      ),
    );
  scope.print(expr.runtimeValue('toResult', 'result'));
  const view = {
    doc: docComment(methodDoc(plan.method, [])),
    name: identifier(options.name),
    module: stringLiteral(options.file),
    overloads: overloads(plan).map((overload) => ({ arguments: args(overload), returns: returns(overload) })),
    arguments: args({}),
    returns: returns({}),
    destructure: scope.print(call.destructure, { receiver }),
    call: callCode(scope, plan, call, { context, receiver }),
  };
  return { file: fileOf(module), imports: scope.imports(), ...view };
}
