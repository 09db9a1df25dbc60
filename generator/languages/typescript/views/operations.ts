/** `operations.ts`: the call for each HTTP method and path, for middleware such as metrics and tracing. */
import { type Code, code, join, stringLiteral } from '../code.ts';
import type { TypescriptSdk } from '../sdk.ts';

/** Rows of HTTP method, path and call. */
export interface OperationsView {
  readonly rows: readonly Code[];
}

export function viewOperations(sdk: TypescriptSdk): OperationsView {
  return {
    rows: sdk.methods.map(({ method, resource, layout }) => {
      const verb = method.sentVerb ?? method.verb.toUpperCase();
      const name = [...resource.properties, layout.name].join('.');
      return code`[${join([verb, method.path, name].map(stringLiteral), ', ')}]`;
    }),
  };
}
