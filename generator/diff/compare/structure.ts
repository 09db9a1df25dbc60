import type { Property, Schema, TypeNode, UnionType } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { jsonText } from './json-text.ts';
import { choicesOf, membersOf } from './shape.ts';

/**
 * The text for a reference in a signature: its name if both sides have it, otherwise a common placeholder.
 */
export type RefName = (id: string) => string;

const MAX_DEPTH = 60;

/**
 * A text that is equal for types of the same shape, regardless of names, documentation and order. References
 * are not followed. Beyond 60 levels, all types are considered equal.
 */
export function signature(node: TypeNode, refName: RefName, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  const inner = (child: TypeNode): string => signature(child, refName, depth + 1);
  const limits =
    node.constraints === undefined
      ? ''
      : `{${jsonText(Object.fromEntries(Object.entries(node.constraints).filter(([, value]) => value !== undefined)))}}`;
  switch (node.kind) {
    case 'scalar':
      return `${node.scalar}${node.format === undefined ? '' : `:${node.format}`}${limits}`;
    case 'literal':
      return jsonText(node.value);
    case 'array':
      return `[${inner(node.items)}]${limits}`;
    case 'tuple':
      return `(${node.items.map(inner).join(',')};${node.rest === undefined ? '*' : node.rest === false ? '' : inner(node.rest)};${node.required})${limits}`;
    case 'record':
      return `<${node.keys === undefined ? '' : inner(node.keys)}:${inner(node.values)}>${limits}`;
    case 'object': {
      const own = node.properties.map((item) => property(item, inner)).sort(byCodeUnit);
      const rest =
        node.additional === undefined ? '' : node.additional === false ? '!' : inner(node.additional);
      const patterns = (node.patterns ?? [])
        .map((pattern) => `${JSON.stringify(pattern.pattern)}:${inner(pattern.type)}`)
        .sort(byCodeUnit);
      return `{${own.join(',')}|${node.bases.map(inner).sort(byCodeUnit).join('&')}|${rest}|${patterns.join(',')}}${limits}`;
    }
    case 'union':
      return unionSignature(node, inner);
    case 'intersection':
      return `(${node.members.map(inner).sort(byCodeUnit).join('&')})`;
    case 'nullable':
      return `${inner(node.type)}?`;
    case 'ref':
      return `#${refName(node.id)}`;
    case 'unknown':
      return '*';
    case 'never':
      return '!';
    default:
      return node satisfies never;
  }
}

/**
 * Signature of the members, regardless of nesting and order. An open enum is represented by its kind of
 * value.
 */
function unionSignature(node: UnionType, inner: (child: TypeNode) => string): string {
  const choices = choicesOf(node);
  const texts =
    choices !== undefined
      ? choices.values.map(inner)
      : membersOf(node).flatMap((member) =>
          member.kind === 'union' && member.open === undefined ? member.members.map(inner) : [inner(member)],
        );
  return `${choices?.open === true ? typeof choices.values[0]?.value : ''}(${[...new Set(texts)].sort(byCodeUnit).join('|')})`;
}

const property = (item: Property, inner: (child: TypeNode) => string): string =>
  `${JSON.stringify(item.name)}${item.required ? '' : '?'}${item.readOnly === true ? 'r' : ''}${item.writeOnly === true ? 'w' : ''}:${inner(item.type)}`;

/** The share of names that both sets contain, 0 to 1; 0 if both are empty. */
export function shared(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const common = [...x].filter((name) => y.has(name)).length;
  return common === 0 ? 0 : common / (x.size + y.size - common);
}

/** Normalizes a name: `petName` and `pet_name` are equal. */
export const folded = (name: string): string => name.toLowerCase().replace(/(?<=.)[^\p{L}\p{N}]+/gu, '');

/**
 * Similarity of two objects by their property names, 0 to 1. Other types are similar if their signatures are
 * equal.
 */
export function likeness(a: Schema, b: Schema, refName: RefName): number {
  if (a.type.kind === 'object' && b.type.kind === 'object') {
    const [x, y] = [
      new Set(a.type.properties.map((item) => folded(item.name))),
      new Set(b.type.properties.map((item) => folded(item.name))),
    ];
    return x.size + y.size === 0
      ? signature(a.type, refName) === signature(b.type, refName)
        ? 1
        : 0
      : shared(x, y);
  }
  return signature(a.type, refName) === signature(b.type, refName) ? 1 : 0;
}
