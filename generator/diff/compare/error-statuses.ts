/**
 * Compares the documented error statuses. Code narrows an error by its status; a status without an entry of
 * its own has the body of its range, otherwise that of `default`.
 */
import type { Content, Response } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import { RESPONSE } from './fact.ts';
import { type Findings, type User, own } from './place.ts';
import { type Schemas, resolve } from './shape.ts';
import { comparePlace } from './types.ts';
import type { Walk } from './walk.ts';
import { contentSubject } from '../subject.ts';

export function sayErrorGone(
  walk: Walk,
  response: Response,
  { after, user }: { readonly after: MethodSurface; readonly user: User },
  findings: Findings,
): void {
  const [body, instead] = [bodyOf(response), bodyInstead(after, response.status)];
  const isRead = body !== undefined && isKnown(body, walk.base) && instead === undefined;
  findings.own.push(
    own(
      'error-status-removed',
      {
        subject: contentSubject('response', user, response.status),
        message: 'was removed',
        before: response.status,
        base: response.origin,
        ...(isRead ? { adjust: { source: ['read'], bump: 'major' } } : {}),
      },
      user,
      `response ${response.status}`,
    ),
  );
  if (body !== undefined && instead !== undefined)
    compareBodies(walk, [body, instead], { status: response.status, user }, findings);
}

/** The status remains, but its body was added or removed. */
export function compareErrorBodies(
  walk: Walk,
  [x, y]: readonly [Response, Response],
  { a, b, user }: { readonly a: MethodSurface; readonly b: MethodSurface; readonly user: User },
  findings: Findings,
): void {
  const status = y.status;
  const [first, second] = [bodyOf(x), bodyOf(y)];
  if ((first === undefined) === (second === undefined)) return;
  const [before, after] = [first ?? bodyInstead(a, status), second ?? bodyInstead(b, status)];
  if (before !== undefined && after !== undefined)
    compareBodies(walk, [before, after], { status, user }, findings);
  else if (before !== undefined && isKnown(before, walk.base))
    findings.own.push(
      own(
        'error-body-removed',
        {
          subject: contentSubject('response', user, status),
          message: 'no longer has a documented body',
          base: x.origin,
          revision: y.origin,
        },
        user,
        `response ${status}`,
      ),
    );
}

export function sayErrorAdded(
  walk: Walk,
  response: Response,
  { before, user }: { readonly before: MethodSurface; readonly user: User },
  findings: Findings,
): void {
  findings.own.push(
    own(
      'error-status-added',
      {
        subject: contentSubject('response', user, response.status),
        message: 'was added',
        after: response.status,
        revision: response.origin,
      },
      user,
      `response ${response.status}`,
    ),
  );
  const [earlier, body] = [bodyInstead(before, response.status), bodyOf(response)];
  if (earlier !== undefined && body !== undefined)
    compareBodies(walk, [earlier, body], { status: response.status, user }, findings);
}

function compareBodies(
  walk: Walk,
  [x, y]: readonly [Content, Content],
  { status, user }: { readonly status: string; readonly user: User },
  findings: Findings,
): void {
  const where = `response ${status}`;
  findings.places.push({
    user,
    where,
    context: 'response',
    typed: true,
    pair: comparePlace(walk, {
      a: x.type,
      b: y.type,
      subject: contentSubject('response', user, status),
      mask: RESPONSE,
    }),
  });
}

const bodyOf = (response: Response): Content | undefined =>
  response.chosen === undefined ? undefined : response.contents[response.chosen];

const isKnown = (content: Content, schemas: Schemas): boolean => {
  const type = resolve(content.type, schemas);
  return type !== undefined && type.kind !== 'unknown';
};

/** The body that applies to a status without an entry of its own. */
function bodyInstead({ method }: MethodSurface, status: string): Content | undefined {
  const names = /^\d{3}$/.test(status)
    ? [`${status.slice(0, 1)}XX`, 'default']
    : /^\dXX$/.test(status)
      ? ['default']
      : [];
  for (const name of names) {
    const found = method.responses.find(
      (response, index) => response.status === name && index !== method.success,
    );
    if (found !== undefined) return bodyOf(found);
  }
  return undefined;
}
