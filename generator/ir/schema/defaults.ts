/**
 * Checks defaults against their type: a misplaced pair of quotes is
 * corrected, any other mismatch is dropped.
 */
import { type JsonValue } from '../../lib/json.ts';
import { type Origin, at } from '../../lib/origin.ts';
import type { TypeNode } from '../types.ts';
import type { SchemaContext } from './context.ts';
import type { Docs } from './docs.ts';

export function fitDefault(
  context: SchemaContext,
  type: TypeNode,
  docs: Docs,
  { nullable, origin }: { readonly nullable: boolean; readonly origin: Origin },
): Docs {
  const value = docs.default;
  if (value === undefined || (value === null && nullable)) return docs;
  const fitted = fit(value, type);
  if (fitted === value) return docs;
  context.report(
    'default-mismatch',
    { value: JSON.stringify(value).slice(0, 60), type: type.kind === 'scalar' ? type.scalar : type.kind },
    at(origin, 'default'),
  );
  const { default: _wrong, ...rest } = docs;
  return fitted === undefined ? rest : { ...rest, default: fitted };
}

/**
 * The value converted to `type`. Undefined if it cannot be converted. Types that
 * are not checked accept any value.
 */
function fit(value: JsonValue, type: TypeNode): JsonValue | undefined {
  switch (type.kind) {
    case 'scalar':
      if (type.scalar === 'boolean')
        return typeof value === 'boolean'
          ? value
          : value === 'true'
            ? true
            : value === 'false'
              ? false
              : undefined;
      if (type.scalar === 'number' || type.scalar === 'integer')
        return typeof value === 'number'
          ? value
          : typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
            ? Number(value)
            : undefined;
      if (type.scalar === 'string')
        return typeof value === 'string'
          ? value
          : typeof value === 'number' || typeof value === 'boolean'
            ? String(value)
            : undefined;
      return value;
    case 'array':
    case 'tuple':
      return Array.isArray(value) ? value : undefined;
    case 'object':
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    case 'union':
      return type.mode === 'enum' &&
        type.open === undefined &&
        !type.members.some((member) => member.kind !== 'literal' || member.value === value)
        ? undefined
        : value;
    case 'literal':
      return type.value === value ? value : undefined;
    case 'nullable':
      return value === null ? value : fit(value, type.type);
    default:
      return value;
  }
}
