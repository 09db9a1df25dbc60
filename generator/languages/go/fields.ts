/** Struct fields: names, types and tags. */
import type { TypeNode } from '../../ir/types.ts';
import { nestedName } from '../../plan/nested-name.ts';
import { resolveNode } from '../../plan/shapes.ts';
import { code, identifier, type Tag } from './code.ts';
import type { Declarer } from './context.ts';
import { createScope, fieldScope } from './names.ts';
import type { GoField, GoType, PropertyLike, Site } from './types.ts';
import { proseLines, valueLines } from '../prose.ts';
import { stageLines } from './stage-lines.ts';
import { stringLiteral, numberLiteral } from './code.ts';

export function structFields(
  declarer: Declarer,
  properties: readonly PropertyLike[],
  site: Site,
): readonly GoField[] {
  const scope = fieldScope();
  return properties.map((property) => {
    const name = scope.free(declarer.names.pascal(property.alias ?? property.name));
    return fieldOf(declarer, property, { name, site });
  });
}

export interface FieldPlace {
  readonly name: string;
  readonly site: Site;
  /** Tag for a value outside the JSON body: `query`, `header`, `path`, `cookie`. */
  readonly group?: string;
  /** The client option that provides the value. */
  readonly option?: string | undefined;
}

export function fieldOf(declarer: Declarer, property: PropertyLike, place: FieldPlace): GoField {
  const { site, name, group } = place;
  const inner: Site = {
    ...site,
    isVariant: false,
    path: site.path + declarer.names.pascal(nestedName(property)),
    depth: site.depth + 1,
  };
  const type = constantType(declarer, property, site) ?? declarer.typeOf(property.type, inner);
  const isNull = resolveNode(declarer.plan.shapes, property.type).kind === 'nullable';
  return {
    name,
    type: site.way === 'request' ? sentType(type, property.required, isNull) : type,
    tag: tagOf(property, { type, isNull, isRequest: site.way === 'request', group, option: place.option }),
    doc: docOf(property),
    hasMeta: site.way === 'response',
  };
}

/** A type for a constant, which is sent automatically. */
function constantType(
  declarer: Declarer,
  { type, required, name }: PropertyLike,
  site: Site,
): GoType | undefined {
  const node = resolveNode(declarer.plan.shapes, type);
  const plain = node.kind === 'nullable' ? node.type : node;
  if (plain.kind !== 'literal' || typeof plain.value !== 'string') return undefined;
  if (required && node.kind === 'literal') {
    const known = declarer.constants.get(plain.value) ?? constantName(declarer, plain.value);
    declarer.constants.set(plain.value, known);
    return { text: code`constant.${identifier(known)}`, kind: 'constant' };
  }
  if (site.depth > 0) return undefined;
  return declarer.typeOf(
    { kind: 'union', mode: 'enum', members: [plain], origin: plain.origin },
    {
      ...site,
      path: site.path + declarer.names.pascal(name),
      depth: 1,
      isVariant: false,
    },
  );
}

function constantName({ names, constants }: Declarer, value: string): string {
  const taken = createScope(constants.values());
  const wanted = /^\p{N}/u.test(value)
    ? `String${names.pascal(value).replace(/^X/, '')}`
    : names.pascal(value);
  return taken.free(wanted === 'Constant' ? 'ConstantValue' : wanted);
}

/** Optional and nullable scalars distinguish an unset value from the zero value. */
function sentType(type: GoType, isRequired: boolean, isNull: boolean): GoType {
  if (type.kind !== 'scalar' || (isRequired && !isNull)) return type;
  return { ...type, text: code`param.Opt[${type.text}]` };
}

interface TagFacts {
  readonly type: GoType;
  readonly isNull: boolean;
  readonly isRequest: boolean;
  readonly group: string | undefined;
  readonly option: string | undefined;
}

function tagOf({ name, required }: PropertyLike, { type, isNull, isRequest, group, option }: TagFacts): Tag {
  const isPlain = (type.kind === 'scalar' && !isNull) || type.kind === 'constant';
  const isLeftOut = isRequest && !(required && isPlain);
  const isRequired = required && option === undefined && (isRequest || !isNull);
  const mark = isRequired ? 'required' : !isRequest && isNull ? 'nullable' : undefined;
  const isOdd = /[,"\\`]|^-?$/.test(name);
  const own: Tag = [
    [group ?? 'json', `${isOdd ? '' : name}${isLeftOut ? ',omitzero' : ''}`],
    ...(group === undefined ? [] : [['json', '-'] as const]),
    ...(isOdd ? [['wire', name] as const] : []),
  ];
  return [
    ...own,
    ...(mark === undefined ? [] : [['api', mark] as const]),
    ...(type.format === undefined ? [] : [['format', type.format] as const]),
    ...(option === undefined ? [] : [['option', option] as const]),
  ];
}

function docOf(property: PropertyLike): readonly string[] {
  const lines = [
    ...proseLines(property.description),
    ...valueLines(property.type, (value) =>
      typeof value === 'string'
        ? stringLiteral(value)
        : typeof value === 'number'
          ? numberLiteral(value)
          : String(value),
    ),
    ...stageLines(property),
    ...plainValues(property.type),
  ];
  return lines[0] === '' ? lines.slice(1) : lines;
}

/** Values of an enum that is a plain string in Go. */
function plainValues(type: TypeNode): readonly string[] {
  const node = type.kind === 'nullable' ? type.type : type;
  if (node.kind !== 'union' || node.mode !== 'enum' || node.members.length > 20) return [];
  const values = node.members.flatMap((member) =>
    member.kind === 'literal' && typeof member.value === 'string' ? [stringLiteral(member.value)] : [],
  );
  return values.length === 0 ? [] : ['', `Any of ${values.join(', ')}.`];
}
