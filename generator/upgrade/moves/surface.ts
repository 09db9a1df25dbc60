/** What a planned SDK offers, by the names that code uses. */
import type { MethodPlan } from '../../languages/typescript/methods/method.ts';
import { nameFunctions } from '../../languages/typescript/views/function.ts';
import type { TypescriptPlan } from '../../languages/typescript/sdk.ts';
import type { ResourceLayout } from '../../languages/typescript/layout.ts';
import type { DeclarationKey, Path } from '../types.ts';

export interface Surface {
  readonly plan: TypescriptPlan;
  /** Class → path of the resource; the client's is empty. */
  readonly paths: ReadonlyMap<DeclarationKey, Path>;
  /** Path in dots → what is there. */
  readonly methods: ReadonlyMap<string, MethodPlan>;
  readonly resources: ReadonlyMap<string, ResourceLayout>;
  /** Standalone functions, by their file's path and name. */
  readonly functions: ReadonlyMap<MethodPlan, DeclarationKey>;
}

export const pathKey = (path: Path): string => path.join('.');

export const classKey = (one: ResourceLayout): DeclarationKey => `${one.module}#${one.className}`;

export const methodPath = (one: MethodPlan): Path => [...one.resource.properties, one.layout.name];

export function surfaceOfPlan(plan: TypescriptPlan): Surface {
  const { root, all } = plan.layout;
  const functions = [...nameFunctions(plan)].map(
    ([method, { file, name }]) => [method, `funcs/${file}#${name}`] as const,
  );
  return {
    plan,
    paths: new Map([
      [`core#${root.className}Core`, []],
      ...[root, ...all].map((one) => [classKey(one), one.properties] as const),
    ]),
    methods: new Map(plan.methods.map((one) => [pathKey(methodPath(one)), one])),
    resources: new Map(all.map((one) => [pathKey(one.properties), one])),
    functions: new Map(functions),
  };
}
