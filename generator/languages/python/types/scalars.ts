/** Types without names: scalars, enums, and lists as Python accepts and returns them. */
import type { LiteralType, ScalarType, TypeNode, UnionType } from '../../../ir/types.ts';
import { type Shapes, resolveNode } from '../../../plan/shapes.ts';
import * as expr from './expr.ts';
import type { Way } from './type-context.ts';

export function scalar({ scalar: kind, format, constraints }: ScalarType, way: Way): expr.TypeExpression {
  switch (kind) {
    case 'integer':
      return expr.builtin('int');
    case 'number':
      return expr.builtin('float');
    case 'boolean':
      return expr.builtin('bool');
    case 'null':
      return expr.none;
    case 'binary':
      return way === 'request' ? expr.runtime('_types', 'FileTypes') : expr.text;
    case 'string': {
      const moment = MOMENTS.get(format ?? '');
      if (moment !== undefined) {
        const name = expr.library('datetime', moment);
        return way === 'request' ? expr.unionOf([expr.text, name]) : name;
      }
      return base64Alphabet(format, constraints?.contentEncoding) !== undefined && way === 'request'
        ? expr.unionOf([expr.text, expr.runtime('_types', 'Base64FileInput')])
        : expr.text;
    }
    default:
      return kind satisfies never;
  }
}

const MOMENTS = new Map([
  ['date-time', 'datetime'],
  ['date', 'date'],
]);

/** Undefined if the text is not base64. */
export function base64Alphabet(
  format: string | undefined,
  encoding: string | undefined,
): 'base64' | 'base64url' | undefined {
  if (encoding === 'base64url') return 'base64url';
  return format === 'byte' || encoding === 'base64' ? 'base64' : undefined;
}

/** How a sent value, or a value in it, is formatted, if the type allows several formats. */
export function valueFormat(
  shapes: Pick<Shapes, 'schemas'>,
  node: TypeNode,
  depth = 0,
): expr.PropertyInfo['format'] {
  if (depth > 6) return undefined;
  const inner = (typeNode: TypeNode): expr.PropertyInfo['format'] => valueFormat(shapes, typeNode, depth + 1);
  switch (node.kind) {
    case 'scalar':
      if (node.scalar !== 'string') return undefined;
      if (MOMENTS.has(node.format ?? '')) return 'iso8601';
      return base64Alphabet(node.format, node.constraints?.contentEncoding);
    case 'nullable':
      return inner(node.type);
    case 'array':
      return inner(node.items);
    case 'tuple':
      return node.items.map(inner).find((name) => name !== undefined);
    case 'record':
      return inner(node.values);
    case 'union':
      return node.members.map(inner).find((name) => name !== undefined);
    case 'ref': {
      const target = shapes.schemas.get(node.id)?.type;
      return target === undefined || target.kind === 'object' ? undefined : inner(target);
    }
    default:
      return undefined;
  }
}

/** The value for `Literal`; an expression if `Literal` does not support it. */
export function literalValues({ value }: LiteralType): expr.LiteralValue | expr.TypeExpression {
  if (value === null) return expr.none;
  return typeof value === 'number' && !Number.isInteger(value) ? expr.builtin('float') : value;
}

/** The type of values that an open enum does not list. */
export const openBase = ({ open, members }: UnionType): expr.TypeExpression | undefined =>
  open === undefined
    ? undefined
    : open === 'string'
      ? expr.text
      : expr.builtin(
          members.every((member) => member.kind !== 'literal' || Number.isInteger(member.value))
            ? 'int'
            : 'float',
        );

/**
 * A list: received as a list, and sent from any sequence except a string where strings are expected, because
 * its characters would be sent one by one.
 */
export function arrayOf(
  shapes: Pick<Shapes, 'schemas'>,
  items: expr.TypeExpression,
  { node, way }: { readonly node: TypeNode | undefined; readonly way: Way },
): expr.TypeExpression {
  if (way === 'response') return expr.listOf(items);
  const plain = node && isEnum(shapes, node);
  if (plain) return expr.listOf(items);
  return expr.generic(
    takesText(shapes, node, items) ? expr.runtime('_types', 'SequenceNotStr') : expr.typing('Iterable'),
    items,
  );
}

const isEnum = (shapes: Pick<Shapes, 'schemas'>, node: TypeNode): boolean => {
  const target = resolveNode(shapes, node);
  const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
  return (
    plain.kind === 'literal' || (plain.kind === 'union' && plain.mode === 'enum' && plain.open === undefined)
  );
};

/** Whether a string would be accepted as a list of such items. */
function takesText(
  shapes: Pick<Shapes, 'schemas'>,
  node: TypeNode | undefined,
  items: expr.TypeExpression,
): boolean {
  const names = items.kind === 'union' ? items.members : [items];
  if (names.some((name) => isTextual(name))) return true;
  const target = node && resolveNode(shapes, node);
  if (target?.kind === 'union' && items.kind === 'declaration')
    return target.members.some(
      (member) => resolveNode(shapes, member).kind === 'scalar' && isString(shapes, member),
    );
  return target?.kind === 'scalar' && target.scalar === 'string';
}

const isTextual = (type: expr.TypeExpression): boolean =>
  (type.kind === 'builtin' && type.name === 'str') || (type.kind === 'runtime' && type.name === 'FileTypes');

const isString = (shapes: Pick<Shapes, 'schemas'>, node: TypeNode): boolean => {
  const target = resolveNode(shapes, node);
  return target.kind === 'scalar' && target.scalar === 'string';
};
