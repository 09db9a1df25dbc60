import type { ValueOptions } from '../../ir/values.ts';
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

/** Two nodes to compare, and where they are. */
export interface Task {
  readonly a: TypeNode;
  readonly b: TypeNode;
  readonly pair: Pair;
  /** Relative to the pair; empty for the whole type. */
  readonly path: SubjectPath;
  readonly mask: Mask;
  readonly top: boolean;
  /** Nullability was compared at the reference. */
  readonly nullJudged?: true;
  readonly unseen?: Unseen;
  /** The property may be omitted. */
  readonly omittable?: NonNullable<Fact['omittable']>;
  /** The object with this property. */
  readonly holder?: NonNullable<Fact['edited']>;
  /**
   * The declared properties next to it have values of the old type too, so the new type still accepts them.
   */
  readonly covered?: true;
  /**
   * The kinds of scalar of which the surrounding union accepts any value, before and after: an enum in it is
   * effectively open.
   */
  readonly free?: ReadonlySet<string>;
}

/** Base id → tag property → name of the union, if it has a name. */
export type Tagged = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The state of one comparison of types. */
export interface Walk {
  readonly base: Schemas & { readonly names: SdkNames };
  readonly revision: Schemas & { readonly names: SdkNames };
  readonly match: SchemaMatch;
  readonly options: DiffOptions;
  /** Scalars that the SDK converts. */
  readonly values: ValueOptions;
  /** Members of unions with a discriminator in the base. */
  readonly tagged: () => Tagged;
  readonly pending: Task[];
  readonly pairs: Map<string, Pair>;
  /** Schemas of the revision that replaced an inline type. */
  readonly extracted: Set<string>;
  /** Base id → revision id → number of places where a reference to the one was replaced by the other. */
  readonly links: Map<string, Map<string, number>>;
  /** Pairs of unmatched types that replaced each other, to find renames with edits. */
  readonly meetings: { readonly base: Schema; readonly revision: Schema }[];
  /** Old and new name of a property or parameter → the places where this rename is possible. */
  readonly renames: Map<string, Set<string>>;
  /** Renames that depend on other places. */
  readonly undecided: { readonly key: string; readonly settle: (isRename: boolean) => void }[];
  /** Location of the type of a renamed item → location of its type in the revision. */
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

/** A task for a part of the types. Nullability of the whole does not apply to its parts. */
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

/** An enum is the edited unit itself; a property, or a part of it, belongs to the edited object. */
function editedBy({ a, b, pair, path, holder }: Task, subject: Subject): Fact['edited'] {
  if (choicesOf(a) !== undefined && choicesOf(b) !== undefined) return { a, b, name: '' };
  const below = subject.path.slice(pair.subject.path.length + path.length);
  if (a.kind === 'object' && b.kind === 'object' && below.length > 0) return { a, b, name: below.join('') };
  return holder;
}

/** Reports that one type replaced another, with both descriptions. */
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

/** `name` is the name in the SDK. */
export const childPath = (path: SubjectPath, name: string): SubjectPath => [...path, `.${quoteName(name)}`];
/** Path segment for undeclared properties. */
export const UNDECLARED = '[*]';
export const itemPath = (path: SubjectPath): SubjectPath => [...path, '[]'];
export const quoteName = (name: string): string => (/^[\w$-]+$/.test(name) ? name : JSON.stringify(name));

/** Records that two unmatched types replaced each other. */
export function meet(walk: Walk, x: Schema | undefined, y: Schema | undefined): void {
  if (x !== undefined && y !== undefined && !walk.match.toRevision.has(x.id) && !walk.match.toBase.has(y.id))
    walk.meetings.push({ base: x, revision: y });
}
