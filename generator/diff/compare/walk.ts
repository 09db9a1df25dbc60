import type { Origin } from '../../lib/origin.ts';
import type { Schema, TypeNode } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Cell, DiffOptions, Direction } from '../types.ts';
import type { SdkNames } from '../../lib/sdk-names.ts';
import { describeType } from './describe.ts';
import type { Fact, Mask, Pair, Unseen } from './fact.ts';
import type { SchemaMatch } from './match-schemas.ts';
import { type Schemas, choicesOf } from './shape.ts';
import { type Subject, type SubjectPath, within } from '../subject.ts';

/** Two nodes still to be compared, and the place they stand at. */
export interface Task {
  readonly a: TypeNode;
  readonly b: TypeNode;
  readonly pair: Pair;
  /** Within the pair; empty for the whole. */
  readonly path: SubjectPath;
  readonly mask: Mask;
  readonly top: boolean;
  /** Nullability was judged where the reference stands. */
  readonly nullJudged?: true;
  readonly unseen?: Unseen;
  /** The value is a property that may be left out. */
  readonly omittable?: NonNullable<Fact['omittable']>;
  /** The object that has the value as a property. */
  readonly holder?: NonNullable<Fact['edited']>;
  /**
   * The declared properties beside it have values of the old type as well, so the new type goes on admitting
   * them.
   */
  readonly covered?: true;
  /**
   * Kinds of plain value of which the union around it takes any, before and after: an enum there is as good
   * as open.
   */
  readonly free?: ReadonlySet<string>;
}

/** Base id → property that is its tag → the union that says so, where it has a name. */
export type Tagged = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The state of one comparison of types. */
export interface Walk {
  readonly base: Schemas & { readonly names: SdkNames };
  readonly revision: Schemas & { readonly names: SdkNames };
  readonly match: SchemaMatch;
  readonly options: DiffOptions;
  /** Members of unions with a discriminator, of the base. */
  readonly tagged: () => Tagged;
  readonly pending: Task[];
  readonly pairs: Map<string, Pair>;
  /** Schemas of the revision that took the place of an inline type. */
  readonly extracted: Set<string>;
  /** Base id → revision id → at how many places the one reference stands where the other stood. */
  readonly links: Map<string, Map<string, number>>;
  /** Pairs of types without a counterpart that met, for renames with edits. */
  readonly meetings: { readonly base: Schema; readonly revision: Schema }[];
  /** Old and new name of a property or a parameter → the places where the one may be the other. */
  readonly renames: Map<string, Set<string>>;
  /** Renames that the other places decide. */
  readonly undecided: { readonly key: string; readonly settle: (isRename: boolean) => void }[];
  /** Place of the type of what has another name → the place of its type in the revision. */
  readonly renamed: Map<string, string>;
}

interface Detail {
  readonly message: string;
  readonly subject?: Subject;
  readonly before?: string;
  readonly after?: string;
  readonly words?: string;
  readonly base?: Origin;
  readonly revision?: Origin;
  readonly mask?: Mask;
  readonly adjust?: Partial<Cell>;
  readonly adjustIn?: Partial<Readonly<Record<Direction, Partial<Cell>>>>;
  readonly scalars?: NonNullable<Fact['scalars']>;
  readonly lengths?: true;
  readonly formats?: NonNullable<Fact['formats']>;
  readonly nullable?: NonNullable<Fact['nullable']>;
  readonly isScalar?: true;
  readonly isUnion?: boolean;
  readonly isUndeclared?: true;
}

/** A part of the task's types. Whether the whole may be null says nothing about its parts. */
export const part = (task: Task, a: TypeNode, b: TypeNode, path: SubjectPath): Task => ({
  a,
  b,
  pair: task.pair,
  path,
  mask: task.mask,
  top: false,
  ...(task.unseen === undefined ? {} : { unseen: task.unseen }),
  ...(task.holder === undefined ? {} : { holder: task.holder }),
});

/** `Pet.owner.name`, or the subject of the pair itself. */
export const subjectOf = (pair: Pair, path: SubjectPath): Subject => within(pair.subject, path);

export function say(task: Task, rule: RuleId, detail: Detail): void {
  const {
    base = task.a.origin,
    revision = task.b.origin,
    mask = task.mask,
    subject = subjectOf(task.pair, task.path),
    ...rest
  } = detail;
  if (mask === 0) return;
  const anchor =
    detail.base !== undefined && detail.revision === undefined
      ? 'base'
      : detail.revision !== undefined && detail.base === undefined
        ? 'revision'
        : 'both';
  const isUndeclared = rest.isUndeclared ?? (task.path.at(-1) === UNDECLARED ? true : undefined);
  const edited = editedBy(task, subject);
  task.pair.facts.push({
    rule,
    subject,
    mask,
    top: task.top,
    base,
    revision,
    anchor,
    ...rest,
    ...(isUndeclared && { isUndeclared }),
    ...(task.unseen === undefined ? {} : { unseen: task.unseen }),
    ...(task.covered === undefined ? {} : { covered: true }),
    ...(task.omittable === undefined ? {} : { omittable: task.omittable }),
    ...(task.pair.apart === undefined ? {} : { apart: true }),
    ...(edited === undefined ? {} : { edited }),
  });
}

/** A list of values by itself; what is said of a property belongs to its object, and so do parts of it. */
function editedBy({ a, b, pair, path, holder }: Task, subject: Subject): Fact['edited'] {
  if (choicesOf(a) !== undefined && choicesOf(b) !== undefined) return { a, b, name: '' };
  const below = subject.path.slice(pair.subject.path.length + path.length);
  if (a.kind === 'object' && b.kind === 'object' && below.length > 0) return { a, b, name: below.join('') };
  return holder;
}

/** Says that one type took another's place, both described. */
export const sayTypes = (
  walk: Walk,
  task: Task,
  {
    rule,
    message,
    more = {},
  }: { readonly rule: RuleId; readonly message: string; readonly more?: Partial<Detail> | undefined },
): void =>
  say(task, rule, {
    message,
    before: describeType(task.a, walk.base),
    after: describeType(task.b, walk.revision),
    ...more,
  });

/** `name`: as the SDK calls it. */
export const childPath = (path: SubjectPath, name: string): SubjectPath => [...path, `.${quoteName(name)}`];
/** The properties that an object does not declare. */
export const UNDECLARED = '[*]';
export const itemPath = (path: SubjectPath): SubjectPath => [...path, '[]'];
export const quoteName = (name: string): string => (/^[\w$-]+$/.test(name) ? name : JSON.stringify(name));

/** Notes that two types without a counterpart stood in each other's place. */
export function meet(walk: Walk, x: Schema | undefined, y: Schema | undefined): void {
  if (x !== undefined && y !== undefined && !walk.match.toRevision.has(x.id) && !walk.match.toBase.has(y.id))
    walk.meetings.push({ base: x, revision: y });
}
