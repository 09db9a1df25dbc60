import type { RuleId } from '../rules/catalogue.ts';
import type { Context } from '../types.ts';
import type { MethodSurface } from '../surface.ts';
import { type Fact, type Pair, BOTH } from './fact.ts';
import { type Subject } from '../subject.ts';

/** The method or webhook that a fact affects. */
export interface User {
  readonly operation: string;
  readonly symbol?: string;
  /** Below the stability threshold on both sides, so it may break. */
  readonly unstable: boolean;
}

/** A use of a type: every difference in the type affects it. */
export interface TypeUse {
  /** Absent: the named type itself, without a method. */
  readonly user?: User;
  readonly where: string;
  readonly context: Exclude<Context, 'api'>;
  readonly pair: Pair;
  /** False if the SDK has no type here: an unused media type or an unreturned status. */
  readonly typed: boolean;
  /** Callers may omit it. */
  readonly optional?: boolean;
  /** The object's properties are the caller's arguments. */
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

/** A method on both sides, and the list that receives its findings. */
export interface Compared {
  readonly a: MethodSurface;
  readonly b: MethodSurface;
  readonly user: User;
  readonly findings: Findings;
}

type OwnDetail = Omit<Fact, 'rule' | 'mask' | 'top' | 'anchor'> & { readonly anchor?: Fact['anchor'] };

/** A fact that does not belong to a type. */
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

/** Adds a fact if two texts differ. Empty texts are not reported. */
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
