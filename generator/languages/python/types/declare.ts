/**
 * TypeNode → declarations and expressions: models for what is received, dictionaries for what is sent,
 * aliases for the rest. Nested types stand in the module of what holds them, called by the path of properties
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
import { type MemberPlace, memberName } from '../../../plan/member-name.ts';
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
import { distributed } from './distribute.ts';
import { inherited } from './bases.ts';
import * as expr from './expr.ts';
import { arrayOf, literalValues, openBase, scalar, valueFormat } from './scalars.ts';
import type { Site, World } from './world.ts';

/** Fills `declaration` with what `node` is; `site.path` is empty where nested types go without its name. */
export function declare(world: World, declaration: Declaration, node: TypeNode, site: Site): void {
  if (node.kind === 'ref' && !world.modelFor(node.id, site.way) && !site.within.has(node.id)) {
    const schema = world.schemas.get(node.id);
    if (schema) {
      declare(world, declaration, schema.type, {
        ...site,
        within: new Map([...site.within, [node.id, declaration]]),
      });
      return;
    }
  }
  const type = node.kind === 'intersection' ? withoutIntersection(world, node) : node;
  declaration.body =
    type.kind === 'object'
      ? objectBody(world, { declaration, node: type, site })
      : { kind: 'alias', type: aliased(world, type, { ...site, declaration }) };
}

/** What an alias stands for: a union is not called by another name once more. */
const aliased = (
  world: World,
  node: TypeNode,
  { declaration, ...site }: Site & { readonly declaration: Declaration },
): expr.TypeExpression =>
  node.kind === 'union'
    ? unionExpression(world, node, site)
    : expression(world, node, { ...site, path: `${declaration.name}Item` }, true);

/** `isRoot`: the place is the alias of a file itself, whose items are called `Item`. */
function expression(world: World, node: TypeNode, site: Site, isRoot = false): expr.TypeExpression {
  switch (node.kind) {
    case 'scalar':
      return scalar(node, site.way);
    case 'literal': {
      const values = literalValues(node);
      return typeof values === 'object' ? values : expr.literalOf([values]);
    }
    case 'array': {
      const items = expression(
        world,
        node.items,
        isRoot ? site : { ...site, path: world.names.pascalSingular(site.path) },
      );
      return arrayOf(world, items, { node: node.items, way: site.way });
    }
    case 'tuple': {
      const items = [...node.items, ...(node.rest ? [node.rest] : [])].map((item, index) =>
        expression(world, item, { ...site, path: `${site.path}${index}` }),
      );
      const all = node.rest === undefined || items.length === 0 ? [...items, expr.anything] : items;
      return arrayOf(world, expr.unionOf(all), { node: undefined, way: site.way });
    }
    case 'record':
      if (world.edition.bareObjects === 'unknown' && !node.keys && isUnsaid(node.values))
        return expr.anything;
      return expr.mapOf(expression(world, node.values, site));
    case 'object':
      return object(world, node, site);
    case 'union':
      return union(world, node, site);
    case 'intersection':
      return expression(world, withoutIntersection(world, node), site);
    case 'nullable':
      return expr.optional(expression(world, node.type, site, isRoot));
    case 'ref':
      return reference(world, node, site);
    case 'unknown':
      return expr.anything;
    case 'never':
      return expr.none;
    default:
      return node satisfies never;
  }
}

function withoutIntersection(world: World, node: IntersectionType): TypeNode {
  const { type, isWider } = distributed(world, node, (typeNode) => nameOf(world, typeNode, node.members));
  if (isWider) world.widened(node);
  return type;
}

const isUnsaid = (node: TypeNode): boolean => node.kind === 'unknown' && node.reason === 'empty';

function reference(world: World, node: RefType, site: Site): expr.TypeExpression {
  const model = world.modelFor(node.id, site.way);
  if (model) return expr.declared(model);
  const enclosing = site.within.get(node.id);
  if (enclosing) return expr.declared(enclosing);
  const schema = world.schemas.get(node.id);
  if (!schema) return expr.anything;
  if (!world.recursive.has(node.id)) return expression(world, schema.type, site);
  return nested(world, schema.type, site, node.id);
}

function object(world: World, node: ObjectType, site: Site): expr.TypeExpression {
  const single = soleBase(world, node);
  if (single) return reference(world, single, site);
  const plainMap = node.isModel ? undefined : mapBehind(world, node, site);
  if (plainMap) return plainMap;
  const own = node.typeName === undefined ? site : { ...site, path: world.names.pascal(node.typeName) };
  return world.edition.isPublished ? nested(world, node, own) : sameOrNested(world, node, own);
}

/** The type of this file that was declared for an object of the same name and contents, or a new declaration. */
function sameOrNested(world: World, node: ObjectType, site: Site): expr.TypeExpression {
  const key = `${site.scope.module} ${site.way} ${stemOf(site.path)}`;
  const known = world.twins.get(key) ?? [];
  const twin = known.find((item) => isDeclaredAlike(item.node, node));
  if (twin) return twin.type;
  const type = nested(world, node, site);
  world.twins.set(key, [...(world.twins.get(key) ?? []), { node, type }]);
  return type;
}

/** A declaration of its own in the file. `id`: of the schema that it is, where that reaches itself. */
function nested(world: World, node: TypeNode, site: Site, id?: string): expr.TypeExpression {
  const declaration = site.scope.open(site.path === '' ? 'Value' : site.path);
  const within = id === undefined ? site.within : new Map([...site.within, [id, declaration]]);
  declare(world, declaration, node, { ...site, path: declaration.name, within });
  return expr.declared(declaration);
}

/** An object of undeclared properties alone. */
function mapBehind(world: World, node: ObjectType, site: Site): expr.TypeExpression | undefined {
  const flat = flatten(world, node);
  if (flat.properties.some(visibleIn(site.way))) return undefined;
  return expr.mapOf(extraOf(world, node, site) ?? expr.anything);
}

function extraOf(world: World, node: ObjectType, site: Site): expr.TypeExpression | undefined {
  const { additional } = flatten(world, node);
  const values = [
    ...(additional ? [additional] : []),
    ...(node.patterns ?? []).map((pattern) => pattern.type),
  ];
  if (values.length === 0) return undefined;
  const path = site.path === '' ? 'Value' : site.path;
  const types = values.map((value) => expression(world, value, { ...site, path: `${path}Value` }));
  return expr.unionOf(types);
}

function objectBody(
  world: World,
  { declaration, node, site }: { declaration: Declaration; node: ObjectType; site: Site },
): DeclarationBody {
  const { bases, merged } = inherited(world, node, site);
  const visible = merged.filter(visibleIn(site.way));
  if (visible.length === 0 && bases.length === 0 && !node.isModel)
    return { kind: 'alias', type: mapBehind(world, node, site) ?? expr.mapOf(expr.anything) };
  // Classes with a base are families, whose members would all nest types of the same names.
  const path = bases.length > 0 && site.path === '' ? declaration.name : site.path;
  const own = { ...site, path };
  const extra = node.additional || node.patterns?.length ? extraOf(world, node, own) : undefined;
  return {
    kind: site.way === 'request' ? 'dictionary' : 'model',
    bases: bases.flatMap((base) => world.modelFor(base.id, site.way) ?? []),
    members: membersOf(world, visible, own),
    ...(extra && { extra }),
  };
}

function membersOf(world: World, properties: readonly Property[], site: Site): readonly Member[] {
  const taken = new Set<string>();
  return ordered(world, properties).map((property) => {
    const type = propertyType(world, property.type, {
      ...site,
      path: site.path + world.names.pascal(property.alias ?? property.name),
    });
    return {
      name: memberNameIn(
        taken,
        (site.way === 'request' ? keyName : fieldName)(world.names.snake(property.alias ?? property.name)),
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

/** The type of a value with what is said of it where it stands: its format, if it is sent. */
export function propertyType(world: World, node: TypeNode, site: Site): expr.TypeExpression {
  const type = expression(world, node, site);
  const format = site.way === 'request' ? valueFormat(world, node) : undefined;
  return format === undefined ? type : expr.annotated(type, { format });
}

/** Two names of the wire may be one in Python. */
export function memberNameIn(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  taken.add(name);
  return name;
}

function union(world: World, node: UnionType, site: Site): expr.TypeExpression {
  if (node.mode === 'enum' || !node.members.some((member) => isObject(world, member)))
    return unionExpression(world, node, site);
  const [only] = node.members;
  if (only && node.members.length === 1) return expression(world, only, site);
  const alias = site.scope.open(site.path === '' ? 'Value' : site.path);
  alias.body = { kind: 'alias', type: unionExpression(world, node, { ...site, path: alias.name }) };
  return expr.declared(alias);
}

/** Whether a member is an object, or a union that has one. */
function isObject(world: World, node: TypeNode, depth = 0): boolean {
  const target = resolveNode(world, node);
  if (depth > 5) return false;
  switch (target.kind) {
    case 'object':
      return target.isModel || !isEmptyObject(target);
    case 'nullable':
      return isObject(world, target.type, depth + 1);
    case 'union':
    case 'intersection':
      return target.members.some((member) => isObject(world, member, depth + 1));
    default:
      return false;
  }
}

function unionExpression(world: World, node: UnionType, site: Site): expr.TypeExpression {
  const members = node.members.map((member, index) => {
    const inner = unionBehind(world, member, site);
    if (inner) return unionExpression(world, inner, site);
    const tag = node.discriminator?.mapping.find((item) => item.member === index)?.value;
    const name = nameOf(world, member, node.members, tag) ?? `UnionMember${index}`;
    return expression(world, member, { ...site, path: `${site.path}${name}` });
  });
  const base = openBase(node);
  const all = expr.unionOf([...(base ? [base] : []), ...members]);
  const tags = node.discriminator;
  return tags && site.way === 'response' && all.kind === 'union'
    ? expr.annotated(all, { discriminator: discriminatorName(world, tags.property) })
    : all;
}

/** A union without a name of its own is no member of another one: its members are. */
function unionBehind(world: World, node: TypeNode, site: Site): UnionType | undefined {
  if (node.kind === 'union') return node.mode === 'enum' ? undefined : node;
  if (node.kind !== 'ref' || world.modelFor(node.id, site.way)) return undefined;
  if (site.within.has(node.id) || world.recursive.has(node.id)) return undefined;
  const schema = world.schemas.get(node.id);
  return schema && unionBehind(world, schema.type, site);
}

/** The name of the field in Python. */
const discriminatorName = (world: World, property: string): string => fieldName(world.names.snake(property));

function nameOf(
  world: World,
  member: TypeNode,
  siblings: readonly TypeNode[],
  tag?: string,
): string | undefined {
  const place: MemberPlace = { siblings, tag };
  const name = memberName(world, member, place);
  return name === undefined ? undefined : world.names.pascal(name);
}
