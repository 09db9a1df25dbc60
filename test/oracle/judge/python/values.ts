/** What the probes know of types: what stands behind names, and by which kinds values are kept. */
import { stringLiteral } from '../../../../generator/languages/python/code.ts';
import type { Declaration, Member } from '../../../../generator/languages/python/types/declaration.ts';
import type { TypeExpression } from '../../../../generator/languages/python/types/expr.ts';

export const unannotated = (type: TypeExpression): TypeExpression =>
  type.kind === 'annotated' ? unannotated(type.type) : type;

/** What stands behind names that are no classes, without `None`. */
export function behind(given: TypeExpression): { readonly type: TypeExpression; readonly optional: boolean } {
  const type = unannotated(given);
  if (type.kind === 'declaration' && type.declaration.body.kind === 'alias')
    return behind(type.declaration.body.type);
  if (type.kind !== 'union') return { type, optional: type.kind === 'none' };
  const rest = type.members.filter((one) => unannotated(one).kind !== 'none');
  const [only] = rest;
  const optional = rest.length < type.members.length;
  if (rest.length === 1 && only) {
    const inner = behind(only);
    return { type: inner.type, optional: optional || inner.optional };
  }
  return { type: { kind: 'union', members: rest }, optional };
}

/** It is sent, or holds what is: a dictionary, not a class. */
export function isSent(given: TypeExpression): boolean {
  const { type } = behind(given);
  if (type.kind === 'union') return type.members.some(isSent);
  if (type.kind === 'generic') return type.arguments.some(isSent);
  return type.kind === 'declaration' && type.declaration.body.kind === 'dictionary';
}

/** Those of the bases too; undefined for what is no class. */
export function membersOf({ body }: Declaration): readonly Member[] | undefined {
  if (body.kind !== 'model' && body.kind !== 'dictionary') return undefined;
  return [...body.bases.flatMap((one) => membersOf(one) ?? []), ...body.members];
}

/**
 * A type that is the same in any SDK, by which a value is kept; literals as the kind of value that they are.
 */
export function readable(given: TypeExpression): string | undefined {
  const type = unannotated(given);
  switch (type.kind) {
    case 'builtin':
      return type.name;
    case 'none':
      return 'None';
    case 'library':
      return type.module === 'datetime' ? `datetime.${type.name}` : undefined;
    case 'literal':
      return [...new Set(type.values.map((one) => kindOf(one)))].join(' | ');
    case 'union': {
      const all = type.members.map(readable);
      const known = new Set(all.filter((one) => one !== undefined));
      if (all.includes(undefined)) return undefined;
      return known.size === 1 ? [...known].join() : `Union[${[...known].join(', ')}]`;
    }
    default:
      return undefined;
  }
}

const kindOf = (value: string | number | boolean): string =>
  typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'bool' : 'int';

export const literalText = (value: string | number | boolean): string =>
  typeof value === 'boolean'
    ? value
      ? 'True'
      : 'False'
    : typeof value === 'number'
      ? String(value)
      : stringLiteral(value);

export function literalsOf(type: TypeExpression): readonly string[] | undefined {
  if (type.kind === 'literal') return type.values.map(literalText);
  return undefined;
}
