/** Decides which of an object's base schemas become base classes. */
import type { ObjectType, Property, RefType, TypeNode } from '../../../ir/types.ts';
import { flatten, isEmptyObject, objectBehind, soleBase, visibleIn } from '../../../plan/shapes.ts';
import type { TypeSite, TypeContext } from './type-context.ts';

/**
 * Bases that become base classes: models whose fields are not redeclared, because type checkers reject a
 * different field type in a subclass. Properties of other bases are copied into the class.
 */
export function inherited(
  context: TypeContext,
  node: ObjectType,
  site: TypeSite,
): { readonly bases: readonly RefType[]; readonly merged: readonly Property[] } {
  const namesOf = (typeNode: TypeNode): readonly string[] => {
    const target = objectBehind(context, typeNode);
    return target ? flatten(context, target).properties.map((property) => property.name) : [];
  };
  let bases = node.bases.filter(
    (base) => context.modelFor(base.id, site.way) && isClass(context, base, site),
  );
  for (;;) {
    const rest = node.bases.filter((base) => !bases.includes(base));
    const text = [...node.properties.map((property) => property.name), ...rest.flatMap(namesOf)];
    const isSaidAnew = (base: RefType): boolean => {
      const others = new Set([...text, ...bases.filter((refType) => refType !== base).flatMap(namesOf)]);
      return namesOf(base).some((name) => others.has(name));
    };
    const kept = bases.filter((base) => !isSaidAnew(base));
    if (kept.length === bases.length)
      return { bases, merged: flatten(context, { ...node, bases: rest }).properties };
    bases = kept;
  }
}

/** Whether a model is declared as a class that can be extended. */
function isClass(context: TypeContext, base: RefType, site: TypeSite): boolean {
  const node = context.schemas.get(base.id)?.type;
  if (node?.kind !== 'object' || soleBase(context, node) || isEmptyObject(node)) return false;
  const flat = flatten(context, node);
  return flat.properties.some(visibleIn(site.way)) && !flat.additional && !node.patterns?.length;
}
