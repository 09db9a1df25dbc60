/**
 * Types of the two SDKs side by side, from where the diff paired them: which declaration became which, and
 * which of their properties and values are called otherwise.
 */
import type { Pairing } from '../../diff/pairing.ts';
import { type Field, fieldsOf } from '../../plan/arguments.ts';
import type { MethodPlan } from '../../languages/typescript/methods/method.ts';
import { type PageClass, pageOf } from '../../languages/typescript/pages.ts';
import type { Declaration, Member } from '../../languages/typescript/types/declaration.ts';
import { type TypeExpression, expressionKey } from '../../languages/typescript/types/expr.ts';
import type { DeclarationKey, MemberMove, ValueMove } from '../types.ts';
import { folded, shared } from '../../diff/compare/structure.ts';
import { renamedAmong, sameWords } from './likeness.ts';
import type { Surface } from './surface.ts';

export interface PairedTypes {
  /** Base declaration → the one of the revision. */
  readonly declarations: ReadonlyMap<DeclarationKey, Declaration>;
  readonly members: readonly MemberMove[];
  readonly values: readonly ValueMove[];
}

export interface PairedMethod {
  readonly base: MethodPlan;
  readonly revision: MethodPlan;
}

interface Walk {
  /** Types that the document or the config names: which of them are the same, the diff says. */
  readonly models: ReadonlySet<DeclarationKey>;
  readonly declarations: Map<DeclarationKey, Declaration>;
  readonly taken: Set<DeclarationKey>;
  readonly members: Map<string, MemberMove>;
  readonly values: Map<string, ValueMove>;
  readonly pending: (readonly [Declaration, Declaration])[];
  /** Names that the document says are the same, by declaration. */
  readonly known: Map<DeclarationKey, ReadonlyMap<string, string>>;
}

export function pairTypes(
  base: Surface,
  revision: Surface,
  pairing: Pairing,
  methods: readonly PairedMethod[],
): PairedTypes {
  const walk: Walk = {
    declarations: new Map(),
    taken: new Set(),
    members: new Map(),
    values: new Map(),
    pending: [],
    known: new Map(),
    models: new Set(
      [base, revision].flatMap(({ plan }) =>
        [...plan.world.models.values(), ...plan.world.sentModels.values()].map((one) => one.key),
      ),
    ),
  };
  for (const [id, other] of pairing.schemas) {
    for (const kind of ['models', 'sentModels'] as const) {
      const [a, b] = [base.plan.world[kind].get(id), revision.plan.world[kind].get(other)];
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
  // A type that went from one direction to both, or back, is the same type under one of its two names.
  for (const [id, other] of pairing.schemas) {
    const [x, y] = [base.plan.world.sentModels.get(id), revision.plan.world.models.get(other)];
    if (x !== undefined && y !== undefined && !walk.declarations.has(x.key)) walk.declarations.set(x.key, y);
  }
  return {
    declarations: walk.declarations,
    members: [...walk.members.values()],
    values: [...walk.values.values()],
  };
}

function pair(walk: Walk, a: Declaration | undefined, b: Declaration | undefined): void {
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

function link(walk: Walk, a: Declaration, b: Declaration): void {
  walk.declarations.set(a.key, b);
  walk.taken.add(b.key);
  walk.pending.push([a, b]);
}

function finish(walk: Walk): void {
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

function pairMembers(
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
  for (const [name, other] of renamedAmong(gone.map(named(walk)), open.map(named(walk)))) {
    const [x, y] = [gone.find((one) => one.name === name), fresh.get(other)];
    if (x === undefined || y === undefined) continue;
    sayRenamed(walk, owner, [name, other], 'likeness');
    join(x, y);
  }
}

function sayRenamed(
  walk: Walk,
  owner: Declaration,
  [before, after]: readonly [string, string],
  because: MemberMove['because'],
): void {
  const rule = because === 'declared' ? 'argument-renamed' : 'property-removed';
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

const declarationsIn = (one: TypeExpression): readonly Declaration[] =>
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

interface Both {
  readonly base: Surface;
  readonly revision: Surface;
}

const aliases = (plan: MethodPlan): readonly Declaration[] =>
  plan.params === undefined
    ? []
    : [...declarationsIn(plan.params), ...(plan.overloads === undefined ? [] : overloadsOf(plan.overloads))];

const overloadsOf = (all: NonNullable<MethodPlan['overloads']>): readonly Declaration[] =>
  [all.base, all.plain, all.streaming].flatMap(declarationsIn);

function pairArguments(walk: Walk, both: Both, a: MethodPlan, b: MethodPlan): void {
  const names = sameFields(both, a, b);
  const [x, y] = [aliases(a), aliases(b)];
  for (const one of x) if (names.size > 0) walk.known.set(one.key, names);
  x.forEach((one, index) => {
    // A model that is the argument has been paired as itself.
    if (x.length === y.length || index === 0) pair(walk, one, y[index]);
  });
  a.positional.forEach((one, index) => pairExpressions(walk, one.type, b.positional[index]?.type));
}

/** Names of properties of the argument that are sent under one name and called by two. */
function sameFields({ base, revision }: Both, a: MethodPlan, b: MethodPlan): ReadonlyMap<string, string> {
  const [before, after] = [
    fieldsOf(base.plan.world, a.arguments),
    fieldsOf(revision.plan.world, b.arguments),
  ];
  const positions = pathParameters(b);
  const path = new Map(pathParameters(a).map((name, index) => [name, positions[index]]));
  const paired = positions.length === path.size;
  const found = new Map<string, string>();
  const names = new Set(after.map((one) => one.name));
  const match = (one: Field): Field | undefined =>
    one.group === 'path'
      ? after.find(
          (other) =>
            other.group === 'path' && other.wireName === (paired ? path.get(one.wireName) : one.wireName),
        )
      : (after.find((other) => other.group === one.group && other.wireName === one.wireName) ??
        after.find((other) => other.group !== 'path' && other.wireName === one.wireName));
  for (const one of before) {
    const other = match(one);
    if (other !== undefined && (other.name !== one.name || !names.has(one.name)))
      found.set(one.name, other.name);
  }
  return new Map([...found].filter(([from, to]) => from !== to));
}

export const pathParameters = ({ method }: MethodPlan): readonly string[] =>
  method.pathParts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));

function pairResults(walk: Walk, { base, revision }: Both, a: MethodPlan, b: MethodPlan): void {
  const [x, y] = [a.result, b.result];
  if (x.kind === 'page' && y.kind === 'page') {
    pairExpressions(walk, x.item, y.item);
    const [p, q] = [pageOf(base.plan.pages, x.scheme), pageOf(revision.plan.pages, y.scheme)];
    if (p !== undefined && q !== undefined) pairPages(walk, p, q);
    pair(walk, base.plan.pageAliases.byMethod.get(a), revision.plan.pageAliases.byMethod.get(b));
  } else if (x.kind === 'value' && y.kind === 'value' && x.unwrap.join('.') === y.unwrap.join('.'))
    pairExpressions(walk, x.type, y.type);
  else if (x.kind === 'value' && y.kind === 'value') pairUnwrapped(walk, x, y);
  else if (x.kind === 'stream' && y.kind === 'stream') {
    pairExpressions(walk, x.event, y.event);
    if (x.plain !== undefined) pairExpressions(walk, x.plain.type, y.plain?.type);
  } else if (x.kind === 'value' && y.kind === 'page') {
    const q = pageOf(revision.plan.pages, y.scheme);
    for (const one of declarationsIn(x.type)) if (q !== undefined) pairListAndPage(walk, one, q);
    // What was an item of the list is an item of the page.
    for (const one of declarationsIn(x.type).flatMap((each) => each.nested))
      for (const item of declarationsIn(y.item)) if (isItemOf(one, x.type)) pair(walk, one, item);
  }
}

type Value = Extract<MethodPlan['result'], { readonly kind: 'value' }>;

/** What is inside of the one is the whole of the other. */
function pairUnwrapped(walk: Walk, x: Value, y: Value): void {
  const inside = (type: TypeExpression, path: readonly string[]): TypeExpression | undefined => {
    let at: TypeExpression | undefined = type;
    for (const name of path) {
      const bodies: readonly Declaration['body'][] =
        at === undefined ? [] : declarationsIn(at).map((one) => one.body);
      at = bodies.flatMap((body) =>
        body.kind === 'interface'
          ? body.members.filter((one) => one.name === name).map((one) => one.type)
          : [],
      )[0];
    }
    return at;
  };
  const [a, b] =
    x.unwrap.length < y.unwrap.length
      ? [inside(x.type, y.unwrap.slice(x.unwrap.length)), y.type]
      : [x.type, inside(y.type, x.unwrap.slice(y.unwrap.length))];
  if (a !== undefined) pairExpressions(walk, a, b);
}

const isItemOf = (item: Declaration, list: TypeExpression): boolean =>
  declarationsIn(list).some(
    ({ body }) =>
      body.kind === 'interface' &&
      body.members.filter((one) => expressionKey(one.type).startsWith('<Array>')).length === 1 &&
      body.members.some(
        (one) => expressionKey(one.type).startsWith('<Array>') && declarationsIn(one.type).includes(item),
      ),
  );

function pairPages(walk: Walk, p: PageClass, q: PageClass): void {
  // The same purpose is the same field, whatever it is called.
  const known = new Map<string, string>();
  for (const one of p.plan.scheme.purposes) {
    const other = q.plan.scheme.purposes.find((each) => each.purpose === one.purpose);
    const [from, to] = [one.path.at(-1), other?.path.at(-1)];
    if (from === undefined || to === undefined || from === to || one.path.length > 1) continue;
    if (other?.path.length === 1 && one.header === undefined) known.set(from, to);
  }
  if (known.size > 0) walk.known.set(p.declaration.key, known);
  pair(walk, p.declaration, q.declaration);
}

/** A result that became a page keeps its class's fields; the declaration itself has no successor. */
function pairListAndPage(walk: Walk, list: Declaration, { declaration: page }: PageClass): void {
  if (list.body.kind === 'interface' && page.body.kind === 'interface')
    pairMembers(walk, list, list.body.members, page.body.members);
}
