/** The ways to call a method whose body may have several forms. */
import * as expr from '../types/expr.ts';
import type { Declaration, TypeExpression } from '../types/types.ts';
import type { Signature } from './arguments.ts';

export interface Overload extends Signature {
  /** Its result: all results of the method, only the plain one, or only the stream. */
  readonly gives: 'all' | 'plain' | 'stream';
  /** Arguments that must be present for this overload. */
  readonly required: readonly string[];
}

/** Removes overloads that an earlier one covers. They could never match, and type checkers report them. */
export function withoutCovered(all: readonly Overload[]): readonly Overload[] {
  const kept: Overload[] = [];
  for (const overload of all) if (!kept.some((before) => covers(before, overload))) kept.push(overload);
  return kept.length === 1 ? [] : kept;
}

const covers = (before: Overload, overload: Overload): boolean =>
  before.required.every((name) => overload.required.includes(name)) &&
  overload.keywords.every((each) =>
    before.keywords.some((other) => other.name === each.name && takes(other.type, each.type)),
  );

/** Whether every value of one type is accepted by the other. */
function takes(type: TypeExpression, other: TypeExpression, depth = 0): boolean {
  const key = expr.keyOf(type);
  if (key === 'object' || key === expr.keyOf(other) || depth > DEEPEST) return true;
  const next = depth + 1;
  if (type.kind === 'annotated') return takes(type.type, other, next);
  if (other.kind === 'annotated') return takes(type, other.type, next);
  const [left, right] = [aliased(type), aliased(other)];
  if (left) return takes(left, other, next);
  if (right) return takes(type, right, next);
  if (other.kind === 'union') return other.members.every((member) => takes(type, member, next));
  if (type.kind === 'union') return type.members.some((member) => takes(member, other, next));
  if (type.kind === 'declaration' && other.kind === 'declaration')
    return takesKeys(type.declaration, other.declaration, next);
  if (type.kind === 'generic' && other.kind === 'generic')
    return (
      expr.keyOf(type.head) === expr.keyOf(other.head) &&
      type.arguments.every((argument, at) => takes(argument, other.arguments[at] ?? expr.anything, next))
    );
  if (type.kind === 'builtin' && type.name === 'float') return expr.keyOf(other) === 'int';
  if (other.kind !== 'literal') return false;
  if (type.kind === 'literal') return other.values.every((value) => type.values.includes(value));
  return key === 'str' && other.values.every((value) => typeof value === 'string');
}

/** Limit for recursive types, which are considered equal beyond it. */
const DEEPEST = 12;

const aliased = (type: TypeExpression): TypeExpression | undefined =>
  type.kind === 'declaration' && type.declaration.body.kind === 'alias'
    ? type.declaration.body.type
    : undefined;

/**
 * A dictionary is compatible with another type if it has all keys of it, each with the same type (PEP 589).
 */
function takesKeys(declaration: Declaration, other: Declaration, depth: number): boolean {
  const own = membersOf(declaration);
  const theirs = membersOf(other);
  if (!own || !theirs) return false;
  return [...own].every(([name, key]) => {
    const same = theirs.get(name);
    return (
      same !== undefined &&
      same.required === key.required &&
      takes(key.type, same.type, depth) &&
      takes(same.type, key.type, depth)
    );
  });
}

interface Key {
  readonly required: boolean;
  readonly type: TypeExpression;
}

function membersOf({ body }: Declaration): ReadonlyMap<string, Key> | undefined {
  if (body.kind !== 'dictionary' || body.extra) return undefined;
  return new Map([
    ...body.bases.flatMap((base) => [...(membersOf(base) ?? [])]),
    ...body.members.map((member) => [member.name, member] as const),
  ]);
}
