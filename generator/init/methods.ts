/** The methods of an API with their dotted names. */
import type { Method, Resource } from '../ir/types.ts';
import { unescapeToken } from '../lib/origin.ts';

export interface NamedMethod {
  readonly name: string;
  /** Keys of its resource from the root. */
  readonly resource: readonly string[];
  readonly method: Method;
}

export const methodsOf = (resource: Resource, path: readonly string[] = []): readonly NamedMethod[] => [
  ...resource.methods.map((method) => ({
    name: [...path, method.key].join('.'),
    resource: path,
    method,
  })),
  ...resource.children.flatMap((child) => methodsOf(child, [...path, child.key])),
];

/**
 * HTTP method and path as a config names an operation. Uses the key under `paths` as written if the origin
 * has it, because a query or fragment may distinguish operations.
 */
export function operationOf(method: Method): string {
  const [, paths, key, verb, ...rest] = method.origin.pointer.split('/');
  const written =
    paths === 'paths' && key !== undefined && verb === method.verb && rest.length === 0
      ? unescapeToken(key)
      : method.path;
  return `${method.verb} ${written.split(/[?#]/)[0] === method.path ? written : method.path}`;
}
