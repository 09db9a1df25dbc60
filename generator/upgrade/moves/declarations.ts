/**
 * Compares the types of the two SDKs along the pairs of the diff: which declaration replaces which, and
 * which of their properties and values have another name.
 */
import type { Pairing } from '../../diff/pairing.ts';
import { type Field, fieldsOf } from '../../plan/arguments.ts';
import type { TypescriptMethod } from '../../languages/typescript/methods/method.ts';
import type { Declaration } from '../../languages/typescript/types/declaration.ts';
import type { DeclarationKey, MemberMove, ValueMove } from '../types.ts';
import { pairResults } from './results.ts';
import type { Surface } from './surface.ts';
import { type Both, type MoveWalk, declarationsIn, finish, link, pair, pairExpressions } from './walk.ts';

export interface PairedTypes {
  /** Declaration of the base → its successor in the revision. */
  readonly declarations: ReadonlyMap<DeclarationKey, Declaration>;
  readonly members: readonly MemberMove[];
  readonly values: readonly ValueMove[];
}

export interface PairedMethod {
  readonly base: TypescriptMethod;
  readonly revision: TypescriptMethod;
}

export function pairTypes(
  base: Surface,
  revision: Surface,
  pairing: Pairing,
  methods: readonly PairedMethod[],
): PairedTypes {
  const walk: MoveWalk = {
    declarations: new Map(),
    taken: new Set(),
    members: new Map(),
    values: new Map(),
    pending: [],
    known: new Map(),
    renamed: pairing.renamed,
    models: new Set(
      [base, revision].flatMap(({ plan }) =>
        [...plan.context.models.values(), ...plan.context.sentModels.values()].map(
          (declaration) => declaration.key,
        ),
      ),
    ),
  };
  for (const [id, other] of pairing.schemas) {
    for (const kind of ['models', 'sentModels'] as const) {
      const [a, b] = [base.plan.context[kind].get(id), revision.plan.context[kind].get(other)];
      if (a !== undefined && b !== undefined) link(walk, a, b);
    }
  }
  finish(walk);
  for (const { base: a, revision: b } of methods) {
    pairArguments(walk, { base, revision }, a, b);
    pairResults(walk, { base, revision }, a, b);
    pair(walk, a.errors, b.errors);
    finish(walk);
  }
  // A type that was used in a single direction and now in both, or vice versa, is the same
  // type under one of its two names.
  for (const [id, other] of pairing.schemas) {
    const [x, y] = [base.plan.context.sentModels.get(id), revision.plan.context.models.get(other)];
    if (x !== undefined && y !== undefined && !walk.declarations.has(x.key)) walk.declarations.set(x.key, y);
  }
  return {
    declarations: walk.declarations,
    members: [...walk.members.values()],
    values: [...walk.values.values()],
  };
}

const aliases = (plan: TypescriptMethod): readonly Declaration[] =>
  plan.params === undefined
    ? []
    : [...declarationsIn(plan.params), ...(plan.overloads === undefined ? [] : overloadsOf(plan.overloads))];

const overloadsOf = (all: NonNullable<TypescriptMethod['overloads']>): readonly Declaration[] =>
  [all.base, all.plain, all.streaming].flatMap(declarationsIn);

function pairArguments(walk: MoveWalk, both: Both, a: TypescriptMethod, b: TypescriptMethod): void {
  const names = sameFields(both, a, b);
  const [x, y] = [aliases(a), aliases(b)];
  for (const declaration of x) if (names.size > 0) walk.known.set(declaration.key, names);
  x.forEach((declaration, index) => {
    // A model that is the argument has already been paired as itself.
    if (x.length === y.length || index === 0) pair(walk, declaration, y[index]);
  });
  a.positional.forEach((item, index) => pairExpressions(walk, item.type, b.positional[index]?.type));
}

/** Pairs properties of the argument that have the same wire name but different names in code. */
function sameFields(
  { base, revision }: Both,
  a: TypescriptMethod,
  b: TypescriptMethod,
): ReadonlyMap<string, string> {
  const [before, after] = [
    fieldsOf(base.plan.context, a.arguments),
    fieldsOf(revision.plan.context, b.arguments),
  ];
  const positions = pathParameters(b);
  const path = new Map(pathParameters(a).map((name, index) => [name, positions[index]]));
  const paired = positions.length === path.size;
  const found = new Map<string, string>();
  const names = new Set(after.map((field) => field.name));
  const match = (field: Field): Field | undefined =>
    field.group === 'path'
      ? after.find(
          (other) =>
            other.group === 'path' && other.wireName === (paired ? path.get(field.wireName) : field.wireName),
        )
      : (after.find((other) => other.group === field.group && other.wireName === field.wireName) ??
        after.find((other) => other.group !== 'path' && other.wireName === field.wireName));
  for (const field of before) {
    const other = match(field);
    if (other !== undefined && (other.name !== field.name || !names.has(field.name)))
      found.set(field.name, other.name);
  }
  return new Map([...found].filter(([from, to]) => from !== to));
}

export const pathParameters = ({ method }: TypescriptMethod): readonly string[] =>
  method.pathParts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
