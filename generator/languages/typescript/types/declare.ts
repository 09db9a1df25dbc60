/**
 * Turns types of the IR into declarations and expressions: interfaces for objects, aliases for other types,
 * nested types in the namespace of their parent.
 */
import type {
  ObjectType,
  Property,
  RecordType,
  RefType,
  ScalarType,
  TypeNode,
  UnionType,
} from '../../../ir/types.ts';
import { type Code, code, join, numberLiteral, propertyKey, stringLiteral } from '../code.ts';
import { isReservedType } from '../reserved.ts';
import { type ValueKind, kindOf } from '../../../ir/values.ts';
import { propertyDoc } from '../docs.ts';
import { type About, type Declaration, type Member, createDeclaration } from './declaration.ts';
import * as expr from './expr.ts';
import { type MemberPlace, memberName, unnamedMember } from '../../../plan/member-name.ts';
import { nestedName } from '../../../plan/nested-name.ts';
import {
  type Direction,
  flatten,
  objectBehind,
  ordered,
  isDeclaredAlike,
  resolveNode,
  soleBase,
  stemOf,
  visibleIn,
} from '../../../plan/shapes.ts';
import { type TypeContext, modelFor } from './type-context.ts';

export interface TypeSite {
  /** Its namespace receives nested types. */
  readonly owner: Declaration;
  /** PascalCase name for the next nested type. */
  readonly hint: string;
  readonly direction: Direction;
  /** Enclosing inlined schemas, with their declarations. */
  readonly within: ReadonlyMap<string, Declaration>;
}

/** Sets the body of `declaration` from `node`. */
export function declare(
  context: TypeContext,
  declaration: Declaration,
  {
    node,
    direction,
    within = new Map(),
  }: {
    readonly node: TypeNode;
    readonly direction: Direction;
    readonly within?: TypeSite['within'] | undefined;
  },
): void {
  const target =
    node.kind === 'ref' && !context.models.has(node.id) && !within.has(node.id)
      ? context.schemas.get(node.id)
      : undefined;
  if (node.kind === 'ref' && target) {
    declare(context, declaration, {
      node: target.type,
      direction,
      within: new Map([...within, [node.id, declaration]]),
    });
    return;
  }
  if (node.kind === 'object') {
    const site = { owner: declaration, hint: declaration.name, direction, within };
    declaration.body = interfaceBody(context, node, site);
    return;
  }
  const hint =
    node.kind === 'array' || node.kind === 'record' || node.kind === 'tuple'
      ? `${declaration.name}Item`
      : declaration.name;
  declaration.body = {
    kind: 'alias',
    type: expression(context, node, { owner: declaration, hint, direction, within }),
  };
}

export function expression(context: TypeContext, node: TypeNode, site: TypeSite): expr.TypeExpression {
  switch (node.kind) {
    case 'scalar':
      return scalar(context, node, site.direction);
    case 'literal':
      return expr.text(literal(node.value));
    case 'array':
      return expr.arrayOf(expression(context, node.items, { ...site, hint: itemHint(context, site) }));
    case 'tuple': {
      const items = node.items.map((item, index) => {
        const typeExpression = expression(context, item, { ...site, hint: `${site.hint}${index}` });
        return index < node.required
          ? typeExpression
          : [...expr.parenthesized(typeExpression), ...expr.text(code`?`)];
      });
      const rest =
        node.rest === false
          ? []
          : [
              [
                ...expr.text(code`...`),
                ...expr.arrayOf(node.rest ? expression(context, node.rest, site) : expr.unknownType),
              ],
            ];
      return [...expr.text(code`[`), ...expr.separated([...items, ...rest], code`, `), ...expr.text(code`]`)];
    }
    case 'record': {
      if (context.edition.bareObjects === 'unknown' && isBare(node)) return expr.unknownType;
      const values = expression(context, node.values, site);
      if (!node.keys) return expr.mapOf(values);
      const keys = expression(context, node.keys, { ...site, hint: `${site.hint}Key` });
      return [
        ...expr.text(code`{ [Key in `),
        ...keys,
        ...expr.text(code`]?: `),
        ...values,
        ...expr.text(code` }`),
      ];
    }
    case 'object':
      return object(context, node, site);
    case 'union':
      return union(context, node, site);
    case 'intersection':
      return expr.separated(
        node.members.map((member, index) =>
          expr.parenthesized(
            expression(context, member, {
              ...site,
              hint: memberHint(context, member, {
                siblings: node.members,
                // The first part of an intersection may have the name of the whole.
                fallback: index === 0 ? site.hint : unnamedMember(context, member, index),
              }),
            }),
          ),
        ),
        code` & `,
      );
    case 'nullable':
      return expr.unionOf([expression(context, node.type, site), expr.nullType]);
    case 'ref':
      return reference(context, node, site);
    case 'unknown':
      return expr.unknownType;
    case 'never':
      return expr.text(code`never`);
    default:
      return node satisfies never;
  }
}

/** `type: object` without any other keyword. */
const isBare = (node: RecordType): boolean =>
  !node.keys && node.values.kind === 'unknown' && node.values.reason === 'empty';

function scalar(context: TypeContext, node: ScalarType, direction: Direction): expr.TypeExpression {
  const converted = kindOf(node, context.values);
  if (converted) return convertedType(converted, direction);
  const { scalar: kind } = node;
  switch (kind) {
    case 'integer':
    case 'number':
      return expr.text(code`number`);
    case 'string':
      return expr.text(code`string`);
    case 'boolean':
      return expr.text(code`boolean`);
    case 'null':
      return expr.nullType;
    case 'binary':
      return direction === 'response' ? expr.text(code`string`) : expr.runtimeType('Uploadable', 'uploads');
    default:
      return kind satisfies never;
  }
}

/** What is only sent may also have the type that JSON has. */
function convertedType(kind: ValueKind, direction: Direction): expr.TypeExpression {
  const type = kind === 'time' ? expr.globalType('Date') : expr.text(code`bigint`);
  if (direction !== 'request') return type;
  return expr.unionOf([type, expr.text(kind === 'time' ? code`string` : code`number`)]);
}

function literal(value: string | number | boolean | null): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  return value === null ? code`null` : value ? code`true` : code`false`;
}

function reference(context: TypeContext, node: RefType, site: TypeSite): expr.TypeExpression {
  const model = modelFor(context, node.id, site.direction);
  if (model) return expr.declared(model);
  const enclosing = site.within.get(node.id);
  if (enclosing) return expr.declared(enclosing);
  const schema = context.schemas.get(node.id);
  if (!schema) return expr.unknownType;
  if (!context.recursive.has(node.id)) return expression(context, schema.type, site);
  const declaration = nest(site);
  declare(context, declaration, {
    node: schema.type,
    direction: site.direction,
    within: new Map([...site.within, [node.id, declaration]]),
  });
  return expr.declared(declaration);
}

function object(context: TypeContext, node: ObjectType, site: TypeSite): expr.TypeExpression {
  const single = soleBase(context, node);
  if (single) return reference(context, single, site);
  const hint = node.typeName === undefined ? site.hint : context.names.pascal(node.typeName);
  const twin = context.edition.isPublished ? undefined : twinOf(node, site.owner, hint);
  if (twin) return expr.declared(twin);
  const declaration = nest({ ...site, hint }, node);
  declare(context, declaration, { node, direction: site.direction, within: site.within });
  return expr.declared(declaration);
}

/** A nested type with the same name and content that was declared before. */
function twinOf(node: ObjectType, owner: Declaration, hint: string): Declaration | undefined {
  return owner.nested.find(
    ({ name, source }) => source && stemOf(name) === stemOf(hint) && isDeclaredAlike(source, node),
  );
}

/** Declares a nested type under the first free name. */
export function nest(site: Pick<TypeSite, 'owner' | 'hint'>, source?: TypeNode): Declaration {
  const taken = (name: string) =>
    isReservedType(name) || site.owner.nested.some((item) => item.name === name);
  let name = site.hint;
  for (let count = 2; taken(name); count++) name = `${site.hint}${count}`;
  const declaration = createDeclaration({
    name,
    module: site.owner.module,
    parent: site.owner,
    ...(source && { source }),
  });
  site.owner.nested.push(declaration);
  return declaration;
}

/** Array items are named in the singular of the array. */
const itemHint = (context: TypeContext, site: TypeSite): string =>
  site.hint.endsWith('Item') ? site.hint : context.names.pascalSingular(site.hint);

function interfaceBody(context: TypeContext, node: ObjectType, site: TypeSite): Declaration['body'] {
  const flat = flatten(context, node);
  const bases = node.bases.filter(
    (base) => context.models.has(base.id) && extendable(context, base, flat.additional),
  );
  const merged =
    bases.length === node.bases.length ? node.properties : mergedProperties(context, node, new Set(bases));
  const visible = merged.filter(visibleIn(site.direction));
  const index = indexType(context, flat.additional, {
    properties: flat.properties.filter(visibleIn(site.direction)),
    node,
    site,
  });
  if (visible.length === 0 && bases.length === 0 && index) return { kind: 'alias', type: expr.mapOf(index) };
  const redefined = redefinedIn(
    merged.map((property) => property.name),
    bases.map((base) => namesIn(context, base)),
  );
  return {
    kind: 'interface',
    bases: bases.map((base, at) =>
      baseExpression(context, base, { omitted: redefined[at] ?? [], direction: site.direction }),
    ),
    members: membersOf(context, visible, site),
    ...(index ? { index } : {}),
  };
}

/** Whether a model can be extended: its declaration must be an object without an index signature. */
function extendable(context: TypeContext, base: RefType, additional: ObjectType['additional']): boolean {
  const target = resolveNode(context, base);
  if (target.kind !== 'object') return false;
  const theirs = flatten(context, target).additional;
  return !theirs && !additional;
}

function mergedProperties(
  context: TypeContext,
  node: ObjectType,
  extended: ReadonlySet<RefType>,
): readonly Property[] {
  return flatten(context, { ...node, bases: node.bases.filter((base) => !extended.has(base)) }).properties;
}

function namesIn(context: TypeContext, base: RefType): readonly string[] {
  const target = objectBehind(context, base);
  return target ? flatten(context, target).properties.map((property) => property.name) : [];
}

/** For each base, the names that the type or a later base redeclares. Efficient for thousands of bases. */
function redefinedIn(
  own: readonly string[],
  bases: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const first = new Map(own.map((name, index) => [name, index - own.length]));
  const later = new Map<string, number>();
  let count = bases.reduce((sum, names) => sum + names.length, 0);
  return bases
    .toReversed()
    .map((names) => {
      const placeOf = (name: string): number => first.get(name) ?? later.get(name) ?? 0;
      const found = [...new Set(names)]
        .filter((name) => first.has(name) || later.has(name))
        .sort((a, b) => placeOf(a) - placeOf(b));
      for (const name of names.toReversed()) later.set(name, (count -= 1));
      return found;
    })
    .toReversed();
}

function baseExpression(
  context: TypeContext,
  base: RefType,
  { omitted, direction }: { readonly omitted: readonly string[]; readonly direction: Direction },
): expr.TypeExpression {
  const model = modelFor(context, base.id, direction);
  if (!model) return expr.unknownType;
  if (omitted.length === 0) return expr.declared(model);
  return [
    ...expr.text(code`Omit<`),
    ...expr.declared(model),
    ...expr.text(code`, ${join(omitted.map(stringLiteral), ' | ')}>`),
  ];
}

function membersOf(context: TypeContext, properties: readonly Property[], site: TypeSite): readonly Member[] {
  return ordered(context, properties).map((property) => ({
    name: property.name,
    key: propertyKey(property.name),
    optional: !property.required,
    type: orInherited(
      property,
      expression(context, property.type, {
        ...site,
        hint: context.names.pascal(nestedName(property)),
      }),
    ),
    doc: propertyDoc(property),
    about: aboutProperty(property),
  }));
}

/**
 * Names of members that every object inherits. Reading an absent optional property with such a name gives the
 * inherited member, so its type must allow for that.
 */
const INHERITED = new Set([
  'constructor',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
]);

export const orInherited = (
  { name, required }: { readonly name: string; readonly required: boolean },
  type: expr.TypeExpression,
): expr.TypeExpression =>
  required || !INHERITED.has(name)
    ? type
    : expr.unionOf([type, [...expr.globalType('Object'), ...expr.text(code`[${stringLiteral(name)}]`)]]);

export const aboutProperty = (property: Property): About => ({
  type: property.type,
  ...(property.default === undefined ? {} : { default: property.default }),
  ...(property.example === undefined ? {} : { example: property.example }),
});

/** The type of the index signature, which must include the types of all members. */
function indexType(
  context: TypeContext,
  additional: ObjectType['additional'],
  {
    properties,
    node,
    site,
  }: { readonly properties: readonly Property[]; readonly node: ObjectType; readonly site: TypeSite },
): expr.TypeExpression | undefined {
  const patterns = (node.patterns ?? []).map((pattern, at) =>
    expression(context, pattern.type, { ...site, hint: `Pattern${at}` }),
  );
  if (!additional && patterns.length === 0) return undefined;
  const value = additional
    ? [expression(context, additional, { ...site, hint: `${site.owner.name}Value` })]
    : [];
  const all = expr.unionOf([...value, ...patterns]);
  if (expr.expressionKey(all) === 'unknown' || properties.length === 0) return all;
  // Printing the type of each property twice would declare its nested types twice. `unknown` is acceptable,
  // because index access must be checked anyway.
  const simple = properties.map((property) => simpleExpression(context, property.type));
  if (!simple.every((typeExpression) => typeExpression !== undefined)) return expr.unknownType;
  const optional = properties.some((property) => !property.required) ? [expr.text(code`undefined`)] : [];
  return expr.unionOf([all, ...simple, ...optional]);
}

function simpleExpression(context: TypeContext, node: TypeNode): expr.TypeExpression | undefined {
  if (node.kind === 'scalar' && node.scalar !== 'binary') return scalar(context, node, 'both');
  if (node.kind === 'literal') return expr.text(literal(node.value));
  if (node.kind === 'union' && node.mode === 'enum' && !node.open)
    return expr.unionOf(node.members.map((member) => simpleExpression(context, member) ?? expr.unknownType));
  if (node.kind === 'nullable') {
    const inner = simpleExpression(context, node.type);
    return inner && expr.unionOf([inner, expr.nullType]);
  }
  return undefined;
}

function union(context: TypeContext, node: UnionType, site: TypeSite): expr.TypeExpression {
  const members = node.members.map((member, index) => {
    const tag = node.discriminator?.mapping.find((item) => item.member === index)?.value;
    return expression(context, member, {
      ...site,
      hint: memberHint(context, member, {
        tag,
        siblings: node.members,
        fallback: isPropertyItem(context, member, site) ? site.hint : unnamedMember(context, member, index),
      }),
    });
  });
  const open =
    node.open === undefined
      ? []
      : [expr.text(node.open === 'string' ? code`(string & {})` : code`(number & {})`)];
  return expr.unionOf([...members, ...open]);
}

/** The name of a member among its siblings, or `fallback`. */
function memberHint(
  context: TypeContext,
  member: TypeNode,
  { fallback, ...place }: MemberPlace & { readonly fallback: string },
): string {
  const name = memberName(context, member, place);
  return name === undefined ? fallback : context.names.pascal(name);
}

/** Items of an array in the union of a property are named after the property, like the items of other arrays. */
const isPropertyItem = (context: TypeContext, member: TypeNode, { hint, owner }: TypeSite): boolean =>
  member.kind === 'array' && !context.edition.isPublished && hint !== owner.name;
