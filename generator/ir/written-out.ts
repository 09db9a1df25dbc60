/**
 * Counts how often schemas without a named type would be written out, and decides which
 * of them are declared once instead.
 */
import type { Resource, Schema, TypeNode } from './types.ts';
import { requestTypes, responseTypes, walkResources } from './references.ts';
import { walkType } from './type-walk.ts';

/**
 * Number of properties that all copies together may have before any schema is
 * declared. Published SDKs stay below it.
 */
const MOST_IN_ALL = 10_000;
/**
 * Above that limit, the number of properties that the copies of a single schema may have, and the number of
 * uses below which a schema gets no name.
 */
const MOST_OF_ONE = 60;
const FEW_PLACES = 3;

/**
 * Ids of schemas whose copies, through all that enclose them, would be too long to read and
 * to check. A declared schema is written out once, together with what it contains, so users
 * are visited before what they use.
 */
export function writtenTooOften(
  schemas: readonly Schema[],
  root: Resource,
  isModel: (id: string) => boolean,
): ReadonlySet<string> {
  const uses = new Map(schemas.map((schema) => [schema.id, usesIn([schema.type])]));
  const sizes = new Map(schemas.map((schema) => [schema.id, propertiesIn(schema.type)]));
  const order = usersFirst(schemas, uses, isModel);
  const given = new Map<string, number>();
  for (const item of [
    ...usedByMethods(root),
    ...schemas.flatMap(({ id }) => (isModel(id) ? [uses.get(id) ?? NONE] : [])),
  ])
    addAll(given, item, 1);
  const count = (
    isDeclared: (places: number, size: number) => boolean,
  ): { readonly total: number; readonly declared: ReadonlySet<string> } => {
    const places = new Map(given);
    const declared = new Set<string>();
    let total = 0;
    for (const id of order) {
      const times = places.get(id) ?? 0;
      const size = sizes.get(id) ?? 0;
      const once = times > 0 && isDeclared(times, size);
      if (once) declared.add(id);
      total += (once ? 1 : times) * size;
      addAll(places, uses.get(id) ?? NONE, once ? 1 : times);
    }
    return { total, declared };
  };
  if (count(() => false).total <= MOST_IN_ALL) return new Set();
  return count((places, size) => places > FEW_PLACES && places * size > MOST_OF_ONE).declared;
}

const NONE: ReadonlyMap<string, number> = new Map();

function addAll(places: Map<string, number>, used: ReadonlyMap<string, number>, times: number): void {
  for (const [id, count] of used) places.set(id, (places.get(id) ?? 0) + count * times);
}

/** References of the methods themselves. A named error body is declared once for all methods. */
function* usedByMethods(root: Resource): Generator<ReadonlyMap<string, number>> {
  const errors = new Map<string, number>();
  for (const { resource } of walkResources(root)) {
    for (const method of resource.methods) {
      const isError = (index: number): boolean => index !== method.success;
      const bodies = method.responses.flatMap((response, index) =>
        isError(index) ? response.contents.map((content) => content.type) : [],
      );
      for (const id of usesIn(bodies).keys()) errors.set(id, 1);
      yield usesIn([
        ...requestTypes(method),
        ...responseTypes({ ...method, responses: method.responses.filter((_, index) => !isError(index)) }),
      ]);
    }
  }
  yield errors;
}

/** Ids to which types refer, with the number of references. */
function usesIn(types: readonly TypeNode[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const type of types)
    walkType(type, (node) => void (node.kind === 'ref' && uses.set(node.id, (uses.get(node.id) ?? 0) + 1)));
  return uses;
}

function propertiesIn(type: TypeNode): number {
  let count = 0;
  walkType(type, (node) => {
    if (node.kind === 'object') count += node.properties.length;
    else if (node.kind === 'union') count += node.members.length;
  });
  return count;
}

/** Schemas that are not models, each after the schemas that use it; in a cycle, in document order. */
function usersFirst(
  schemas: readonly Schema[],
  uses: ReadonlyMap<string, ReadonlyMap<string, number>>,
  isModel: (id: string) => boolean,
): readonly string[] {
  const done = new Set<string>();
  const order: string[] = [];
  for (const { id: start } of schemas) {
    if (isModel(start) || done.has(start)) continue;
    // Depth first, without recursion: a schema is added after everything that it uses.
    const stack: { readonly id: string; readonly rest: Iterator<string> }[] = [
      { id: start, rest: (uses.get(start) ?? new Map<string, number>()).keys() },
    ];
    done.add(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.next();
      if (next.done === true) {
        order.push(top.id);
        stack.pop();
      } else if (!isModel(next.value) && !done.has(next.value)) {
        done.add(next.value);
        stack.push({ id: next.value, rest: (uses.get(next.value) ?? new Map<string, number>()).keys() });
      }
    }
  }
  return order.reverse();
}
