import type { Api, Schema, TypeNode } from '../../ir/types.ts';
import { BOTH, type Mask, type Pair } from './fact.ts';
import { compareChoices, compareLiteralToScalar, compareNodeFacts, compareScalars } from './values.ts';
import type { SchemaMatch } from './match-schemas.ts';
import { typeName } from './describe.ts';
import { besideEither, withBeside } from './beside-reference.ts';
import { compareObjects } from './objects.ts';
import { settleRenames } from './renames.ts';
import {
  type Schemas,
  choicesOf,
  isNullable,
  membersOf,
  scalarFact,
  schemasOf,
  withoutNull,
} from './shape.ts';
import { plainNames } from '../names.ts';
import { taggedMembers } from './discriminators.ts';
import { compareUnions, sayReplaced } from './unions.ts';
import type { DiffOptions } from '../types.ts';
import { type Tagged, type Task, type Walk, itemPath, meet, part, say, sayTypes, subjectOf } from './walk.ts';
import { type Subject, subjectText, typeSubject } from '../subject.ts';

export function startWalk(base: Api, revision: Api, match: SchemaMatch, options: DiffOptions): Walk {
  const naming = options.naming ?? plainNames;
  const [a, b] = [schemasOf(base, naming(base)), schemasOf(revision, naming(revision))];
  let tagged: Tagged | undefined;
  return {
    tagged: () => (tagged ??= taggedMembers(base, a)),
    base: a,
    revision: b,
    match,
    options,
    pending: [],
    pairs: new Map(),
    links: new Map(),
    extracted: new Set(),
    meetings: [],
    renames: new Map(),
    undecided: [],
    renamed: new Map(),
  };
}

/** Queues two types of a place of use. The facts are available in the pair after `finish`. */
export function comparePlace(
  walk: Walk,
  {
    a,
    b,
    subject,
    mask = BOTH,
  }: {
    readonly a: TypeNode;
    readonly b: TypeNode;
    readonly subject: Subject;
    readonly mask?: Mask | undefined;
  },
): Pair {
  const pair: Pair = { key: `place ${subjectText(subject)}`, subject, model: false, facts: [], edges: [] };
  walk.pending.push({ a, b, pair, path: [], mask, top: true });
  return pair;
}

/** Processes the queue. Not recursive, because the document determines the depth of types. */
export function finish(walk: Walk): void {
  do {
    for (let task = walk.pending.pop(); task !== undefined; task = walk.pending.pop())
      compareNodes(walk, task);
  } while (settleRenames(walk));
}

function compareNodes(walk: Walk, task: Task): void {
  if (task.mask === 0) return;
  const { a, b } = task;
  if (a.kind === 'ref' && b.kind === 'ref') {
    if (!isReplaced(walk, a.id, b.id)) {
      compareNodeFacts({ ...task, ...besideEither(task, walk) }, { scalars: false });
      return link(walk, task, a, b);
    }
  }
  const nullBefore = isNullable(a, walk.base);
  const nullAfter = isNullable(b, walk.revision);
  if (task.nullJudged === undefined && nullBefore !== nullAfter)
    sayTypes(walk, task, {
      rule: nullAfter ? 'became-nullable' : 'no-longer-nullable',
      message: nullAfter ? 'can now be null' : 'can no longer be null',
      more: scalarFact(walk, a, b),
    });
  const x = withoutNull(a);
  const y = withoutNull(b);
  if (x === undefined || y === undefined) {
    if (x !== y)
      sayTypes(walk, task, {
        rule: x === undefined ? 'type-widened' : 'type-narrowed',
        message: 'changed type',
      });
    return;
  }
  if (a === x && b === y && !LINKED.has(a.kind) && !LINKED.has(b.kind)) return compareShapes(walk, task);
  const inner: Task = { ...task, a: x, b: y, nullJudged: true };
  if (isAmong(walk, x, y) || isAmong(walk, y, x)) return compareUnions(walk, inner);
  if (x.kind === 'ref' || y.kind === 'ref') return link(walk, inner, x, y);
  if (a !== x || b !== y)
    compareNodeFacts({ ...task, a: a === x ? x : a, b: b === y ? y : b }, { scalars: false });
  compareShapes(walk, inner);
}

/**
 * The type of one side is a member of the other side's union, so only the other members differ. Enums are
 * compared value by value instead.
 */
function isAmong(walk: Walk, typeNode: TypeNode, other: TypeNode): boolean {
  if (typeNode.kind !== 'ref' || other.kind !== 'union') return false;
  const name = walk.match.refName(typeNode.id);
  const target = (walk.base.get(typeNode.id) ?? walk.revision.get(typeNode.id))?.type;
  return (
    name !== '?' &&
    target !== undefined &&
    target.kind !== 'union' &&
    target.kind !== 'literal' &&
    membersOf(other).some((each) => each.kind === 'ref' && walk.match.refName(each.id) === name)
  );
}

/** Kinds whose comparison continues with the same value. */
const LINKED: ReadonlySet<TypeNode['kind']> = new Set(['ref', 'intersection']);

/**
 * The place refers to another type, and one of the two types still exists elsewhere: the difference belongs
 * to this place.
 */
const isReplaced = (walk: Walk, a: string, b: string): boolean => {
  const [next, last] = [walk.match.toRevision.get(a), walk.match.toBase.get(b)];
  return (next !== undefined && next.id !== b) || (last !== undefined && last.id !== a);
};

function count(links: Map<string, Map<string, number>>, from: string, to: string): void {
  const known = links.get(from) ?? new Map<string, number>();
  links.set(from, known.set(to, (known.get(to) ?? 0) + 1));
}

/**
 * Compares two types, at least one of them named, once for all places, unless a place switched to another
 * type.
 */
function link(walk: Walk, task: Task, a: TypeNode, b: TypeNode): void {
  if (a.kind === 'ref' && b.kind === 'ref') count(walk.links, a.id, b.id);
  const apart =
    a.kind === 'ref' && (b.kind === 'ref' ? isReplaced(walk, a.id, b.id) : walk.match.toRevision.has(a.id))
      ? (task.pair.apart ?? `${task.pair.key} ${task.path.join('')}`)
      : undefined;
  const x = a.kind === 'ref' ? walk.base.get(a.id) : undefined;
  const y = b.kind === 'ref' ? walk.revision.get(b.id) : undefined;
  const free =
    task.free !== undefined && isValues(x?.type ?? a) && isValues(y?.type ?? b) ? task.free : undefined;
  const key = `${keyOf(a)} → ${keyOf(b)}${task.nullJudged === true ? ' nonnull' : ''}${free === undefined ? '' : ` beside ${[...free].join()}`}${apart === undefined ? '' : ` at ${apart}`}`;
  const known = walk.pairs.get(key);
  const subject =
    a.kind === 'ref' && apart === undefined
      ? typeSubject(nameOf(x, walk.base))
      : subjectOf(task.pair, task.path);
  const pair: Pair = known ?? {
    key,
    subject,
    model: apart === undefined && x?.model !== undefined && y?.model !== undefined,
    facts: [],
    edges: [],
    ...(x === undefined ? {} : { schema: x.id }),
    ...(apart === undefined ? {} : { apart }),
  };
  task.pair.edges.push({
    to: pair,
    mask: task.mask,
    top: task.top,
    ...(task.unseen === undefined ? {} : { unseen: task.unseen }),
  });
  if (known !== undefined) return;
  walk.pairs.set(key, pair);
  if (a.kind !== 'ref' && y !== undefined && !walk.match.toBase.has(y.id)) walk.extracted.add(y.id);
  meet(walk, x, y);
  const before = a.kind === 'ref' ? x?.type : a;
  const after = b.kind === 'ref' ? y?.type : b;
  if (before === undefined || after === undefined) return;
  // Two references to the same schema are compared once for all places, without what is beside them.
  const isOfPlace = apart !== undefined || a.kind !== 'ref' || b.kind !== 'ref';
  walk.pending.push({
    a: isOfPlace ? withBeside(before, a) : before,
    b: isOfPlace ? withBeside(after, b) : after,
    pair,
    path: [],
    mask: BOTH,
    top: true,
    ...(task.nullJudged === undefined ? {} : { nullJudged: true }),
    ...(free === undefined ? {} : { free }),
  });
}

const isValues = (node: TypeNode): boolean =>
  node.kind === 'ref' || node.kind === 'literal' || node.kind === 'union';

const nameOf = (schema: Schema | undefined, schemas: Schemas): string =>
  schema === undefined ? '?' : typeName(schema, schemas);
const keyOf = (node: TypeNode): string =>
  node.kind === 'ref' ? `#${node.id}` : `@${node.origin.document}#${node.origin.pointer} ${node.kind}`;

function compareShapes(walk: Walk, task: Task): void {
  const { a, b } = task;
  const x = choicesOf(a);
  const y = choicesOf(b);
  if (x !== undefined && y !== undefined) {
    compareNodeFacts(task, { scalars: true });
    return compareChoices(walk, task, x, y);
  }
  if ((x !== undefined && b.kind === 'scalar') || (y !== undefined && a.kind === 'scalar')) {
    compareNodeFacts(task, { scalars: false });
    return compareLiteralToScalar(walk, task, x, y);
  }
  if (a.kind === 'unknown' || b.kind === 'unknown' || a.kind === 'never' || b.kind === 'never')
    return compareExtremes(walk, task);
  if (a.kind === 'union' || b.kind === 'union') return compareUnions(walk, task);
  compareNodeFacts(task, { scalars: a.kind === b.kind });
  if (a.kind === 'scalar' && b.kind === 'scalar') return compareScalars(walk, task, a, b);
  if ((a.kind === 'object' || a.kind === 'record') && (b.kind === 'object' || b.kind === 'record'))
    return compareObjects(walk, task, a, b);
  if (a.kind === 'array' && b.kind === 'array') {
    walk.pending.push(part(task, a.items, b.items, itemPath(task.path)));
    return;
  }
  if ((a.kind === 'tuple' || a.kind === 'array') && (b.kind === 'tuple' || b.kind === 'array'))
    return compareTuples(walk, task);
  if (a.kind === 'intersection' && b.kind === 'intersection' && a.members.length === b.members.length)
    return comparePartwise(walk, task, a.members, b.members);
  if (a.kind === 'intersection' || b.kind === 'intersection') return compareIntersections(walk, task);
  sayReplaced(walk, task);
}

function compareExtremes(walk: Walk, task: Task): void {
  const { a, b } = task;
  if (a.kind === b.kind) return compareNodeFacts(task, { scalars: true });
  const widened = b.kind === 'unknown' || a.kind === 'never';
  sayTypes(walk, task, {
    rule: widened ? 'type-widened' : 'type-narrowed',
    message: widened ? 'accepts more types' : 'accepts fewer types',
  });
}

function comparePartwise(walk: Walk, task: Task, a: readonly TypeNode[], b: readonly TypeNode[]): void {
  a.forEach((typeNode, index) => {
    const other = b[index];
    if (other !== undefined) walk.pending.push({ ...task, a: typeNode, b: other });
  });
}

/** An additional part narrows the type, a removed part widens it. Parts are identified by their reference. */
function compareIntersections(walk: Walk, task: Task): void {
  const parts = (node: TypeNode): readonly TypeNode[] =>
    node.kind === 'intersection' ? node.members : [node];
  const a = parts(task.a);
  const b = parts(task.b);
  const [first, second] = [a[0], b[0]];
  if (a.length === b.length || first === undefined || second === undefined)
    return sayTypes(walk, task, { rule: 'type-changed', message: 'changed type' });
  sayTypes(walk, task, {
    rule: b.length > a.length ? 'type-narrowed' : 'type-widened',
    message: b.length > a.length ? 'must satisfy a further type' : 'need no longer satisfy a type',
  });
}

function compareTuples(walk: Walk, task: Task): void {
  const { a, b } = task;
  const before = a.kind === 'tuple' ? a : undefined;
  const after = b.kind === 'tuple' ? b : undefined;
  const restOf = (node: TypeNode): TypeNode | false | undefined =>
    node.kind === 'array' ? node.items : node.kind === 'tuple' ? node.rest : undefined;
  const p = restOf(a);
  const q = restOf(b);
  const itemOf = (rest: TypeNode | false | undefined): TypeNode | undefined =>
    typeof rest === 'object' ? rest : undefined;
  const x = before?.items ?? [];
  const y = after?.items ?? [];
  for (let i = 0; i < Math.max(x.length, y.length); i += 1) {
    const typeNode = x[i] ?? itemOf(p);
    const other = y[i] ?? itemOf(q);
    const path = [...task.path, `[${i}]`];
    if (typeNode !== undefined && other !== undefined) walk.pending.push(part(task, typeNode, other, path));
    else if (other !== undefined)
      say(task, 'tuple-item-added', {
        message: `has a further position ${i}`,
        revision: other.origin,
        subject: subjectOf(task.pair, path),
      });
    else if (typeNode !== undefined)
      say(task, 'tuple-item-removed', {
        message: `no longer has position ${i}`,
        base: typeNode.origin,
        subject: subjectOf(task.pair, path),
      });
  }
  if (before !== undefined && after !== undefined && before.required !== after.required) {
    sayTypes(walk, task, {
      rule: after.required < before.required ? 'type-widened' : 'type-narrowed',
      message:
        after.required < before.required
          ? `may end after position ${after.required - 1}`
          : `must go on to position ${after.required - 1}`,
      more: { lengths: true },
    });
  }
  if (typeof p === 'object' && typeof q === 'object')
    walk.pending.push(part(task, p, q, itemPath(task.path)));
  else if ((p === false) !== (q === false))
    sayTypes(walk, task, {
      rule: p === false ? 'type-widened' : 'type-narrowed',
      message: p === false ? 'allows further items' : 'allows no further items',
    });
}
