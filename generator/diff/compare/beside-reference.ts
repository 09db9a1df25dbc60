/**
 * Keywords beside a `$ref`, such as a default. They hold together with those of the schema that the reference
 * names, so a keyword that repeats what the schema says changes nothing.
 */
import type { Constraints, TypeNode } from '../../ir/types.ts';
import type { Schemas } from './shape.ts';

type Keywords = Pick<TypeNode, (typeof PLAIN)[number] | 'constraints'>;

const PLAIN = ['default', 'description', 'examples'] as const;

/** The description of a type: its own, else that of the schema that it names. */
export const descriptionOf = (node: TypeNode, schemas: Schemas): string | undefined =>
  holdingAt(node, schemas).description;

/** The type that a reference names, with the keywords beside the reference. */
export function withBeside(named: TypeNode, reference: TypeNode): TypeNode {
  return namesOf(reference).length === 0 ? named : { ...named, ...joined(reference, named) };
}

/**
 * Both references with every keyword that stands beside either of them, from the schema where it does not
 * stand beside the reference. Other keywords of the schemas are compared with the schemas.
 */
export function besideEither(
  { a, b }: { readonly a: TypeNode; readonly b: TypeNode },
  schemas: { readonly base: Schemas; readonly revision: Schemas },
): { readonly a: TypeNode; readonly b: TypeNode } {
  const names = new Set([...namesOf(a), ...namesOf(b)]);
  if (names.size === 0) return { a, b };
  return {
    a: { ...a, ...only(holdingAt(a, schemas.base), names) },
    b: { ...b, ...only(holdingAt(b, schemas.revision), names) },
  };
}

/** All that holds at a reference, also through further references. */
function holdingAt(node: TypeNode, schemas: Schemas): Keywords {
  const seen = new Set<TypeNode>();
  let found: Keywords = {};
  let at: TypeNode | undefined = node;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    found = joined(found, at);
    at = at.kind === 'ref' ? schemas.get(at.id)?.type : undefined;
  }
  return found;
}

/** The keywords of both; those beside the reference are preferred. */
function joined(beside: Keywords, named: Keywords): Keywords {
  const constraints = { ...named.constraints, ...beside.constraints };
  const assertions = [...(named.constraints?.assertions ?? []), ...(beside.constraints?.assertions ?? [])];
  return {
    ...plain(named),
    ...plain(beside),
    ...((named.constraints ?? beside.constraints) && {
      constraints: { ...constraints, ...(assertions.length > 0 && { assertions }) },
    }),
  };
}

const plain = (from: Keywords): Keywords =>
  Object.fromEntries(PLAIN.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

/** The names of the keywords of a node. */
const namesOf = (node: Keywords): readonly string[] => [
  ...Object.keys(plain(node)),
  ...Object.keys(node.constraints ?? {}),
];

function only(keywords: Keywords, names: ReadonlySet<string>): Keywords {
  const keep = <T extends object>(from: T): Partial<T> =>
    Object.fromEntries(Object.entries(from).filter(([name]) => names.has(name))) as Partial<T>;
  return { ...keep(plain(keywords)), constraints: keep<Constraints>(keywords.constraints ?? {}) };
}
