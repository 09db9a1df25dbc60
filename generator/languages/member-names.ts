/**
 * Names of attributes and methods in a resource class: unique, and different from the members of every class.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Method, Resource } from '../ir/types.ts';

export interface MemberScope {
  readonly kind: 'client' | 'resource';
  readonly taken: Set<string>;
}

export interface MemberNamer {
  /** The wanted name, or the first free name with appended underscores, which is reported. */
  readonly free: (wanted: string, scope: MemberScope, origin: Resource | Method) => string;
  readonly placeMethods: (
    methods: readonly Method[],
    scope: MemberScope,
  ) => readonly { readonly method: Method; readonly name: string }[];
}

export function memberNamer(
  nameOf: (key: string) => string,
  isReserved: (name: string, on: MemberScope['kind']) => boolean,
  diagnostics: Diagnostic[],
): MemberNamer {
  const free: MemberNamer['free'] = (wanted, { taken, kind }, { key, provenance }) => {
    let name = wanted;
    while (taken.has(name) || isReserved(name, kind)) name = `${name}_`;
    taken.add(name);
    const { origin } = provenance;
    if (name !== wanted)
      diagnostics.push(
        diagnostic('name-taken', { name: wanted, renamed: name, key }, origin ? { origin } : {}),
      );
    return name;
  };
  return {
    free,
    placeMethods: (methods, scope) =>
      methods.map((method) => ({ method, name: free(nameOf(method.key), scope, method) })),
  };
}
