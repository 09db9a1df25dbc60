/** Builds types before printing; they are printed once every name in the file is known. */
import { type Code, code } from '../code.ts';
import type { Declaration, GlobalName, TypeExpression } from './declaration.ts';

export type { TypeExpression, TypePart } from './declaration.ts';

export const text = (value: Code): TypeExpression => [{ kind: 'code', code: value }];
export const declared = (declaration: Declaration): TypeExpression => [{ kind: 'declaration', declaration }];
export const runtimeType = (name: string, module: string): TypeExpression => [
  { kind: 'runtime', name, module },
];
export const runtimeValue = (name: string, module: string): TypeExpression => [
  { kind: 'runtime', name, module, value: true },
];
export const receiver: TypeExpression = [{ kind: 'receiver' }];
export const globalType = (name: GlobalName): TypeExpression => [{ kind: 'global', name }];

export const unknownType: TypeExpression = text(code`unknown`);
export const nullType: TypeExpression = text(code`null`);
export const arrayOf = (item: TypeExpression): TypeExpression => [
  ...globalType('Array'),
  ...text(code`<`),
  ...item,
  ...text(code`>`),
];
export const mapOf = (value: TypeExpression): TypeExpression => [
  ...text(code`{ [key: string]: `),
  ...value,
  ...text(code` }`),
];
export const generic = (name: TypeExpression, ...holes: readonly TypeExpression[]): TypeExpression => [
  ...name,
  ...text(code`<`),
  ...separated(holes, code`, `),
  ...text(code`>`),
];
export const parenthesized = (typeExpression: TypeExpression): TypeExpression => [
  ...text(code`(`),
  ...typeExpression,
  ...text(code`)`),
];

export function separated(items: readonly TypeExpression[], separator: Code): TypeExpression {
  const parts: TypeExpression[number][] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push({ kind: 'code', code: separator });
    parts.push(...item);
  }
  return parts;
}

/** A key that equal expressions share. */
export const expressionKey = (expression: TypeExpression): string =>
  expression
    .map((part) => {
      switch (part.kind) {
        case 'code':
          return part.code;
        case 'declaration':
          return `<${part.declaration.key}>`;
        case 'runtime':
          return `<${part.module}:${part.name}>`;
        case 'global':
          return `<${part.name}>`;
        case 'receiver':
          return '<receiver>';
        default:
          return part satisfies never;
      }
    })
    .join('');

/** Members of a union without duplicates, `null` last. `unknown` absorbs the other members. */
export function unionOf(members: readonly TypeExpression[]): TypeExpression {
  const seen = new Map<string, TypeExpression>();
  for (const member of members) seen.set(expressionKey(member), member);
  if (seen.has('unknown')) return unknownType;
  if (seen.size > 1) seen.delete('never');
  if (seen.delete('null')) seen.set('null', nullType);
  if (seen.size === 0) return text(code`never`);
  return separated([...seen.values()], code` | `);
}
