/** Two declarations side by side: what is in them is the same as far as it is called the same. */
import { folded, shared } from '../../diff/compare/structure.ts';
import type { Declaration, Member } from '../../languages/typescript/types/declaration.ts';
import { type TypeExpression, expressionKey } from '../../languages/typescript/types/expr.ts';
import type { DeclarationKey, MemberMove, ValueMove } from '../types.ts';
import { renamedAmong, sameWords } from '../../diff/compare/likeness.ts';
import { placeText } from '../../diff/compare/renames.ts';
import type { Surface } from './surface.ts';

export interface Walk {
  /** Types that the document or the config names: which of them are the same, the diff says. */
  readonly models: ReadonlySet<DeclarationKey>;
  readonly declarations: Map<DeclarationKey, Declaration>;
  readonly taken: Set<DeclarationKey>;
  readonly members: Map<string, MemberMove>;
  readonly values: Map<string, ValueMove>;
  readonly pending: (readonly [Declaration, Declaration])[];
  /** Names that the document says are the same, by declaration. */
  readonly known: Map<DeclarationKey, ReadonlyMap<string, string>>;
  /** What the diff takes to be the same, by the places of the types. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface Both {
  readonly base: Surface;
  readonly revision: Surface;
}

export function pair(walk: Walk, a: Declaration | undefined, b: Declaration | undefined): void {
  if (a === undefined || b === undefined || walk.declarations.has(a.key) || walk.taken.has(b.key)) return;
  if (walk.models.has(a.key) && (walk.models.has(b.key) || likeness(a, b) < ALIKE)) return;
  if (walk.models.has(b.key) && likeness(a, b) < ALIKE) return;
  link(walk, a, b);
}

/** As much as the diff asks of types that took each other's place. */
const ALIKE = 0.5;

/** The part of all names of properties that both have. */
function likeness({ body: a }: Declaration, { body: b }: Declaration): number {
  if (a.kind !== 'interface' || b.kind !== 'interface') return 0;
  const [x, y] = [a, b].map((one) => new Set(one.members.map((each) => folded(each.name))));
  return x === undefined || y === undefined ? 0 : shared(x, y);
}

export function link(walk: Walk, a: Declaration, b: Declaration): void {
  walk.declarations.set(a.key, b);
  walk.taken.add(b.key);
  walk.pending.push([a, b]);
}

export function finish(walk: Walk): void {
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop()) {
    const [a, b] = next;
    if (a.body.kind === 'interface' && b.body.kind === 'interface') {
      const { members: before, bases } = a.body;
      pairMembers(walk, a, before, b.body.members);
      const others = b.body.bases;
      bases.forEach((one, index) => pairExpressions(walk, one, others[index]));
    } else if (a.body.kind === 'alias' && b.body.kind === 'alias')
      pairExpressions(walk, a.body.type, b.body.type);
    for (const one of a.nested)
      pair(
        walk,
        one,
        b.nested.find((other) => other.name === one.name),
      );
  }
}

export function pairMembers(
  walk: Walk,
  owner: Declaration,
  before: readonly Member[],
  after: readonly Member[],
): void {
  const known = walk.known.get(owner.key);
  const fresh = new Map(after.map((one) => [one.name, one]));
  const taken = new Set<string>();
  const gone: Member[] = [];
  const join = (one: Member, other: Member): void => {
    taken.add(other.name);
    pairExpressions(walk, one.type, other.type);
  };
  for (const one of before) {
    const name = known?.get(one.name) ?? one.name;
    const other = fresh.get(name);
    if (other === undefined) gone.push(one);
    else join(one, other);
    if (other !== undefined && name !== one.name) sayRenamed(walk, owner, [one.name, name], 'declared');
  }
  const open = after.filter((one) => !taken.has(one.name) && !before.some((each) => each.name === one.name));
  const told = new Map(
    gone.flatMap((one) => {
      const other = open.find((each) => placeOf(each) === walk.renamed.get(placeOf(one)));
      return other === undefined ? [] : [[one.name, other.name] as const];
    }),
  );
  const came = new Set(told.values());
  // What the document has no place for, as the fields of a page that was a list, is alike by its names.
  const rest = renamedAmong(
    gone.filter((one) => !told.has(one.name)).map(named(walk)),
    open.filter((one) => !came.has(one.name)).map(named(walk)),
  );
  for (const [name, other] of [...told, ...rest]) {
    const [x, y] = [gone.find((one) => one.name === name), fresh.get(other)];
    if (x === undefined || y === undefined) continue;
    sayRenamed(walk, owner, [name, other], 'likeness');
    join(x, y);
  }
}

const placeOf = ({ name, about }: Member): string =>
  about === undefined ? ` ${name}` : placeText(about.type.origin);

function sayRenamed(
  walk: Walk,
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

/** The shape speaks of declarations by what they became, so that both sides say the same. */
const named =
  (walk: Walk) =>
  (one: Member): { name: string; shape: string; required: boolean; description: string } => ({
    name: one.name,
    shape: expressionKey(
      one.type.map((part) => {
        const other = part.kind === 'declaration' ? walk.declarations.get(part.declaration.key) : undefined;
        return other === undefined ? part : { kind: 'declaration' as const, declaration: other };
      }),
    ),
    required: !one.optional,
    description: one.doc.filter((line) => !line.startsWith('@')).join(' '),
  });

export const declarationsIn = (one: TypeExpression): readonly Declaration[] =>
  one.flatMap((part) => (part.kind === 'declaration' ? [part.declaration] : []));

export function pairExpressions(walk: Walk, a: TypeExpression, b: TypeExpression | undefined): void {
  if (b === undefined) return;
  const [x, y] = [declarationsIn(a), declarationsIn(b)];
  const frame = (one: TypeExpression): string =>
    one.map((part) => (part.kind === 'code' ? part.code : part.kind === 'declaration' ? '#' : '')).join('');
  if (x.length === y.length && frame(a) === frame(b)) x.forEach((one, index) => pair(walk, one, y[index]));
  else {
    for (const one of x)
      pair(
        walk,
        one,
        y.find((other) => other.name === one.name),
      );
    // One type in a list, or one that may be null, is that type still.
    if (x.length === 1 && y.length === 1) pair(walk, x[0], y[0]);
  }
  pairValues(walk, listOf(a), listOf(b));
}

/** `'a' | 'b'` → its values; undefined for what holds anything else than texts. */
function listOf(one: TypeExpression): readonly string[] {
  const text = one.map((part) => (part.kind === 'code' ? part.code : '')).join('');
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, value = '']) =>
    value.replace(/\\(['\\])/g, '$1'),
  );
}

function pairValues(walk: Walk, before: readonly string[], after: readonly string[]): void {
  const gone = before.filter((one) => !after.includes(one));
  const fresh = after.filter((one) => !before.includes(one));
  const list = [...new Set(before)].sort();
  for (const one of gone) {
    const others = fresh.filter((other) => sameWords({ name: one }, { name: other }));
    const [only] = others;
    const rivals = gone.filter((rival) => sameWords({ name: rival }, { name: one }));
    if (only === undefined || others.length > 1 || rivals.length > 1) continue;
    const key = JSON.stringify([list, one]);
    walk.values.set(key, { kind: 'value', list, before: one, after: only, rule: 'enum-value-removed' });
  }
}
