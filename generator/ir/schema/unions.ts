/** `oneOf` and `anyOf`. */
import { type SchemaHints } from '../../openapi/schema-hints.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import { structuralHash } from '../type-walk.ts';
import type { TypeNode, UnionType } from '../types.ts';
import type { SchemaContext } from './context.ts';
import { readDiscriminator } from './discriminators.ts';
import { type Docs, docsOf, unknownType } from './docs.ts';
import { readConstants } from './enums.ts';
import { areConstants, isCondition, isNullSchema, listOf } from './view.ts';

export interface UnionReading {
  /** Absent if the branches are conditions, or only null. */
  readonly type?: TypeNode;
  readonly nullable: boolean;
  /** Docs of the null branch, where some document generators put the docs of the whole union. */
  readonly nullDocs: Docs;
  /** True if the branches are conditions on the schema beside them, not alternatives of its type. */
  readonly conditions: boolean;
}

const NOTHING: UnionReading = { nullable: false, nullDocs: {}, conditions: false };

export function readUnion(
  context: SchemaContext,
  node: JsonObject,
  keyword: 'oneOf' | 'anyOf',
  { hints, origin }: { readonly hints: SchemaHints; readonly origin: Origin },
): UnionReading {
  const all = listOf(node, keyword);
  if (all.length === 0) return NOTHING;
  if (all.every((member) => isCondition(member))) return { ...NOTHING, conditions: true };
  const nullBranch = all.find((member) => isNullSchema(member));
  const nullDocs = isJsonObject(nullBranch) ? docsOf(nullBranch, context.hintsOf(nullBranch)) : {};
  const places = all
    .map((member, index) => ({
      member,
      origin: isJsonObject(member) ? context.documents.originOf(member) : at(origin, keyword, index),
    }))
    .filter(({ member }) => !isNullSchema(member));
  const members = places.map(({ member }) => member);
  let nullable = nullBranch !== undefined;
  if (members.length === 0)
    return { type: { kind: 'scalar', scalar: 'null', origin }, nullable: false, nullDocs, conditions: false };
  if (areConstants(members) && members.length > 1)
    return {
      type: readConstants(context, members, { origins: places.map((place) => place.origin), hints, origin }),
      nullable,
      nullDocs,
      conditions: false,
    };

  const types: TypeNode[] = [];
  const schemas: JsonValue[] = [];
  const seen = new Set<string>();
  for (const place of places) {
    let type = context.read(place.member, place.origin);
    if (type.kind === 'nullable') {
      nullable = true;
      const { kind: _kind, type: inner, origin: _origin, ...docs } = type;
      type = { ...inner, ...docs };
    }
    const hash = structuralHash(type);
    if (seen.has(hash)) continue;
    seen.add(hash);
    types.push(type);
    schemas.push(place.member);
  }
  const [only] = types;
  if (only !== undefined && types.length === 1) return { type: only, nullable, nullDocs, conditions: false };
  if (types.some((type) => type.kind === 'unknown'))
    return { type: unknownType(origin, 'empty'), nullable: false, nullDocs, conditions: false };
  const opened = openEnum(context, types, keyword, origin);
  if (opened !== undefined) return { type: opened, nullable, nullDocs, conditions: false };
  const discriminator = readDiscriminator(context, node, { members: types, schemas, origin });
  const literals = types.every((type) => type.kind === 'literal');
  const union: UnionType = {
    kind: 'union',
    mode: literals ? 'enum' : keyword,
    members: types,
    origin,
    ...(discriminator && { discriminator }),
  };
  return { type: union, nullable, nullDocs, conditions: false };
}

/** `string | 'a' | 'b'`: an open enum with known values. */
function openEnum(
  context: SchemaContext,
  types: readonly TypeNode[],
  mode: 'oneOf' | 'anyOf',
  origin: Origin,
): UnionType | undefined {
  for (const base of ['string', 'number'] as const) {
    const isBase = (type: TypeNode): boolean =>
      type.kind === 'scalar' && (type.scalar === base || (base === 'number' && type.scalar === 'integer'));
    if (!types.some(isBase)) continue;
    const others = types.filter((type) => !isBase(type));
    if (others.length === 0 || !others.every((type) => isEnumOf(context, type, base))) return undefined;
    const members = others.flatMap((type) =>
      type.kind === 'union' && type.nameHints === undefined ? type.members : [type],
    );
    const flat = members.every((type) => type.kind === 'literal');
    return { kind: 'union', mode: flat ? 'enum' : mode, members, open: base, origin };
  }
  return undefined;
}

function isEnumOf(context: SchemaContext, type: TypeNode, base: 'string' | 'number'): boolean {
  switch (type.kind) {
    case 'literal':
      return typeof type.value === base;
    case 'union':
      return (
        type.mode === 'enum' &&
        type.members.every((member) => member.kind === 'literal' && typeof member.value === base)
      );
    case 'ref': {
      const node = context.names.byId.get(type.id)?.node;
      const values = isJsonObject(node) ? listOf(node, 'enum') : [];
      return values.length > 0 && values.every((value) => typeof value === base);
    }
    default:
      return false;
  }
}
