/**
 * Turns types of the IR into declarations and expressions: models for responses, dictionaries for requests,
 * aliases for other types. Nested types are in the module of their parent, named after the path of properties
 * to them.
 */
import type {
  IntersectionType,
  ObjectType,
  Property,
  RefType,
  TypeNode,
  UnionType,
} from '../../../ir/types.ts';
import { distributed } from '../../../plan/distribute.ts';
import { type MemberPlace, memberName, unnamedMember } from '../../../plan/member-name.ts';
import { nestedName } from '../../../plan/nested-name.ts';
import {
  flatten,
  isDeclaredAlike,
  isEmptyObject,
  ordered,
  resolveNode,
  soleBase,
  stemOf,
  visibleIn,
} from '../../../plan/shapes.ts';
import { propertyDoc } from '../docs.ts';
import { fieldName, keyName } from '../reserved.ts';
import type { Declaration, DeclarationBody, Member } from './declaration.ts';

import { inherited } from './bases.ts';
import * as expr from './expr.ts';
import { arrayOf, literalValues, openBase, scalar, valueFormat } from './scalars.ts';
import type { TypeSite, TypeContext } from './type-context.ts';

/**
 * Sets the body of `declaration` from `node`. If `site.path` is empty, nested types do not have the name of
 * the declaration as a prefix.
 */
export function declare(
  context: TypeContext,
  declaration: Declaration,
  node: TypeNode,
  site: TypeSite,
): void {
  if (node.kind === 'ref' && !context.modelFor(node.id, site.way) && !site.within.has(node.id)) {
    const schema = context.schemas.get(node.id);
    if (schema) {
      declare(context, declaration, schema.type, {
        ...site,
        within: new Map([...site.within, [node.id, declaration]]),
      });
      return;
    }
  }
  const type = node.kind === 'intersection' ? withoutIntersection(context, node) : node;
  declaration.body =
    type.kind === 'object'
      ? objectBody(context, { declaration, node: type, site })
      : { kind: 'alias', type: aliased(context, type, { ...site, declaration }) };
}

/** The type behind an alias. A union is written out instead of getting another alias. */
const aliased = (
  context: TypeContext,
  node: TypeNode,
  { declaration, ...site }: TypeSite & { readonly declaration: Declaration },
): expr.TypeExpression =>
  node.kind === 'union'
    ? unionExpression(context, node, site)
    : expression(context, node, { ...site, path: `${declaration.name}Item` }, true);

/** `isRoot`: the place is the main alias of a file, whose items are named `Item`. */
function expression(
  context: TypeContext,
  node: TypeNode,
  site: TypeSite,
  isRoot = false,
): expr.TypeExpression {
  switch (node.kind) {
    case 'scalar':
      return scalar(node, site.way);
    case 'literal': {
      const values = literalValues(node);
      return typeof values === 'object' ? values : expr.literalOf([values]);
    }
    case 'array': {
      const items = expression(
        context,
        node.items,
        isRoot ? site : { ...site, path: context.names.pascalSingular(site.path) },
      );
      return arrayOf(context, items, { node: node.items, way: site.way });
    }
    case 'tuple': {
      const items = [...node.items, ...(node.rest ? [node.rest] : [])].map((item, index) =>
        expression(context, item, { ...site, path: `${site.path}${index}` }),
      );
      const all = node.rest === undefined || items.length === 0 ? [...items, expr.anything] : items;
      return arrayOf(context, expr.unionOf(all), { node: undefined, way: site.way });
    }
    case 'record':
      if (context.edition.bareObjects === 'unknown' && !node.keys && isUnsaid(node.values))
        return expr.anything;
      return expr.mapOf(expression(context, node.values, site));
    case 'object':
      return object(context, node, site);
    case 'union':
      return union(context, node, site);
    case 'intersection':
      return expression(context, withoutIntersection(context, node), site);
    case 'nullable':
      return expr.optional(expression(context, node.type, site, isRoot));
    case 'ref':
      return reference(context, node, site);
    case 'unknown':
      return expr.anything;
    case 'never':
      return expr.none;
    default:
      return node satisfies never;
  }
}

function withoutIntersection(context: TypeContext, node: IntersectionType): TypeNode {
  const { type, isWider } = distributed(context, node, (typeNode) => nameOf(context, typeNode, node.members));
  if (isWider) context.widened(node);
  return type;
}

const isUnsaid = (node: TypeNode): boolean => node.kind === 'unknown' && node.reason === 'empty';

function reference(context: TypeContext, node: RefType, site: TypeSite): expr.TypeExpression {
  const model = context.modelFor(node.id, site.way);
  if (model) return expr.declared(model);
  const enclosing = site.within.get(node.id);
  if (enclosing) return expr.declared(enclosing);
  const schema = context.schemas.get(node.id);
  if (!schema) return expr.anything;
  if (!context.recursive.has(node.id)) return expression(context, schema.type, site);
  return nested(context, schema.type, site, node.id);
}

function object(context: TypeContext, node: ObjectType, site: TypeSite): expr.TypeExpression {
  const single = soleBase(context, node);
  if (single) return reference(context, single, site);
  const plainMap = node.isModel ? undefined : mapBehind(context, node, site);
  if (plainMap) return plainMap;
  const own = node.typeName === undefined ? site : { ...site, path: context.names.pascal(node.typeName) };
  return context.edition.isPublished ? nested(context, node, own) : sameOrNested(context, node, own);
}

/**
 * A type of this file that was declared for an object with the same name and content, or a new declaration.
 */
function sameOrNested(context: TypeContext, node: ObjectType, site: TypeSite): expr.TypeExpression {
  const key = `${site.scope.module} ${site.way} ${stemOf(site.path)}`;
  const known = context.twins.get(key) ?? [];
  const twin = known.find((item) => isDeclaredAlike(item.node, node));
  if (twin) return twin.type;
  const type = nested(context, node, site);
  context.twins.set(key, [...(context.twins.get(key) ?? []), { node, type }]);
  return type;
}

/** A new declaration in the file. `id` is the schema, if it is recursive. */
function nested(context: TypeContext, node: TypeNode, site: TypeSite, id?: string): expr.TypeExpression {
  const declaration = site.scope.open(site.path === '' ? 'Value' : site.path);
  const within = id === undefined ? site.within : new Map([...site.within, [id, declaration]]);
  declare(context, declaration, node, { ...site, path: declaration.name, within });
  return expr.declared(declaration);
}

/** An object with only undeclared properties. */
function mapBehind(context: TypeContext, node: ObjectType, site: TypeSite): expr.TypeExpression | undefined {
  const flat = flatten(context, node);
  if (flat.properties.some(visibleIn(site.way))) return undefined;
  return expr.mapOf(extraOf(context, node, site) ?? expr.anything);
}

function extraOf(context: TypeContext, node: ObjectType, site: TypeSite): expr.TypeExpression | undefined {
  const { additional } = flatten(context, node);
  const values = [
    ...(additional ? [additional] : []),
    ...(node.patterns ?? []).map((pattern) => pattern.type),
  ];
  if (values.length === 0) return undefined;
  const path = site.path === '' ? 'Value' : site.path;
  const types = values.map((value) => expression(context, value, { ...site, path: `${path}Value` }));
  return expr.unionOf(types);
}

function objectBody(
  context: TypeContext,
  { declaration, node, site }: { declaration: Declaration; node: ObjectType; site: TypeSite },
): DeclarationBody {
  const { bases, merged } = inherited(context, node, site);
  const visible = merged.filter(visibleIn(site.way));
  if (visible.length === 0 && bases.length === 0 && !node.isModel)
    return { kind: 'alias', type: mapBehind(context, node, site) ?? expr.mapOf(expr.anything) };
  // Classes with a base belong to a family, whose members would nest types of the same names.
  const path = bases.length > 0 && site.path === '' ? declaration.name : site.path;
  const own = { ...site, path };
  const extra = node.additional || node.patterns?.length ? extraOf(context, node, own) : undefined;
  return {
    kind: site.way === 'request' ? 'dictionary' : 'model',
    bases: bases.flatMap((base) => context.modelFor(base.id, site.way) ?? []),
    members: membersOf(context, visible, own),
    ...(extra && { extra }),
  };
}

function membersOf(context: TypeContext, properties: readonly Property[], site: TypeSite): readonly Member[] {
  const taken = new Set<string>();
  return ordered(context, properties).map((property) => {
    const type = propertyType(context, property.type, {
      ...site,
      path: site.path + context.names.pascal(nestedName(property)),
    });
    return {
      name: memberNameIn(
        taken,
        (site.way === 'request' ? keyName : fieldName)(context.names.snake(property.alias ?? property.name)),
      ),
      wireName: property.name,
      required: property.required,
      type,
      doc: propertyDoc(property),
      about: {
        type: property.type,
        property,
        ...(property.default === undefined ? {} : { default: property.default }),
        ...(property.example === undefined ? {} : { example: property.example }),
      },
    };
  });
}

/** The type of a property, with its format if it is sent. */
export function propertyType(context: TypeContext, node: TypeNode, site: TypeSite): expr.TypeExpression {
  const type = expression(context, node, site);
  const format = site.way === 'request' ? valueFormat(context, node) : undefined;
  return format === undefined ? type : expr.annotated(type, { format });
}

/** Two names on the wire may become equal in Python. */
export function memberNameIn(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  taken.add(name);
  return name;
}

function union(context: TypeContext, node: UnionType, site: TypeSite): expr.TypeExpression {
  if (node.mode === 'enum' || !node.members.some((member) => isObject(context, member)))
    return unionExpression(context, node, site);
  const [only] = node.members;
  if (only && node.members.length === 1) return expression(context, only, site);
  const alias = site.scope.open(site.path === '' ? 'Value' : site.path);
  alias.body = { kind: 'alias', type: unionExpression(context, node, { ...site, path: alias.name }) };
  return expr.declared(alias);
}

/** Whether a member is an object, or a union with an object. */
function isObject(context: TypeContext, node: TypeNode, depth = 0): boolean {
  const target = resolveNode(context, node);
  if (depth > 5) return false;
  switch (target.kind) {
    case 'object':
      return target.isModel || !isEmptyObject(target);
    case 'nullable':
      return isObject(context, target.type, depth + 1);
    case 'union':
    case 'intersection':
      return target.members.some((member) => isObject(context, member, depth + 1));
    default:
      return false;
  }
}

function unionExpression(context: TypeContext, node: UnionType, site: TypeSite): expr.TypeExpression {
  const members = node.members.map((member, index) => {
    const inner = unionBehind(context, member, site);
    if (inner) return unionExpression(context, inner, site);
    const tag = node.discriminator?.mapping.find((item) => item.member === index)?.value;
    const name = nameOf(context, member, node.members, tag) ?? unnamedMember(context, member, index);
    return expression(context, member, { ...site, path: `${site.path}${name}` });
  });
  const base = openBase(node);
  const all = expr.unionOf([...(base ? [base] : []), ...members]);
  const tags = node.discriminator;
  return tags && site.way === 'response' && all.kind === 'union'
    ? expr.annotated(all, { discriminator: discriminatorName(context, tags.property) })
    : all;
}

/** A nested union without a name is replaced by its members. */
function unionBehind(context: TypeContext, node: TypeNode, site: TypeSite): UnionType | undefined {
  if (node.kind === 'union') return node.mode === 'enum' ? undefined : node;
  if (node.kind !== 'ref' || context.modelFor(node.id, site.way)) return undefined;
  if (site.within.has(node.id) || context.recursive.has(node.id)) return undefined;
  const schema = context.schemas.get(node.id);
  return schema && unionBehind(context, schema.type, site);
}

/** The Python name of the field. */
const discriminatorName = (context: TypeContext, property: string): string =>
  fieldName(context.names.snake(property));

function nameOf(
  context: TypeContext,
  member: TypeNode,
  siblings: readonly TypeNode[],
  tag?: string,
): string | undefined {
  const place: MemberPlace = { siblings, tag };
  const name = memberName(context, member, place);
  return name === undefined ? undefined : context.names.pascal(name);
}
