/** Describes what a planned SDK offers, by the names that code uses. */
import type { TypescriptMethod } from '../../languages/typescript/methods/method.ts';
import { nameFunctions } from '../../languages/typescript/views/function.ts';
import type { TypescriptSdk } from '../../languages/typescript/sdk.ts';
import type { ResourceLayout } from '../../languages/typescript/layout.ts';
import type { DeclarationKey, Path } from '../types.ts';

export interface Surface {
  readonly plan: TypescriptSdk;
  /** Class → path of the resource; empty for the client. */
  readonly paths: ReadonlyMap<DeclarationKey, Path>;
  /** Dotted path → method. */
  readonly methods: ReadonlyMap<string, TypescriptMethod>;
  readonly resources: ReadonlyMap<string, ResourceLayout>;
  /** Standalone functions, by the path of their file and their name. */
  readonly functions: ReadonlyMap<TypescriptMethod, DeclarationKey>;
}

export const pathKey = (path: Path): string => path.join('.');

export const classKey = (resourceLayout: ResourceLayout): DeclarationKey =>
  `${resourceLayout.module}#${resourceLayout.className}`;

export const methodPath = (method: TypescriptMethod): Path => [
  ...method.resource.properties,
  method.layout.name,
];

export function surfaceOfPlan(plan: TypescriptSdk): Surface {
  const { root, all } = plan.layout;
  const functions = [...nameFunctions(plan)].map(
    ([method, { file, name }]) => [method, `funcs/${file}#${name}`] as const,
  );
  return {
    plan,
    paths: new Map([
      [`core#${root.className}Core`, []],
      ...[root, ...all].map(
        (resourceLayout) => [classKey(resourceLayout), resourceLayout.properties] as const,
      ),
    ]),
    methods: new Map(plan.methods.map((method) => [pathKey(methodPath(method)), method])),
    resources: new Map(all.map((resourceLayout) => [pathKey(resourceLayout.properties), resourceLayout])),
    functions: new Map(functions),
  };
}
