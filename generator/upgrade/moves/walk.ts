/** Compares two declarations: their parts match if their names are equal. */
import { folded, shared } from '../../diff/compare/structure.ts';
import type { Declaration, Member } from '../../languages/typescript/types/declaration.ts';
import { type TypeExpression, expressionKey } from '../../languages/typescript/types/expr.ts';
import type { DeclarationKey, MemberMove, ValueMove } from '../types.ts';
import { renamedAmong, sameWords } from '../../diff/compare/likeness.ts';
import { placeText } from '../../diff/compare/renames.ts';
import type { Surface } from './surface.ts';

export interface MoveWalk {
  /** Types named in the document or the config; the diff decides which of them match. */
  readonly models: ReadonlySet<DeclarationKey>;
  readonly declarations: Map<DeclarationKey, Declaration>;
  readonly taken: Set<DeclarationKey>;
  readonly members: Map<string, MemberMove>;
  readonly values: Map<string, ValueMove>;
  readonly pending: (readonly [Declaration, Declaration])[];
  /** Old name → new name according to the document, by declaration. */
  readonly known: Map<DeclarationKey, ReadonlyMap<string, string>>;
  /** Renames found by the diff, by the places of the types. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface Both {
  readonly base: Surface;
  readonly revision: Surface;
}

export function pair(walk: MoveWalk, a: Declaration | undefined, b: Declaration | undefined): void {
  if (a === undefined || b === undefined || walk.declarations.has(a.key) || walk.taken.has(b.key)) return;
  if (walk.models.has(a.key) && (walk.models.has(b.key) || likeness(a, b) < ALIKE)) return;
  if (walk.models.has(b.key) && likeness(a, b) < ALIKE) return;
  link(walk, a, b);
}

/** The likeness that the diff requires of types that replace each other. */
const ALIKE = 0.5;

/** The share of property names that both have. */
function likeness({ body: a }: Declaration, { body: b }: Declaration): number {
  if (a.kind !== 'interface' || b.kind !== 'interface') return 0;
  const [x, y] = [a, b].map((item) => new Set(item.members.map((each) => folded(each.name))));
  return x === undefined || y === undefined ? 0 : shared(x, y);
}

export function link(walk: MoveWalk, a: Declaration, b: Declaration): void {
  walk.declarations.set(a.key, b);
  walk.taken.add(b.key);
  walk.pending.push([a, b]);
}

export function finish(walk: MoveWalk): void {
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop()) {
    const [a, b] = next;
    if (a.body.kind === 'interface' && b.body.kind === 'interface') {
      const { members: before, bases } = a.body;
      pairMembers(walk, a, before, b.body.members);
      const others = b.body.bases;
      bases.forEach((base, index) => pairExpressions(walk, base, others[index]));
    } else if (a.body.kind === 'alias' && b.body.kind === 'alias')
      pairExpressions(walk, a.body.type, b.body.type);
    for (const declaration of a.nested)
      pair(
        walk,
        declaration,
        b.nested.find((other) => other.name === declaration.name),
      );
  }
}

export function pairMembers(
  walk: MoveWalk,
  owner: Declaration,
  before: readonly Member[],
  after: readonly Member[],
): void {
  const known = walk.known.get(owner.key);
  const fresh = new Map(after.map((member) => [member.name, member]));
  const taken = new Set<string>();
  const removed: Member[] = [];
  const join = (member: Member, other: Member): void => {
    taken.add(other.name);
    pairExpressions(walk, member.type, other.type);
  };
  for (const member of before) {
    const name = known?.get(member.name) ?? member.name;
    const other = fresh.get(name);
    if (other === undefined) removed.push(member);
    else join(member, other);
    if (other !== undefined && name !== member.name) sayRenamed(walk, owner, [member.name, name], 'declared');
  }
  const open = after.filter(
    (member) => !taken.has(member.name) && !before.some((each) => each.name === member.name),
  );
  const reported = new Map(
    removed.flatMap((member) => {
      const other = open.find((each) => placeOf(each) === walk.renamed.get(placeOf(member)));
      return other === undefined ? [] : [[member.name, other.name] as const];
    }),
  );
  const came = new Set(reported.values());
  // Members that are not in the document, such as the fields of a page that was a
  // list, are matched by their names.
  const rest = renamedAmong(
    removed.filter((member) => !reported.has(member.name)).map(named(walk)),
    open.filter((member) => !came.has(member.name)).map(named(walk)),
  );
  for (const [name, other] of [...reported, ...rest]) {
    const [x, y] = [removed.find((member) => member.name === name), fresh.get(other)];
    if (x === undefined || y === undefined) continue;
    sayRenamed(walk, owner, [name, other], 'likeness');
    join(x, y);
  }
}

const placeOf = ({ name, about }: Member): string =>
  about === undefined ? ` ${name}` : placeText(about.type.origin);

function sayRenamed(
  walk: MoveWalk,
  owner: Declaration,
  [before, after]: readonly [string, string],
  because: MemberMove['because'],
): void {
  const rule = because === 'declared' ? 'argument-renamed' : 'property-renamed';
  walk.members.set(`${owner.key}/${before}`, {
    kind: 'member',
    owner: owner.key,
    before,
    after,
    because,
    rule,
  });
}

/** The shape refers to declarations by their successors, so that both sides are comparable. */
const named =
  (walk: MoveWalk) =>
  (member: Member): { name: string; shape: string; required: boolean; description: string } => ({
    name: member.name,
    shape: expressionKey(
      member.type.map((part) => {
        const other = part.kind === 'declaration' ? walk.declarations.get(part.declaration.key) : undefined;
        return other === undefined ? part : { kind: 'declaration' as const, declaration: other };
      }),
    ),
    required: !member.optional,
    description: member.doc.filter((line) => !line.startsWith('@')).join(' '),
  });

export const declarationsIn = (typeExpression: TypeExpression): readonly Declaration[] =>
  typeExpression.flatMap((part) => (part.kind === 'declaration' ? [part.declaration] : []));

export function pairExpressions(walk: MoveWalk, a: TypeExpression, b: TypeExpression | undefined): void {
  if (b === undefined) return;
  const [x, y] = [declarationsIn(a), declarationsIn(b)];
  const frame = (typeExpression: TypeExpression): string =>
    typeExpression
      .map((part) => (part.kind === 'code' ? part.code : part.kind === 'declaration' ? '#' : ''))
      .join('');
  if (x.length === y.length && frame(a) === frame(b))
    x.forEach((declaration, index) => pair(walk, declaration, y[index]));
  else {
    for (const declaration of x)
      pair(
        walk,
        declaration,
        y.find((other) => other.name === declaration.name),
      );
    // A type in a list, or a nullable type, is still the same type.
    if (x.length === 1 && y.length === 1) pair(walk, x[0], y[0]);
  }
  pairValues(walk, listOf(a), listOf(b));
}

/** `'a' | 'b'` → its values; undefined if it contains anything but text literals. */
function listOf(typeExpression: TypeExpression): readonly string[] {
  const text = typeExpression.map((part) => (part.kind === 'code' ? part.code : '')).join('');
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, value = '']) =>
    value.replace(/\\(['\\])/g, '$1'),
  );
}

function pairValues(walk: MoveWalk, before: readonly string[], after: readonly string[]): void {
  const removed = before.filter((name) => !after.includes(name));
  const fresh = after.filter((name) => !before.includes(name));
  const list = [...new Set(before)].sort();
  for (const name of removed) {
    const others = fresh.filter((other) => sameWords({ name }, { name: other }));
    const [only] = others;
    const rivals = removed.filter((rival) => sameWords({ name: rival }, { name }));
    if (only === undefined || others.length > 1 || rivals.length > 1) continue;
    const key = JSON.stringify([list, name]);
    walk.values.set(key, { kind: 'value', list, before: name, after: only, rule: 'enum-value-removed' });
  }
}
