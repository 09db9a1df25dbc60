/** Ways to look at a type that ignore how the document spells it. */
import type { LiteralType, ObjectType, Property, RecordType, Schema, TypeNode } from '../../ir/types.ts';

export type Schemas = ReadonlyMap<string, Schema>;

/** Follows references to the first type that is none; undefined for a reference to nothing or to itself. */
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

const isNull = (node: TypeNode): boolean => (node.kind === 'scalar' && node.scalar === 'null') || (node.kind === 'literal' && node.value === null);

/** Whether `null` is a value of the type, through references and unions. */
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

/** The type without `null`; undefined when nothing else is in it. A union that loses all but one member is that member. */
export function withoutNull(node: TypeNode): TypeNode | undefined {
  let at = node;
  while (at.kind === 'nullable') at = at.type;
  if (isNull(at)) return undefined;
  if (at.kind !== 'union' || !at.members.some((one) => isNull(one) || one.kind === 'nullable')) return at;
  const members = at.members.filter((one) => !isNull(one)).map((one) => (one.kind === 'nullable' ? one.type : one));
  const [first] = members;
  if (first === undefined) return undefined;
  return members.length === 1 && at.open === undefined ? first : { ...at, members };
}

export interface Choices {
  readonly values: readonly LiteralType[];
  /** Further values are expected. */
  readonly open: boolean;
}

/** The list of literals that an enum or a constant is; undefined for anything else. */
export function choicesOf(node: TypeNode): Choices | undefined {
  if (node.kind === 'literal') return { values: [node], open: false };
  if (node.kind !== 'union') return undefined;
  const values = node.members.filter((one) => one.kind === 'literal');
  if (values.length === 0) return undefined;
  if (values.length === node.members.length) return { values, open: node.open !== undefined };
  const base = typeof values[0]?.value;
  const rest = node.members.filter((one) => one.kind !== 'literal');
  return rest.every((one) => one.kind === 'scalar' && one.scalar === base && one.constraints === undefined) ? { values, open: true } : undefined;
}

/**
 * The members of a union, nested ones included; the type itself when it is none. Literals, those of closed enums included, are gathered into one
 * enum, which is open where the union takes any value of their kind.
 */
export function membersOf(node: TypeNode): readonly TypeNode[] {
  if (node.kind !== 'union' || choicesOf(node) !== undefined) return [node];
  const flat: TypeNode[] = [];
  const free = new Set<string>();
  const pending: TypeNode[] = [...node.members].reverse();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.kind !== 'union') flat.push(at);
    else pending.push(...[...at.members].reverse());
    if (at.kind === 'union' && at.open !== undefined) free.add(at.open);
    if (at.kind === 'scalar' && at.constraints === undefined) free.add(at.scalar);
  }
  const literals = flat.filter((one) => one.kind === 'literal');
  const [first] = literals;
  const kind = literals.find((one) => one.value !== null)?.value;
  const open = typeof kind === 'boolean' || !free.has(typeof kind) ? undefined : typeof kind === 'number' ? 'number' : 'string';
  if (first === undefined || (literals.length < 2 && open === undefined)) return flat;
  const gathered: TypeNode = { kind: 'union', mode: 'enum', members: literals, origin: node.origin, ...(open === undefined ? {} : { open }) };
  return flat.flatMap((one) => (one.kind === 'scalar' && one.scalar === open ? [] : one.kind !== 'literal' ? [one] : one === first ? [gathered] : []));
}

/** The kinds of plain value of which a union takes any, through references: `string` of `'a' | string`. */
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

export interface Members {
  readonly properties: ReadonlyMap<string, Property>;
  readonly additional?: TypeNode | false;
  readonly patterns: ReadonlyMap<string, TypeNode>;
  /** True when the type is a map: its values are the point, not an afterthought. */
  readonly map: boolean;
  readonly keys?: TypeNode;
}

/** Of an object about which nothing is said the SDK makes a map of unknown values. */
export const isEmpty = (one: Members): boolean => !one.map && one.properties.size === 0 && one.patterns.size === 0 && one.additional === undefined;

/** What an object or a map has, with all that it extends. Own properties win. */
export function membersOfObject(node: ObjectType | RecordType, schemas: Schemas): Members {
  if (node.kind === 'record') return { properties: new Map(), additional: node.values, patterns: new Map(), map: true, ...(node.keys === undefined ? {} : { keys: node.keys }) };
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
      else if (property.required && !known.required) properties.set(property.name, { ...known, required: true });
    }
    for (const one of target.patterns ?? []) if (!patterns.has(one.pattern)) patterns.set(one.pattern, one.type);
    additional ??= target.additional;
    pending.push(...[...target.bases].reverse());
  }
  return { properties, patterns, map: false, ...(additional === undefined ? {} : { additional }) };
}
