/** The methods of an API with their names in dots. */
import type { Method, Resource } from '../ir/types.ts';

export interface Placed {
  readonly name: string;
  readonly method: Method;
}

export const methodsOf = (resource: Resource, path: readonly string[] = []): readonly Placed[] => [
  ...resource.methods.map((method) => ({ name: [...path, method.key].join('.'), method })),
  ...resource.children.flatMap((child) => methodsOf(child, [...path, child.key])),
];
