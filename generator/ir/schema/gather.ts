/**
 * Splits a schema into the types that must hold together: its own keywords, its references,
 * its `allOf` parts and its unions.
 */
import type { SchemaHints } from '../../openapi/schema-hints.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { TypeNode } from '../types.ts';
import { readArray } from './arrays.ts';
import type { SchemaContext } from './context.ts';
import { narrowMembers } from './combine.ts';
import { type TaggedBase, mappingOf, taggedBases } from './discriminators.ts';
import { type Docs, docsOf, mergeConstraints, unknownType } from './docs.ts';
import { readEnum } from './enums.ts';
import { countIgnored } from './ignored.ts';
import { inlineId } from './names.ts';
import { readObject } from './objects.ts';
import { isBinary, meantType, readScalar } from './scalars.ts';
import { readUnion } from './unions.ts';
import { composes, listOf, own, refOf, typesOf } from './view.ts';

export interface Gathered {
  readonly parts: TypeNode[];
  /** Names that `required` lists anywhere, with their origin. */
  readonly required: Map<string, Origin>;
  /** True if the schema itself allows null, whatever its parts declare. */
  nullable: boolean;
  /** Docs of inline parts; later parts win. The schema's own docs override them. */
  docs: Docs;
  /** Branches that are conditions and are kept as assertions. */
  readonly conditions: { readonly keyword: string; readonly value: JsonValue }[];
  readonly tagged: TaggedBase[];
}

/** `allOf` nested deeper than this is ignored. */
const DEEPEST = 50;

export function gather(
  context: SchemaContext,
  node: JsonObject,
  { hints, origin }: { readonly hints: SchemaHints; readonly origin: Origin },
): Gathered {
  const into: Gathered = {
    parts: [],
    required: new Map(),
    nullable: false,
    docs: {},
    conditions: [],
    tagged: [],
  };
  collect(context, node, { root: node, hints, origin, into, depth: 0 });
  return into;
}

interface Task {
  /** The schema that is being split; at depth 0 this is the node itself. */
  readonly root: JsonObject;
  readonly hints: SchemaHints;
  readonly origin: Origin;
  readonly into: Gathered;
  readonly depth: number;
}

function collect(context: SchemaContext, node: JsonObject, task: Task): void {
  const { hints, origin, into, depth } = task;
  const isComposed = composes(node);
  if (isComposed) collectOthers(context, node, task);
  noteRequired(node, into.required, origin);
  const type = readOwn(context, node, hints, origin);
  const allowsNull = saysNull(node);
  if (allowsNull && (depth === 0 || type === undefined)) into.nullable = true;
  countIgnored(context, node, type, origin);
  const unions = isComposed ? collectUnions(context, node, task) : [];
  // Without a `type`, keywords such as `items` apply to those members of the union that they can apply to.
  const [union] = unions;
  const narrowed =
    type !== undefined && union !== undefined && unions.length === 1 && isInferred(node)
      ? narrowMembers(context, type, union, origin)
      : undefined;
  if (type !== undefined && narrowed === undefined)
    into.parts.push(allowsNull && depth > 0 ? { kind: 'nullable', type, origin } : type);
  into.parts.push(...(narrowed === undefined ? unions : [narrowed]));
}

/** Records the names that `required` lists, with the origin of the first mention. */
export function noteRequired(node: JsonObject, into: Map<string, Origin>, origin: Origin): void {
  for (const [index, name] of listOf(node, 'required').entries())
    if (typeof name === 'string' && !into.has(name)) into.set(name, at(origin, 'required', index));
}

function collectOthers(context: SchemaContext, node: JsonObject, task: Task): void {
  const { origin, into } = task;
  for (const [index, part] of listOf(node, 'allOf').entries())
    collectPart(context, part, at(origin, 'allOf', index), task);
  if (refOf(node) !== undefined) collectReference(context, node, task);
  for (const keyword of ['$dynamicRef', '$recursiveRef'])
    if (typeof own(node, keyword) === 'string') into.parts.push(readDynamic(context, node, keyword, origin));
}

function collectUnions(
  context: SchemaContext,
  node: JsonObject,
  { hints, origin, into, depth }: Task,
): readonly TypeNode[] {
  const unions: TypeNode[] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const union = readUnion(context, node, keyword, { hints, origin });
    if (union.conditions) into.conditions.push({ keyword, value: own(node, keyword) ?? null });
    if (union.type !== undefined)
      unions.push(union.nullable && depth > 0 ? { kind: 'nullable', type: union.type, origin } : union.type);
    if (union.nullable && (depth === 0 || union.type === undefined)) into.nullable = true;
    into.docs = { ...union.nullDocs, ...into.docs };
  }
  return unions;
}

/** Splits an inline part further. A named part, or a part that a hint replaces, counts as a whole. */
function collectPart(context: SchemaContext, part: JsonValue, fallback: Origin, task: Task): void {
  const { into, depth } = task;
  if (!isJsonObject(part)) {
    if (part === false) into.parts.push({ kind: 'never', origin: fallback });
    return;
  }
  const hints = context.hintsOf(part);
  if (hints.skip !== undefined) return;
  const origin = context.documents.originOf(part);
  const isWhole =
    context.names.entryOf(part) !== undefined ||
    inlineId(part) !== undefined ||
    hints.any ||
    hints.emptyObject ||
    hints.override !== undefined ||
    context.isBeingRead(part);
  if (isWhole || depth > DEEPEST) {
    into.parts.push(context.read(part, origin));
    return;
  }
  collect(context, part, { ...task, hints, origin, depth: depth + 1 });
  const { nameHints: _names, typeName: _name, constraints, ...docs } = docsOf(part, hints);
  const limits =
    constraints === undefined
      ? into.docs.constraints
      : mergeConstraints(into.docs.constraints ?? {}, constraints);
  into.docs = { ...into.docs, ...docs, ...(limits && { constraints: limits }) };
}

function collectReference(
  context: SchemaContext,
  node: JsonObject,
  { root, into, origin, depth }: Task,
): void {
  const target = context.follow(node);
  if (target === undefined) {
    into.parts.push(unknownType(origin, 'unsupported'));
    return;
  }
  const entry = context.names.target(target);
  const bindings = bindingsOf(node);
  if (bindings.size > 0 && isJsonObject(target.value)) {
    into.parts.push(context.dynamic.readBound(target.value, bindings));
    return;
  }
  if (entry === undefined) {
    into.parts.push(context.read(target.value, target.origin));
    return;
  }
  if (isJsonObject(target.value)) {
    if (depth > 0)
      for (const name of context.view.undeclaredIn(target.value))
        if (!into.required.has(name)) into.required.set(name, target.origin);
    into.tagged.push(
      ...(depth > 0 || Object.keys(node).length > 1 ? taggedBases(context, target.value) : []),
    );
    if (listsAsVariant(context, target.value, root)) {
      // The child takes only what the parent itself declares. Otherwise the two
      // would contain each other forever.
      const type = readOwn(context, target.value, context.hintsOf(target.value), target.origin);
      if (type !== undefined) into.parts.push(type);
      return;
    }
  }
  into.parts.push({ kind: 'ref', id: entry.id, origin });
}

/**
 * True if a variant of the union `parent` includes `child`. A property or an element of a variant that
 * refers back to the union does not count: that is an ordinary recursive type.
 */
const listsAsVariant = (context: SchemaContext, parent: JsonObject, child: JsonObject): boolean =>
  (context.view.shapeOf(parent) === 'unknown' &&
    mappingOf(context, parent).some(({ id }) => {
      const node = id === undefined ? undefined : context.names.byId.get(id)?.node;
      return node !== undefined && context.view.includes(node, child);
    })) ||
  [...listOf(parent, 'oneOf'), ...listOf(parent, 'anyOf')].some(
    (member) => isJsonObject(member) && refOf(member) !== undefined && context.view.includes(member, child),
  );

/** The type of the node's own keywords without null. Undefined if they yield none. */
export function readOwn(
  context: SchemaContext,
  node: JsonObject,
  hints: SchemaHints,
  origin: Origin,
): TypeNode | undefined {
  const listed = readEnum(context, node, hints, origin);
  if (listed !== undefined) return listed;
  const words = typesOf(node);
  if (words.length === 0) {
    const type = own(node, 'type');
    if (type === 'null' || (Array.isArray(type) && type.length > 0 && type.every((item) => item === 'null')))
      return { kind: 'scalar', scalar: 'null', origin };
    const inferred = inferType(node);
    return inferred === undefined ? undefined : ofType(context, node, { type: inferred }, origin);
  }
  const intended = words.map((word) => meantType(context, word, origin)).filter((item) => item !== undefined);
  const kinds = intended.filter(
    ({ type }) => type !== 'integer' || !intended.some((other) => other.type === 'number'),
  );
  const [first, ...others] = kinds;
  if (first === undefined) return unknownType(origin, 'unsupported');
  if (others.length === 0) return ofType(context, node, first, origin);
  if (kinds.length >= 5) return unknownType(origin, 'any');
  return {
    kind: 'union',
    mode: 'types',
    members: kinds.map((kind) => ofType(context, node, kind, origin)),
    origin,
  };
}

const ofType = (
  context: SchemaContext,
  node: JsonObject,
  intended: { readonly type: string; readonly format?: string },
  origin: Origin,
): TypeNode =>
  intended.type === 'object'
    ? readObject(context, node, origin)
    : intended.type === 'array'
      ? readArray(context, node, origin)
      : readScalar(node, intended, origin);

const isInferred = (node: JsonObject): boolean =>
  own(node, 'type') === undefined && own(node, 'enum') === undefined && own(node, 'const') === undefined;

/** Infers the type of a schema without `type` from its keywords. */
function inferType(node: JsonObject): string | undefined {
  const additional = own(node, 'additionalProperties');
  if (
    isJsonObject(own(node, 'properties')) ||
    isJsonObject(own(node, 'patternProperties')) ||
    isJsonObject(additional) ||
    additional === true
  )
    return 'object';
  if (own(node, 'items') !== undefined || Array.isArray(own(node, 'prefixItems'))) return 'array';
  return isBinary(node) ? 'string' : undefined;
}

export function saysNull(node: JsonObject): boolean {
  const type = own(node, 'type');
  const values = own(node, 'enum');
  return (
    own(node, 'nullable') === true ||
    (Array.isArray(type) && type.includes('null') && type.length > 1) ||
    (Array.isArray(values) && values.includes(null)) ||
    own(node, 'const') === null
  );
}

/** `$defs` beside a `$ref` whose entries carry `$dynamicAnchor` bind the type parameters of the target. */
function bindingsOf(node: JsonObject): ReadonlyMap<string, JsonValue> {
  const defs = own(node, '$defs');
  const bindings = new Map<string, JsonValue>();
  for (const schema of isJsonObject(defs) ? Object.values(defs) : []) {
    const anchor = isJsonObject(schema) ? own(schema, '$dynamicAnchor') : undefined;
    if (typeof anchor === 'string') bindings.set(anchor, schema);
  }
  return bindings;
}

/**
 * `$dynamicRef: '#name'` (2020-12) refers to the outermost schema that binds the name; `$recursiveRef: '#'`
 * (2019-09) to the schema where reading began.
 */
function readDynamic(context: SchemaContext, node: JsonObject, keyword: string, origin: Origin): TypeNode {
  const ref = own(node, keyword);
  const here = at(origin, keyword);
  if (typeof ref === 'string' && keyword === '$recursiveRef' && ref === '#') {
    const outermost = context.dynamic.outermost();
    if (outermost !== undefined) return context.read(outermost, here);
  }
  const anchor =
    typeof ref === 'string' && keyword === '$dynamicRef' ? /^#([^/].*)$/.exec(ref)?.[1] : undefined;
  const bound = anchor === undefined ? undefined : context.dynamic.lookUp(anchor);
  if (bound === undefined) {
    context.report('dynamic-ref', { keyword, ref: String(ref) }, here);
    return unknownType(origin, 'unsupported');
  }
  return isUnbound(bound) ? unknownType(origin, 'any') : context.read(bound, here);
}

/** `not: {}` marks a type parameter that is not bound. */
const isUnbound = (schema: JsonValue): boolean =>
  isJsonObject(schema) &&
  (own(schema, 'not') === true ||
    (isJsonObject(own(schema, 'not')) && Object.keys(own(schema, 'not') ?? {}).length === 0));
