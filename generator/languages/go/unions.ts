/**
 * Unions. A sent union is a struct with a pointer per variant; a received union is a struct with the fields
 * of all variants.
 */
import type { TypeNode, UnionType } from '../../ir/types.ts';
import { discriminatorOf } from '../../plan/discriminator.ts';
import { resolveNode } from '../../plan/shapes.ts';
import { code, identifier, type Tag } from './code.ts';
import { type Declarer, addDeclaration, anything, isMap, structNamed } from './context.ts';
import { type NameScope, fieldScope } from './names.ts';
import type { DeclaredFor, GoField, GoStruct, GoType, Site, Variant, Way } from './types.ts';
import { proseLines } from '../prose.ts';
import { openBase } from './open.ts';

export interface UnionMember {
  readonly node: TypeNode;
  /** Discriminator values of the variant. */
  readonly tags: readonly string[];
  /**
   * The variant is named by its tag: it belongs to the union with the discriminator and has exactly one
   * value.
   */
  readonly isTagName: boolean;
  readonly siblings: readonly TypeNode[];
}

/** Members without null. A nested union without a name is replaced by its members. */
export function unionMembers(
  declarer: Declarer,
  node: UnionType,
  way: Way,
  depth = 0,
): readonly UnionMember[] {
  const base = openBase(node);
  const isInferring = way === 'response' && depth === 0;
  const mapping =
    (isInferring ? discriminatorOf(declarer.plan.shapes, node) : node.discriminator)?.mapping ?? [];
  const own = node.members.flatMap((member, index): readonly UnionMember[] => {
    const target = resolveNode(declarer.plan.shapes, member);
    if (target.kind === 'never' || (target.kind === 'scalar' && target.scalar === 'null')) return [];
    const plain = target.kind === 'nullable' ? resolveNode(declarer.plan.shapes, target.type) : target;
    const isNamed = member.kind === 'ref' && declarer.modelFor(member.id, way) !== undefined;
    if (
      plain.kind === 'union' &&
      plain.mode !== 'enum' &&
      !isNamed &&
      depth < 8 &&
      !isRecursive(declarer, member)
    )
      return unionMembers(declarer, plain, way, depth + 1);
    const tags = mapping.flatMap((item) => (item.member === index ? [item.value] : []));
    const own = member.kind === 'nullable' ? member.type : member;
    return [
      {
        node: own,
        tags,
        isTagName: depth === 0 && tags.length === 1 && node.discriminator !== undefined,
        siblings: node.members,
      },
    ];
  });
  return base === undefined
    ? own
    : [{ node: base, tags: [], isTagName: false, siblings: node.members }, ...own];
}

const isRecursive = ({ plan }: Declarer, node: TypeNode): boolean =>
  node.kind === 'ref' && plan.recursive.has(node.id);

export function declareUnion(
  declarer: Declarer,
  node: UnionType,
  site: Site,
  marks: DeclaredFor = {},
): GoType {
  const wanted = `${site.path}Union`;
  const name = declarer.scope.free(wanted + site.ending);
  const type: GoType = { text: identifier(name), kind: 'struct', holds: name };
  marks.remember?.(type);
  const union: GoStruct = {
    kind: 'struct',
    name,
    file: site.file,
    way: site.way,
    doc: proseLines(node.description),
    fields: [],
    isUnion: true,
    variants: [],
    schema: marks.schema,
    discriminator: (site.way === 'response'
      ? discriminatorOf(declarer.plan.shapes, node)
      : node.discriminator
    )?.property,
  };
  addDeclaration(declarer, union);
  fillUnion(declarer, union, unionMembers(declarer, node, site.way), site);
  return type;
}

export function fillUnion(
  declarer: Declarer,
  union: GoStruct,
  members: readonly UnionMember[],
  site: Site,
): void {
  const base = { ...site, path: unionPath(union.name, site), depth: site.depth + 2, isVariant: false };
  const scope = fieldScope();
  const { isPublished } = declarer.plan.shapes.edition;
  const variants = members.map((member, index): Variant & { node: TypeNode } => {
    const tag = member.isTagName ? member.tags[0] : undefined;
    const given = declarer.nameOf(member.node, member.siblings, tag) ?? plainName(declarer, member.node);
    const name = given ?? (isPublished ? `Variant${index}` : 'Variant');
    const type = declarer.typeOf(member.node, { ...base, path: `${base.path}${name}`, isVariant: true });
    return { name, type, tags: member.tags, node: member.node };
  });
  const named = variants.map((variant) => ({ ...variant, name: scope.free(`As${variant.name}`).slice(2) }));
  union.variants = named;
  const { discriminator } = union;
  if (site.way === 'request') {
    for (const variant of named) union.fields.push(sentVariant(scope, variant, discriminator));
    return;
  }
  union.fields.push(
    ...mergedFields(
      declarer,
      union,
      named.map((variant) => variant.type),
      scope,
    ),
  );
  for (const { name, type, node } of named) {
    if (isStruct(declarer, node)) continue;
    const holds: GoType = { ...type, text: plainText(type) };
    union.fields.push({
      name: scope.free(`Of${fieldStem(name, type)}`),
      type: holds,
      tag: [['json', ',inline'], ...format(type)],
      doc: [],
      hasMeta: true,
    });
  }
}

/** Published SDKs omit `Param` from these names, and name an enum by its type. */
const fieldStem = (name: string, type: GoType): string =>
  (type.kind === 'enum' && type.text !== 'string' ? type.text : name).replaceAll('Param', '') || name;

/** Prefix of variants: the union's name without its suffix. */
const unionPath = (name: string, { ending }: Site): string => {
  const plain = ending !== '' && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  return plain.replace(/Union\d*$/, '');
};

const format = (type: GoType): Tag => (type.format === undefined ? [] : [['format', type.format]]);

/** Name of a variant without its own name: `String`, `ListString`, `AnyMap`. */
function plainName(declarer: Declarer, node: TypeNode): string | undefined {
  const target = resolveNode(declarer.plan.shapes, node);
  switch (target.kind) {
    case 'scalar':
      return declarer.names.pascal(
        target.scalar === 'number'
          ? 'float'
          : target.scalar === 'boolean'
            ? 'bool'
            : target.scalar === 'integer'
              ? 'int'
              : target.format === 'date-time'
                ? 'time'
                : target.scalar,
      );
    case 'literal':
      return declarer.names.pascal(String(target.value));
    case 'array': {
      const item = declarer.nameOf(target.items, []) ?? plainName(declarer, target.items);
      return item === undefined ? 'List' : `${item}Array`;
    }
    case 'record':
      return 'AnyMap';
    case 'object':
      return isMap(declarer, target, 'response') ? 'AnyMap' : undefined;
    default:
      return undefined;
  }
}

function sentVariant(scope: NameScope, { name, type, tags }: Variant, property: string | undefined): GoField {
  const isPointer = type.kind === 'struct';
  const text = isPointer
    ? code`*${type.text}`
    : type.kind === 'scalar' || (type.kind === 'enum' && type.text === 'string')
      ? code`param.Opt[${type.text}]`
      : type.text;
  return {
    name: scope.free(`Of${fieldStem(name, type)}`),
    type: { text, kind: type.kind },
    tag: [
      ['json', ',omitzero,inline'],
      ...(isPointer && tags.length > 0 && property !== undefined
        ? tags.slice(0, 1).map((tag) => ['variant', `${property}:${tag}`] as const)
        : []),
      ...(isPointer && tags.length > 1 ? [['others', tags.slice(1).join(' ')] as const] : []),
      ...format(type),
    ],
    doc: [],
    hasMeta: false,
  };
}

const plainOf = ({ plan }: Declarer, node: TypeNode): TypeNode => {
  const target = resolveNode(plan.shapes, node);
  return target.kind === 'nullable' ? resolveNode(plan.shapes, target.type) : target;
};

function isStruct(declarer: Declarer, node: TypeNode): boolean {
  const target = plainOf(declarer, node);
  return (
    (target.kind === 'object' && !isMap(declarer, target, 'response')) ||
    (target.kind === 'union' && target.mode !== 'enum') ||
    target.kind === 'intersection'
  );
}

/** The properties of all variants. A property with several types becomes a union. */
function mergedFields(
  declarer: Declarer,
  union: GoStruct,
  types: readonly GoType[],
  scope: NameScope,
): readonly GoField[] {
  const found = new Map<string, { readonly name: string; readonly types: GoType[] }>();
  for (const { holds } of types) {
    for (const field of structNamed(declarer, holds)?.fields ?? []) {
      const wire = wireName(field);
      if (wire === '') continue;
      const known = found.get(wire) ?? { name: field.name, types: [] };
      found.set(wire, known);
      known.types.push(field.type);
    }
  }
  return [...found].map(([wire, known]): GoField => {
    const name = scope.free(known.name);
    const texts = new Set(known.types.map(plainText));
    const [first] = known.types;
    const type =
      texts.size === 1 && first
        ? { ...first, text: plainText(first) }
        : mixedField(declarer, union, { name: `${union.name}${known.name}`, types: known.types });
    return { name, type, tag: [['json', wire], ...format(type)], doc: [], hasMeta: true };
  });
}

export const wireName = ({ tag }: GoField): string =>
  tag.find(([key]) => key === 'wire')?.[1] ?? tag[0]?.[1].split(',')[0] ?? '';

/** In a union, constants and enums are plain strings. */
const plainText = ({ text, kind }: GoType): GoType['text'] =>
  kind === 'constant' || (kind === 'enum' && !/^(?:int64|float64|bool)$/.test(text)) ? code`string` : text;

/** Limits the nesting of unions. */
const DEEPEST = 120;

function mixedField(
  declarer: Declarer,
  { file, name: outer }: GoStruct,
  { name, types }: { readonly name: string; readonly types: readonly GoType[] },
): GoType {
  if (outer.length > DEEPEST) return anything;
  const own = declarer.scope.free(name);
  const scope = fieldScope();
  const mixed: GoStruct = {
    kind: 'struct',
    name: own,
    file,
    way: 'response',
    doc: ['Its type depends on the variant of the union.'],
    fields: [],
    isUnion: true,
    variants: [],
  };
  addDeclaration(declarer, mixed);
  mixed.fields.push(...mergedFields(declarer, mixed, types, scope));
  const inline = new Map<string, GoType>();
  for (const type of types) {
    if (type.holds === undefined) inline.set(`Of${kindName(declarer, plainText(type))}`, type);
    for (const field of structNamed(declarer, type.holds)?.fields ?? [])
      if (wireName(field) === '' && field.name.startsWith('Of')) inline.set(field.name, field.type);
  }
  for (const [field, type] of inline)
    mixed.fields.push({
      name: scope.free(field),
      type: { ...type, text: plainText(type) },
      tag: [['json', ',inline'], ...format(type)],
      doc: [],
      hasMeta: true,
    });
  return { text: identifier(own), kind: 'struct', holds: own };
}

/** `[]string` → `StringArray`. */
const kindName = ({ names }: Declarer, text: string): string =>
  text.startsWith('map[')
    ? 'AnyMap'
    : names.pascal(
        text
          .replace(
            /^((?:\[\])+)(.*)$/,
            (_, lists: string, item: string) => item + ' array'.repeat(lists.length / 2),
          )
          .replace(/^\w+\./, ''),
      );
