/** Enums and literals. */
import type { LiteralType, UnionType } from '../../ir/types.ts';
import { proseLines } from '../prose.ts';
import { code, identifier, numberLiteral, stringLiteral } from './code.ts';
import { type Declarer, addDeclaration, anything } from './context.ts';
import { isKeyword } from './names.ts';
import type { DeclaredFor, GoType, Site } from './types.ts';

export function literalType({ value }: LiteralType): GoType {
  if (typeof value === 'string') return { text: code`string`, kind: 'enum' };
  if (typeof value === 'number')
    return { text: Number.isInteger(value) ? code`int64` : code`float64`, kind: 'scalar' };
  return typeof value === 'boolean' ? { text: code`bool`, kind: 'scalar' } : anything;
}

export function declareEnum(
  declarer: Declarer,
  node: UnionType,
  site: Site,
  marks: DeclaredFor = {},
): GoType {
  const base = enumBase(node);
  if (base === undefined) {
    marks.remember?.(anything);
    return anything;
  }
  const name = declarer.scope.free(site.path);
  const type: GoType = { text: identifier(name), kind: 'enum' };
  marks.remember?.(type);
  const values = node.members.flatMap((member) => {
    if (member.kind !== 'literal' || member.value === null) return [];
    const label = member.label ?? String(member.value);
    const shown = `${label}`.replace(/^-(?=\d)/, 'Minus');
    return [
      {
        name: declarer.scope.free(name + valueName(declarer, shown)),
        literal: typeof member.value === 'string' ? stringLiteral(member.value) : literalOf(member.value),
        doc: proseLines(member.description),
      },
    ];
  });
  addDeclaration(declarer, {
    kind: 'enum',
    name,
    file: site.file,
    base,
    values,
    doc: proseLines(node.description),
    schema: marks.schema,
  });
  return type;
}

const valueName = ({ names }: Declarer, label: string): string =>
  /[\p{L}\p{N}]/u.test(label) ? names.pascal(label).replace(/^X(?=\d)/, '') : 'Empty';

const literalOf = (value: number | boolean) =>
  typeof value === 'number' ? numberLiteral(value) : value ? code`true` : code`false`;

/** The type of all values; undefined if they have several. */
function enumBase(node: UnionType): GoType['text'] | undefined {
  if (node.open === 'number') return code`float64`;
  const types = new Set(
    node.members.flatMap((member) =>
      member.kind === 'literal' && member.value !== null ? [literalType(member).text] : [],
    ),
  );
  const [only] = types;
  return types.size === 1 && only !== undefined && !isKeyword(only) ? only : undefined;
}

export function enumType(declarer: Declarer, node: UnionType, site: Site): GoType {
  const base = enumBase(node);
  if (base === undefined) return anything;
  if (site.depth <= 1 || site.isVariant === true) return declareEnum(declarer, node, site);
  return { text: base, kind: base === 'string' ? 'enum' : 'scalar' };
}
