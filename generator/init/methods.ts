/** The methods of an API with their names in dots. */
import type { Method, Resource } from '../ir/types.ts';

export interface NamedMethod {
  readonly name: string;
  readonly method: Method;
}

export const methodsOf = (resource: Resource, path: readonly string[] = []): readonly NamedMethod[] => [
  ...resource.methods.map((method) => ({ name: [...path, method.key].join('.'), method })),
  ...resource.children.flatMap((child) => methodsOf(child, [...path, child.key])),
];
