import type { Property, Schema, TypeNode } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { jsonText } from './json-text.ts';
import { membersOf } from './shape.ts';

/** What a reference stands for in a signature: its name where both sides have it, else something common to all. */
export type RefName = (id: string) => string;

const MAX_DEPTH = 60;

/**
 * A text that is equal for two types of the same shape, whatever they are called and however they are documented.
 * Property order and member order take no part. References are not followed. Beyond 60 levels everything is alike.
 */
export function signature(node: TypeNode, refName: RefName, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  const inner = (child: TypeNode): string => signature(child, refName, depth + 1);
  const limits = node.constraints === undefined ? '' : `{${jsonText(Object.fromEntries(Object.entries(node.constraints).filter(([, value]) => value !== undefined)))}}`;
  switch (node.kind) {
    case 'scalar': return `${node.scalar}${node.format === undefined ? '' : `:${node.format}`}${limits}`;
    case 'literal': return jsonText(node.value);
    case 'array': return `[${inner(node.items)}]${limits}`;
    case 'tuple': return `(${node.items.map(inner).join(',')};${node.rest === undefined ? '*' : node.rest === false ? '' : inner(node.rest)};${node.required})${limits}`;
    case 'record': return `<${node.keys === undefined ? '' : inner(node.keys)}:${inner(node.values)}>${limits}`;
    case 'object': {
      const own = node.properties.map((one) => property(one, inner)).sort(byCodeUnit);
      const rest = node.additional === undefined ? '' : node.additional === false ? '!' : inner(node.additional);
      const patterns = (node.patterns ?? []).map((one) => `${JSON.stringify(one.pattern)}:${inner(one.type)}`).sort(byCodeUnit);
      return `{${own.join(',')}|${node.bases.map(inner).sort(byCodeUnit).join('&')}|${rest}|${patterns.join(',')}}${limits}`;
    }
    case 'union': return `${node.open ?? ''}(${[...new Set(membersOf(node).flatMap((one) => (one === node ? [] : one.kind === 'union' ? one.members.map(inner) : [inner(one)])))].sort(byCodeUnit).join('|')})`;
    case 'intersection': return `(${node.members.map(inner).sort(byCodeUnit).join('&')})`;
    case 'nullable': return `${inner(node.type)}?`;
    case 'ref': return `#${refName(node.id)}`;
    case 'unknown': return '*';
    case 'never': return '!';
    default: return node satisfies never;
  }
}

const property = (one: Property, inner: (child: TypeNode) => string): string =>
  `${JSON.stringify(one.name)}${one.required ? '' : '?'}${one.readOnly === true ? 'r' : ''}${one.writeOnly === true ? 'w' : ''}:${inner(one.type)}`;

/** How alike two objects are by the names they hold, 0 to 1; other types are alike when their signatures are. */
export function likeness(a: Schema, b: Schema, refName: RefName): number {
  if (a.type.kind === 'object' && b.type.kind === 'object') {
    const x = new Set(a.type.properties.map((one) => one.name));
    const y = new Set(b.type.properties.map((one) => one.name));
    const common = [...x].filter((name) => y.has(name)).length;
    const all = x.size + y.size - common;
    return all === 0 ? (signature(a.type, refName) === signature(b.type, refName) ? 1 : 0) : common / all;
  }
  return signature(a.type, refName) === signature(b.type, refName) ? 1 : 0;
}
