/** Creates and inspects types. */
import type { JsonValue } from '../../../lib/json.ts';
import type {
  Declaration,
  ImportedName,
  LiteralValue,
  NameExpression,
  PropertyInfo,
  TypeExpression,
} from './types.ts';

export type { ImportedName, LiteralValue, NameExpression, PropertyInfo, TypeExpression } from './types.ts';

export const builtin = (name: string): NameExpression => ({ kind: 'builtin', name });
export const typing = (name: string): ImportedName => ({ kind: 'library', module: 'typing', name });
export const extensions = (name: string): ImportedName => ({
  kind: 'library',
  module: 'typing_extensions',
  name,
});
export const library = (module: string, name: string): ImportedName => ({ kind: 'library', module, name });
export const runtime = (module: string, name: string): ImportedName => ({ kind: 'runtime', module, name });
export const declared = (declaration: Declaration): NameExpression => ({ kind: 'declaration', declaration });
export const local = (name: string): NameExpression => ({ kind: 'local', name });

export const none: TypeExpression = { kind: 'none' };
export const anything: TypeExpression = builtin('object');
export const text: TypeExpression = builtin('str');

export const generic = (head: NameExpression, ...holes: readonly TypeExpression[]): TypeExpression => ({
  kind: 'generic',
  head,
  arguments: holes,
});

export const listOf = (item: TypeExpression): TypeExpression => generic(builtin('list'), item);
export const mapOf = (value: TypeExpression): TypeExpression =>
  generic(builtin('dict'), builtin('str'), value);
export const literalOf = (values: readonly LiteralValue[]): TypeExpression => ({ kind: 'literal', values });

/** Returns the type unchanged if there is no information. */
export function annotated(type: TypeExpression, info: PropertyInfo): TypeExpression {
  if (Object.keys(info).length === 0) return type;
  return type.kind === 'annotated'
    ? { ...type, info: { ...type.info, ...info } }
    : { kind: 'annotated', type, info };
}

/** Members without duplicates, with literals combined and `None` last. `object` absorbs the other members. */
export function unionOf(members: readonly TypeExpression[]): TypeExpression {
  const found = new Map<string, TypeExpression>();
  let hasNone = false;
  const literals = new Set<LiteralValue>();
  for (const member of members.flatMap((typeExpression) =>
    typeExpression.kind === 'union' ? typeExpression.members : [typeExpression],
  )) {
    if (member.kind === 'none') hasNone = true;
    else if (member.kind === 'literal') {
      found.set('literal', member);
      for (const value of member.values) literals.add(value);
    } else found.set(keyOf(member), member);
  }
  if (found.has('object')) return anything;
  if (literals.size > 0) found.set('literal', literalOf([...literals]));
  const all: readonly TypeExpression[] = [...found.values(), ...(hasNone ? [none] : [])];
  const [only] = all;
  if (only === undefined) return none;
  return all.length === 1 ? only : { kind: 'union', members: all };
}

export const optional = (type: TypeExpression): TypeExpression =>
  type.kind === 'annotated' && type.info.discriminator !== undefined
    ? { kind: 'union', members: [type, none] }
    : type.kind === 'annotated'
      ? { ...type, type: optional(type.type) }
      : unionOf([type, none]);

/** A key that equal types share. */
export function keyOf(type: TypeExpression): string {
  switch (type.kind) {
    case 'none':
      return 'None';
    case 'builtin':
    case 'local':
      return type.name;
    case 'library':
    case 'runtime':
      return `${type.module}.${type.name}`;
    case 'declaration':
      return type.declaration.key;
    case 'generic':
      return `${keyOf(type.head)}[${type.arguments.map(keyOf).join(',')}]`;
    case 'union':
      return `(${type.members.map(keyOf).join('|')})`;
    case 'literal':
      return JSON.stringify(type.values satisfies JsonValue);
    case 'annotated':
      return `${keyOf(type.type)}@${JSON.stringify(type.info)}`;
    default:
      return type satisfies never;
  }
}

/** All names in an expression. */
export function namesIn(type: TypeExpression): readonly NameExpression[] {
  switch (type.kind) {
    case 'none':
    case 'literal':
      return [];
    case 'generic':
      return [type.head, ...type.arguments.flatMap(namesIn)];
    case 'union':
      return type.members.flatMap(namesIn);
    case 'annotated':
      return namesIn(type.type);
    default:
      return [type];
  }
}

export const isOptional = (type: TypeExpression): boolean =>
  type.kind === 'none' ||
  (type.kind === 'union' && type.members.some((member) => member.kind === 'none')) ||
  (type.kind === 'annotated' && isOptional(type.type));
