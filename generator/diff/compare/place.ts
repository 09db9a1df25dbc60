import type { RuleId } from '../rules/catalogue.ts';
import type { Context } from '../types.ts';
import type { MethodSurface } from '../surface.ts';
import { type Fact, type Pair, BOTH } from './fact.ts';
import { type Subject } from '../subject.ts';

/** Who meets a fact. */
export interface User {
  readonly operation: string;
  readonly symbol?: string;
  /** Below the stability threshold on both sides: it may break. */
  readonly unstable: boolean;
}

/** A type in use: everything that differs inside it is met here. */
export interface TypeUse {
  /** Absent: a named type by itself, whoever has it. */
  readonly user?: User;
  readonly where: string;
  readonly context: Exclude<Context, 'api'>;
  readonly pair: Pair;
  /** False where the SDK has no type for it: a media type it does not use, a status it does not return. */
  readonly typed: boolean;
  /** Callers may leave it out. */
  readonly optional?: boolean;
  /** The properties of the object are the caller's arguments. */
  readonly spread?: boolean;
}

/** A fact about the operation itself. */
export interface Own {
  readonly user?: User;
  readonly where?: string;
  readonly fact: Fact;
}

export interface Findings {
  readonly own: Own[];
  readonly places: TypeUse[];
}

/** A method of both sides, and where to put what is found of it. */
export interface Compared {
  readonly a: MethodSurface;
  readonly b: MethodSurface;
  readonly user: User;
  readonly findings: Findings;
}

type OwnDetail = Omit<Fact, 'rule' | 'mask' | 'top' | 'anchor'> & { readonly anchor?: Fact['anchor'] };

/** A fact that is no type's. */
export const own = (rule: RuleId, detail: OwnDetail, user?: User, where?: string): Own => ({
  fact: {
    anchor:
      detail.base !== undefined && detail.revision !== undefined
        ? 'both'
        : detail.base === undefined
          ? 'revision'
          : 'base',
    ...detail,
    rule,
    mask: BOTH,
    top: true,
  },
  ...(user === undefined ? {} : { user }),
  ...(where === undefined ? {} : { where }),
});

/** A fact about two texts, where they differ. An empty one is not told. */
export function pushDiffering(
  findings: Findings,
  rule: RuleId,
  detail: OwnDetail & { readonly before: string; readonly after: string },
  user?: User,
): void {
  const { before, after, ...rest } = detail;
  if (before === after) return;
  const texts = { ...(before === '' ? {} : { before }), ...(after === '' ? {} : { after }) };
  findings.own.push(own(rule, { ...rest, ...texts }, user));
}

export const operationName = (surface: MethodSurface): string =>
  `${surface.method.verb.toUpperCase()} ${surface.method.path}`;
export type At = {
  readonly subject: Subject;
  readonly base: MethodSurface['method']['origin'];
  readonly revision: MethodSurface['method']['origin'];
};
