/** Compares a response: media types, bodies and headers. */

import type { Content, Response, TypeNode } from '../../ir/types.ts';
import type { Schemas } from './shape.ts';
import type { Walk } from './walk.ts';
import { comparePlace } from './types.ts';
import { type Findings, type User, own } from './place.ts';
import { RESPONSE } from './fact.ts';
import { compareLives } from './lifecycle.ts';
import { generalizes, matchContents } from './contents.ts';
import { signature } from './structure.ts';
import { contentSubject, namedSubject } from '../subject.ts';

/** The part of a result that the pages of both sides contain; undefined if neither side has pages. */
export type Paged = (node: TypeNode, schemas: Schemas) => TypeNode;

export interface Answered {
  readonly user: User;
  readonly paged?: Paged;
  readonly returned: boolean;
  readonly streamed: boolean;
  readonly streams: boolean;
}

export const isSuccess = (status: string): boolean => /^2/.test(status);

export interface ContentUse {
  readonly user: User;
  readonly where: string;
  /** The status, if the content is not the result of the method. */
  readonly status?: string;
  readonly typed: boolean;
  readonly paged?: Paged;
}

export const isStream = (content: Content): boolean =>
  content.kind === 'event-stream' || content.kind === 'json-lines';
export const chosenOf = (response: Response): Content | undefined =>
  response.chosen === undefined ? undefined : response.contents[response.chosen];
export function compareContent(
  walk: Walk,
  {
    a,
    b,
    use,
    findings,
  }: { readonly a: Content; readonly b: Content; readonly use: ContentUse; readonly findings: Findings },
): void {
  const { user, where, status, typed, paged } = use;
  const subject = contentSubject(status === undefined ? 'result' : 'response', user, status);
  const push = (x: TypeNode, y: TypeNode, isTyped: boolean): void =>
    void findings.places.push({
      user,
      where,
      context: 'response',
      typed: isTyped,
      pair: comparePlace(walk, { a: x, b: y, subject, mask: RESPONSE }),
    });
  push(a.type, b.type, typed && paged === undefined);
  // The SDK passes it on as text, but code that parses the text is affected. Plain text had no described
  // structure.
  if (a.described !== undefined && b.described !== undefined) push(a.described, b.described, false);
  if (typed && paged !== undefined) push(paged(a.type, walk.base), paged(b.type, walk.revision), true);
}
export function compareHeaders(
  walk: Walk,
  {
    a,
    b,
    user,
    findings,
  }: { readonly a: Response; readonly b: Response; readonly user: User; readonly findings: Findings },
): void {
  if (a.headers.length === 0 && b.headers.length === 0) return;
  const where = `response ${b.status}`;
  const after = new Map(b.headers.map((header) => [header.name.toLowerCase(), header]));
  const before = new Set(a.headers.map((header) => header.name.toLowerCase()));
  for (const header of a.headers) {
    const subject = namedSubject('response header', header.name);
    const other = after.get(header.name.toLowerCase());
    if (other === undefined) {
      findings.own.push(
        own(
          header.required ? 'required-response-header-removed' : 'response-header-removed',
          { subject, message: 'was removed', base: header.origin },
          user,
          where,
        ),
      );
      continue;
    }
    const at = { subject, base: header.origin, revision: other.origin };
    if (header.required !== other.required)
      findings.own.push(
        own(
          other.required ? 'response-header-became-required' : 'response-header-became-optional',
          { ...at, message: other.required ? 'became required' : 'became optional' },
          user,
          where,
        ),
      );
    for (const { rule, ...fact } of compareLives(header, other, walk.options))
      findings.own.push(own(rule, { ...at, ...fact }, user, where));
    if (header.description !== other.description)
      findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user, where));
    findings.places.push({
      user,
      where,
      context: 'header',
      typed: false,
      pair: comparePlace(walk, { a: header.type, b: other.type, subject, mask: RESPONSE }),
    });
  }
  for (const header of b.headers)
    if (!before.has(header.name.toLowerCase()))
      findings.own.push(
        own(
          'response-header-added',
          {
            subject: namedSubject('response header', header.name),
            message: 'was added',
            revision: header.origin,
          },
          user,
          where,
        ),
      );
}
/**
 * Deployed clients still request the old media type. The new SDK reads another one, so its results change.
 */
export function compareChosen(
  walk: Walk,
  {
    a,
    b,
    of,
    findings,
  }: { readonly a: Response; readonly b: Response; readonly of: Answered; readonly findings: Findings },
): void {
  const [x, y] = [chosenOf(a), chosenOf(b)];
  if (x === undefined || y === undefined || !of.returned || of.streamed || !isSuccess(b.status)) return;
  if (
    matchContents([x], [y]).pairs.length > 0 ||
    generalizes(x.mediaType, y.mediaType) ||
    generalizes(y.mediaType, x.mediaType)
  )
    return;
  if (x.kind === y.kind && signature(x.type, walk.match.refName) === signature(y.type, walk.match.refName))
    return;
  findings.own.push(
    own(
      'result-media-type-changed',
      {
        subject: contentSubject('result', of.user),
        message: 'is read from another media type',
        before: x.mediaType,
        after: y.mediaType,
        base: x.origin,
        revision: y.origin,
      },
      of.user,
      'result',
    ),
  );
}
