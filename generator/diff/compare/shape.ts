/** Views of a type that ignore how the document writes it. */
import type {
  Api,
  LiteralType,
  ObjectType,
  Property,
  RecordType,
  RefType,
  Schema,
  TypeNode,
  UnionType,
} from '../../ir/types.ts';
import type { SdkNames } from '../../lib/sdk-names.ts';

/** Schemas by id, with their names in the reader's language. */
export type Schemas = ReadonlyMap<string, Schema> & { readonly names?: SdkNames };

export const schemasOf = (api: Api, names: SdkNames): Schemas & { readonly names: SdkNames } =>
  Object.assign(new Map(api.schemas.map((schema) => [schema.id, schema])), { names });

/** Follows references to the first other type; undefined for a reference to nothing or to itself. */
export function resolve(node: TypeNode, schemas: Schemas): TypeNode | undefined {
  const seen = new Set<string>();
  let at: TypeNode | undefined = node;
  while (at?.kind === 'ref') {
    if (seen.has(at.id)) return undefined;
    seen.add(at.id);
    at = schemas.get(at.id)?.type;
  }
  return at;
}

const isNull = (node: TypeNode): boolean =>
  (node.kind === 'scalar' && node.scalar === 'null') || (node.kind === 'literal' && node.value === null);

/** Whether the type allows `null`, also through references and unions. */
export function isNullable(node: TypeNode, schemas: Schemas): boolean {
  if (node.kind !== 'union' && node.kind !== 'ref') return node.kind === 'nullable' || isNull(node);
  const seen = new Set<string>();
  const pending: TypeNode[] = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.kind === 'nullable' || isNull(at)) return true;
    if (at.kind === 'union') pending.push(...at.members);
    if (at.kind === 'ref' && !seen.has(at.id)) {
      seen.add(at.id);
      const target = schemas.get(at.id)?.type;
      if (target !== undefined) pending.push(target);
    }
  }
  return false;
}

/**
 * The type without `null`; undefined if nothing else remains. A union with one remaining member becomes that
 * member.
 */
export function withoutNull(node: TypeNode): TypeNode | undefined {
  let at = node;
  while (at.kind === 'nullable') at = at.type;
  if (isNull(at)) return undefined;
  if (at.kind !== 'union' || !at.members.some((member) => isNull(member) || member.kind === 'nullable'))
    return at;
  const members = at.members
    .filter((member) => !isNull(member))
    .map((member) => (member.kind === 'nullable' ? member.type : member));
  const [first] = members;
  if (first === undefined) return undefined;
  return members.length === 1 && at.open === undefined ? first : { ...at, members };
}

export interface Choices {
  readonly values: readonly LiteralType[];
  /** Further values are possible. */
  readonly open: boolean;
}

/** The literals of an enum or constant; undefined for any other type. */
export function choicesOf(node: TypeNode): Choices | undefined {
  if (node.kind === 'literal') return { values: [node], open: false };
  if (node.kind !== 'union') return undefined;
  const values = node.members.filter((member) => member.kind === 'literal');
  if (values.length === 0) return undefined;
  if (values.length === node.members.length) return { values, open: node.open !== undefined };
  const base = typeof values[0]?.value;
  const rest = node.members.filter((member) => member.kind !== 'literal');
  return rest.every(
    (item) => item.kind === 'scalar' && item.scalar === base && item.constraints === undefined,
  )
    ? { values, open: true }
    : undefined;
}

/** Resolves a reference; undefined if the reference itself is compared. */
export type Expand = (ref: RefType) => TypeNode | undefined;

/**
 * The members of a union, including nested unions; the type itself if it is not a union. Literals and closed
 * enums are merged into one enum, which is open if the union accepts any value of their kind. The values that
 * `expand` returns are added.
 */
export function membersOf(node: TypeNode, expand: Expand = () => undefined): readonly TypeNode[] {
  if (node.kind !== 'union' || choicesOf(node) !== undefined) return [node];
  const { flat, open } = flatten(node);
  const lists = new Map(
    flat.flatMap((typeNode) => {
      const target = typeNode.kind === 'ref' ? expand(typeNode) : undefined;
      const choices = target === undefined ? undefined : choicesOf(target);
      return choices === undefined ? [] : [[typeNode, choices] as const];
    }),
  );
  const free = new Set([
    ...open,
    ...flat.flatMap((typeNode) =>
      typeNode.kind === 'scalar' && typeNode.constraints === undefined ? [typeNode.scalar] : [],
    ),
    ...[...lists.values()].flatMap((list) => (list.open ? [kindOfChoices(list)] : [])),
  ]);
  const taken = (typeNode: TypeNode): readonly LiteralType[] => {
    const choices = lists.get(typeNode);
    return typeNode.kind === 'literal'
      ? [typeNode]
      : choices !== undefined && free.has(kindOfChoices(choices))
        ? choices.values
        : [];
  };
  const literals = flat.flatMap(taken);
  const first = flat.find((typeNode) => taken(typeNode).length > 0);
  const kind = kindOfChoices({ values: literals, open: false });
  const isOpen = (kind === 'string' || kind === 'number') && free.has(kind);
  // An open enum without values also accepts any value.
  const rest: TypeNode[] = [...open]
    .filter(
      (name) =>
        !(isOpen && name === kind) && !flat.some((each) => each.kind === 'scalar' && each.scalar === name),
    )
    .map((scalar) => ({ kind: 'scalar', scalar, origin: node.origin }));
  if (first === undefined || (literals.length < 2 && !isOpen)) return [...flat, ...rest];
  const gathered: TypeNode = {
    kind: 'union',
    mode: 'enum',
    members: literals,
    origin: node.origin,
    ...(isOpen ? { open: kind } : {}),
  };
  return [
    ...flat.flatMap((typeNode) =>
      typeNode === first
        ? [gathered]
        : taken(typeNode).length > 0 || (isOpen && typeNode.kind === 'scalar' && typeNode.scalar === kind)
          ? []
          : [typeNode],
    ),
    ...rest,
  ];
}

/** The members without nesting, and the kinds of value to which nested enums are open. */
function flatten(node: UnionType): {
  readonly flat: readonly TypeNode[];
  readonly open: ReadonlySet<'string' | 'number'>;
} {
  const flat: TypeNode[] = [];
  const open = new Set<'string' | 'number'>();
  const pending: TypeNode[] = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.kind === 'union') {
      if (at.open !== undefined) open.add(at.open);
      pending.push(...[...at.members].reverse());
    } else flat.push(at);
  }
  return { flat, open };
}

const kindOfChoices = ({ values }: Choices): string =>
  typeof values.find((value) => value.value !== null)?.value;

/**
 * The kinds of scalar of which a union accepts any value, also through references: `string` for `'a' |
 * string`.
 */
export function freeKinds(node: TypeNode, schemas: Schemas): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<TypeNode>();
  const pending: TypeNode[] = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const target = resolve(at, schemas);
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    if (target.kind === 'nullable') pending.push(target.type);
    if (target.kind === 'scalar') found.add(target.scalar === 'integer' ? 'number' : target.scalar);
    if (target.kind !== 'union') continue;
    if (target.open !== undefined) found.add(target.open);
    pending.push(...target.members);
  }
  return found;
}

export interface ObjectMembers {
  readonly properties: ReadonlyMap<string, Property>;
  readonly additional?: TypeNode | false;
  readonly patterns: ReadonlyMap<string, TypeNode>;
  /** True if the type is a map whose values matter, rather than an object with additional properties. */
  readonly map: boolean;
  readonly keys?: TypeNode;
}

/** The SDK generates a map of unknown values for an object without any description. */
export const isEmpty = (members: ObjectMembers): boolean =>
  !members.map &&
  members.properties.size === 0 &&
  members.patterns.size === 0 &&
  members.additional === undefined;

/** Members of an object or map, including inherited ones. Its own properties take precedence. */
export function membersOfObject(node: ObjectType | RecordType, schemas: Schemas): ObjectMembers {
  if (node.kind === 'record')
    return {
      properties: new Map(),
      additional: node.values,
      patterns: new Map(),
      map: true,
      ...(node.keys === undefined ? {} : { keys: node.keys }),
    };
  const properties = new Map<string, Property>();
  const patterns = new Map<string, TypeNode>();
  const seen = new Set<TypeNode>();
  let additional: TypeNode | false | undefined;
  const pending: TypeNode[] = [node];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const target = at.kind === 'ref' ? resolve(at, schemas) : at;
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    if (target.kind === 'record') additional ??= target.values;
    if (target.kind !== 'object') continue;
    for (const property of target.properties) {
      const known = properties.get(property.name);
      if (known === undefined) properties.set(property.name, property);
      else if (property.required && !known.required)
        properties.set(property.name, { ...known, required: true });
    }
    for (const pattern of target.patterns ?? [])
      if (!patterns.has(pattern.pattern)) patterns.set(pattern.pattern, pattern.type);
    additional ??= target.additional;
    pending.push(...[...target.bases].reverse());
  }
  return { properties, patterns, map: false, ...(additional === undefined ? {} : { additional }) };
}

/** A string, number or boolean on both sides: `isScalar` of a fact. */
export const scalarFact = (
  { base, revision }: { readonly base: Schemas; readonly revision: Schemas },
  before: TypeNode,
  after: TypeNode,
): { readonly isScalar?: true } =>
  isScalar(before, base) && isScalar(after, revision) ? { isScalar: true } : {};

function isScalar(node: TypeNode, schemas: Schemas, depth = 0): boolean {
  const target = withoutNull(node);
  if (target?.kind !== 'ref') return target?.kind === 'scalar' && target.scalar !== 'binary';
  const type = schemas.get(target.id)?.type;
  return type !== undefined && depth < 20 && isScalar(type, schemas, depth + 1);
}
