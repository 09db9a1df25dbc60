/** Builds the resource tree from methods whose place is known. */
import { byCodeUnit } from '../../lib/order.ts';
import type { AgentsHint, Deprecation, Method, Provenance, Resource } from '../types.ts';

export interface PlacedMethod {
  readonly resource: readonly string[];
  readonly method: Method;
}

/** The config of a resource, found by its dotted path. */
export interface ConfiguredResource {
  readonly path: readonly string[];
  readonly description?: string;
  readonly deprecated?: Deprecation;
  readonly agents?: AgentsHint;
  readonly hasOwnPackage?: boolean;
  readonly provenance: Provenance;
}

const FIRST = ['create', 'retrieve', 'update', 'list', 'delete'];

/**
 * Sorts methods in the order create, retrieve, update, list, delete, then alphabetically; resources in the
 * config's order, otherwise alphabetically.
 */
export function buildTree(methods: readonly PlacedMethod[], facts: readonly ConfiguredResource[]): Resource {
  const nodes = new Map<
    string,
    {
      readonly path: readonly string[];
      readonly methods: Method[];
      readonly children: string[];
      readonly facts?: ConfiguredResource;
    }
  >();
  const known = new Map(facts.map((fact) => [keyOf(fact.path), fact]));
  for (const fact of facts) ensure(fact.path);
  for (const { resource, method } of methods) ensure(resource).methods.push(method);
  ensure([]);
  return resourceAt([]);

  function ensure(path: readonly string[]) {
    const id = keyOf(path);
    const found = nodes.get(id);
    if (found !== undefined) return found;
    const fact = known.get(id);
    const node = { path, methods: [], children: [], ...(fact && { facts: fact }) };
    nodes.set(id, node);
    if (path.length > 0) ensure(path.slice(0, -1)).children.push(id);
    return node;
  }

  function resourceAt(path: readonly string[]): Resource {
    const node = ensure(path);
    const own = [...node.methods].sort((a, b) => rank(a.key) - rank(b.key) || byCodeUnit(a.key, b.key));
    const children = [...node.children]
      .sort((a, b) => configured(a) - configured(b) || byCodeUnit(a, b))
      .map((id) => resourceAt(nodes.get(id)?.path ?? []));
    return {
      key: path.at(-1) ?? '',
      methods: own,
      children: children.filter(
        (child) =>
          child.methods.length > 0 || child.children.length > 0 || known.has(keyOf([...path, child.key])),
      ),
      provenance: node.facts?.provenance ?? provenanceOf(own, children),
      ...(node.facts?.description !== undefined && { description: node.facts.description }),
      ...(node.facts?.deprecated !== undefined && { deprecated: node.facts.deprecated }),
      ...(node.facts?.agents && { agents: node.facts.agents }),
      ...(node.facts?.hasOwnPackage && { hasOwnPackage: true }),
    };
  }

  function configured(id: string): number {
    const index = facts.findIndex((fact) => keyOf(fact.path) === id);
    return index < 0 ? facts.length : index;
  }
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);
const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
const provenanceOf = (methods: readonly Method[], children: readonly Resource[]): Provenance =>
  methods[0]?.provenance ?? children[0]?.provenance ?? { rule: 'default', detail: 'the client itself' };
